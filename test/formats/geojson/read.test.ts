import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GEOMETRY_KIND, type GeometryColumn } from '../../../server/contract/admin.ts';
import { InputError, TooLargeError } from '../../../server/errors.ts';
import { readGeoJson, type GeoJsonOptions } from '../../../server/formats/geojson/read.ts';
import { bytesSource, type RawLayer } from '../../../server/formats/raw.ts';

const SMALL = [64, 97, 300, 1000, 4096];

function read(text: string | Uint8Array, options: GeoJsonOptions = {}): RawLayer {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readGeoJson({ name: 'folder/units.geojson', source: bytesSource(bytes) }, options);
}

/** The column as nested lists: rows → polygons → rings → positions. */
function nested(geometry: GeometryColumn): number[][][][][] {
  const part = (offsets: Uint32Array, i: number) => Array.from({ length: offsets[i + 1]! - offsets[i]! }, (_, k) => offsets[i]! + k);
  return Array.from({ length: geometry.kinds.length }, (_, row) =>
    part(geometry.rows, row).map((polygon) =>
      part(geometry.polygons, polygon).map((ring) => part(geometry.rings, ring).map((v) => [geometry.coords[2 * v]!, geometry.coords[2 * v + 1]!])),
    ),
  );
}

const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const feature = (geometry: unknown, properties: unknown = {}, more = {}) => ({ type: 'Feature', ...more, properties, geometry });
const collection = (features: unknown[], more = {}) => JSON.stringify({ type: 'FeatureCollection', ...more, features });
const polygon = (coordinates: unknown) => ({ type: 'Polygon', coordinates });

function thrown(action: () => unknown): InputError {
  try {
    action();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('structure', () => {
  const features = [
    feature(polygon([square(0, 0, 4), square(1, 1, 2)]), { adm1_pcode: 'XX01', n: 1.5, flag: true, tags: ['a', 'b'] }, { id: 'F1' }),
    feature({ type: 'MultiPolygon', coordinates: [[square(5, 5, 1)], [square(7, 7, 1)]] }, { adm1_pcode: 'XX02', extra: 'é “ق” \n' }),
    feature(null, { adm1_pcode: 'XX01' }),
    feature({ type: 'Point', coordinates: [1, 2, 3] }, null),
    feature({
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    }),
    feature({
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    }),
    feature({
      type: 'MultiLineString',
      coordinates: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
          [9, 10],
        ],
      ],
    }),
    feature({ type: 'GeometryCollection', geometries: [polygon([square(0, 0, 1)]), { type: 'GeometryCollection', geometries: [polygon([square(2, 0, 1)])] }] }),
    feature({ type: 'GeometryCollection', geometries: [polygon([square(0, 0, 1)]), { type: 'Point', coordinates: [0, 0] }] }),
    feature({ type: 'Polygon', coordinates: [] }),
  ];
  const expected = [
    [[square(0, 0, 4), square(1, 1, 2)]],
    [[square(5, 5, 1)], [square(7, 7, 1)]],
    [],
    [[[[1, 2]]]],
    [[[[1, 2]]], [[[3, 4]]]],
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      [
        [
          [5, 6],
          [7, 8],
          [9, 10],
        ],
      ],
    ],
    [[square(0, 0, 1)].slice(0, 1), [square(2, 0, 1)]],
    [],
    [],
  ];

  test.each(SMALL)('every geometry type, windows of %i bytes', (windowBytes) => {
    const layer = read(collection(features, { name: 'my layer' }), { windowBytes });
    expect(nested(layer.geometry)).toEqual(expected);
    const { none, point, line, polygon: poly, other } = GEOMETRY_KIND;
    expect([...layer.geometry.kinds]).toEqual([poly, poly, none, point, point, line, line, poly, other, none]);
    expect(layer).toMatchObject({ rows: 10, layer: 'my layer', hasZ: true, crs: null, format: 'geojson' });
    const columns = Object.fromEntries(layer.columns.map((column) => [column.name, column.values.slice(0, 4)]));
    expect(columns).toEqual({
      id: ['F1', null, null, null],
      adm1_pcode: ['XX01', 'XX02', 'XX01', null],
      n: [1.5, null, null, null],
      flag: [true, null, null, null],
      tags: ['["a","b"]', null, null, null],
      extra: [null, 'é “ق” \n', null, null],
    });
    for (const column of layer.columns) expect(column.values).toHaveLength(10);
    expect(layer.findings).toEqual([]);
  });

  test('features before type, geometry before type, properties after geometry', () => {
    const text = `{"features":[{"geometry":{"coordinates":${JSON.stringify([square(0, 0, 1)])},"type":"Polygon"},"properties":{"a":"1"},"type":"Feature"}],"type":"FeatureCollection"}`;
    expect(nested(read(text).geometry)).toEqual([[[square(0, 0, 1)]]]);
  });

  test('newline-delimited, text sequence, one feature, one geometry, byte order mark', () => {
    const lines = features.slice(0, 2).map((one) => JSON.stringify(one));
    for (const text of [lines.join('\n'), lines.map((line) => `\u001e${line}\n`).join(''), `\u{feff}${lines.join('\r\n')}\n\n`])
      expect(nested(read(text).geometry)).toEqual(expected.slice(0, 2));
    expect(read(lines[0]!).rows).toBe(1);
    expect(read(JSON.stringify(polygon([square(0, 0, 1)])))).toMatchObject({ rows: 1, columns: [], layer: 'units' });
  });

  test('the coordinate reference system is told as the file says it', () => {
    const crs = (name: string) => read(collection([], { crs: { type: 'name', properties: { name } } })).crs;
    expect(crs('urn:ogc:def:crs:OGC:1.3:CRS84')).toBe('EPSG:4326');
    expect(crs('urn:ogc:def:crs:EPSG::32637')).toBe('EPSG:32637');
    expect(crs('EPSG:20137')).toBe('EPSG:20137');
    expect(crs('http://www.opengis.net/def/crs/EPSG/0/3857')).toBe('EPSG:3857');
  });

  test('an attribute named id goes before the member id', () => {
    expect(read(collection([feature(null, { id: 'attribute' }, { id: 7 }), feature(null, {}, { id: 8 })])).columns).toEqual([
      { name: 'id', values: ['attribute', 8] },
    ]);
  });
});

