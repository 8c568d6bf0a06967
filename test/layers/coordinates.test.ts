import { describe, expect, test } from 'vitest';
import { readCoordinate, readPoint } from '../../server/layers/read/coordinates.ts';
import { parseWkt } from '../../server/layers/read/wkt.ts';

const number = (value: number, notation: string, axis: string | null = null) => ({ is: 'number', value: expect.closeTo(value, 6) as number, notation, axis });

describe('a coordinate', () => {
  test.each([
    ['33.3152', number(33.3152, 'plain')],
    [' -1.5 ', number(-1.5, 'plain')],
    ['33.3152°', number(33.3152, 'plain')],
    ['1.5 S', number(-1.5, 'plain', 'lat')],
    ['E44.366', number(44.366, 'plain', 'lon')],
    ['4.4 O', number(-4.4, 'plain', 'lon')],
    ['٣٣٫٣١٥٢', number(33.3152, 'plain')],
    ['33,3152', number(33.3152, 'commas')],
    ['-0,5', number(-0.5, 'commas')],
    ['33°18\'54.7"N', number(33.315194, 'degrees', 'lat')],
    ['33° 18′ 54.7″ S', number(-33.315194, 'degrees', 'lat')],
    ['33 18 54.7', number(33.315194, 'degrees')],
    ["44°21.96'E", number(44.366, 'degrees', 'lon')],
    ['33:18:54', number(33.315, 'degrees')],
    ['', { is: 'blank' }],
    ['unknown', { is: 'text', text: 'unknown' }],
    ['33 75 10', { is: 'text', text: '33 75 10' }],
    ['12.5.3', { is: 'text', text: '12.5.3' }],
  ])('%j', (cell, expected) => expect(readCoordinate(cell)).toEqual(expected));
  test('of a workbook is the number itself', () => expect(readCoordinate(447_000)).toEqual(number(447_000, 'plain')));
});

test('a cell with both has latitude first, as forms write it', () => {
  expect(readPoint('33.3 44.4 0 0')).toEqual([33.3, 44.4]);
  expect(readPoint('[33.3, 44.4]')).toEqual([33.3, 44.4]);
  expect(readPoint('33.3')).toBeNull();
  expect(readPoint('near the mosque')).toBeNull();
});

describe('WKT', () => {
  test.each([
    ['POINT (1 2)', { kind: 1, parts: [[[1, 2]]] }],
    ['SRID=4326;POINT Z (1 2 3)', { kind: 1, parts: [[[1, 2]]] }],
    ['MULTIPOINT ((1 2), (3 4))', { kind: 1, parts: [[[1, 2]], [[3, 4]]] }],
    ['MULTIPOINT (1 2, 3 4)', { kind: 1, parts: [[[1, 2]], [[3, 4]]] }],
    ['LINESTRING(0 0, 1 1)', { kind: 2, parts: [[[0, 0, 1, 1]]] }],
    ['MULTILINESTRING ((0 0,1 1),(2 2,3 3))', { kind: 2, parts: [[[0, 0, 1, 1]], [[2, 2, 3, 3]]] }],
    [
      'POLYGON ((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1))',
      {
        kind: 3,
        parts: [
          [
            [0, 0, 4, 0, 4, 4, 0, 0],
            [1, 1, 2, 1, 2, 2, 1, 1],
          ],
        ],
      },
    ],
    ['MULTIPOLYGON (((0 0,4 0,4 4,0 0)),((5 5,6 5,6 6)))', { kind: 3, parts: [[[0, 0, 4, 0, 4, 4, 0, 0]], [[5, 5, 6, 5, 6, 6, 5, 5]]] }],
  ])('%s', (text, expected) => expect(parseWkt(text)).toEqual(expected));
  test.each(['', 'POINT (1)', 'POINT (a b)', 'LINESTRING (0 0, 1 1', 'POLYGON ((0 0))) x', 'GEOMETRYCOLLECTION (POINT (1 2))'])('not %j', (text) =>
    expect(parseWkt(text)?.parts ?? []).toEqual([]),
  );
});
