/** Every uploaded byte is hostile: each guard, and what it says. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { CodmapError, InputError, TooLargeError } from '../../server/errors.ts';
import type { Limits } from '../../server/formats/limits.ts';
import { bytesSource } from '../../server/formats/raw.ts';
import type { ReadOptions } from '../../server/formats/upload.ts';
import { readUpload } from '../../server/formats/upload.ts';
import {
  COUNTRY,
  countryRows,
  FIELDS,
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
const limited = (limits: Partial<Limits>) => ({ limits });
const GEOJSON = text(JSON.stringify(COUNTRY));
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The error of a refused upload: one of ours, with a code, and a sentence that ends in advice. */
async function refusal(name: string, bytes: Uint8Array, options?: ReadOptions): Promise<InputError> {
  const error: unknown = await read(name, bytes, options).then(
    () => expect.fail(`${name} was read`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputError)) throw error;
  expect(error.code).toMatch(/^(read|geojson)\./);
  expect(error.message).toMatch(/Upload|upload|xport|Zip|zip|Split|Reproject|again|check/);
  return error;
}

describe('archives', () => {
  test('a bomb by ratio: 64 MB of zeros in 64 kB', async () => {
    const zip = writeZip([{ name: 'a.geojson', bytes: new Uint8Array(64 << 20) }]);
    const error = await refusal('a.zip', zip);
    expect(error).toBeInstanceOf(TooLargeError);
    expect(error.code).toBe('read.archive.bomb');
  });
  test('a gzip bomb', async () => {
    expect((await refusal('a.geojson.gz', gzipSync(new Uint8Array(64 << 20)))).code).toBe('read.archive.bomb');
  });
  test('a bomb by shared bytes: 900 entries of one stream', async () => {
    const bytes = new Uint8Array(1 << 20);
    const zip = writeZip(Array.from({ length: 900 }, (_, i) => ({ name: `${i}.geojson`, bytes, overlap: i > 0 })));
    expect((await refusal('a.zip', zip)).code).toMatch(/^read\.(damaged|archive\.bomb)$/);
  });
  test('more in all than the limit', async () => {
    const zip = writeZip(Array.from({ length: 4 }, (_, i) => ({ name: `${i}.geojson`, bytes: GEOJSON })));
    expect((await refusal('a.zip', zip, limited({ totalBytes: GEOJSON.length * 3 }))).code).toBe('read.archive.bomb');
    expect((await read('a.zip', zip, limited({ totalBytes: GEOJSON.length * 4 }))).layers.length).toBe(4);
  });
  test('two archives share one budget', async () => {
    const zip = writeZip([{ name: 'a.geojson', bytes: GEOJSON }]);
    await expect(readUpload([file('a.zip', zip), file('b.zip', zip)], limited({ totalBytes: GEOJSON.length + 1 }))).rejects.toMatchObject({
      code: 'read.archive.bomb',
    });
  });
  test('one entry larger than a file may be', async () => {
    expect((await refusal('a.zip', writeZip([{ name: 'a.geojson', bytes: GEOJSON }]), limited({ fileBytes: 100 }))).code).toBe('read.tooLarge');
  });
  test('70,000 entries, stated and not stated', async () => {
    const entries = Array.from({ length: 1001 }, (_, i) => ({ name: `${i}`, bytes: new Uint8Array(0) }));
    expect((await refusal('a.zip', writeZip(entries, 65000))).code).toBe('read.archive.entries');
    expect((await refusal('a.zip', writeZip(entries))).code).toBe('read.archive.entries');
    expect((await refusal('a.zip', writeZip(entries, 3))).code).toMatch(/^read\./);
  });
  test.each([['../../etc/cron.d/x.geojson'], ['/etc/x.geojson'], ['a\\..\\..\\x.geojson'], ['C:\\x.geojson'], ['a\0.geojson']])(
    'a name that leads elsewhere: %j',
    async (name) => {
      expect((await refusal('a.zip', writeZip([{ name, bytes: GEOJSON }]))).code).toBe('read.archive.path');
    },
  );
  test.each([
    ['larger than stated', { size: 10 }],
    ['smaller than stated', { size: GEOJSON.length + 10 }],
    ['another checksum', { crc: 1 }],
  ])('%s', async (_label, lie) => {
    expect((await refusal('a.zip', writeZip([{ name: 'a.geojson', bytes: GEOJSON, lie }]))).code).toBe('read.damaged');
  });
  test.each([
    ['encrypted', { flags: 1 }, 'read.archive.encrypted'],
    ['a link', { attributes: (0o120777 << 16) >>> 0 }, 'read.archive.link'],
    ['an unknown method', { method: 14 }, 'read.archive.method'],
  ])('%s', async (_label, lie, code) => {
    expect((await refusal('a.zip', writeZip([{ name: 'a.geojson', bytes: GEOJSON, lie }]))).code).toBe(code);
  });
  test.each([
    ['zip in zip', writeZip([{ name: 'inner.zip', bytes: writeZip([{ name: 'a.geojson', bytes: GEOJSON }]) }])],
    ['gzip in zip', writeZip([{ name: 'a.geojson.gz', bytes: gzipSync(GEOJSON) }])],
    ['zip in gzip', gzipSync(writeZip([{ name: 'a.geojson', bytes: GEOJSON }]))],
    ['gzip in gzip', gzipSync(gzipSync(GEOJSON))],
  ])('%s', async (_label, bytes) => {
    expect((await refusal('a', bytes)).code).toBe('read.archive.nested');
  });
  test('the same name twice', async () => {
    expect((await refusal('a.zip', writeZip([1, 2].map(() => ({ name: 'a.geojson', bytes: GEOJSON }))))).code).toBe('read.archive.duplicate');
  });
  test('an empty archive, and one of documents only', async () => {
    expect((await refusal('a.zip', writeZip([]))).code).toBe('read.notBoundaries');
    expect((await refusal('a.zip', writeZip([{ name: 'readme.pdf', bytes: text('%PDF-1.7') }]))).message).toMatch(/readme\.pdf: a PDF document/);
  });
  test('litter of operating systems is passed over', async () => {
    const { layers } = await read(
      'a.zip',
      writeZip([
        { name: '__MACOSX/._a.geojson', bytes: text('x') },
        { name: '.DS_Store', bytes: text('x') },
        { name: 'a.geojson', bytes: GEOJSON },
      ]),
    );
    expect(layers.length).toBe(1);
  });
});

