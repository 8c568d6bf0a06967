/** A map on pages of others: three snippets, a strict policy, a host that may and one that may not, with scripts and without. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, ConsoleMessage, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetsAnswer } from '../../server/contract/datasets/api.ts';
import type { EmbedAnswer, MapAnswer, MapSpec, MapValuesAnswer } from '../../server/contract/maps/map.ts';
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';
import { CHROMIUM, NO_GL, type Product } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { violationsOf } from '../setup/axe.ts';
import { startSignedIn } from '../setup/product.ts';

const WIDTHS = [320, 600, 1000];
/** What whoever runs the page around would see in the console; that a graphics card made of software is slow says its driver alone. */
const isComplaint = (message: ConsoleMessage) => ['error', 'warning'].includes(message.type()) && !message.text().includes('GL Driver Message');
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 90_000 });

/** A page of somebody else: a text, the snippet, a text; nothing inline may run or style. */
async function openHost(body: () => string, codmap: () => string, headers: Record<string, string> = {}): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, response) => {
    const from = codmap();
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src ${from}; frame-src ${from}; img-src ${from} data:; base-uri 'none'`,
      ...headers,
    });
    response.end(`<!doctype html><html lang="en"><title>Partner</title><link rel="icon" href="data:,"><h1>Partner</h1>${body()}<p>After</p>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

describe.skipIf(!CHROMIUM)('embeds in Chromium (skipped where no Chromium is installed)', () => {
  /** Place and period are added to what its author wrote. */
  const TITLED = /^Narivela: People <by district>, .*20\d\d$/;
  let product: Product;
  let browser: Browser;
  let post: <T>(path: string, value: unknown) => Promise<T>;
  let map: MapAnswer;
  let embed: EmbedAnswer;
  let snippet: keyof EmbedAnswer['snippets'] = 'iframe';
  const hosts: Record<'allowed' | 'refused' | 'silent', { url: string; server: Server }> = {} as never;

  beforeAll(async () => {
    const [started, launched] = await Promise.all([startSignedIn(), openBrowser()]);
    const { person } = started;
    [product, browser] = [started.product, launched];
    const body = () => embed.snippets[snippet];
    const codmap = () => product.url;
    hosts.allowed = await openHost(body, codmap);
    hosts.refused = await openHost(body, codmap);
    hosts.silent = await openHost(body, codmap, { 'referrer-policy': 'no-referrer' });
    post = async <T>(path: string, value: unknown) => {
      const response = await fetch(product.url + path, {
        method: 'POST',
        headers: { ...person.headers, 'content-type': 'application/json' },
        body: JSON.stringify(value),
      });
      expect(response.status, path).toBe(201);
      return (await response.json()) as T;
    };
    const { datasets } = (await (await fetch(`${product.url}/api/v1/datasets`)).json()) as DatasetsAnswer;
    const boundaries = datasets.find(({ kind }) => kind === 'cod-ab')!;
    const population = datasets.find(({ kind }) => kind === 'cod-ps')!;
    const spec = {
      spec: 1,
      title: 'People <by district>',
      lang: 'en',
      status: 'draft',
      boundary: { dataset: boundaries.id, version: 'current', level: 2 },
      data: { kind: 'population', dataset: population.id, version: 'current', measure: 'people', sex: 't', age: 'all' },
      classes: { method: 'manual', breaks: [0, 20_000, 50_000, 100_000, 500_000] },
      labels: { show: 'names', lang: 'en' },
      view: null,
      selected: null,
    } as unknown as MapSpec;
    map = await post<MapAnswer>('/api/v1/maps', { spec });
    embed = await post<EmbedAnswer>(`/api/v1/maps/${map.id}/embeds`, {
      hosts: [hosts.allowed.url],
      theme: { mode: 'auto', accent: '#8a1538', radius: 4, font: 'system' },
      lang: null,
      live: 'tap',
    });
  }, 240_000);

  afterAll(async () => {
    for (const { server } of Object.values(hosts)) server.close();
    await closePages(browser);
    await product?.stop();
  });

  test.each(['en', 'ar'])('in a frame of 1280 × 800 the legend is seen without scrolling, beside the map: %s', async (lang) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    for (const address of [`/embed/${embed.id}?lang=${lang}`, `/maps/${map.id}?lang=${lang}`]) {
      await page.goto(product.url + address);
      const [legend, picture] = [await page.locator('figcaption').boundingBox(), await page.locator('#map').boundingBox()];
      expect(legend!.y + legend!.height, address).toBeLessThanOrEqual(800);
      const beside = lang === 'ar' ? picture!.x >= legend!.x + legend!.width : legend!.x >= picture!.x + picture!.width;
      expect(beside, address).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    await context.close();
  });

  interface Visit {
    page: Page;
    /** Requests to neither the partner nor us. */
    foreign: string[];
    complaints: string[];
    bytes: () => number;
    close: () => Promise<void>;
  }

  async function visit(host: keyof typeof hosts, shown: typeof snippet, options: BrowserContextOptions = {}): Promise<Visit> {
    snippet = shown;
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1000, height: 800 }, ...options });
    const page = await context.newPage();
    const [foreign, complaints]: [string[], string[]] = [[], []];
    let bytes = 0;
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (/^https?:/.test(protocol) && origin !== product.url && origin !== hosts[host].url) foreign.push(request.url());
    });
    page.on('requestfinished', (request) => {
      if (new URL(request.url()).origin === product.url) void request.sizes().then((sizes) => (bytes += sizes.responseBodySize));
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => isComplaint(message) && complaints.push(message.text()));
    await page.goto(hosts[host].url);
    return {
      page,
      foreign,
      complaints,
      bytes: () => bytes,
      close: async () => {
        expect(await context.cookies(), 'no cookie').toEqual([]);
        expect(foreign, 'no other host').toEqual([]);
        await context.close();
      },
    };
  }

  async function seenWhole(frame: Frame): Promise<void> {
    const height = await frame.evaluate(() => innerHeight);
    for (const part of ['h1', '#map', 'figcaption', '.src']) {
      const box = await frame.locator(part).evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
      expect([part, box.top >= 0, box.bottom <= height], `${part} ends at ${box.bottom} of ${height}`).toEqual([part, true, true]);
    }
    expect((await frame.locator('#map').evaluate((map) => map.getBoundingClientRect().height)) >= 128).toBe(true);
  }

  async function frameOf(page: Page): Promise<Frame> {
    await eventually(() => page.frames().some((frame) => frame.url().startsWith(`${product.url}/embed/`))).toBe(true);
    const frame = page.frames().find((each) => each.url().startsWith(`${product.url}/embed/`))!;
    await frame.waitForLoadState();
    return frame;
  }

  /** The page around has given the frame the height it asked for: what moved under the pointer before stands still now. */
  async function settled(frame: Frame): Promise<void> {
    const inside = () => frame.locator('main').evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
    await eventually(async () => Math.abs((await heightOf(frame)) - (await inside())) <= 5).toBe(true);
  }
  /**
   * Headless Chromium now and then loses clicks into a frame of another site, for one click (its guard against clickjacking, after the frame
   * moved) or for seconds. What a reader does when a click does nothing: another one, then the keyboard, which always comes through.
   */
  async function explore(frame: Frame, isDone?: () => boolean): Promise<void> {
    const button = frame.getByRole('button', { name: 'Explore the map' });
    for (const act of [() => button.click({ timeout: 5000 }), () => button.click({ timeout: 5000 }), () => button.press('Enter')]) {
      await act().catch(() => undefined);
      await frame.waitForTimeout(300);
      if (isDone ? isDone() : !(await button.isVisible())) return;
    }
    throw new Error('Neither clicks nor the keyboard reached the button');
  }
  const heightOf = async (frame: Frame) => (await (await frame.frameElement()).boundingBox())!.height;

  const SNIPPETS = ['iframe', 'resizing', 'element'] as const;
  const CASES = SNIPPETS.flatMap((shown) => WIDTHS.map((width) => [shown, width] as const));

  test.each(CASES)('an allowed page shows it: %s at %i px', async (shown, width) => {
    const { page, complaints, bytes, close } = await visit('allowed', shown, { viewport: { width, height: 800 } });
    const frame = await frameOf(page);
    expect(await frame.locator('h1').textContent()).toMatch(TITLED);
    expect(await frame.locator('#map > svg path').count()).toBeGreaterThan(3);
    expect(await frame.locator('.draft').textContent()).toContain('DRAFT');
    expect(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    if (shown !== 'iframe') {
      await settled(frame);
      // Opening the table makes it taller, and the frame with it.
      const before = await heightOf(frame);
      await frame.locator('summary').press('Enter');
      expect(await frame.locator('details').getAttribute('open')).toBe('');
      await eventually(() => heightOf(frame)).toBeGreaterThan(before + 50);
    }
    // Without the script the frame keeps its height, and title, map, legend and sources are all inside it.
    if (shown === 'iframe') await seenWhole(frame);
    expect(await page.locator('cod-map img').count()).toBe(0);
    expect(bytes(), 'before interaction').toBeLessThan(45_000);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a tap makes the picture a map, without any other host', async () => {
    const { page, complaints, close } = await visit('allowed', 'resizing');
    const frame = await frameOf(page);
    await settled(frame);
    await explore(frame);
    const stands = () => frame.locator('#map').evaluate((box) => box.dataset['live'] ?? box.querySelector('[role=status]')?.textContent ?? 'still the button');
    await expect.poll(async () => [await stands(), ...complaints], { timeout: 90_000 }).toEqual(['true']);
    expect(await frame.locator('canvas').isVisible()).toBe(true);
    expect(await frame.locator('#map > svg').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  test('where the line breaks the picture stays, and so does the offer', async () => {
    const { page, close } = await visit('allowed', 'resizing');
    const frame = await frameOf(page);
    await settled(frame);
    const values = '**/api/v1/maps/*/values*';
    let asked = 0;
    await page.route(values, (route) => (asked++, route.abort()));
    await explore(frame, () => asked > 0);
    await eventually(() => frame.locator('#map [role=status]').textContent()).toBe('The map could not be loaded; the picture remains.');
    expect(await frame.locator('#map > svg').isVisible()).toBe(true);
    await page.unroute(values);
    await explore(frame);
    await frame.locator('#map[data-live]').waitFor({ timeout: 90_000 });
    await close();
  });

  test.each(SNIPPETS)('a page that is not on the list sees words and a link: %s', async (shown) => {
    const { page, close } = await visit('refused', shown);
    const frame = await frameOf(page);
    expect(await frame.locator('h1').textContent()).toBe('This map may not be shown on this website.');
    expect(await frame.locator('a').getAttribute('href')).toBe(map.links.page);
    expect(await frame.locator('svg').count()).toBe(0);
    // The element keeps the table that stands in the page itself, and sends for the picture.
    if (shown === 'element') {
      await page.locator('cod-map > img').waitFor();
      expect(await page.locator('cod-map > table').isVisible()).toBe(true);
    }
    expect(await page.getByRole('link', { name: 'People <by district>' }).first().isVisible()).toBe(true);
    await close();
  });

  test('a page that hides where it is gets nothing through the policy, and the link below the frame stays', async () => {
    const { page, close } = await visit('silent', 'iframe');
    await page.waitForTimeout(1500);
    expect(page.frames().some((frame) => frame.url().startsWith(product.url))).toBe(false);
    expect(await page.getByRole('link', { name: 'People <by district>' }).isVisible()).toBe(true);
    await close();
  });

  describe('an embed for everybody, on pages that have no origin', () => {
    let open: EmbedAnswer;
    beforeAll(async () => {
      const spec = { hosts: [], theme: { mode: 'auto', accent: null, radius: 8, font: 'noto' }, lang: null, live: 'tap' };
      const copy = await post<MapAnswer>(`/api/v1/maps/${map.id}/duplicate`, {});
      open = await post<EmbedAnswer>(`/api/v1/maps/${copy.id}/embeds`, spec);
    });
    const folder = mkdtempSync(join(tmpdir(), 'codmap-embed-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const toFile = (body: string) => {
      const file = join(folder, 'page.html');
      writeFileSync(file, `<!doctype html><title>File</title>${body}`);
      return pathToFileURL(file).href;
    };
    const PLACES = {
      'a file on a disk': toFile,
      'the sandboxed preview of an editor': (body: string) => {
        const inner = `<!doctype html><title>Preview</title>${body}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
        return toFile(`<iframe width="900" height="900" sandbox="allow-scripts" srcdoc="${inner}"></iframe>`);
      },
      'a frame that is sandboxed itself': (body: string) => toFile(body.replaceAll('<iframe ', '<iframe sandbox="allow-scripts" ')),
    };
    // The element makes its own frame, which nobody sandboxes.
    const cases = Object.keys(PLACES)
      .flatMap((place) => SNIPPETS.map((shown) => [place as keyof typeof PLACES, shown] as const))
      .filter(([place, shown]) => !(place.startsWith('a frame') && shown === 'element'));
    test.each(cases)('%s: %s', async (place, shown) => {
      const context = await browser.newContext({ viewport: { width: 1000, height: 1000 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => isComplaint(message) && complaints.push(message.text()));
      await page.goto(PLACES[place](open.snippets[shown]));
      const frame = await frameOf(page);
      expect(await frame.locator('h1').textContent()).toMatch(TITLED);
      if (shown === 'iframe') await seenWhole(frame);
      else await settled(frame);
      expect(complaints).toEqual([]);
      await context.close();
    });
  });

  test.each(SNIPPETS)('without scripts the picture, the words and the table are there: %s', async (shown) => {
    const { page, close } = await visit('allowed', shown, { javaScriptEnabled: false });
    if (shown === 'element') {
      expect(await page.locator('cod-map img').getAttribute('alt')).toMatch(/People: [\d,]+/);
      await eventually(() => page.locator('cod-map img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(800);
      expect(await page.locator('cod-map tbody tr').count()).toBeGreaterThan(5);
    } else {
      const frame = await frameOf(page);
      expect(await frame.locator('#map > svg').isVisible()).toBe(true);
      expect(await frame.locator('#map button').count()).toBe(0);
      await frame.locator('summary').click();
      expect(await frame.locator('tbody tr').first().isVisible()).toBe(true);
    }
    await close();
  });

  test.each([
    ['?static=1', {}],
    ['', { extraHTTPHeaders: { 'save-data': 'on' } }],
  ] as const)('the picture stays: %s %j', async (query, options) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(embed.src + query);
    await page.waitForTimeout(500);
    expect(await page.locator('#map > svg').isVisible()).toBe(true);
    expect(await page.locator('#map button').count()).toBe(0);
    await context.close();
  });

  test('without WebGL the picture stays', async () => {
    const plain = await openBrowser(NO_GL);
    const page = await plain.newPage();
    await page.goto(`${embed.src}?live=idle`);
    await page.waitForTimeout(1000);
    expect(await page.locator('#map > svg').isVisible()).toBe(true);
    expect(await page.locator('canvas').count()).toBe(0);
    await closePages(plain);
  });

  test.each([
    ['light', ''],
    ['dark', ''],
    ['light', '?lang=ar'],
    ['dark', '?theme=light&lang=fr'],
  ] as const)('axe finds nothing: %s%s', async (colorScheme, query) => {
    const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width: 600, height: 700 } });
    const page = await context.newPage();
    await page.goto(embed.src + query);
    await page.locator('summary').click();
    const violations = await violationsOf(page);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    if (query.includes('ar')) expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await context.close();
  });

  test('the live map is clean too, and reached by keyboard; a tap says who is there, in the language of the embed', async () => {
    const { datasets } = (await (await fetch(`${product.url}/api/v1/datasets`)).json()) as DatasetsAnswer;
    const dataset = datasets.find(({ kind }) => kind === '3w')!.id;
    const data = { kind: 'presence', dataset, version: 'current', definition: DEFAULT_DEFINITION };
    const presence = await post<MapAnswer>('/api/v1/maps', {
      spec: { ...map.spec, title: 'Who is where', boundary: { ...map.spec.boundary, level: 1 }, data },
    });
    const { src } = await post<EmbedAnswer>(`/api/v1/maps/${presence.id}/embeds`, { ...embed.spec, hosts: [], lang: 'ru' });
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(src);
    await page.locator('#map button').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#map[data-live]').waitFor({ timeout: 90_000 });
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('canvas');
    await page.locator('canvas').click();
    await page.locator('.who li').first().waitFor();
    const { values } = (await (await fetch(`${product.url}/api/v1/maps/${presence.id}/values`)).json()) as MapValuesAnswer;
    const count = Number(await page.locator('.who span').textContent());
    expect([await page.locator('.who li').count(), Object.values(values!).includes(count)]).toEqual([count, true]);
    const violations = await violationsOf(page);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    await page.locator('.who').getByRole('button', { name: 'Закрыть' }).click();
    expect(await page.locator('main').textContent()).toMatch(/^(?!.*\.\.).*Показать таблицей/s); // A year in Russian ends with a stop of its own.
    expect(await page.locator('.who').count()).toBe(0);
    await context.close();
  });

  test('the page of the map has its picture for link previews, and says how to embed it', async () => {
    const page = await browser.newPage();
    await page.goto(map.links.short);
    expect(page.url()).toBe(map.links.page);
    expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toBe(map.links.social);
    const oembed = await page.locator('link[type="application/json+oembed"]').getAttribute('href');
    // The only embed of this map is not for everybody, so a link gives a picture.
    expect(await (await fetch(oembed!)).json()).toMatchObject({ type: 'photo', version: '1.0', title: expect.stringMatching(TITLED) as string });
    expect(await page.locator('nav a').allTextContents()).toEqual(['PDF', 'SVG', 'PNG', 'CSV', 'GeoJSON']);
    await page.close();
  });
});
