import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // `npm run test:attack` runs these.
    exclude: ['test/attack/**'],
    // One build for all: files that start the product side by side would each make their own.
    globalSetup: 'test/globalSetup.ts',
    // Two cores: browser and child-process tests are heavy, so few files run side by side.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
