/** Units by their codes: asked for together, each once; a code that two levels share is of the level that is meant. */
import { expect, test } from 'vitest';
import { createUnits } from '../../../client/kit/units.ts';
import type { UnitAnswer } from '../../../server/contract/datasets/api.ts';

const unit = (level: number, pcode: string, name: string, bbox = [0, 0, 1, 1]) =>
  ({ level, pcode, names: [{ lang: 'en', name }], bbox }) as unknown as UnitAnswer;
const ALL = [unit(1, 'A1', 'Anura'), unit(2, 'A1', 'Anura town'), unit(2, 'B2', 'Bua', [2, 2, 3, 3]), unit(2, 'C3', 'C3')];

function stand(fail = false) {
  const asked: string[] = [];
  let drawn = 0;
  const units = createUnits({
    api: {
      getUnits: (_id: string, _version: string, { pcodes }: { pcodes?: string }) => {
        asked.push(pcodes!);
        if (fail) return Promise.reject(new Error('offline'));
        const codes = pcodes!.split(',');
        return Promise.resolve({ total: 0, units: ALL.filter(({ pcode }) => codes.includes(pcode)), next: null });
      },
    } as never,
    version: { dataset: 'cod-ab-xyz', version: 'v01' } as never,
    signal: new AbortController().signal,
    changed: () => void drawn++,
  });
  return { units, asked, drawn: () => drawn };
}

test('what one drawing asks for is one request, and is not asked for again', async () => {
  const { units, asked, drawn } = stand();
  const first = units.ask(['B2', 'A1']);
  await Promise.all([first, units.ask(['B2', 'C3', '', 'no,code'])]);
  expect([asked, drawn()]).toEqual([['B2,A1,C3'], 1]);
  await units.ask(['A1', 'X9']);
  await units.ask(['X9']);
  expect(asked).toEqual(['B2,A1,C3', 'X9']);
});

test('many codes go in several requests, short enough for an address', async () => {
  const { units, asked } = stand();
  await units.ask(Array.from({ length: 310 }, (_, i) => `P${i}`));
  expect(asked.map((pcodes) => pcodes.split(',').length)).toEqual([150, 150, 10]);
});

test('the level that is meant; no name where there is none, or none but the code', async () => {
  const { units } = stand();
  await units.ask(['A1', 'B2', 'C3', 'X9']);
  expect(units.nameOf('A1', 1, 'en')).toBe('Anura');
  expect(units.nameOf('A1', 2, 'en')).toBe('Anura town');
  // Of two levels, and nobody says which.
  expect(units.nameOf('A1', null, 'en')).toBe('');
  expect(units.nameOf('B2', null, 'en')).toBe('Bua');
  expect(units.nameOf('B2', 3, 'en')).toBe('Bua');
  expect([units.nameOf('C3', 2, 'en'), units.nameOf('X9', 2, 'en'), units.nameOf('never asked', 2, 'en')]).toEqual(['', '', '']);
  expect(units.boxesOf(['A1', 'B2', 'X9'], 2)).toEqual([
    [0, 0, 1, 1],
    [2, 2, 3, 3],
  ]);
});

test('without an answer there are codes alone, and no second try with each drawing', async () => {
  const { units, asked } = stand(true);
  await units.ask(['B2']);
  await units.ask(['B2']);
  expect([asked.length, units.nameOf('B2', 2, 'en')]).toEqual([1, '']);
});

test('units are found by their names; who is only spelt nearly so, or one letter, is nobody', async () => {
  const asked: unknown[] = [];
  const units = createUnits({
    api: {
      getUnits: (_id: string, _version: string, query: { q?: string }) => {
        asked.push(query.q);
        return Promise.resolve({ total: 2, units: [ALL[0], ALL[2], unit(3, '', 'Bua')], next: null, ...(query.q === 'buaa' ? { similar: true } : {}) });
      },
    } as never,
    version: { dataset: 'cod-ab-xyz', version: 'v01' } as never,
    signal: new AbortController().signal,
    changed: () => {},
  });
  expect([...(await units.named(' Bua '))]).toEqual(['A1', 'B2']);
  expect([...(await units.named('buaa'))]).toEqual([]);
  expect([...(await units.named('b'))]).toEqual([]);
  expect(asked).toEqual(['Bua', 'buaa']);
});
