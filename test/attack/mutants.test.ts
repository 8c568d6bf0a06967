/** The long form of the mutants (test/formats/mutants.test.ts has the short one). SEED gives others. */
import { afterAll, describe, expect, test } from 'vitest';
import { judgeMutants, mutate, SEEDLINGS, type Outcome } from '../helpers/attack/mutants.ts';

const EACH = process.env['ATTACK'] === 'long' ? 300 : 40;
const SEED = Number(process.env['SEED'] ?? 2);
const TIME_MS = 30_000;

describe('mutants of every format', () => {
  const all: Outcome[] = [];
  test.each(SEEDLINGS.map((seedling) => [seedling.name, seedling] as const))(
    '%s',
    async (_name, seedling) => {
      const outcomes = await judgeMutants(
        Array.from({ length: EACH }, (_, n) => mutate(seedling, n, SEED)),
        TIME_MS,
      );
      all.push(...outcomes);
      expect(outcomes.filter(({ fault }) => fault)).toEqual([]);
    },
    3_600_000,
  );
  afterAll(() => {
    const ends = new Set(all.map(({ end }) => end));
    const slowest = all.toSorted((a, b) => b.ms - a.ms)[0];
    console.log(`mutants: ${all.length} of ${SEEDLINGS.length} files, ${all.filter(({ end }) => end === 'report').length} judged, the others refused with ${ends.size - 1} codes, ${all.filter(({ fault }) => fault).length} faults; slowest ${slowest?.id}: ${Math.round(slowest?.ms ?? 0)} ms`); // prettier-ignore
  });
});
