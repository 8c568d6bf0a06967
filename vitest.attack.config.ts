import { defineConfig } from 'vitest/config';

const isLong = process.env['ATTACK'] === 'long';

/**
 * The attacks: `npm run test:attack`, at most ten minutes on two quiet cores; `-- --long` for more of everything (scripts/attack.ts).
 * Those that are short enough are in `npm test` and are run here too where `--long` gives them more rounds.
 */
export default defineConfig({
  test: {
    include: ['test/attack/**/*.test.ts', ...(isLong ? ['test/product/kill.test.ts'] : [])],
    exclude: isLong ? [] : ['test/attack/load.test.ts'],
    globalSetup: 'test/setup/client.ts',
    // One after the other: some judge time.
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
