/** For browser tests, pictures and benchmarks: the product as a reader starts it (`npm start` on an empty folder), and a Chromium that must not leave it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

/** Chromium, if possible the build without windows of its own (package chromium-headless-shell): the same engine, and half of the work for a page (8.5 s of a processor for 19.8 s on five small pages, 24.6 for 41.7 on three live maps). */
export const CHROMIUM = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
  .map((name) => `/usr/bin/${name}`)
  .find((path) => existsSync(path));

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  // One process for the pages of a context, where there were two for the first of them. Without isolation a frame of another site is in it too:
  // in one of its own it gets no frames drawn for seconds where two cores draw without a card. Who may do what is the same.
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
];
/** WebGL 2 without a graphics card. For WebGL alone: pages themselves drawn that way took three times the work (9.9 s of the GPU process for the first map, 3.7 s so). */
export const SOFTWARE_GL = ['--use-gl=angle', '--use-angle=swiftshader-webgl', '--enable-unsafe-swiftshader'];
export const NO_GL = ['--disable-gpu', '--disable-3d-apis'];

export interface Product {
  url: string;
  /** Makes the administrator, once; '' on a store that has one. */
  firstLink: string;
  stop(): Promise<void>;
}

/**
 * Starts `npm start`'s script with a store of its own; it makes and publishes the sample country first.
 * @param given a store that is there already and stays; `accounts`: somebody has one in it, so that there is no first link
 */
export async function startProduct(given?: { data: string; accounts?: boolean }): Promise<Product> {
  const data = given?.data ?? mkdtempSync(join(tmpdir(), 'codmap-browser-'));
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, CODMAP_DATA: data, CODMAP_PORT: '0', CODMAP_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const stop = async () => {
    if (child.exitCode === null) {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await exited;
    }
    if (!given) rmSync(data, { recursive: true, force: true });
  };
  try {
    return { ...(await addressOf(child, given?.accounts ?? false)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressOf(child: ChildProcess, accounts: boolean): Promise<Pick<Product, 'url' | 'firstLink'>> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, url] = /Codmap is at (\S+)\s/.exec(said) ?? [];
      const [firstLink = ''] = /\S+\/join\/\S+(?=\s)/.exec(said) ?? [];
      if (url && (firstLink || accounts)) resolve({ url, firstLink });
    });
    child.once('exit', (code) => reject(new Error(`scripts/start.ts ended with ${code}:\n${said}`)));
  });
}

export function launch(gl: string[] = SOFTWARE_GL): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, headless: true, args: [...FLAGS, ...gl] });
}

/** How long a page may take for anything: machines of tests are slow and shared, and what hangs is found all the same. */
export const PATIENCE_MS = 90_000;

export interface Watched {
  page: Page;
  /** Requests that went anywhere but to `origin`. */
  foreign: string[];
  /** What the browser complained of: script errors, and breaches of the content security policy. */
  complaints: string[];
  close: () => Promise<void>;
}

export interface PageOptions extends BrowserContextOptions {
  /**
   * false: as on a machine without WebGL, where the still picture of a map stays. For what is not about the live map, which takes most of the work of a page.
   * 'blind': the live map does all that it does (tiles, places of names, what is under the pointer), but its driver draws nothing: half of the work
   * of its page. For what is not about what is seen on it.
   */
  webgl?: boolean | 'blind';
  /**
   * In the context of an earlier page that was opened so too and is closed: cookies and what pages stored are gone, scripts, fonts and answers
   * that may be cached are there. Half of the work of a page; not for who must not see what was cached for another.
   */
  kept?: boolean;
}

/** What an old laptop answers. */
export const hideWebGl = (): void => {
  const canvas = HTMLCanvasElement.prototype;
  const getContext = Object.getOwnPropertyDescriptor(canvas, 'getContext')!.value as (this: HTMLCanvasElement, kind: string, options?: unknown) => unknown;
  Object.assign(canvas, {
    getContext(this: HTMLCanvasElement, kind: string, options?: unknown) {
      return kind.startsWith('webgl') ? null : getContext.call(this, kind, options);
    },
  });
};

