/** The peer in plain JavaScript: geojson-vt, vt-pbf and gzip, tile by tile. `node geojsonVt.ts IN.geojson OUT MAXZOOM`; writes the tiles one after another. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import GeoJSONVT from 'geojson-vt';

const [input, output, last] = process.argv.slice(2) as [string, string, string];
const maxZoom = Number(last);
// Tolerance and buffer as ours: 1 unit of 4096, and 64.
const index = new GeoJSONVT(JSON.parse(readFileSync(input, 'utf8')), { maxZoom, indexMaxZoom: 5, tolerance: 1, extent: 4096, buffer: 64 });
const file = openSync(output, 'w');
let bytes = 0;
const write = (z: number, x: number, y: number): void => {
  const tile = index.getTile(z, x, y);
  if (!tile || tile.features.length === 0) return;
  bytes += writeSync(file, gzipSync(fromGeojsonVt({ adm: tile } as never, { version: 2, extent: 4096 } as never), { level: 6 }));
  if (z === maxZoom) return;
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const)
    write(z + 1, 2 * x + dx, 2 * y + dy);
};
write(0, 0, 0);
closeSync(file);
process.stdout.write(`${bytes}\n`);
