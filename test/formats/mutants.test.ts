/** The short form of the mutants; `npm run test:attack` has the long one (test/attack/mutants.test.ts). */
import { describe, expect, test } from 'vitest';
import { judgeMutants, mutate, SEEDLINGS } from '../helpers/attack/mutants.ts';

const EACH = 10;
/** Of one mutant on a busy machine; a quiet one needs a twentieth. */
const TIME_MS = 20_000;

describe('mutants end as a report or with one of our errors, in time', () => {
  test('as they are, the files are read', async () => {
    const sound = SEEDLINGS.map(({ name, kind, bytes }) => ({ id: name, name, kind, bytes, whole: true }));
    for (const { id, end, fault } of await judgeMutants(sound, 60_000)) expect([id, end, fault]).toEqual([id, 'report', false]);
  }, 120_000);

  test.each(SEEDLINGS.map((seedling) => [seedling.name, seedling] as const))(
    '%s',
    async (_name, seedling) => {
      const outcomes = await judgeMutants(
        Array.from({ length: EACH }, (_, n) => mutate(seedling, n, 1)),
        TIME_MS,
      );
      expect(outcomes.filter(({ fault }) => fault)).toEqual([]);
    },
    600_000,
  );

  test('the same numbers give the same mutant', () => {
    for (const seedling of SEEDLINGS) expect(mutate(seedling, 3, 7).bytes).toEqual(mutate(seedling, 3, 7).bytes);
  });
});
