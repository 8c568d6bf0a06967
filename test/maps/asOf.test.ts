/** Saved maps as of a day: what they follow is what held then, what they name stays. */
import { expect, test } from 'vitest';
import type { AsOfAnswer } from '../../server/contract/datasets/asOf.ts';
import type { VersionTag } from '../../server/contract/ids.ts';
import type { MapSpec } from '../../server/contract/maps/map.ts';
import { NotFoundError } from '../../server/errors.ts';
import { createFactsAsOf } from '../../server/maps/asOf.ts';
import type { MapFacts } from '../../server/maps/facts.ts';
import { NO_OVERLAYS } from '../../server/maps/overlays/overlay.ts';
import { describeMap } from '../../server/maps/sentences.ts';
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';
import { RATIO, specOf } from '../helpers/maps/presence.ts';

const ended = [
  { version: { dataset: 'cod-ab-exl', version: 'v01', status: 'superseded', withdrawal: null, replaced: null }, current: 'v02' },
  { version: { dataset: '3w-exl', version: 'v01', status: 'withdrawn', withdrawal: { at: null, by: null, reason: 'Wrong.' }, replaced: null }, current: null },
] as unknown as MapFacts['ended'];
const asked: MapSpec[] = [];
const factsOf = async (spec: MapSpec) => {
  asked.push(spec);
  return { spec, ended, overlays: NO_OVERLAYS } as unknown as MapFacts;
};
/** One version of each dataset in each year; of none before 2015. */
const findAsOf = async (id: string, { date = '2020', known }: { date?: string | undefined; known?: string | undefined }) => {
  if (date < '2015') throw new NotFoundError('as-of.none', `No version of ${id} holds.`);
  return { date: `${date}-01-01`, known: known ?? null, version: `v${date.slice(2)}` } as unknown as AsOfAnswer;
};
const shown = createFactsAsOf({ factsOf, findAsOf });

test('everything that a map follows is of the day, and the answer says which versions', async () => {
  const spec = specOf(RATIO, DEFAULT_DEFINITION);
  const facts = await shown(spec, { date: '2019', known: '2022-01-01' });
  expect(facts.asOf).toEqual({ date: '2019-01-01', known: '2022-01-01', versions: { 'cod-ab-exl': 'v19', '3w-exl': 'v19', 'cod-ps-exl': 'v19' } });
  expect(asked.at(-1)).toMatchObject({ boundary: { version: 'v19' }, data: { version: 'v19', measure: { is: 'ratio', population: { version: 'v19' } } } });
  // Another version followed, which is no news of a map of before.
  expect(facts.ended.map(({ version }) => version.status)).toEqual(['withdrawn']);
});

test('what is named stays; without a day nothing is asked', async () => {
  const spec = specOf({ is: 'count' }, DEFAULT_DEFINITION);
  const fixed = { ...spec, boundary: { ...spec.boundary, version: 'v07' as VersionTag } } as MapSpec;
  expect((await shown(fixed, { date: '2019' })).asOf?.versions).toEqual({ '3w-exl': 'v19' });
  expect(asked.at(-1)!.boundary.version).toBe('v07');
  const today = await shown(spec, {});
  expect([today.asOf, today.ended, asked.at(-1)]).toEqual([undefined, ended, spec]);
});

test('that none held is said', async () => {
  await expect(shown(specOf({ is: 'count' }, DEFAULT_DEFINITION), { date: '2014' })).rejects.toMatchObject({ code: 'as-of.none' });
});

test('pictures and files say of which day they are', () => {
  const facts = { spec: { ...specOf({ is: 'count' }, DEFAULT_DEFINITION), data: { kind: 'boundaries' } }, ended: [], table: { level: 1, units: [] }, values: null, countryNames: { en: 'Exland' }, boundary: { dataset: 'cod-ab-exl', version: 'v01', metadata: {} }, data: null, people: null, presence: null, overlays: NO_OVERLAYS } as unknown as MapFacts; // prettier-ignore
  const states = (known: string | null, lang: 'en' | 'fr') => describeMap({ ...facts, asOf: { date: '2019-06-01', known, versions: {} } }, lang).states;
  expect([states(null, 'en'), describeMap(facts, 'en').states]).toEqual([['As of 1 June 2019.'], []]);
  expect(states('2022-01-01', 'fr')[0]).toMatch(/^État au 1 juin 2019, d’après ce qui était publié le 1 janvier 2022\.$/);
});
