import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Programs that tests start load the same modules again and again: half of what a server takes to start is reading them.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/codmap-node');

/** Servers, databases, processes and command lines: a page may be asked for, so the client is built. */
const HTTP = [
  'test/http',
  'test/catalogue',
  'test/people',
  'test/upkeep',
  'test/jobs',
  'test/cli',
  'test/outside/gdal.test.ts',
  'test/exports/gdal.test.ts',
  'test/laws/routes.test.ts',
];
/** Files that need modules or processes of their own, since they put faults into them or kill them. */
const FAULTS = ['test/jobs/faults.test.ts', 'test/cli/full.test.ts', 'test/product/kill.test.ts', 'test/harvest/kill.test.ts'];
/** The product as it is used: in a browser and on real files. */
const PRODUCT = ['test/product', 'test/setup'];
/** Functions on much data: whole countries, thousands of mutated files, real tables. No setup either, but not for the quick loop. */
const SLOW = [
  'test/sample',
  'test/ground/build.test.ts',
  'test/exports/odk.test.ts',
  'test/lookup/real.test.ts',
  'test/boundaries/pipeline.test.ts',
  'test/boundaries/change/real.test.ts',
  'test/boundaries/repair/edge.test.ts',
  'test/boundaries/repair/random.test.ts',
  'test/boundaries/repair/real.test.ts',
  'test/boundaries/uploadTables.test.ts',
  'test/boundaries/checks/countryPlace.test.ts',
  'test/boundaries/checks/sample.test.ts',
  'test/layers/real.test.ts',
  'test/meetings/clock.test.ts',
  'test/meetings/series.test.ts',
  'test/formats/hostile.test.ts',
  'test/formats/mutants.test.ts',
  'test/formats/personal/real.test.ts',
  'test/formats/shapefile/shp.test.ts',
  'test/formats/tables/hostile.test.ts',
  'test/formats/tables/ods.test.ts',
  'test/formats/tables/table.test.ts',
  'test/geometry/work.test.ts',
  'test/matching/transliteration.test.ts',
  'test/population/real.test.ts',
  'test/population/sample.test.ts',
  'test/presence/bad.test.ts',
  'test/presence/columns/variants.test.ts',
  'test/presence/disclosure.test.ts',
  'test/presence/golden.test.ts',
  'test/presence/sample.test.ts',
  'test/tiles/faulty.test.ts',
  'test/tiles/write.test.ts',
  'test/words/clauses.test.ts',
];
const filesIn = (paths: string[]) => paths.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`));
// `npm run test:attack` runs these.
const ATTACKS = 'test/attack/**';

export default defineConfig({
  test: {
    // For two cores: while one file waits for a page, a process or a clock, the other two work.
    maxWorkers: 3,
    // Tests make and drop tables by the thousand: with room for what is young, V8 copies it less often (38.7 s of a processor for 47.7 on four files of "slow").
    execArgv: ['--max-semi-space-size=64'],
    // A second, which is what nothing said means, is too little for a page that saves while another browser draws a map.
    expect: { poll: { timeout: 90_000, interval: 100 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...filesIn([...SLOW, ...HTTP, ...PRODUCT, ...FAULTS]), ATTACKS],
          // Functions keep nothing from one file to the next, so files share a process and what it has loaded: 65 s of a processor, 162 s with a process for each file.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'slow', include: filesIn(SLOW), isolate: false, testTimeout: 120_000, hookTimeout: 120_000 } },
      {
        extends: true,
        test: {
          name: 'http',
          include: filesIn(HTTP),
          exclude: filesIn(FAULTS),
          // As above: what a server loads is read once for each of three processes, not for each of 86 files.
          isolate: false,
          setupFiles: 'test/setup/passwords.ts',
          globalSetup: 'test/setup/client.ts',
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        // Generous: a machine for tests is two or three times slower than one for work, and what hangs is found all the same. The first file also waits until the sample country is made.
        test: {
          name: 'product',
          include: filesIn(PRODUCT),
          exclude: filesIn(FAULTS),
          // One product and one Chromium for each process, started once:
          isolate: false,
          globalSetup: 'test/setup/sample.ts',
          testTimeout: 180_000,
          hookTimeout: 480_000,
        },
      },
      {
        extends: true,
        test: { name: 'faults', include: filesIn(FAULTS), globalSetup: 'test/setup/client.ts', testTimeout: 180_000, hookTimeout: 240_000 },
      },
    ],
  },
});
