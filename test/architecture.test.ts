/** The import table of the house (server/README.md) and its three laws, as a test. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Layer → project layers it may import, packages it may import. The longest matching prefix decides. */
const LAYERS: Record<string, [layers: string[], packages: RegExp]> = {
  'server/contract/': [[], /^(zod|geojson)$/],
  'server/errors.ts': [['server/contract/'], /^$/],
  'server/config.ts': [['server/contract/', 'server/errors.ts'], /^(zod|node:(fs|path|crypto|url))$/],
  'server/log.ts': [[], /^(pino|node:async_hooks)$/],
  // Rooms by subject, as far as they are built; the folders by stage below give them their files.
  'server/words/': [['server/contract/'], /^$/],
  'server/geometry/': [['server/contract/'], /^$/],
  'server/formats/': [['server/contract/', 'server/errors.ts'], /^$/],
  'server/kinds/': [['server/contract/', 'server/ingest/read/'], /^$/],
  'server/boundaries/': [['server/contract/', 'server/errors.ts', 'server/kinds/', 'server/ingest/'], /^$/],
  'server/population/': [['server/contract/', 'server/errors.ts', 'server/kinds/', 'server/ingest/'], /^$/],
  'server/presence/': [['server/contract/', 'server/errors.ts', 'server/kinds/', 'server/ingest/'], /^$/],
  'server/uploads/': [['server/contract/', 'server/errors.ts', 'server/kinds/', 'server/ingest/', 'server/store/', 'server/service/'], /^node:.+$/],
  'server/app/': [['server/'], /^node:.+$/],
  'server/ingest/': [
    ['server/contract/', 'server/errors.ts', 'data/', 'server/words/', 'server/geometry/', 'server/formats/', 'server/kinds/', 'server/boundaries/'],
    /^(shapefile|yauzl|proj4|flatbush|geos-wasm|@turf\/.+|topojson-client|flatgeobuf(\/.+)?|geojson-vt|@maplibre\/vt-pbf|pbf|@mapbox\/vector-tile|csv-parse(\/.+)?|csv-stringify(\/.+)?|read-excel-file(\/.+)?|write-excel-file(\/.+)?|hyparquet|hyparquet-compressors|@tmcw\/togeojson|@xmldom\/xmldom|jschardet|intl-messageformat|pmtiles|node:(zlib|stream|buffer|sqlite|crypto|util))$/,
  ],
  'server/store/': [['server/contract/', 'server/errors.ts'], /^(kysely|pg|pmtiles|node:.+)$/],
  'server/auth/': [['server/contract/', 'server/errors.ts', 'server/store/'], /^(better-auth(\/.+)?|@better-auth\/.+|kysely|node:.+)$/],
  'server/service/': [
    ['server/contract/', 'server/errors.ts', 'server/formats/', 'server/kinds/', 'server/ingest/', 'server/store/'],
    /^node:(crypto|stream|buffer)$/,
  ],
  'server/jobs/': [
    [
      'server/contract/',
      'server/errors.ts',
      'server/kinds/',
      'server/boundaries/',
      'server/population/',
      'server/presence/',
      'server/ingest/',
      'server/store/',
      'server/service/',
      'server/log.ts',
    ],
    /^node:.+$/,
  ],
  'server/render/': [['server/contract/', 'server/errors.ts', 'server/ingest/topology/', 'server/ingest/tile/simplify.ts'], /^(@napi-rs\/canvas|node:module)$/],
  'server/http/': [
    [
      'server/contract/',
      'server/errors.ts',
      'server/service/',
      'server/render/',
      'server/store/archives.ts',
      'server/log.ts',
      'server/auth/',
      'server/ingest/report/',
      'server/ingest/messages/',
    ],
    /^(express|express-rate-limit|zod|better-auth(\/.+)?|helmet|multer|@tus\/.+|pino-http|node:.+)$/,
  ],
  // zod: options of the command line are parsed by the contract's schemas.
  'server/': [['server/', 'scripts/sample/', 'scripts/sample.ts'], /^(pino|commander|picocolors|zod|node:.+)$/],
  'client/': [
    ['server/contract/'],
    /^(lit(\/.+)?|maplibre-gl(\/.+)?|pmtiles|d3-(scale|array|geo|scale-chromatic)|intl-messageformat|tus-js-client|minisearch|@fontsource\/.+|@turf\/.+|geojson-vt|vite|node:(path|url|zlib))$/,
  ],
  'scripts/': [['server/', 'data/'], /.*/],
};

const files = ['server', 'client', 'scripts'].flatMap((folder) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|js)$/.test(name) && !name.includes('/dist/')),
);
const layerOf = (file: string) =>
  Object.keys(LAYERS)
    .filter((layer) => file.startsWith(layer))
    .sort((a, b) => b.length - a.length)[0];
const IMPORT = /(?:\bfrom\s+|^\s*import\s+|\bimport\()\s*['"]([^'"]+)['"]/gm;

describe('imports', () => {
  test.each(files)('%s imports only what its layer allows', (file) => {
    const own = layerOf(file);
    expect(own, `${file} belongs to no layer`).toBeDefined();
    const [layers, packages] = LAYERS[own!]!;
    for (const [, spec] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const target = spec!.startsWith('.') ? normalize(join(dirname(file), spec!.replace(/\?.*$/, ''))) : undefined;
      const allowed = target ? [own!, ...layers].some((layer) => target.startsWith(layer)) : spec === 'geojson' || packages.test(spec!.replace(/\?.*$/, ''));
      expect(allowed, `${file} may not import ${spec}`).toBe(true);
    }
  });
});

/** The one implementation of counting imports nothing but types itself, so the client may bundle it (decision 0013). */
const COUNTING = ['/contract/presenceCount.ts', '/contract/presenceMeasure.ts'];

describe('laws', () => {
  test.each(files)('%s', (file) => {
    const text = readFileSync(file, 'utf8');
    if (file !== 'server/config.ts' && file.startsWith('server/')) expect(text, 'only server/config.ts reads the environment').not.toMatch(/process\.env/);
    if (file.startsWith('server/') && file !== 'server/cli.ts' && file !== 'server/bin.js')
      expect(text, 'only server/cli.ts prints').not.toMatch(/\bconsole\./);
    if (file.startsWith('client/')) {
      for (const [line] of text.matchAll(/^import[^;]*server\/contract[^;]*;/gm)) {
        if (!COUNTING.some((each) => line.includes(each))) expect(line, 'the client takes types only').toMatch(/^import type/);
      }
    }
    if (COUNTING.some((each) => file.endsWith(each))) for (const [line] of text.matchAll(/^import[^;]*;/gm)) expect(line).toMatch(/^import type/);
    expect(text.split('\n').length, 'a file over 400 lines is split').toBeLessThanOrEqual(440);
  });
});