describe('what is no boundary file', () => {
  test.each([
    ['a.xlsx', writeZip([{ name: 'xl/workbook.xml', bytes: text('<workbook/>') }]), /office document/],
    ['a.geojson', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), /a picture/],
    ['a.txt', text('Just a letter.'), /metadata, style, text or table/],
    ['a.csv', text('adm1_pcode,adm1_name\nXA01,Kuz\n'), /table/],
    ['a.bin', Uint8Array.of(1, 2, 3), /not a known boundary format/],
  ])('%s', async (name, bytes, said) => {
    const error = await refusal(name, bytes);
    expect(error.code).toBe('read.notBoundaries');
    expect(error.message).toMatch(said);
    expect(error.message).toMatch(/Upload a Shapefile/);
  });
  test.each([
    ['0 bytes', 'a.geojson', new Uint8Array(0), 'read.zeroBytes'],
    ['no file', 'a.geojson.gz', gzipSync(new Uint8Array(0)), 'read.notBoundaries'],
    ['a Parquet table without geometry', 'a.parquet', writeGeoParquet({ geo: {} }), ''],
    ['an SQLite database', 'a.gpkg', writeGeoPackage({ sql: 'DROP TABLE gpkg_geometry_columns' }), 'read.notGeoPackage'],
    ['a GeoPackage of rasters only', 'a.gpkg', writeGeoPackage({ sql: "UPDATE gpkg_contents SET data_type = 'tiles'" }), 'read.empty'],
    ['a TopoJSON without objects', 'a.json', writeTopoJson((topology) => (topology['objects'] = {})), 'read.empty'],
    ['a KML without placemarks', 'a.kml', text('<kml><Document/></kml>'), 'read.empty'],
  ])('%s', async (_label, name, bytes, code) => {
    if (!code) return expect((await read(name, bytes)).layers.length).toBe(1);
    expect((await refusal(name, bytes)).code).toBe(code);
  });
  test('no file at all', async () => {
    await expect(readUpload([])).rejects.toMatchObject({ code: 'read.nothing' });
  });
});

