/** The drivers that the suites of the catalogue run on. What is true of one must be true of all. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryObjects } from '../../server/store/objects/memory.ts';
import { filesAt, openPlace, type OpenedPlace } from '../../server/store/place.ts';
import { NO_POSTGRES, startPostgres } from './postgres.ts';

export interface TestPlace {
  /** Another connection to the same place, as another server has it. */
  open(): OpenedPlace;
  remove(): Promise<void>;
}

export interface TestDriver {
  name: string;
  /** Why it cannot run here; null where it can. */
  skip: string | null;
  /** Whether several connections of one process can write at the same time; a connection to SQLite that waits blocks its thread. */
  manyWriters: boolean;
  /** Before all tests of a file. */
  start(): Promise<{ make(): Promise<TestPlace>; stop(): Promise<void> }>;
}

const embedded: TestDriver = {
  name: 'SQLite and a folder',
  skip: null,
  manyWriters: false,
  async start() {
    return {
      async make() {
        const folder = mkdtempSync(join(tmpdir(), 'codmap-driver-'));
        const place = filesAt(join(folder, 'codmap.db'), join(folder, 'objects'));
        return { open: () => openPlace(place), remove: async () => rmSync(folder, { recursive: true, force: true }) };
      },
      stop: async () => undefined,
    };
  },
};

const other: TestDriver = {
  name: 'PostgreSQL and memory',
  skip: NO_POSTGRES,
  manyWriters: true,
  async start() {
    const server = await startPostgres();
    return {
      async make() {
        const { open, drop } = await server.create();
        const objects = new MemoryObjects();
        return {
          open() {
            const db = open();
            return { db, objects, close: () => db.destroy() };
          },
          remove: drop,
        };
      },
      stop: () => server.stop(),
    };
  },
};

export const DRIVERS: TestDriver[] = [embedded, other];

/** The title of a driver's tests, with the reason where they are skipped. */
export const titleOf = ({ name, skip }: TestDriver): string => (skip === null ? name : `${name} (skipped: ${skip})`);
