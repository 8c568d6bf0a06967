/** One Chromium for the files of a process, with and one without WebGL: to start it took more than a page does, and its first map more than the next. */
import type { Browser } from 'playwright-core';
import { launch, SOFTWARE_GL } from '../../scripts/browser.ts';

/** Scripts are run as they are compiled first: pages of tests live for seconds, and to optimise what they load took three tenths of the work of a live map. */
const PLAIN_SCRIPTS = '--js-flags=--no-maglev,--no-opt';
const kept = new Map<string, Promise<Browser>>();

/** Pages of one file know nothing of those of another: each context has cookies, storage and cache of its own. */
export async function openBrowser(gl: string[] = SOFTWARE_GL): Promise<Browser> {
  const key = gl.join(' ');
  const browser = await (kept.get(key) ?? kept.set(key, launch([...gl, PLAIN_SCRIPTS])).get(key)!);
  if (browser.isConnected()) return browser;
  kept.delete(key);
  return openBrowser(gl);
}

/** What `close` is to a browser of one's own: every page goes, also one that a failed test left. */
export async function closePages(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}
