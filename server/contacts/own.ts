/** What one may do with one's own entry, by the session of the account that one is or by a personal link. Nobody is asked. */
import { CONSENT_TEXT, type ConsentRecord, type Purposes } from '../contract/contacts/contacts.ts';
import type { OwnChange, OwnEntriesAnswer, OwnEntry, OwnHeld } from '../contract/contacts/own.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { Lang } from '../contract/languages.ts';
import { NotFoundError } from '../errors.ts';
import { tellAppointment, tellPerson } from '../groups/answers.ts';
import type { Acting, GroupsDeps } from '../groups/deps.ts';
import { carryOrganisation, mergeContacts, unknownPerson } from '../groups/persons/rules.ts';
import { ensureOrganisation } from '../groups/registry.ts';
import type { Writer } from '../groups/store.ts';
import type { StoredAppointment, StoredPerson, Structure } from '../groups/structure.ts';
import { requireRight, type Rights } from '../groups/who.ts';
import { problemText } from '../words/problems.ts';
import { checkInOf } from './expiry.ts';
import { checkIn, checkOut } from './check.ts';
import type { ContactStore } from './store.ts';
import { createSight, STRANGER } from './visibility.ts';

/** Whose entries: those of an account, or the one of a link. */
export type Owner = { by: 'session'; account: string } | { by: 'link'; scope: Scope; person: string };

export interface OwnDeps extends Pick<GroupsDeps, 'store' | 'reportsFor' | 'now' | 'newId'> {
  contacts: ContactStore;
}

export type Own = ReturnType<typeof createOwn>;

/** Lines of one's own entry that are told. */
const LAST_EVENTS = 100;

const isOwner = (owner: Owner | null, person: Pick<StoredPerson, 'id' | 'account'>): boolean =>
  owner !== null && (owner.by === 'link' ? owner.person === person.id : owner.account === person.account);