describe('parts of a shapefile', () => {
  const parts = shapefileParts();
  test('no .dbf', async () => {
    const error = await refusal('a.zip', writeZip(zipParts({ shp: parts.shp, prj: parts.prj })));
    expect(error).toMatchObject({ code: 'read.partMissing', details: { missing: ['.dbf', '.shx'] } });
    expect(error.message).toMatch(/adm1\.shp has no \.dbf and no \.shx/);
  });
  test('no .shx: read, and said', async () => {
    const { layers } = await read('a.zip', writeZip(zipParts({ ...parts, shx: undefined }).filter(({ bytes }) => bytes)));
    expect(layers[0]!.findings.map(({ code }) => code)).toEqual(['read.shxMissing']);
  });
  test('no .shp', async () => {
    const error = await refusal('a.zip', writeZip(zipParts({ dbf: parts.dbf, shx: parts.shx })));
    expect(error).toMatchObject({ code: 'read.partMissing', details: { missing: ['.shp'] } });
  });
  test('names and shapes of different lengths', async () => {
    const dbf = writeDbf(FIELDS, countryRows().slice(1));
    expect((await refusal('a.zip', writeZip(zipParts({ ...parts, dbf })))).code).toBe('read.partsDisagree');
  });
  test('one part twice', async () => {
    const files = [...Object.entries(parts).map(([extension, bytes]) => file(`adm1.${extension}`, bytes)), file('ADM1.dbf', parts.dbf)];
    await expect(readUpload(files)).rejects.toMatchObject({ code: 'read.partTwice' });
  });
});

describe('cut off at every length', () => {
  const FORMATS: [name: string, bytes: Uint8Array][] = [
    ['a.geojson', GEOJSON],
    ['a.topojson', writeTopoJson()],
    ['a.gpkg', writeGeoPackage()],
    ['a.fgb', writeFlatGeobuf()],
    ['a.parquet', writeGeoParquet()],
    ['b.parquet', writeGeoParquet({ native: true, codec: 'ZSTD' })],
    ['a.kml', writeKml()],
    ['a.zip', writeZip(zipParts(shapefileParts()))],
    ['a.geojson.gz', gzipSync(GEOJSON)],
  ];
  test.each(FORMATS)('%s', async (name, bytes) => {
    const step = Math.max(1, Math.floor(bytes.length / 60));
    for (let length = 1; length < bytes.length; length += step) await refusal(name, bytes.slice(0, length));
  });
  test.each(['shp', 'dbf'] as const)('.%s', async (part) => {
    const parts = shapefileParts();
    for (let length = 1; length < parts[part].length - 2; length += 7) {
      await refusal('a.zip', writeZip(zipParts({ ...parts, [part]: parts[part].slice(0, length) })));
    }
  });
});

