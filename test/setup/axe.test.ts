/** What is left out when axe measures contrast changes nothing of what it finds: a fault of a look is found, also far down a long list. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, NO_GL } from '../../scripts/browser.ts';
import { openBrowser, closePages } from './browser.ts';
import { violationsOf } from './axe.ts';

const STYLE = `<style>body { color: #111; background: #fff } .pale { color: #ccc } .dark { background: #333 } [data-tip]::before { content: 'tip'; color: #ccc }</style>`;
const page = (rows: string[]) => `<!doctype html><html lang="en"><title>Rows</title>${STYLE}<main><h1>Rows</h1><ul>${rows.join('')}</ul></main></html>`;
const sound = Array.from({ length: 60 }, (_, i) => `<li><span>Row ${i}</span></li>`);

describe.skipIf(!CHROMIUM)('contrast of long lists (skipped where no Chromium is installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(NO_GL);
  });
  afterAll(() => closePages(browser));

  test.each([
    ['nothing', sound, null],
    ['pale letters', sound.with(50, '<li><span class="pale">Row 50</span></li>'), 'Row 50'],
    ['a dark ground of the row', sound.with(50, '<li class="dark"><span>Row 50</span></li>'), 'Row 50'],
    ['letters less opaque', sound.with(50, '<li style="opacity: 0.3"><span>Row 50</span></li>'), 'Row 50'],
    [
      'in a shadow',
      sound.with(50, '<li><div><template shadowrootmode="open"><p style="background: #333"><slot></slot></p></template>Row 50</div></li>'),
      'slot',
    ],
    ['every row', sound.map((row) => row.replace('span', 'span class="pale"')), 'Row 0'],
  ])('%s', async (_what, rows, first) => {
    const shown = await browser.newPage();
    await shown.setContent(page(rows));
    const violations = await violationsOf(shown);
    expect(violations.map(({ id }) => id)).toEqual(first === null ? [] : ['color-contrast']);
    if (first !== null) expect(violations[0]!.nodes[0]!.html).toContain(first);
    await shown.close();
  });
});
