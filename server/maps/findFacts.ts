/** From a MapSpec to the map with its data: versions resolved, units loaded, values counted. Only what is published and may be shown to everybody. */
import type { Cleared } from '../contract/maps/clearance.ts';
import { coverValues } from '../contract/maps/classes.ts';
import type { FeatureTable } from '../contract/admin.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { AdminLevel } from '../contract/ids.ts';
import type { CarriedPeople, Emptiness, MapFacts, Range } from './facts.ts';
import type { ShownLevel, ShownPopulation } from '../contract/population/carried.ts';
import { peopleOf, type MapSpec, type PresenceMapData } from '../contract/maps/map.ts';
import { changeOf, measurePresence, possibleOf, type Measured } from '../contract/presence/measure.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { createKept } from '../kept.ts';
import { lineageOf } from '../boundaries/files/columns.ts';
import { readGeometryFile } from '../formats/geometryFile.ts';
import { unrollTables } from '../geometry/antimeridian.ts';
import type { Publisher } from '../disclaimers/publishers.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import { findGeometry } from '../catalogue/geometry.ts';
import { createFindPublic } from '../catalogue/visible.ts';
import type { FindGround } from './ground.ts';
import { findOverlays, type ShowLayer } from './overlays/overlay.ts';
import { addCoverage, type TellCoverage } from './assessments/facts.ts';
import { addIndicators } from './indicators/facts.ts';
import { countClusters, countOrganisations } from './panels.ts';
import { toldClasses } from './toldClasses.ts';
import type { Population, WeighLevels } from '../population/service.ts';
import type { Indicators } from '../indicators/service.ts';
import type { Presence } from '../presence/service.ts';

export interface MapFactsDeps {
  findGround: Pick<FindGround, 'read'>;
  datasets: Pick<Datasets, 'getVersion' | 'getDataset' | 'readArtifact'>;
  population: Population;
  weighLevels: WeighLevels;
  presence: Pick<Presence, 'summarize' | 'getOverview' | 'sectorTable' | 'isSensitive' | 'listOrganisations'>;
  indicators: Pick<Indicators, 'show' | 'open'>;
  coverage: TellCoverage;
  layers: { shown: ShowLayer };
  publisher: Publisher;
  /** Of files whose geometry is kept in memory, in bytes; the newest one always is. */
  keepBytes?: number;
}

/** @param cleared the clearance of a saved map, whatever it shows now */
export type MapFactsOf = (spec: MapSpec, cleared?: Cleared | null) => Promise<MapFacts>;

