/** The outline of a country that units are led to (edge match): out of a file, out of a published version, and as it is kept with a repair. */
import { createHash } from 'node:crypto';
import { GEOMETRY_KIND, type FeatureTable, type GeometryColumn } from '../../contract/admin.ts';
import type { RepairOutline, RepairPlan } from '../../contract/boundaries/repair.ts';
import type { VersionTag } from '../../contract/ids.ts';
import { LANGS } from '../../contract/languages.ts';
import { CodmapError, ConflictError, InputError } from '../../errors.ts';
import { assertCount } from '../../formats/limits.ts';
import { bytesSource, type RawLayer, type UploadFile } from '../../formats/raw.ts';
import type { OutsideTools } from '../../formats/reader.ts';
import { readUpload } from '../../formats/upload.ts';
import { Geos, type FlatPolygons } from '../../geometry/overlay/geos.ts';
import { isInRow, labelPoint } from '../../geometry/ring.ts';
import { problemText, problemTexts } from '../../words/problems.ts';
import { say } from '../../words/words.ts';

/** An outline with what a plan says of it, and the bytes by which it is kept. */
export interface GivenOutline {
  geometry: GeometryColumn;
  told: RepairOutline;
  /** UTF-8 GeoJSON with every coordinate as it was read. */
  geojson: Uint8Array;
}

/** One country, however finely drawn: no more vertices, and no more rows that together are it. */
const LIMITS = { vertices: 5_000_000, rows: 100_000 };
/** Units that are looked at to tell whether the outline is of the same place. */
const LOOKED_AT = 50;

/**
 * The layer of polygons with the fewest of them: a country, not its parts.
 * @throws InputError `repair.outline`, `repair.outline-lines` where it holds no polygon, `repair.outline-unread` with the reader's reason
 */
export async function readOutline(files: UploadFile[], outside: OutsideTools | undefined): Promise<GivenOutline> {
  const { name } = files[0]!;
  const layers = await reading(() => readLayers(files, outside));
  const isOf = (kind: number) => (layer: RawLayer) => layer.geometry.kinds.includes(kind);
  const [layer] = layers.filter(isOf(GEOMETRY_KIND.polygon)).toSorted((p, q) => p.rows - q.rows);
  if (layer) {
    await reading(() => {
      assertCount(name, 'rows', layer.rows, LIMITS);
      assertCount(name, 'vertices', layer.geometry.coords.length / 2, LIMITS);
    });
    return give(layer.geometry, { from: 'file', name, version: null });
  }
  if (layers.some(isOf(GEOMETRY_KIND.line)))
    throw new InputError('repair.outline-lines', `${name} holds lines and no polygon. Make one polygon of them in a GIS (“lines to polygons”).`);
  throw noPolygon(name);
}

/** Names and codes do not matter here, so no encoding is asked for. */
const readLayers = async (files: UploadFile[], outside: OutsideTools | undefined): Promise<RawLayer[]> =>
  (await readUpload(files, { encoding: 'windows-1252', ...(outside ? { outside } : {}) })).layers;

/** What a reader refuses or asks (a coordinate system that is not stated) is a refusal of the outline, with its reason. */
async function reading<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof CodmapError)) throw error;
    const reasons = { en: error.message, ...problemTexts(error.code) };
    const texts = LANGS.filter((lang) => lang !== 'en').map((lang) => [lang, [say(lang, 'problem.repair.outline-unread'), reasons[lang]].join(' ')]);
    throw new InputError('repair.outline-unread', `${problemText('repair.outline-unread')} ${error.message}`, {
      details: { texts: Object.fromEntries(texts) },
    });
  }
}

const noPolygon = (name: string) =>
  new InputError('repair.outline', `${name} holds no polygon, so it is no outline of a country. Use a file with the area of the country.`);

/** The unit of the country in the levels of a published version. @throws ConflictError `repair.outline-unpublished` where there is none */
export async function publishedOutline(tables: readonly FeatureTable[], version: VersionTag): Promise<GivenOutline> {
  const country = tables.find(({ level }) => level === 0);
  if (!country) throw new ConflictError('repair.outline-unpublished', problemText('repair.outline-unpublished'));
  return give(country.geometry, { from: 'published', name: '', version });
}

/** An outline as `geojson` of it was kept. */
export async function keptOutline(bytes: Uint8Array, told: RepairOutline): Promise<GivenOutline> {
  return { geometry: await parseOutline(bytes), told, geojson: bytes };
}

/** The geometry of an outline as it was kept. */
export async function parseOutline(bytes: Uint8Array): Promise<GeometryColumn> {
  const { layers } = await readUpload([{ name: 'outline.geojson', source: bytesSource(bytes) }]);
  return layers[0]!.geometry;
}

