/** Personal data in the files of an upload, whatever they are: what, where, how many, and a masked example of each. Pure; every byte is hostile. */
import type { PersonalFinding } from '../../contract/uploads/personal.ts';
import { CodmapError } from '../../errors.ts';
import { isGzip, isZip, listNames, unzip } from '../archive/unpack.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import type { RawLayer, UploadFile } from '../raw.ts';
import { readRange, type OutsideTools } from '../reader.ts';
import { isTables, unpackTables } from '../tables/archive.ts';
import { handOn } from '../tables/handedOn.ts';
import { withParts, type WorkbookParts } from '../tables/parts.ts';
import { cellText, type RawTable } from '../tables/rawTable.ts';
import { detectTable, readTables } from '../tables/table.ts';
import { readUpload } from '../upload.ts';
import { IS_CATALOGUE, IS_LAYER, searchBeside, searchMetadata } from './beside.ts';
import { searchTable, type SearchedTable } from './columns.ts';
import { searchDocx } from './docx.ts';
import { emailsBut, type FindEmails } from './emails.ts';
import { gather } from './gather.ts';
import { isSqlite, searchGeoPackage } from './geopackage.ts';
import { searchFlatDocument, searchOpenDocument } from './openDocument.ts';
import { searchSkipped, type Found } from './package.ts';
import { searchPdf } from './pdf.ts';
import { searchWorkbook } from './workbook.ts';

export interface SearchOptions {
  encoding?: string | undefined;
  /** Asked where there are layers to read. */
  outside?: (() => Promise<OutsideTools | undefined>) | undefined;
  /** Addresses that belong to groups of the country: nobody's. */
  mailboxes?: readonly string[] | undefined;
}

type Searching = SearchOptions & { find: FindEmails };

/**
 * What the files seem to hold of persons, worst first. What cannot be read is left to the reader of its kind, which refuses it; what no reader takes
 * and nobody can look into is told (`unsearched`).
 */
export async function findPersonalData(files: readonly UploadFile[], options: SearchOptions = {}): Promise<PersonalFinding[]> {
  return (await searchFiles(files, options)).map(({ finding }) => finding);
}

/** The same with what has to be taken out for each. Tables that were read wait for the next reader (`handOn`). */
export async function searchFiles(files: readonly UploadFile[], options: SearchOptions = {}): Promise<Found[]> {
  const searching = { ...options, find: emailsBut(new Set((options.mailboxes ?? []).map((box) => box.toLowerCase()))) };
  const found: Found[] = [];
  const layers: UploadFile[] = [];
  for (const file of files) {
    if (await isTables(file)) found.push(...(await searchTables(file, searching)));
    else if (await isApart(file)) found.push(...(await searchApart(file, searching, false)));
    else layers.push(file);
  }
  if (layers.length > 0) found.push(...(await searchLayers(layers, searching)));
  return gather(found.toSorted((a, b) => Number(b.finding.isPerson) - Number(a.finding.isPerson)));
}

const METADATA = /\.(xml|txt|md|html?|qmd)$/i;
const isPdf = (file: UploadFile) => Buffer.from(readRange(file.source, 0, 5)).toString('latin1') === '%PDF-';
const isZipFile = (file: UploadFile) => isZip(readRange(file.source, 0, 4));

/** A document, or metadata: nothing that is read as data. */
const isApart = async (file: UploadFile): Promise<boolean> => isPdf(file) || METADATA.test(file.name) || (isZipFile(file) && (await isDocument(file)));
const isDocument = async (file: UploadFile): Promise<boolean> =>
  /\.(docx|docm|dotx|odt|ott)$/i.test(file.name) ||
  (await reading(() => withParts(file, async (parts) => (parts.has('word/document.xml') ? [true] : [])))).length > 0;

/** What refuses to be read says nothing here. */
async function reading<T>(work: () => Promise<T[]>): Promise<T[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CodmapError)) throw error;
    return [];
  }
}

/** A file that no reader takes. `canDrop`: it is in an archive that can be written again without it. */
async function searchApart(file: UploadFile, searching: Searching, canDrop: boolean): Promise<Found[]> {
  const { find } = searching;
  if (isPdf(file)) return canDrop ? searchPdf(file, find).map(droppable) : searchPdf(file, find);
  if (await isTables(file)) return detectTable(file) === 'ole' ? searchBeside(file, find, canDrop) : searchTables(file, searching);
  if (isZipFile(file)) {
    try {
      return await withParts(file, (parts) => searchPackage(parts, file.name, find));
    } catch (error) {
      if (!(error instanceof CodmapError)) throw error;
    }
  }
  if (/\.(fods|fodt)$/i.test(file.name)) return searchFlatDocument(file, find);
  return searchBeside(file, find, canDrop);
}

const droppable = (found: Found): Found => ({ ...found, parts: ['file'], finding: { ...found.finding, removable: true } });

/** A document of Office or LibreOffice, by the parts it has. */
async function searchPackage(parts: WorkbookParts, file: string, find: FindEmails): Promise<Found[]> {
  const search = parts.has('word/document.xml') ? searchDocx : parts.has('content.xml') ? searchOpenDocument : searchWorkbook;
  return [...(await search(parts, file, find)), ...searchSkipped(parts, file)];
}

