/** The pipeline of indicators as the job runner and the command line call it: on the current boundaries, with the agreed list and what people decided. */
import { readFileSync } from 'node:fs';
import { defaultTitle } from '../contract/given.ts';
import { toIso3, type Iso3 } from '../contract/ids.ts';
import { indicatorAnswers, type IndicatorAnswers, type LayoutProfile } from '../contract/indicators/columns.ts';
import type { IndicatorData, IndicatorSummary } from '../contract/indicators/data.ts';
import type { Indicator } from '../contract/indicators/indicators.ts';
import { NotFoundError } from '../errors.ts';
import type { ExportRequest, Kind, PipelineInput, PipelineResult } from '../kinds/kind.ts';
import { carriedMetadata, NO_METADATA, type NewArtifact } from '../kinds/summary.ts';
import { countryName } from '../matching/countries.ts';
import { refuseFaults } from '../words/faults.ts';
import { inEach } from '../words/words.ts';
import { columnsFile } from './columnsFile.ts';
import { readIndicators } from './file.ts';
import type { AreaDecision } from './normalize/areas.ts';
import type { IndicatorOptions } from './pipeline.ts';

/** What a country knows beside the files. */
export interface IndicatorKnowledge {
  /** The agreed list that is current, and its version. */
  readList(country: Iso3): Promise<{ version: string | null; indicators: readonly Indicator[] }>;
  /** Areas that people mapped to units, or said that they are none. */
  readDecisions(country: Iso3): Promise<{ decisions: ReadonlyMap<string, AreaDecision>; last: string | null }>;
}

interface Join {
  dataset: string;
  version: string;
}

/** Without `knowledge` nothing was agreed or decided. */
export const indicatorKind = (knowledge: IndicatorKnowledge | undefined): Kind => ({
  // Files come month by month, and what the group agrees on is the list and an endorsement.
  approval: 'own',
  mayClose: true,
  exportsJson: true,
  toJson({ join, rows }) {
    const told = rows as IndicatorSummary | undefined;
    return { boundaries: join ?? null, ...(told ? { rows: told.rows, areas: told.areas, values: told.values, layouts: told.layouts } : {}) };
  },
  exportAs,
  async isStale({ dataset, join, createdAt }, boundaries) {
    const { last } = (await knowledge?.readDecisions(toIso3(dataset))) ?? { last: null };
    return ((join as Join | null | undefined)?.version ?? null) !== boundaries || (last !== null && last >= createdAt);
  },
  pipeline: (input) => ingest(input, knowledge),
  async checker(input) {
    const { runIndicatorIngest } = await import('./pipeline.ts');
    const { report, data } = await runIndicatorIngest(input.files, await toOptions(input, knowledge), input.onProgress);
    // What `--columns` takes is what `check --format json` gives.
    return { ...report, columns: data.columnsRead };
  },
});

/** All values as one table, or the version as it is kept. @throws NotFoundError `file.unknown` */
async function exportAs({ version, format, level, readArtifact }: ExportRequest): Promise<Uint8Array> {
  const data = await readIndicators(version, readArtifact);
  const { writeValuesCsv, writeValuesXlsx } = await import('./files.ts');
  if (format === 'csv') return writeValuesCsv(data, level);
  if (format === 'xlsx') return writeValuesXlsx(data, level);
  if (format === 'json') return new TextEncoder().encode(JSON.stringify(data));
  throw new NotFoundError('file.unknown', `${version.dataset} ${version.version} can be exported as csv, xlsx or json, not as ${format}.`);
}

async function ingest(input: PipelineInput, knowledge: IndicatorKnowledge | undefined): Promise<PipelineResult> {
  const { country, dataset, boundaries, onProgress } = input;
  const [{ runIndicatorIngest }, { toSummary }, { writeValuesCsv }] = await Promise.all([
    import('./pipeline.ts'),
    import('../checks/run.ts'),
    import('./files.ts'),
  ]);
  const options = await toOptions(input, knowledge);
  const { data, summary, report, levels } = await runIndicatorIngest(input.files, options, onProgress);
  onProgress('export', 0, 1);
  const toJson = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const artifacts: NewArtifact[] = [
    { kind: 'indicators', file: `${dataset}.json`, mediaType: 'application/json', bytes: toJson(data) },
    { kind: 'csv', file: `${dataset}.csv`, mediaType: 'text/csv', bytes: writeValuesCsv(data, null) },
    columnsFile(data, options.answers),
    { kind: 'report', file: 'report.json', mediaType: 'application/json', bytes: toJson(report) },
  ];
  return {
    summary: {
      countryNames: inEach((lang) => countryName(country, lang)),
      levels,
      bbox: boundaries?.version.bbox ?? null,
      languages: [],
      metadata: { ...NO_METADATA, title: defaultTitle('indicators', countryName(country, 'en')), ...carriedMetadata(input.previous), ...input.metadata },
      statedVersion: null,
      report: toSummary(report),
      units: [],
      diff: null,
      join: data.boundaries,
      rows: summary,
    },
    artifacts,
  };
}

/** @throws InputError `indicators.answers` */
function toAnswers(options: PipelineInput['options']): IndicatorAnswers {
  const parsed = indicatorAnswers.safeParse(options);
  if (parsed.success) return parsed.data;
  throw refuseFaults('indicators.answers', 'answers', parsed.error);
}

async function toOptions(
  { country, dataset, sha256, boundaries, previous, exceptions, options }: PipelineInput,
  knowledge: IndicatorKnowledge | undefined,
): Promise<IndicatorOptions> {
  const list = await knowledge?.readList(country);
  const decided = await knowledge?.readDecisions(country);
  const before = previous?.version.artifacts.some(({ kind }) => kind === 'indicators') ? await readIndicators(previous.version, previous.readArtifact) : null;
  const diff = boundaries?.version.diff;
  return {
    country,
    dataset,
    sha256,
    boundaries: boundaries && {
      dataset: boundaries.version.dataset,
      version: boundaries.version.version,
      levels: boundaries.gazetteer,
      before: diff
        ? {
            version: diff.against,
            recoded: diff.levels.flatMap(({ level, recoded }) => recoded.map((each) => ({ level, ...each }))),
            retired: diff.levels.flatMap(({ level, retired = [] }) => retired.map((each) => ({ level, ...each }))),
          }
        : null,
    },
    sectors: readFileSync(new URL('../../data/sectors.csv', import.meta.url), 'utf8'),
    listed: list?.indicators ?? [],
    list: list?.version ?? null,
    decisions: decided?.decisions ?? new Map(),
    profiles: profilesOf(before),
    previous: before,
    answers: toAnswers(options),
    encoding: options.encoding,
    exceptions,
  };
}

const profilesOf = (before: IndicatorData | null): LayoutProfile[] => before?.profiles ?? [];
