/** The working group: what is read of a structure and what is changed in it. What may be done by whom is asked in `who.ts`, by the routes. */
import type { GroupEvent, NewOrganisation, Organisation, OrganisationsAnswer, Scope } from '../contract/groups/groups.ts';
import { ConflictError, InputError } from '../errors.ts';
import { createAppointments } from './appointments.ts';
import { createGroupChanges } from './changeGroups.ts';
import { createPersonChanges } from './changePersons.ts';
import type { Acting, GroupsDeps } from './deps.ts';
import { listRegistry, makeOrganisation, NO_REPORTS, unknownOrganisation } from './registry.ts';
import { nameEvents } from './answers.ts';
import type { Sight } from './sight.ts';
import type { Structure } from './structure.ts';
import type { Rights } from './who.ts';

/** Reports of the 3W are read where an organisation is in no registry yet, and only there. */
export const withReports = (parts: Omit<GroupsDeps, 'reportsFor'>): GroupsDeps => ({
  ...parts,
  async reportsFor(scope, organisation) {
    if (organisation === null) return NO_REPORTS;
    const { organisations } = await parts.store.read(scope);
    return organisations.some(({ id }) => id === organisation) ? NO_REPORTS : parts.readReports(scope);
  },
});

export type Groups = ReturnType<typeof createGroups>;

/** All that is read and changed of structures. Refusals say what is wrong and leave everything as it was: NotFoundError, ConflictError and InputError `group.…`, `organisation.…`, `seat.…`, `person.…`, `appointment.…`. */
export function createGroups(deps: GroupsDeps) {
  const { store, now } = deps;
  return {
    read: (scope: Scope): Promise<Structure> => store.read(scope),
    /** What the one who asks sees of everybody in it. */
    look: (structure: Structure, rights: Rights): Sight => deps.sightOf(structure, rights, now()),
    /** With the names that the one who asks sees; newest first. */
    async listEvents(scope: Scope, structure: Structure, sight: Sight, limit: number, group?: string): Promise<GroupEvent[]> {
      return nameEvents(await store.listEvents(scope, limit, group), structure, sight);
    },
    readAccounts: (ids: readonly string[]) => store.readAccounts(ids),
    /** YYYY-MM-DD, of UTC. */
    today: (): string => now().toISOString().slice(0, 10),
    /** @param actor as it is recorded */
    acting: (scope: Scope, actor: string | null): Acting => ({ scope, actor, at: now().toISOString() }),
    ...createGroupChanges(deps),
    ...createPersonChanges(deps),
    ...createAppointments(deps),
    ...createOrganisations(deps),
  };
}

function createOrganisations({ store, readReports, known }: GroupsDeps) {
  const checkType = (type: string | null | undefined) => {
    if (type && !known.orgTypes.has(type))
      throw new InputError('organisation.type', `${type} is no code of the list of organisation types.`, { details: { type } });
  };

  return {
    async listOrganisations(scope: Scope): Promise<OrganisationsAnswer> {
      return listRegistry(scope, await store.read(scope), await readReports(scope));
    },

    /** @throws ConflictError `organisation.known`, InputError `organisation.name`, `organisation.type` */
    async createOrganisation(acting: Acting, body: NewOrganisation): Promise<Organisation> {
      checkType(body.type);
      const reports = await readReports(acting.scope);
      return store.change(acting, async (structure, write) => {
        const made = makeOrganisation(acting.scope, structure, reports, body);
        await write.insertOrganisation(made);
        await write.record({ action: 'organisation.created', organisation: made.id, detail: { name: made.name } });
        return made;
      });
    },

    /** The id stays, whatever it is called. @throws NotFoundError `organisation.unknown`, InputError `organisation.type` */
    async changeOrganisation(acting: Acting, id: string, change: Partial<NewOrganisation>): Promise<Organisation> {
      checkType(change.type);
      return store.change(acting, async (structure, write) => {
        const before = structure.organisations.find((each) => each.id === id);
        if (!before) throw unknownOrganisation(id);
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Organisation>;
        const after = { ...before, ...given };
        await write.updateOrganisation(after);
        await write.record({ action: 'organisation.changed', organisation: id, detail: { fields: Object.keys(given).join(', ') } });
        return after;
      });
    },

    /** @throws ConflictError `organisation.in-use` */
    async deleteOrganisation(acting: Acting, id: string): Promise<void> {
      await store.change(acting, async (structure, write) => {
        const found = structure.organisations.find((each) => each.id === id);
        if (!found) throw unknownOrganisation(id);
        const used = [...structure.seats, ...structure.persons, ...structure.appointments].some(({ organisation }) => organisation === id);
        if (used || (await write.ownsAction(id)))
          throw new ConflictError(
            'organisation.in-use',
            `${found.name} is or was in a group, or a person is of it. Its history stays, so it cannot be deleted.`,
          );
        await write.deleteOrganisation(id);
        await write.record({ action: 'organisation.deleted', organisation: id, detail: { name: found.name } });
      });
    },
  };
}
