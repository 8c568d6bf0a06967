/** From a MapSpec to the map with its data: versions resolved, units loaded, values counted. Only what is published and may be shown to everybody. */
import type { AdminUnit, FeatureTable } from '../contract/admin.ts';
import { isPublic, type DatasetVersion } from '../contract/dataset.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../contract/ids.ts';
import type { Emptiness, MapFacts } from '../contract/mapFacts.ts';
import type { MapSpec } from '../contract/map.ts';
import type { CountDefinition, PresenceCount } from '../contract/presence.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { lineageOf } from '../ingest/export/columns.ts';
import { readGeometryFile } from '../ingest/export/geometryFile.ts';
import type { Datasets } from './datasets.ts';
import { findGeometry } from './geometry.ts';
import type { Population } from './population.ts';
import type { Presence } from './presence.ts';

export interface MapFactsDeps {
  datasets: Pick<Datasets, 'getVersion' | 'getDataset' | 'readArtifact'>;
  population: Population;
  presence: Pick<Presence, 'summarize' | 'getOverview'>;
  /** Versions whose geometry is kept in memory. */
  keep?: number;
}

export type MapFactsOf = (spec: MapSpec) => Promise<MapFacts>;

export function createMapFacts({ datasets, population, presence, keep = 4 }: MapFactsDeps): MapFactsOf {
  const geometries = new Map<string, Promise<FeatureTable[]>>();

  /** Least recently used goes first; a failed read is forgotten. */
  function readTables(version: DatasetVersion): Promise<FeatureTable[]> {
    const artifact = findGeometry(version);
    if (!artifact)
      throw new ConflictError(
        'map.no-geometry',
        `${version.dataset} ${version.version} was stored without the geometry that maps are drawn from; ingest it again.`,
      );
    const tables = geometries.get(artifact.sha256) ?? datasets.readArtifact(artifact).then(readGeometryFile);
    geometries.delete(artifact.sha256);
    geometries.set(artifact.sha256, tables);
    tables.catch(() => geometries.delete(artifact.sha256));
    for (const key of geometries.keys()) if (geometries.size > keep) geometries.delete(key);
    return tables;
  }

  /** A saved map is for everybody, so a draft is no more there than a version that never was. */
  async function publicVersion(id: DatasetId, ref: VersionTag | 'current'): Promise<DatasetVersion> {
    const version = await datasets.getVersion(id, ref);
    if (!isPublic(version)) throw new NotFoundError('version.unknown', `There is no published version ${ref} of ${id} here.`);
    return version;
  }

  return async (asked) => {
    const boundary = await publicVersion(asked.boundary.dataset, asked.boundary.version);
    const tables = await readTables(boundary);
    const { level } = asked.boundary;
    const table = tables.find((each) => each.level === level);
    if (!table) {
      const levels = tables.map((each) => `adm${each.level}`).join(', ');
      throw new NotFoundError('map.level-unknown', `${boundary.dataset} ${boundary.version} has no adm${level}; it has ${levels}.`);
    }
    const data = asked.data.kind === 'boundaries' ? null : await publicVersion(asked.data.dataset, asked.data.version);
    const lineage = lineageOf(table, tables);
    const { countryNames } = await datasets.getDataset(boundary.dataset);
    const facts: MapFacts = {
      spec: pin(asked, boundary, data),
      pinned: asked.boundary.version !== 'current' && (asked.data.kind === 'boundaries' || asked.data.version !== 'current'),
      boundary,
      data,
      countryNames,
      table,
      lineage,
      parents: new Map(lineage.slice(0, level).map((units, at) => [at as AdminLevel, units.map((unit) => unit?.pcode ?? null)])),
      values: null,
      population: null,
      presence: null,
    };
    if (asked.data.kind === 'population') await addPopulation(facts, asked.data, data!);
    if (asked.data.kind === 'presence') await addPresence(facts, asked.data.definition, data!);
    facts.spec.classes = { ...facts.spec.classes, breaks: coverValues(facts.spec.classes.breaks, facts.values) };
    return facts;
  };

  async function addPopulation(facts: MapFacts, { measure, sex, age }: MapSpec['data'] & { kind: 'population' }, data: DatasetVersion): Promise<void> {
    const { levels } = await population.getPopulation(data, { level: facts.table.level, sex, age });
    const own = levels[0]!;
    const people = new Map(own.pcodes.map((code, i) => [code, own.values[0]![i] ?? null]));
    facts.values = new Map();
    let total = 0;
    for (const { pcode, areaSqKm } of facts.table.units) {
      const count = people.get(pcode) ?? null;
      if (count !== null) total += count;
      const value = measure === 'people' ? count : count !== null && areaSqKm > 0 ? count / areaSqKm : null;
      facts.values.set(pcode, value ?? 'noData');
    }
    facts.population = { total, year: own.year, source: own.source };
  }

  async function addPresence(facts: MapFacts, definition: CountDefinition, data: DatasetVersion): Promise<void> {
    // As somebody unknown asks: a map is for everybody, so a sensitive source gives its redacted layer only.
    const request = { dataset: data.dataset, version: data.version, trusted: false };
    const [count, { period, policy }] = await Promise.all([presence.summarize(request, facts.table.level, definition), presence.getOverview(request)]);
    facts.values = emptinesses(facts.table.units, facts.lineage, count);
    for (const pcode of count.suppressed) facts.values.set(pcode, 'noData');
    const { count: total, notPlaced, knownOnlyAbove, undated } = count.totals;
    facts.presence = {
      definition: count.definitionText,
      total,
      notPlaced,
      knownOnlyAbove,
      undated,
      from: definition.from ?? period?.start ?? null,
      to: definition.to ?? period?.end ?? null,
      redacted: policy !== null,
    };
  }
}

/** Every unit has a number or the reason why it has none; what is known only of a unit above is said of each below that has no count of its own. */
export function emptinesses(
  units: AdminUnit[],
  lineage: (AdminUnit | null)[][],
  count: Pick<PresenceCount, 'byPcode' | 'reported' | 'knownOnlyAbove'>,
): Map<string, number | Emptiness> {
  const reported = new Set(count.reported);
  return new Map<string, number | Emptiness>(
    units.map(({ pcode, level }, row): [string, number | Emptiness] => {
      const own = count.byPcode[pcode];
      if (own) return [pcode, own.count];
      const above = lineage.slice(1, level).some((chain) => chain[row] && count.knownOnlyAbove[chain[row].pcode]);
      return [pcode, above ? 'aboveOnly' : reported.has(pcode) ? 'zero' : 'notReported'];
    }),
  );
}

function pin(spec: MapSpec, boundary: DatasetVersion, data: DatasetVersion | null): MapSpec {
  return {
    ...spec,
    boundary: { ...spec.boundary, version: boundary.version },
    data: spec.data.kind === 'boundaries' || !data ? spec.data : { ...spec.data, version: data.version },
  };
}

/** New data may leave the old classes: the outer ones are widened, the inner breaks stay, so that colours keep their meaning. */
export function coverValues(breaks: number[], values: Map<string, number | Emptiness> | null): number[] {
  if (breaks.length < 2 || !values) return breaks;
  let [low, high] = [breaks[0]!, breaks.at(-1)!];
  for (const value of values.values()) {
    if (typeof value !== 'number') continue;
    // Zero has a look of its own where the classes begin above it.
    if (value > 0 || breaks[0]! <= 0) low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, ...breaks.slice(1, -1), high];
}
