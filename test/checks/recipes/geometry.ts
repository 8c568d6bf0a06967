/** Cases of families G, T and B: each is the square country of squares.ts, and one thing done to it. */
import type { Cases, Recipes } from './squares.ts';
import { M, add, bowTie, box, hole, move, noChange, northEast, northWest, only, part, polygon, rename, set, withReference } from './squares.ts';

const clean: Cases = { clean: [noChange] };
export const GEOMETRY: Recipes = {
  G1: {
    faulty: { 'null-geometry': [set('admin2', 1, null)], 'empty-polygon': [set('admin2', 1, { type: 'Polygon', coordinates: [] })] },
    sound: clean,
  },
  G2: {
    faulty: {
      point: [set('admin2', 1, { type: 'Point', coordinates: [20.05, 5.15] })],
      line: [
        set('admin2', 1, {
          type: 'LineString',
          coordinates: [
            [20, 5.1],
            [20.1, 5.2],
          ],
        }),
      ],
    },
    sound: { multipolygon: [part(3, box(20.3, 5.1, 20.31, 5.11))] },
  },
  G3: {
    faulty: {
      'bow-tie': [only('admin2'), set('admin2', 3, bowTie)],
      'hole-outside': [only('admin2'), set('admin2', 3, polygon(box(20.1, 5.1, 20.2, 5.2), box(20.3, 5.1, 20.31, 5.11)))],
    },
    sound: {
      ...clean,
      'hole-touches-once': [
        only('admin2'),
        set(
          'admin2',
          3,
          polygon(box(20.1, 5.1, 20.2, 5.2), [
            [20.1, 5.1],
            [20.12, 5.15],
            [20.15, 5.12],
            [20.1, 5.1],
          ]),
        ),
      ],
    },
  },
  G4: { faulty: { heights: [only('admin1'), move('admin1', (at) => [...at, 120])] }, sound: clean },
  G5: { faulty: { 'longitude-182': [only('admin2'), set('admin2', 3, polygon(box(181, 5.1, 182, 5.2)))] }, sound: clean },
  G6: {
    faulty: {
      'no-width': [
        only('admin2'),
        set(
          'admin2',
          3,
          polygon([
            [20.1, 5.1],
            [20.1, 5.2],
            [20.1, 5.15],
            [20.1, 5.1],
          ]),
        ),
      ],
    },
    sound: clean,
  },
  G7: {
    faulty: {
      elsewhere: [withReference(box(30, 5, 30.2, 5.2))],
      'three-quarters-outside': [withReference(box(19.9, 4.9, 20.02, 5.02))],
    },
    sound: { same: [withReference(box(20, 5, 20.2, 5.2))], 'coarse-by-5-km': [withReference(box(20.05, 5.05, 20.25, 5.25))] },
  },
  G8: {
    faulty: { 'parents-end-100-m-away': [move('admin1', ([x, y]) => [x === 20.2 ? 20.2 + 100 * M : x!, y!])] },
    sound: { ...clean, 'rounded-parents': [move('admin1', ([x, y]) => [x! + 4e-8, y! - 4e-8])] },
  },
  G9: {
    faulty: { 'two-rows': [add('admin2', 'XN0202', polygon(box(20.3, 5.1, 20.31, 5.11)))] },
    sound: {
      'two-parts': [part(3, box(20.3, 5.1, 20.31, 5.11))],
      'no-codes': [rename('admin2', 2, { adm2_pcode: null }), rename('admin2', 3, { adm2_pcode: null })],
    },
  },
  G10: {
    faulty: {
      'triangular-part': [
        part(3, [
          [20.3, 5.1],
          [20.31, 5.1],
          [20.3, 5.11],
          [20.3, 5.1],
        ]),
      ],
    },
    sound: { 'square-part': [part(3, box(20.3, 5.1, 20.31, 5.11))] },
  },
  G11: {
    faulty: {
      'part-40-cm': [part(3, box(20.3, 5.1, 20.3 + 0.4 * M, 5.1 + 0.4 * M))],
      'thread-of-100-m': [part(3, box(20.3, 5.1, 20.3 + 0.5 * M, 5.1 + 100 * M))],
      'below-1e-8-degrees': [part(3, box(20.3, 5.1, 20.3 + 5e-9, 5.1 + 1e-3))],
    },
    sound: { 'islet-20-m': [part(3, box(20.3, 5.1, 20.3 + 20 * M, 5.1 + 20 * M))] },
  },
  G12: { faulty: { 'vertex-twice': [set('admin2', 3, northEast([20.1, 5.15], [20.1, 5.15]))] }, sound: clean },
  G13: {
    faulty: {
      'notch-2-m': [
        only('admin2'),
        set(
          'admin2',
          3,
          polygon([
            [20.1, 5.1],
            [20.2, 5.1],
            [20.2, 5.15],
            [20.199, 5.15],
            [20.199, 5.15 + 2 * M],
            [20.2, 5.15 + 2 * M],
            [20.2, 5.2],
            [20.1, 5.2],
            [20.1, 5.1],
          ]),
        ),
      ],
      'spike-60-m': [
        only('admin2'),
        set(
          'admin2',
          3,
          polygon([
            [20.1, 5.1],
            [20.2, 5.1],
            [20.2, 5.15],
            [20.2 + 60 * M, 5.15],
            [20.2, 5.15 + 0.1 * M],
            [20.2, 5.2],
            [20.1, 5.2],
            [20.1, 5.1],
          ]),
        ),
      ],
    },
    sound: {
      ...clean,
      'inlet-30-m': [
        only('admin2'),
        set(
          'admin2',
          3,
          polygon([
            [20.1, 5.1],
            [20.2, 5.1],
            [20.2, 5.15],
            [20.199, 5.15],
            [20.199, 5.15 + 30 * M],
            [20.2, 5.15 + 30 * M],
            [20.2, 5.2],
            [20.1, 5.2],
            [20.1, 5.1],
          ]),
        ),
      ],
      'notch-20-m-long': [
        only('admin2'),
        set(
          'admin2',
          3,
          polygon([
            [20.1, 5.1],
            [20.2, 5.1],
            [20.2, 5.15],
            [20.2 - 20 * M, 5.15],
            [20.2 - 20 * M, 5.15 + 2 * M],
            [20.2, 5.15 + 2 * M],
            [20.2, 5.2],
            [20.1, 5.2],
            [20.1, 5.1],
          ]),
        ),
      ],
    },
  },
  G14: {
    faulty: {
      'crosses-180': [
        only('admin2'),
        set(
          'admin2',
          3,
          polygon([
            [179.9, 5.1],
            [-179.9, 5.1],
            [-179.9, 5.2],
            [179.9, 5.2],
            [179.9, 5.1],
          ]),
        ),
      ],
    },
    sound: {
      'split-at-180': [only('admin2'), set('admin2', 3, { type: 'MultiPolygon', coordinates: [[box(179.9, 5.1, 180, 5.2)], [box(-180, 5.1, -179.9, 5.2)]] })],
    },
  },
  G15: {
    faulty: {
      'same-outline': [
        add(
          'admin2',
          'XN0203',
          polygon([
            [20.2, 5.2],
            [20.1, 5.2],
            [20.1, 5.1],
            [20.2, 5.1],
            [20.2, 5.2],
          ]),
        ),
      ],
    },
    sound: { 'same-shape-elsewhere': [add('admin2', 'XN0203', polygon(box(20.3, 5.1, 20.4, 5.2)))] },
  },
  T1: {
    faulty: {
      'overlap-10-m': [set('admin2', 3, northEast([20.1 - 10 * M, 5.19], [20.1 - 10 * M, 5.11]))],
      'overlap-50-cm': [set('admin2', 3, northEast([20.1 - 0.5 * M, 5.19], [20.1 - 0.5 * M, 5.11]))],
      'overlap-5-mm': [set('admin2', 3, northEast([20.1 - 0.005 * M, 5.19], [20.1 - 0.005 * M, 5.11]))],
      'one-inside-another': [add('admin2', 'XN0203', polygon(box(20.14, 5.14, 20.16, 5.16)))],
      'exact-duplicate': [add('admin2', 'XN0203', polygon(box(20.1, 5.1, 20.2, 5.2)))],
      'over-four-units': [add('admin2', 'XN0203', polygon(box(20.09, 5.09, 20.11, 5.11)))],
    },
    sound: {
      ...clean,
      enclave: [hole(3, 0.02, 0.02), add('admin2', 'XN0203', polygon(box(20.15, 5.15, 20.17, 5.17)))],
      'vertex-on-one-side': [set('admin2', 3, northEast([20.1, 5.15]))],
    },
  },
  T2: {
    faulty: {
      'slit-5-m-by-2-km': [set('admin2', 3, northEast([20.1, 5.16], [20.1 + 5 * M, 5.16], [20.1 + 5 * M, 5.142], [20.1, 5.142]))],
      'lake-1-km2': [hole(3, 1000 * M, 1000 * M)],
      'narrow-30-m': [hole(3, 30 * M, 300 * M)],
      'thin-canal': [hole(3, 60 * M, 5000 * M)],
      'trace-of-rounding': [set('admin2', 3, northEast([20.1, 5.16], [20.1 + 0.005 * M, 5.16], [20.1 + 0.005 * M, 5.142], [20.1, 5.142]))],
    },
    sound: { ...clean, 'islands-apart': [part(3, box(20.3, 5.1, 20.31, 5.11))] },
  },
  T3: {
    faulty: {
      'open-to-the-north': [
        set(
          'admin2',
          3,
          polygon([
            [20.1, 5.1],
            [20.2, 5.1],
            [20.2, 5.2],
            [20.1 + 5 * M, 5.2],
            [20.1, 5.18],
            [20.1, 5.1],
          ]),
        ),
      ],
    },
    sound: {
      ...clean,
      'bay-of-300-m': [
        set(
          'admin2',
          3,
          polygon([
            [20.1, 5.1],
            [20.2, 5.1],
            [20.2, 5.2],
            [20.1 + 300 * M, 5.2],
            [20.1 + 250 * M, 5.18],
            [20.1, 5.18],
            [20.1, 5.1],
          ]),
        ),
      ],
    },
  },
  T4: {
    faulty: { 'vertex-on-one-side': [set('admin2', 3, northEast([20.1, 5.15]))] },
    sound: { ...clean, 'vertex-on-both-sides': [set('admin2', 3, northEast([20.1, 5.15])), set('admin2', 1, northWest([20.1, 5.15]))] },
  },
  B1: { faulty: { 'islet-far-away': [add('admin2', 'XN0203', polygon(box(20.5, 5.5, 20.52, 5.52)))] }, sound: clean },
  B2: {
    faulty: {
      'by-2-percent': [move('admin1', ([x, y]) => [x === 20.1 && y === 5.1 ? 20.104 : x!, y!])],
      'by-10-m': [move('admin1', ([x, y]) => [x === 20.1 && y === 5.1 ? 20.1 + 10 * M : x!, y!])],
    },
    sound: {
      ...clean,
      'parents-rounded-to-7-decimals': [
        move('admin2', ([x, y]) => [x! + 3.7e-8, y! + 2.3e-8]),
        move('admin1', ([x, y]) => [Number((x! + 3.7e-8).toFixed(7)), Number((y! + 2.3e-8).toFixed(7))]),
        move('admin0', ([x, y]) => [Number((x! + 3.7e-8).toFixed(7)), Number((y! + 2.3e-8).toFixed(7))]),
      ],
    },
  },
  B3: { faulty: { 'code-of-the-other-province': [rename('admin2', 3, { adm1_pcode: 'XN01', adm1_name: 'Place 01' })] }, sound: clean },
  B4: {
    faulty: { 'border-5-m-off': [move('admin1', ([x, y]) => [x === 20.1 && y === 5.1 ? 20.1 + 5 * M : x!, y!])] },
    sound: { ...clean, 'fewer-vertices': [set('admin1', 0, polygon(box(20, 5, 20.1, 5.2))), set('admin1', 1, polygon(box(20.1, 5, 20.2, 5.2)))] },
  },
  B5: { faulty: { 'a-quarter-missing': [(layers) => void layers['admin2']!.pop()], 'two-thousandths': [hole(3, 0.009, 0.009)] }, sound: clean },
  B6: {
    faulty: {
      'unknown-code': [rename('admin2', 3, { adm1_pcode: 'XN09', adm1_name: 'Nowhere' })],
      'other-name': [rename('admin2', 3, { adm1_name: 'Plaice 02' })],
      'no-code': [rename('admin2', 3, { adm1_pcode: null })],
    },
    sound: clean,
  },
  B7: { faulty: { childless: [add('admin1', 'XN03', polygon(box(20.2, 5, 20.3, 5.2)))] }, sound: clean },
  B8: {
    faulty: { 'two-provinces': [add('admin2', 'XN0101', polygon(box(20.3, 5, 20.31, 5.01)), { adm1_pcode: 'XN02', adm1_name: 'Place 02' })] },
    sound: { ...clean, 'two-rows-one-province': [add('admin2', 'XN0101', polygon(box(20.3, 5, 20.31, 5.01)))] },
  },
  B9: { faulty: { 'coast-500-m-off': [withReference(box(20 - 500 * M, 5, 20.2, 5.2))] }, sound: { same: [withReference(box(20, 5, 20.2, 5.2))] } },
};
