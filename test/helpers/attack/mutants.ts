/**
 * Mutants: small files of every format, changed here and there by a seed, and judged in a thread with a watchdog. Each must end as a report, or
 * as one of our errors, within its time; the number of a mutant and its seed give it again.
 */
import { gzipSync } from 'node:zlib';
import { Worker } from 'node:worker_threads';
import type { DatasetKind } from '../../../server/contract/ids.ts';
import {
  COUNTRY,
  shapefileParts,
  writeFlatGeobuf,
  writeGeoPackage,
  writeGeoParquet,
  writeKml,
  writeTopoJson,
  writeZip,
  zipParts,
} from '../../formats/country.ts';
import { odsOf, odsRows, odsXml } from '../tables/ods.ts';
import { seededRandom } from '../random.ts';
import { rowsXml, workbookOf } from '../tables/workbook.ts';

export interface Seedling {
  name: string;
  kind: DatasetKind;
  bytes: Uint8Array;
  isText: boolean;
  /** Of an archive: what is in it, and the way back into it, whose checksums are then right. Every second mutant is one of these. */
  inner?: { bytes: Uint8Array; isText: boolean; pack: (bytes: Uint8Array) => Uint8Array };
}
export interface Mutant {
  id: string;
  name: string;
  kind: DatasetKind;
  bytes: Uint8Array;
  /** Tiles and files too, and not only the report. */
  whole: boolean;
}
export interface Outcome {
  id: string;
  /** `report`, the code of one of our errors, or what went wrong. */
  end: string;
  fault: boolean;
  ms: number;
}

const text = (words: string) => new TextEncoder().encode(words);
const POPULATION = [
  ['ADM0_PCODE', 'ADM1_PCODE', 'ADM1_NAME', 'F_TL', 'M_TL', 'T_TL', 'F_00_04', 'year'],
  ...['XA01', 'XA02', 'XA03'].map((code, i) => ['XA', code, `Place ${i}`, 510 + i, 490 - i, 1000, 90, 2025]),
];
const PRESENCE = [
  ['Organisation', 'Organisation type', 'Cluster', 'ADM1 Pcode', 'ADM1 Name', 'Status', 'Start date', 'End date', 'People reached'],
  ...['XA01', 'XA02', 'XA03'].map((code, i) => [`Organisation ${i}`, 'INGO', 'Health', code, `Place ${i}`, 'Ongoing', '2025-05-01', '2025-05-31', 10 * i]),
];
const csv = (rows: unknown[][]) => text(rows.map((row) => row.join(',')).join('\n') + '\n');
const GEOJSON = JSON.stringify(COUNTRY);
const stored = (entries: Parameters<typeof writeZip>[0]) => writeZip(entries.map((entry) => ({ ...entry, lie: { method: 0 } })));

const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const parts = shapefileParts();
const shapefile = (part: 'shp' | 'dbf') => ({
  bytes: parts[part],
  isText: false,
  pack: (bytes: Uint8Array) => stored(zipParts({ ...parts, [part]: bytes }, 'xad_adm1')),
});
const workbook = (bytes: Uint8Array) => workbookOf([{ name: 'adm1', rows: utf8(bytes) }]);
const sheet = (bytes: Uint8Array) => odsOf([{ name: '3w', rows: utf8(bytes) }]);
const kmz = (bytes: Uint8Array) => stored([{ name: 'doc.kml', bytes }]);
const POPULATION_XML = text(rowsXml(POPULATION as never));
const PRESENCE_XML = text(odsRows(PRESENCE));

