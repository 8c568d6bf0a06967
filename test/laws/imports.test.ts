/** Law 2: who may import whom, by room. Law 3: pages are doors for people, not for code. The map of the rooms is in server/README.md. */
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, importsOf, packageOf, valueImportsOf } from './sources.ts';

/**
 * Rooms from the ground up: each may import the rooms before it in its list, and no package but those named beside it, all of which it uses.
 * The client stands on the types of server/contract/ and says its texts as the server does (server/words/), the scripts on the whole server.
 */
const SERVER: [room: string, packages: string][] = [
  ['server/contract/', 'zod'],
  ['server/errors.ts', ''],
  ['server/config.ts', 'zod node:fs node:path node:crypto'],
  ['server/kept.ts', ''],
  ['server/log.ts', 'pino node:async_hooks'],
  ['server/words/', 'intl-messageformat zod'],
  ['server/geometry/', 'flatbush geos-wasm @turf/boolean-point-in-polygon @turf/point-to-polygon-distance'],
  ['server/ground/', 'flatbush pmtiles node:fs node:zlib'],
  ['server/disclaimers/', 'node:crypto node:fs'],
  ['server/matching/', 'csv-parse'],
  [
    'server/formats/',
    'shapefile yauzl proj4 flatgeobuf csv-parse csv-stringify write-excel-file hyparquet hyparquet-compressors @tmcw/togeojson @xmldom/xmldom jschardet fflate node:zlib node:stream node:buffer node:sqlite',
  ],
  ['server/tiles/', 'pmtiles node:zlib'],
  ['server/overlays/', 'flatbush geojson-vt @maplibre/vt-pbf'],
  ['server/checks/', '@turf/bbox @turf/meta csv-stringify write-excel-file'],
  ['server/kinds/', ''],
  ['server/store/', 'kysely node:*'],
  ['server/http/', 'express zod prom-client node:crypto node:fs node:http node:net node:os node:path node:stream node:util node:zlib'],
  ['server/catalogue/', 'express kysely node:crypto node:http node:util'],
  ['server/outside/', 'ipaddr.js undici node:*'],
  ['server/jobs/', 'express kysely node:child_process node:crypto node:fs node:module node:os node:path node:timers node:worker_threads'],
  ['server/uploads/', 'express multer @tus/file-store @tus/server node:crypto node:fs node:http node:path node:util'],
  ['server/upkeep/', 'pmtiles node:*'],
  // The proof asks GEOS by itself: it shares nothing with the repair nor with what the repair stands on (0024).
  ['server/boundaries/', 'flatbush geos-wasm delaunator @kninnug/constrainautor robust-predicates csv-stringify zod node:crypto'],
  ['server/population/', 'zod'],
  ['server/presence/', 'express zod node:fs'],
  ['server/layers/', 'express flatbush zod node:worker_threads node:zlib'],
  ['server/indicators/', 'zod node:fs express'],
  ['server/sheets/', 'express multer'],
  ['server/lookup/', 'express zod node:crypto'],
  ['server/exports/', ''],
  ['server/groups/', 'express zod'],
  ['server/people/', 'better-auth @zxcvbn-ts/core unhomoglyph express express-rate-limit node:crypto node:http node:worker_threads node:module'],
  ['server/documents/', 'express mammoth markdown-it multer sanitize-html zod node:crypto'],
  ['server/contacts/', 'express ical.js node:crypto'],
  ['server/meetings/', 'express feed ical.js timezones-ical-library node:crypto'],
  ['server/sensitivity/', 'express'],
  ['server/schedule/', 'express'],
  ['server/assessments/', 'express multer node:crypto'],
  ['server/harvest/', 'express node:crypto node:timers'],
  ['server/mail/', 'nodemailer node:crypto'],
  ['server/news/', 'express standardwebhooks node:crypto'],
  [
    'server/maps/',
    '@napi-rs/canvas @cantoo/pdf-lib @myriaddreamin/typst-ts-node-compiler uqr express zod node:crypto node:fs node:module node:os node:path node:stream node:worker_threads node:zlib',
  ],
  ['server/ogc/', 'express zod node:crypto node:stream node:zlib'],
  // The invented country stands on the contract and on nothing else, so that it judges the product from outside.
  ['server/sample/', 'fflate node:fs node:path'],
  ['server/app/', 'express helmet node:*'],
  ['server/cli/', 'commander zod node:*'],
  ['server/bin.js', 'node:*'],
];
const CLIENT: [room: string, packages: string][] = [
  ['client/paletteCss.ts', 'vite'],
  ['client/precompress.ts', 'vite node:util node:zlib'],
  ['client/vite.config.ts', 'vite node:url'],
  ['client/i18n/', ''],
  ['client/ui/', 'lit'],
  ['client/kit/', 'lit uqr'],
  ['client/map/', 'lit maplibre-gl @fontsource/noto-sans @fontsource/noto-sans-arabic simple-statistics pmtiles'],
  ['client/embed/', ''],
  ['client/country/', 'lit'],
  ['client/kinds/', 'lit'],
  ['client/pages/', 'lit tus-js-client fflate'],
  ['client/app/', 'lit'],
];

