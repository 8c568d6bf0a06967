/**
 * A PostgreSQL of its own for tests: the one that CODMAP_TEST_DATABASE names (postgres://…, of somebody who may make databases), else a server
 * of the machine's own programs on the loopback, in a folder that goes when the tests end. It stands for every other database: the catalogue
 * must know nothing of which one it is. Codmap itself does not offer it.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

type TypeId = (typeof pg.types.builtins)[keyof typeof pg.types.builtins];
import type { Database, Tables } from '../../server/store/schema.ts';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: object_in_use */
const IN_USE = '55006';
const START_MS = 60_000;
const PROGRAMS = '/usr/lib/postgresql';

const given = process.env['CODMAP_TEST_DATABASE'];
const programs = findPrograms();
/** Why there is none here; null where there is one. */
export const NO_POSTGRES = given || programs ? null : 'no PostgreSQL here: install postgresql, or set CODMAP_TEST_DATABASE';

export interface Postgres {
  /** A new, empty database; connections to it are made by `open`. */
  create(): Promise<{ open: () => Database; drop: () => Promise<void> }>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  const server = given ? { url: new URL(given), stop: async () => undefined } : await startServer();
  const admin = new pg.Client(server.url.href);
  await admin.connect();
  return {
    async create() {
      const name = `codmap_${randomUUID().replaceAll('-', '')}`;
      // Orders of text are those of code points, as in SQLite, whatever the cluster's language is.
      await admin.query(`create database ${name} template template0 encoding 'UTF8' locale 'C'`);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      return { open: () => openPostgres(url.href), drop: () => dropDatabase(admin, name) };
    },
    async stop() {
      await admin.end();
      await server.stop();
    },
  };
}

/** Connections that were closed are gone on the other side a moment later. */
async function dropDatabase(admin: pg.Client, name: string): Promise<void> {
  for (const until = performance.now() + START_MS; ; await sleep(20)) {
    try {
      await admin.query(`drop database ${name}`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== IN_USE || performance.now() > until) throw error;
    }
  }
}

function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    // Counts and sizes are eight bytes wide, which the driver gives as text. None of ours comes near 2 to the power of 53.
    types: {
      getTypeParser: ((id: TypeId, format?: 'text') =>
        id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
    },
  });
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

function findPrograms(): string | undefined {
  if (!existsSync(PROGRAMS)) return undefined;
  return readdirSync(PROGRAMS)
    .map((version) => join(PROGRAMS, version, 'bin'))
    .findLast((folder) => existsSync(join(folder, 'initdb')));
}

/** It refuses to run as root, so then it runs as the user that its package made. */
function whoRuns(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

async function startServer(): Promise<{ url: URL; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'codmap-postgres-'));
  const who = whoRuns();
  const password = randomBytes(16).toString('hex');
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
  if (who) for (const path of [folder, join(folder, 'password')]) chownSync(path, who.uid, who.gid);
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', 'codmap', '-A', 'scram-sha-256', `--pwfile=${join(folder, 'password')}`, '--encoding=UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(programs!, 'initdb'), init, { stdio: 'pipe', cwd: folder, ...who });
  const port = await findPort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=60'];
  const child = spawn(join(programs!, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], { stdio: 'pipe', cwd: folder, ...who });
  const end = () => child.kill('SIGQUIT');
  process.once('exit', end);
  const url = new URL(`postgres://codmap:${password}@127.0.0.1:${port}/postgres`);
  await untilAnswers(url, child);
  return {
    url,
    async stop() {
      process.removeListener('exit', end);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswers(url: URL, child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr!.on('data', (part: Buffer) => (said += part.toString()));
  for (const until = performance.now() + START_MS; performance.now() < until && child.exitCode === null; await sleep(100)) {
    const client = new pg.Client(url.href);
    try {
      await client.connect();
      return;
    } catch {
      // Not yet.
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`PostgreSQL did not start: ${said}`);
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