export const SEEDLINGS: Seedling[] = (
  [
    { name: 'xad_adm1.geojson', kind: 'cod-ab', bytes: text(GEOJSON), isText: true },
    { name: 'xad_adm1.geojsonl', kind: 'cod-ab', bytes: text(COUNTRY.features.map((feature) => JSON.stringify(feature)).join('\n')), isText: true },
    { name: 'xad_adm1.geojson.gz', kind: 'cod-ab', bytes: gzipSync(GEOJSON), isText: false, inner: { bytes: text(GEOJSON), isText: true, pack: gzipSync } },
    { name: 'xad_adm1.topojson', kind: 'cod-ab', bytes: writeTopoJson(), isText: true },
    { name: 'xad_adm1.zip', kind: 'cod-ab', bytes: stored(zipParts(parts, 'xad_adm1')), isText: false, inner: shapefile('shp') },
    { name: 'xad_adm1_dbf.zip', kind: 'cod-ab', bytes: stored(zipParts(parts, 'xad_adm1')), isText: false, inner: shapefile('dbf') },
    { name: 'xad_adm1.gpkg', kind: 'cod-ab', bytes: writeGeoPackage(), isText: false },
    { name: 'xad_adm1.fgb', kind: 'cod-ab', bytes: writeFlatGeobuf(), isText: false },
    { name: 'xad_adm1.parquet', kind: 'cod-ab', bytes: writeGeoParquet(), isText: false },
    { name: 'xad_adm1_native.parquet', kind: 'cod-ab', bytes: writeGeoParquet({ native: true, codec: 'SNAPPY' }), isText: false },
    { name: 'xad_adm1.kml', kind: 'cod-ab', bytes: writeKml(), isText: true },
    { name: 'xad_adm1.kmz', kind: 'cod-ab', bytes: kmz(writeKml()), isText: false, inner: { bytes: writeKml(), isText: true, pack: kmz } },
    { name: 'xad_ps.csv', kind: 'cod-ps', bytes: csv(POPULATION), isText: true },
    { name: 'xad_ps.xlsx', kind: 'cod-ps', bytes: workbook(POPULATION_XML), isText: false, inner: { bytes: POPULATION_XML, isText: true, pack: workbook } },
    { name: 'xad_3w.csv', kind: '3w', bytes: csv(PRESENCE), isText: true },
    { name: 'xad_3w.ods', kind: '3w', bytes: sheet(PRESENCE_XML), isText: false, inner: { bytes: PRESENCE_XML, isText: true, pack: sheet } },
    { name: 'xad_3w.fods', kind: '3w', bytes: text(odsXml([{ name: '3w', rows: odsRows(PRESENCE) }], { flat: true })), isText: true },
  ] satisfies Seedling[]
)
  // A part of a Buffer shares its memory, and a mutant must not change the next one.
  .map((seedling) => ({ ...seedling, bytes: Uint8Array.from(seedling.bytes) }));

type Random = (n: number) => number;
const NUMBERS = ['1e225', '-1e225', '1e999', '-0', '9'.repeat(400), '180.0000001', '1e-320', 'NaN', '2147483648', '-9007199254740993', '1e9', '214'];
const DOUBLES = [1e225, -1e225, NaN, Infinity, -Infinity, 1e9, 214, 5e-324, -0, 180, 90];
const INTEGERS = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffff0, 1_000_000];

const splice = (bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]));

