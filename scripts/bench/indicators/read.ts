/**
 * How long a file of indicators takes, and what it weighs: 25,000 rows of needs by sector and status on a country of 1,000 districts, with codes, names,
 * a thousandth of codes of another style and a hundredth of blanks; through the pipeline as an ingest runs it, in a process of its own.
 *
 *   node scripts/bench/indicators/read.ts [rows]
 */
import { readFileSync } from 'node:fs';
import type { AdminUnit, Gazetteer } from '../../../server/contract/admin.ts';
import type { AdminLevel, DatasetId, Iso3, Pcode, VersionTag } from '../../../server/contract/ids.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { writeValuesCsv } from '../../../server/indicators/files.ts';
import { runIndicatorIngest } from '../../../server/indicators/pipeline.ts';

const ROWS = Number(process.argv[2] ?? 25_000);
const SECTORS = ['Health', 'Education', 'Nutrition', 'WASH', 'Protection', 'Shelter'];
const two = (value: number) => String(value).padStart(2, '0');
const unitOf = (level: AdminLevel, pcode: string, parent: string | null, name: string): AdminUnit => ({
  level,
  pcode: pcode as Pcode,
  parentPcode: parent as Pcode | null,
  names: [{ lang: 'en', name }],
  validOn: '2025-01-01',
  validTo: null,
  areaSqKm: 1,
  center: [0, 0],
  bbox: [0, 0, 1, 1],
});

const SYLLABLES = ['ba', 'ko', 'mi', 'lu', 'ta', 'ne', 'so', 'ri', 'gu', 'wa'];
const nameOf = (i: number) => [...String(i).padStart(4, '0')].map((digit) => SYLLABLES[Number(digit)]!).join('');
const regions = Array.from({ length: 20 }, (_, i) => unitOf(1, `XA${two(i)}`, 'XA', `Region ${nameOf(i)}`));
const districts = regions.flatMap((region, r) => Array.from({ length: 50 }, (_, i) => unitOf(2, `${region.pcode}${two(i)}`, region.pcode, nameOf(r * 50 + i))));
const levels: Gazetteer['levels'] = [
  { level: 0, units: [unitOf(0, 'XA', null, 'Exland')] },
  { level: 1, units: regions },
  { level: 2, units: districts },
];

const head = [
  'Country ISO3',
  'Admin 1 PCode',
  'Admin 2 PCode',
  'Admin 2 Name',
  'Cluster',
  'Category',
  'From',
  'To',
  ...SECTORS.flatMap((sector) => [`${sector}: in need`, `${sector}: targeted`]),
];
const lines = Array.from({ length: ROWS }, (_, row) => {
  const unit = districts[row % districts.length]!;
  const code = row % 1000 === 7 ? unit.pcode.replace('XA', 'EXL') : unit.pcode;
  const month = two(1 + (Math.floor(row / districts.length) % 12));
  const values = SECTORS.flatMap((_s, i) => (row % 100 === 3 ? ['', '-'] : [String(row * (i + 3)), String(row * (i + 2))]));
  return ['EXL', unit.parentPcode, code, unit.names[0]!.name, 'ALL', row % 2 === 0 ? 'Female' : 'Male', `2025-${month}-01`, `2025-${month}-28`, ...values].join(
    ',',
  );
});
const bytes = new TextEncoder().encode(`${head.join(',')}\n${lines.join('\n')}\n`);

const idle = process.memoryUsage().rss;
const start = performance.now();
const { data, summary } = await runIndicatorIngest([{ name: 'needs.csv', source: bytesSource(bytes) }], {
  country: 'EXL' as Iso3,
  dataset: 'indicators-exl' as DatasetId,
  sha256: '',
  boundaries: { dataset: 'cod-ab-exl' as DatasetId, version: 'v01' as VersionTag, levels },
  sectors: readFileSync('data/sectors.csv', 'utf8'),
  listed: [],
  list: null,
  decisions: new Map(),
  profiles: [],
  previous: null,
  answers: {},
});
const read = performance.now() - start;
const json = JSON.stringify(data).length;
const csv = writeValuesCsv(data, null).length;
const all = performance.now() - start;
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    rows: summary.rows.read,
    values: data.values.value.length,
    placed: summary.areas.placed,
    readMs: Math.round(read),
    withFilesMs: Math.round(all),
    cpuMs: Math.round((user + system) / 1000),
    jsonMB: Math.round(json / 1e6),
    csvMB: Math.round(csv / 1e6),
    idleMB: Math.round(idle / 1e6),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1e3),
  }),
);
