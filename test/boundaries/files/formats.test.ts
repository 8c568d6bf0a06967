/** What is exported is read back by the readers, and gives the same country. */
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { AdminUnit, FeatureTable } from '../../../server/contract/admin.ts';
import type { AdminLevel, Iso3 } from '../../../server/contract/ids.ts';
import { exportColumns } from '../../../server/boundaries/files/columns.ts';
import { exportLevels, type ExportFormat } from '../../../server/boundaries/files/formats.ts';
import { verifyShapefile } from '../../../server/formats/shapefile/verify.ts';
import { writeShapefile } from '../../../server/formats/shapefile/write.ts';
import { normalizeBoundaries } from '../../../server/boundaries/normalize/boundaries.ts';
import { planLevels } from '../../../server/boundaries/normalize/plan.ts';
import { publishLevels, upperLevels } from '../../../server/boundaries/normalize/publish.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { readUpload } from '../../../server/formats/upload.ts';
import { buildCoverage } from '../../../server/geometry/coverage.ts';
import { rawLayer, threeLevels } from '../../helpers/rawLayers.ts';
import { roughGrid, seeded } from '../../geometry/shapes.ts';

const options = { country: 'SLE' as Iso3, version: 'v02' };

function publishedTables(): FeatureTable[] {
  const layers = threeLevels((role, level) => ({ name: `ADM${level}_EN`, pcode: `ADM${level}_PCODE`, validOn: 'validOn', validTo: 'validTo' })[role]);
  layers[2]!.columns.push(
    { name: 'ADM2_AR', values: [null, 'كونو', 'مويامبا', null] },
    { name: 'Hospitals', values: [null, 2, 3, 4] },
    { name: 'share', values: [null, 0.125, -1.5, 3] },
    { name: 'is_capital', values: [null, true, false, false] },
    { name: 'A rather long heading', values: ['é'.repeat(200), null, '=1+1', ' x'] },
  );
  const plan = planLevels(normalizeBoundaries(layers, options));
  return publishLevels(plan, buildCoverage(plan.base, upperLevels(plan)));
}

const tables = publishedTables();
const essence = (units: AdminUnit[]) => units.map(({ pcode, parentPcode, names, validOn, validTo }) => ({ pcode, parentPcode, names, validOn, validTo }));