/** A driver of WebGL 2 that takes every call and draws nothing. To compile shaders, to draw and to copy what is drawn were 2.4 of the 4 s that a live map cost. */
export const drawNothing = (): void => {
  const canvas = HTMLCanvasElement.prototype;
  const getContext = Object.getOwnPropertyDescriptor(canvas, 'getContext')!.value as (this: HTMLCanvasElement, kind: string, options?: unknown) => unknown;
  const drivers = new WeakMap<HTMLCanvasElement, unknown>();
  const numbers: Record<number, unknown> = {
    [WebGL2RenderingContext.MAX_TEXTURE_SIZE]: 8192,
    [WebGL2RenderingContext.ALIASED_LINE_WIDTH_RANGE]: new Float32Array([1, 1]),
    [WebGL2RenderingContext.VERSION]: 'WebGL 2.0',
  };
  function driverOf(element: HTMLCanvasElement): unknown {
    const driver = Object.create(WebGL2RenderingContext.prototype) as object;
    const answers: Record<string, (...asked: never[]) => unknown> = {
      getParameter: (name: number) => numbers[name] ?? 16,
      getShaderParameter: () => true,
      // Programs have been linked, and use no attribute or block.
      getProgramParameter: (_program: unknown, name: number) => name === WebGL2RenderingContext.LINK_STATUS || 0,
      getShaderInfoLog: () => '',
      getProgramInfoLog: () => '',
      getUniformLocation: () => ({}),
      getUniformBlockIndex: () => WebGL2RenderingContext.INVALID_INDEX,
      getAttribLocation: () => -1,
      getSupportedExtensions: () => [],
      getExtension: () => null,
      getError: () => 0,
      getContextAttributes: () => ({ alpha: true, antialias: false, depth: true, stencil: true, premultipliedAlpha: true, preserveDrawingBuffer: false }),
      isContextLost: () => false,
      checkFramebufferStatus: () => WebGL2RenderingContext.FRAMEBUFFER_COMPLETE,
    };
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(WebGL2RenderingContext.prototype))) {
      if (typeof value !== 'function' || name === 'constructor') continue;
      Object.defineProperty(driver, name, { value: answers[name] ?? (name.startsWith('create') ? () => ({}) : () => undefined) });
    }
    return Object.defineProperties(driver, {
      canvas: { value: element },
      drawingBufferWidth: { get: () => element.width },
      drawingBufferHeight: { get: () => element.height },
    });
  }
  Object.assign(canvas, {
    getContext(this: HTMLCanvasElement, kind: string, options?: unknown) {
      if (!kind.startsWith('webgl')) return getContext.call(this, kind, options);
      if (!drivers.has(this)) drivers.set(this, driverOf(this));
      return drivers.get(this);
    },
  });
};

/** Contexts that wait for their next page, by what they were opened with. */
const idle = new Map<Browser, Map<string, BrowserContext>>();

async function newContext(browser: Browser, { webgl, ...options }: PageOptions): Promise<BrowserContext> {
  // Maps jump instead of flying: fewer frames to draw without a card.
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  if (webgl === false) await context.addInitScript(hideWebGl);
  if (webgl === 'blind') await context.addInitScript(drawNothing);
  return context;
}

/** The last page stays until the next is there: the process that shows both lives as long as one of them. */
async function keepContext(browser: Browser, key: string, context: BrowserContext, page: Page): Promise<void> {
  try {
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
    await context.clearCookies();
  } catch {
    // A page of another origin, or none any more: such a context is not worth keeping.
    return context.close();
  }
  const kept = idle.get(browser) ?? idle.set(browser, new Map()).get(browser)!;
  if (kept.has(key)) return context.close();
  kept.set(key, context);
  context.once('close', () => kept.get(key) === context && kept.delete(key));
}

async function takeContext(browser: Browser, key: string, { storageState }: PageOptions): Promise<BrowserContext | undefined> {
  const context = idle.get(browser)?.get(key);
  if (!context) return undefined;
  idle.get(browser)!.delete(key);
  if (typeof storageState === 'object') await context.addCookies(storageState.cookies);
  return context;
}

export async function openPage(browser: Browser, origin: string, { kept = false, ...given }: PageOptions = {}): Promise<Watched> {
  const options = { baseURL: origin, ...given };
  const key = JSON.stringify(options);
  const context = (kept ? await takeContext(browser, key, options) : undefined) ?? (await newContext(browser, options));
  const before = context.pages();
  const page = await context.newPage();
  await Promise.all(before.map((each) => each.close()));
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= kept ? keepContext(browser, key, context, page) : context.close());
  const watched: Watched = { page, foreign: [], complaints: [], close };
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(data|blob|about):/.test(request.url())) watched.foreign.push(request.url());
  });
  page.on('pageerror', (error) => watched.complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') watched.complaints.push(message.text());
  });
  return watched;
}

/** The still map is there, and no other will come. */
export async function untilStill(page: Page): Promise<void> {
  await page.locator('map-stage[status=no-webgl]').waitFor({ timeout: PATIENCE_MS });
}

/** The live map is drawn. */
export async function untilLive(page: Page): Promise<void> {
  await page.locator('map-stage[status=live]').waitFor({ timeout: PATIENCE_MS });
}