/** Rooms that stand side by side: none imports another, but for its doors (`service.ts`: what it does for others; `columns.ts`: what its tables are called). */
const SUBJECTS = [
  'server/uploads/',
  'server/boundaries/',
  'server/population/',
  'server/presence/',
  'server/layers/',
  'server/indicators/',
  'server/people/',
  'server/maps/',
];
const DOORS = /\/(service|columns)\.ts$/;
const SIDE_BY_SIDE = /^(client\/(?:kinds|pages)\/\w+\/)/;

/** Pure: bytes and values in, values out. No disk, no network, no clock, no database, and nothing imported that has them. */
const PURE = [
  'words',
  'geometry',
  'matching',
  'formats',
  'tiles',
  'overlays',
  'checks',
  'kinds',
  'boundaries',
  'population',
  'presence',
  'layers',
  'indicators',
  'lookup',
  'exports',
].map((room) => `server/${room}/`);
/** The rim of a pure room: what reads and serves tiles; what a subject keeps, does and answers for others. */
const RIM =
  /^server\/(tiles\/(serve|archives)\.ts|(boundaries|population|presence|layers|indicators|lookup|exports)\/(\w*([sS]ervice|[sS]tore|[rR]outes)|kind|review|file|apart)\.ts)$/;
const IMPURE =
  /^(server\/(config\.ts|log\.ts|store|http|catalogue|outside|jobs|uploads|people|maps|app|cli)|express$|kysely$|node:(fs|net|http|os|child_process|worker_threads))/;

/** The page that looks places up in tables which must not leave the machine: what is pure and has no Node in it works there too (decision 0091). */
const LOOKED_UP = 'client/pages/pcode/';

/** Arrows against the table, each with its reason. The list may only grow shorter: an entry that nothing needs any more fails. */
const EXCEPTIONS: Record<string, string> = {
  'server/catalogue/datasets.ts → server/jobs/queue.ts': 'registering an upload queues its job; it belongs in uploads/',
  'client/country/model.ts → client/pages/share/panel.ts': 'sharing is opened by the frame, until the page is a map specification',
  'client/pages/assessments/page.ts → client/pages/share/panel.ts': 'the page that shows a map opens what shares it',
  'client/kinds/presence/files.ts → client/pages/share/api.ts': 'addresses of files of a map, until calls go by route',
};

const files = filesIn(['server', 'client', 'scripts']);

const isPath = (target: string) => /^(server|client|scripts|data|test)\//.test(target) || target === 'package.json';
const roomOf = (file: string) => [...SERVER, ...CLIENT].findIndex(([room]) => file.startsWith(room));

/** Types of GeoJSON come from a package that holds nothing else. */
const isAllowed = (target: string, packages: string) =>
  target === 'geojson' || packages.split(' ').some((name) => name === packageOf(target) || (name === 'node:*' && target.startsWith('node:')));

