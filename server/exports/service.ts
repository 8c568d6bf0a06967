/** Files made of stored versions: made once in a thread of answers and kept among the results, since versions never change (decision 0092). */
import { readGeometry } from '../catalogue/geometry.ts';
import { isPublic, type Artifact, type DatasetVersion } from '../contract/datasets/dataset.ts';
import { isBoundaries, toDatasetKind, toIso3, type DatasetKind } from '../contract/ids.ts';
import { NotFoundError } from '../errors.ts';
import { writeZip } from '../formats/archive/writeZip.ts';
import { createKept } from '../kept.ts';
import { countryName } from '../matching/countries.ts';
import type { FeatureTable } from '../contract/admin.ts';
import type { Results } from '../store/results.ts';
import { listNames, type MadeName } from './files.ts';
import { toHdx } from './hdx.ts';
import { makeOfBoundaries, withTags, type Made } from './make.ts';

export interface ExportsDeps {
  datasets: { readArtifact: (artifact: Artifact) => Promise<Uint8Array> };
  results: Results;
  mayClose: (kind: DatasetKind) => boolean;
  now: () => Date;
}

/** Outlines in memory between two formats of one version, in numbers of coordinates. */
const COORDINATES_KEPT = 20_000_000;
/** What goes to HDX of boundaries. */
const FOR_HDX = ['gpkg', 'shp', 'xlsx', 'geojson'] as const;

export type Exports = ReturnType<typeof createExports>;

/** @throws NotFoundError `file.unknown` where no such file can be made of the version */
export function createExports({ datasets, results, mayClose, now }: ExportsDeps) {
  const kept = createKept<FeatureTable[]>(COORDINATES_KEPT, (tables) => tables.reduce((sum, { geometry }) => sum + geometry.coords.length, 0));

  const tablesOf = (version: DatasetVersion): Promise<FeatureTable[]> =>
    kept.get(version.artifacts.find(({ kind }) => kind === 'geometry')!.sha256, async () => (await readGeometry(version, datasets.readArtifact))!);

  function find(version: DatasetVersion, file: string): MadeName {
    const found = listNames(version).find((each) => each.file === file);
    if (!found)
      throw new NotFoundError('file.unknown', `${version.dataset} ${version.version} cannot be given as ${file}. Its address …/made lists what it can.`);
    return found;
  }

  async function bytesOf(version: DatasetVersion, name: MadeName, hxl: boolean): Promise<Made> {
    if (name.kind === 'hdx') return { mediaType: 'application/zip', bytes: await packHdx(version) };
    if (name.kind === 'hxl') {
      const stored = await datasets.readArtifact(version.artifacts.find(({ file }) => file === name.file)!);
      return { mediaType: 'text/csv; charset=utf-8', bytes: hxl ? withTags(stored) : stored };
    }
    return makeOfBoundaries(name.kind, name, version, await tablesOf(version), hxl);
  }

  const today = () => now().toISOString().slice(0, 10);
  const describe = (version: DatasetVersion, files: readonly string[]) => toHdx(version, countryName(toIso3(version.dataset), 'en'), files, today());

  /** Names of the resources of the package. */
  function resourcesOf(version: DatasetVersion): string[] {
    const names = listNames(version);
    if (!isBoundaries(version.dataset)) return names.flatMap(({ kind, file }) => (kind === 'hxl' ? [file] : []));
    return names.flatMap(({ kind, level, file }) => (level === null && (FOR_HDX as readonly string[]).includes(kind) ? [file] : []));
  }

  async function packHdx(version: DatasetVersion): Promise<Uint8Array<ArrayBuffer>> {
    const files = resourcesOf(version);
    const made = [];
    for (const file of files) made.push({ name: file, pieces: [(await bytesOf(version, find(version, file), true)).bytes] });
    return writeZip([{ name: 'hdx.json', pieces: [JSON.stringify(describe(version, files), null, 2)] }, ...made]);
  }

  return {
    list: (version: DatasetVersion): MadeName[] => listNames(version),
    hdx: (version: DatasetVersion): Record<string, unknown> => describe(version, resourcesOf(version)),

    /** With its media type; the same bytes for whoever asks. */
    async get(version: DatasetVersion, file: string, hxl: boolean): Promise<Made> {
      const name = find(version, file);
      const lasting = isPublic(version) && !mayClose(toDatasetKind(version.dataset));
      const source = version.artifacts.find(({ kind }) => kind === (isBoundaries(version.dataset) ? 'geometry' : 'csv'))?.sha256;
      // What is said of a version may be corrected, and is in packages and forms.
      const key = ['made', source, version.version, file, hxl, version.metadata, name.kind === 'hdx' ? today() : null];
      let mediaType: string | undefined;
      const bytes = await results.get(key, lasting, async () => {
        const made = await bytesOf(version, name, hxl);
        mediaType = made.mediaType;
        return made.bytes;
      });
      return { bytes, mediaType: mediaType ?? mediaOf(file) };
    },
  };
}

const MEDIA: Readonly<Record<string, string>> = {
  zip: 'application/zip',
  gpkg: 'application/geopackage+sqlite3',
  kml: 'application/vnd.google-earth.kml+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
};
const mediaOf = (file: string): string => MEDIA[file.split('.').at(-1)!] ?? 'application/octet-stream';
