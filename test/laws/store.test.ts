/** One door to the store: who opens a database or a folder of objects, and who begins with a whole store. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const files = ['server', 'scripts']
  .flatMap((folder) => (readdirSync(folder, { recursive: true }) as string[]).map((name) => join(folder, name)))
  .filter((name) => /\.(ts|js)$/.test(name));
const textOf = (file: string) => readFileSync(file, 'utf8');
const importing = (pattern: RegExp) => files.filter((file) => pattern.test(textOf(file)));
const outside = (room: string, found: string[]) => found.filter((file) => !file.startsWith(room));

describe('one door to the store', () => {
  test('drivers of databases and objects are named by server/store/place.ts only', () => {
    expect(importing(/from '[^']*drivers\/(?!driver\.ts')[^']+'/)).toEqual(['server/store/place.ts']);
    expect(importing(/from '[^']*objects\/(files|memory)\.ts'/)).toEqual(['server/store/place.ts']);
  });

  test('SQLite is opened by its driver, and by the reader and writer of a format that is SQLite', () => {
    expect(importing(/from 'node:sqlite'/).sort()).toEqual([
      'server/formats/geopackage/read.ts',
      'server/formats/geopackage/write.ts',
      'server/store/drivers/sqlite.ts',
    ]);
  });

  test('only the store knows that a database is a file and that objects are a folder', () => {
    const known = importing(/\bdatabase\.path\b|\bobjects\.root\b|driver: '(sqlite|file)'/).filter((file) => file.startsWith('server/'));
    expect(outside('server/store/', known)).toEqual(['server/config.ts']);
  });

  test('a place is opened without asking whether its halves belong together by those alone whose parent asked, or who ask themselves', () => {
    expect(outside('server/store/', importing(/\bopenPlace\(/)).sort()).toEqual([
      'server/app/answering.ts',
      'server/app/ingestProcess.ts',
      'server/app/store.ts',
      'server/cli/adopt.ts',
      'server/upkeep/backup.ts',
      'server/upkeep/restore.ts',
    ]);
  });

  test('what databases do differently is asked in server/store only', () => {
    expect(outside('server/store/', importing(/\bisPostgres\b|\bSqliteDialect\b|\bPostgresDialect\b|\bpragma\b|\bpg_/))).toEqual([]);
  });
});
