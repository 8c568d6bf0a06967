/** The same country in each format gives the same layer. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { GeometryColumn } from '../../server/contract/admin.ts';
import { clause } from '../../server/words/clauses.ts';
import type { RawLayer } from '../../server/formats/raw.ts';
import { bytesSource } from '../../server/formats/raw.ts';
import type { ReadOptions } from '../../server/formats/upload.ts';
import { TABLE_KINDS } from '../../server/app/kinds.ts';
import { readUploadTables } from '../../server/boundaries/uploadTables.ts';
import { readUpload } from '../../server/formats/upload.ts';
import {
  COUNTRY,
  countryRows,
  FIELDS,
  polygonsOf,
  shapefileParts,
  writeDbf,
  writeFlatGeobuf,
  writeGeoPackage,
  writeGeoParquet,
  writeKml,
  writeShp,
  writeTopoJson,
  writeZip,
  zipParts,
} from './country.ts';

const text = (value: string) => new TextEncoder().encode(value);
const file = (name: string, bytes: Uint8Array) => ({ name, source: bytesSource(bytes) });
const read = (name: string, bytes: Uint8Array, options?: ReadOptions) => readUpload([file(name, bytes)], options);
const parts = (change: Partial<Record<string, Uint8Array | undefined>> = {}) => {
  const all: Record<string, Uint8Array | undefined> = { ...shapefileParts(), ...change };
  return Object.fromEntries(Object.entries(all).filter(([, bytes]) => bytes)) as Record<string, Uint8Array>;
};
const shapefile = (change: Partial<Record<string, Uint8Array | undefined>> = {}) => writeZip(zipParts(parts(change)));

/** Polygons of a row with each ring turned counter-clockwise and begun at its smallest vertex, rings and polygons sorted: winding and order are the format's own. */
function toShapes(column: GeometryColumn): string[][][] {
  const shapes: string[][][] = [];
  for (let row = 0; row < column.kinds.length; row++) {
    const polygons: string[][] = [];
    for (let p = column.rows[row]!; p < column.rows[row + 1]!; p++) {
      const rings: string[] = [];
      for (let r = column.polygons[p]!; r < column.polygons[p + 1]!; r++) {
        const ring: [number, number][] = [];
        for (let v = column.rings[r]!; v < column.rings[r + 1]!; v++) ring.push([column.coords[2 * v]!, column.coords[2 * v + 1]!]);
        rings.push(toRing(ring));
      }
      polygons.push([rings[0]!, ...rings.slice(1).sort()]);
    }
    shapes.push(polygons.sort((a, b) => (a[0]! < b[0]! ? -1 : 1)));
  }
  return shapes;
}

function toRing(closed: number[][]): string {
  expect(closed[0]).toEqual(closed.at(-1));
  let ring = closed.slice(0, -1);
  const area = ring.reduce((sum, [x, y], i) => sum + x! * ring[(i + 1) % ring.length]![1]! - ring[(i + 1) % ring.length]![0]! * y!, 0);
  if (area < 0) ring = ring.reverse();
  const first = ring.reduce((best, vertex, i) => (String(vertex) < String(ring[best]!) ? i : best), 0);
  return [...ring.slice(first), ...ring.slice(0, first)].join(' ');
}

const EXPECTED_SHAPES = COUNTRY.features.map(({ geometry }) =>
  polygonsOf(geometry)
    .map(([shell, ...holes]) => [toRing(shell!), ...holes.map(toRing).sort()])
    .sort((a, b) => (a[0]! < b[0]! ? -1 : 1)),
);

function expectCountry(layer: RawLayer, asText = false): void {
  expect(layer.rows).toBe(3);
  expect([...layer.geometry.kinds]).toEqual([3, 3, 3]);
  expect(toShapes(layer.geometry)).toEqual(EXPECTED_SHAPES);
  for (const { name } of FIELDS) {
    const values = layer.columns.find((column) => column.name === name)?.values ?? [null, null, null];
    const expected = COUNTRY.features.map(({ properties }) => properties![name] as string | number | null);
    expect(values).toEqual(asText ? expected.map((value) => (value === null ? null : String(value))) : expected);
  }
  expect(layer.crs).toBe('EPSG:4326');
  expect(layer.hasZ).toBe(false);
}

