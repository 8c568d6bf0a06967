/** Organisations of a scope: one registry with the 3W of the country, so that one organisation has one id in both. */
import type { NewOrganisation, Organisation, OrganisationsAnswer, Scope } from '../contract/groups/groups.ts';
import { PRESENCE } from '../contract/ids.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { createOrganisationRegistry, type Organisation as Reported, type OrganisationAlias, type OrganisationRegistry } from '../matching/organisations.ts';
import type { Writer } from './store.ts';
import type { Structure } from './structure.ts';

/** What the current 3W of a country reports, and what people decided about spellings in it. */
export interface Reports {
  organisations: readonly Reported[];
  aliases: readonly OrganisationAlias[];
  distinct: readonly (readonly [string, string])[];
}
export const NO_REPORTS: Reports = { organisations: [], aliases: [], distinct: [] };

const toOrganisation = (scope: Scope, { id, name, acronym, type }: Reported): Organisation => ({
  id,
  scope,
  name,
  names: {},
  acronym,
  type,
  identifiers: [],
  website: null,
});

/** Both together: what a spelling means is found by the names, and the decisions, of either. */
export function openRegistry({ organisations }: Structure, reports: Reports): OrganisationRegistry {
  const known = new Map<string, Reported>();
  for (const { id, name, acronym, type } of [...reports.organisations, ...organisations]) known.set(id, { id, name, acronym, type });
  const spelt = organisations.flatMap(({ id, names, acronym }) =>
    [...Object.values(names), ...(acronym ? [acronym] : [])].map((spelling) => ({ spelling, organisation: id })),
  );
  return createOrganisationRegistry([...known.values()], [...spelt, ...reports.aliases], reports.distinct);
}

export function listRegistry(scope: Scope, { organisations, seats }: Structure, reports: Reports): OrganisationsAnswer {
  const known = new Set(organisations.map(({ id }) => id));
  const count = (id: string) => seats.filter(({ organisation }) => organisation === id).length;
  return {
    organisations: [
      ...organisations.map((each) => ({ ...each, from: 'registry' as const, seats: count(each.id) })),
      ...reports.organisations
        .filter(({ id }) => !known.has(id))
        .map((each) => ({ ...toOrganisation(scope, each), from: PRESENCE as typeof PRESENCE, seats: 0 })),
    ],
  };
}

/**
 * The organisation of this id, put into the registry where only the 3W had it.
 * @throws NotFoundError `organisation.unknown`
 */
export async function ensureOrganisation(scope: Scope, structure: Structure, reports: Reports, id: string, write: Writer): Promise<Organisation> {
  const found = structure.organisations.find((each) => each.id === id);
  if (found) return found;
  const reported = reports.organisations.find((each) => each.id === id);
  if (!reported) throw unknownOrganisation(id);
  const made = toOrganisation(scope, reported);
  await write.insertOrganisation(made);
  await write.record({ action: 'organisation.created', organisation: id, detail: { name: made.name, from: PRESENCE } });
  structure.organisations.push(made);
  return made;
}

export const unknownOrganisation = (id: string) => new NotFoundError('organisation.unknown', `There is no organisation ${id} here.`);

/** @throws InputError `organisation.name`, ConflictError `organisation.known` with the one that it is */
export function makeOrganisation(scope: Scope, structure: Structure, reports: Reports, body: NewOrganisation): Organisation {
  const registry = openRegistry(structure, reports);
  const found = registry.resolve({ name: body.name, acronym: body.acronym, type: body.type });
  if (!found) throw new InputError('organisation.name', `“${body.name}” holds no letter that a name could be told by.`);
  const known = structure.organisations.find(({ id }) => id === found.id);
  if (known)
    throw new ConflictError('organisation.known', `${body.name} is in the registry already, as ${known.name}. Use that one.`, {
      details: { organisation: known.id, name: known.name },
    });
  return { ...toOrganisation(scope, found), ...body, id: found.id };
}
