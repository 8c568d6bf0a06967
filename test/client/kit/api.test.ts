import { describe, expect, test } from 'vitest';
import { ApiProblem, OfflineProblem, createApi } from '../../../client/kit/api.ts';
import { firstSort, sortRows } from '../../../client/ui/sort.ts';
import { refusalText } from '../../../client/kit/refusals.ts';
import { columnOfLanguage, countryName, shownName } from '../../../client/i18n/names.ts';

const answer = (body: BodyInit | null, init: ResponseInit) => createApi(async () => new Response(body, init));

describe('api', () => {
  test('asks for units with only the filters that are set', async () => {
    const asked: string[] = [];
    const api = createApi(async (input) => {
      asked.push(input as string);
      return Response.json({ total: 0, units: [], next: null });
    });
    await api.getUnits('cod-ab-sle', 'v01', { q: 'Ménaka & co', level: 0 });
    await api.getUnit('cod-ab-sle', 'v01', 'A/B 1', 2);
    expect(asked).toEqual([
      '/api/v1/datasets/cod-ab-sle/versions/v01/units?q=M%C3%A9naka+%26+co&level=0',
      '/api/v1/datasets/cod-ab-sle/versions/v01/units/A%2FB%201?level=2',
    ]);
  });

  test('a problem document becomes an ApiProblem with its code', async () => {
    const problem = { type: '/problems/dataset.unknown', title: 'Unknown dataset', status: 404, detail: 'There is no cod-ab-xyz.', instance: '1' };
    const api = answer(JSON.stringify(problem), { status: 404, headers: { 'content-type': 'application/problem+json' } });
    const error = await api.getDataset('cod-ab-xyz').catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ status: 404, code: 'dataset.unknown', message: 'There is no cod-ab-xyz.' });
  });

  test('the HTML of a proxy becomes a problem too', async () => {
    await expect(answer('<html>', { status: 502, statusText: 'Bad Gateway' }).getDatasets()).rejects.toMatchObject({ status: 502, message: '502 Bad Gateway' });
  });

  test('no network is another thing than a refusal, and a cancelled request is neither', async () => {
    const failing = createApi(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(failing.getDatasets()).rejects.toBeInstanceOf(OfflineProblem);
    const aborts = new AbortController();
    aborts.abort();
    const cancelled = createApi(() => Promise.reject(new DOMException('stop', 'AbortError')));
    await expect(cancelled.getDatasets(aborts.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('no tile is null, not an error', async () => {
    expect(await answer(null, { status: 204 }).getTile('/t')).toBeNull();
    expect(await answer(new Uint8Array([1]), { status: 200 }).getTile('/t')).toEqual(new Uint8Array([1]));
  });
});

describe('names', () => {
  const unit = {
    pcode: 'YE19',
    names: [
      { lang: 'en', name: 'Hadramawt' },
      { lang: 'ar', name: 'حضرموت' },
    ],
  };

  test('the name asked for, else the first, visibly', () => {
    expect(shownName(unit, 'ar')).toEqual({ text: 'حضرموت', lang: 'ar', fallback: false });
    expect(shownName(unit, 'fr')).toEqual({ text: 'Hadramawt', lang: 'en', fallback: true });
    expect(shownName({ pcode: 'X1', names: [] }, 'fr')).toEqual({ text: 'X1', lang: '', fallback: true });
  });

  test('the column of a language, the first where there is none', () => {
    expect(columnOfLanguage(['fr-ML', 'ar'], 'ar')).toBe(1);
    expect(columnOfLanguage(['fr-ML', 'ar'], 'en')).toBe(0);
  });

  test('a country is called something in any case', () => {
    expect(countryName([{ countryNames: { en: 'MLI' } }, { countryNames: { en: 'Mali', fr: 'le Mali' } }], 'fr', 'MLI')).toBe('le Mali');
    expect(countryName([], 'ar', 'mli')).toBe('MLI');
  });
});

test('a table begins in the order that a column asks for, else in that of the names of its rows', () => {
  const name = { key: 'name', header: true };
  const people = { key: 'people' };
  expect(firstSort([name, people])).toEqual({ key: 'name', descending: false });
  // Areas without organisations: the most people first.
  expect(firstSort([name, { ...people, first: 'descending' }])).toEqual({ key: 'people', descending: true });
  expect(firstSort([people])).toBeNull();
});

describe('sortRows', () => {
  const rows = [
    { n: 'B', v: 2 },
    { n: 'a', v: null },
    { n: 'É', v: 10 },
    { n: 'c', v: 2 },
  ];
  const compare = new Intl.Collator('fr').compare;
  const names = (descending: boolean, value: (row: { n: string; v: number | null }) => string | number | null) =>
    sortRows(rows, value, descending, compare).map(({ n }) => n);

  test('texts as a reader expects, numbers as numbers, rows without a value last either way', () => {
    expect(names(false, ({ n }) => n)).toEqual(['a', 'B', 'c', 'É']);
    expect(names(false, ({ v }) => v)).toEqual(['B', 'c', 'É', 'a']);
    expect(names(true, ({ v }) => v)).toEqual(['É', 'B', 'c', 'a']);
  });
});

test('a refusal is said in the reader’s language where the server sent it', () => {
  const texts = { en: 'Cut short.', ar: 'انقطع الملف.' };
  expect(refusalText('Cut short.', { texts }, 'ar')).toBe('انقطع الملف.');
  expect(refusalText('Cut short.', { texts }, 'fr')).toBe('Cut short.');
  expect(refusalText('Cut short.', undefined, 'fr')).toBe('Cut short.');
});
