/**
 * OpenDocument spreadsheets, as a package (.ods) or as one XML file (.fods), streamed: all sheets with their hidden state, values and formula results.
 * OpenDocument 1.3 part 3, 9 (tables) and 19 (attributes). Own code over yauzl: the readers on npm unfold the whole document in memory.
 */
import { InputError, TooLargeError } from '../../errors.ts';
import { refuse } from '../../words/refusals.ts';
import type { UploadFile } from '../raw.ts';
import type { Cell, Merge, RawTable } from './rawTable.ts';
import { CellBudget, TableBuilder } from './rows.ts';
import { uncalculated } from './told.ts';
import { addUncalculated, type Uncalculated } from './uncalculated.ts';
import { XmlScanner, attribute, brokenXml } from './xml.ts';
import type { XmlHandler } from './xml.ts';
import type { WorkbookParts } from './parts.ts';

const MAX_SHEETS = 200;
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const MAX_MERGES = 100_000;
/** Characters of one cell (a spreadsheet holds 32,767) and of all together. */
const MAX_CELL = 1 << 20;
const MAX_TEXT = 200 << 20;
/** Repeated texts are kept once; past this many different ones a fresh table is begun. */
const MAX_INTERNED = 50_000;
const CHUNK = 1 << 16;
const ERROR = /^(#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)|Err:\d+)$/;

/** @throws InputError `table.password`, `table.broken-workbook`, `table.no-workbook`; TooLargeError beyond the limits */
export async function readOds(parts: WorkbookParts, file: string): Promise<RawTable[]> {
  if (parts.has('encrypted-package')) throw refuse('table.password', 'password', { file });
  if (parts.has('META-INF/manifest.xml'))
    await parts.read('META-INF/manifest.xml', {
      open(name) {
        if (name === 'encryption-data') throw refuse('table.password', 'password', { file });
      },
      close() {},
      text() {},
    });
  const handler = new DocumentHandler(file);
  await parts.read('content.xml', handler);
  return handler.finish();
}

/** One XML file; UTF-8, as LibreOffice writes it. */
export function readFlatOds({ name, source }: UploadFile): RawTable[] {
  const handler = new DocumentHandler(name);
  const scanner = new XmlScanner(handler, name);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const part = new Uint8Array(CHUNK);
  try {
    for (let at = 0; at < source.size;) {
      const got = source.read(part, at);
      if (got <= 0) break;
      at += got;
      scanner.write(decoder.decode(part.subarray(0, got), { stream: true }));
    }
    scanner.write(decoder.decode());
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw brokenXml(name, cause);
  }
  scanner.end();
  return handler.finish();
}

type Namespace = 'table' | 'office' | 'calcext' | 'style' | 'text';

interface OpenCell {
  covered: boolean;
  repeated: number;
  type: string | null;
  error: boolean;
  formula: boolean;
  value: string | null;
  paragraphs: string[];
}

class DocumentHandler implements XmlHandler {
  readonly #file: string;
  readonly #budget: CellBudget;
  readonly #tables: RawTable[] = [];
  /** Prefix of each namespace's attributes, as the root declares it. */
  #prefix: Record<Namespace, string> = { table: 'table', office: 'office', calcext: 'calcext', style: 'style', text: 'text' };
  #root = true;
  #isSpreadsheet = false;
  #style = '';
  readonly #hiddenStyles = new Set<string>();
  #sheet: { name: string; hidden: boolean; foreign: boolean; calculated: boolean; builder: TableBuilder; merges: Merge[]; uncalculated: Uncalculated } | null =
    null;
  /** Tables inside cells, comments, drawings and notes: no content of the sheet. */
  #skipped = 0;
  #row = 0;
  #rowRepeated = 1;
  #rowHidden = false;
  readonly #groups: boolean[] = [];
  #column = 0;
  #columns: number[] = [];
  #values: Cell[] = [];
  #cell: OpenCell | null = null;
  #inParagraph = 0;
  #cellCharacters = 0;
  #characters = 0;
  #interned = new Map<string, string>();

  constructor(file: string) {
    this.#file = file;
    this.#budget = new CellBudget(file);
  }

  finish(): RawTable[] {
    if (!this.#isSpreadsheet) throw refuse('table.format-unsupported', 'otherDocument', { file: this.#file });
    return this.#tables;
  }

  open(name: string, attributes: string): void {
    if (this.#root) {
      this.#root = false;
      this.#readPrefixes(attributes);
    }
    // What another file held when it was last looked at is kept as a hidden table: it is none of this one's.
    if (name === 'table-source' && this.#sheet && this.#skipped === 0) this.#sheet.foreign = true;
    if (this.#skipped > 0 || (this.#sheet && isAside(name, this.#cell !== null))) {
      this.#skipped++;
      return;
    }
    if (this.#cell) return this.#openText(name, attributes);
    switch (name) {
      case 'spreadsheet':
        this.#isSpreadsheet = true;
        break;
      case 'style':
        this.#style = this.#get(attributes, 'style', 'name') ?? '';
        break;
      case 'table-properties':
        if (this.#get(attributes, 'table', 'display') === 'false') this.#hiddenStyles.add(this.#style);
        break;
      case 'table':
        this.#openSheet(attributes);
        break;
      case 'table-row-group':
        this.#groups.push(this.#get(attributes, 'table', 'display') === 'false');
        break;
      case 'table-row':
        this.#openRow(attributes);
        break;
      case 'table-cell':
      case 'covered-table-cell':
        if (this.#sheet) this.#openCell(name === 'covered-table-cell', attributes);
    }
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (this.#cell) {
      if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell(this.#cell);
      else if (name === 'p' || name === 'h') this.#inParagraph--;
    } else if (name === 'table-row') this.#closeRow();
    else if (name === 'table-row-group') this.#groups.pop();
    else if (name === 'table') this.#closeSheet();
  }

  text(text: string): void {
    if (this.#skipped === 0 && this.#cell && this.#inParagraph > 0) this.#append(text.replace(/[ \t\r\n]+/g, ' '));
  }

  #get(attributes: string, namespace: Namespace, name: string): string | null {
    return attribute(attributes, `${this.#prefix[namespace]}:${name}`);
  }

  #readPrefixes(attributes: string): void {
    const own: [Namespace, RegExp][] = [
      ['table', /opendocument:xmlns:table:/],
      ['office', /opendocument:xmlns:office:/],
      ['style', /opendocument:xmlns:style:/],
      ['text', /opendocument:xmlns:text:/],
      ['calcext', /office:names:experimental:calc:/],
    ];
    for (const [, prefix, uri] of attributes.matchAll(/\sxmlns:([\w-]+)\s*=\s*["']([^"']*)/g))
      for (const [key, pattern] of own) if (pattern.test(uri!)) this.#prefix = { ...this.#prefix, [key]: prefix! };
  }

  #openSheet(attributes: string): void {
    if (this.#tables.length >= MAX_SHEETS) throw new TooLargeError('table.too-many-sheets', `${this.#file} has more than ${MAX_SHEETS} sheets.`);
    this.#sheet = {
      name: this.#get(attributes, 'table', 'name') ?? '',
      hidden: this.#hiddenStyles.has(this.#get(attributes, 'table', 'style-name') ?? ''),
      foreign: false,
      calculated: false,
      builder: new TableBuilder(this.#budget),
      merges: [],
      uncalculated: { count: 0, cells: [] },
    };
    this.#row = 0;
  }

  #closeSheet(): void {
    if (!this.#sheet) return;
    const { name, hidden, foreign, calculated, builder, merges, uncalculated: formulas } = this.#sheet;
    this.#sheet = null;
    if (foreign) return;
    const encoding = { name: 'utf-8', from: 'format' } as const;
    // LibreOffice writes a result of no letters as no result; where another formula of the sheet has one, all were calculated.
    const findings = calculated ? [] : uncalculated(formulas, name);
    this.#tables.push(builder.finish({ file: this.#file, sheet: name, hidden, format: 'ods', encoding }, merges, findings));
  }

  #openRow(attributes: string): void {
    this.#rowRepeated = toCount(this.#get(attributes, 'table', 'number-rows-repeated'));
    this.#rowHidden = /^(collapse|filter)$/.test(this.#get(attributes, 'table', 'visibility') ?? '') || this.#groups.includes(true);
    this.#column = 0;
    this.#columns = [];
    this.#values = [];
  }

  /** Blank rows, of which each sheet has a million behind its last, only move the number on. */
  #closeRow(): void {
    if (!this.#sheet) return;
    if (this.#columns.length > 0)
      for (let i = 1; i <= this.#rowRepeated; i++) {
        if (this.#row + i > MAX_ROWS) throw this.#tooLarge();
        this.#sheet.builder.add(this.#row + i, this.#columns, this.#values, this.#rowHidden);
      }
    this.#row = Math.min(MAX_ROWS, this.#row + this.#rowRepeated);
  }

  #openCell(covered: boolean, attributes: string): void {
    const type = this.#get(attributes, 'office', 'value-type');
    this.#cell = {
      covered,
      repeated: toCount(this.#get(attributes, 'table', 'number-columns-repeated')),
      type,
      error: this.#get(attributes, 'calcext', 'value-type') === 'error',
      formula: attributes.includes(`${this.#prefix.table}:formula`),
      value:
        type === null ? null : this.#get(attributes, 'office', type === 'date' ? 'date-value' : /^(string|boolean)$/.test(type) ? `${type}-value` : 'value'),
      paragraphs: [],
    };
    this.#inParagraph = 0;
    this.#cellCharacters = 0;
    const down = toCount(this.#get(attributes, 'table', 'number-rows-spanned'));
    const across = toCount(this.#get(attributes, 'table', 'number-columns-spanned'));
    if ((down > 1 || across > 1) && this.#sheet!.merges.length < MAX_MERGES)
      this.#sheet!.merges.push({ top: this.#row + 1, left: this.#column, bottom: this.#row + down, right: this.#column + across - 1 });
  }

  #openText(name: string, attributes: string): void {
    if (name === 'p' || name === 'h') {
      this.#inParagraph++;
      this.#cell!.paragraphs.push('');
    } else if (this.#inParagraph === 0) return;
    else if (name === 's') this.#append(' '.repeat(Math.min(100, toCount(this.#get(attributes, 'text', 'c')))));
    else if (name === 'tab') this.#append('\t');
    else if (name === 'line-break') this.#append('\n');
  }

  #append(text: string): void {
    const { paragraphs } = this.#cell!;
    paragraphs[paragraphs.length - 1] += text;
    this.#characters += text.length;
    this.#cellCharacters += text.length;
    if (this.#cellCharacters > MAX_CELL)
      throw new TooLargeError('table.cell-too-long', `${this.#file} has a cell of more than ${MAX_CELL.toLocaleString('en')} characters. Save it again.`);
    if (this.#characters > MAX_TEXT)
      throw new TooLargeError('table.too-much-text', `${this.#file} has more than 200 million characters of text. Split the file.`);
  }

  #closeCell(cell: OpenCell): void {
    this.#cell = null;
    const value = this.#valueOf(cell);
    if (cell.formula && (cell.type !== null || value !== null)) this.#sheet!.calculated = true;
    else if (cell.formula) addUncalculated(this.#sheet!.uncalculated, this.#column, this.#row + 1);
    if (value !== null && !cell.covered) {
      if (this.#column + cell.repeated > MAX_COLUMNS) throw this.#tooLarge();
      for (let i = 0; i < cell.repeated; i++) {
        this.#columns.push(this.#column + i);
        this.#values.push(value);
      }
    }
    this.#column += cell.repeated;
  }

  #valueOf({ type, value, error, formula, paragraphs }: OpenCell): Cell {
    const text = paragraphs.join('\n');
    if (error || (formula && ERROR.test(text))) return { error: text.trim() || '#N/A' };
    if (type === 'boolean') return value === 'true';
    if (type === 'date') return toDate(value ?? '') ?? this.#intern(text);
    if (type === 'float' || type === 'percentage' || type === 'currency') {
      const number = Number(value?.trim() || NaN);
      return Number.isFinite(number) ? number : this.#intern(text);
    }
    return this.#intern(type === 'string' && value !== null ? value : text);
  }

  #intern(text: string): string | null {
    if (text === '') return null;
    const known = this.#interned.get(text);
    if (known !== undefined) return known;
    if (this.#interned.size >= MAX_INTERNED) this.#interned = new Map();
    this.#interned.set(text, text);
    return text;
  }

  #tooLarge(): TooLargeError {
    return new TooLargeError(
      'table.too-many-cells',
      `${this.#file} has rows or columns beyond the limits of a spreadsheet. Save it again from a spreadsheet program.`,
    );
  }
}

/** What stands in a sheet or a cell without being its content: comments, drawings, footnotes, phonetic hints, a table inside a cell. */
function isAside(name: string, inCell: boolean): boolean {
  return inCell
    ? /^(annotation|annotation-end|frame|custom-shape|g|a-frame|control|line|rect|note|ruby-text|table)$/.test(name)
    : /^(shapes|forms|table-source|scenario|dde-source|title|desc|table)$/.test(name);
}

/** A count of repetitions; anything that is none is 1. */
function toCount(text: string | null): number {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, 1 << 21) : 1;
}

/** `2025-01-10` or with a time, in UTC: what a spreadsheet shows has no time zone. */
function toDate(text: string): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?Z?$/.exec(text.trim());
  if (!parts) return null;
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year!, month! - 1, day, hour, minute, second));
  date.setUTCFullYear(year!, month! - 1, day);
  return Number.isNaN(date.getTime()) || date.getUTCMonth() !== month! - 1 ? null : date;
}
