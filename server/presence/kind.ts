/**
 * The 3W pipeline as the job runner and the command line call it: with the current boundaries, the version before and what people decided.
 * The pipeline is loaded when it runs: whoever reads tables of one kind does not wait for the code of all others.
 */
import { defaultTitle } from '../contract/given.ts';
import { readFileSync } from 'node:fs';
import type { PresenceAnswers, PresenceData, PresenceRows } from '../contract/presence/presence.ts';
import { presenceAnswers } from '../contract/presence/presence.ts';
import { toIso3 } from '../contract/ids.ts';
import { NotFoundError } from '../errors.ts';
import { countryName } from '../matching/countries.ts';
import type { PresenceIngestOptions } from './pipeline.ts';
import { carriedMetadata, NO_METADATA } from '../kinds/summary.ts';
import type { NewArtifact } from '../kinds/summary.ts';
import type { ExportRequest, Kind, PipelineInput, PipelineResult } from '../kinds/kind.ts';
import { findEditions, readSteps, toGround, type ReadShapes } from './coded/editions.ts';
import type { PresenceStore } from './store.ts';
import { inEach } from '../words/words.ts';
import { refuseFaults } from '../words/faults.ts';

/** What people of a country decided about places, sectors and organisations. */
type Decisions = Pick<PresenceStore, 'readMemory' | 'findLastChange'>;

/** Without `decisions` nothing was decided before. */
export const presenceKind = (decisions: Decisions | undefined): Kind => ({
  approval: 'own',
  mayClose: true,
  toJson: ({ join, rows }) => ({
    ...(join === undefined ? {} : { boundaries: join }),
    ...(rows === undefined ? {} : { rows, organisations: (rows as PresenceRows).organisations }),
  }),
  exportAs,
  async isStale({ dataset, join, createdAt }, boundaries) {
    const changed = (await decisions?.findLastChange(toIso3(dataset))) ?? null;
    const placed = join as Join | undefined;
    return (placed?.newest ?? placed?.version ?? null) !== boundaries || (changed !== null && changed >= createdAt);
  },
  pipeline: (input) => ingest(input, decisions),
  checker: async (input) => {
    const { runPresenceIngest } = await import('./pipeline.ts');
    const { report, guesses } = await runPresenceIngest(input.files, await toOptions(input, decisions), input.onProgress);
    // What `--columns` takes is what `check --format json` gives.
    return { ...report, columns: guesses };
  },
});

/** A 3W is given away as its records. @throws NotFoundError `file.unknown` */
async function exportAs({ version, format, level, readArtifact }: ExportRequest): Promise<Uint8Array> {
  const artifact = version.artifacts.find(({ kind }) => kind === 'presence');
  if (!artifact || format !== 'csv' || level !== null)
    throw new NotFoundError(
      'file.unknown',
      `${version.dataset} ${version.version} can only be exported as csv, with all its records and without --level, not as ${format}.`,
    );
  const { writeRecordsCsv } = await import('./files.ts');
  return writeRecordsCsv(JSON.parse(Buffer.from(await readArtifact(artifact)).toString('utf8')) as PresenceData, null);
}

async function ingest(input: PipelineInput, decisions: Decisions | undefined): Promise<PipelineResult> {
  const { country, dataset, boundaries } = input;
  const { runPresenceIngest } = await import('./pipeline.ts');
  const { toSummary } = await import('../checks/run.ts');
  const { data, report, levels, metadata } = await runPresenceIngest(input.files, await toOptions(input, decisions), input.onProgress);
  const toJson = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const artifacts: NewArtifact[] = [
    { kind: 'presence', file: `${dataset}.json`, mediaType: 'application/json', bytes: toJson(data) },
    { kind: 'report', file: 'report.json', mediaType: 'application/json', bytes: toJson(report) },
  ];
  return {
    summary: {
      countryNames: inEach((lang) => countryName(country, lang)),
      levels,
      bbox: boundaries?.version.bbox ?? null,
      languages: [],
      metadata: {
        ...NO_METADATA,
        title: defaultTitle('presence', countryName(country, 'en')),
        ...carriedMetadata(input.previous),
        ...metadata,
        ...input.metadata,
      },
      statedVersion: null,
      report: toSummary(report),
      units: [],
      diff: null,
      join: toJoin(data),
      rows: data.rows,
    },
    artifacts,
  };
}

/** The boundaries that rows were placed on; `newest`: those that were current, where the file is coded by older ones. */
type Join = NonNullable<PresenceData['boundaries']> & { newest?: string };

function toJoin({ boundaries, coded }: PresenceData): Join | null {
  const newest = coded?.editions[0]?.version;
  return boundaries && { ...boundaries, ...(newest === undefined || newest === boundaries.version ? {} : { newest }) };
}

/** @throws InputError `presence.answers` */
function toAnswers(options: PipelineInput['options']): PresenceAnswers {
  const parsed = presenceAnswers.safeParse(options);
  if (parsed.success) return parsed.data;
  throw refuseFaults('presence.answers', 'answers', parsed.error);
}

const readShapes: ReadShapes = async ({ version, readArtifact }) => (await import('../catalogue/geometry.ts')).readGeometry(version, readArtifact);

async function toOptions(
  { country, dataset, sha256, today, boundaries, previous, exceptions, options, metadata }: PipelineInput,
  decisions: Decisions | undefined,
): Promise<PresenceIngestOptions> {
  const steps = boundaries ? await readSteps(boundaries) : [];
  const before = previous?.version.artifacts.find(({ kind }) => kind === 'presence');
  const table = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
  return {
    country,
    dataset,
    sha256,
    today,
    exceptions,
    encoding: options.encoding,
    boundaries: boundaries && toGround(boundaries, steps, readShapes),
    editions: boundaries && (await findEditions(boundaries, steps, readShapes)),
    tables: { sectors: table('sectors.csv'), orgTypes: table('org-types.csv') },
    memory: await decisions?.readMemory(country),
    contributor: metadata?.contributor,
    previous: before && previous ? (JSON.parse(Buffer.from(await previous.readArtifact(before)).toString('utf8')) as PresenceData) : null,
    ...toAnswers(options),
  };
}
