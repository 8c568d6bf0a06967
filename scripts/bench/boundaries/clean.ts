/**
 * Cleans one file of boundaries from start to end, as programs of the command line do: reads it, plans, accepts everything proposed,
 * carries it out and writes GeoJSON. For peers.ts, which measures the process:
 * node scripts/bench/boundaries/clean.ts COUNTRY WIDTH_M FILE OUT
 */
import { readFileSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { basename } from 'node:path';

// As `codmap` does: types are stripped once and not at every start.
module.enableCompileCache?.();
const { accept, NO_DECISIONS } = await import('../../../server/boundaries/repair/decide.ts');
const { openRepair } = await import('../../../server/boundaries/repair/repair.ts');
const { bytesSource } = await import('../../../server/formats/raw.ts');
const { readUpload } = await import('../../../server/formats/upload.ts');

const [country, width, file, out] = process.argv.slice(2) as [string, string, string, string];
const { layers } = await readUpload([{ name: basename(file), source: bytesSource(readFileSync(file)) }]);
const { plan, apply } = await openRepair(layers, { country: country as never, options: { widthM: Number(width) } });
const [layer] = apply(accept(plan.operations, NO_DECISIONS, { by: 'bench', at: '2026-01-01T00:00:00Z' })).layers;
const { coords, rings, polygons, rows } = layer!.geometry;
const lines: string[] = [];
for (let row = 0; row < layer!.rows; row++) {
  const parts: string[] = [];
  for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++) {
    const own: string[] = [];
    for (let ring = polygons[polygon]!; ring < polygons[polygon + 1]!; ring++) {
      const places: string[] = [];
      for (let v = rings[ring]!; v < rings[ring + 1]!; v++) places.push(`[${coords[2 * v]},${coords[2 * v + 1]}]`);
      own.push(`[${places.join(',')}]`);
    }
    parts.push(`[${own.join(',')}]`);
  }
  const properties = Object.fromEntries(layer!.columns.map(({ name, values }) => [name, values[row]]));
  const geometry = parts.length === 0 ? 'null' : `{"type":"MultiPolygon","coordinates":[${parts.join(',')}]}`;
  lines.push(`{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${geometry}}`);
}
writeFileSync(out, `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`);
