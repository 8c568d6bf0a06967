/** Which names a map really writes: MapLibre draws the style of the product on a page of its own, where it can be asked. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { buildStyle, type ShownMap } from '../../client/map/style.ts';
import type { TileJson } from '../../server/contract/datasets/api.ts';
import { PALETTE } from '../../server/contract/maps/palette.ts';

const DIST = new URL('../../node_modules/maplibre-gl/dist/', import.meta.url);
const HARNESS = '/labels-of-a-map';
/** The import is written here and not in the function that the page runs: what translates tests would put its own in its place. */
const PAGE = `<!doctype html><style>html,body,#map{margin:0;height:100%}</style><div id="map"></div>
<script type="module">import * as maplibre from '${HARNESS}/maplibre-gl.mjs'; globalThis.maplibre = maplibre;</script>`;

export interface Written {
  level: number;
  pcode: string;
  text: string;
}

/** Serves the page beside the product, so that it may load its tiles. */
export async function openLabels(page: Page, url: string): Promise<void> {
  await page.route(`${url}${HARNESS}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(HARNESS.length + 1);
    if (!name) return route.fulfill({ contentType: 'text/html', body: PAGE });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(new URL(name, DIST), 'utf8') });
  });
  await page.goto(`${url}${HARNESS}/`);
  await page.waitForFunction('globalThis.maplibre');
}

/** The names in view at each of `cameras`, once each. */
export async function namesAt(
  page: Page,
  { tilejson, shown, cameras }: { tilejson: TileJson; shown: Omit<ShownMap, 'palette' | 'fonts'>; cameras: { lon: number; lat: number; zoom: number }[] },
): Promise<Written[][]> {
  const style = buildStyle({ ...shown, palette: PALETTE.light, fonts: {} }, tilejson);
  return page.evaluate(
    async ([styleText, cameras, harness]) => {
      const style = JSON.parse(styleText) as ReturnType<typeof buildStyle>;
      const { Map: MapLibre, setWorkerUrl } = (globalThis as unknown as { maplibre: typeof import('maplibre-gl') }).maplibre;
      setWorkerUrl(`${harness}/maplibre-gl-worker.mjs`);
      document.querySelector('#map')!.replaceChildren();
      const map = new MapLibre({ container: 'map', style, fadeDuration: 0, attributionControl: false, renderWorldCopies: false });
      const answers: Written[][] = [];
      for (const { lon, lat, zoom } of cameras) {
        map.jumpTo({ center: [lon, lat], zoom });
        await map.once('idle');
        const labels = style.layers.filter(({ id }) => id.startsWith('label-')).map(({ id }) => id);
        const written = map.queryRenderedFeatures(undefined, { layers: labels }).map(({ properties }) => ({
          level: Number(properties['level']),
          pcode: String(properties['pcode']),
          text: String(properties['name'] ?? ''),
        }));
        answers.push(written);
      }
      map.remove();
      return answers;
    },
    [JSON.stringify(style), cameras, HARNESS] as const,
  );
}