const GEOJSON = text(JSON.stringify(COUNTRY));
const FORMATS: Record<string, [name: string, bytes: () => Uint8Array, format: RawLayer['format']]> = {
  GeoJSON: ['adm1.geojson', () => GEOJSON, 'geojson'],
  'newline-delimited GeoJSON': ['adm1.ndjson', () => text(COUNTRY.features.map((feature) => JSON.stringify(feature)).join('\n')), 'geojson'],
  TopoJSON: ['adm1.topojson', () => writeTopoJson(), 'topojson'],
  'TopoJSON whose type comes last': [
    'adm1.json',
    () => {
      const { type, ...rest } = JSON.parse(new TextDecoder().decode(writeTopoJson())) as Record<string, unknown>;
      return text(JSON.stringify({ ...rest, type }));
    },
    'topojson',
  ],
  'Shapefile in a zip': ['adm1.zip', () => shapefile(), 'shapefile'],
  'Shapefile in a folder of a zip': ['adm1.zip', () => writeZip(zipParts(parts(), 'adm1', 'country/v02/')), 'shapefile'],
  GeoPackage: ['adm1.gpkg', () => writeGeoPackage(), 'geopackage'],
  FlatGeobuf: ['adm1.fgb', () => writeFlatGeobuf(), 'flatgeobuf'],
  'GeoParquet, WKB': ['adm1.parquet', () => writeGeoParquet(), 'geoparquet'],
  'GeoParquet, native': ['adm1.parquet', () => writeGeoParquet({ native: true }), 'geoparquet'],
  'GeoParquet, Snappy': ['adm1.parquet', () => writeGeoParquet({ codec: 'SNAPPY' }), 'geoparquet'],
  'GeoParquet, Zstandard': ['adm1.parquet', () => writeGeoParquet({ codec: 'ZSTD', native: true }), 'geoparquet'],
  'GeoParquet, gzip': ['adm1.parquet', () => writeGeoParquet({ codec: 'GZIP' }), 'geoparquet'],
  'GeoParquet, type GEOMETRY': ['adm1.parquet', () => writeGeoParquet({ typed: 'GEOMETRY' }), 'geoparquet'],
  'GeoParquet, type GEOGRAPHY': ['adm1.parquet', () => writeGeoParquet({ typed: 'GEOGRAPHY', codec: 'SNAPPY' }), 'geoparquet'],
  KML: ['adm1.kml', () => writeKml(), 'kml'],
  KMZ: ['adm1.kmz', () => writeZip([{ name: 'doc.kml', bytes: writeKml() }]), 'kml'],
};

