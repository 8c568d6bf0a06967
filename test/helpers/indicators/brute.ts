/** Files of indicators read by code of its own: a plain reading of CSV and of the XML of workbooks, nothing of server/. For expected values. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';

export type Row = (string | number | null)[];

/** RFC 4180. */
export function csvRows(path: string): Row[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const rows: Row[] = [];
  let row: Row = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char === '"' && text[i + 1] === '"') cell += text[++i]!;
      else if (char === '"') quoted = false;
      else cell += char;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')]);
      row = [];
      cell = '';
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

const unescape = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');

/** Rows of a sheet by the number of its file (`sheet1.xml`); a cell that is missing is null, an error is its text. */
export function xlsxRows(path: string, sheet: number): Row[] {
  const files = unzipSync(readFileSync(path), { filter: ({ name }) => name === 'xl/sharedStrings.xml' || name === `xl/worksheets/sheet${sheet}.xml` });
  const read = (name: string) => new TextDecoder().decode(files[name] ?? new Uint8Array());
  const shared = [...read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    [...si!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => unescape(text!)).join(''),
  );
  return [...read(`xl/worksheets/sheet${sheet}.xml`).matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, cells = '']) => {
    const row: Row = [];
    for (const [, attributes, inner = ''] of cells.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const letters = /r="([A-Z]+)/.exec(attributes!)![1]!;
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
      const type = /t="(\w+)"/.exec(attributes!)?.[1];
      if (value !== undefined) row[column] = type === 's' ? shared[Number(value)]! : type === 'str' || type === 'e' ? unescape(value) : Number(value);
    }
    return Array.from(row, (cell) => cell ?? null);
  });
}

/** Blanks of all kinds out; null for nothing. */
export function toNumber(cell: string | number | null | undefined): number | null {
  if (typeof cell === 'number') return cell;
  const text = (cell ?? '').replace(/[\s\u00a0\u202f\u2009]/g, '');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

export const sumOf = (cells: readonly (string | number | null | undefined)[]): number => cells.reduce<number>((sum, cell) => sum + (toNumber(cell) ?? 0), 0);
