/**
 * Bytes of embeds on the wire, against a running server: until the first picture for each of the three snippets, and of the live map by what they
 * are for, the ground and the layers apart. An embed must be open to everybody.
 *
 *   node scripts/bench/overlays/embedBytes.ts --url http://localhost:8080 ID [ID …]
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../../browser.ts';

const { values, positionals } = parseArgs({ options: { url: { type: 'string' } }, allowPositionals: true });
const url = values.url!;
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const kb = (bytes: number) => Number((bytes / 1000).toFixed(1));

/** What a request is for. */
const PARTS: [string, RegExp][] = [
  ['ground', /\/ground(\?|$)|ground\/world/],
  ['layers', /\/api\/v1\/layers\//],
  ['boundaries', /\/tiles\//],
  ['values', /\/(values|shapes)(\?|$)/],
  ['fonts', /\.woff2(\?|$)/],
  ['code', /\.(js|mjs|css)(\?|$)/],
];
const partOf = (address: string) => PARTS.find(([, is]) => is.test(address))?.[0] ?? 'page';

/** Headers are not counted: they are the same for any content. */
async function watched(browser: Browser, visit: (page: Page) => Promise<unknown>): Promise<Record<string, number>> {
  const context = await browser.newContext({ viewport: { width: 800, height: 560 } });
  const page = await context.newPage();
  const parts: Record<string, number> = {};
  const sizes: Promise<void>[] = [];
  context.on('requestfinished', (request) => {
    if (!request.url().startsWith(url)) return;
    sizes.push(request.sizes().then(({ responseBodySize }) => void (parts[partOf(request.url())] = (parts[partOf(request.url())] ?? 0) + responseBodySize), () => undefined)); // prettier-ignore
  });
  await visit(page);
  await Promise.all(sizes);
  await context.close();
  return parts;
}

const total = (parts: Record<string, number>) => Object.values(parts).reduce((sum, bytes) => sum + bytes, 0);
const rounded = (parts: Record<string, number>) => Object.fromEntries(Object.entries(parts).map(([part, bytes]) => [part, kb(bytes)]));

const SNIPPETS: Record<string, (id: string) => string> = {
  iframe: (id) => `<iframe src="${url}/embed/${id}" width="100%" height="560"></iframe>`,
  resizing: (id) => `<iframe src="${url}/embed/${id}" width="100%" height="560"></iframe><script src="${url}/widget/resize.js" async></script>`,
  element: (id) => `<cod-map src="${url}/embed/${id}"></cod-map><script src="${url}/widget/cod-map.js" async></script>`,
};

const browser = await launch();
let shown = '';
const partner = createServer((_request, response) => response.end(`<!doctype html><title>Partner</title><link rel="icon" href="data:,">${shown}`));
await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
const { port } = partner.address() as AddressInfo;
try {
  for (const id of positionals) {
    for (const [snippet, write] of Object.entries(SNIPPETS)) {
      shown = write(id);
      const parts = await watched(browser, async (page) => {
        await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'networkidle' });
        await page.waitForTimeout(500);
      });
      say({ embed: id, snippet, 'kB to the first picture': kb(total(parts)), ...rounded(parts) });
    }
    const live = await watched(browser, async (page) => {
      await page.goto(`${url}/embed/${id}`);
      await page.locator('#map button').first().press('Enter');
      await page.locator('#map[data-live]').waitFor({ timeout: 120_000 });
      await page.waitForTimeout(2000);
    });
    say({ embed: id, 'kB of the live embed, page and picture included': kb(total(live)), ...rounded(live) });
  }
} finally {
  await browser.close();
  partner.close();
}
