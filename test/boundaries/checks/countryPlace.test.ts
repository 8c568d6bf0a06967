/** G7 by boxes: a layer far from its country, and one whose axes are swapped. */
import { describe, expect, test } from 'vitest';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import type { Box } from '../../../server/boundaries/checks/countryPlace.ts';
import { boxOf, findMisplaced, kmBetween } from '../../../server/boundaries/checks/countryPlace.ts';
import { judgeBoundaries } from '../../../server/boundaries/pipeline.ts';
import { HAS_REAL_DATA, realUpload, uploadOf } from '../../helpers/tables/workbook.ts';

const table = (bbox?: Box) => ({ level: 1, units: bbox ? [{ bbox }] : [], geometry: { rows: [0] }, source: { rowNumber: [] } }) as unknown as FeatureTable;
const codes = (country: string, extent: Box, previous: FeatureTable[] | null = null) =>
  findMisplaced(table(), extent, country as Iso3, previous).map(({ code, severity, params }) => [code, severity, params['km']]);
const swap = ([west, south, east, north]: Box): Box => [south, west, north, east];

describe('boxes of countries', () => {
  test('a box at its own place says nothing, on both sides of longitude 180 too', () => {
    for (const country of ['SLE', 'CAF', 'PHL', 'MDG', 'RUS', 'NZL']) {
      const [west, south, east, north] = boxOf(country as Iso3)!;
      expect(codes(country, west > east ? [-180, south, 180, north] : [west, south, east, north])).toEqual([]);
    }
    expect(codes('FJI', [176, -19, 179, -16])).toEqual([]);
    expect(codes('FJI', [-180, -19, -179, -16])).toEqual([]);
    expect(codes('FJI', [181, -19, 182, -16])).toEqual([]);
    expect(codes('XNV', [0, 0, 1, 1])).toEqual([]);
  });

  test('swapped axes are an error, where the boxes touch as well', () => {
    for (const country of ['SLE', 'YEM', 'PHL', 'LBN', 'CAF', 'NGA', 'TCD', 'MDG', 'FJI']) {
      const [west, south, east, north] = boxOf(country as Iso3)!;
      expect([country, codes(country, swap([west, south, west > east ? 180 : east, north])).map(([code, severity]) => [code, severity])]).toEqual([
        country,
        [['geometry.swapped', 'error']],
      ]);
    }
  });

  test('elsewhere is a warning with the distance; a published version is compared too', () => {
    expect(codes('SLE', [44, 13, 45, 14])).toEqual([['geometry.far', 'warning', expect.closeTo(5930, -3)]]);
    expect(codes('XNV', [44, 13, 45, 14], [table([0, 0, 1, 1])])).toEqual([['geometry.moved', 'warning', expect.any(Number)]]);
    expect(codes('XNV', [30, 0, 31, 1], [table([0, 30, 1, 31])])).toEqual([['geometry.swapped', 'error', expect.any(Number)]]);
    expect(codes('XNV', [0, 0, 1, 1], [table([0.5, 0.5, 1, 1])])).toEqual([]);
    expect(kmBetween([0, 0, 1, 1], [2, 0, 3, 1])).toBeCloseTo(111, 0);
  });
});

test('an upload with swapped axes cannot be published without a word', async () => {
  const ring = (x: number, y: number) => [
    [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
      [x, y],
    ],
  ];
  const features = [8, 7].map((x, i) => ({
    type: 'Feature',
    properties: { adm1_name: `Unit ${i}`, adm1_pcode: `SL0${i + 1}`, adm0_name: 'Sierra Leone', adm0_pcode: 'SL' },
    geometry: { type: 'Polygon', coordinates: ring(x, -12) },
  }));
  const file = uploadOf('sle_admin1.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  const { report } = await judgeBoundaries([file], { country: 'SLE' as Iso3, dataset: null, sha256: '', today: '2026-11-22' });
  const found = report.results.flatMap(({ findings }) => findings).find(({ code }) => code === 'geometry.swapped')!;
  expect([report.publishable, found.message]).toEqual([
    false,
    expect.stringMatching(/lies [\d,]+ km from Sierra Leone.*if latitude and longitude were swapped/),
  ]);
});

test.skipIf(!HAS_REAL_DATA)('real boundaries lie in their countries', async () => {
  for (const [country, file] of [
    ['CAF', 'caf/ab/caf_admin1.parquet'],
    ['BGD', 'bgd/ab/bgd_itos_adm1.topojson'],
  ] as const) {
    const { report } = await judgeBoundaries([realUpload(file)], { country: country as Iso3, dataset: null, sha256: '', today: '2026-11-22' });
    expect(report.results.find(({ check }) => check === 'G7')!.status).toBe('passed');
  }
});
