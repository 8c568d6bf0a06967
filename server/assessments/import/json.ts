/** A registry as JSON (the static page of an office, the answers of a Kobo form) as a sheet: a record is a row, a list stands in lines of one cell. Pure. */
import { InputError, TooLargeError } from '../../errors.ts';
import { textOf, type KeptCell, type KeptSheet } from '../../sheets/sheet.ts';
import { problemText } from '../../words/problems.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Where lists of records stand, by what wraps them. */
const WRAPPERS = ['records', 'results', 'data', 'assessments', 'items', 'features'] as const;
const MOST = 5000;
const MOST_COLUMNS = 300;
const DEEPEST = 6;
/** Of a form: who sent it from where with what; of no assessment. */
const OF_FORM = /^(_|__|meta\/|formhub\/|deviceid$|username$|subscriberid$|simserial$)/;

/** By its name or its first sign. */
export const isJson = (name: string, bytes: Uint8Array): boolean => /\.json$/i.test(name) || /^\s*[[{]/.test(Buffer.from(bytes.subarray(0, 200)).toString('utf8').replace(/^\ufeff/, '')); // prettier-ignore

/** @throws InputError `assessments.json`, TooLargeError `import.too-large` */
export function readJson(name: string, bytes: Uint8Array): KeptSheet {
  const records = findRecords(parse(bytes));
  if (!records) throw new InputError('assessments.json', problemText('assessments.json'));
  if (records.length > MOST) throw new TooLargeError('import.too-large', `The file has more than ${MOST} records. Split it.`);
  const rows = records.map((record) => flatten(record));
  const headings = [...new Set(rows.flatMap((row) => [...row.keys()]))].filter((heading) => !OF_FORM.test(heading)).slice(0, MOST_COLUMNS);
  return {
    name,
    headings,
    hxl: headings.map(() => null),
    // The heading is the first row, as in a spreadsheet.
    rows: rows.map((row, i) => ({ row: i + 2, cells: headings.map((heading) => row.get(heading) ?? null) })),
    aside: [],
  };
}

function parse(bytes: Uint8Array): Json {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  } catch (cause) {
    throw new InputError('assessments.json', problemText('assessments.json'), { cause });
  }
}

const isRecord = (value: Json): value is { [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);

function findRecords(value: Json): { [key: string]: Json }[] | null {
  const list = Array.isArray(value) ? value : isRecord(value) ? WRAPPERS.map((key) => value[key]).find(Array.isArray) : undefined;
  if (!list || !list.every(isRecord)) return null;
  return list.map((each) => (isRecord(each['properties'] ?? null) ? (each['properties'] as { [key: string]: Json }) : each));
}

const cellOf = (value: Json): KeptCell => {
  if (value === null || typeof value === 'number') return value;
  // Line ends part the values of a list, and nothing else.
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replace(/\s+/gu, ' ').trim() || null;
};

/** Lists of records become columns that are aligned line by line: `admin2/estado` beside `admin2/municipio`. */
function flatten(record: { [key: string]: Json }, before = '', depth = 0): Map<string, KeptCell> {
  const cells = new Map<string, KeptCell>();
  if (depth > DEEPEST) return cells;
  for (const [key, value] of Object.entries(record)) {
    const heading = `${before}${key}`;
    if (isRecord(value)) for (const [own, cell] of flatten(value, `${heading}/`, depth + 1)) cells.set(own, cell);
    else if (!Array.isArray(value)) cells.set(heading, cellOf(value));
    else if (value.length > 0 && value.every(isRecord)) {
      const parts = value.map((each) => flatten(each, `${heading}/`, depth + 1));
      for (const own of new Set(parts.flatMap((part) => [...part.keys()]))) cells.set(own, parts.map((part) => textOf(part.get(own) ?? null)).join('\n'));
    } else cells.set(heading, value.map((each) => textOf(cellOf(each))).filter(Boolean).join('\n') || null); // prettier-ignore
  }
  return cells;
}