async function give(drawn: GeometryColumn, about: Pick<RepairOutline, 'from' | 'name' | 'version'>): Promise<GivenOutline> {
  const whole = inOneRow(drawn);
  const geos = await Geos.create();
  const mended = geos.validity({ geometry: whole }, 0) !== null;
  const polygons = mended ? geos.polygons({ geometry: whole }, 0) : polygonsOf(whole);
  geos.clear();
  if (polygons.length === 0) throw noPolygon(about.name);
  const coordinates = JSON.stringify(
    polygons.map((rings) => rings.map((ring) => Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i], ring[2 * i + 1]]))),
  );
  const geojson = new TextEncoder().encode(
    `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":${coordinates}}}]}\n`,
  );
  const sha256 = createHash('sha256').update(coordinates).digest('hex');
  return { geometry: await parseOutline(geojson), told: { ...about, sha256, mended }, geojson };
}

/** All polygons as one row. */
function inOneRow({ kinds, coords, rings, polygons, rows }: GeometryColumn): GeometryColumn {
  const own = [...kinds.keys()].filter((row) => kinds[row] === GEOMETRY_KIND.polygon);
  const out = { coords: [] as number[][], rings: [0], polygons: [0] };
  let vertices = 0;
  for (const row of own)
    for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++) {
      for (let ring = polygons[polygon]!; ring < polygons[polygon + 1]!; ring++) {
        out.coords.push([...coords.subarray(2 * rings[ring]!, 2 * rings[ring + 1]!)]);
        out.rings.push((vertices += rings[ring + 1]! - rings[ring]!));
      }
      out.polygons.push(out.rings.length - 1);
    }
  return {
    kinds: Uint8Array.of(GEOMETRY_KIND.polygon),
    coords: Float64Array.from(out.coords.flat()),
    rings: Uint32Array.from(out.rings),
    polygons: Uint32Array.from(out.polygons),
    rows: Uint32Array.of(0, out.polygons.length - 1),
  };
}

function polygonsOf({ coords, rings, polygons }: GeometryColumn): FlatPolygons {
  return Array.from({ length: polygons.length - 1 }, (_, polygon) =>
    Array.from({ length: polygons[polygon + 1]! - polygons[polygon]! }, (__, i) => {
      const ring = polygons[polygon]! + i;
      return coords.subarray(2 * rings[ring]!, 2 * rings[ring + 1]!) as Float64Array;
    }),
  );
}

/** @throws InputError `repair.outline-elsewhere` where most units lie outside: it is the outline of another place */
export function requireOutlineHere(layers: readonly RawLayer[], { geometry: outline, told }: GivenOutline): void {
  const rowsOf = ({ geometry: { kinds } }: RawLayer) => [...kinds.keys()].filter((row) => kinds[row] === GEOMETRY_KIND.polygon);
  const [units] = layers.map((layer) => ({ layer, rows: rowsOf(layer) })).toSorted((p, q) => q.rows.length - p.rows.length);
  if (!units) return;
  const step = Math.max(1, units.rows.length / LOOKED_AT);
  const places = Array.from({ length: Math.floor(units.rows.length / step) }, (_, i) =>
    labelPoint(units.layer.geometry, units.rows[Math.floor(i * step)]!),
  ).filter((place) => place !== null);
  const inside = places.filter(([lon, lat]) => isInRow(outline, 0, lon, lat)).length;
  if (2 * inside < places.length)
    throw new InputError(
      'repair.outline-elsewhere',
      `Most units lie outside ${told.name || told.version}, so it is the outline of another place. Use the outline of this country, in the same coordinate system.`,
    );
}

/**
 * A plan holds for the outline that it was made with: another one has other operations.
 * @throws InputError `repair.outline-missing`, `repair.outline-other`
 */
export function requireSameOutline({ outline: planned, operations, offers }: RepairPlan, given: RepairOutline | undefined): void {
  const isLed = planned !== undefined || [...operations, ...offers].some(({ kind }) => kind === 'clip' || kind === 'extend');
  if (isLed && !given) throw new InputError('repair.outline-missing', problemText('repair.outline-missing'));
  if (given && (!isLed || (planned && planned.sha256 !== given.sha256))) {
    const made = planned ? `with ${planned.name || planned.version}, whose outline is another` : 'without an outline';
    throw new InputError(
      'repair.outline-other',
      `${given.name} is not the outline that this plan was made with: it was made ${made}. Give the same outline again, or make a new plan with this one.`,
    );
  }
}
