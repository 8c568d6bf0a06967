/** A country of squares for layers to lie on, and files of places in it. */
import { GEOMETRY_KIND, type AdminUnit, type GeometryColumn } from '../../../server/contract/admin.ts';
import type { AdminLevel, DatasetId, Iso3, VersionTag } from '../../../server/contract/ids.ts';
import type { LayerColumnAnswer, LayerSaid } from '../../../server/contract/overlays/layer.ts';
import { bytesSource, type UploadFile } from '../../../server/formats/raw.ts';
import { Geos } from '../../../server/geometry/overlay/geos.ts';
import { equalAreaKm2 } from '../../../server/geometry/ring.ts';
import { indexUnits } from '../../../server/layers/join/units.ts';
import { runLayerIngest, type LayerIngest, type LayerOptions } from '../../../server/layers/pipeline.ts';
import { fakeUnit } from '../units.ts';

type Ring = [number, number][];

/** Rows of polygons, each of rings. */
export function columnOf(rows: { kind: number; parts: Ring[][] }[]): GeometryColumn {
  const [coords, rings, polygons, starts] = [[] as number[], [0], [0], [0]];
  for (const { parts } of rows) {
    for (const part of parts) {
      for (const ring of part) {
        coords.push(...ring.flat());
        rings.push(coords.length / 2);
      }
      polygons.push(rings.length - 1);
    }
    starts.push(polygons.length - 1);
  }
  return {
    kinds: Uint8Array.from(rows, ({ kind }) => kind),
    coords: Float64Array.from(coords),
    rings: Uint32Array.from(rings),
    polygons: Uint32Array.from(polygons),
    rows: Uint32Array.from(starts),
  };
}

export const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

/** Where the country begins, how many squares each way, and how wide they are, in degrees. Pairs of columns are one unit of level 1. */
export const GRID = { west: 40, south: 30, squares: 4, side: 0.5 } as const;

export function gridGround({ west, south, squares, side }: { west: number; south: number; squares: number; side: number } = GRID): NonNullable<
  LayerOptions['ground']
> {
  const units: AdminUnit[] = [];
  const rows: { kind: number; parts: Ring[][] }[] = [];
  for (let y = 0; y < squares; y++)
    for (let x = 0; x < squares; x++) {
      const parent = `XX0${Math.floor(x / 2) + 1}`;
      rows.push({ kind: GEOMETRY_KIND.polygon, parts: [[square(west + x * side, south + y * side, side)]] });
      units.push(fakeUnit({ level: 2, pcode: `${parent}${y}${x}`, parentPcode: parent, names: [{ lang: 'en', name: `Square ${y}-${x}` }] }));
    }
  const geometry = columnOf(rows);
  units.forEach((unit, row) => (unit.areaSqKm = equalAreaKm2(geometry, row)));
  const upper = (level: AdminLevel, pcode: string, parentPcode: string | null, name: string) =>
    fakeUnit({
      level,
      pcode,
      parentPcode,
      names: [{ lang: 'en', name }],
      areaSqKm: units.filter((unit) => unit.pcode.startsWith(pcode)).reduce((sum, unit) => sum + unit.areaSqKm, 0),
    });
  const firsts = [...new Set(units.map(({ parentPcode }) => parentPcode!))].map((pcode, i) => upper(1, pcode, 'XX', ['West', 'East', 'Far East'][i]!));
  return {
    dataset: 'cod-ab-xxx' as DatasetId,
    version: 'v01' as VersionTag,
    level: 2,
    box: [west, south, west + squares * side, south + squares * side],
    units,
    geometry,
    index: indexUnits({ geometry }),
    levels: [
      { level: 0, units: [upper(0, 'XX', null, 'Squareland')] },
      { level: 1, units: firsts },
      { level: 2, units },
    ],
  };
}

export const csvOf = (rows: (string | number)[][]): string =>
  rows.map((row) => row.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(',')).join('\n');

interface Reading {
  said?: LayerSaid;
  columns?: LayerColumnAnswer[];
  ground?: LayerOptions['ground'];
}

/** Reads texts as files of a layer on the country of squares. */
export const readLayer = (files: Record<string, string>, reading: Reading = {}): Promise<LayerIngest> =>
  readLayerFiles(
    Object.entries(files).map(([name, text]) => ({ name, source: bytesSource(new TextEncoder().encode(text)) })),
    reading,
  );

export function readLayerFiles(files: UploadFile[], { said = {}, columns = [], ground = gridGround() }: Reading = {}): Promise<LayerIngest> {
  return runLayerIngest(files, {
    country: 'XXX' as Iso3,
    dataset: 'layer-xxx-places' as DatasetId,
    sha256: '0',
    ground,
    said,
    columns: { said: columns, remembered: [] },
    metadata: { title: 'Layer', source: 'A', license: 'CC0' },
    outside: undefined,
    geos: () => Geos.create(),
  });
}
