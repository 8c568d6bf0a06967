/** The pool of threads that answer what is heavy, put together. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import type { PictureQuery } from '../contract/maps/map.ts';
import type { PaintedQuery } from '../contract/maps/sheets.ts';
import type { Publisher } from '../disclaimers/publishers.ts';
import type { OpenBase } from '../ground/base.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Answered, AskApart, Refused, Told } from '../http/told.ts';
import { createApart, createGiving } from '../jobs/apart.ts';
import { createBudgets } from '../jobs/budgets.ts';
import { createPool } from '../jobs/pool.ts';
import type { Log } from '../log.ts';
import { pixelsOf, sheetPixels } from '../maps/render/size.ts';
import { createSeriesJobs } from '../maps/series/jobs.ts';
import { placeOf } from '../store/place.ts';
import { createResults } from '../store/results.ts';
import type { AnswerData } from './answering.ts';
import type { Beside } from './beside.ts';
import type { ReadingParts } from './reading.ts';

export interface Answers {
  apart: AskApart;
  /** What the server itself answers with: the same, and series in the making, in threads of their own. */
  reading: Pick<ReadingParts, 'results' | 'clientDir' | 'base' | 'clearance' | 'publisher' | 'seriesIn' | 'seriesJobs'>;
  close(): Promise<void>;
}

export interface AnswersParts {
  config: Config;
  clientDir: string;
  base: OpenBase | null;
  publisher: Publisher;
  version: string;
  log: Log;
  metrics: Metrics;
  beside: Pick<Beside, 'startAnswerThread' | 'startSeriesThread'>;
  now: () => Date;
}

/** Pixels of a picture beyond which one is painted at a time. */
const LARGE_PIXELS = 4_000_000;
const isLarge = ({ route, query }: Told) =>
  route.endsWith('SheetPng') ? sheetPixels(query as PaintedQuery) > LARGE_PIXELS : route.endsWith('Png') && pixelsOf(query as PictureQuery) > LARGE_PIXELS;

/** Threads begin when the first question comes. */
export function startAnswers({ config, clientDir, base, publisher, version, log, metrics, beside, now }: AnswersParts): Answers {
  const { threads, memoryMb, strangerSeconds, keptBytes } = config.answers;
  const data: AnswerData = {
    place: placeOf(config),
    results: { path: join(config.data, 'results'), bytes: keptBytes, stamp: `${stampOf(version)}${publisher.stamp}` },
    series: join(config.data, 'series'),
    clientDir,
    base,
    clearance: config.clearance,
    publisher,
    version,
  };
  mkdirSync(data.results.path, { recursive: true });
  const giving = createGiving(data.results.path);
  const pool = createPool<Told, Answered | Refused>({
    startThread: () => beside.startAnswerThread(data, memoryMb),
    threads,
    budgets: createBudgets({ seconds: strangerSeconds, now: () => performance.now() / 1000 }),
    log,
    onAnswer: (answer, askers) => giving.begin(answer, askers),
  });
  metrics.gauge('codmap_answers', 'Heavy answers waiting and being made, and the threads that make them.', () => Promise.resolve({ ...pool.counts() }));
  const seriesJobs = createSeriesJobs({ startThread: () => beside.startSeriesThread(data), log, now });
  return {
    reading: {
      results: createResults(),
      clientDir,
      base,
      clearance: data.clearance,
      publisher,
      seriesIn: { folder: data.series, stamp: data.results.stamp },
      seriesJobs,
    },
    apart: createApart(pool, giving, isLarge),
    async close() {
      seriesJobs.close();
      await pool.close();
    },
  };
}

let stamp: string | undefined;
/** Another text for every other state of the program: results of another one are never given out. Of the files as they were when it began. */
function stampOf(version: string): string {
  return (stamp ??= lookAtFiles(version));
}

function lookAtFiles(version: string): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const hash = createHash('sha256').update(version);
  for (const name of (readdirSync(root, { recursive: true }) as string[]).toSorted()) {
    const { size, mtimeMs } = statSync(join(root, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('base64url');
}
