/** What a series has sheets of: each cluster, region or organisation, with the facts of its map; classes are those of the whole, so that sheets compare. */
import type { FeatureTable } from '../../contract/admin.ts';
import { coverValues } from '../../contract/maps/classes.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import type { SeriesBy } from '../../contract/maps/paper.ts';
import type { CountDefinition } from '../../contract/presence/presence.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { PrintLang } from '../../contract/languages.ts';
import { ForbiddenError, InputError } from '../../errors.ts';
import { foldName } from '../../matching/fold.ts';
import { codeName, withOwnSectors } from '../../matching/sectors.ts';
import type { Presence } from '../../presence/service.ts';
import { problemText } from '../../words/problems.ts';
import { languageOf, say } from '../../words/words.ts';
import type { Emptiness, MapFacts } from '../facts.ts';
import type { MapFactsOf } from '../findFacts.ts';
import { nameIn } from '../sentences.ts';
import { colonOf } from '../titles.ts';

/** More sheets than this are no series that anybody turns over; the bound of time is for as many. */
export const MOST_PARTS = 150;

export interface SeriesPart {
  /** Of cluster, unit or organisation; the same for the same data. */
  code: string;
  name: string;
  /** What words, legend and table are of. */
  facts: MapFacts;
  /** What is drawn around it, where that is more. */
  whole: MapFacts | null;
}

export interface PartsDeps {
  factsOf: MapFactsOf;
  presence: Pick<Presence, 'getOverview' | 'open' | 'sectorTable' | 'listByArea'>;
}

/** Found before it is made: to say how many there are, nothing is counted. */
export interface FoundPart {
  code: string;
  name: string;
  /** Spellings of clusters that nobody has matched yet, where it is of these: a doubt, which stands after all that is known. */
  unmatched?: string[];
  facts: () => Promise<SeriesPart>;
}

/**
 * Found at once, their facts one after the other: whoever makes them can say how far it is.
 * @throws InputError `series.…`, ForbiddenError of a sensitive source
 */
export async function listParts({ factsOf, presence }: PartsDeps, whole: MapFacts, by: SeriesBy, lang: PrintLang): Promise<FoundPart[]> {
  const order = new Intl.Collator(languageOf(lang).locale).compare;
  const found =
    by === 'adm1'
      ? await regionsOf(factsOf, whole, lang)
      : by === 'cluster'
        ? await clustersOf(factsOf, presence, whole, lang)
        : await organisationsOf(factsOf, presence, whole);
  if (found.length === 0) throw new InputError('series.empty', problemText('series.empty'));
  if (found.length > MOST_PARTS) throw new InputError('series.too-many', problemText('series.too-many'), { details: { n: found.length, most: MOST_PARTS } });
  const isLast = ({ unmatched }: FoundPart) => (unmatched ? 1 : 0);
  return found.toSorted((a, b) => isLast(a) - isLast(b) || order(a.name, b.name) || (a.code < b.code ? -1 : 1));
}

const noClusters = () => new InputError('series.no-clusters', problemText('series.no-clusters'));

/** As somebody unknown asks: a sheet is for whoever may see the map. */
function requestOf({ spec: { data }, boundary }: MapFacts) {
  if (data.kind !== 'presence') throw noClusters();
  return { request: { dataset: data.dataset, version: data.version as never, trusted: false, onto: boundary.version }, data };
}

/**
 * Clusters; and together, on one sheet, what files call by words that nobody has matched to a cluster yet. A sheet for each spelling would show a
 * slip of the pen as a cluster beside the one that was meant. Words that somebody said are a cluster of their own are one.
 */
async function clustersOf(factsOf: MapFactsOf, presence: PartsDeps['presence'], whole: MapFacts, lang: PrintLang): Promise<FoundPart[]> {
  const { request, data } = requestOf(whole);
  const { sectors, policy } = await presence.getOverview(request);
  const table = withOwnSectors(presence.sectorTable, sectors);
  const asked = data.definition.sectors;
  const spellings = new Set((await presence.open(whole.data!)).data.openSectors.map(({ text }) => foldName(text)));
  const open = new Set(sectors.flatMap(({ code, text }) => (text !== undefined && spellings.has(foldName(text)) ? [code] : [])));
  const codes = [...new Set(sectors.map(({ code, parent }) => parent ?? code))].filter((code) => asked.length === 0 || asked.includes(code));
  const nameOf = (code: string) => codeName(table, code, 'sector', lang);
  const part = (code: string, name: string, of: string[]): FoundPart => ({
    code,
    name,
    facts: async () => ({ code, name, whole: null, facts: await narrowed(factsOf, whole, { sectors: of }) }),
  });
  const known = codes.filter((code) => !open.has(code)).map((code) => part(code, nameOf(code), [code]));
  const unmatched = codes.filter((code) => open.has(code)).toSorted();
  const name = say(lang, 'series.unmatched');
  if (unmatched.length === 0) return known;
  // A sensitive source is asked of one cluster, never of some together.
  if (policy) return [...known, ...unmatched.map((code) => ({ ...part(code, `${name}${colonOf(lang)}${nameOf(code)}`, [code]), unmatched: [nameOf(code)] }))];
  return [...known, { ...part('unmatched', name, unmatched), unmatched: unmatched.map(nameOf) }];
}

