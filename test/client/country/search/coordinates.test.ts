import { describe, expect, test } from 'vitest';
import { parseCoordinates, possible, readingsOf } from '../../../../client/country/search/coordinates.ts';
import { LANGS } from '../../../../server/contract/languages.ts';
import type { Bbox } from '../../../../client/map/camera.ts';

const UGANDA: Bbox = [29.57, -1.48, 35.0, 4.23];
const FIJI: Bbox = [176.9, -21.0, -178.2, -12.4];
/** Places where both orders lie in the country. */
const CHAD: Bbox = [13.47, 7.44, 24.0, 23.45];
const round = (value: number) => Math.round(value * 1e6) / 1e6;
const read = (text: string, extent = UGANDA) => {
  const said = parseCoordinates(text);
  return said && readingsOf(said, extent).map(({ lat, lon, order }) => [round(lat), round(lon), order]);
};

describe('coordinates in a search', () => {
  test.each([
    ['0.3476, 32.5825', 0.3476, 32.5825, 'lat-first'],
    ['0.3476,32.5825', 0.3476, 32.5825, 'lat-first'],
    ['0.3476 32.5825', 0.3476, 32.5825, 'lat-first'],
    ['(0.3476; 32.5825)', 0.3476, 32.5825, 'lat-first'],
    ['geo:0.3476,32.5825', 0.3476, 32.5825, 'lat-first'],
    ['32.5825, 0.3476', 0.3476, 32.5825, 'lon-first'],
    ['-1.2, +30.5', -1.2, 30.5, 'lat-first'],
    ['−1.2 30.5', -1.2, 30.5, 'lat-first'],
    ['0,3476 32,5825', 0.3476, 32.5825, 'lat-first'],
    ['0,3476, 32,5825', 0.3476, 32.5825, 'lat-first'],
    ['0,3476; 32,5825', 0.3476, 32.5825, 'lat-first'],
    ['0,3476 / 32,5825', 0.3476, 32.5825, 'lat-first'],
    ['0,3476,32,5825', 0.3476, 32.5825, 'lat-first'],
    ['1, 32', 1, 32, 'lat-first'],
    ['٠٫٣٤٧٦، ٣٢٫٥٨٢٥', 0.3476, 32.5825, 'lat-first'],
    ['۰٫۳۴۷۶ ۳۲٫۵۸۲۵', 0.3476, 32.5825, 'lat-first'],
    ['\u200f0.3476, 32.5825\u200e', 0.3476, 32.5825, 'lat-first'],
    ['0°20\'51"N 32°34\'57"E', 0.3475, 32.5825, 'stated'],
    ['0° 20′ 51″ N, 32° 34′ 57″ E', 0.3475, 32.5825, 'stated'],
    ["0º20'51''N,32º34'57''E", 0.3475, 32.5825, 'stated'],
    ['32°34\'57"E 0°20\'51"N', 0.3475, 32.5825, 'stated'],
    ['N 0 20 51 E 32 34 57', 0.3475, 32.5825, 'stated'],
    ['0 20 51 N 32 34 57 E', 0.3475, 32.5825, 'stated'],
    ['1.2S 30.5e', -1.2, 30.5, 'stated'],
    ['1,2° S; 30,5° E', -1.2, 30.5, 'stated'],
    ["0°20,85' N 32°34,95' E", 0.3475, 32.5825, 'stated'],
    ['lat: 0.3476, lon: 32.5825', 0.3476, 32.5825, 'stated'],
    ['longitude=32.5825 latitude=0.3476', 0.3476, 32.5825, 'stated'],
    ['0°20\'51" 32°34\'57"', 0.3475, 32.5825, 'lat-first'],
    ['32°34\'57", 0°20\'51"', 0.3475, 32.5825, 'lon-first'],
  ])('%s', (text, lat, lon, order) => expect(read(text)).toEqual([[lat, lon, order]]));

  test.each([
    '',
    'Kampala',
    'UG101',
    '0.3476',
    '32',
    '12 34',
    '1,2,3',
    '1,2,3,4,5',
    'Zone 3, 4',
    '0.3476, 32.5825, 12',
    '95.5, 200',
    'N 1 N 2',
    '1.5N -2E',
    '-1.5 S 30 E',
    "0°61'N 32°E",
    "0.5°20'N 32°E",
    '1.2S',
    '2025-05-01',
    'UG 1.2, 30.5',
    '0.3476 N 32.5825',
    'E',
    '0x10, 20.5',
    '400.1, 5.5',
  ])('%s is none', (text) => expect(parseCoordinates(text)).toBeNull());

  test.each(LANGS)('in the words of %s', async (lang) => {
    const { default: texts } = (await import(`../../../../server/words/${lang}/interface/country.ts`)) as { default: Record<string, string> };
    const [north, south, east, west, latitude, longitude] = texts['place.words']!.split('|');
    const said = (text: string) => {
      const found = parseCoordinates(text, texts['place.words']);
      return found?.is === 'stated' && [found.lat, found.lon];
    };
    expect(said(`0.3476° ${north}, 32.5825° ${east}`)).toEqual([0.3476, 32.5825]);
    expect(said(`32.5825 ${west} 0.3476 ${south}`)).toEqual([-0.3476, -32.5825]);
    expect(said(`${longitude}: 32.5825, ${latitude}: 0.3476`)).toEqual([0.3476, 32.5825]);
  });
  test('an Arabic direction may have its ending', () =>
    expect(parseCoordinates('٠٫٣٤٧٦ شمالًا ٣٢٫٥٨٢٥ شرقًا', 'شمال|جنوب|شرق|غرب|خط العرض|خط الطول')).toEqual({ is: 'stated', lat: 0.3476, lon: 32.5825 }));

  test('where both orders lie in the country both are offered, latitude first', () =>
    expect(read('13.5, 15.2', CHAD)).toEqual([
      [13.5, 15.2, 'lat-first'],
      [15.2, 13.5, 'lon-first'],
    ]));
  test('the same number twice is one place', () => expect(read('15.5, 15.5', CHAD)).toEqual([[15.5, 15.5, 'lat-first']]));
  test('an order that is stated is never turned', () => {
    expect(read('32.5825 N 0.3476 E')).toEqual([]);
    expect(possible(parseCoordinates('32.5825 N 0.3476 E')!)).toHaveLength(1);
  });
  test('outside of the country in either order: none fits, and both are known', () => {
    expect(read('48.2, 16.37')).toEqual([]);
    expect(possible(parseCoordinates('48.2, 16.37')!).map(({ order }) => order)).toEqual(['lat-first', 'lon-first']);
    expect(possible(parseCoordinates('48.2, 116.37')!).map(({ order }) => order)).toEqual(['lat-first']);
  });
  test.each([
    ['-16.8, 179.9', -16.8, 179.9],
    ['-16.8, -179.9', -16.8, -179.9],
    ['-16.8, 180.1', -16.8, -179.9],
  ])('over the antimeridian: %s', (text, lat, lon) => expect(read(text, FIJI)).toEqual([[lat, lon, 'lat-first']]));
});
