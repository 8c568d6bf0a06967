/** Dates as boundary files write them, to ISO 8601. */

/** What a cell of a date column holds: a day, nothing (with the artefact that stood for nothing), or something nobody can read. */
export type DateReading = { iso: string } | { empty: true; artefact: boolean } | { unreadable: string };

const NOTHING: DateReading = { empty: true, artefact: false };
/** Shapefile and ArcGIS write these days for "no date" (cod.md §1.7): 1899-11-30, 1899-12-30, 1899-12-31 and the Unix epoch. */
const ARTEFACTS = new Set(['1899-11-30', '1899-12-30', '1899-12-31', '1900-01-01', '1970-01-01', '0000-00-00', '0001-01-01']);

/**
 * Reads text (`2019-06-03`, `2019/06/03`, `20190603`, `2019-06-03T00:00:00Z`, `31/12/2019` where only one reading is possible),
 * epoch milliseconds or seconds, `YYYYMMDD` as a number, and spreadsheet serial days. The day is taken in UTC.
 */
export function readDate(value: string | number | boolean | null): DateReading {
  if (value === null || typeof value === 'boolean') return NOTHING;
  if (typeof value === 'number') return fromNumber(value);
  const text = value.trim();
  if (text === '') return NOTHING;
  const ymd = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T\s])/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (ymd) return fromParts(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]), text);
  const dmy = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:$|[T\s])/.exec(text);
  if (dmy) {
    const [a, b, year] = [Number(dmy[1]), Number(dmy[2]), Number(dmy[3])];
    // 03/06/2019 is the third of June to some and the sixth of March to others: never guessed.
    if (a > 12 || a === b) return fromParts(year, b, a, text);
    if (b > 12) return fromParts(year, a, b, text);
    return { unreadable: text };
  }
  if (/^-?\d+(\.\d+)?$/.test(text)) return fromNumber(Number(text));
  return { unreadable: text };
}

function fromNumber(value: number): DateReading {
  if (!Number.isFinite(value)) return NOTHING;
  const size = Math.abs(value);
  if (Number.isInteger(value) && value >= 17_000_101 && value <= 29_991_231) {
    return fromParts(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100, String(value));
  }
  if (value >= 1 && value <= 73_050) return fromDays(value - 25_569, String(value));
  if (size >= 1e11 && size <= 4e13) return fromDays(value / 86_400_000, String(value));
  if (size >= 1e8) return fromDays(value / 86_400, String(value));
  return value === 0 ? { empty: true, artefact: true } : { unreadable: String(value) };
}

function fromDays(days: number, text: string): DateReading {
  const date = new Date(Math.floor(days) * 86_400_000);
  return fromParts(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), text);
}

function fromParts(year: number, month: number, day: number, text: string): DateReading {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (ARTEFACTS.has(iso)) return { empty: true, artefact: true };
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { unreadable: text };
  return { iso };
}

/**
 * A version as the specification writes it: `V_01`, `v1`, `1`, `v01.2` become `v01`, `v01`, `v01`, `v01.02`.
 * null for anything else: `201506` of the CAF layers is a date, not a version.
 */
export function toVersion(value: string | number | boolean | null): string | null {
  const parts = /^v?[._ ]?0*(\d{1,3})(?:[._]0*(\d{1,2}))?$/i.exec(String(value ?? '').trim());
  if (!parts) return null;
  const minor = parts[2] === undefined || Number(parts[2]) === 0 ? '' : `.${parts[2].padStart(2, '0')}`;
  return `v${parts[1]!.padStart(2, '0')}${minor}`;
}
