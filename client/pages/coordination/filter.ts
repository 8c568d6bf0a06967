/** Which groups the reader looks for. Pure. */
import type { Group, Seat } from '../../../server/contract/groups/groups.ts';
import { isFiltered, type CoordinationState } from './state.ts';
import { fullNameOf, isLead, type Structure } from './structure.ts';

/** Accents, case and signs of Arabic vowels do not matter to whoever searches. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .trim();

/** Ids of the groups that fit all that is looked for; null where nothing is. */
export function findGroups(structure: Structure, state: CoordinationState): ReadonlySet<string> | null {
  if (!isFiltered(state)) return null;
  const { hub, org, q } = state;
  const wanted = fold(q);
  const fits = (group: Group) =>
    (hub === null || isAtHub(structure, group, hub)) &&
    (org === null || hasSeat(structure, group.id, org)) &&
    (wanted === '' || says(structure, group, wanted));
  return new Set([...structure.byId.values()].filter(fits).map(({ id }) => id));
}

/** The hub itself, the groups at it, and what belongs to one of them. */
export function isAtHub({ byId }: Pick<Structure, 'byId'>, group: Group, hub: string): boolean {
  const seen = new Set<string>();
  for (let at: Group | undefined = group; at && !seen.has(at.id); at = at.parent === null ? undefined : byId.get(at.parent)) {
    if (at.id === hub || at.hub === hub) return true;
    seen.add(at.id);
  }
  return false;
}

/** An organisation sits in a group, or somebody of it holds a role there. */
function hasSeat({ seats, roles }: Structure, group: string, organisation: string): boolean {
  const isIts = (each: { organisation: string | null }) => each.organisation === organisation;
  return seats.get(group)?.some(isIts) === true || roles.get(group)?.some(isIts) === true;
}

function says({ seats, organisations }: Structure, { id, names, acronym }: Group, wanted: string): boolean {
  const leads = (seats.get(id) ?? []).filter(isLead).flatMap(({ organisation }) => {
    const known = organisations.get(organisation);
    return known ? [known.name, known.acronym ?? '', ...Object.values(known.names)] : [organisation];
  });
  return [id, acronym ?? '', ...Object.values(names), ...leads].some((text) => fold(text).includes(wanted));
}

/** In how many groups an organisation has which capacity. */
export function countCapacities({ seats }: Structure, organisation: string): Map<Seat['capacity'], number> {
  const own = [...seats.values()].flat().filter((seat) => seat.organisation === organisation);
  return new Map([...Map.groupBy(own, ({ capacity }) => capacity)].map(([capacity, list]) => [capacity, new Set(list.map(({ group }) => group)).size]));
}

const MOST = 12;

/** Organisations by any of their names: those that begin with what is typed first. */
export function findOrganisations<O extends { name: string; names: Record<string, string>; acronym: string | null }>(
  organisations: readonly O[],
  typed: string,
  language: string,
): O[] {
  const wanted = fold(typed);
  if (wanted === '') return [];
  const rank = (organisation: O) => {
    const texts = [organisation.acronym ?? '', organisation.name, ...Object.values(organisation.names)].map(fold);
    return texts.includes(wanted) ? 0 : texts.some((text) => text.startsWith(wanted)) ? 1 : texts.some((text) => text.includes(wanted)) ? 2 : 3;
  };
  return organisations
    .map((organisation) => ({ organisation, at: rank(organisation), name: fullNameOf(organisation, language) }))
    .filter(({ at }) => at < 3)
    .toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ organisation }) => organisation);
}