/** Why `file` may not import `target`; undefined where it may. */
function refusal(file: string, target: string): string | undefined {
  const [room, packages] = [...SERVER, ...CLIENT][roomOf(file)] ?? ['', ''];
  if (PURE.some((each) => file.startsWith(each)) && !RIM.test(file)) {
    if (IMPURE.test(target)) return 'is pure';
    if (RIM.test(target)) return 'is pure and that file is not';
  }
  if (!isPath(target)) return isAllowed(target, packages) || (RIM.test(file) && target === 'node:http') ? undefined : 'may not use this package';
  if (target.startsWith('data/')) return file.startsWith('server/') ? undefined : 'reads no data of the server';
  if (target.startsWith('scripts/') || target.startsWith('test/')) return 'is product code';
  if (file.startsWith('client/') && target.startsWith('server/'))
    return /^server\/(contract|words)\//.test(target) || (file.startsWith(LOOKED_UP) && PURE.some((each) => target.startsWith(each)))
      ? undefined
      : 'knows of the server only its contract and the words of both';
  if (file.startsWith('server/') && target.startsWith('client/')) return 'knows nothing of the client';
  if (roomOf(target) < 0) return 'imports a file that belongs to no room';
  if (target.startsWith(room)) {
    const [own, other] = [SIDE_BY_SIDE.exec(file)?.[1], SIDE_BY_SIDE.exec(target)?.[1]];
    return own === other ? undefined : 'stands beside that room';
  }
  if (room === 'server/sample/') return target.startsWith('server/contract/') ? undefined : 'stands on the contract only';
  if (room === 'client/embed/' && !/^client\/(map|i18n)\//.test(target)) return 'reaches map, contract and i18n only';
  const archives = RIM.test(file) && room === 'server/tiles/' && /^server\/(store|http)\//.test(target);
  if (roomOf(target) > roomOf(file) && !archives) return 'stands below that room';
  if (SUBJECTS.includes(room) && SUBJECTS.some((each) => target.startsWith(each)) && !DOORS.test(target)) return 'enters another subject beside its doors';
  return undefined;
}

describe('law 2: imports by room', () => {
  const needed = new Set<string>();
  test.each(files.filter((file) => !file.startsWith('scripts/')))('%s', (file) => {
    expect(roomOf(file), `${file} belongs to no room: give it one, or give the new room its line`).toBeGreaterThanOrEqual(0);
    for (const target of importsOf(file)) {
      const reason = refusal(file, target);
      const arrow = `${file} → ${target}`;
      if (reason && arrow in EXCEPTIONS) needed.add(arrow);
      else expect(reason && `${arrow}: ${reason}`).toBeUndefined();
    }
  });
  test('no room is allowed a package that it does not use', () => {
    const idle = [...SERVER, ...CLIENT].flatMap(([room, packages]) => {
      const used = files.filter((file) => file.startsWith(room)).flatMap(importsOf);
      return packages
        .split(' ')
        .filter((name) => name && !used.some((target) => isAllowed(target, name)))
        .map((name) => `${room}: ${name}`);
    });
    expect(idle).toEqual([]);
  });
  test('what the page of P-codes takes of the server has no Node and no words in it', () => {
    const reached = new Set(files.filter((file) => file.startsWith(LOOKED_UP)));
    const bad: string[] = [];
    for (const file of reached)
      for (const target of valueImportsOf(file)) {
        if (/^node:|^server\/(words|http|store)\//.test(target)) bad.push(`${file} → ${target}`);
        else if (target.startsWith('server/')) reached.add(target);
      }
    expect(bad).toEqual([]);
    expect(reached.size).toBeGreaterThan(30);
  });
  test('no exception outlives its need', () => expect(Object.keys(EXCEPTIONS).filter((arrow) => !needed.has(arrow))).toEqual([]));
});

describe('law 3: pages', () => {
  test('nobody imports a page but the list of pages', () => {
    const importers = files.filter(
      (file) => file !== 'client/app/routes.ts' && importsOf(file).some((target) => target.startsWith('client/') && basename(target) === 'page.ts'),
    );
    expect(importers).toEqual([]);
  });
});
