/** What the files of an upload hold that could be a layer: tables as they are, and layers of files by the shape of their features. */
import { GEOMETRY_KIND, type GeometryColumn } from '../../contract/admin.ts';
import type { Clause, Finding } from '../../contract/finding.ts';
import type { LayerShape } from '../../contract/overlays/layer.ts';
import { InputError } from '../../errors.ts';
import type { UploadFile } from '../../formats/raw.ts';
import type { OutsideTools } from '../../formats/reader.ts';
import { isTables } from '../../formats/tables/archive.ts';
import type { Cell } from '../../formats/tables/rawTable.ts';
import { readTables } from '../../formats/tables/table.ts';
import { readUpload } from '../../formats/upload.ts';

export interface PartColumn {
  name: string;
  hxl: string | null;
  cells: readonly Cell[];
}

/** One table, or one layer of a file with all its shapes. */
export interface Part {
  file: string;
  sheet: string;
  rows: number;
  /** 1-based as a person counts them in the source. */
  rowNumber: (row: number) => number;
  columns: PartColumn[];
  /** null of a table: its columns say where things are. */
  geometry: GeometryColumn | null;
  findings: Finding[];
  /** Coordinate system as the source states it; null of tables. */
  crs: string | null;
}

export interface PartsRead {
  parts: Part[];
  ignored: { name: string; reason: Clause }[];
}

export interface PartOptions {
  encoding?: string | undefined;
  crs?: string | undefined;
  outside?: OutsideTools | undefined;
  onProgress?: (done: number, total: number) => void;
}

/** @throws InputError, QuestionError (`read.encoding`, `read.crs`) as the readers do */
export async function readParts(files: UploadFile[], { encoding, crs, outside, onProgress }: PartOptions): Promise<PartsRead> {
  const [tables, others] = [[] as UploadFile[], [] as UploadFile[]];
  for (const file of files) ((await isTables(file)) ? tables : others).push(file);
  const read: PartsRead = { parts: [], ignored: [] };
  if (others.length > 0) {
    const asked = { ...(encoding === undefined ? {} : { encoding }), ...(crs === undefined ? {} : { crs }), ...(outside ? { outside } : {}) };
    const { layers, ignored } = await readUpload(others, { ...asked, ...(onProgress ? { onProgress } : {}) });
    read.ignored.push(...ignored);
    for (const { file, layer, rows, columns, geometry, findings, crs: stated } of layers)
      read.parts.push({
        file,
        sheet: layer,
        rows,
        rowNumber: (row) => row + 1,
        columns: columns.map(({ name, values }) => ({ name, hxl: null, cells: values })),
        geometry,
        findings,
        crs: stated,
      });
  }
  for (const file of tables)
    for (const table of await readTables(file, { encoding, onUnknownEncoding: 'assume' }))
      read.parts.push({
        file: table.file,
        sheet: table.sheet,
        rows: table.rows,
        rowNumber: (row) => table.rowNumbers[row]!,
        columns: table.columns,
        geometry: null,
        findings: table.findings,
        crs: null,
      });
  return read;
}

const SHAPE_OF: Partial<Record<number, LayerShape>> = {
  [GEOMETRY_KIND.point]: 'points',
  [GEOMETRY_KIND.line]: 'lines',
  [GEOMETRY_KIND.polygon]: 'areas',
};
export const KIND_OF: Record<LayerShape, number> = { points: GEOMETRY_KIND.point, lines: GEOMETRY_KIND.line, areas: GEOMETRY_KIND.polygon };

/** Features by shape, most first. */
export function shapesOf({ kinds }: Pick<GeometryColumn, 'kinds'>): { shape: LayerShape; count: number }[] {
  const counts = new Map<LayerShape, number>();
  for (const kind of kinds) {
    const shape = SHAPE_OF[kind];
    if (shape) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return [...counts].map(([shape, count]) => ({ shape, count })).toSorted((a, b) => b.count - a.count);
}

/** @throws InputError `layer.nothing` */
export function refuseNothing(parts: readonly Part[]): void {
  if (parts.every(({ rows }) => rows === 0))
    throw new InputError('layer.nothing', 'These files have no rows and no features. Upload points, lines or areas, or a table with coordinates.');
}
