/** The product with the sample country and a browser, for tests of the pages of its coordination. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { StructureAnswer } from '../../../server/contract/groups/groups.ts';
import { NO_GL, openPage, type PageOptions, type Product, type Watched } from '../../../scripts/browser.ts';
import { openBrowser, closePages } from '../../setup/browser.ts';
import { violationsOf } from '../../setup/axe.ts';
import { startSignedIn } from '../../setup/product.ts';
import { cookiesOf, type Person } from '../member.ts';

export const PHONE = { width: 390, height: 844 };
export const WIDE = { width: 1280, height: 900 };
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 60_000 });

export interface Coordination {
  product: Product;
  admin: Person;
  /** As the public sees it at the start. */
  sample: StructureAnswer;
  open: (path: string, options?: PageOptions, person?: Person) => Promise<Page>;
  /** Whoever is done with a page says so: it must not have complained, nor asked anybody else for anything. */
  close: (page: Page) => Promise<void>;
  /** What the administrator sends; it must be taken. */
  post: (path: string, body: unknown) => Promise<{ id: string }>;
  stop: () => Promise<void>;
}

export async function startCoordination(): Promise<Coordination> {
  const [{ product, person: admin }, browser] = await Promise.all([startSignedIn(), openBrowser(NO_GL)]);
  const opened = new Map<Page, Watched>();
  const api = `${product.url}/api/v1/countries`;
  return {
    product,
    admin,
    sample: (await (await fetch(`${api}/XNV/groups`)).json()) as StructureAnswer,
    open: (path, options, person) => openAs(browser, product, opened, path, options, person),
    async close(page) {
      const { complaints, foreign, close } = opened.get(page)!;
      // A refused change is an answer that the page shows; the browser notes it all the same.
      expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
      expect(foreign).toEqual([]);
      await close();
    },
    async post(path, body) {
      const headers = { ...admin.headers, 'content-type': 'application/json' };
      const response = await fetch(api + path, { method: 'POST', headers, body: JSON.stringify(body) });
      expect(response.status, await response.clone().text()).toBe(201);
      return (await response.json()) as { id: string };
    },
    stop: async () => {
      await closePages(browser);
      await product.stop();
    },
  };
}

async function openAs(browser: Browser, product: Product, opened: Map<Page, Watched>, path: string, options: PageOptions = {}, person?: Person): Promise<Page> {
  const signedIn = person ? { storageState: { cookies: cookiesOf(person, product.url), origins: [] } } : {};
  const watched = await openPage(browser, product.url, { webgl: false, viewport: WIDE, kept: person !== undefined, ...signedIn, ...options });
  opened.set(watched.page, watched);
  await watched.page.goto(path);
  return watched.page;
}

/** Breaches of WCAG, each with the elements that it is about. */
export const breachesIn = async (page: Page): Promise<string[]> =>
  (await violationsOf(page)).map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
