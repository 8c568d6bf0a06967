/** Contacts of a country: lists as somebody may see them, and what is done to the entry of somebody else. What one does with one's own: own.ts. */
import type { ContactEvent, ContactsAnswer, ContactsFilter, HiddenEntry } from '../contract/contacts/contacts.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { Person } from '../contract/groups/people.ts';
import type { Sensitivity } from '../contract/sensitivity/sensitivity.ts';
import { ForbiddenError } from '../errors.ts';
import { tellPerson } from '../groups/answers.ts';
import { addMonths, MONTHS } from '../groups/checkIn.ts';
import { getPerson } from '../groups/changePersons.ts';
import { unknownPerson } from '../groups/persons/rules.ts';
import type { Acting } from '../groups/deps.ts';
import type { GroupStore } from '../groups/store.ts';
import { publicPart, stands, type Structure } from '../groups/structure.ts';
import { requireRight, type Rights } from '../groups/who.ts';
import { hashOf, secretText } from '../people/secrets.ts';
import { problemText } from '../words/problems.ts';
import { toCards, type Purpose } from './cards.ts';
import { hiddenOf, isGoneSince, stateOf } from './expiry.ts';
import type { ContactStore } from './store.ts';
import { askerIn, createSight, sightOf, STRANGER } from './visibility.ts';

export interface ContactsDeps {
  groups: Pick<GroupStore, 'read' | 'change' | 'listScopes'>;
  contacts: ContactStore;
  /** What the endorsed classification of a country says of lists of contacts; null, or absent where nobody asks: nothing. */
  findLimits?: (scope: Scope) => Promise<Pick<Sensitivity, 'audience' | 'named'> | null>;
  now: () => Date;
  newId: () => string;
}

export type Contacts = ReturnType<typeof createContacts>;

