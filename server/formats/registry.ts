/** Which files belong together, and which reader takes them: by content first, by name only where content does not tell. */
import type { Clause } from '../contract/finding.ts';
import { InputError } from '../errors.ts';
import { clause } from '../words/clauses.ts';
import { flatgeobufReader } from './flatgeobuf/read.ts';
import { geodatabaseReader } from './geodatabase/read.ts';
import { readGeoJson } from './geojson/read.ts';
import { geopackageReader } from './geopackage/read.ts';
import { geoparquetReader } from './geoparquet/read.ts';
import { kmlReader } from './kml/read.ts';
import { assertBytes } from './limits.ts';
import type { UploadFile } from './raw.ts';
import type { Bundle, Reader } from './reader.ts';
import { readRange, toStem } from './reader.ts';
import { shapefileReader } from './shapefile/read.ts';
import { topojsonReader } from './topojson/read.ts';

/** Enough to see the start of JSON or XML behind long comments. */
const HEAD_BYTES = 64 * 1024;

const geojsonReader: Reader = {
  format: 'geojson',
  // An object, or the record separator of RFC 8142. What kind of object it is, the reader says.
  accepts: (_bundle, head) => /^\s*\{/.test(new TextDecoder().decode(head.subarray(0, 1024)).replace('\u001e', '')),
  read: (bundle, { limits }) => {
    const file = bundle.files[0]!;
    assertBytes(bundle.name, file.source.size, limits.geoJsonBytes);
    const layer = readGeoJson(file, { maxVertices: limits.vertices });
    return [{ ...layer, crs: layer.crs === null ? 'implied' : { code: layer.crs, text: null } }];
  },
};

/** In order: the first that accepts reads. TopoJSON is JSON as well, so it comes before GeoJSON. */
export const READERS: readonly Reader[] = [
  geodatabaseReader,
  geopackageReader,
  geoparquetReader,
  flatgeobufReader,
  shapefileReader,
  kmlReader,
  topojsonReader,
  geojsonReader,
];

/** The first reader that accepts the files by the first bytes of the first one; undefined where none does. */
export function findReader(bundle: Bundle): Reader | undefined {
  const head = readRange(bundle.files[0]!.source, 0, HEAD_BYTES);
  return READERS.find((reader) => reader.accepts(bundle, head));
}

const PARTS = /\.(shp|shx|dbf|prj|cpg)$/i;
/** Beside a shapefile, of no use here: indexes, metadata, styles. */
const COMPANIONS = /\.(sbn|sbx|qix|idm|ind|ain|aih|fbn|fbx|ixs|mxs|atx|qpj|qml|lyr|shp\.xml|dbf\.xml|shp\.iso\.xml)$/i;

/**
 * Groups loose files: parts of one shapefile by folder and stem (case does not matter), files of one `.gdb` folder, every other file
 * alone. Parts without their .shp are named: .dbf alone is a table (ignored), .shx or .prj alone means that the .shp was forgotten.
 * @throws InputError `read.partMissing`, `read.partTwice`
 */
export function bundleFiles(files: UploadFile[]): { bundles: Bundle[]; ignored: { name: string; reason: Clause }[] } {
  const bundles: Bundle[] = [];
  const ignored: { name: string; reason: Clause }[] = [];
  const shapefiles = new Map<string, UploadFile[]>();
  const geodatabases = new Map<string, UploadFile[]>();
  const gdbFolders = new Set(files.filter(({ name }) => /\.gdbtable$/i.test(name)).map(({ name }) => folderOf(name)));
  for (const file of files) {
    if (gdbFolders.has(folderOf(file.name))) push(geodatabases, folderOf(file.name), file);
    else if (COMPANIONS.test(file.name)) ignored.push({ name: file.name, reason: clause('reading.companion') });
    else if (PARTS.test(file.name)) push(shapefiles, file.name.replace(PARTS, '').toLowerCase(), file);
    else bundles.push({ name: file.name, stem: toStem(file.name), files: [file] });
  }
  for (const parts of shapefiles.values()) {
    const shp = parts.find(({ name }) => /\.shp$/i.test(name));
    if (shp) {
      assertOnce(parts);
      bundles.push({ name: shp.name, stem: toStem(shp.name), files: [shp, ...parts.filter((part) => part !== shp)] });
    } else if (parts.some(({ name }) => /\.(shx|prj)$/i.test(name))) {
      const [part] = parts;
      const stem = toStem(part!.name).replace(PARTS, '');
      throw new InputError(
        'read.partMissing',
        `${stem}.shp is missing beside ${parts.map(({ name }) => name.slice(name.lastIndexOf('/') + 1)).join(', ')}. Upload ${stem}.shp, .shx, .dbf, .prj and .cpg together, preferably as one zip.`,
        { details: { file: stem, missing: ['.shp'] } },
      );
    } else for (const { name } of parts) ignored.push({ name, reason: clause('reading.lone-dbf') });
  }
  for (const [folder, parts] of geodatabases) bundles.push({ name: folder || parts[0]!.name, stem: toStem(folder), files: parts });
  // Readers meet files in the order of their names, whatever the order of the upload: the same files give the same layers.
  return { bundles: bundles.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)), ignored };
}

function assertOnce(parts: UploadFile[]): void {
  const endings = parts.map(({ name }) => name.slice(name.lastIndexOf('.')).toLowerCase());
  const twice = endings.find((ending, index) => endings.indexOf(ending) !== index);
  if (twice)
    throw new InputError(
      'read.partTwice',
      `${parts[0]!.name} has more than one ${twice} part (names that differ only in case, or one file uploaded twice). Upload each part once.`,
    );
}

function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

function push(map: Map<string, UploadFile[]>, key: string, file: UploadFile): void {
  const list = map.get(key);
  if (list) list.push(file);
  else map.set(key, [file]);
}
