/** Stores on disk that are some days old, and the real command line beside them. */
import { spawn } from 'node:child_process';
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { vi } from 'vitest';
import type { HarvestOutside } from '../../server/cli/harvest/run.ts';
import { main } from '../../server/cli/main.ts';
import type { Config } from '../../server/config.ts';
import type { DatasetId, VersionTag } from '../../server/contract/ids.ts';
import { openStore, type Store } from '../../server/app/main.ts';
import { putArtifact, recordSample } from './app.ts';
import { fakeSummary } from './units.ts';

const CLI = join(import.meta.dirname, '../../server/cli/main.ts');
/** As the product is started, with what it says to its Node. */
export const BIN = join(import.meta.dirname, '../../server/bin.js');
const DAY = 24 * 3600_000;
export const SLE = 'cod-ab-sle' as DatasetId;

export async function withStore<T>(config: Config, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(config);
  return work(store).finally(() => store.close());
}

/** Every object, with size and age: what an attack must leave as it was. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      return `${path.slice(folder.length)} ${size} ${mtimeMs}`;
    })
    .sort();
}

/** Makes database and objects look as if all had happened that many days ago. */
export async function age(config: Config, days: number): Promise<void> {
  const at = new Date(Date.now() - days * DAY);
  for (const entry of readdirSync(config.objects.root, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), at, at);
  await withStore(config, async ({ db }) => {
    await sql`update migration set applied_at = ${at.toISOString()}`.execute(db);
    await sql`update audit set at = ${at.toISOString()}`.execute(db);
    await sql`update job set created_at = ${at.toISOString()}`.execute(db);
  });
}

/** A published version with four files, as an ingest leaves it, and one with `more` small files. */
export async function publishSample(config: Config, more = 0, tag = 'v01' as VersionTag): Promise<void> {
  await withStore(config, async (store) => {
    await recordSample(store);
    await store.datasets.publishVersion(SLE, tag, { by: 'tester', reason: 'a test' });
    if (more === 0) return;
    const artifacts = await Promise.all(
      Array.from({ length: more }, (_, i) =>
        putArtifact(store, 'geojson', `part${i}.geojson`, 'application/geo+json', Buffer.from(`{"part":${i},"of":"${tag}"}`)),
      ),
    );
    await store.datasets.recordVersion(fakeSummary(artifacts), { by: 'tester' });
  });
}

export interface Run {
  code: number;
  out: string;
  err: string;
}

/** The command line in this process: what a command does, without the second that a process takes to start. */
export async function codmap(
  args: string[],
  data: string,
  env: Record<string, string> = { CODMAP_LOG_LEVEL: 'silent' },
  outside?: HarvestOutside,
): Promise<Run> {
  let [out, err] = ['', ''];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true)),
    vi.spyOn(console, 'error').mockImplementation((text: unknown) => void (err += `${String(text)}\n`)),
  ];
  try {
    return { code: await main(args, { CODMAP_DATA: data, ...env }, outside), out, err };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

export interface Served {
  url: string;
  pid: number;
  lines(): string;
  stop(): Promise<number | null>;
}

/** `codmap serve` in a process of its own, once it answers. @throws what it said, where it ended instead. */
export function serve(data: string, env: Record<string, string> = {}, entry = CLI): Promise<Served> {
  const child = spawn(process.execPath, [entry, 'serve', '--port', '0'], {
    env: { ...process.env, CODMAP_DATA: data, CODMAP_HOST: '127.0.0.1', CODMAP_INGEST_WORKERS: '0', ...env },
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve, reject) => {
    const listen = (part: Buffer) => {
      said += part.toString();
      const url = /Codmap is at (\S+)/.exec(said)?.[1];
      if (url) resolve({ url, pid: child.pid!, lines: () => said, stop });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}