describe.each<[ExportFormat]>([['gpkg'], ['shp'], ['geojson'], ['fgb']])('%s', (format) => {
  test('all levels, read back, are the same units on the same ground', async () => {
    const { bytes, file } = await exportLevels(format, tables, null, options);
    const { layers } = await readUpload([{ name: file, source: bytesSource(bytes) }]);
    // GeoJSON and FlatGeobuf hold one layer, in which adm_level tells the levels apart.
    const count = format === 'gpkg' || format === 'shp' ? 3 : 1;
    expect(layers.map(({ crs, encoding }) => [crs, encoding.name.toUpperCase()])).toEqual(Array.from({ length: count }, () => ['EPSG:4326', 'UTF-8']));
    const again = normalizeBoundaries(layers, options);
    expect(again.levels.map(({ table }) => essence(table.units))).toEqual(tables.map(({ units }) => essence(units)));
    expect(again.levels.map(({ table }) => table.units.map(({ bbox }) => bbox))).toEqual(tables.map(({ units }) => units.map(({ bbox }) => bbox)));
    again.levels.forEach(({ table }, at) => table.units.forEach(({ areaSqKm }, row) => expect(areaSqKm).toBeCloseTo(tables[at]!.units[row]!.areaSqKm, 6)));
    expect(again.statedVersion).toBe('v02');
    expect(again.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('one level keeps the types of extra columns, though the first row has none', async () => {
    const { bytes, file } = await exportLevels(format, tables, 2 as AdminLevel, options);
    const { layers } = await readUpload([{ name: file, source: bytesSource(bytes) }]);
    const column = (name: string) => layers[0]!.columns.find((entry) => entry.name === name)!.values;
    expect(column('Hospitals')).toEqual([null, 2, 3, 4]);
    expect(column('share')).toEqual([null, 0.125, -1.5, 3]);
    if (format !== 'shp') expect(column('A rather long heading')).toEqual(['é'.repeat(200), null, '=1+1', ' x']);
  });
});

test('a shapefile cuts headings and long text between characters, and says where', () => {
  const { losses } = writeShapefile('x', tables[2]!, exportColumns(tables[2]!, tables, options));
  expect(losses).toEqual([
    { column: 'A rather long heading', detail: 'heading written as A_rather_l' },
    { column: 'A rather long heading', detail: '1 cells cut to 254 bytes' },
  ]);
});

describe('law 15: a shapefile is opened by others before it is handed out', () => {
  const columns = exportColumns(tables[2]!, tables, options);
  const written = () => {
    const { files } = writeShapefile('x', tables[2]!, columns);
    const bytesOf = (ending: string) => files.find(({ name }) => name.endsWith(ending))!.bytes;
    return { shp: bytesOf('.shp'), shx: bytesOf('.shx'), dbf: bytesOf('.dbf') };
  };

  test('what is written is handed out', () => verifyShapefile('x', written(), tables[2]!, columns));

  test('whatever its columns are called', () => {
    const named = columns.map((column, i) => ({ ...column, name: ['2019', '__proto__', 'constructor'][i] ?? column.name }));
    const { files } = writeShapefile('x', tables[2]!, named);
    const bytesOf = (ending: string) => files.find(({ name }) => name.endsWith(ending))!.bytes;
    return verifyShapefile('x', { shp: bytesOf('.shp'), shx: bytesOf('.shx'), dbf: bytesOf('.dbf') }, tables[2]!, named);
  });

  test.each<[string, (parts: ReturnType<typeof written>) => void, RegExp]>([
    ['a coordinate', ({ shp }) => void (shp[shp.length - 3]! ^= 1), /row 4 is read with a different shape/],
    ['the number of points', ({ shp }) => new DataView(shp.buffer).setUint32(100 + 8 + 40, 4, true), /row 1 is read with a different shape/],
    ['the index', ({ shx }) => shx.set(shx.subarray(100, 108), 108), /row 2 is read with a different shape/],
    ['a record too few', (parts) => void (parts.shx = parts.shx.subarray(0, -8)), /its \.shx has 3 records, not 4/],
    ['a letter', ({ dbf }) => void (dbf[Buffer.from(dbf).indexOf('SL0201')]! ^= 1), /row 3 is read with other adm2_pcode/],
    ['the count of the table', ({ dbf }) => void (dbf[4] = 9), /its \.dbf has 9 records, not 4/],
  ])('%s that is another stops it', async (_, spoil, message) => {
    const parts = written();
    parts.dbf = Uint8Array.from(parts.dbf);
    spoil(parts);
    await expect(verifyShapefile('x', parts, tables[2]!, columns)).rejects.toThrow(message);
  });
});

test('a rough country with islands survives the shapefile', async () => {
  const cells = roughGrid(seeded(5), 4, 4);
  const rows = cells.map((cell, row) => (row === 3 ? [...cell, ...roughGrid(seeded(8), 1, 1, { x: 30 })[0]!] : cell));
  const layer = rawLayer(
    'sle_adm1',
    { adm1_pcode: rows.map((_, row) => `SL${String(row).padStart(2, '0')}`), adm1_name: rows.map((_, row) => `N${row}`) },
    rows,
  );
  const plan = planLevels(normalizeBoundaries([layer], options));
  const published = publishLevels(plan, buildCoverage(plan.base, upperLevels(plan)));
  const { bytes, file } = await exportLevels('shp', published, 1, options);
  const { layers } = await readUpload([{ name: file, source: bytesSource(bytes) }]);
  const again = normalizeBoundaries(layers, options).levels[0]!.table;
  again.units.forEach(({ areaSqKm }, row) => expect(areaSqKm).toBeCloseTo(published[1]!.units[row]!.areaSqKm, 6));
  expect(again.geometry.rows).toEqual(published[1]!.geometry.rows);
});

test('CSV: formulas are made harmless, zeros of codes stay', async () => {
  const { bytes, mediaType } = await exportLevels('csv', tables, 2, options);
  const rows = parse(new TextDecoder().decode(bytes), { bom: true, columns: true }) as Record<string, string>[];
  expect(mediaType).toBe('text/csv; charset=utf-8');
  expect(rows.map((row) => row.adm2_pcode)).toEqual(['SL0101', 'SL0102', 'SL0201', 'SL0202']);
  expect(rows[2]!['A rather long heading']).toBe("'=1+1");
  expect(rows.map((row) => row.is_capital)).toEqual(['', 'true', 'false', 'false']);
});

test('XLSX: a sheet for each level, text as text, no formulas', async () => {
  const { bytes, file } = await exportLevels('xlsx', tables, null, options);
  expect(file).toBe('sle_admin_boundaries.xlsx');
  const buffer = Buffer.from(bytes);
  const sheets = await readXlsxFile(buffer);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['sle_admin0', 'sle_admin1', 'sle_admin2']);
  const sheet = sheets[2]!.data;
  const heading = sheet[0]!.indexOf('A rather long heading');
  expect(sheet).toHaveLength(5);
  expect(sheet[3]![heading]).toBe('=1+1');
  expect(sheet[2]![sheet[0]!.indexOf('Hospitals')]).toBe(2);
});

test('CSV of all levels is one table', async () => {
  const { bytes, file } = await exportLevels('csv', tables, null, options);
  const rows = parse(new TextDecoder().decode(bytes), { bom: true, columns: true }) as Record<string, string>[];
  expect(file).toBe('sle_admin_boundaries.csv');
  expect(rows.map((row) => `${row.adm_level} ${row.adm1_pcode} ${row.adm2_pcode}`)).toEqual([
    '0  ',
    '1 SL01 ',
    '1 SL02 ',
    '2 SL01 SL0101',
    '2 SL01 SL0102',
    '2 SL02 SL0201',
    '2 SL02 SL0202',
  ]);
});

test('a level that is not there is said with those that are', async () => {
  await expect(exportLevels('csv', tables, 4, options)).rejects.toThrow(/no level 4; it has adm0, adm1, adm2/);
});

test('the same data gives the same bytes', async () => {
  for (const format of ['gpkg', 'shp', 'fgb', 'geojson', 'csv'] as const) {
    const [a, b] = [await exportLevels(format, tables, null, options), await exportLevels(format, publishedTables(), null, options)];
    expect(Buffer.compare(a.bytes, b.bytes), format).toBe(0);
  }
});