export function createOwn({ store, contacts, reportsFor, now, newId }: OwnDeps) {
  /** Of oneself: no name stands in the lines of what one does with the own entry. */
  const acting = (scope: Scope): Acting => ({ scope, actor: null, at: now().toISOString() });

  /** @throws NotFoundError `person.unknown` also of the entries of others */
  function getOwn({ persons }: Structure, owner: Owner, id: string): StoredPerson {
    const found = persons.find((each) => each.id === id && isOwner(owner, each));
    if (!found) throw unknownPerson();
    return found;
  }

  async function tell(structure: Structure, person: StoredPerson): Promise<OwnEntry> {
    const at = now();
    const today = at.toISOString().slice(0, 10);
    const sight = createSight(structure, { ...STRANGER, self: person.id }, at);
    const held = structure.appointments.filter((each) => each.person === person.id);
    const groups = new Set(held.map(({ group }) => group));
    const organisations = new Set([person.organisation, ...held.map(({ organisation }) => organisation)]);
    return {
      person: { ...tellPerson(person, sight, true, new Map())!, record: sight.recordOf(person)! },
      appointments: held.map((each) => tellHeld(each, today, at)),
      groups: structure.groups.filter(({ id }) => groups.has(id)).map(({ id, type, names, acronym, status }) => ({ id, type, names, acronym, status })),
      organisations: structure.organisations.filter(({ id }) => organisations.has(id)).map(({ id, name, names, acronym }) => ({ id, name, names, acronym })),
      events: await contacts.listEventsOf(person.id, LAST_EVENTS),
    };
  }

  /** Changes one's own entry, and tells it as it is then. */
  async function change(
    owner: Owner,
    scope: Scope,
    id: string,
    work: (person: StoredPerson, structure: Structure, write: Writer, at: Acting) => Promise<void>,
  ) {
    const at = acting(scope);
    await store.change(at, async (structure, write) => work(getOwn(structure, owner, id), structure, write, at));
    const structure = await store.read(scope);
    return tell(structure, getOwn(structure, owner, id));
  }

  return {
    async getEntries(owner: Owner): Promise<OwnEntriesAnswer> {
      const owned = owner.by === 'link' ? [{ person: owner.person, scope: owner.scope }] : await contacts.listOwned(owner.account);
      const entries: OwnEntry[] = [];
      for (const { person: id, scope } of owned) {
        const structure = await store.read(scope);
        const person = structure.persons.find((each) => each.id === id);
        if (person) entries.push(await tell(structure, person));
      }
      return { at: now().toISOString(), by: owner.by, entries, consentText: CONSENT_TEXT };
    },

    /** @throws NotFoundError `person.unknown` */
    async getEntry(owner: Owner, scope: Scope, id: string): Promise<OwnEntry> {
      const structure = await store.read(scope);
      return tell(structure, getOwn(structure, owner, id));
    },

    /** @throws NotFoundError `person.unknown`, `organisation.unknown`, `contact.unknown` */
    async changeEntry(owner: Owner, scope: Scope, id: string, { contacts: said, visibility, ...given }: OwnChange): Promise<OwnEntry> {
      const reports = await reportsFor(scope, given.organisation ?? null);
      return change(owner, scope, id, async (before, structure, write, at) => {
        if (given.organisation) await ensureOrganisation(scope, structure, reports, given.organisation, write);
        const after: StoredPerson = {
          ...before,
          ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<StoredPerson>),
          visibility: {
            ...before.visibility,
            ...(Object.fromEntries(Object.entries(visibility ?? {}).filter(([, value]) => value !== undefined)) as Partial<StoredPerson['visibility']>),
          },
          contacts: said === undefined ? before.contacts : mergeContacts(before.contacts, said, { widens: true, newId }),
          touchedAt: at.at,
        };
        await write.updatePerson(after);
        await carryOrganisation(structure, before, after, at, write);
        await write.recordContact({ action: 'changed', person: id, own: true });
      });
    },

    /** @throws NotFoundError `person.unknown` */
    confirm: (owner: Owner, scope: Scope, id: string): Promise<OwnEntry> =>
      change(owner, scope, id, async (person, _, write, { at }) => {
        await write.updatePerson({ ...person, confirmedAt: person.confirmedAt ?? at, touchedAt: at });
        await write.recordContact({ action: 'confirmed', person: id, own: true });
      }),

    /** @throws NotFoundError `person.unknown` */
    async consent(owner: Owner, scope: Scope, id: string, said: { text: string; language: Lang; purposes: Purposes }): Promise<ConsentRecord> {
      const { person } = await change(owner, scope, id, async (before, _, write, { at }) => {
        await write.updatePerson({ ...before, consents: [...before.consents, { at, by: null, ...said }] });
        await write.recordContact({ action: 'consent', person: id, own: true });
      });
      return person.record.consents.at(-1)!;
    },

    /** Hidden everywhere and kept; role and rights stay. @throws NotFoundError `person.unknown` */
    restrict: (owner: Owner, scope: Scope, id: string, restricted: boolean): Promise<OwnEntry> =>
      change(owner, scope, id, async (person, _, write, { at }) => {
        if (restricted === (person.restrictedAt !== null)) return;
        // Whoever shows it again says by it that it is right.
        await write.updatePerson({ ...person, restrictedAt: restricted ? at : null, touchedAt: at });
        await write.recordContact({ action: restricted ? 'restricted' : 'unrestricted', person: id, own: true });
      }),

    /** At once, with all links. @throws NotFoundError `person.unknown` */
    async remove(owner: Owner, scope: Scope, id: string): Promise<void> {
      const at = acting(scope);
      await store.change(at, async (structure, write) => {
        await write.removePerson(structure, getOwn(structure, owner, id));
        await write.recordContact({ action: 'deleted', person: id, own: true });
      });
    },

    /**
     * By the person, or by whoever could give the role in the group.
     * @param owner null where the one who asks has no entry of their own
     * @throws NotFoundError `appointment.unknown`, ForbiddenError `group.forbidden`, ConflictError `appointment.state`, InputError `check-in.until`
     */
    async checkIn(owner: Owner | null, rights: Rights, at: AppointmentAt, until: string | undefined): Promise<OwnHeld> {
      return decide(owner, rights, at, (entry, change, own, write) => checkIn(entry, until, change, own, write));
    },

    /** The same; it ends at this moment. */
    async checkOut(owner: Owner | null, rights: Rights, at: AppointmentAt, reason: string | undefined): Promise<OwnHeld> {
      return decide(owner, rights, at, (entry, change, own, write) => checkOut(entry, reason, change, own, write));
    },
  };

  async function decide(
    owner: Owner | null,
    rights: Rights,
    { scope, group, appointment: id }: AppointmentAt,
    work: (entry: StoredAppointment, change: Acting, own: boolean, write: Writer) => Promise<StoredAppointment>,
  ): Promise<OwnHeld> {
    const at = now();
    // Of oneself without a name, of others with the name of whoever did it.
    const doing = (own: boolean): Acting => ({ scope, actor: own ? null : (rights.member?.name ?? null), at: at.toISOString() });
    const isOwn = ({ persons, appointments }: Structure) => {
      const entry = appointments.find((each) => each.id === id && each.group === group);
      const person = persons.find((each) => each.id === entry?.person);
      return { entry, own: person !== undefined && isOwner(owner, person) };
    };
    const { own: before } = isOwn(await store.read(scope));
    const change = doing(before);
    const after = await store.change(change, async (structure, write) => {
      const { entry, own } = isOwn(structure);
      const decides = entry !== undefined && rights.may('approve', group) && rights.mayGive(entry.role, group);
      if (!entry || (!own && !decides && !rights.seePeople)) {
        requireRight(rights, owner !== null || rights.member !== null);
        throw new NotFoundError('appointment.unknown', problemText('appointment.unknown'));
      }
      requireRight(rights, own || decides);
      return work(entry, change, own, write);
    });
    return tellHeld(after, change.at.slice(0, 10), at);
  }
}

interface AppointmentAt {
  scope: Scope;
  group: string;
  appointment: string;
}

const tellHeld = (entry: StoredAppointment, today: string, now: Date): OwnHeld => ({ ...tellAppointment(entry, today, null), ...checkInOf(entry, now) });
