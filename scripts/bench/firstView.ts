/**
 * Bytes of the tiles that the first view of a country asks for: all tiles with anything in them at the deepest zoom at which the country
 * fits on a screen of 1280 × 800, as they are stored (gzip), and what each layer takes before compression.
 *
 *   node scripts/bench/firstView.ts NAME=FILE[,FILE…]...     files are read as `codmap tile` reads them
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { PbfReader } from 'pbf';
import { PMTiles, type RangeResponse } from 'pmtiles';

const cli = new URL('../../server/bin.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'codmap-first-'));

async function firstView(path: string): Promise<Record<string, string | number>> {
  const bytes = readFileSync(path);
  const archive = new PMTiles({
    getKey: () => path,
    getBytes: async (offset: number, length: number): Promise<RangeResponse> => ({
      data: bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length) as ArrayBuffer,
    }),
  });
  const { centerZoom: zoom, minLon, minLat, maxLon, maxLat, minZoom } = await archive.getHeader();
  const { vector_layers } = (await archive.getMetadata()) as { vector_layers: { id: string; minzoom: number }[] };
  const sum = async (at: number) => {
    const side = 2 ** at;
    const column = (lon: number) => Math.min(side - 1, Math.floor(((lon + 180) / 360) * side));
    const row = (lat: number) => Math.min(side - 1, Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * side));
    let [tiles, gzipped] = [0, 0];
    const layers: Record<string, number> = {};
    for (let x = column(minLon); x <= column(maxLon); x++) {
      for (let y = row(maxLat); y <= row(minLat); y++) {
        const tile = await archive.getZxy(at, x, y);
        if (!tile) continue;
        tiles++;
        // The reader unpacks; packed again as tasks.ts packs it, the bytes are the same.
        const data = new Uint8Array(tile.data);
        gzipped += gzipSync(data, { level: 6, memLevel: 9 }).length;
        for (const [name, size] of layerSizes(data)) layers[name] = (layers[name] ?? 0) + size;
      }
    }
    return { tiles, gzipped, layers };
  };
  const { tiles, gzipped, layers } = await sum(zoom);
  const before = zoom > minZoom ? (await sum(zoom - 1)).gzipped : 0;
  return {
    zoom,
    tiles,
    'kB gzip': Number((gzipped / 1000).toFixed(1)),
    'kB one zoom out': Number((before / 1000).toFixed(1)),
    'levels from zoom': vector_layers
      .filter(({ id }) => id.startsWith('adm'))
      .map(({ id, minzoom }) => `${id.slice(3)}: ${minzoom}`)
      .join(', '),
    'kB by layer': Object.entries(layers)
      .map(([name, size]) => `${name} ${(size / 1000).toFixed(0)}`)
      .join(', '),
  };
}

/** Bytes of each layer of a tile, not compressed. */
function layerSizes(tile: Uint8Array): [string, number][] {
  const sizes: [string, number][] = [];
  const reader = new PbfReader(tile);
  while (reader.pos < reader.length) {
    reader.readVarint();
    const size = reader.readVarint();
    const end = reader.pos + size;
    let name = '';
    while (reader.pos < end) {
      const tag = reader.readVarint();
      if (tag >> 3 === 1) name = reader.readString();
      else reader.skip(tag);
    }
    sizes.push([name, size]);
  }
  return sizes;
}

const rows: Record<string, object> = {};
for (const set of process.argv.slice(2)) {
  const [label, files] = set.split('=') as [string, string];
  const out = files.endsWith('.pmtiles') ? files : join(folder, `${label}.pmtiles`);
  if (out !== files) {
    const { status, stderr } = spawnSync(process.execPath, [cli, 'tile', ...files.split(','), '--out', out], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${label}: ${stderr}`);
  }
  rows[label] = await firstView(out);
}
console.table(rows);
rmSync(folder, { recursive: true });
