/**
 * The short way of `codmap tile FILE.geojson --layer NAME`: one GeoJSON file into one layer needs none of the other readers, which would
 * take as long to load as a small country takes to tile. Everything else, and every fault, goes the ordinary way (main.ts).
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readGeoJson } from '../formats/geojson/read.ts';
import type { RawLayer } from '../formats/raw.ts';
import { describeTiles, tileFiles } from './tileFiles.ts';

/** The exit code; null where the ordinary way is to be taken. */
export async function quickTile(args: string[]): Promise<number | null> {
  const request = parse(args);
  if (!request) return null;
  const { path, out, layer, minZoom, maxZoom, json } = request;
  try {
    const read = readPlain(path);
    if (!read) return null;
    const summary = await tileFiles([path], {
      out,
      layer,
      ...(minZoom === undefined ? {} : { minZoom }),
      ...(maxZoom === undefined ? {} : { maxZoom }),
      read: async () => [read],
    });
    process.stdout.write(`${json ? JSON.stringify(summary, null, 2) : describeTiles(out, summary)}\n`);
    return 0;
  } catch {
    // The ordinary way meets the same fault and says it as the command line does.
    return null;
  }
}

function parse(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        layer: { type: 'string' },
        'min-zoom': { type: 'string' },
        'max-zoom': { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [command, path, ...others] = positionals;
    if (command !== 'tile' || !path || others.length > 0 || !/\.(geo)?json$/i.test(path) || !values.out || !values.layer) return null;
    const zooms = [values['min-zoom'], values['max-zoom']].map((text) => (text === undefined ? undefined : Number(text)));
    const [minZoom, maxZoom] = zooms;
    return { path, out: values.out, layer: values.layer, minZoom, maxZoom, json: values.json };
  } catch {
    return null;
  }
}

/** A layer in degrees as it stands; null where coordinates or their system call for questions. */
function readPlain(path: string): RawLayer | null {
  const file = openSync(path, 'r');
  try {
    const layer = readGeoJson({ name: path, source: { size: fstatSync(file).size, read: (into, position) => readSync(file, into, 0, into.length, position) } });
    const isPlain = layer.crs === null || layer.crs === 'EPSG:4326';
    return isPlain && layer.findings.length === 0 && isInDegrees(layer.geometry.coords) ? layer : null;
  } finally {
    closeSync(file);
  }
}

function isInDegrees(coords: Float64Array): boolean {
  for (let i = 0; i < coords.length; i += 2) if (!(Math.abs(coords[i]!) <= 180 && Math.abs(coords[i + 1]!) <= 90)) return false;
  return true;
}