export function createMapFacts({
  datasets,
  findGround,
  population,
  weighLevels,
  presence,
  indicators,
  coverage,
  layers,
  publisher,
  keepBytes = 64_000_000,
}: MapFactsDeps): MapFactsOf {
  const geometries = createKept<{ bytes: number; tables: FeatureTable[] }>(keepBytes, ({ bytes }) => bytes);

  async function readTables(version: DatasetVersion): Promise<FeatureTable[]> {
    const artifact = findGeometry(version);
    if (!artifact)
      throw new ConflictError(
        'map.no-geometry',
        `${version.dataset} ${version.version} was stored without the geometry that maps are drawn from; upload it again.`,
      );
    const { sha256, bytes } = artifact;
    const { tables } = await geometries.get(sha256, async () => ({ bytes, tables: unrollTables(readGeometryFile(await datasets.readArtifact(artifact))) }));
    return tables;
  }

  /** A saved map is for everybody. */
  const publicVersion = createFindPublic(datasets);

  return async (saved) => {
    const asked = { ...saved, data: countable(saved.data) };
    const boundary = await publicVersion(asked.boundary.dataset, asked.boundary.version);
    const tables = await readTables(boundary);
    const { level } = asked.boundary;
    const table = tables.find((each) => each.level === level);
    if (!table) {
      const levels = tables.map((each) => `adm${each.level}`).join(', ');
      throw new NotFoundError('map.level-unknown', `${boundary.dataset} ${boundary.version} has no adm${level}; it has ${levels}.`);
    }
    const data = asked.data.kind === 'boundaries' ? null : await publicVersion(asked.data.dataset, asked.data.version);
    const beside = peopleOf(asked.data);
    const people = beside && (await publicVersion(beside.dataset, beside.version));
    const lineage = lineageOf(table, tables);
    const { countryNames } = await datasets.getDataset(boundary.dataset);
    const overlays = await findOverlays(asked.layers, layers.shown);
    const facts: MapFacts = {
      spec: pin(asked, boundary, data, people),
      pinned: isPinned(asked),
      boundary,
      ground: await findGround.read(boundary),
      data,
      people,
      ended: await findEnded([boundary, asked.data.kind === 'coverage' ? null : data, people, ...overlays.shown.map(({ version }) => version)]),
      countryNames,
      publisher,
      cleared: null,
      table,
      lineage,
      parents: new Map(lineage.slice(0, level).map((units, at) => [at as AdminLevel, units.map((unit) => unit?.pcode ?? null)])),
      selected: selectedOf(asked, tables),
      values: null,
      possible: new Map(),
      parts: [],
      overlays,
      panels: null,
      told: null,
      population: null,
      presence: null,
    };
    if (asked.data.kind === 'population') await addPopulation(facts, asked.data, data!);
    if (asked.data.kind === 'presence') await addPresence(facts, asked.data, data!);
    if (asked.data.kind === 'indicators') await addIndicators(facts, asked.data, data!, { indicators, publicVersion, sectors: presence.sectorTable });
    if (asked.data.kind === 'coverage') await addCoverage(facts, asked.data, { coverage, sectors: presence.sectorTable });
    // Whenever it is read: a map may have been saved before its source was sensitive, or when classes were still kept as they came.
    const classes = toldClasses(facts);
    const isSplit = isSmall(asked.data);
    const shown = [...(isSplit ? [] : [facts.values]), ...(facts.panels ?? []).map((panel) => panel.values)];
    facts.spec.classes = { ...classes, breaks: shown.reduce((breaks, values) => coverValues(breaks, values), classes.breaks) };
    return facts;
  };

  async function findEnded(shown: (DatasetVersion | null)[]): Promise<MapFacts['ended']> {
    const ended = shown.filter((version) => version !== null && version.status !== 'current') as DatasetVersion[];
    return Promise.all(ended.map(async (version) => ({ version, current: (await datasets.getDataset(version.dataset)).current })));
  }

  async function addPopulation(facts: MapFacts, { measure, sex, age, carried }: MapSpec['data'] & { kind: 'population' }, data: DatasetVersion): Promise<void> {
    const query = { level: facts.table.level, sex, age };
    const shown: ShownPopulation = carried
      ? await population.getPopulationOn(data, facts.boundary, query, { findFrom: publicVersion, weigh: weighLevels, goOn: () => {} })
      : await population.getPopulation(data, query);
    const own = shown.levels[0]!;
    const people = new Map(own.pcodes.map((code, i) => [code, own.values[0]![i] ?? null]));
    facts.values = new Map();
    let total = 0;
    for (const { pcode, areaSqKm } of facts.table.units) {
      const count = people.get(pcode) ?? null;
      if (count !== null) total += count;
      const value = measure === 'people' ? count : count !== null && areaSqKm > 0 ? count / areaSqKm : null;
      facts.values.set(pcode, value ?? 'noData');
    }
    facts.population = { total, year: own.year, source: own.source, carried: carriedOf(shown, own) };
    // Drawn over the class: the number is an estimate.
    const estimates = own.pcodes.flatMap((code, i) => (own.carried?.methods[i] === 'estimated' ? [{ code, i }] : []));
    if (!own.carried || estimates.length === 0) return;
    const { low, high } = own.carried;
    const bound = (of: (number | null)[][]) =>
      new Map(estimates.flatMap(({ code, i }): [string, number][] => (of[0]![i] === null ? [] : [[code, of[0]![i]!]])));
    const areas = new Map(facts.table.units.map(({ pcode, areaSqKm }) => [pcode as string, measure === 'people' ? 1 : areaSqKm]));
    facts.ranges = new Map(
      estimates.flatMap(({ code, i }): [string, Range][] => {
        const [least, most, area] = [low[0]![i]!, high[0]![i]!, areas.get(code)];
        return least === null || !area || least === most ? [] : [[code, [least / area, most! / area]]];
      }),
    );
    facts.parts = [
      ['people', new Map([...people].flatMap(([code, count]): [string, number][] => (count === null ? [] : [[code, count]])))],
      ['low', bound(low)],
      ['high', bound(high)],
    ];
  }

  async function addPresence(facts: MapFacts, { definition: asked, measure, split }: PresenceMapData, data: DatasetVersion): Promise<void> {
    // As somebody unknown asks: a map is for everybody, so a sensitive source gives its redacted layer only.
    const request = { dataset: data.dataset, version: data.version, trusted: false, onto: facts.boundary.version };
    const other = measure.is === 'change' && measure.version !== null ? await publicVersion(data.dataset, measure.version) : null;
    const otherRequest = { ...request, version: other?.version ?? data.version };
    const { level } = facts.table;
    // People are set against organisations, so these are what is counted, and what the definition says in words.
    const definition = facts.people ? { ...asked, unit: 'organisations' as const } : asked;
    const [count, before, { period, policy, sectors }, otherPeriod] = await Promise.all([
      presence.summarize(request, level, definition),
      measure.is === 'change' ? presence.summarize(otherRequest, level, { ...definition, from: measure.from, to: measure.to }) : null,
      presence.getOverview(request),
      other && presence.getOverview(otherRequest).then((overview) => overview.period),
    ]);
    const people = facts.people && (await loadPeople(facts, facts.people));
    const measured: Measured = before ? { is: 'change', before, people } : people ? { is: 'ratio', people } : { is: 'count' };
    const above = aboveOf(facts);
    facts.values = measurePresence(count, above, measured);
    // Of a difference both sides may be more: a single number does not say by how much.
    const part = people ? 'organisations' : 'count';
    if (!before)
      facts.possible = new Map(above.flatMap(([pcode]): [string, number][] => [[pcode, possibleOf(count, pcode, part) ?? 0]]).filter(([, most]) => most > 0));
    const numbers = ({ byPcode }: typeof count, key: 'count' | 'organisations') =>
      new Map([...facts.values!].flatMap(([pcode, value]) => (typeof value === 'number' || value === 'zero' ? [[pcode, byPcode[pcode]?.[key] ?? 0]] : [])));
    if (people && before) {
      const sides = [...changeOf(count, before, people)].filter(([pcode]) => typeof facts.values!.get(pcode) === 'number');
      const side = (of: 'before' | 'now') => new Map(sides.flatMap(([pcode, change]): [string, number][] => (change ? [[pcode, change[of]]] : [])));
      facts.parts = [
        ['people', people],
        ['before', side('before')],
        ['now', side('now')],
      ];
    } else if (people) {
      facts.parts = [
        ['people', people],
        ['organisations', numbers(count, 'organisations')],
      ];
    } else if (before) {
      facts.parts = [
        ['before', numbers(before, 'count')],
        ['now', numbers(count, 'count')],
      ];
    }
    if (facts.possible.size > 0) facts.parts.push(['possible', facts.possible]);
    let each: { shown: number; all: number } | null = null;
    if (split !== 'none') {
      const panelsAsked = { request, level, definition, above, whole: facts.values };
      if (split === 'organisations') {
        const { panels, all } = await countOrganisations(presence, panelsAsked);
        facts.panels = panels;
        each = { shown: panels.length, all };
      } else facts.panels = await countClusters(presence, { ...panelsAsked, sectors, finest: split === 'matrix' });
      facts.parts = facts.panels.map(({ code, values }) => [code, new Map([...values].flatMap(([pcode, value]) => toNumber(pcode, value)))]);
    }
    const { notPlaced, inDoubt, possible, knownOnlyAbove, undated } = count.totals;
    facts.presence = {
      definition: count.definitionText,
      total: count.totals.count,
      organisations: each,
      // There is no one number of people for each organisation of all areas together.
      totalBefore: before && !people ? before.totals.count : null,
      before: measure.is === 'change' ? { version: other, from: measure.from ?? otherPeriod?.start ?? null, to: measure.to ?? otherPeriod?.end ?? null } : null,
      carried: [count.carried ?? [], before?.carried ?? []].flat(),
      notPlaced,
      inDoubt,
      possible,
      knownOnlyAbove,
      undated,
      from: definition.from ?? period?.start ?? null,
      to: definition.to ?? period?.end ?? null,
      suppressBelow: policy?.suppressBelow ?? null,
    };
  }

  /** Of both sexes and all ages. */
  async function loadPeople(facts: MapFacts, version: DatasetVersion): Promise<Map<string, number>> {
    const { levels } = await population.getPopulation(version, { level: facts.table.level, sex: 't', age: 'all' });
    const { pcodes, values, year, source } = levels[0]!;
    facts.population = { total: null, year, source, carried: null };
    return new Map(pcodes.flatMap((code, i): [string, number][] => (typeof values[0]![i] === 'number' ? [[code, values[0]![i]]] : [])));
  }
}

