/** Records of the other side, each once, in the order of their ids: what came is compared with what should have come. */
import { fault, passing } from '../faults.ts';
import { isObject, type Json, type JsonObject } from './ask.ts';

/** Collects records page by page. @throws InputError `harvest.incomplete` at the end, PassingError where more came than may */
export class Records {
  private readonly byId = new Map<string, JsonObject>();
  private bytes = 0;
  /** Of records without an id, in the order in which they came. */
  private anonymous = 0;
  private readonly most: number;

  /** @param most characters of JSON, of all together */
  constructor(most: number) {
    this.most = most;
  }

  get size(): number {
    return this.byId.size;
  }

  /** @returns how many of them are new */
  add(records: readonly Json[], idOf: (record: JsonObject) => Json | undefined): number {
    const before = this.byId.size;
    for (const record of records) {
      if (!isObject(record)) throw fault('harvest.answer');
      const id = idOf(record);
      const known = typeof id === 'string' || typeof id === 'number';
      const key = known ? `${typeof id} ${id}` : `none ${String(this.anonymous++).padStart(12, '0')}`;
      if (this.byId.has(key)) continue;
      this.bytes += JSON.stringify(record).length;
      if (this.bytes > this.most) throw fault('harvest.pages');
      this.byId.set(key, record);
    }
    return this.byId.size - before;
  }

  /** @throws InputError `harvest.incomplete` where others came than were counted, `harvest.empty` where none are there */
  take(counted: number | null): JsonObject[] {
    if (counted !== null && counted !== this.byId.size) throw fault('harvest.incomplete', { came: this.byId.size, counted });
    if (this.byId.size === 0) throw fault('harvest.empty');
    return [...this.byId].toSorted(([a], [b]) => compareIds(a, b)).map(([, record]) => record);
  }
}

/** Numbers by size, texts by letter, whatever order they came in. */
function compareIds(a: string, b: string): number {
  if (a.startsWith('number ') && b.startsWith('number ')) return Number(a.slice(7)) - Number(b.slice(7));
  return a < b ? -1 : 1;
}

/** The other side counted before and after: @throws UnavailableError `harvest.moved` where it counts otherwise */
export function requireSame(before: number | null, after: number | null): void {
  if (before !== null && after !== null && before !== after) throw passing('harvest.moved', { before, after });
}

/** A table of records whose fields may differ; what is nested stays JSON. RFC 4180; cells are as they came, since programs read them and not spreadsheets. */
export function* toTable(records: readonly JsonObject[]): Generator<string> {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const row = (cells: readonly string[]) => `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
  yield row(columns);
  for (const record of records) yield row(columns.map((name) => cellOf(record[name])));
}

const cellOf = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** A GeoJSON with one feature on a line. */
export function* toCollection(features: readonly JsonObject[]): Generator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  for (const [at, feature] of features.entries()) yield `${JSON.stringify(feature)}${at === features.length - 1 ? '' : ','}\n`;
  yield ']}\n';
}
