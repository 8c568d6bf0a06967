/**
 * Sectors (clusters) and organisation types as people write them → codes. 3w.md §3.1–§3.3.
 * Coordination, refugee response, cash and rapid response keep codes of their own: folding them into other clusters, as the
 * reference pipeline does, made 172 of 180 CCCM rows of one country something else. The roll-up happens on export only.
 */
import { parse } from 'csv-parse/sync';
import { foldName } from './fold.ts';

export interface CodeEntry {
  code: string;
  /** Sector: the cluster that an area of responsibility belongs to. */
  parent: string | null;
  /** Sector: code in HDX HAPI, used only on export. */
  hapi: string | null;
  names: { en: string; fr: string; es: string; ar: string };
}

/** `certain`: one code. `ambiguous`: a person chooses among `codes` once for the country. `unknown`: no code. */
export type CodeMatch = { kind: 'certain'; code: string } | { kind: 'ambiguous'; codes: string[] } | { kind: 'unknown' };

export interface CodeTable {
  entries: CodeEntry[];
  get(code: string): CodeEntry | undefined;
  match(text: string): CodeMatch;
}

/** Abbreviations that mean different clusters in different countries: asked once for each country. */
const AMBIGUOUS_SECTORS: Record<string, string[]> = {
  ma: ['PRO-MIN', 'MS'],
  sa: ['FSC'],
  ame: ['SHL'],
  ms: ['MS', 'ERY'],
  cp: ['PRO-CPN', 'CCM'],
  pe: ['PRO-CPN'],
  agriculture: ['FSC', 'AGR'],
  agr: ['FSC', 'AGR'],
};

/** What a header or an export adds around the name of a sector: "Operational presence Health", "Cluster Santé", "Protection: GBV". */
const NOISE =
  /^(operational presence|operatioanl presence|cluster|sector|secteur|grappe|groupe sectoriel|sub cluster|sous cluster|aor|القطاع|قطاع|كتله)\s+|\s+(cluster|sector|secteur|aor|sub cluster|working group|القطاع|قطاع)$/gu;

/**
 * @param csv text of data/sectors.csv or data/org-types.csv: code, names, synonyms separated by `|`
 * @param decided what people of the country decided: folded spelling → code; wins over everything
 */
export function createCodeTable(csv: string, ambiguous: Record<string, string[]> = {}, decided: ReadonlyMap<string, string> = new Map()): CodeTable {
  const rows = parse<Record<string, string>>(csv, { columns: true, skip_empty_lines: true });
  const entries: CodeEntry[] = [];
  const byCode = new Map<string, CodeEntry>();
  const bySpelling = new Map<string, Set<string>>();
  for (const row of rows) {
    const { code = '', parent, hapi, name_en: en = '', name_fr: fr = '', name_es: es = '', name_ar: ar = '', synonyms = '' } = row;
    const entry = { code, parent: parent || null, hapi: hapi || null, names: { en, fr, es, ar } };
    entries.push(entry);
    byCode.set(code, entry);
    for (const spelling of [code, en, fr, es, ar, ...synonyms.split('|')]) {
      const key = foldName(spelling);
      if (!key) continue;
      const codes = bySpelling.get(key);
      if (codes) codes.add(code);
      else bySpelling.set(key, new Set([code]));
    }
  }

  const look = (key: string): CodeMatch | undefined => {
    const own = decided.get(key);
    if (own) return { kind: 'certain', code: own };
    if (ambiguous[key]) return { kind: 'ambiguous', codes: ambiguous[key] };
    const codes = bySpelling.get(key);
    if (!codes) return undefined;
    return codes.size === 1 ? { kind: 'certain', code: [...codes][0]! } : { kind: 'ambiguous', codes: [...codes] };
  };

  return {
    entries,
    get: (code) => byCode.get(code),
    match(text) {
      const key = foldName(text);
      if (!key) return { kind: 'unknown' };
      const whole = look(key) ?? look(key.replace(NOISE, ''));
      if (whole) return whole;
      // "Protection: GBV", "Protection (Child Protection)": the part after the general word is the more exact one.
      const parts = text
        .split(/[:(–—]| - /u)
        .map((part) => foldName(part))
        .filter(Boolean);
      const heads = parts.map(look);
      const head = heads[0]?.kind === 'certain' ? heads[0].code : undefined;
      // "Protection - PE": beside its cluster an abbreviation of several meanings has one.
      const found = heads.map((match) => {
        const inside = match?.kind === 'ambiguous' ? match.codes.filter((code) => byCode.get(code)?.parent === head) : [];
        return head && inside.length === 1 ? ({ kind: 'certain', code: inside[0]! } as const) : match;
      });
      const certain = found.flatMap((match) => (match?.kind === 'certain' ? [match.code] : []));
      const narrow = certain.find((code) => certain.every((other) => other === code || byCode.get(code)?.parent === other));
      return parts.length > 1 && narrow && certain.length === parts.length ? { kind: 'certain', code: narrow } : { kind: 'unknown' };
    },
  };
}

export function createSectorTable(csv: string, decided?: ReadonlyMap<string, string>): CodeTable {
  return createCodeTable(csv, AMBIGUOUS_SECTORS, decided);
}

export function createOrgTypeTable(csv: string, decided?: ReadonlyMap<string, string>): CodeTable {
  return createCodeTable(csv, {}, decided);
}
