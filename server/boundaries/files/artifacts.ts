/** The files of a boundary version: GeoJSON of each level, lines, points, gazetteer and the compact geometry. */
import type { Gazetteer } from '../../contract/admin.ts';
import type { BoundaryJudgement, BoundaryOptions, OnProgress } from '../judgement.ts';
import { attributionOf, type NewArtifact } from '../../kinds/summary.ts';
import { readArchive, toSource } from '../../tiles/readArchive.ts';
import { writeTiles, type TaskRunner } from '../../tiles/write.ts';
import type { Ground } from '../../contract/maps/ground.ts';
import type { EdgeAt } from '../../ground/edges.ts';
import { ByteWriter } from '../../formats/archive/bytes.ts';
import { exportColumns, layerName, layerStem } from './columns.ts';
import { writeAdminLines, writeAdminPoints } from './companions.ts';
import { toGazetteer, writeGazetteerCsv, writeGazetteerJson } from './gazetteer.ts';
import { writeGeoJson } from '../../formats/geojson/write.ts';
import { writeGeometryFile } from '../../formats/geometryFile.ts';

const GEOJSON = 'application/geo+json';

/** The PMTiles archive of all levels. */
export async function writeTileArtifact(
  { published, plan, metadata, boundaries }: BoundaryJudgement,
  { country, version, minZoom, maxZoom }: BoundaryOptions,
  { runner, edgeAt }: { runner?: TaskRunner | undefined; edgeAt?: EdgeAt | undefined },
  onProgress: OnProgress,
): Promise<NewArtifact> {
  const partial = new Set(plan.partial.map(({ level }) => level));
  const out = new ByteWriter(1 << 20);
  const steps: Record<string, number> = { arcs: 0, simplify: 1, tiles: 2, write: 3 };
  onProgress('tile', 0, 100);
  await writeTiles(
    published.map((table) => ({ table, partial: partial.has(table.level) })),
    {
      minZoom,
      maxZoom,
      name: metadata.title,
      attribution: attributionOf(metadata),
      version: version ?? boundaries.statedVersion ?? undefined,
      runner,
      edgeAt,
      // Each of the four steps is a quarter of the bar; the third is by far the longest, and counts its own tiles.
      onProgress: (step, done, total) => onProgress('tile', Math.round(25 * (steps[step]! + (total > 0 ? done / total : 1))), 100),
    },
    (bytes) => out.append(bytes),
  );
  const bytes = out.finish();
  // What is stored is what a reader of another hand has opened.
  await readArchive(toSource(bytes), { tiles: 'first zoom' });
  onProgress('tile', 100, 100);
  return { kind: 'pmtiles', file: `${layerStem(country)}.pmtiles`, mediaType: 'application/vnd.pmtiles', bytes };
}

/** Names follow the COD-AB specification: `{iso3}_admin2.geojson`, `{iso3}_adminlines.geojson`, `{iso3}_adminpoints.geojson`. */
export async function writeArtifacts(
  { boundaries, coverage, published, drawings }: BoundaryJudgement,
  options: BoundaryOptions,
  onProgress: OnProgress,
): Promise<{ files: NewArtifact[]; gazetteer: Gazetteer }> {
  const { country } = options;
  const iso3 = country.toLowerCase();
  const version = options.version ?? boundaries.statedVersion;
  const files: NewArtifact[] = [];
  const total = published.length + 5;
  const add = (artifact: NewArtifact) => {
    files.push(artifact);
    onProgress('export', files.length, total);
  };
  onProgress('export', 0, total);
  for (const table of published) {
    const name = layerName(country, table.level);
    const bytes = writeGeoJson(name, table, exportColumns(table, published, { country, version }));
    add({ kind: 'geojson', level: table.level, file: `${name}.geojson`, mediaType: GEOJSON, bytes });
  }
  const kept = new Set([...drawings].flatMap(([level, { is }]) => (is === 'uploaded' ? [level] : [])));
  const lines = `${iso3}_adminlines`;
  add({ kind: 'geojson', file: `${lines}.geojson`, mediaType: GEOJSON, bytes: writeAdminLines(lines, published, coverage, version, kept) });
  const points = `${iso3}_adminpoints`;
  add({ kind: 'geojson', file: `${points}.geojson`, mediaType: GEOJSON, bytes: writeAdminPoints(points, published, version) });
  const gazetteer = toGazetteer(published);
  add({ kind: 'gazetteer', file: `${iso3}_admgz.json`, mediaType: 'application/json', bytes: writeGazetteerJson(gazetteer) });
  add({ kind: 'csv', file: `${iso3}_admgz.csv`, mediaType: 'text/csv; charset=utf-8', bytes: writeGazetteerCsv(published, { country, version }) });
  add({ kind: 'geometry', file: `${iso3}_geometry.bin`, mediaType: 'application/octet-stream', bytes: writeGeometryFile(published) });
  return { files, gazetteer };
}

/** What lies around the country (decision 0067). */
export const groundFile = (ground: Ground): NewArtifact => ({
  kind: 'ground',
  file: 'ground.topojson',
  mediaType: 'application/json',
  bytes: new TextEncoder().encode(JSON.stringify(ground)),
});
