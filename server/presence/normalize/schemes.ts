/**
 * Columns of codes of a scheme that the boundaries do not have, beside names that fit: statistics offices, registries and old lists number places
 * their own way. Such codes say nothing here, so the names place the rows, and that is said once for the column. A column that holds known codes
 * among strange ones is none of these: there a strange code may be a new or a retired unit, and is asked about.
 */
import type { AdminLevel } from '../../contract/ids.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import type { PlaceMatcher } from '../../matching/places.ts';
import type { Cells, Columns } from './arrange.ts';
import { isBlank } from './spellings.ts';

export interface CodeScheme {
  level: AdminLevel;
  column: number;
  /** Rows that hold such a code. */
  rows: number;
  samples: string[];
}

/** Above this share of known codes the column speaks the language of the boundaries. */
const KNOWN = 0.02;
/** So many of the rows must have a name of the level for the names to speak. */
const NAMED = 0.5;
const SAMPLES = 5;

interface Knowledge {
  places: Pick<PlaceMatcher, 'names' | 'decided'>;
  knowsCode: (code: string, level: AdminLevel) => boolean;
}

export function findSchemes(table: RawTable, places: Columns['places'], cells: Cells, { places: matcher, knowsCode }: Knowledge): CodeScheme[] {
  return places.flatMap(({ level, code, name }) => {
    if (code.length === 0 || name.length === 0) return [];
    const codes = new Map<string, number>();
    const names = new Map<string, boolean>();
    let rows = 0;
    let named = 0;
    for (let row = 0; row < table.rows; row++) {
      const text = cells.first(code, row);
      if (isBlank(text)) continue;
      rows++;
      codes.set(text, (codes.get(text) ?? 0) + 1);
      const place = cells.first(name, row);
      let isName = names.get(place);
      if (isName === undefined) names.set(place, (isName = place !== '' && matcher.names.exact(level, place).length > 0));
      if (isName) named++;
    }
    let known = 0;
    for (const [text, count] of codes) if (knowsCode(text, level)) known += count;
    if (rows === 0 || known > rows * KNOWN || named < rows * NAMED) return [];
    return [{ level, column: code[0]!, rows, samples: [...codes.keys()].slice(0, SAMPLES) }];
  });
}
