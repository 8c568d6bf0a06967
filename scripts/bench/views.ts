/**
 * Figures of the pages with values (issues 4 and 5): how long a reader waits after a change of filter with 50,000 records and 2,000 units on
 * the map, and after switching the choropleth of the population. Writes the heading "Views" of bench/RESULTS.md.
 *
 *     node scripts/bench/views.ts [--records 50000] [--units 2000] [--runs 15]
 *
 * The country is the invented one at that size, read, checked and cut into tiles by the ordinary pipelines. The records stand in for its 3W at
 * the border of the browser, because the sample's own has some two thousand.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import type { UnitsAnswer } from '../../server/contract/datasets/api.ts';
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';
import { countPresence } from '../../server/contract/presence/count.ts';
import { launch, openPage, startProduct, untilLive, type Product } from '../browser.ts';
import { writeSample } from '../../server/sample/write.ts';
import { syntheticColumns } from './presenceColumns.ts';

const RESULTS = fileURLToPath(new URL('../../bench/RESULTS.md', import.meta.url));
const CLI = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));

interface Times {
  /** Until panel, legend and the states of all units on the map are changed. */
  changed: number;
  /** Until the next frame is drawn. */
  frame: number;
}

/** Changes one choice of the open page as a reader does, and waits for what follows. Runs in the page. */
async function choose({ label, value }: { label: string; value: string }): Promise<Times> {
  const view = document.querySelector('presence-view, population-view') as unknown as { updateComplete: Promise<boolean> };
  const control = [...document.querySelectorAll('label.control')].find((each) => each.firstElementChild?.textContent === label);
  const select = control!.querySelector('select')!;
  const start = performance.now();
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await view.updateComplete;
  const changed = performance.now() - start;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return { changed, frame: performance.now() - start };
}

function summary(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return `${at(0.5).toFixed(0)} ms | ${sorted.at(-1)!.toFixed(0)} ms`;
}

async function measure(page: Page, runs: number, label: string, values: readonly string[]): Promise<string> {
  const times: Times[] = [];
  // The first change is left out: code that has never run is not what a reader meets all day.
  for (let i = 0; i <= runs; i++) {
    const time = await page.evaluate(choose, { label, value: values[i % values.length]! });
    if (i > 0) times.push(time);
    await page.waitForTimeout(150);
  }
  return `${summary(times.map(({ changed }) => changed))} | ${summary(times.map(({ frame }) => frame))}`;
}

