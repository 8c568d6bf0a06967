/** What is written on the maps of real countries: one level at a time, no name twice, and every name that has room. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languagesOnMap } from '../../../client/i18n/names.ts';
import { fitCamera } from '../../../client/map/camera.ts';
import { shownLevel } from '../../../client/map/style.ts';
import { toLevelRanges } from '../../../client/map/levels.ts';
import { CHROMIUM, NO_GL, openPage, startProduct, type Product, type Watched } from '../../../scripts/browser.ts';
import { openBrowser, closePages } from '../../setup/browser.ts';
import type { TileJson, VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { namesAt, openLabels } from '../../setup/labels.ts';

const DATA = '../shared/data';
const here = existsSync(DATA) && CHROMIUM !== undefined;
/** As the page of a country leaves room for its panels. */
const [SIZE, ROOM] = [
  { width: 1280, height: 800 },
  { top: 80, right: 96, bottom: 72, left: 400 },
];

describe.skipIf(!here)(`names on the map${here ? '' : ' (skipped: ../shared/data or Chromium is not here)'}`, () => {
  let folder: string;
  let product: Product;
  let watched: Watched;
  let close: () => Promise<void>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'codmap-labels-'));
    const ingest = (country: string, ...files: string[]) =>
      execFileSync(
        process.execPath,
        [
          'server/cli/main.ts',
          'ingest',
          ...files.map((file) => `${DATA}/${file}`),
          '--country',
          country,
          '--publish',
          '--accept',
          'test',
          '--keep-personal',
          '--data',
          folder,
        ],
        { stdio: 'ignore' },
      );
    ingest('IRQ', 'irq/ab/irq_adm_cso_20190603_shp.zip');
    ingest('LBN', 'lbn/ab/lbn_adm_cdr_20200810_adm0-2_shp.zip');
    product = await startProduct({ data: folder });
    const browser = await openBrowser(NO_GL);
    close = () => closePages(browser);
    watched = await openPage(browser, product.url, { bypassCSP: true, viewport: SIZE, webgl: 'blind' });
    await openLabels(watched.page, product.url);
  });
  afterAll(async () => {
    await close?.();
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = async <T>(path: string) => (await (await fetch(product.url + path)).json()) as T;
  async function read(dataset: string) {
    const version = await get<VersionAnswer>(`/api/v1/datasets/${dataset}/versions/current`);
    const tilejson = await get<TileJson>(`/tiles/${dataset}/current.json`);
    const available = new Map(tilejson.vector_layers.filter(({ id }) => /^adm\d$/.test(id)).map(({ id, minzoom }) => [Number(id.slice(3)), minzoom]));
    const levels = toLevelRanges(version.levels, version.bbox!, available);
    return { version, tilejson, shown: { levels, level: null, nameColumn: 0, selected: null }, whole: fitCamera(version.bbox!, SIZE, ROOM) };
  }

  test('the whole of Iraq: all 18 governorates; nearer, one level at a time and no name twice', async () => {
    const { tilejson, shown, whole } = await read('cod-ab-irq');
    const cameras = [0, 0.7, 1.4, 2, 3].map((nearer) => ({ ...whole, zoom: whole.zoom + nearer }));
    const names = await namesAt(watched.page, { tilejson, shown, cameras });
    expect(names[0]).toHaveLength(18);
    for (const [i, written] of names.entries()) {
      expect(new Set(written.map(({ level }) => level))).toEqual(new Set([shownLevel(shown, cameras[i]!.zoom)]));
      expect(new Set(written.map(({ pcode }) => pcode)).size).toBe(written.length);
    }
    expect(new Set(names.flat().map(({ level }) => level))).toEqual(new Set([1, 2, 3]));
  });

  test('Lebanon states no language of its Latin names: they are called nothing else', async () => {
    const { tilejson } = await read('cod-ab-lbn');
    expect(languagesOnMap(tilejson)[0]).toBe('und');
    expect(languagesOnMap(tilejson)).not.toContain('en');
  });
});
