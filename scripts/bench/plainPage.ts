/** The page to compare with: MapLibre and PMTiles put together the plain way, built with vite, without anything of ours. */
import { brotliCompressSync } from 'node:zlib';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css' };

export type Files = Map<string, { type: string; body: Buffer; encoding: string }>;

/**
 * @param pmtiles address of the archive
 * @returns files by path, below `/plain/`, brotli-compressed as ours are
 */
export async function buildPlainPage(pmtiles: string, bounds: readonly number[]): Promise<Files> {
  const folder = mkdtempSync(join(ROOT, 'node_modules/.plain-page-'));
  try {
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>plain</title><div id="map"></div><script type="module" src="./main.js"></script>');
    writeFileSync(join(folder, 'main.css'), 'body { margin: 0 } #map { height: 100vh }');
    writeFileSync(
      join(folder, 'main.js'),
      `import { Map, addProtocol, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import './main.css';
import { Protocol } from 'pmtiles';
setWorkerUrl(workerUrl);
addProtocol('pmtiles', new Protocol().tile);
const line = (level) => ({ id: 'adm' + level, type: 'line', source: 'cod', 'source-layer': 'adm' + level, paint: { 'line-color': '#667' } });
const map = new Map({
  container: 'map',
  style: {
    version: 8,
    sources: { cod: { type: 'vector', url: 'pmtiles://' + location.origin + ${JSON.stringify(pmtiles)} } },
    layers: [{ id: 'land', type: 'fill', source: 'cod', 'source-layer': 'adm0', paint: { 'fill-color': '#eee' } }, line(2), line(1), line(0)],
  },
  bounds: ${JSON.stringify([bounds.slice(0, 2), bounds.slice(2)])},
  fitBoundsOptions: { padding: 40 },
});
map.once('idle', () => performance.mark('idle'));
`,
    );
    const { build } = await import('vite');
    await build({ root: folder, base: '/plain/', configFile: false, logLevel: 'error', build: { outDir: 'out', modulePreload: { polyfill: false } } });
    const files: Files = new Map();
    for (const name of readdirSync(join(folder, 'out'), { recursive: true }) as string[]) {
      const type = TYPES[extname(name)];
      if (type) files.set(`/plain/${name}`, { type, body: brotliCompressSync(readFileSync(join(folder, 'out', name))), encoding: 'br' });
    }
    files.set('/plain/', files.get('/plain/index.html')!);
    return files;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
