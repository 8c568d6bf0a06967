/** Tables that come packed, as data sites hand them out: one gzipped file, or a zip of CSV files and workbooks. A workbook is a zip itself and stays whole. */
import { InputError } from '../../errors.ts';
import type { Budget } from '../archive/unpack.ts';
import { gunzip, isGzip, isZip, listNames, nested, unzip } from '../archive/unpack.ts';
import type { Limits } from '../limits.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import type { UploadFile } from '../raw.ts';
import { readRange } from '../reader.ts';

/** Tables are read whole, and the largest 3W seen (275,845 rows) has 60 MB as CSV. */
const LIMITS: Limits = { ...DEFAULT_LIMITS, fileBytes: 256 << 20, totalBytes: 512 << 20 };

const TABLE = /\.(csv|tsv|xlsx|xlsm|ods|fods)$/i;
/** Names that are in every workbook of Office or LibreOffice and in nothing else. */
const OFFICE = /^\/?(\[Content_Types\]\.xml|_rels\/|xl\/|content\.xml$|encrypted-package$|META-INF\/manifest\.xml$|Index\/Document\.iwa$)/i;
const BOUNDARIES = /\.(shp|shx|dbf|prj|geojson|json|topojson|gpkg|fgb|parquet|kml|kmz|gdbtable)(\.gz)?$/i;
const NOISE = /(^|\/)(__MACOSX\/|\.[^./]|Thumbs\.db$)/;

export interface UnpackedTables {
  files: UploadFile[];
  /** Members of a zip that are no tables. */
  ignored: string[];
}

/**
 * @throws InputError `read.archive.nested` where a packed file holds another one; otherwise as `gunzip` and `unzip` do.
 * A zip that holds no table comes back as it is: the reader says what is wrong with it.
 */
export async function unpackTables(file: UploadFile): Promise<UnpackedTables> {
  const budget: Budget = { bytes: LIMITS.totalBytes };
  const head = readRange(file.source, 0, 4);
  if (isGzip(head)) {
    const inner = gunzip(file, LIMITS, budget);
    if (isGzip(readRange(inner.source, 0, 4))) throw nested(file.name, inner.name, 'Unpack it and upload the inner files.');
    return { files: [inner], ignored: [] };
  }
  if (!isZip(head) || !(await isTableZip(file))) return { files: [file], ignored: [] };
  const members = (await unzip(file, LIMITS, budget)).filter(({ name }) => !NOISE.test(name.slice(file.name.length + 1)));
  const files = members.filter(({ name }) => TABLE.test(name));
  for (const inner of files) if (isGzip(readRange(inner.source, 0, 4))) throw nested(file.name, inner.name, 'Unpack it and upload the inner files.');
  return { files, ignored: members.filter((member) => !files.includes(member)).map(({ name }) => name) };
}

/** Whether an upload is tables and nothing else: by its name, and for a zip by the names in it. */
export async function isTables(file: UploadFile): Promise<boolean> {
  if (/\.(csv|tsv|txt|xlsx|xlsm|xlsb|xls|ods|fods|ots|numbers)(\.gz)?$/i.test(file.name)) return true;
  return isZip(readRange(file.source, 0, 4)) && isTableZip(file);
}

async function isTableZip(file: UploadFile): Promise<boolean> {
  let names: string[];
  try {
    names = await listNames(file, LIMITS);
  } catch (error) {
    // What is damaged is refused by the reader that it goes to.
    if (error instanceof InputError) return false;
    throw error;
  }
  return !names.some((name) => OFFICE.test(name) || BOUNDARIES.test(name)) && names.some((name) => TABLE.test(name) && !NOISE.test(name));
}
