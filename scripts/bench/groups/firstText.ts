/** When the page of coordination shows its text on a slow line: `node scripts/bench/groups/firstText.ts URL PATH TEXT [VISITS]`, 1.6 Mbit/s and 150 ms. */
import { launch, NO_GL, openPage } from '../../browser.ts';
import { openSlowLink } from '../slowLink.ts';

const [target, path, text, visits = '9'] = process.argv.slice(2);
if (!target || !path || !text) throw new Error('node scripts/bench/groups/firstText.ts URL PATH TEXT [VISITS]');
const link = await openSlowLink(target, { bitsPerSecond: 1_600_000, roundTripMs: 150 });
const browser = await launch(NO_GL);
const found: { heading: number; text: number }[] = [];
let bytes = 0;
for (let visit = 0; visit < Number(visits); visit++) {
  link.reset();
  const { page, close } = await openPage(browser, link.url, { viewport: { width: 1280, height: 900 }, webgl: false });
  // Watched in the page itself: asking it from outside would round up.
  await page.addInitScript((wanted) => {
    const seen: Record<string, number> = {};
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      if (document.querySelector('main h1')?.textContent) seen['heading'] ??= performance.now();
      if (document.body?.textContent?.includes(wanted)) seen['text'] ??= performance.now();
    }).observe(document, { childList: true, subtree: true, characterData: true });
  }, text);
  await page.goto(link.url + path, { waitUntil: 'commit' });
  await page.getByText(text).first().waitFor();
  found.push(await page.evaluate(() => (globalThis as never as { seen: { heading: number; text: number } }).seen));
  bytes = link.transfers.reduce((sum, each) => sum + each.bytes, 0);
  await close();
}
const median = (values: number[]) => Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!);
const [heading, shown] = [found.map((each) => each.heading), found.map((each) => each.text)];
process.stdout.write(
  `heading ${median(heading)} ms, text ${median(shown)} ms (worst ${Math.round(Math.max(...shown))}), ${Math.round(bytes / 1000)} kB until then\n`,
);
await browser.close();
await link.close();