function carriedOf({ carried }: ShownPopulation, { carried: own }: ShownLevel): CarriedPeople | null {
  if (!carried || !own) return null;
  const { before, exact, near, estimated, remainder } = own.people;
  return { from: carried.from, to: carried.to, before, whole: exact + near, estimated, left: remainder };
}

/** Of one organisation there is one everywhere: its activities are counted. */
function countable(data: MapSpec['data']): MapSpec['data'] {
  if (data.kind !== 'presence' || data.split !== 'organisations' || data.definition.unit !== 'organisations') return data;
  return { ...data, definition: { ...data.definition, unit: 'activities' } };
}

/** Whether small maps stand in place of one. */
export const isSmall = (data: MapSpec['data']): boolean => 'split' in data && data.split !== 'none' && data.split !== 'matrix';

const toNumber = (pcode: string, value: number | Emptiness): [string, number][] =>
  typeof value === 'number' ? [[pcode, value]] : value === 'zero' ? [[pcode, 0]] : [];

/** A unit that newer boundaries have no more is not brought forward. */
function selectedOf({ selected, selectedLevel, boundary }: MapSpec, tables: FeatureTable[]): MapFacts['selected'] {
  const table = tables.find(({ level }) => level === (selectedLevel ?? boundary.level));
  const row = table && selected !== null ? table.units.findIndex(({ pcode }) => pcode === selected) : -1;
  return row < 0 ? null : { table: table!, row };
}