describe('numbers', () => {
  test('equal JSON.parse up to 15 digits, and nearly beyond', () => {
    const exact = ['0', '-0.5', '12.25', '0.1', '-179.999999999999', '1e2', '-1.5E-7', '0.000001234567890', '123456789012345'];
    const close = ['11.049427128498804', '44.090246071601043', '0.12345678901234567890123', '-3.1415926535897932384626433832795'];
    const text = collection([{ type: 'Feature', geometry: { type: 'LineString', coordinates: 'HERE' } }]).replace(
      '"HERE"',
      `[${[...exact, ...close].map((number) => `[ ${number} ,${number}]`).join(' , ')}]`,
    );
    for (const windowBytes of SMALL) {
      const { coords } = read(text, { windowBytes }).geometry;
      exact.forEach((number, i) => expect(coords[2 * i], number).toBe(Number(number)));
      close.forEach((number, i) => {
        const value = Number(number);
        expect(Math.abs(coords[2 * (exact.length + i)]! - value), number).toBeLessThanOrEqual(Math.abs(value) * 4.5e-16);
      });
    }
  });

  test.each(['NaN', 'Infinity', '-Infinity', '1e400', 'null', '"1"', ''])('a position of %s is refused with its place', (bad) => {
    const text = collection([feature(polygon([[[0, 0]]]))]).replace('[0,0]', `[0,${bad}]`);
    const error = thrown(() => read(text));
    expect(error.code).toBe('geojson.coordinates');
    expect(error.details).toEqual({ byte: text.indexOf('[0,') + 3 });
  });
});

