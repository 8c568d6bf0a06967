/** Dates that software wrote where nobody had entered one, and dates that are missing. */
import type { TextColumn, TextDraft, TextLayer } from './columns.ts';

/** Day zero of two calendars of software: nobody drew a border then. */
const ARTEFACT = /^(?:1899-12-3[01]|1900-01-0[01]|1970-01-01)(?:T.*)?$/;
/** Rows that state a date, before it speaks for those that do not. */
const LEAST_ROWS = 2;

/** The day from which units are valid where their row does not say: what speaks for it. */
export class ValidDates {
  readonly known: { date: string; evidence: TextDraft['evidence'] } | null;

  /** @param dateSource of the files' own column; @param validOn of the version's metadata */
  constructor(layers: TextLayer[], dateSource: string | null, validOn: string | null) {
    const rows = new Map<string, number>();
    for (const { columns } of layers)
      for (const { is, rowsOf } of columns)
        if (is === 'validOn') for (const [text, own] of rowsOf) if (!ARTEFACT.test(text)) rows.set(text, (rows.get(text) ?? 0) + own.length);
    const [only] = rows;
    if (only && rows.size === 1 && only[1] >= LEAST_ROWS) this.known = { date: only[0], evidence: { code: 'other-rows', params: { count: only[1] } } };
    // Where rows state several dates, none of them speaks for the others.
    else if (rows.size > 1) this.known = null;
    else if (validOn) this.known = { date: validOn, evidence: { code: 'metadata', params: {} } };
    else this.known = dateSource ? { date: dateSource, evidence: { code: 'date-column', params: {} } } : null;
  }
}

export function dateDrafts(column: TextColumn, { known }: ValidDates): TextDraft[] {
  const date = column.is === 'validOn' ? known : null;
  const artefacts = [...column.rowsOf].flatMap(([before, rows]): TextDraft[] => {
    if (!ARTEFACT.test(before)) return [];
    const evidence = { code: date ? 'day-zero-known' : 'day-zero', params: {} };
    return [{ column, rows, before, after: date?.date ?? null, rule: 'date-artefact', evidence, bulk: true, offered: false }];
  });
  if (!date || column.empty.length === 0) return artefacts;
  return [...artefacts, { column, rows: column.empty, before: null, after: date.date, rule: 'valid-on', evidence: date.evidence, bulk: true, offered: false }];
}