describe('the same country', () => {
  test.each(Object.keys(FORMATS))('%s', async (label) => {
    const [name, bytes, format] = FORMATS[label]!;
    const { layers, ignored } = await read(name, bytes());
    expect(layers.map((layer) => layer.format)).toEqual([format]);
    expect(ignored).toEqual([]);
    expectCountry(layers[0]!, format === 'kml');
    if (format !== 'shapefile') expect(layers[0]!.findings).toEqual([]);
    expect(layers[0]!.layer).toBe(label === 'KMZ' || label === 'KML' ? 'adm1' : layers[0]!.layer);
  });

  test.each(Object.keys(FORMATS).filter((label) => !/zip|KMZ/.test(label)))('%s, gzipped and without a telling name', async (label) => {
    const [, bytes, format] = FORMATS[label]!;
    const { layers } = await read('upload.bin.gz', gzipSync(bytes()));
    expect(layers.map((layer) => layer.format)).toEqual([format]);
    expectCountry(layers[0]!, format === 'kml');
  });

  test('loose parts in one upload, in any order and case', async () => {
    const files = Object.entries(parts()).map(([extension, bytes]) => file(`ADM1.${extension === 'shp' ? 'SHP' : extension}`, bytes));
    const { layers } = await readUpload(files.reverse());
    expectCountry(layers[0]!);
    expect(layers[0]!.encoding).toEqual({ name: 'utf-8', from: 'cpg' });
  });

  test('several layers in one zip, and several files in one upload', async () => {
    const zip = writeZip([
      ...zipParts(parts(), 'adm1', 'a/'),
      ...zipParts(parts(), 'adm2', 'b/'),
      { name: 'b/lookup.dbf', bytes: parts()['dbf']! },
      { name: 'readme.txt', bytes: text('hello') },
    ]);
    const { layers, ignored, tables } = await readUpload([file('levels.zip', zip), file('adm0.geojson', GEOJSON)]);
    expect((await readUploadTables({ ignored, tables }, TABLE_KINDS)).findings).toMatchObject([{ code: 'read.fileIgnored', severity: 'info', count: 2 }]);
    expect(layers.map(({ layer }) => layer)).toEqual(['adm0', 'adm1', 'adm2']);
    expect(ignored).toEqual([
      { name: 'levels.zip/b/lookup.dbf', reason: clause('reading.lone-dbf') },
      { name: 'levels.zip/readme.txt', reason: clause('reading.metadata') },
    ]);
  });

  test('heights are left out and said', async () => {
    const { layers } = await read('a.gpkg', writeGeoPackage({ z: true }));
    expect(layers[0]!.hasZ).toBe(true);
    expect(toShapes(layers[0]!.geometry)).toEqual(EXPECTED_SHAPES);
  });

  test('a GeoPackage left in write-ahead mode', async () => {
    const bytes = writeGeoPackage();
    bytes[18] = bytes[19] = 2;
    expectCountry((await read('a.gpkg', bytes)).layers[0]!);
  });

  test('a TopoJSON that only its name tells', async () => {
    const { type, arcs, objects, transform } = JSON.parse(new TextDecoder().decode(writeTopoJson())) as Record<string, unknown>;
    const bytes = text(JSON.stringify({ note: 'x'.repeat(70_000), transform, arcs, objects, type }));
    expectCountry((await read('a.topojson', bytes)).layers[0]!);
    await expect(read('a.json', bytes)).rejects.toMatchObject({ message: expect.stringMatching(/ending \.topojson/) });
  });

  test('every object of a TopoJSON is a layer', async () => {
    const bytes = writeTopoJson((topology) => {
      const objects = topology['objects'] as Record<string, unknown>;
      objects['capital'] = { type: 'Point', coordinates: [16, 8], properties: { name: 'Kuz' } };
    });
    const { layers } = await read('a.topojson', bytes);
    expect(layers.map(({ layer, rows }) => [layer, rows])).toEqual([
      ['adm1', 3],
      ['capital', 1],
    ]);
    expect([...layers[1]!.geometry.coords]).toEqual([10, 5]);
  });
});

describe('shapefile rings', () => {
  test('counter-clockwise shells are shells, with their holes by containment', async () => {
    const [first] = COUNTRY.features;
    // Holes stay counter-clockwise only when all rings are written as RFC 7946 has them: the shells then look like holes.
    const { layers } = await read(
      'a.zip',
      shapefile(writeShp([first!.geometry, ...COUNTRY.features.slice(1).map(({ geometry }) => geometry)], { asIs: true })),
    );
    expect(layers[0]!.rows).toBe(3);
    expect(layers[0]!.findings.map(({ code }) => code)).toContain('read.orphanHole');
  });
  test('PolygonZ, and a null shape', async () => {
    const shapes = COUNTRY.features.map(({ geometry }, i) => (i === 1 ? null : geometry));
    const { layers } = await read('a.zip', shapefile(writeShp(shapes, { type: 15 })));
    expect([...layers[0]!.geometry.kinds]).toEqual([3, 0, 3]);
    expect(layers[0]!.hasZ).toBe(true);
  });
});

