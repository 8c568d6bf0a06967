/**
 * Sheets, pictures, pages and embeds of real countries, in light, dark and grey, on contact sheets to be looked at.
 * node scripts/looks/looks.ts STORE OUT [--only caf,irq] [--what sheets,pictures,live,embeds] [--data ../shared/data]
 * STORE is made from the real files if it is not there (some minutes), and stays.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Browser } from 'playwright-core';
import type { MapSpec } from '../../server/contract/maps/map.ts';
import { join as joinAs } from '../../test/helpers/member.ts';
import { launch, openPage, startProduct, type Product } from '../browser.ts';
import { INGESTS, LOOKS, type Look } from './maps.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, what: { type: 'string', default: 'sheets,pictures,live,embeds' }, data: { type: 'string', default: '../shared/data' } },
});
const [store, out] = positionals as [string, string];
const wanted = (name: string, list: string | undefined) => list === undefined || list.split(',').includes(name);
const MADE = join(store, 'looks.json');
type Made = Record<string, { map: string; embed: string }>;

function ingest(): void {
  const run = (...args: string[]) => execFileSync(process.execPath, ['server/cli/main.ts', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  run('sample', `${store}-sample`);
  const levels = [0, 1, 2, 3].map((level) => join(`${store}-sample`, `xnv_admin${level}.geojson`));
  const about = join(`${store}-sample`, 'about.json');
  writeFileSync(about, JSON.stringify({ source: 'IOM DTM', license: 'CC-BY-4.0' }));
  const publish = ['--publish', '--accept', 'to be looked at', '--keep-personal', '--data', store];
  run('ingest', ...levels, '--country', 'XNV', ...publish);
  for (const [country, files, ...more] of INGESTS) {
    const paths = files.map((file) => join(values.data, file));
    run('ingest', ...paths, '--country', country, ...more, ...(more.length > 0 ? ['--metadata', about] : []), ...publish);
  }
}

async function saveAll({ url, firstLink }: Product): Promise<Made> {
  const { headers } = await joinAs(url, firstLink, 'Amina');
  const post = async (path: string, body: unknown): Promise<{ id: string }> => {
    const answer = await fetch(url + path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const made: Made = {};
  for (const { name, spec } of LOOKS) {
    const { id: map } = await post('/api/v1/maps', { spec });
    const theme = { mode: 'auto', accent: null, radius: 4, font: 'system' };
    made[name] = { map, embed: (await post(`/api/v1/maps/${map}/embeds`, { hosts: [], theme, lang: null, live: 'tap' })).id };
  }
  writeFileSync(MADE, JSON.stringify(made));
  return made;
}

interface Shot {
  caption: string;
  bytes: Buffer;
}

const [GAP, CAPTION, WIDE] = [8, 20, 2400];

/** Rows of one height, with what each is below it; and each by itself, for details. */
async function contactSheet(name: string, shots: Shot[], height: number): Promise<void> {
  if (shots.length === 0) return;
  const images = await Promise.all(shots.map(({ bytes }) => loadImage(bytes)));
  let [x, y] = [0, 0];
  const places = images.map(({ width, height: tall }) => {
    const wide = Math.round((width * height) / tall);
    if (x > 0 && x + wide > WIDE) [x, y] = [0, y + height + CAPTION];
    const place = { x, y, wide };
    x += wide + GAP;
    return place;
  });
  const canvas = createCanvas(Math.max(...places.map((place) => place.x + place.wide)), y + height + CAPTION);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.font = '14px sans-serif';
  images.forEach((image, i) => {
    const place = places[i]!;
    context.drawImage(image, place.x, place.y, place.wide, height);
    context.fillText(shots[i]!.caption, place.x + 4, place.y + height + 15);
    writeFileSync(join(out, `${name}-${i + 1}.png`), shots[i]!.bytes);
  });
  writeFileSync(join(out, `${name}.png`), canvas.toBuffer('image/png'));
}

/** Strangers may draw so much at a time: it waits as it is told. */
async function patient(address: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(address);
    if (answer.status !== 429) return answer;
    await sleep(1000 * Number(answer.headers.get('retry-after') ?? 2));
  }
}