/** Deterministic, so that a failure can be met again. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('random damage gives a layer or one of our errors, never another', () => {
  const FORMATS: [name: string, bytes: Uint8Array][] = [
    ['a.topojson', writeTopoJson()],
    ['a.gpkg', writeGeoPackage()],
    ['a.fgb', writeFlatGeobuf()],
    ['a.parquet', writeGeoParquet()],
    ['b.parquet', writeGeoParquet({ native: true, codec: 'SNAPPY' })],
    ['a.kml', writeKml()],
    ['a.zip', writeZip(zipParts(shapefileParts()).map((entry) => ({ ...entry, lie: { method: 0 } })))],
    ['a.kmz', writeZip([{ name: 'doc.kml', bytes: writeKml() }])],
  ];
  test.each(FORMATS)('%s', async (name, bytes) => {
    const random = randomNumbers(7);
    let refused = 0;
    for (let round = 0; round < 150; round++) {
      const damaged = bytes.slice();
      for (let n = 0; n < 1 + round / 30; n++) damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
      await read(name, damaged).catch((error: unknown) => {
        if (!(error instanceof CodmapError)) throw error;
        refused++;
      });
    }
    expect(refused).toBeGreaterThan(0);
  });
  test('the parts of a shapefile', async () => {
    const random = randomNumbers(11);
    for (const part of ['shp', 'dbf'] as const) {
      for (let round = 0; round < 150; round++) {
        const parts = shapefileParts();
        parts[part][Math.floor(random() * parts[part].length)] = Math.floor(random() * 256);
        await readUpload(Object.entries(parts).map(([extension, bytes]) => file(`a.${extension}`, bytes))).catch((error: unknown) => {
          if (!(error instanceof CodmapError)) throw error;
        });
      }
    }
  });
});

describe('headers that claim too much', () => {
  test('.shp record length, parts and points', async () => {
    for (const [at, value, little] of [
      [104, 0x7fffffff, false],
      [104, -1, false],
      [144, 0x7fffffff, true],
      [148, 0x7fffffff, true],
      [148, -5, true],
    ] as const) {
      const parts = shapefileParts();
      view(parts.shp).setInt32(at, value, little);
      expect((await refusal('a.zip', writeZip(zipParts(parts)))).code).toBe('read.damaged');
    }
  });
  test('.dbf record count', async () => {
    const parts = shapefileParts();
    view(parts.dbf).setUint32(4, 0xffffffff, true);
    expect((await refusal('a.zip', writeZip(zipParts(parts)))).code).toBe('read.damaged');
  });
  test('GeoPackage blob: ring and vertex counts', async () => {
    for (const at of [13, 17, 22]) {
      const bytes = writeGeoPackage({
        blob: (blob) => {
          view(blob).setUint32(at, 0xffffffff, true);
          return blob;
        },
      });
      expect((await refusal('a.gpkg', bytes)).code).toBe('read.damaged');
    }
  });
  test('GeoPackage: a view, a virtual table and a computed column run nothing', async () => {
    const asView = writeGeoPackage({ sql: 'ALTER TABLE adm1 RENAME TO base; CREATE VIEW adm1 AS SELECT * FROM base' });
    expect((await refusal('a.gpkg', asView)).code).toBe('read.notATable');
    const computed = writeGeoPackage({ sql: 'ALTER TABLE adm1 ADD COLUMN big AS (zeroblob(900000000))' });
    const { layers } = await read('a.gpkg', computed);
    expect(layers[0]!.columns.map(({ name }) => name)).not.toContain('big');
    expect(layers[0]!.findings.map(({ code }) => code)).toEqual(['read.columnLeftOut']);
  });
  test('FlatGeobuf features and ring ends', async () => {
    const bytes = writeFlatGeobuf();
    const length = view(bytes).getUint32(8, true);
    view(bytes).setUint32(12 + length, 0xfffffff0, true);
    expect((await refusal('a.fgb', bytes)).code).toBe('read.damaged');
  });
  test('more rows, columns, cells or vertices than the limit', async () => {
    for (const [name, bytes] of [
      ['a.gpkg', writeGeoPackage()],
      ['a.parquet', writeGeoParquet()],
      ['a.zip', writeZip(zipParts(shapefileParts()))],
      ['a.fgb', writeFlatGeobuf()],
    ] as const) {
      expect((await refusal(name, bytes, limited({ cells: 5 }))).code, name).toBe('read.tooMany');
    }
    const many = { type: 'Polygon' as const, coordinates: [Array.from({ length: 5000 }, (_, i) => [i / 100, i / 100])] };
    expect((await refusal('a.zip', writeZip(zipParts({ ...shapefileParts(), ...writeShp([many, null, null]) })), limited({ vertices: 4500 }))).code).toBe(
      'read.tooMany',
    );
  });
  test('TopoJSON: arcs that are not there', async () => {
    const bytes = writeTopoJson((topology) => (topology['arcs'] = (topology['arcs'] as unknown[]).slice(1)));
    expect((await refusal('a.json', bytes)).code).toBe('read.damaged');
  });
});

describe('contents', () => {
  test('GeoJSON and TopoJSON beyond the stated limit', async () => {
    expect((await refusal('a.geojson', GEOJSON, limited({ geoJsonBytes: 100 }))).message).toMatch(/limit is/);
    expect((await refusal('a.topojson', writeTopoJson(), limited({ textBytes: 100 }))).message).toMatch(/limit is/);
  });
  test('a 2 GB GeoJSON is refused before it is read', async () => {
    const source = {
      size: 2 ** 31,
      read: (into: Uint8Array, position: number) => (position < 65536 ? (into.fill(0x20), (into[0] = 0x7b), into.length) : expect.fail('it was read')),
    };
    await expect(readUpload([{ name: 'a.geojson', source }])).rejects.toMatchObject({
      code: 'read.tooLarge',
      message: expect.stringMatching(/2048 MB large.*1024 MB/),
    });
  });
  test('KML with a DOCTYPE', async () => {
    const head = '<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    expect((await refusal('a.kml', writeKml(head))).code).toBe('read.doctype');
  });
  test('rings of NaN: the row is kept without geometry and listed, the others are untouched', async () => {
    const shapes = COUNTRY.features.map(({ geometry }) => structuredClone(geometry));
    shapes[1]!.coordinates = [
      [
        [Number.NaN, 4],
        [15, Number.POSITIVE_INFINITY],
        [15, 5],
        [Number.NaN, 4],
      ],
    ];
    const { layers } = await read('a.zip', writeZip(zipParts({ ...shapefileParts(), ...writeShp(shapes) })));
    const [layer] = layers;
    expect([...layer!.geometry.kinds]).toEqual([3, 0, 3]);
    expect(layer!.rows).toBe(3);
    expect(layer!.geometry.coords.every(Number.isFinite)).toBe(true);
    expect(layer!.geometry.rings.at(-1)).toBe(layer!.geometry.coords.length / 2);
    expect(layer!.findings).toMatchObject([{ code: 'read.notFinite', severity: 'error', count: 1, items: [{ rows: [2] }] }]);
    const clean = (await read('a.zip', writeZip(zipParts(shapefileParts())))).layers[0]!;
    expect(layer!.geometry.coords.slice(-10)).toEqual(clean.geometry.coords.slice(-10));
  });
  test('open rings are closed and counted', async () => {
    const open = structuredClone(COUNTRY.features[1]!.geometry);
    if (open.type === 'Polygon') open.coordinates[0]!.pop();
    const { layers } = await read('a.zip', writeZip(zipParts({ ...shapefileParts(), ...writeShp([open, null, null]) })));
    expect(layers[0]!.findings).toMatchObject([{ code: 'read.ringClosed', count: 1 }]);
    expect(layers[0]!.geometry.coords.length).toBe(10);
  });
  test('columns of one name', async () => {
    const fields = FIELDS.map((field, f) => (f === 5 ? { ...field, name: 'adm1_name' } : field));
    const { layers } = await read('a.zip', writeZip(zipParts({ ...shapefileParts(), dbf: writeDbf(fields, countryRows()) })));
    expect(layers[0]!.columns.map(({ name }) => name)).toEqual(['adm1_name', 'adm1_name1', 'adm1_pcode', 'people', 'valid_on', 'adm1_name_2']);
    expect(layers[0]!.findings.map(({ code }) => code)).toEqual(['read.columnRenamed']);
  });
});
