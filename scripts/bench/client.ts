/**
 * Client figures (issue 2): bytes before first paint, tile bytes of the first country view, time to first idle on
 * 1.6 Mbit/s and 150 ms, beside a plain MapLibre page with the same PMTiles. Writes the heading "Client" of bench/RESULTS.md.
 *
 *     node scripts/bench/client.ts [--runs 5] [--url http://localhost:8080] [--country sle]
 *
 * Without `--url` the sample country is made and measured.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import type { DatasetsAnswer, VersionAnswer } from '../../server/contract/datasets/api.ts';
import { launch, startProduct } from '../browser.ts';
import { buildPlainPage } from './plainPage.ts';
import { openSlowLink, type SlowLink, type Transfer } from './slowLink.ts';

const RESULTS = fileURLToPath(new URL('../../bench/RESULTS.md', import.meta.url));
const LINE = { bitsPerSecond: 1_600_000, roundTripMs: 150 };

interface Run {
  /** Milliseconds from navigation. */
  paint: number;
  picture: number | null;
  idle: number;
  bytesAtPaint: number;
  bytesAtPicture: number | null;
  scriptAtPicture: number | null;
  tiles: number;
  total: number;
}

/** Marks the moments inside the page; ours has no marks of its own. */
function watch(): void {
  const mark = (name: string) => performance.getEntriesByName(name).length || performance.mark(name);
  new MutationObserver(() => {
    if (document.querySelector('.stage-still')) mark('picture');
    if (document.querySelector('map-stage[status=live]')) mark('idle');
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['status'] });
}

async function measure(browser: Browser, link: SlowLink, path: string): Promise<Run> {
  link.reset();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(link.url + path, { waitUntil: 'commit' });
  const read = () =>
    page.evaluate(() => {
      const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? null;
      return { origin: performance.timeOrigin, paint: at('first-contentful-paint') ?? at('first-paint'), picture: at('picture'), idle: at('idle') };
    });
  let times = await read();
  for (const start = Date.now(); times.idle === null && Date.now() - start < 60_000; times = await read()) await page.waitForTimeout(100);
  await context.close();
  if (times.idle === null) throw new Error(`${path} was not idle within a minute`);
  const until = (moment: number | null, fits: (transfer: Transfer) => boolean = () => true) =>
    moment === null
      ? null
      : link.transfers.filter((transfer) => transfer.end <= times.origin + moment && fits(transfer)).reduce((sum, { bytes }) => sum + bytes, 0);
  const paint = times.paint ?? times.idle;
  return {
    paint,
    picture: times.picture,
    idle: times.idle,
    bytesAtPaint: until(paint)!,
    bytesAtPicture: until(times.picture),
    // The code that the picture needs, not the map's code that is already on its way.
    scriptAtPicture: until(times.picture, ({ path }) => /\.m?js$/.test(path) && !/controller|worker/.test(path)),
    tiles: until(times.idle, ({ path }) => /\.mvt$|\.pmtiles$/.test(path))!,
    total: until(times.idle)!,
  };
}

function median(values: (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  return sorted.length ? sorted[Math.floor((sorted.length - 1) / 2)]! : null;
}

function toTable(country: string, runs: number, ours: Run[], plain: Run[]): string {
  const ms = (value: number | null) => (value === null ? '–' : `${Math.round(value)} ms`);
  const kb = (value: number | null) => (value === null ? '–' : `${(value / 1000).toFixed(1)} kB`);
  const rows: [string, keyof Run, (value: number | null) => string][] = [
    ['first contentful paint', 'paint', ms],
    ['still picture of the country', 'picture', ms],
    ['first idle of the live map', 'idle', ms],
    ['bytes before first paint', 'bytesAtPaint', kb],
    ['bytes before the still picture', 'bytesAtPicture', kb],
    ['of which our script', 'scriptAtPicture', kb],
    ['tile bytes of the first view', 'tiles', kb],
    ['all bytes until idle', 'total', kb],
  ];
  const cell = (list: Run[], key: keyof Run, write: (value: number | null) => string) => write(median(list.map((run) => run[key])));
  const ratio = median(ours.map(({ idle }, i) => idle / plain[i]!.idle))!;
  // The plain page may show single tiles a little before it is idle; when, a page cannot tell.
  const first = median(ours.map(({ picture, idle }, i) => (picture ?? idle) / plain[i]!.idle))!;
  return [
    `### ${country}`,
    '',
    `Chromium headless with software WebGL, 1280 × 800, empty cache, 1.6 Mbit/s and 150 ms; medians of ${runs} runs, alternating between ours and plain. Bytes are compressed response bodies.`,
    '',
    '| | Codmap | plain MapLibre + PMTiles |',
    '|---|---|---|',
    ...rows.map(([label, key, write]) => `| ${label} | ${cell(ours, key, write)} | ${cell(plain, key, write)} |`),
    `| **first idle, ours ÷ plain** (goal ≤ 0.60) | **${ratio.toFixed(2)}** | |`,
    `| our first picture of the country ÷ plain's first idle | ${first.toFixed(2)} | |`,
    '',
  ].join('\n');
}

/** Replaces the section of one country below the heading "Client", or adds it. */
function writeResults(country: string, section: string): void {
  mkdirSync(join(RESULTS, '..'), { recursive: true });
  let text = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '# Results\n';
  if (!/^## Client$/m.test(text)) text = `${text.trimEnd()}\n\n## Client\n`;
  const [before, own = ''] = text.split(/^## Client$/m) as [string, string?];
  const end = own.search(/^## /m);
  const [client, after] = end < 0 ? [own, ''] : [own.slice(0, end), own.slice(end)];
  const kept = client.split(/^(?=### )/m).filter((part) => part.trim() && !part.startsWith(`### ${country}\n`));
  writeFileSync(RESULTS, `${before.trimEnd()}\n\n## Client\n\n${[...kept.map((part) => part.trim()), section.trim()].join('\n\n')}\n${after && `\n${after}`}`);
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, url: { type: 'string' }, country: { type: 'string' } } });
const runs = Number(values.runs);
const product = values.url ? { url: values.url, stop: async () => undefined } : await startProduct();
const get = async <T>(path: string) => (await (await fetch(product.url + path)).json()) as T;
const { datasets } = await get<DatasetsAnswer>('/api/v1/datasets');
const { id, country, countryNames } = datasets.find(({ kind, country }) => kind === 'cod-ab' && (!values.country || country === values.country.toUpperCase()))!;
const version = await get<VersionAnswer>(`/api/v1/datasets/${id}/versions/current`);
const archive = version.artifacts.find(({ kind }) => kind === 'pmtiles')!;
const plainFiles = await buildPlainPage(new URL(archive.href, product.url).pathname, version.bbox!);
const link = await openSlowLink(product.url, { ...LINE, local: (path) => plainFiles.get(path) });
const browser = await launch();
try {
  const [ours, plain]: [Run[], Run[]] = [[], []];
  for (let i = 0; i < runs; i++) {
    ours.push(await measure(browser, link, `/c/${country.toLowerCase()}`));
    plain.push(await measure(browser, link, '/plain/'));
  }
  const name = countryNames['en'] ?? country;
  const section = toTable(name, runs, ours, plain);
  writeResults(name, section);
  console.log(section);
} finally {
  await browser.close();
  await link.close();
  await product.stop();
}
