/** What tests in a browser may cost: a live map that is drawn is most of the work of a page, and the suite has twelve minutes. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const files = ['test/product', 'test/helpers', 'test/setup']
  .flatMap((folder) => (readdirSync(folder, { recursive: true }) as string[]).map((name) => join(folder, name)))
  .filter((name) => name.endsWith('.ts'));
const holding = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(file, 'utf8'))).toSorted();

/** Colours, hatches, the swipe, a picture of an archive; and embeds, whose frames are opened as strangers open them. The list may only get shorter. */
const DRAWN = ['archive', 'country', 'drafts/layersLive', 'embed', 'presence', 'savedMaps', 'versionsStory'];

test('only files that look at what a map draws have a Chromium that draws maps', () => {
  expect(holding(/\bopenBrowser\(\)/)).toEqual(DRAWN.map((name) => `test/product/${name}.test.ts`));
  expect(holding(/\bopenBrowser\((?!\)|NO_GL\)|gl\b)/)).toEqual([]);
});

test('most pages of these files are opened without it, too', () => {
  const text = (name: string) => readFileSync(`test/product/${name}.test.ts`, 'utf8');
  const drawn = DRAWN.map((name) => (text(name).match(/openPage\(browser, product\.url\)|webgl: true/g) ?? []).length);
  expect(drawn.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3);
});

test('a page is looked at by axe with what is shared, and in Chromium that is shared', () => {
  expect(holding(/\baxe\.run\(|axe-core/)).toEqual(['test/setup/axe.ts']);
  expect(holding(/\bchromium\.launch\(|\blaunch\(\[/)).toEqual(['test/setup/browser.ts']);
});