describe('dirt', () => {
  test('Polygon with the depth of MultiPolygon is read by its depth, and said', () => {
    const layer = read(
      collection([feature(polygon([[square(0, 0, 1)], [square(3, 3, 1)]])), feature({ type: 'MultiPolygon', coordinates: [square(0, 0, 1)] })]),
    );
    expect(nested(layer.geometry)).toEqual([[[square(0, 0, 1)], [square(3, 3, 1)]], [[square(0, 0, 1)]]]);
    expect(layer.findings).toMatchObject([{ code: 'geojson.depth', severity: 'warning', count: 2, items: [{ rows: [1] }, { rows: [2] }] }]);
  });

  test('open rings are closed, empty rings left out, both said', () => {
    const open = square(0, 0, 4).slice(0, 4);
    const layer = read(collection([feature(polygon([open, square(1, 1, 1), square(2, 2, 1).slice(0, 4), []])), feature(polygon([square(9, 9, 1)]))]));
    expect(nested(layer.geometry)).toEqual([[[square(0, 0, 4), square(1, 1, 1), square(2, 2, 1)]], [[square(9, 9, 1)]]]);
    expect(layer.findings.map(({ code, count }) => [code, count])).toEqual([
      ['geojson.ring-open', 2],
      ['geojson.ring-empty', 1],
    ]);
  });

  test('a file cut anywhere is refused as cut off, never read in part', () => {
    const text = collection([feature(polygon([square(0, 0, 4)]), { name: 'Büren \\ "x"', n: 12 }, { id: 3 })]);
    const bytes = new TextEncoder().encode(text);
    for (let cut = 1; cut < bytes.length; cut++) {
      const error = thrown(() => read(bytes.subarray(0, cut), { windowBytes: 64 + (cut % 7) }));
      expect(['geojson.truncated', 'geojson.encoding'], `cut at ${cut}: ${error.message}`).toContain(error.code);
    }
  });

  test('what is no GeoJSON is refused with its place and what to do', () => {
    for (const text of ['<html>', '[1,2]', '{"type":"FeatureCollection","features":[1]}', '{"type":"FeatureCollection","features":[{]}', '{"a" 1}'])
      expect(thrown(() => read(text)).code, text).toBe('geojson.malformed');
    expect(thrown(() => read('')).code).toBe('geojson.empty');
    expect(thrown(() => read(' \n ')).code).toBe('geojson.empty');
    expect(thrown(() => read('{"type":"Topology","objects":{}}')).message).toContain('TopoJSON');
    expect(thrown(() => read('{"a":1}')).code).toBe('geojson.not-features');
    expect(thrown(() => read(collection([feature(polygon([[[[[0, 0]]]]]))]))).code).toBe('geojson.malformed');
    expect(thrown(() => read(collection([feature(polygon([square(0, 0, 1), 0]))]))).code).toBe('geojson.malformed');
    expect(thrown(() => read(new Uint8Array([...new TextEncoder().encode('{"type":"FeatureCollection","na'), 0xe9, 34, 58, 49, 125]))).code).toBe(
      'geojson.encoding',
    );
  });

  test('guards: nesting, positions, hostile depth', () => {
    expect(thrown(() => read(`{"x":${'['.repeat(100_000)}`)).code).toBe('geojson.malformed');
    expect(thrown(() => read(collection([feature(null, { x: JSON.parse('['.repeat(190) + ']'.repeat(190)) })]).replace('[[', '['.repeat(20)))).code).toBe(
      'geojson.malformed',
    );
    const geometries = '{"type":"GeometryCollection","geometries":['.repeat(5000);
    expect(thrown(() => read(`{"type":"Feature","geometry":${geometries}`)).code).toBe('geojson.malformed');
    const error = thrown(() => read(collection([feature(polygon([square(0, 0, 1)]))]), { maxVertices: 4 }));
    expect(error).toBeInstanceOf(TooLargeError);
  });
});

test('random features come back as JSON.parse reads them, whatever the window', () => {
  let seed = 12345;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const position = () => [Number((random() * 360 - 180).toFixed(7)), Number((random() * 180 - 90).toFixed(12))];
  const ring = () => {
    const positions = Array.from({ length: 3 + Math.floor(random() * 40) }, position);
    return [...positions, positions[0]!];
  };
  const list = <T>(make: () => T) => Array.from({ length: 1 + Math.floor(random() * 4) }, make);
  const multi = Array.from({ length: 60 }, () => list(() => list(ring)));
  const features = multi.map((coordinates, i) => feature({ type: 'MultiPolygon', coordinates }, { name: `n"${i % 7}\\é`, value: random() }));
  for (const [windowBytes, indent] of [
    [64, 0],
    [333, 1],
    [5000, 3],
    [1 << 20, 0],
  ] as const) {
    const layer = read(JSON.stringify({ type: 'FeatureCollection', features }, null, indent), { windowBytes });
    expect(nested(layer.geometry)).toEqual(multi);
    expect(layer.columns[0]!.values).toEqual(features.map((one) => (one.properties as { name: string }).name));
    expect(layer.columns[1]!.values).toEqual(features.map((one) => (one.properties as { value: number }).value));
  }
});

describe('real files', () => {
  const at = (path: string) => `../shared/data/${path}`;
  const cases: [path: string, rows: number, vertices: number, findings: number][] = [
    ['egy/ab/egy_adm2_ibf_malformed.geojson', 364, 7253, 314],
    ['eth/ab/eth_adm3_2021_ibf.geojson', 1040, 25150, 0],
    ['mli/ab/mli_itos_adm3.geojson', 701, 49313, 0],
    ['phl/ab/phl_admin3_2025_v03.geojson', 1642, 48970, 0],
    ['yem/ab/yem_admin1_v01.geojson', 22, 68022, 0],
  ];
  for (const [path, rows, vertices, findings] of cases) {
    test.skipIf(!existsSync(at(path)))(`${path} (skipped where ../shared/data is absent)`, () => {
      const layer = read(readFileSync(at(path)));
      expect([layer.rows, layer.geometry.coords.length / 2, layer.findings.reduce((sum, { count }) => sum + count, 0)]).toEqual([rows, vertices, findings]);
      expect([...layer.geometry.kinds].filter((kind) => kind !== GEOMETRY_KIND.polygon)).toEqual([]);
    });
  }
});
