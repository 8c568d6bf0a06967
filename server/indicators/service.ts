/** Indicators of stored versions: what they are, values by unit in any view, and files. */
import type { Artifact, Dataset, DatasetVersion } from '../contract/datasets/dataset.ts';
import { toDatasetId, toIso3, POPULATION, type AdminLevel, type DatasetId, type VersionTag } from '../contract/ids.ts';
import { ALL_SECTORS } from '../contract/indicators/indicators.ts';
import type { IndicatorsAnswer, OfferedSeries, ShownIndicator, ShownMeasure } from '../contract/indicators/api.ts';
import type { IndicatorData, MeasuredIndicator } from '../contract/indicators/data.ts';
import type { SeriesRef } from '../contract/indicators/series.ts';
import { statedValues } from '../contract/indicators/count.ts';
import type { AdminUnit } from '../contract/admin.ts';
import { InputError, orNull } from '../errors.ts';
import { createKept } from '../kept.ts';
import type { Population } from '../population/service.ts';
import { problemText } from '../words/problems.ts';
import { keyOf, type NamedUnit, type NamedUnits } from './exports/rows.ts';
import { readIndicators } from './file.ts';
import { nearestYear, yearOf } from './shown/years.ts';
import { bySector, openSource, refAt, seriesAt, type IndicatorSource } from './shown/source.ts';
import { changeOf, statedLevel, viewOf, type View } from './shown/view.ts';

export interface IndicatorsDeps {
  datasets: {
    getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
    getDataset: (id: DatasetId) => Promise<Dataset>;
    listUnits: (id: DatasetId, version: VersionTag, query: { limit: number; offset: number }) => Promise<{ units: AdminUnit[] }>;
    readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
  };
  population: Pick<Population, 'getPopulation'>;
  /** Versions kept in memory, parsed: they never change. */
  keep?: number;
}

/** What is asked of a version: one series or several to be added, at a level. */
export interface IndicatorsAsked {
  series: readonly SeriesRef[];
  level: AdminLevel;
  measure: ShownMeasure;
  /** Of the population to divide by; null: that of the year of the values, else the nearest. */
  people: VersionTag | 'current' | null;
  split: 'none' | 'sectors';
  /** What the values are compared with: another version, another period or analysis of the same. */
  before: { version: DatasetVersion | null; period: { start: string; end: string } | null; analysis: string | null } | null;
}

export interface PopulationYear {
  dataset: DatasetId;
  version: VersionTag;
  year: number | null;
  isCurrent: boolean;
}

export interface ShownIndicators {
  view: View;
  /** As they were found, with their period. */
  series: SeriesRef[];
  before: { version: DatasetVersion; series: SeriesRef[] } | null;
  people: { version: DatasetVersion; year: number | null; gap: number | null } | null;
  panels: { sector: string; series: SeriesRef[]; view: View }[] | null;
  /** Sectors of which no unit has a value: they have no map. */
  without: string[];
}

/** More than any country has. */
const ALL_UNITS = 1_000_000;

export type Indicators = ReturnType<typeof createIndicators>;

/**
 * Everything that a stored version of indicators answers. Throws NotFoundError where the version has none or not these, InputError with the reason where
 * what is asked would be no truth: a sum of what overlaps, a share without its whole, a class rolled up.
 */