async function searchTables(file: UploadFile, searching: Searching): Promise<Found[]> {
  const { encoding, find } = searching;
  const { files: members } = await unpackTables(file).catch(() => ({ files: [] as UploadFile[] }));
  const beside: Found[] = [];
  for (const member of members) {
    if (isZipFile(member)) beside.push(...(await reading(() => withParts(member, (parts) => searchPackage(parts, member.name, find)))));
    else if (detectTable(member) === 'markup') beside.push(...searchFlatDocument(member, find));
  }
  if (members.length > 0 && !members.includes(file) && isZipFile(file))
    beside.push(...(await searchMembers(file, searching, (name) => members.some((member) => member.name === name))));
  const tables = await reading(() => readTables(file, { encoding, onUnknownEncoding: 'assume' }));
  const cells = tables.flatMap((table) => searchTable(ofTable(table), find).map(({ finding, targets }) => ({ finding, cells: targets, parts: [] })));
  // Read by an encoding that was named, they would be read otherwise by whoever names none.
  if (encoding === undefined && tables.length > 0) handOn(file.source, tables);
  return [...cells, ...beside];
}

/** What else is in an archive. Archives that cannot be opened are refused by the reader of their kind. */
const searchMembers = (file: UploadFile, searching: Searching, isRead: (name: string) => boolean): Promise<Found[]> =>
  reading(async () => {
    const named = (name: string) => `${file.name}/${name}`;
    const isOther = (name: string) => !name.endsWith('/') && !isRead(named(name));
    if (!(await listNames(file, DEFAULT_LIMITS)).some(isOther)) return [];
    const found: Found[] = [];
    for (const member of await unzip(file, DEFAULT_LIMITS, { bytes: DEFAULT_LIMITS.totalBytes }))
      if (isOther(member.name.slice(file.name.length + 1))) found.push(...(await searchApart(member, searching, true)));
    return found.map((each) => (each.parts.includes('file') ? { ...each, finding: { ...each.finding, whole: true } } : each));
  });

function ofTable({ file, sheet, format, columns, rowNumbers, asides, header, hxlRows }: RawTable): SearchedTable {
  return {
    file,
    sheet,
    rowNumbers,
    outside: asides,
    firstRow: Math.max(0, ...header.rows, ...hxlRows) + 1,
    removable: format === 'xlsx' || format === 'csv',
    columns: columns.map(({ name, cells }) => ({ heading: name, rows: cells.length, textAt: (row) => cellText(cells[row] ?? null) })),
  };
}

/** Attributes of layers, what their files hold beside them, and what else is in their archives. */
async function searchLayers(files: UploadFile[], searching: Searching): Promise<Found[]> {
  const { outside, encoding, find } = searching;
  const layers = await reading(async () => (await readUpload(files, { attributesOnly: true, outside: await outside?.(), encoding })).layers);
  const attributes = layers.flatMap((layer) => searchTable(ofLayer(layer), find).map(({ finding }) => ({ finding, cells: [], parts: [] })));
  const beside: Found[] = [];
  for (const file of files) {
    const own = new Set(layers.filter((layer) => layer.file === file.name || layer.file.startsWith(`${file.name}/`)).map(({ layer }) => layer));
    if (isZipFile(file)) {
      // Those that a layer was read from are read; metadata in them are not.
      const read = new Set(layers.map((layer) => layer.file));
      beside.push(...(await searchMembers(file, searching, (name) => (IS_LAYER.test(name) && !IS_CATALOGUE.test(name)) || read.has(name))));
      beside.push(...(await reading(() => searchLayerFiles(file, own, find))));
    } else if (isSqlite(readRange(file.source, 0, 16)) || layers.some((layer) => layer.file === file.name)) beside.push(...searchLayerFile(file, own, find));
    else if (!isGzip(readRange(file.source, 0, 4)) && !IS_LAYER.test(file.name)) beside.push(...(await searchApart(file, searching, false)));
  }
  return [...attributes, ...beside];
}

/** In an archive: the files of layers that may hold more than layers. */
async function searchLayerFiles(file: UploadFile, layers: ReadonlySet<string>, find: FindEmails): Promise<Found[]> {
  const holdsMore = (name: string) => /\.(gpkg|kml|geojson|json|topojson)$/i.test(name);
  if (!(await listNames(file, DEFAULT_LIMITS)).some(holdsMore)) return [];
  const members = await unzip(file, DEFAULT_LIMITS, { bytes: DEFAULT_LIMITS.totalBytes });
  return members.filter(({ name }) => holdsMore(name)).flatMap((member) => searchLayerFile(member, layers, find));
}

/** Of a text, what stands before its first place: there is who made it. */
const HEAD = 1 << 20;

function searchLayerFile(file: UploadFile, layers: ReadonlySet<string>, find: FindEmails): Found[] {
  const head = readRange(file.source, 0, HEAD);
  if (isSqlite(head)) return searchGeoPackage(file, layers, find);
  if (!/\.(kml|geojson|json|topojson)$/i.test(file.name)) return [];
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('utf8');
  const first = text.search(/"features"|"objects"|<Placemark\b/);
  const before = first < 0 ? text : text.slice(0, first);
  const bytes = Buffer.from(before);
  const source = { size: bytes.length, read: (into: Uint8Array, at: number) => bytes.copy(into, 0, at) };
  return first < 0 ? searchMetadata(file.name, text, find, []) : searchBeside({ name: file.name, source }, find, false);
}

function ofLayer({ file, layer, rows, columns }: RawLayer): SearchedTable {
  return {
    file,
    sheet: layer,
    rowNumbers: Uint32Array.from({ length: rows }, (_, row) => row + 1),
    outside: [],
    firstRow: 1,
    removable: false,
    columns: columns.map(({ name, values }) => ({
      heading: name,
      rows,
      textAt: (row) => {
        const value = values[row] ?? null;
        return value === null ? '' : String(value).trim();
      },
    })),
  };
}