async function makeStore(data: string, units: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'codmap-views-'));
  try {
    const { boundaries, population, presence } = await writeSample(folder, { units });
    for (const names of [boundaries, population, [presence]])
      execFileSync(
        process.execPath,
        [CLI, 'ingest', ...names.map((name) => join(folder, name)), '--country', 'XNV', '--publish', '--accept', 'figures', '--data', data],
        { stdio: ['ignore', 'ignore', 'inherit'] },
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function allUnits(product: Product, level: number): Promise<UnitsAnswer['units']> {
  const answer = await fetch(`${product.url}/api/v1/datasets/cod-ab-xnv/versions/current/units?level=${level}&limit=5000`);
  return ((await answer.json()) as UnitsAnswer).units;
}

const { values: args } = parseArgs({
  options: { records: { type: 'string', default: '50000' }, units: { type: 'string', default: '2000' }, runs: { type: 'string', default: '15' } },
});
const [records, wanted, runs] = [Number(args.records), Number(args.units), Number(args.runs)];
const data = mkdtempSync(join(tmpdir(), 'codmap-views-data-'));
const lines: string[] = [];
try {
  await makeStore(data, wanted);
  const product = await startProduct({ data });
  const browser = await launch();
  try {
    const levels = await Promise.all([0, 1, 2, 3].map((level) => allUnits(product, level)));
    // The invented columns get the country's own codes.
    const deep = levels[3]!;
    const columns = syntheticColumns({ records, parents: levels[1]!.length, units: deep.length, organisations: 300, seed: 11 });
    const index = new Map<string, number>();
    const tree = levels.flatMap((units, level) => units.map((unit) => ({ unit, level })));
    columns.units = tree.map(({ unit, level }, i) => {
      index.set(unit.pcode, i);
      return { pcode: unit.pcode, level: level as 0, name: unit.names[0]?.name ?? unit.pcode, parent: index.get(unit.parentPcode ?? '') ?? -1 };
    });
    const first = tree.length - deep.length;
    columns.columns.unit = columns.columns.unit.map((_, i) => first + ((i * 7919) % deep.length));
    columns.columns.stated = columns.columns.unit.map(() => 3);

    const start = performance.now();
    for (let i = 0; i < 10; i++) countPresence(columns, { ...DEFAULT_DEFINITION, sectors: i % 2 ? ['HEA'] : [] }, 3);
    const counting = (performance.now() - start) / 10;

    // Near enough for the deepest level: its tiles begin at zoom 7. All of its units get their states, in view or not.
    const { page } = await openPage(browser, product.url);
    await page.route('**/api/v1/presence/3w-xnv/columns*', (route) => route.fulfill({ json: columns }));
    await page.goto(`${product.url}/c/xnv/3w?level=3&view=7.2/-3.3/-7.8`);
    await untilLive(page);
    await page.locator('.legend li').first().waitFor();
    const zoomed = await page.evaluate(
      () => (document.querySelector('presence-view') as unknown as { kind: { layer: { dataLevel: number } } }).kind.layer.dataLevel,
    );
    if (zoomed !== 3) throw new Error(`the map shows level ${zoomed}, not the deepest one`);
    await page.locator('.definition button').click();
    const filter = await measure(page, runs, 'Role', ['any', 'programming', 'implementing']);
    const unit = await measure(page, runs, 'Count', ['activities', 'people', 'organisations']);
    const period = await measure(page, runs, 'From', ['2025-03', '2025-02', '']);
    await page.goto(`${product.url}/c/xnv/population?level=3&view=7.2/-3.3/-7.8`);
    await untilLive(page);
    await page.locator('.legend li').first().waitFor();
    const measureSwitch = await measure(page, runs, 'Measure', ['people', 'density']);
    const sexSwitch = await measure(page, runs, 'Sex', ['f', 'm', 't']);
    const jenks = await measure(page, runs, 'Classes', ['jenks', 'equal', 'quantile']);
    lines.push(
      `${records.toLocaleString('en')} records, ${deep.length.toLocaleString('en')} units of level ${zoomed} (the feature state of all is set, some of them are in view), Chromium headless with software WebGL at 1280 × 800 on two shared cores; ${runs} changes each, after one to warm up. “Changed” is the time until the panel, the legend and the states of all units are set; “frame” is the time until the second frame after that, which software rendering makes slow. Goal: below 100 ms.`,
      '',
      '| change | changed, median | worst | frame, median | worst |',
      '|---|---|---|---|---|',
      `| 3W: role | ${filter} |`,
      `| 3W: unit of counting | ${unit} |`,
      `| 3W: period | ${period} |`,
      `| population: people or density | ${measureSwitch} |`,
      `| population: sex | ${sexSwitch} |`,
      `| population: method of classes | ${jenks} |`,
      '',
      `Counting alone (the same function, in Node): ${counting.toFixed(1)} ms per change. Load average of the machine during the measurement: ${loadavg()[0]!.toFixed(1)}; on two cores, a load above 2 means that these times are too long.`,
      '',
    );
  } finally {
    await browser.close();
    await product.stop();
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}

const old = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '# Results\n';
const section = `## Views\n\n${lines.join('\n')}`;
const at = old.search(/^## Views$/m);
const next = at < 0 ? -1 : old.indexOf('\n## ', at + 1);
writeFileSync(RESULTS, at < 0 ? `${old.trimEnd()}\n\n${section}` : `${old.slice(0, at)}${section}${next < 0 ? '' : old.slice(next)}`);
process.stdout.write(section);