async function drawn(url: string, name: string, address: (query: string) => string, queries: readonly string[]): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const query of queries) {
    const answer = await patient(url + address(query));
    if (!answer.ok) console.error(`${name} ${query}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    else shots.push({ caption: `${name} ${query}`, bytes: Buffer.from(await answer.arrayBuffer()) });
  }
  return shots;
}

async function seen(browser: Browser, url: string, path: string, width: number, height: number, scheme: 'light' | 'dark', isMap: boolean): Promise<Shot> {
  const { page, complaints, close } = await openPage(browser, url, { viewport: { width, height }, colorScheme: scheme });
  await page.goto(path);
  if (isMap) {
    await page.locator('map-stage[status=live]').waitFor();
    await page
      .waitForFunction(() => (document.querySelector('map-stage') as unknown as { around: unknown }).around, null, { timeout: 30_000 })
      .catch(() => null);
    // Movement, tiles and the names beside small units come to an end; no event tells all three.
    await page.waitForTimeout(5000);
  }
  const bytes = await page.screenshot({ fullPage: false });
  if (complaints.length > 0) console.error(path, complaints.slice(0, 3));
  await close();
  return { caption: `${path.split('?')[0]} ${width} ${scheme}`, bytes };
}

/** Where a saved map of this kind is opened. */
const PAGE_OF: Partial<Record<string, string>> = { population: '/population', presence: '/3w' };
const SHEETS = ['paper=A4', 'paper=A4&orientation=portrait', 'paper=A4&orientation=landscape&grey=1', 'paper=A3', 'paper=A4&page=2'];
const PICTURES = ['dark=0', 'dark=1', 'grey=1'];

async function lookAt(browser: Browser | null, url: string, { name, lang, spec }: Look, made: Made): Promise<void> {
  const text = encodeURIComponent(JSON.stringify(spec));
  const does = (what: string) => wanted(what, values.what);
  const own = made[name];
  const preview = (file: string) => (query: string) => `/preview${file}?spec=${text}&lang=${lang}&${query}`;
  if (does('sheets')) await contactSheet(`${name}-sheets`, await drawn(url, name, preview('/sheet.png'), SHEETS), 900);
  if (does('pictures')) await contactSheet(`${name}-pictures`, await drawn(url, name, preview('.png'), PICTURES), 760);
  if (!browser || !own) return;
  const shots = async (isMap: boolean, places: [path: string, width: number, height: number, scheme: 'light' | 'dark'][]) => {
    const all: Shot[] = [];
    for (const place of places)
      all.push(
        await seen(browser, url, ...place, isMap)
          .catch((error: unknown) => (console.error(place[0], error), null))
          .then((shot) => shot!),
      );
    return all.filter(Boolean);
  };
  const [page, embed, live] = [
    `/maps/${own.map}?lang=${lang}`,
    `/embed/${own.embed}?lang=${lang}`,
    `/c/${(spec as MapSpec).boundary.dataset.split('-').at(-1)!}${PAGE_OF[(spec as MapSpec).data.kind] ?? ''}?open=${own.map}&lang=${lang}`,
  ];
  if (does('embeds')) {
    await contactSheet(`${name}-embeds`, await shots(false, [[embed, 320, 560, 'light'], [embed, 600, 560, 'dark'], [embed, 1000, 560, 'light'], [page, 900, 1100, 'dark']]), 760); // prettier-ignore
  }
  if (does('live')) await contactSheet(`${name}-live`, await shots(true, [[live, 1280, 800, 'light'], [live, 1280, 800, 'dark'], [live, 390, 844, 'dark']]), 760); // prettier-ignore
}

const isFresh = !existsSync(store);
if (isFresh) ingest();
mkdirSync(out, { recursive: true });
const product = await startProduct({ data: store, accounts: !isFresh });
const browser = wanted('live', values.what) || wanted('embeds', values.what) ? await launch() : null;
try {
  const made = existsSync(MADE) ? (JSON.parse(readFileSync(MADE, 'utf8')) as Made) : isFresh ? await saveAll(product) : {};
  for (const look of LOOKS) if (wanted(look.name, values.only)) await lookAt(browser, product.url, look, made);
} finally {
  await browser?.close();
  await product.stop();
}