const ANY: ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  (bytes, random) => {
    const out = bytes.slice();
    for (let n = 1 + random(8); n > 0; n--) out[random(out.length)]! ^= 1 << random(8);
    return out;
  },
  (bytes, random) => {
    const out = bytes.slice();
    for (let n = 1 + random(4); n > 0; n--) out[random(out.length)] = random(256);
    return out;
  },
  (bytes, random) => bytes.slice(0, random(bytes.length)),
  (bytes, random) => splice(bytes, random(bytes.length), 1 + random(64), new Uint8Array(0)),
  (bytes, random) => {
    const from = random(bytes.length);
    return splice(bytes, random(bytes.length), 0, bytes.slice(from, from + 1 + random(200)));
  },
  (bytes, random) => splice(bytes, random(bytes.length), 0, new Uint8Array(1 + random(100)).fill([0, 255, 32, 34, 91][random(5)]!)),
];
const BINARY: typeof ANY = [
  (bytes, random) => {
    const out = bytes.slice();
    for (let n = 1 + random(3); n > 0; n--) new DataView(out.buffer).setFloat64(random(out.length - 8), DOUBLES[random(DOUBLES.length)]!, true);
    return out;
  },
  (bytes, random) => {
    const out = bytes.slice();
    new DataView(out.buffer).setUint32(random(out.length - 4), INTEGERS[random(INTEGERS.length)]!, random(2) === 0);
    return out;
  },
];
/** Numbers in a text given other ones; brackets, quotes and marks put in; one cell or name made very long. */
const TEXT: typeof ANY = [
  (bytes, random) => {
    const words = Buffer.from(bytes).toString('utf8');
    const numbers = [...words.matchAll(/-?\d+(\.\d+)?/g)];
    const chosen = numbers[random(numbers.length)];
    return chosen ? text(words.slice(0, chosen.index) + NUMBERS[random(NUMBERS.length)]! + words.slice(chosen.index + chosen[0].length)) : bytes;
  },
  (bytes, random) => splice(bytes, random(bytes.length), 0, text(['['.repeat(5000), '"', '{', '\0', '\u202e', '<', '"__proto__":', ',,,,', '&#x0;', '\r'][random(10)]!)),
  (bytes, random) => splice(bytes, random(bytes.length), 0, text('x'.repeat(1 + random(60_000)))),
]; // prettier-ignore

/** Mutant `n` of a seedling; the same for the same numbers. One in three is changed twice. */
export function mutate(seedling: Seedling, n: number, seed: number): Mutant {
  const { name, kind, inner } = seedling;
  const random = seededRandom([...`${seed} ${name} ${n}`].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 7));
  const within = inner && n % 2 === 1 ? inner : undefined;
  const own = (within ?? seedling).isText ? TEXT : BINARY;
  const ways = [...ANY, ...own, ...own];
  let bytes = (within ?? seedling).bytes;
  for (let times = n % 3 === 0 ? 2 : 1; times > 0 && bytes.length > 16; times--) bytes = ways[random(ways.length)]!(bytes, random);
  return { id: `${name} ${n} (seed ${seed})`, name, kind, bytes: within ? Uint8Array.from(within.pack(bytes)) : bytes, whole: n % 4 === 0 };
}

/** The thread of the call before, for the next one: to load all that it judges with took it longer than ten mutants do. */
let idle: Worker | undefined;

/** Judges mutants one after another in a thread; one that does not end in time is stopped and is a fault, as is one that takes the thread with it. */
export async function judgeMutants(mutants: Mutant[], timeMs: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let worker = idle ?? start();
  idle = undefined;
  worker.ref();
  for (const mutant of mutants) {
    const { outcome, alive } = await judgeOne(worker, mutant, timeMs);
    outcomes.push(outcome);
    if (alive) continue;
    await worker.terminate();
    worker = start();
  }
  await idle?.terminate();
  idle = worker;
  // Whoever asks no more need not end it.
  worker.unref();
  return outcomes;
}

const start = () => new Worker(new URL('./mutantThread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 2048 } });

function judgeOne(worker: Worker, mutant: Mutant, timeMs: number): Promise<{ outcome: Outcome; alive: boolean }> {
  const started = performance.now();
  const fault = (end: string): { outcome: Outcome; alive: boolean } => ({
    outcome: { id: mutant.id, end, fault: true, ms: performance.now() - started },
    alive: false,
  });
  return new Promise((resolve) => {
    const settle = (result: { outcome: Outcome; alive: boolean }) => {
      clearTimeout(watchdog);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(result);
    };
    const onMessage = (outcome: Outcome) => settle({ outcome, alive: true });
    const onError = (error: unknown) => settle(fault(`took the thread with it: ${String(error)}`));
    const onExit = (code: number) => settle(fault(`ended the thread with ${code}`));
    const watchdog = setTimeout(() => settle(fault(`not ended after ${timeMs} ms`)), timeMs);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(mutant);
  });
}
