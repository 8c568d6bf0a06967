/** One upload, of one file or of many, → its layers in WGS 84, what was noticed, and what was left aside and why. */
import type { Clause } from '../contract/finding.ts';
import { InputError } from '../errors.ts';
import { clause } from '../words/clauses.ts';
import { sayClause } from '../words/words.ts';
import type { Budget } from './archive/unpack.ts';
import { gunzip, isGzip, isZip, nested, unzip } from './archive/unpack.ts';
import { bundleFiles, findReader } from './registry.ts';
import type { Limits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { RawLayer, UploadFile } from './raw.ts';
import type { Bundle, OutsideTools, ReadContext, Reader, SourceLayer } from './reader.ts';
import { readRange } from './reader.ts';
import { IMPOSSIBLE } from './coordinates.ts';
import { statedSystem, toWgs84, type SaidCrs } from './crs/reproject.ts';
import { toUtf8 } from './text/utf16.ts';
import type { Utf16 } from './text/utf16.ts';

export interface ReadOptions {
  /** The person's answer to `read.encoding`: used where bytes are no valid UTF-8. */
  encoding?: string;
  /** The person's answer to `read.crs`: `EPSG:32637` or WKT. Used for layers that state none, or state degrees and hold none. */
  crs?: string;
  /** What a person said of single files and layers, which wins. */
  said?: ReadSaid | undefined;
  limits?: Partial<Limits>;
  /** Codes and names only, coordinates as they came: what an upload is can be told before anybody answers a question about it. */
  attributesOnly?: boolean;
  /** GDAL, where the rim has it. Without it geodatabases and datum shifts are refused with the reason. */
  outside?: OutsideTools;
  /** Files done, of all. */
  onProgress?: (done: number, total: number, name: string) => void;
}

export interface ReadSaid {
  encodingOf: (file: string) => string | undefined;
  encodingBefore: ReadContext['encodingBefore'];
  /** `stated`: what the layer itself says. */
  crsOf: (layer: Pick<SourceLayer, 'file' | 'layer' | 'columns'>, stated: string | null) => SaidCrs | undefined;
}

export interface UploadContent {
  layers: RawLayer[];
  /** Files that were not read: documents, styles, tables, whatever lies beside boundaries in a zip. */
  ignored: { name: string; reason: Clause }[];
  /** Those of them that may be tables, by their names, not opened yet: gazetteers, or what belongs to another upload. */
  tables: UploadFile[];
}

const TABLE = /\.(csv|tsv|xlsx|xlsm|ods|fods)$/i;

/** Throws InputError, QuestionError (`read.encoding`, `read.crs`) or TooLargeError; anything readable comes back, faults marked. */
export async function readUpload(files: UploadFile[], options: ReadOptions = {}): Promise<UploadContent> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  // Codes are ASCII: for them any encoding that has ASCII will do.
  const encoding = options.encoding ?? (options.attributesOnly ? 'windows-1252' : undefined);
  const { said } = options;
  // What is answered for this upload goes before what was said of another.
  const saidOf = (layer: SourceLayer) => {
    const own = said?.crsOf(layer, statedSystem(layer));
    return own?.how === 'profile' && options.crs !== undefined ? undefined : own;
  };
  const context: ReadContext = { limits, encoding, outside: options.outside, encodingBefore: said?.encodingBefore };
  const { loose, ignored, tables } = await expand(files, limits);
  const utf16 = new Map<string, Utf16>();
  const bundled = bundleFiles(
    loose.map((file) => {
      const converted = toUtf8(file, limits);
      if (converted) utf16.set(file.name, converted.encoding);
      return converted?.file ?? file;
    }),
  );
  ignored.push(...bundled.ignored);
  const layers: RawLayer[] = [];
  for (const [index, bundle] of bundled.bundles.entries()) {
    options.onProgress?.(index, bundled.bundles.length, bundle.name);
    const reader = findReader(bundle);
    if (!reader) {
      const [file] = bundle.files;
      ignored.push({ name: bundle.name, reason: notABoundary(file!) });
      if (bundle.files.length === 1 && TABLE.test(bundle.name)) tables.push(file!);
      continue;
    }
    const name = utf16.get(bundle.files[0]!.name);
    const own = { ...context, encoding: said?.encodingOf(bundle.name) ?? encoding };
    for (const layer of await readBundle(reader, bundle, own, bundled.bundles.length > 1 ? ignored : null)) {
      if (name) layer.encoding = { name, from: 'format' };
      layers.push(options.attributesOnly ? { ...layer, crs: null } : await toWgs84(layer, { answer: options.crs, said: saidOf(layer) }, context.outside));
    }
  }
  if (!layers.length) throw nothingRead(files, ignored);
  const lost = layers.filter(({ geometry, findings }) => !geometry.coords.length && findings.some(({ code }) => IMPOSSIBLE.includes(code)));
  if (lost.length && layers.every(({ geometry }) => !geometry.coords.length))
    throw new InputError(
      'read.coordinates',
      `No place on Earth has the coordinates of ${lost.map(({ layer }) => layer).join(', ')}. The file may be damaged: open it in a GIS to check it, export it again and upload the new file.`,
    );
  return { layers, ignored, tables };
}

