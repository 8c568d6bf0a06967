/** What a workbook of Excel holds, sheet by sheet, streamed. It imports nothing that a browser has not, so workbooks are read there too (decision 0091). */
import { InputError, TooLargeError } from '../../errors.ts';
import type { WorkbookParts } from './parts.ts';
import { SheetHandler, type SheetContext } from './sheet.ts';
import { attribute, unescapeControls } from './xml.ts';
import type { XmlHandler } from './xml.ts';

const MAX_SHEETS = 200;
/** Characters of all shared strings together. */
const MAX_SHARED = 200 << 20;

/** The worksheets of a workbook, and their rows as they stand there, `addRow` called for each. @throws as `readXlsx`; `refuseBinary` says what a binary workbook is told */
export async function openWorkbook(
  parts: WorkbookParts,
  file: string,
  refuseBinary: () => Error = () => binary(file),
): Promise<{ sheets: SheetPart[]; readRows: (sheet: SheetPart, addRow: SheetContext['addRow']) => Promise<SheetHandler> }> {
  if (parts.has('xl/workbook.bin')) throw refuseBinary();
  const workbook = await readWorkbook(parts, file, refuseBinary);
  const strings = workbook.strings === null ? [] : await readSharedStrings((handler) => parts.read(workbook.strings!, handler), file);
  const dateStyles = workbook.styles === null ? [] : await readDateStyles((handler) => parts.read(workbook.styles!, handler));
  return {
    sheets: workbook.sheets,
    async readRows(sheet, addRow) {
      const handler = new SheetHandler({ strings, dateStyles, date1904: workbook.date1904, file, addRow });
      await parts.read(sheet.path, handler);
      return handler;
    },
  };
}

const binary = (file: string) => new InputError('table.format-unsupported', `${file} is a binary workbook (.xlsb). Save it as .xlsx.`);

/** A worksheet as the workbook lists it; `path` from the root of the archive. */
export interface SheetPart {
  name: string;
  hidden: boolean;
  path: string;
}

interface Workbook {
  sheets: SheetPart[];
  strings: string | null;
  styles: string | null;
  date1904: boolean;
}

/** Where a part says which parts belong to it: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
const relationsOf = (path: string) => path.replace(/([^/\\]*)$/, '_rels/$1.rels');

async function readWorkbook(parts: WorkbookParts, file: string, refuseBinary: () => Error): Promise<Workbook> {
  const missing = () => new InputError('table.no-workbook', `${file} is a zip archive without a workbook inside. Upload the .xlsx or CSV file itself.`);
  if (!parts.has('_rels/.rels')) throw missing();
  const path = (await readRelations(parts, '_rels/.rels', '')).find(({ type }) => type.endsWith('/officedocument'))?.path;
  if (path === undefined || !parts.has(path) || !parts.has(relationsOf(path))) throw missing();
  if (/\.bin$/i.test(path)) throw refuseBinary();
  const relations = await readRelations(parts, relationsOf(path), path.replace(/[^/\\]*$/, ''));
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let date1904 = false;
  // Extensions have elements of the same names in other namespaces; those of the workbook stand at fixed places.
  const open: string[] = [];
  await parts.read(path, {
    open(name, attributes) {
      open.push(name);
      const place = open.slice(1).join('/');
      if (place === 'workbookPr') date1904 = /^(1|true|on)$/i.test(attribute(attributes, 'date1904') ?? '');
      else if (place === 'sheets/sheet')
        listed.push({
          name: attribute(attributes, 'name') ?? '',
          hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
          id: /\s\w+:id\s*=\s*["']([^"']*)/i.exec(attributes)?.[1] ?? '',
        });
    },
    close: () => void open.pop(),
    text() {},
  });
  if (listed.length > MAX_SHEETS) throw new TooLargeError('table.too-many-sheets', `${file} has ${listed.length} sheets; at most ${MAX_SHEETS} are read.`);
  const find = (type: string) => {
    const found = relations.find((relation) => relation.type.endsWith(type))?.path;
    return found !== undefined && parts.has(found) ? found : null;
  };
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const relation = relations.find((candidate) => candidate.id === id);
    return relation && relation.type.endsWith('/worksheet') && parts.has(relation.path) ? [{ name, hidden, path: relation.path }] : [];
  });
  if (sheets.length === 0) throw missing();
  return { sheets, strings: find('/sharedstrings'), styles: find('/styles'), date1904 };
}

/** `type` in lower case; `path` from the root of the archive. */
async function readRelations(parts: WorkbookParts, path: string, folder: string): Promise<{ id: string; type: string; path: string }[]> {
  const relations: { id: string; type: string; path: string }[] = [];
  await parts.read(path, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').toLowerCase(),
        path: /^[/\\]/.test(target) ? target : `${folder}${target}`,
      });
    },
    close() {},
    text() {},
  });
  return relations;
}

/** Rich text runs joined, phonetic hints left out. */
async function readSharedStrings(read: (handler: XmlHandler) => Promise<void>, file: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  let characters = 0;
  await read({
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        characters += text.length;
        if (characters > MAX_SHARED) throw new TooLargeError('table.too-much-text', `${file} has more than 200 million characters of text. Split the file.`);
        strings.push(unescapeControls(text));
      }
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings;
}

/** For each cell style whether its number format shows a date (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are the East Asian dates). */
async function readDateStyles(read: (handler: XmlHandler) => Promise<void>): Promise<boolean[]> {
  const custom = new Map<string, string>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  await read({
    open(name, attributes) {
      if (name === 'numFmt') custom.set(attribute(attributes, 'numFmtId') ?? '', attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = attribute(attributes, 'numFmtId') ?? '0';
        const code = custom.get(id);
        const n = Number(id);
        styles.push(code === undefined ? (n >= 14 && n <= 22) || (n >= 27 && n <= 36) || (n >= 45 && n <= 47) || (n >= 50 && n <= 58) : isDateFormat(code));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text() {},
  });
  return styles;
}

/** `dd/mm/yyyy`, `[h]:mm`, `mmm-yy`; not `0.00E+00`, `#,##0 "days"`, `[Red]0`. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[ymdhs]/i.test(bare);
}
