/** One shapefile (.shp with its .dbf, .shx, .prj, .cpg) → one layer. */
import type { ExtraColumn } from '../../contract/admin.ts';
import type { Finding } from '../../contract/finding.ts';
import { InputError } from '../../errors.ts';
import { verbatim } from '../../words/clauses.ts';
import { makeFinding, type FindingCode } from '../../words/findings.ts';
import { GeometryWriter } from '../builder.ts';
import { readDbf } from './dbf.ts';
import type { UploadFile } from '../raw.ts';
import type { Bundle, ReadContext, Reader, SourceLayer } from '../reader.ts';
import { decoding, readAll } from '../reader.ts';
import { readShp } from './shp.ts';

export const shapefileReader: Reader = {
  format: 'shapefile',
  accepts: (_bundle, head) => head.length >= 36 && head[0] === 0 && head[1] === 0 && head[2] === 0x27 && head[3] === 0x0a,
  read: readShapefile,
};

function findPart(bundle: Bundle, extension: string): UploadFile | undefined {
  return bundle.files.find((file) => file.name.toLowerCase().endsWith(extension));
}

async function readShapefile(bundle: Bundle, context: ReadContext): Promise<SourceLayer[]> {
  const shp = bundle.files[0]!;
  const dbf = findPart(bundle, '.dbf');
  const missing = ['.dbf', '.shx'].filter((extension) => !findPart(bundle, extension));
  if (!dbf)
    throw new InputError(
      'read.partMissing',
      `${bundle.name} has no ${missing.join(' and no ')}: without the .dbf there are no names and no P-codes. Upload ${bundle.stem}.shp, .shx, .dbf, .prj and .cpg together, preferably as one zip.`,
      { details: { file: bundle.name, missing } },
    );
  const builder = new GeometryWriter(bundle.name, context.limits);
  const shape = await decoding(bundle.name, 'Shapefile', () => readShp(readAll(shp, context.limits.fileBytes), builder));
  const cpgFile = findPart(bundle, '.cpg');
  const cpg = cpgFile ? new TextDecoder('latin1').decode(readAll(cpgFile, 10_000)) : null;
  const table = await decoding(dbf.name, 'Shapefile', () => readDbf(dbf.name, readAll(dbf, context.limits.fileBytes), cpg, context, context.limits));
  if (table.rows !== builder.rowCount)
    throw new InputError(
      'read.partsDisagree',
      `${bundle.name} has ${builder.rowCount} shapes and its .dbf ${table.rows} records, so names would end up on the wrong shapes. They belong to different exports, or one was cut off: export the layer again.`,
    );
  const prjFile = findPart(bundle, '.prj');
  const prj = prjFile ? new TextDecoder().decode(readAll(prjFile, 1_000_000)).replaceAll('\0', '').trim() : '';
  const rows = (list: number[]) => [{ id: '', pcodes: [], rows: list.map((row) => row + 1), clause: verbatim(bundle.name) }];
  const findings: Finding[] = builder.findings(bundle.name);
  const note = (code: FindingCode, severity: 'info' | 'warning', list: number[], params: Record<string, string | number> = {}) =>
    findings.push(makeFinding(code, severity, null, list.length ? rows(list) : [], { file: bundle.name, ...params }, list.length || 1));
  if (missing.includes('.shx')) note('read.shxMissing', 'info', []);
  if (table.disproved !== null) note('read.cpgDisproved', 'warning', [], { stated: table.disproved });
  if (table.mixed.length) note('read.encodingMixed', 'warning', table.mixed, { encoding: table.encoding.name });
  if (table.cut.length) note('read.textCut', 'warning', table.cut);
  if (table.deleted.length) note('read.deletedRows', 'warning', table.deleted);
  if (shape.orphanHoles.length) note('read.orphanHole', 'warning', shape.orphanHoles);
  for (const [before, after] of table.renamed) note('read.columnRenamed', 'info', [], { before, after });
  const columns: ExtraColumn[] = table.columns;
  return [
    {
      file: bundle.name,
      layer: bundle.stem,
      format: 'shapefile',
      rows: table.rows,
      columns,
      geometry: builder.finish(),
      crs: prj ? { code: null, text: prj } : null,
      hasZ: shape.hasZ,
      encoding: table.encoding,
      findings,
    },
  ];
}
