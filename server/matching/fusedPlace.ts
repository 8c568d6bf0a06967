/** Code and name of a place in one cell, as forms and exports write their choices: `TG0101 - Alba`, `Alba (TG0101)`, `TG0101_Alba`. */

const CODE = '(?=[\\p{L}\\d-]*\\d)\\p{L}{2,3}[\\p{L}\\d-]{1,20}';
const FIRST = new RegExp(`^(${CODE})\\s*(?:[-–—:|/_.,;]|\\s)\\s*(\\S.*)$`, 'u');
const LAST = new RegExp(`^(.*\\S)\\s*(?:[-–—:|/_.,;([]|\\s)\\s*(${CODE})\\s*[)\\]]?$`, 'u');

/** @param isCode whether the boundaries have a code: a word with a number in it may be part of a name ("Zone-3 Ouest") */
export function splitFusedPlace(text: string, isCode: (code: string) => boolean): { code: string; name: string } | null {
  // Most names have no digit.
  if (text.length > 200 || !/\d/.test(text)) return null;
  const first = FIRST.exec(text);
  if (first && isCode(first[1]!)) return { code: first[1]!, name: first[2]! };
  const last = LAST.exec(text);
  return last && isCode(last[2]!) ? { code: last[2]!, name: last[1]! } : null;
}

interface Cells {
  code: string | null;
  name: string | null;
}

/** The cells of a place with the code that its name, or its code cell, holds beside the name. */
export function partPlace<T extends Cells>(cells: T, isCode: (code: string) => boolean): T {
  const { code, name } = cells;
  if (code === null) return name === null ? cells : { ...cells, ...splitFusedPlace(name, isCode) };
  const parts = isCode(code) ? null : splitFusedPlace(code, isCode);
  return parts ? { ...cells, code: parts.code, name: name ?? parts.name } : cells;
}

const BLANK = /^[\s\u00a0\-–—.?]*$|^(#?n\/?a|null|none|#ref!|#value!|#name\?)$/iu;

/** Blank marks and spreadsheet errors are no place; they must not become a name to be matched. */
export function clean<T extends Cells>(cells: T): T {
  const tidy = (text: string | null) => {
    const trimmed = (text ?? '').replace(/[\s\u00a0]+/gu, ' ').trim();
    return BLANK.test(trimmed) ? null : trimmed;
  };
  return { ...cells, code: tidy(cells.code), name: tidy(cells.name) };
}
