/** Spellings of sectors and organisation types read through a code table; those without one certain code are kept for a person. */
import type { OpenSpelling, PresenceMemory } from '../../contract/presence/presence.ts';
import { foldName } from '../../matching/fold.ts';
import type { CodeTable } from '../../matching/sectors.ts';

const BLANK = /^[\s\u00a0\-–—.?]*$|^(#?n\/?a|null|none|nan|#ref!|#value!|#name\?)$/iu;

/** Nothing, a dash, or what a spreadsheet writes for nothing. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Marks that people put between values of one cell. Only proposed: a slash or an "and" is part of many names. */
const BETWEEN = /\s*(?:[/;,+&|]|\s-\s)\s*/u;

export interface Spellings {
  /** Codes of one spelling; empty where none is certain. */
  codes(text: string): string[];
  /** Counts a row for a spelling that may be open. */
  count(text: string): void;
  open(): OpenSpelling[];
}

export function createSpellings(table: CodeTable, decided: PresenceMemory['sectors'] = []): Spellings {
  const decisions = new Map(decided.map(({ spelling, codes }) => [foldName(spelling), codes]));
  const known = new Map<string, { codes: string[]; key: string | null }>();
  const open = new Map<string, OpenSpelling>();

  function look(text: string) {
    let found = known.get(text);
    if (found) return found;
    const key = foldName(text);
    const own = decisions.get(key);
    if (own || isBlank(text) || key === '') found = { codes: own ?? [], key: null };
    else {
      const match = table.match(text);
      if (match.kind === 'certain') found = { codes: [match.code], key: null };
      else {
        found = { codes: [], key };
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
    count(text) {
      const { key } = look(text);
      if (key !== null) open.get(key)!.rows++;
    },
    open: () => [...open.values()].sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1)),
  };
}

/** Codes of the parts, where every part has one of its own. */
function partsOf(text: string, table: CodeTable): string[] | undefined {
  const parts = text.split(BETWEEN).filter(Boolean);
  const codes = parts.map((part) => table.match(part)).flatMap((match) => (match.kind === 'certain' ? [match.code] : []));
  return parts.length > 1 && codes.length === parts.length && new Set(codes).size > 1 ? [...new Set(codes)] : undefined;
}
