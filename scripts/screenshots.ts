/** Pictures of the README, from the sample country: `node scripts/screenshots.ts` writes docs/*.png. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatasetsAnswer, UnitsAnswer } from '../server/contract/datasets/api.ts';
import { launch, openPage, startProduct, untilLive } from './browser.ts';

const OUT = fileURLToPath(new URL('../docs', import.meta.url));

const product = await startProduct();
const browser = await launch();
try {
  mkdirSync(OUT, { recursive: true });
  const get = async <T>(path: string) => (await (await fetch(product.url + path)).json()) as T;
  const { datasets } = await get<DatasetsAnswer>('/api/v1/datasets');
  const { id, country } = datasets.find(({ kind }) => kind === 'cod-ab')!;
  const { units } = await get<UnitsAnswer>(`/api/v1/datasets/${id}/versions/current/units?level=1`);
  const unit = [...units].sort((a, b) => b.areaSqKm - a.areaSqKm)[1] ?? units[0]!;
  const path = `/c/${country.toLowerCase()}`;
  // The view keeps the whole country in sight while one unit is chosen.
  const shots: [name: string, path: string, options: object][] = [
    ['country', `${path}?unit=1:${unit.pcode}`, { viewport: { width: 1280, height: 800 } }],
    ['phone-arabic', `${path}?lang=ar`, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true }],
  ];
  for (const [name, href, options] of shots) {
    const { page, close } = await openPage(browser, product.url, options);
    await page.goto(product.url + href);
    await untilLive(page);
    if (name === 'country') await page.getByRole('button', { name: 'Show the whole country' }).click();
    // Movement and the loading of its tiles end; there is no event for both that a page gives away.
    await page.waitForTimeout(2500);
    await page.screenshot({ path: join(OUT, `${name}.png`) });
    await close();
  }
} finally {
  await browser.close();
  await product.stop();
}