export function createIndicators({ datasets, population, keep = 4 }: IndicatorsDeps) {
  const kept = createKept<IndicatorSource>(keep);

  async function unitsOf(data: IndicatorData): Promise<NamedUnits> {
    if (!data.boundaries) return new Map();
    const { units } = await datasets.listUnits(data.boundaries.dataset, data.boundaries.version, { limit: ALL_UNITS, offset: 0 });
    return new Map(
      units.map(({ level, pcode, parentPcode, names }): [string, NamedUnit] => [
        keyOf(level, pcode),
        { level, pcode, name: names[0]?.name ?? pcode, parent: parentPcode },
      ]),
    );
  }

  /** By its bytes: a draft that is read again keeps its tag. */
  function open(version: DatasetVersion): Promise<IndicatorSource> {
    const sum = version.artifacts.find(({ kind }) => kind === 'indicators')?.sha256 ?? '';
    return kept.get(`${version.dataset} ${version.version} ${sum}`, async () => {
      const data = await readIndicators(version, (artifact) => datasets.readArtifact(artifact));
      return openSource(version, data, await unitsOf(data));
    });
  }

  /** Published populations of a country, with their year; the deepest level says it. */
  async function listPopulations(dataset: DatasetId): Promise<PopulationYear[]> {
    const found = await orNull(datasets.getDataset(toDatasetId(POPULATION, toIso3(dataset))));
    const shown = found?.versions.filter(({ status }) => status === 'current' || status === 'superseded') ?? [];
    return Promise.all(
      shown.map(async ({ version }) => {
        const own = await datasets.getVersion(found!.id, version);
        const level = own.artifacts.find(({ kind }) => kind === 'population')?.level;
        const answer = level === undefined ? null : await orNull(population.getPopulation(own, { level, sex: 't', age: 'all' }));
        return { dataset: own.dataset, version: own.version, year: answer?.levels[0]?.year ?? null, isCurrent: own.status === 'current' };
      }),
    );
  }

  /** @throws InputError `indicators.no-population` */
  async function findPeople(dataset: DatasetId, asked: IndicatorsAsked['people'], year: number | null) {
    const all = await listPopulations(dataset);
    const chosen = asked === null ? nearestYear(all, year) : all.find(({ version, isCurrent }) => (asked === 'current' ? isCurrent : version === asked));
    if (!chosen) throw new InputError('indicators.no-population', problemText('indicators.no-population'));
    return { version: await datasets.getVersion(chosen.dataset, chosen.version), year: chosen.year };
  }

  /** Of both sexes and all ages; empty where the population has not this level. */
  async function peopleAt(version: DatasetVersion, level: AdminLevel): Promise<Map<string, number>> {
    const found = await orNull(population.getPopulation(version, { level, sex: 't', age: 'all' }));
    const own = found?.levels[0];
    return new Map(own?.pcodes.flatMap((code, i): [string, number][] => (typeof own.values[0]?.[i] === 'number' ? [[code, own.values[0][i]]] : [])));
  }

  /** A version as the page and its draft show it. */
  async function getIndicators(version: DatasetVersion): Promise<Omit<IndicatorsAnswer, 'asOf'>> {
    const source = await open(version);
    const { data } = source;
    const placed = data.areas.filter(({ pcode }) => pcode !== null).length;
    return {
      dataset: version.dataset,
      version: version.version,
      boundaries: data.boundaries,
      list: data.list,
      indicators: data.indicators.map(toShown),
      series: data.series.map((_, i) => offered(source, i)),
      areas: { stated: data.areas.length, placed, notPlaced: data.areas.length - placed },
      populations: await listPopulations(version.dataset),
    };
  }

  /** @throws NotFoundError `indicators.series-unknown`, InputError `indicators.add-…` and the like */
  async function show(version: DatasetVersion, asked: IndicatorsAsked): Promise<ShownIndicators> {
    const source = await open(version);
    if (!source.data.boundaries) throw new InputError('indicators.no-boundaries', problemText('indicators.no-boundaries'));
    const found = asked.series.map((ref) => seriesAt(source, ref));
    const { measure, level } = asked;
    const year = yearOf(source.data.series[found[0]!]!.period);
    const people = measure === 'population' || measure === 'severe' ? await findPeople(version.dataset, asked.people, year) : null;
    const of = measure === 'severe' ? statedLevel(source, found[0]!) : level;
    const living = people && of !== null ? await peopleAt(people.version, of) : null;
    const view = (from: IndicatorSource, series: number[]) => viewOf(from, { series, level, measure, people: living });
    const own = view(source, found);
    const before = asked.before && (await compared(source, found, asked.before, view));
    const sectors = asked.split === 'sectors' ? bySector(source, found[0]!, ALL_SECTORS) : null;
    const each = sectors?.map(({ sector, series }) => ({ sector, series: [refAt(source, series)], view: view(source, [series]) }));
    return {
      view: before ? changeOf(own, before.view) : own,
      series: found.map((each) => refAt(source, each)),
      before: before && { version: before.version, series: before.series },
      people: people && { ...people, gap: people.year === null || year === null ? null : Math.abs(people.year - year) },
      panels: each?.filter(({ view: shown }) => known(shown) > 0).toSorted(byTotal) ?? null,
      without: each?.flatMap(({ sector, view: shown }) => (known(shown) > 0 ? [] : [sector])) ?? [],
    };

    async function compared(from: IndicatorSource, series: number[], other: NonNullable<IndicatorsAsked['before']>, see: typeof view) {
      const opened = other.version ? await open(other.version) : from;
      // Of another version whatever is the latest there, unless a period is named.
      const refs = series.map((each) => ({ ...refAt(from, each), period: other.period, analysis: other.analysis }));
      const there = refs.map((ref) => seriesAt(opened, ref));
      return { version: other.version ?? version, series: there.map((each) => refAt(opened, each)), view: see(opened, there) };
    }
  }

  return { open, getIndicators, show, listPopulations, units: unitsOf };
}

/** Those with most first; of what cannot be added, those with values in most units. */
const byTotal = (a: { view: View; sector: string }, b: { view: View; sector: string }) =>
  (b.view.total ?? 0) - (a.view.total ?? 0) || known(b.view) - known(a.view) || (a.sector < b.sector ? -1 : 1);
const known = ({ values }: View) => [...values.values()].filter((value) => typeof value === 'number').length;

/** An indicator as answers tell it: all but what only a version keeps. */
export function toShown({ code, state, title, sector, kind, measure, unit, additive, time, direction, classes }: MeasuredIndicator): ShownIndicator {
  return { code, state, title, sector, kind, measure, unit, additive, time, direction, classes };
}

function offered(source: IndicatorSource, series: number): OfferedSeries {
  const { placed, apart } = statedValues(source.data, series);
  const values = [...placed.values()].flatMap((units) => [...units.values()]);
  const withValue = values.filter(({ value }) => value !== null).length;
  return {
    ...refAt(source, series),
    values: withValue,
    noData: values.length - withValue,
    levels: [...placed].flatMap(([level, units]) => ([...units.values()].some(({ value }) => value !== null) ? [level] : [])).toSorted((a, b) => a - b),
    notPlaced: apart.areas - apart.noData,
  };
}