/** Codes above each unit, without the country. */
export function aboveOf({ table, lineage }: Pick<MapFacts, 'table' | 'lineage'>): [pcode: string, above: string[]][] {
  const above = lineage.slice(1, table.level);
  return table.units.map(({ pcode }, row) => [pcode, above.flatMap((chain) => chain[row]?.pcode ?? [])]);
}

/** Whether no newer version changes the map. */
const isPinned = ({ boundary, data, layers }: MapSpec): boolean =>
  [boundary, ...(data.kind === 'boundaries' ? [] : [data, peopleOf(data)]), ...layers].every((shown) => shown?.version !== 'current');

function pin(spec: MapSpec, boundary: DatasetVersion, data: DatasetVersion | null, people: DatasetVersion | null): MapSpec {
  return {
    ...spec,
    boundary: { ...spec.boundary, version: boundary.version },
    data: spec.data.kind === 'boundaries' || !data ? spec.data : { ...pinPeople(spec.data, people), version: data.version },
  };
}

function pinPeople<T extends MapSpec['data']>(data: T, people: DatasetVersion | null): T {
  const population = peopleOf(data);
  if ((data.kind !== 'presence' && data.kind !== 'indicators') || !population || !people) return data;
  return { ...data, measure: { ...data.measure, population: { ...population, version: people.version } } };
}
