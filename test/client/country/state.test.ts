import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_STATE, formatCountryState, parseCountryState, type CountryState } from '../../../client/country/state.ts';

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).map((value) => value + 0);
const states = fc
  .record({
    bounds: fc.option(fc.oneof(fc.constant('all' as const), fc.tuple(degrees(180), degrees(90), degrees(180), degrees(90)))),
    map: fc.constantFrom(null, 'abc234', 'k7m2p9xw'),
    view: fc.option(
      fc.record({
        lon: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((n) => n / 1e4),
        lat: fc.integer({ min: -900_000, max: 900_000 }).map((n) => n / 1e4),
        zoom: fc.integer({ min: 0, max: 2200 }).map((n) => n / 100),
      }),
    ),
    level: fc.option(fc.integer({ min: 0, max: 5 })),
    unit: fc.option(
      fc.record({
        level: fc.integer({ min: 0, max: 5 }),
        pcode: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.length <= 64 && !/[\n\r\u2028\u2029]/.test(text)),
      }),
    ),
    pin: fc.option(
      fc.record({
        lon: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 1e5),
        lat: fc.integer({ min: -9_000_000, max: 9_000_000 }).map((n) => n / 1e5),
      }),
    ),
    names: fc.constantFrom(null, 'fr', 'ar', 'prs', 'zh-Hant', 'pcode'),
    circles: fc.boolean(),
    print: fc.constantFrom('names' as const, 'values' as const, 'both' as const, 'none' as const),
    version: fc.constantFrom(null, 'v01', 'v02.11'),
    date: fc.constantFrom(null, '2019', '2019-06-01'),
    known: fc.constantFrom(null, '2021-10'),
    table: fc.boolean(),
    layers: fc.option(
      fc.array(fc.record({ slug: fc.constantFrom('idp-sites', 'roads', 'a1'), version: fc.constantFrom(null, 'v01', 'v02.11') }), { maxLength: 3 }),
    ),
    // Where the reader went goes before what is fitted.
  })
  .map((state): CountryState => (state.view ? { ...state, bounds: null } : state))
  // A version is what it is on every day.
  .map((state): CountryState => (state.version ? { ...state, date: null, known: null } : state.date ? state : { ...state, known: null }));

describe('URL → state → URL', () => {
  test('any state survives the address bar', () => {
    fc.assert(
      fc.property(states, (state) => {
        const address = `?${formatCountryState(state).toString()}`;
        expect(parseCountryState(new URLSearchParams(address))).toEqual(state);
      }),
    );
  });

  test('the default state writes nothing', () => {
    expect(formatCountryState(EMPTY_STATE).toString()).toBe('');
  });

  test('parameters of others stay, own ones that went away are removed', () => {
    const query = formatCountryState({ ...EMPTY_STATE, level: 2 }, new URLSearchParams('lang=ar&unit=1:YE19&table=1'));
    expect(Object.fromEntries(query)).toEqual({ lang: 'ar', level: '2' });
  });

  test.each([
    'view=1/2',
    'view=a/b/c',
    'view=99/0/0',
    'view=5/95/0',
    'view=//',
    'level=9',
    'level=1.5',
    'unit=YE19',
    'unit=9:YE19',
    'unit=1:',
    'version=latest',
    'names=%3Cscript%3E',
    'print=all',
    'table=yes',
  ])('a mangled link (%s) opens the plain page', (query) => {
    expect(parseCountryState(new URLSearchParams(query))).toEqual(EMPTY_STATE);
  });

  test('the view reads zoom, latitude, longitude', () => {
    expect(parseCountryState(new URLSearchParams('view=6.25/15.5/-48.1')).view).toEqual({ zoom: 6.25, lat: 15.5, lon: -48.1 });
  });
});
