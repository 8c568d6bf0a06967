/** Which entries the one who asks may know of, and which that one keeps. Pure, but for what other rooms tell. */
import type { Group } from '../contract/groups/groups.ts';
import type { DatasetId } from '../contract/ids.ts';
import { SERIES, type EntryFields, type Series } from '../contract/schedule/schedule.ts';
import type { DataType, SensitivityClass } from '../contract/sensitivity/sensitivity.ts';
import { findManagers } from '../groups/structure.ts';
import type { Asker, Outside } from './deps.ts';
import type { StoredEntry } from './rows.ts';

export const isMember = ({ rights }: Pick<Asker, 'rights'>): boolean => rights.seePeople;

export const visibleGroups = ({ structure, rights }: Pick<Asker, 'structure' | 'rights'>): Group[] =>
  rights.seePeople ? structure.groups : structure.groups.filter(({ visibility }) => visibility === 'public');

/** Rows of the classification of a country that a series falls under, where that can be told by its name. */
const TYPE_OF: Partial<Record<Series, DataType>> = {
  'administrative-divisions': 'boundaries',
  'baseline-population': 'population',
  'operational-presence': 'presence',
  'health-facilities': 'facilities',
  'education-facilities': 'facilities',
  ...Object.fromEntries(
    (['idps', 'refugees', 'returnees', 'humanitarian-needs', 'funding', 'food-security', 'acute-malnutrition', 'food-prices'] as const).map((series) => [
      series,
      'figures' as const,
    ]),
  ),
};

/** How sensitive data are that are not here: as was said, else as the classification has it; null: nobody said. */
export async function classOf(
  { classOf: find }: Pick<Outside, 'classOf'>,
  entry: StoredEntry,
): Promise<{ class: SensitivityClass; by: 'entry' | 'table' } | null> {
  if (entry.sensitivity !== null) return { class: entry.sensitivity, by: 'entry' };
  const type = TYPE_OF[entry.series];
  const found = type === undefined ? null : await find(entry.scope, type);
  return found && { class: found, by: 'table' };
}

/** A row about data that somebody may not receive is not shown, as lists of datasets do not name them (docs/sharing.md). */
export async function visibleEntries(asker: Asker, entries: readonly StoredEntry[], outside: Outside): Promise<StoredEntry[]> {
  const open = new Set(visibleGroups(asker).map(({ id }) => id));
  const admitted = new Map<DatasetId, boolean>();
  for (const { dataset } of entries) if (dataset !== null && !admitted.has(dataset)) admitted.set(dataset, await asker.admits(dataset));
  const found: StoredEntry[] = [];
  for (const entry of entries) {
    if (entry.dataset !== null && !admitted.get(entry.dataset)) continue;
    if (isMember(asker) || (await isOpen(entry, open, outside))) found.push(entry);
  }
  return found;
}

async function isOpen(entry: StoredEntry, open: ReadonlySet<string>, outside: Outside): Promise<boolean> {
  if (entry.visibility !== 'public' || (entry.group !== null && !open.has(entry.group))) return false;
  return entry.dataset !== null || (await classOf(outside, entry))?.class !== 'severe';
}

/** Whoever records for the group that keeps the data of the country, and who administers it. */
export const keepsAll = ({ structure, rights }: Pick<Asker, 'structure' | 'rights'>): boolean => {
  const keeper = findManagers(structure.groups);
  return keeper ? rights.may('record', keeper.id) : rights.manage;
};

/** A custodian keeps its own entries. */
export const keeps = (asker: Pick<Asker, 'structure' | 'rights'>, group: string | null): boolean =>
  (group !== null && asker.rights.may('record', group)) || keepsAll(asker);

/** In the order of the grid; what is the country's own last, by its title. */
export const inOrder = (a: Pick<EntryFields, 'series' | 'title'>, b: Pick<EntryFields, 'series' | 'title'>): number =>
  placeOf(a) - placeOf(b) || a.title.localeCompare(b.title);
const placeOf = ({ series }: Pick<EntryFields, 'series'>): number => {
  const at = (SERIES as readonly string[]).indexOf(series);
  return at < 0 ? SERIES.length : at;
};