async function organisationsOf(factsOf: MapFactsOf, presence: PartsDeps['presence'], whole: MapFacts): Promise<FoundPart[]> {
  const { request, data } = requestOf(whole);
  const lists = await presence.listByArea(request, Math.min(1, whole.table.level) as AdminLevel, data.definition).catch((error: unknown) => {
    // A sheet is for whoever may see the map: signing in, which the presence of a 3W would advise, opens none.
    throw error instanceof ForbiddenError ? new ForbiddenError('series.closed', problemText('series.closed')) : error;
  });
  const names = new Map(lists.flatMap(({ organisations }) => organisations.map(({ organisation: { id, name } }) => [id, name] as const)));
  return [...names].map(([code, name]) => ({
    code,
    name,
    facts: async () => ({ code, name, whole: null, facts: await narrowed(factsOf, whole, { orgs: [code] }) }),
  }));
}

/** The same map of a part of what is counted. An area that others report on, and where this part has nothing, has none of it, whether it reports or not. */
async function narrowed(factsOf: MapFactsOf, whole: MapFacts, change: Partial<CountDefinition>): Promise<MapFacts> {
  const { data } = whole.spec;
  if (data.kind !== 'presence') throw noClusters();
  const spec: MapSpec = { ...whole.spec, data: { ...data, definition: { ...data.definition, ...change }, split: 'none' } };
  const own = await factsOf(spec, whole.cleared);
  const values = new Map<string, number | Emptiness>();
  for (const [pcode, value] of own.values!) {
    const all = whole.values!.get(pcode) ?? 'noData';
    const isSaid = typeof value === 'number' || value === 'noData' || value === 'withheld' || value === 'possible';
    values.set(pcode, typeof all !== 'number' && all !== 'possible' ? all : isSaid ? value : 'zero');
  }
  return {
    ...own,
    values,
    spec: { ...own.spec, classes: whole.spec.classes },
    ended: whole.ended,
    pinned: whole.pinned,
    ...(whole.asOf ? { asOf: whole.asOf } : {}),
  };
}

/** The units within each unit of admin 1: the others are drawn around them without a class, and nothing is said of them. */
async function regionsOf(factsOf: MapFactsOf, whole: MapFacts, lang: PrintLang): Promise<FoundPart[]> {
  const { table, spec, presence, population } = whole;
  const above = table.level > 1 ? whole.lineage[1] : undefined;
  if (!above) throw new InputError('series.no-regions', problemText('series.no-regions'));
  // Organisations of a region are no sum of those of its areas.
  const counted =
    presence !== null && presence.total !== null
      ? (await factsOf({ ...spec, boundary: { ...spec.boundary, level: 1 }, selected: null, selectedLevel: null, view: null })).values
      : null;
  const rows = new Map<string, { name: string; rows: number[] }>();
  above.forEach((unit, row) => {
    if (!unit) return;
    const own = rows.get(unit.pcode) ?? { name: nameIn(unit.names, spec.labels.lang === lang ? lang : spec.labels.lang), rows: [] };
    own.rows.push(row);
    rows.set(unit.pcode, own);
  });
  return [...rows].map(([code, { name, rows: own }]) => ({
    code,
    name,
    facts: () => {
      const facts = within(whole, own);
      const total = counted?.get(code);
      const people = population && spec.data.kind === 'population' && spec.data.measure === 'people' ? sumOf(facts) : null;
      return Promise.resolve({
        code,
        name,
        whole,
        facts: {
          ...facts,
          presence: presence && { ...presence, total: typeof total === 'number' ? total : total === 'zero' ? 0 : null, totalBefore: null, ...NOWHERE },
          population: population && { ...population, total: people, carried: null },
        },
      });
    },
  }));
}

/** Rows without a place are the country's, not those of a region. */
const NOWHERE = { notPlaced: null, inDoubt: null, possible: null, knownOnlyAbove: null, undated: null, carried: [] };

const sumOf = ({ values }: MapFacts): number => [...(values?.values() ?? [])].reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);

/** The facts of some units alone. Their geometry stays that of all: what is drawn is drawn from the whole. */
function within(whole: MapFacts, rows: readonly number[]): MapFacts {
  const pick = <T>(all: readonly T[]): T[] => rows.map((row) => all[row]!);
  const table: FeatureTable = { ...whole.table, units: pick(whole.table.units) };
  const codes = new Set<string>(table.units.map(({ pcode }) => pcode));
  const own = <T>(map: ReadonlyMap<string, T>) => new Map([...map].filter(([code]) => codes.has(code)));
  return {
    ...whole,
    table,
    spec: { ...whole.spec, view: null, selected: null, selectedLevel: null },
    lineage: whole.lineage.map((chain) => pick(chain)),
    parents: new Map([...whole.parents].map(([level, chain]) => [level, pick(chain)])),
    selected: null,
    values: whole.values && own(whole.values),
    possible: own(whole.possible),
    ...(whole.ranges ? { ranges: own(whole.ranges) } : {}),
    parts: [],
    panels: null,
  };
}

/** The outer breaks moved so that no sheet has a value beyond them: the same classes on all. */
export function oneScale(whole: MapFacts, parts: readonly SeriesPart[]): MapSpec['classes'] {
  const { classes } = whole.spec;
  return { ...classes, breaks: parts.reduce((breaks, { facts }) => coverValues(breaks, facts.values), coverValues(classes.breaks, whole.values)) };
}