/** A manifest or a style in JSON beside the layers is left aside and told; alone it is refused with the reason. A broken file always stops. */
async function readBundle(reader: Reader, bundle: Bundle, context: ReadContext, ignored: UploadContent['ignored'] | null): Promise<SourceLayer[]> {
  try {
    return await reader.read(bundle, context);
  } catch (error) {
    if (ignored === null || !(error instanceof InputError) || error.code !== 'geojson.not-features') throw error;
    ignored.push({ name: bundle.name, reason: clause('reading.other-json') });
    return [];
  }
}

const NESTED_ADVICE = 'Unpack it and upload the inner files, or zip all layers into one archive.';

/** Archives opened, one level deep. */
async function expand(files: UploadFile[], limits: Limits): Promise<Omit<UploadContent, 'layers'> & { loose: UploadFile[] }> {
  if (!files.length)
    throw new InputError('read.nothing', 'The upload contains no file. Choose the boundary files (Shapefile zip, GeoPackage, GeoJSON, …) and upload them.');
  const budget: Budget = { bytes: limits.totalBytes };
  const loose: UploadFile[] = [];
  const ignored: UploadContent['ignored'] = [];
  const tables: UploadFile[] = [];
  for (const file of files) {
    if (file.source.size === 0)
      throw new InputError('read.zeroBytes', `${file.name} is empty (0 bytes). Save or export it again, check its size, and upload it.`);
    const head = readRange(file.source, 0, 4);
    if (isGzip(head)) {
      const inner = gunzip(file, limits, budget);
      const innerHead = readRange(inner.source, 0, 4);
      if (isZip(innerHead) || isGzip(innerHead)) throw nested(file.name, inner.name, NESTED_ADVICE);
      loose.push(inner);
    } else if (isZip(head) && !/\.(xlsx|docx|pptx|ods|odt)$/i.test(file.name)) {
      for (const inner of await unzip(file, limits, budget)) {
        const base = inner.name.slice(inner.name.lastIndexOf('/') + 1);
        if (inner.name.includes('/__MACOSX/') || base.startsWith('.') || base === 'Thumbs.db') continue;
        const innerHead = readRange(inner.source, 0, 4);
        if (isZip(innerHead) && /\.(xlsx|docx|pptx|ods|odt)$/i.test(base)) {
          ignored.push({ name: inner.name, reason: clause('reading.office') });
          if (TABLE.test(base)) tables.push(inner);
        } else if (isZip(innerHead) || isGzip(innerHead)) throw nested(file.name, inner.name, NESTED_ADVICE);
        else loose.push(inner);
      }
    } else loose.push(file);
  }
  return { loose, ignored, tables };
}

/** In words, what a file is that no reader takes. */
function notABoundary(file: UploadFile): Clause {
  const head = readRange(file.source, 0, 16);
  const text = new TextDecoder('latin1').decode(head);
  if (isZip(head)) return clause('reading.office');
  if (text.slice(1, 4) === 'PNG' || (head[0] === 0xff && head[1] === 0xd8) || text.startsWith('GIF8')) return clause('reading.picture');
  if (text.startsWith('%PDF')) return clause('reading.pdf');
  if (text.startsWith('II*') || text.startsWith('MM\0*')) return clause('reading.raster');
  if (/\.dbf$/i.test(file.name)) return clause('reading.lone-dbf');
  if (/\.(xml|qmd|qml|sld|lyrx?|qgz|qgs|mxd|txt|md|html?|csv|tsv)$/i.test(file.name)) return clause('reading.metadata');
  return clause('reading.unknown');
}

function nothingRead(files: UploadFile[], ignored: UploadContent['ignored']): InputError {
  const inWords = ignored.map(({ name, reason }) => ({ name, reason: sayClause(reason, 'en')! }));
  const shown = inWords.slice(0, 5).map(({ name, reason }) => `${name}: ${reason}`);
  const rest = ignored.length > 5 ? ` and ${ignored.length - 5} more` : '';
  const what = files.length === 1 ? files[0]!.name : `The ${files.length} files`;
  return new InputError(
    'read.notBoundaries',
    `${what} ${files.length === 1 ? 'holds' : 'hold'} no boundaries${shown.length ? ` (${shown.join('; ')}${rest})` : ''}. Upload a Shapefile (zipped), GeoPackage, GeoJSON, TopoJSON, FlatGeobuf, GeoParquet, KML or a zipped File Geodatabase.`,
    { details: { ignored: inWords } },
  );
}
