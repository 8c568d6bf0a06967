/** Layers as readers give them, from columns and nested rings; and a small invented country on three levels under any headings. */
import type { ExtraColumn } from '../../server/contract/admin.ts';
import type { RawLayer } from '../../server/formats/raw.ts';
import { toColumn, type Nested } from '../geometry/shapes.ts';

type Cell = ExtraColumn['values'][number];

export function rawLayer(layer: string, columns: Record<string, Cell[]>, rows: Nested, over: Partial<RawLayer> = {}): RawLayer {
  return {
    file: `${layer}.geojson`,
    layer,
    format: 'geojson',
    rows: rows.length,
    columns: Object.entries(columns).map(([name, values]) => ({ name, values })),
    geometry: toColumn(rows),
    crs: 'EPSG:4326',
    hasZ: false,
    encoding: { name: 'UTF-8', from: 'utf-8' },
    findings: [],
    ...over,
  };
}

/** A square of one degree with its lower left corner at x, y. */
export function square(x: number, y: number, size = 1): Nested[number][number] {
  return [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ];
}

/**
 * Two regions of two districts each, side by side: districts are squares, regions their unions. `heading` spells a role of a level:
 * `heading('pcode', 2)` → `ADM2_PCODE`. Codes `SL01`, `SL0101`.
 */
export function threeLevels(heading: (role: 'name' | 'pcode' | 'validOn' | 'validTo', level: number) => string, prefix = 'sle_adm'): RawLayer[] {
  const dates = (count: number) => ({
    [heading('validOn', 0)]: Array.from({ length: count }, () => '2020-01-31'),
    [heading('validTo', 0)]: Array.from({ length: count }, () => null),
  });
  const country = { [heading('name', 0)]: 'Sierra Leone', [heading('pcode', 0)]: 'SL' };
  const repeat = (columns: Record<string, Cell>, count: number) =>
    Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, Array.from({ length: count }, () => value)]));
  const regions = { [heading('name', 1)]: ['North', 'South'], [heading('pcode', 1)]: ['SL01', 'SL02'] };
  const ofDistrict = (list: string[]) => [list[0]!, list[0]!, list[1]!, list[1]!];
  return [
    rawLayer(`${prefix}0`, { ...repeat(country, 1), ...dates(1) }, [[square(0, 0, 2)]]),
    rawLayer(`${prefix}1`, { ...regions, ...repeat(country, 2), ...dates(2) }, [[rectangle(0, 1, 2, 1)], [rectangle(0, 0, 2, 1)]]),
    rawLayer(
      `${prefix}2`,
      {
        [heading('name', 2)]: ['Bo', 'Kono', 'Moyamba', 'Pujehun'],
        [heading('pcode', 2)]: ['SL0101', 'SL0102', 'SL0201', 'SL0202'],
        [heading('name', 1)]: ofDistrict(['North', 'South']),
        [heading('pcode', 1)]: ofDistrict(['SL01', 'SL02']),
        ...repeat(country, 4),
        ...dates(4),
      },
      [[square(0, 1)], [square(1, 1)], [square(0, 0)], [square(1, 0)]],
    ),
  ];
}

export function rectangle(x: number, y: number, width: number, height: number): Nested[number][number] {
  return [
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
  ];
}