/** Windows-1252 bytes of Latin text. */
const latin1 = (value: string) => Uint8Array.from(value, (letter) => letter.charCodeAt(0));
const latinRows = () => countryRows().map((row) => row.map((cell, f) => (f === 1 ? '' : cell)));

describe('encodings', () => {
  /** As Windows editors save it: a mark, then two bytes for each sign. */
  const utf16 = (bytes: Uint8Array, big: boolean, mark = '\ufeff') => {
    const little = Buffer.from(`${mark}${new TextDecoder().decode(bytes).replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, 'utf16le');
    return new Uint8Array(big ? little.swap16() : little);
  };
  const TEXTS = ['GeoJSON', 'newline-delimited GeoJSON', 'TopoJSON', 'KML'];
  test.each(TEXTS.flatMap((label) => [false, true].map((big) => [label, big] as const)))('%s in UTF-16, big end first: %s', async (label, big) => {
    const [name, bytes] = FORMATS[label]!;
    for (const mark of ['\ufeff', '']) {
      const { layers } = await read(name, utf16(bytes(), big, mark));
      expectCountry(layers[0]!, label === 'KML');
      expect(layers[0]!.encoding).toEqual({ name: big ? 'utf-16be' : 'utf-16le', from: 'format' });
    }
    const zipped = await read('adm1.zip', writeZip([{ name, bytes: utf16(bytes(), big) }]));
    expectCountry(zipped.layers[0]!, label === 'KML');
  });

  test('UTF-16 that was cut within a sign says what to do', async () => {
    const bytes = utf16(GEOJSON, false);
    await expect(read('adm1.geojson', bytes.subarray(0, bytes.length - 1))).rejects.toMatchObject({
      code: 'read.damaged',
      message: expect.stringContaining('as UTF-8') as string,
    });
  });

  test.each([
    ['1252', 'windows-1252'],
    ['ANSI 1252', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    ['CP1252\0', 'windows-1252'],
    ['88591', 'windows-1252'],
  ])('.cpg "%s"', async (label, expected) => {
    const zip = shapefile({ dbf: writeDbf(FIELDS, latinRows(), latin1), cpg: text(label) });
    const { layers } = await read('a.zip', zip);
    expect(layers[0]!.encoding).toEqual({ name: expected, from: 'cpg' });
    expect(layers[0]!.columns[0]!.values).toEqual(['Fôret-Noire', 'Kuz', 'Ñu']);
  });

  test('.cpg CP1256, Arabic', async () => {
    const bytes = new Map([...'الغابةوسدكزنء '].map((letter) => [letter, 0]));
    const decoder = new TextDecoder('windows-1256');
    for (let byte = 0; byte < 256; byte++) if (bytes.has(decoder.decode(Uint8Array.of(byte)))) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
    const rows = countryRows().map((row) => row.map((cell, f) => (f === 0 ? '' : cell)));
    const zip = shapefile({
      dbf: writeDbf(FIELDS, rows, (value) => Uint8Array.from(value, (letter) => bytes.get(letter) || letter.charCodeAt(0))),
      cpg: text('CP1256'),
    });
    const { layers } = await read('a.zip', zip);
    expect(layers[0]!.columns[1]!.values).toEqual(['الغابة السوداء', 'كوز', 'نو']);
  });

  test('no .cpg: UTF-8 where the bytes are', async () => {
    const { layers } = await read('a.zip', shapefile({ cpg: undefined }));
    expect(layers[0]!.encoding).toEqual({ name: 'utf-8', from: 'utf-8' });
    expectCountry(layers[0]!);
  });

  test('no .cpg and no UTF-8: a question with samples, and its answer', async () => {
    const zip = shapefile({ dbf: writeDbf(FIELDS, latinRows(), latin1), cpg: undefined });
    const error = await read('a.zip', zip).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'QuestionError', code: 'read.encoding' });
    const { candidates } = (error as { details: { candidates: { encoding: string; samples: string[] }[] } }).details;
    expect(candidates.find(({ encoding }) => encoding === 'windows-1252')!.samples).toEqual(['Fôret-Noire', 'Ñu']);
    expect(candidates.length).toBeGreaterThan(3);
    const { layers } = await read('a.zip', zip, { encoding: 'cp1252' });
    expect(layers[0]!.encoding).toEqual({ name: 'windows-1252', from: 'asked' });
    expect(layers[0]!.columns[0]!.values).toEqual(['Fôret-Noire', 'Kuz', 'Ñu']);
    await expect(read('a.zip', zip, { encoding: 'klingon' })).rejects.toMatchObject({ code: 'read.encodingUnknown' });
  });

  test('a .cpg that lies either way', async () => {
    const { layers } = await read('a.zip', shapefile({ cpg: text('1252') }));
    expect(layers[0]!.encoding).toEqual({ name: 'utf-8', from: 'utf-8' });
    expect(layers[0]!.findings.map(({ code, severity, params }) => [code, severity, params['stated']])).toEqual([['read.cpgDisproved', 'warning', '1252']]);
    expectCountry(layers[0]!);
    await expect(read('a.zip', shapefile({ dbf: writeDbf(FIELDS, latinRows(), latin1) }))).rejects.toMatchObject({
      code: 'read.encoding',
      details: { stated: 'UTF-8' },
    });
  });

  test('rows of two sources, one in UTF-8: each by its own, and said', async () => {
    const rows = latinRows();
    const [first, , last] = rows.map((_, row) => writeDbf(FIELDS, rows.slice(row, row + 1), row === 0 ? text : latin1));
    // Records lie behind the header of equal length: the first row from the UTF-8 file, the others from the Latin one.
    const dbf = writeDbf(FIELDS, rows, latin1);
    const headerLength = 32 + 32 * FIELDS.length + 1;
    const length = first!.length - headerLength - 1;
    dbf.set(first!.subarray(headerLength, headerLength + length), headerLength);
    expect(last!.length).toBe(first!.length);
    for (const [options, cpg] of [
      [{}, '1252'],
      [{ encoding: 'windows-1252' }, undefined],
    ] as const) {
      const { layers } = await read('a.zip', shapefile({ dbf, cpg: cpg === undefined ? undefined : text(cpg) }), options);
      expect(layers[0]!.columns[0]!.values).toEqual(['Fôret-Noire', 'Kuz', 'Ñu']);
      expect(layers[0]!.findings.filter(({ code }) => code === 'read.encodingMixed').map(({ items }) => items[0]!.rows)).toEqual([[1]]);
    }
    const error = await read('a.zip', shapefile({ dbf, cpg: undefined })).catch((thrown: unknown) => thrown);
    const { candidates } = (error as { details: { candidates: { encoding: string; samples: string[] }[] } }).details;
    expect(candidates.find(({ encoding }) => encoding === 'windows-1252')!.samples).toEqual(['Ñu']);
  });

  test('an answer never spoils what is UTF-8', async () => {
    expectCountry((await read('a.zip', shapefile({ cpg: undefined }), { encoding: 'windows-1252' })).layers[0]!);
  });

  test('a character cut in two by the field width', async () => {
    const fields = FIELDS.map((field, f) => (f === 1 ? { ...field, length: 7 } : field));
    const { layers } = await read('a.zip', shapefile({ dbf: writeDbf(fields, countryRows()) }));
    expect(layers[0]!.columns[1]!.values).toEqual(['الغ', 'كوز', 'نو']);
    expect(layers[0]!.findings.find(({ code }) => code === 'read.textCut')!.items[0]!.rows).toEqual([1]);
  });

  test('TopoJSON that is no UTF-8', async () => {
    const bytes = latin1(JSON.stringify({ type: 'Topology', arcs: [], objects: { a: { type: 'Point', coordinates: [1, 2], properties: { name: 'Fôret' } } } }));
    await expect(read('a.json', bytes)).rejects.toMatchObject({ code: 'read.encoding' });
    const { layers } = await read('a.json', bytes, { encoding: 'windows-1252' });
    expect(layers[0]!.columns[0]!.values).toEqual(['Fôret']);
  });
});
