/** Personal data in the files of an upload, whatever they are: what, where, how many, and a masked example of each. Pure; every byte is hostile. */
import type { PersonalFinding } from '../../contract/uploads/personal.ts';
import { CodmapError } from '../../errors.ts';
import { isZip } from '../archive/unpack.ts';
import type { RawLayer, UploadFile } from '../raw.ts';
import { readRange, type OutsideTools } from '../reader.ts';
import { isTables, unpackTables } from '../tables/archive.ts';
import { handOn } from '../tables/handedOn.ts';
import { withParts, type WorkbookParts } from '../tables/parts.ts';
import { cellText, type RawTable } from '../tables/rawTable.ts';
import { readTables } from '../tables/table.ts';
import { readUpload } from '../upload.ts';
import { searchTable, type SearchedTable } from './columns.ts';
import type { Found } from './package.ts';
import { searchDocx, searchOpenDocument, searchPdf, searchText } from './texts.ts';
import { searchWorkbook } from './workbook.ts';

export interface SearchOptions {
  encoding?: string | undefined;
  /** Asked where there are layers to read. */
  outside?: (() => Promise<OutsideTools | undefined>) | undefined;
}

const METADATA = /\.(xml|txt|md|html?|qmd)$/i;

/**
 * What the files seem to hold of persons, worst first within each file. What cannot be read is left to the reader of its kind, which refuses it; a file beyond
 * the limits of its format is not searched either, as it is not stored.
 */
export async function findPersonalData(files: readonly UploadFile[], options: SearchOptions = {}): Promise<PersonalFinding[]> {
  return (await searchFiles(files, options)).map(({ finding }) => finding);
}

/** The same with what has to be taken out for each. Tables that were read wait for the next reader (`handOn`). */
export async function searchFiles(files: readonly UploadFile[], options: SearchOptions = {}): Promise<Found[]> {
  const found: Found[] = [];
  const layers: UploadFile[] = [];
  for (const file of files) {
    const head = readRange(file.source, 0, 8);
    if (await isTables(file)) found.push(...(await searchTables(file, options)));
    else if (isPdf(head)) found.push(...searchPdf(file));
    else if (isZip(head) && (await isDocument(file))) found.push(...(await reading(() => withParts(file, (parts) => searchPackage(parts, file.name)))));
    else if (METADATA.test(file.name)) found.push(...searchText(file));
    else layers.push(file);
  }
  if (layers.length > 0) found.push(...(await searchLayers(layers, options)));
  return found.toSorted((a, b) => Number(b.finding.isPerson) - Number(a.finding.isPerson));
}

const isPdf = (head: Uint8Array) => Buffer.from(head.subarray(0, 5)).toString('latin1') === '%PDF-';
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

/** A document of Office or LibreOffice, by the parts it has. */
function searchPackage(parts: WorkbookParts, file: string): Promise<Found[]> {
  if (parts.has('word/document.xml')) return searchDocx(parts, file);
  if (parts.has('content.xml')) return searchOpenDocument(parts, file);
  return searchWorkbook(parts, file);
}

async function searchTables(file: UploadFile, { encoding }: SearchOptions): Promise<Found[]> {
  const { files: members } = await unpackTables(file).catch(() => ({ files: [] }));
  const beside: Found[] = [];
  for (const member of members)
    if (isZip(readRange(member.source, 0, 4))) beside.push(...(await reading(() => withParts(member, (parts) => searchPackage(parts, member.name)))));
  const tables = await reading(() => readTables(file, { encoding, onUnknownEncoding: 'assume' }));
  const cells = tables.flatMap((table) => searchTable(ofTable(table)).map(({ finding, targets }) => ({ finding, cells: targets, parts: [] })));
  // Read by an encoding that was named, they would be read otherwise by whoever names none.
  if (encoding === undefined && tables.length > 0) handOn(file.source, tables);
  return [...cells, ...beside];
}

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

/** Attributes of layers, and metadata in an archive beside them. */
async function searchLayers(files: UploadFile[], { outside, encoding }: SearchOptions): Promise<Found[]> {
  const layers = await reading(async () => (await readUpload(files, { attributesOnly: true, outside: await outside?.(), encoding })).layers);
  return layers.flatMap((layer) => searchTable(ofLayer(layer)).map(({ finding }) => ({ finding, cells: [], parts: [] })));
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
