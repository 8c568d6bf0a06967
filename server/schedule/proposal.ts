/** What is offered to a country without a schedule: the grid with its own datasets in it. Every guess says what it rests on; nothing of it holds before somebody adds it. */
import type { Scope } from '../contract/groups/groups.ts';
import { BOUNDARIES, POPULATION, PRESENCE, toDatasetKind, type DatasetId } from '../contract/ids.ts';
import { SERIES, type Frequency, type GridSeries, type ProposedEntry } from '../contract/schedule/schedule.ts';
import { findManagers, type Structure } from '../groups/structure.ts';
import type { Asker, Data, Outside } from './deps.ts';

const KIND_OF: Partial<Record<GridSeries, string>> = {
  'administrative-divisions': BOUNDARIES,
  'baseline-population': POPULATION,
  'operational-presence': PRESENCE,
};

/** Sector (data/sectors.csv) of the cluster that usually has the data, and how often a series usually changes. */
const USUAL: Record<GridSeries, readonly [sector: string | null, Frequency]> = {
  idps: ['CCM', 90],
  refugees: ['REF', 30],
  returnees: ['CCM', 90],
  'humanitarian-needs': [null, 365],
  'operational-presence': [null, 90],
  funding: [null, 0],
  'conflict-events': [null, 7],
  'humanitarian-access': [null, 30],
  'food-security': ['FSC', 180],
  'acute-malnutrition': ['NUT', 180],
  'food-prices': ['FSC', 30],
  'administrative-divisions': [null, 365],
  'baseline-population': [null, 365],
  'populated-places': [null, 365],
  roads: [null, 365],
  'health-facilities': ['HEA', 365],
  'education-facilities': ['EDU', 365],
  hazards: [null, -2],
  impact: [null, -2],
};

const DAY = 86_400_000;
const COUNTED = [7, 14, 30, 90, 180, 365] as const;

/** Of the datasets that the one who asks may receive. */
export async function propose(scope: Scope, asker: Asker, outside: Pick<Outside, 'listDatasets' | 'findData'>): Promise<ProposedEntry[]> {
  const received: DatasetId[] = [];
  for (const dataset of await outside.listDatasets(scope)) if (await asker.admits(dataset)) received.push(dataset);
  const rows: ProposedEntry[] = [];
  for (const series of SERIES) {
    const dataset = received.find((each) => toDatasetKind(each) === KIND_OF[series]) ?? null;
    const data = dataset === null ? undefined : await outside.findData(dataset);
    rows.push({ series, dataset, ...custodianOf(asker.structure, series, dataset), ...rhythmOf(series, data) });
  }
  return rows;
}

/** The group that owns the dataset, else the cluster of its sector, else the one that keeps the data of the country. */
function custodianOf({ groups }: Structure, series: GridSeries, dataset: DatasetId | null): Pick<ProposedEntry, 'group' | 'groupBy'> {
  const open = groups.filter(({ status }) => status !== 'closed');
  const owner = dataset && open.find(({ owns }) => owns.some(({ kind, sector }) => kind === toDatasetKind(dataset) && sector === undefined));
  if (owner) return { group: owner.id, groupBy: 'owns' };
  const [sector] = USUAL[series];
  const cluster = sector && open.find((group) => group.sector === sector && (group.type === 'cluster' || group.type === 'sector'));
  if (cluster) return { group: cluster.id, groupBy: 'sector' };
  const keeper = dataset ? findManagers(groups) : undefined;
  return keeper ? { group: keeper.id, groupBy: 'keeper' } : { group: null, groupBy: 'nobody' };
}

/** Between publications, where there were three at least: the median, as the nearest interval of the table. */
function rhythmOf(series: GridSeries, data: Data | undefined): Pick<ProposedEntry, 'frequency' | 'frequencyBy' | 'versions'> {
  const moments = (data?.publications ?? []).map((at) => Date.parse(at));
  const gaps = moments.slice(1).map((at, turn) => (at - moments[turn]!) / DAY);
  const median = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)];
  const versions = moments.length;
  // Several in a day are corrections and no rhythm.
  if (median === undefined || gaps.length < 2 || median < 3) return { frequency: USUAL[series][1], frequencyBy: 'usual', versions };
  const nearest = COUNTED.toSorted((a, b) => Math.abs(Math.log(a / median)) - Math.abs(Math.log(b / median)))[0]!;
  return { frequency: nearest, frequencyBy: 'versions', versions };
}
