/** Spellings of sectors and organisation types read through a code table; those without one certain code are kept for a person. */
import type { OpenSpelling, PresenceMemory } from '../../contract/presence/presence.ts';
import { foldName } from '../../matching/fold.ts';
import { isNobody } from '../../matching/organisations.ts';
import type { CodeTable } from '../../matching/sectors.ts';

const BLANK = /^[\s\u00a0\-–—.?]*$|^(#?n\/?a|null|none|nan|#ref!|#value!|#name\?)$/iu;

/** Nothing, a dash, or what a spreadsheet writes for nothing. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Marks that people put between values of one cell. Only proposed: a slash or an "and" is part of many names. */
const BETWEEN = /\s*(?:[/;,+&|]|\s-\s)\s*/u;

/** Code of a sector that no list of ours has: kept, counted and shown by the source's own words. */
export const ownCode = (text: string): string => `own:${foldName(text).replaceAll(' ', '-')}`;

export interface Spellings {
  /** Codes of one spelling; of one without a certain code its own where such are kept, else none. */
  codes(text: string): string[];
  /** Codes that are the source's own, with its words. */
  own(): Map<string, string>;
  /** Counts a row for a spelling that may be open. */
  count(text: string): void;
  open(): OpenSpelling[];
}

/** @param keepsOwn a spelling without a certain code gets one of its own, so that nothing is lost before somebody decides, or after somebody said it is none of ours */
export function createSpellings(table: CodeTable, decided: PresenceMemory['sectors'] = [], keepsOwn = false): Spellings {
  const decisions = new Map(decided.map(({ spelling, codes }) => [foldName(spelling), codes]));
  const known = new Map<string, { codes: string[]; key: string | null }>();
  const open = new Map<string, OpenSpelling>();
  const ownWords = new Map<string, string>();
  const ownOf = (text: string): string[] => {
    if (!keepsOwn) return [];
    const code = ownCode(text);
    if (!ownWords.has(code)) ownWords.set(code, text);
    return [code];
  };

  function look(text: string) {
    let found = known.get(text);
    if (found) return found;
    const key = foldName(text);
    const made = decisions.get(key);
    if (made) found = { codes: made.length > 0 ? made : ownOf(text), key: null };
    else if (isBlank(text) || key === '' || isNobody(text)) found = { codes: [], key: null };
    else {
      const match = table.match(text);
      if (match.kind === 'certain') found = { codes: [match.code], key: null };
      else {
        found = { codes: ownOf(text), key };
        if (!open.has(key)) {
          const parts = partsOf(text, table);
          open.set(key, { text, rows: 0, candidates: match.kind === 'ambiguous' ? match.codes : [], ...(parts ? { parts } : {}) });
        }
      }
    }
    known.set(text, found);
    return found;
  }

  return {
    codes: (text) => look(text).codes,
    own: () => ownWords,
    count(text) {
      const { key } = look(text);
      if (key !== null) open.get(key)!.rows++;
    },
    open: () => [...open.values()].sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1)),
  };
}

/** Codes of the parts, where every part has one of its own; forms put blanks between their answers. */
function partsOf(text: string, table: CodeTable): string[] | undefined {
  return codesOf(text.split(BETWEEN), table) ?? codesOf(text.split(/\s+/u), table);
}

function codesOf(list: string[], table: CodeTable): string[] | undefined {
  const parts = list.filter(Boolean);
  const codes = parts.map((part) => table.match(part)).flatMap((match) => (match.kind === 'certain' ? [match.code] : []));
  return parts.length > 1 && codes.length === parts.length && new Set(codes).size > 1 ? [...new Set(codes)] : undefined;
}
