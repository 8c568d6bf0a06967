/** Persons: entered, changed, tied to accounts, deleted. A deleted one leaves roles, organisations and days, and no name anywhere. */
import type { MembershipAnswer, NewPerson, Person, PersonChange, PersonsAnswer } from '../contract/groups/people.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { tellAppointment, tellPerson } from './answers.ts';
import { ensureOrganisation } from './registry.ts';
import type { Acting, GroupsDeps } from './deps.ts';
import { hasEnded, type StoredPerson, type Structure } from './structure.ts';
import type { Rights } from './who.ts';

type Account = NonNullable<Rights['member']>;

export function createPersonChanges({ store, reportsFor, now, newId }: GroupsDeps) {
  const today = () => now().toISOString().slice(0, 10);
  const tell = async (person: StoredPerson, manager = true): Promise<Person> =>
    tellPerson(person, manager, await store.readAccounts(person.claimedBy === null ? [] : [person.claimedBy]));

  return {
    async listPersons(structure: Structure, rights: Rights): Promise<PersonsAnswer> {
      const claims = structure.persons.flatMap(({ claimedBy }) => (rights.manage && claimedBy !== null ? [claimedBy] : []));
      const names = await store.readAccounts(claims);
      const told = structure.appointments.filter(({ state, group }) => state === 'active' || state === 'ended' || rights.may('approve', group));
      return {
        persons: structure.persons.map((person) => ({
          ...tellPerson(person, rights.manage, names),
          appointments: told.filter((each) => each.person === person.id).map((each) => tellAppointment(each, today())),
        })),
      };
    },

    /** @throws NotFoundError `organisation.unknown` */
    async createPerson(acting: Acting, body: NewPerson): Promise<Person> {
      const reports = await reportsFor(acting.scope, body.organisation);
      return store.change(acting, async (structure, write) => {
        if (body.organisation !== null) await ensureOrganisation(acting.scope, structure, reports, body.organisation, write);
        const person: StoredPerson = { id: newId(), scope: acting.scope, ...body, account: null, claimedBy: null };
        await write.insertPerson(person);
        await write.record({ action: 'person.created', person: person.id, organisation: person.organisation, detail: {} });
        return tellPerson(person, true, new Map());
      });
    },

    /** Roles that hold go on for the new organisation. @throws NotFoundError `person.unknown`, ConflictError `person.account`, InputError `person.no-account` */
    async changePerson(acting: Acting, id: string, change: PersonChange): Promise<Person> {
      const reports = await reportsFor(acting.scope, change.organisation ?? null);
      if (change.account && !(await store.readAccounts([change.account])).has(change.account))
        throw new InputError('person.no-account', 'There is no such account on this server.');
      const person = await store.change(acting, async (structure, write) => {
        const before = getPerson(structure, id);
        if (change.organisation) await ensureOrganisation(acting.scope, structure, reports, change.organisation, write);
        if (change.account) checkFree(structure, change.account, id);
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<StoredPerson>;
        // Tying somebody to the account, or to none, answers the claim.
        const after: StoredPerson = { ...before, ...given, claimedBy: change.account === undefined ? before.claimedBy : null };
        await write.updatePerson(after);
        if (after.organisation !== before.organisation)
          for (const each of structure.appointments)
            if (each.person === id && each.state !== 'ended' && !hasEnded(each, acting.at.slice(0, 10)))
              await write.updateAppointment({ ...each, organisation: after.organisation });
        await write.record({ action: 'person.changed', person: id, organisation: after.organisation, detail: { fields: Object.keys(given).join(', ') } });
        return after;
      });
      return tell(person);
    },

    /** @throws NotFoundError `person.unknown` */
    async deletePerson(acting: Acting, id: string): Promise<void> {
      const day = acting.at.slice(0, 10);
      await store.change(acting, async (structure, write) => {
        const { organisation } = getPerson(structure, id);
        for (const each of structure.appointments)
          if (each.person === id && each.state !== 'ended')
            await write.updateAppointment({
              ...each,
              state: 'ended',
              end: hasEnded(each, day) ? each.end : day,
              start: each.start !== null && each.start > day ? day : each.start,
            });
        await write.record({ action: 'person.deleted', organisation, detail: {} });
        await write.deletePerson(id);
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
        await write.updatePerson({ ...person, ...(proved ? { account: account.id, claimedBy: null } : { claimedBy: account.id }) });
        await write.record({ action: 'person.claimed', person: id, organisation: person.organisation, detail: { state: proved ? 'claimed' : 'asked' } });
        return proved ? 'claimed' : 'asked';
      });
    },

    async getMembership(account: Account): Promise<MembershipAnswer> {
      const found = await store.findPersonsOf(account);
      const persons: MembershipAnswer['persons'] = [];
      for (const person of found.filter((each) => each.account === account.id)) {
        const { appointments, groups } = await store.read(person.scope);
        const own = appointments.filter((each) => each.person === person.id);
        const named = new Set(own.map(({ group }) => group));
        persons.push({
          ...tellPerson(person, true, new Map()),
          appointments: own.map((each) => tellAppointment(each, today())),
          groups: groups.filter(({ id }) => named.has(id)).map(({ id, names, acronym, type }) => ({ id, names, acronym, type })),
        });
      }
      const taken = new Set(persons.map(({ scope }) => scope as string));
      const claimable = found
        .filter((each) => each.account === null && !taken.has(each.scope))
        .map(({ scope, id, name, claimedBy }) => ({ scope, id, name, asked: claimedBy === account.id }));
      return { today: today(), persons, claimable };
    },
  };
}

export const unknownPerson = () => new NotFoundError('person.unknown', 'There is no such person here; they may have been deleted.');

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
