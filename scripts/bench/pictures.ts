/**
 * Figures of pictures and embeds (issue 6), against a running server that holds the countries. Writes the heading "Pictures and embeds"
 * of bench/RESULTS.md.
 *
 *     node scripts/bench/pictures.ts --url http://localhost:8080 --embed ID --country eth [--runs 3]
 *
 * The embed must be open to everybody. The page to compare with is MapLibre put together the plain way, with the same boundaries.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import type { VersionAnswer } from '../../server/contract/datasets/api.ts';
import type { MapSpec } from '../../server/contract/maps/map.ts';
import { launch } from '../browser.ts';
import { buildPlainPage } from './plainPage.ts';
import { openSlowLink, type SlowLink } from './slowLink.ts';

const RESULTS = fileURLToPath(new URL('../../bench/RESULTS.md', import.meta.url));
const LINE = { bitsPerSecond: 400_000, roundTripMs: 400 };
const PICTURES = [
  ['eth', 3],
  ['phl', 3],
] as const;

const { values } = parseArgs({
  options: { url: { type: 'string' }, embed: { type: 'string' }, country: { type: 'string', default: 'eth' }, runs: { type: 'string', default: '3' } },
});
const url = values.url!;
const runs = Number(values.runs);
const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) / 2)]!;

function specOf(country: string, level: number): MapSpec {
  return {
    spec: 1,
    title: `${country.toUpperCase()} ${Math.random()}`,
    lang: 'en',
    status: 'cleared',
    boundary: { dataset: `cod-ab-${country}`, version: 'current', level },
    data: { kind: 'boundaries' },
    classes: { method: 'manual', breaks: [] },
    labels: { show: 'names', lang: 'en' },
    view: null,
    selected: null,
  } as unknown as MapSpec;
}

/** First asked: units are read and their arcs found. Then others of the same units, with titles of their own, so none is a kept answer. */
async function measurePicture(country: string, level: number, format: 'svg' | 'png'): Promise<string> {
  const times: number[] = [];
  let bytes = Buffer.alloc(0);
  for (let i = 0; i <= runs; i++) {
    const start = performance.now();
    const response = await fetch(`${url}/preview.${format}?width=1200&height=630&spec=${encodeURIComponent(JSON.stringify(specOf(country, level)))}`);
    bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`${country}: ${bytes.toString()}`);
    times.push(performance.now() - start);
  }
  const kb = (count: number) => `${(count / 1000).toFixed(0)} kB`;
  const size = format === 'svg' ? `${kb(bytes.length)}, ${kb(gzipSync(bytes).length)} compressed` : kb(bytes.length);
  return `| ${country} adm${level} ${format.toUpperCase()} | ${Math.round(times[0]!)} ms | ${Math.round(median(times.slice(1)))} ms | ${size} |`;
}

interface Run {
  picture: number;
  bytesAtPicture: number;
  interactive: number;
  bytes: number;
}

function watch(): void {
  const mark = (name: string) => performance.getEntriesByName(name).length || performance.mark(name);
  new MutationObserver(() => {
    // The words after the figure: then all of the picture has come.
    if (document.querySelector('.sum')) requestAnimationFrame(() => mark('picture'));
    if (document.querySelector('#map[data-live]')) mark('idle');
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-live'] });
}

async function measurePage(browser: Browser, link: SlowLink, path: string): Promise<Run> {
  link.reset();
  const context = await browser.newContext({ viewport: { width: 800, height: 560 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(link.url + path, { waitUntil: 'commit' });
  const read = () =>
    page.evaluate(() => ({
      origin: performance.timeOrigin,
      picture: performance.getEntriesByName('picture')[0]?.startTime ?? null,
      idle: performance.getEntriesByName('idle')[0]?.startTime ?? null,
    }));
  let at = await read();
  for (const start = Date.now(); at.idle === null && Date.now() - start < 120_000; at = await read()) await page.waitForTimeout(100);
  await context.close();
  if (at.idle === null) throw new Error(`${path} was not interactive within two minutes`);
  // The document itself is still on its way when its picture is there: its words and its table follow.
  const until = (moment: number) =>
    link.transfers.filter(({ path: asked, end }) => end <= at.origin + moment || asked === path).reduce((sum, { bytes }) => sum + bytes, 0);
  const picture = at.picture ?? at.idle;
  return { picture, bytesAtPicture: until(picture), interactive: at.idle, bytes: until(at.idle) };
}

function toTable(country: string, ours: Run[], plain: Run[]): string {
  const s = (list: Run[], key: keyof Run) => `${(median(list.map((run) => run[key])) / 1000).toFixed(1)} s`;
  const kb = (list: Run[], key: keyof Run) => `${(median(list.map((run) => run[key])) / 1000).toFixed(0)} kB`;
  return [
    `Embed of ${country}, live as soon as the page is idle, at 400 kbit/s and 400 ms, empty cache, Chromium with software WebGL, 800 × 560; medians of ${runs} runs.`,
    '',
    '| | embed | plain MapLibre page, same boundaries |',
    '|---|---|---|',
    `| first picture of the map | ${s(ours, 'picture')} | ${s(plain, 'picture')} |`,
    `| bytes until then | ${kb(ours, 'bytesAtPicture')} | ${kb(plain, 'bytesAtPicture')} |`,
    `| interactive map | ${s(ours, 'interactive')} | ${s(plain, 'interactive')} |`,
    `| bytes until then | ${kb(ours, 'bytes')} | ${kb(plain, 'bytes')} |`,
  ].join('\n');
}

const rows: string[] = [];
for (const [country, level] of PICTURES) for (const format of ['svg', 'png'] as const) rows.push(await measurePicture(country, level, format));

const version = (await (await fetch(`${url}/api/v1/datasets/cod-ab-${values.country}/versions/current`)).json()) as VersionAnswer;
const archive = version.artifacts.find(({ kind }) => kind === 'pmtiles')!;
const files = await buildPlainPage(new URL(archive.href, url).pathname, version.bbox!);
const link = await openSlowLink(url, { ...LINE, local: (path) => files.get(path) });
const browser = await launch();
const [ours, plain]: [Run[], Run[]] = [[], []];
try {
  for (let i = 0; i < runs; i++) {
    ours.push(await measurePage(browser, link, `/embed/${values.embed}?live=idle`));
    plain.push(await measurePage(browser, link, '/plain/'));
  }
} finally {
  await browser.close();
  await link.close();
}
const section = [
  'Pictures of 1200 × 630 made by the server: at the first request, and again for other maps of the same units. `node scripts/bench/pictures.ts`.',
  '',
  '| Picture | first | again | bytes |',
  '|---|---|---|---|',
  ...rows,
  '',
  toTable(values.country, ours, plain),
].join('\n');
console.log(section);
const text = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '# Results\n';
const [before, own = ''] = text.split(/^## Pictures and embeds$/m) as [string, string?];
const end = own.search(/^## /m);
writeFileSync(RESULTS, `${before.trimEnd()}\n\n## Pictures and embeds\n\n${section}\n${end < 0 ? '' : `\n${own.slice(end)}`}`);
