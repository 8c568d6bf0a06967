/** Persons: entered, changed, tied to accounts, deleted. A deleted one leaves roles, organisations and days, and no name anywhere. */
import { CONSENT_TEXT, DEFAULT_VISIBILITY } from '../contract/contacts/contacts.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { MembershipAnswer, NewPerson, Person, PersonChange, PersonsAnswer } from '../contract/groups/people.ts';
import { ConflictError, InputError } from '../errors.ts';
import { tellAppointment, tellPerson } from './answers.ts';
import { ensureOrganisation } from './registry.ts';
import type { Acting, GroupsDeps } from './deps.ts';
import { carryOrganisation, mergeContacts, narrowed, requireDeciding, unknownPerson, withEmail } from './persons/rules.ts';
import { emailOf } from './persons.ts';
import type { StoredPerson, Structure } from './structure.ts';
import { NO_RIGHTS, type Rights } from './who.ts';

type Account = NonNullable<Rights['member']>;

export function createPersonChanges({ store, reportsFor, sightOf, now, newId }: GroupsDeps) {
  const today = () => now().toISOString().slice(0, 10);
  /** As whoever changed it sees it now. */
  const tell = async (id: string, scope: Scope, rights: Rights): Promise<Person> => {
    const structure = await store.read(scope);
    const person = getPerson(structure, id);
    const names = await store.readAccounts(person.claimedBy === null ? [] : [person.claimedBy]);
    const told = tellPerson(person, sightOf(structure, rights, now()), true, names);
    if (!told) throw unknownPerson();
    return told;
  };

  return {
    async listPersons(structure: Structure, rights: Rights): Promise<PersonsAnswer> {
      const sight = sightOf(structure, rights, now());
      const claims = structure.persons.flatMap(({ claimedBy }) => (rights.manage && claimedBy !== null ? [claimedBy] : []));
      const names = await store.readAccounts(claims);
      const told = structure.appointments.filter(
        (each) => (each.state === 'active' || each.state === 'ended' || rights.may('approve', each.group)) && sight.names(each),
      );
      return {
        persons: structure.persons.flatMap((person) => {
          const seen = tellPerson(person, sight, rights.manage, names);
          if (!seen) return [];
          return [{ ...seen, appointments: told.filter((each) => each.person === person.id).map((each) => tellAppointment(each, today(), sight)) }];
        }),
      };
    },

    /** @throws NotFoundError `organisation.unknown`, InputError `contact.widen` */
    async createPerson(acting: Acting, rights: Rights, { consent, visibility, contacts, ...body }: NewPerson): Promise<Person> {
      const reports = await reportsFor(acting.scope, body.organisation);
      const id = newId();
      await store.change(acting, async (structure, write) => {
        if (body.organisation !== null) await ensureOrganisation(acting.scope, structure, reports, body.organisation, write);
        const given = mergeContacts([], contacts, { widens: false, newId });
        const isKnown = body.email === null || given.some(({ value }) => value === body.email);
        await write.insertPerson({
          id,
          ...body,
          account: null,
          claimedBy: null,
          visibility: narrowed(DEFAULT_VISIBILITY, visibility),
          contacts: isKnown ? given : [emailOf(body.email!), ...given],
          consents: consent ? [{ at: acting.at, by: acting.actor, text: CONSENT_TEXT, ...consent }] : [],
        });
        await write.record({ action: 'person.created', person: id, organisation: body.organisation, detail: {} });
      });
      return tell(id, acting.scope, rights);
    },

    /**
     * Roles that hold go on for the new organisation. Contacts that whoever changes it does not see stay as they are.
     * @throws NotFoundError `person.unknown`, ConflictError `person.account`, InputError `person.no-account`, `contact.widen`
     */
    async changePerson(acting: Acting, id: string, rights: Rights, { contacts, visibility, ...change }: PersonChange): Promise<Person> {
      const reports = await reportsFor(acting.scope, change.organisation ?? null);
      if (change.account && !(await store.readAccounts([change.account])).has(change.account))
        throw new InputError('person.no-account', 'There is no such account on this server.');
      await store.change(acting, async (structure, write) => {
        const before = getPerson(structure, id);
        const seen = requireDeciding(structure, before, rights, sightOf, now());
        if (change.organisation) await ensureOrganisation(acting.scope, structure, reports, change.organisation, write);
        if (change.account) checkFree(structure, change.account, id);
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<StoredPerson>;
        const isClaim = change.account !== undefined && change.account !== null && change.account === before.claimedBy;
        const after: StoredPerson = {
          ...before,
          ...given,
          visibility: narrowed(before.visibility, visibility ?? {}),
          contacts: contacts === undefined ? withEmail(before, change.email) : mergeContacts(before.contacts, contacts, { widens: false, newId, seen }),
          // Tying somebody to the account, or to none, answers the claim; whoever claims an entry has seen it.
          claimedBy: change.account === undefined ? before.claimedBy : null,
          ...(isClaim ? { confirmedAt: before.confirmedAt ?? acting.at, touchedAt: acting.at } : {}),
        };
        await write.updatePerson(after);
        await carryOrganisation(structure, before, after, acting, write);
        const fields = [...Object.keys(given), ...(contacts ? ['contacts'] : []), ...(visibility ? ['visibility'] : [])].join(', ');
        await write.record({ action: 'person.changed', person: id, organisation: after.organisation, detail: { fields } });
        await write.recordContact({ action: 'changed', person: id });
      });
      return tell(id, acting.scope, rights);
    },

    /** @throws NotFoundError `person.unknown` */
    async deletePerson(acting: Acting, id: string, rights: Rights): Promise<void> {
      await store.change(acting, async (structure, write) => {
        const person = getPerson(structure, id);
        // Administrators delete what they do not see, too: there is nothing else that they may do with it.
        if (!rights.admin) requireDeciding(structure, person, rights, sightOf, now());
        await write.removePerson(structure, person);
        await write.recordContact({ action: 'deleted', person: id });
      });
    },

    /**
     * The account says that it is this person. At once where an invitation to the address has proved that the account has it; else whoever
     * manages groups confirms, since anybody could give any address when they joined.
     * @throws NotFoundError `person.unknown` also where the addresses differ, ConflictError `person.account`
     */
    async claimPerson(acting: Acting, id: string, account: Account): Promise<'claimed' | 'asked'> {
      const proved = (await store.readAccounts([account.id])).get(account.id)?.proved === true;
      return store.change(acting, async (structure, write) => {
        const person = structure.persons.find((each) => each.id === id && each.email === account.email && each.account === null);
        if (!person) throw unknownPerson();
        checkFree(structure, account.id, id);
        // Whoever proves to be the person has seen the entry by it.
        const claimed = { account: account.id, claimedBy: null, confirmedAt: person.confirmedAt ?? acting.at, touchedAt: acting.at };
        await write.updatePerson({ ...person, ...(proved ? claimed : { claimedBy: account.id }) });
        await write.record({ action: 'person.claimed', person: id, organisation: person.organisation, detail: { state: proved ? 'claimed' : 'asked' } });
        return proved ? 'claimed' : 'asked';
      });
    },

    async getMembership(account: Account): Promise<MembershipAnswer> {
      const found = await store.findPersonsOf(account);
      const persons: MembershipAnswer['persons'] = [];
      for (const person of found.filter((each) => each.account === account.id)) {
        const structure = await store.read(person.scope);
        const { appointments, groups } = structure;
        const own = appointments.filter((each) => each.person === person.id);
        const named = new Set(own.map(({ group }) => group));
        const self = { ...NO_RIGHTS, member: account };
        persons.push({
          ...tellPerson(person, sightOf(structure, self, now()), true, new Map())!,
          appointments: own.map((each) => tellAppointment(each, today(), null)),
          groups: groups.filter(({ id }) => named.has(id)).map(({ id, names, acronym, type }) => ({ id, names, acronym, type })),
        });
      }
      const taken = new Set(persons.map(({ scope }) => scope as string));
      // An address that nobody proved is no ground to be told a name by it.
      const proved = (await store.readAccounts([account.id])).get(account.id)?.proved === true;
      const claimable = found
        .filter((each) => each.account === null && !taken.has(each.scope))
        .map(({ scope, id, name, claimedBy }) => ({ scope, id, name: proved ? name : account.email, asked: claimedBy === account.id }));
      return { today: today(), persons, claimable };
    },
  };
}

export function getPerson({ persons }: Structure, id: string): StoredPerson {
  const person = persons.find((each) => each.id === id);
  if (!person) throw unknownPerson();
  return person;
}

/** @throws ConflictError `person.account` */
function checkFree({ persons }: Structure, account: string, id: string): void {
  if (persons.some((each) => each.account === account && each.id !== id))
    throw new ConflictError('person.account', 'This account is another person of the same country already. An account is one person there.');
}

/** The person that an account is in a scope. */
export const findPersonOf = ({ persons }: Structure, account: string): StoredPerson | undefined => persons.find((each) => each.account === account);