/** All that others ask of contacts. Who asks is said by `Rights` (server/groups/who.ts). */
export function createContacts({ groups, contacts, now, findLimits = async () => null }: ContactsDeps) {
  const acting = (scope: Scope, actor: string | null): Acting => ({ scope, actor, at: now().toISOString() });

  /** The structure whole, and the groups of it that the one who asks may know of. */
  async function open(scope: Scope, rights: Rights) {
    const structure = await groups.read(scope);
    const seen = rights.seePeople ? structure.groups : publicPart(structure).groups;
    const at = now();
    return { structure, seen, at, asker: askerIn(structure, rights, at.toISOString().slice(0, 10)) };
  }

  return {
    /**
     * Cards as the one who asks may see them, by name, with the names of groups and organisations, and what one may do. `file`: for what is
     * handed on, where those of no common list have agreed first, and of groups
     * of which the country lets the one who asks have the list.
     */
    async getContacts(rights: Rights, scope: Scope, filter: ContactsFilter, purpose: Purpose = 'page'): Promise<ContactsAnswer> {
      const { structure, seen, at, asker } = await open(scope, rights);
      const limits = purpose === 'file' ? await findLimits(scope) : null;
      const mayTake = (group: string) => limits === null || rights.receives(group, limits.audience, limits.named);
      const told = toCards(structure, new Set(seen.map(({ id }) => id)), asker, filter, at, { purpose, mayTake });
      const organisations = new Set(told.cards.map(({ organisation }) => organisation));
      return {
        scope,
        at: at.toISOString(),
        ...told,
        groups: seen.filter(({ status }) => status !== 'closed').map(({ id, type, names, acronym, mailbox }) => ({ id, type, names, acronym, mailbox })),
        organisations: structure.organisations.filter(({ id }) => organisations.has(id)).map(({ id, name, names, acronym }) => ({ id, name, names, acronym })),
        may: { approve: seen.filter(({ id }) => rights.may('approve', id)).map(({ id }) => id), look: rights.admin },
      };
    },

    /** Lines of groups in which the one who asks may approve; of all to whoever keeps the register. */
    async listEvents(rights: Rights, scope: Scope, limit: number): Promise<ContactEvent[]> {
      const events = await contacts.listEvents(scope, limit);
      return rights.manage ? events : events.filter(({ group }) => group !== null && rights.may('approve', group));
    },

    /** A line about something that changes nothing: an export of so many persons. */
    async record(
      scope: Scope,
      rights: Rights,
      event: { action: 'exported' | 'imported'; persons: number; group: string | null; format: string | null; purpose: string | null },
    ): Promise<void> {
      const { action, persons, group, format, purpose } = event;
      const actor = rights.member?.name ?? null;
      await contacts.record({ at: now().toISOString(), actor, action, scope, workgroup: group, person: null, persons, format, purpose });
    },

    /** @throws NotFoundError `person.unknown`, ForbiddenError `group.forbidden` */
    async verifyPerson(scope: Scope, rights: Rights, id: string): Promise<Person> {
      const change = acting(scope, rights.member?.name ?? null);
      await groups.change(change, async (structure, write) => {
        const person = getPerson(structure, id);
        const seen = sightOf(structure, rights, now()).see(person);
        if (!seen) throw unknownPerson();
        requireRight(rights, seen.level === 'approver' || rights.manage);
        await write.updatePerson({ ...person, verifiedAt: change.at, verifiedBy: change.actor });
        await write.recordContact({ action: 'verified', person: id });
      });
      return tell(await groups.read(scope), rights, id);
    },

    /**
     * The secret of a personal link, which ends with the entry, and after a year at the latest. Earlier ones end. Whoever has it is the person, so
     * those who do not see all of the entry make none.
     * @returns the secret, shown this once; `expiresAt`: ISO instant, until which an entry is to be confirmed where nobody has
     * @throws NotFoundError `person.unknown`, ForbiddenError `group.forbidden`
     */
    async createEntryLink(scope: Scope, rights: Rights, id: string): Promise<{ token: string; expiresAt: string }> {
      const change = acting(scope, rights.member?.name ?? null);
      const token = secretText();
      const expiresAt = await groups.change(change, async (structure, write) => {
        const person = getPerson(structure, id);
        const seen = sightOf(structure, rights, now()).see(person);
        if (!seen) throw unknownPerson();
        const isOwnEntry = person.confirmedAt === null && person.enteredBy === change.actor;
        requireRight(rights, seen.level === 'approver' || (rights.manage && isOwnEntry));
        const last = addMonths(change.at, MONTHS);
        await write.putLink({ hash: hashOf(token), person: id, expiresAt: last });
        await write.recordContact({ action: 'link', person: id });
        return stateOf(person, [], now()).goneAt ?? last;
      });
      return { token, expiresAt };
    },

    /** A personal link for a message of the server to the person alone: nobody asks for it, and it is a line all the same. @throws NotFoundError `person.unknown` */
    async makeEntryLink(scope: Scope, id: string): Promise<{ token: string }> {
      const change = acting(scope, null);
      const token = secretText();
      await groups.change(change, async (structure, write) => {
        getPerson(structure, id);
        await write.putLink({ hash: hashOf(token), person: id, expiresAt: addMonths(change.at, MONTHS) });
        await write.recordContact({ action: 'link', person: id });
      });
      return { token };
    },

    /** By role and reason, the longest hidden first; who it is stands in none. @throws ForbiddenError `group.forbidden` */
    async listHidden(scope: Scope, rights: Rights): Promise<{ entries: HiddenEntry[] }> {
      if (!rights.admin) throw new ForbiddenError('group.forbidden', problemText('group.forbidden'));
      const { persons, appointments } = await groups.read(scope);
      const at = now();
      const today = at.toISOString().slice(0, 10);
      const entries = persons.flatMap((person): HiddenEntry[] => {
        const hidden = hiddenOf(person, at);
        if (hidden === null) return [];
        const held = appointments.filter((each) => each.person === person.id && stands(each, today));
        const roles = held.map(({ group, role }) => ({ group, role }));
        return [{ id: person.id, why: hidden.why, since: hidden.since, goneAt: stateOf(person, [], at).goneAt, roles }];
      });
      return { entries: entries.toSorted((a, b) => a.since.localeCompare(b.since) || a.id.localeCompare(b.id)) };
    },

    /** Everything of an entry, for an administrator who is to delete it: the line with their name is written first. @throws NotFoundError `person.unknown` */
    async lookAtHidden(scope: Scope, rights: Rights, id: string, reason: 'delete'): Promise<Person> {
      if (!rights.admin) throw new ForbiddenError('group.forbidden', problemText('group.forbidden'));
      const structure = await groups.change(acting(scope, rights.member!.name), async (read, write) => {
        getPerson(read, id);
        await write.recordContact({ action: 'looked', person: id, purpose: reason });
        return read;
      });
      return tellPerson(getPerson(structure, id), createSight(structure, { ...STRANGER, self: id }, now()), true, new Map())!;
    },

    /** Deletes the rows of entries that are gone. Nobody has seen them since. @returns how many persons */
    async sweep(): Promise<number> {
      let deleted = 0;
      for (const scope of await contacts.listScopesWithUnconfirmed(isGoneSince(now())))
        deleted += await groups.change(acting(scope, null), async (_structure, _write, expired) => expired);
      return deleted;
    },
  };

  function tell(structure: Structure, rights: Rights, id: string): Person {
    const told = tellPerson(getPerson(structure, id), sightOf(structure, rights, now()), true, new Map());
    if (!told) throw unknownPerson();
    return told;
  }
}
