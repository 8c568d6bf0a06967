/**
 * Sectors (clusters) and organisation types as people write them → codes. 3w.md §3.1–§3.3.
 * Coordination, refugee response, cash and rapid response keep codes of their own: folding them into other clusters, as the
 * reference pipeline does, made 172 of 180 CCCM rows of one country something else. The roll-up happens on export only.
 */
import { parse } from 'csv-parse/sync';
import { isLang, type PrintLang } from '../contract/languages.ts';
import { inEach, isWord, say, sayAll, type Text } from '../words/words.ts';
import { foldName } from './fold.ts';

export interface CodeEntry {
  code: string;
  /** Sector: the cluster that an area of responsibility belongs to. */
  parent: string | null;
  /** Sector: code in HDX HAPI, used only on export. */
  hapi: string | null;
  names: Text;
}

/** `certain`: one code. `ambiguous`: a person chooses among `codes` once for the country. `unknown`: no code. */
export type CodeMatch = { kind: 'certain'; code: string } | { kind: 'ambiguous'; codes: string[] } | { kind: 'unknown' };

export interface CodeTable {
  entries: CodeEntry[];
  get(code: string): CodeEntry | undefined;
  match(text: string): CodeMatch;
  /** The code where it is certain; quicker than `match`, which looks for what is near. */
  sure(text: string): string | undefined;
}

/** Abbreviations that mean different clusters in different countries: asked once for each country. */
const AMBIGUOUS_SECTORS: Record<string, string[]> = {
  ma: ['PRO-MIN', 'MS'],
  sa: ['FSC'],
  ms: ['MS', 'ERY'],
  cp: ['PRO-CPN', 'CCM'],
  pe: ['PRO-CPN'],
};

/** What a header or an export adds around the name of a sector: "Operational presence Health", "Cluster Santé", "Protection: GBV". */
const NOISE =
  /^(operational presence|operatioanl presence|cluster|sector|secteur|grappe|groupe sectoriel|sub cluster|sous cluster|aor|القطاع|قطاع|كتله)\s+|\s+(cluster|sector|secteur|aor|sub cluster|working group|القطاع|قطاع)$/gu;

/** Words that join or point and say nothing of the sector; with them out, "Shelter & Non Food Items" is "Shelter and Non-Food Items". */
const FILLERS = new Set(
  'and et y e of the for in de des du d l la le les los las el a al en para pour da do das dos cluster sector secteur setor sub aor'.split(' '),
);

/**
 * The words of a spelling in alphabetical order, without fillers and plurals: equal for spellings that differ in signs, joining words and order only.
 * '' where nothing is left.
 */
function bagOf(text: string): string {
  const words = foldName(text.replace(/['’`ʼ]/gu, ' '))
    .split(' ')
    .filter((word) => word !== '' && !FILLERS.has(word))
    .map((word) => (/^[a-z]{3,}s$/.test(word) && !/(ss|us|sis)$/.test(word) ? word.slice(0, -1) : word));
  return [...new Set(words)].sort().join(' ');
}

/** What stands between a cluster and its part; and, where that finds nothing, between any two things. */
const PART = /\s*[:(){}[\]–—]\s*|\s+-\s+/u;
const BETWEEN = /\s*[:(){}[\]/&+,;|–—]\s*|\s+-\s+|-/u;
/** From so many letters on a word with one slip is shown as the likely one; never taken without a person. */
const SLIP_FROM = 8;

/** Entries of a table, and which codes each spelling has: as it is written, and as a bag of words. */
interface Spelt {
  entries: CodeEntry[];
  byCode: Map<string, CodeEntry>;
  bySpelling: Map<string, Set<string>>;
  byBag: Map<string, Set<string>>;
}

function readTable(csv: string, kind: 'sector' | 'org-type'): Spelt {
  const rows = parse<Record<string, string>>(csv, { columns: true, skip_empty_lines: true });
  const spelt: Spelt = { entries: [], byCode: new Map(), bySpelling: new Map(), byBag: new Map() };
  const add = (map: Map<string, Set<string>>, key: string, code: string) => {
    const codes = map.get(key);
    if (codes) codes.add(code);
    else if (key) map.set(key, new Set([code]));
  };
  for (const row of rows) {
    const { code = '', parent, hapi, name = '', synonyms = '' } = row;
    const id = `${kind}.${code}`;
    const entry = { code, parent: parent || null, hapi: hapi || null, names: isWord(id) ? sayAll(id) : inEach(() => name) };
    spelt.entries.push(entry);
    spelt.byCode.set(code, entry);
    for (const spelling of [code, name, ...Object.values(entry.names), ...synonyms.split('|')]) {
      add(spelt.bySpelling, foldName(spelling), code);
      add(spelt.byBag, bagOf(spelling), code);
    }
  }
  return spelt;
}

const toMatch = (codes: Set<string>): CodeMatch => (codes.size === 1 ? { kind: 'certain', code: [...codes][0]! } : { kind: 'ambiguous', codes: [...codes] });

/** Codes from whose spellings a text is one slip of the pen away. */
function nearCodes({ bySpelling }: Spelt, text: string): string[] {
  const key = foldName(text);
  if (key.length < SLIP_FROM) return [];
  const codes = new Set<string>();
  for (const [spelling, own] of bySpelling)
    if (Math.abs(spelling.length - key.length) <= 1 && spelling.length >= SLIP_FROM && isOneSlip(spelling, key)) for (const code of own) codes.add(code);
  return [...codes];
}

/** What the parts of a text say together: their one code, the more exact of a cluster and its area of responsibility; and whether every part says it. */
function readParts(parts: string[], find: (text: string) => CodeMatch | undefined, { byCode }: Spelt): { code: string | undefined; isWhole: boolean } {
  if (parts.length < 2) return { code: undefined, isWhole: false };
  const heads = parts.map(find);
  const head = heads[0]?.kind === 'certain' ? heads[0].code : undefined;
  // "Protection - PE": beside its cluster an abbreviation of several meanings has one.
  const found = heads.map((match) => {
    const inside = match?.kind === 'ambiguous' ? match.codes.filter((code) => byCode.get(code)?.parent === head) : [];
    return head && inside.length === 1 ? ({ kind: 'certain', code: inside[0]! } as const) : match;
  });
  const certain = found.flatMap((match) => (match?.kind === 'certain' ? [match.code] : []));
  const narrow = certain.find((code) => certain.every((other) => other === code || byCode.get(code)?.parent === other));
  return { code: certain.length * 2 >= parts.length ? narrow : undefined, isWhole: certain.length === parts.length };
}

/**
 * @param csv text of data/sectors.csv or data/org-types.csv: code, English name, synonyms separated by `|`
 * @param kind where names in each language stand: `sector.HEA` of words/<language>/interface/codes.ts
 * @param decided what people of the country decided: folded spelling → code; wins over everything
 */
export function createCodeTable(
  csv: string,
  kind: 'sector' | 'org-type',
  ambiguous: Record<string, string[]> = {},
  decided: ReadonlyMap<string, string> = new Map(),
): CodeTable {
  const spelt = readTable(csv, kind);
  const look = (key: string): CodeMatch | undefined => {
    const own = decided.get(key);
    if (own) return { kind: 'certain', code: own };
    if (ambiguous[key]) return { kind: 'ambiguous', codes: ambiguous[key] };
    const codes = spelt.bySpelling.get(key);
    return codes && toMatch(codes);
  };
  /** As it is written, without what exports put around it, or with its words in any order. */
  const find = (text: string): CodeMatch | undefined => {
    const key = foldName(text);
    if (!key) return undefined;
    const exact = look(key) ?? look(key.replace(NOISE, ''));
    if (exact) return exact;
    const codes = spelt.byBag.get(bagOf(text));
    return codes && toMatch(codes);
  };
  /** @param near what to offer where nothing fits */
  const read = (text: string, near: (text: string) => string[]): CodeMatch => {
    if (!foldName(text)) return { kind: 'unknown' };
    // "1. Eau": the number is that of a list.
    const bare = text.replace(/^\s*\d{1,2}\s*[.)]\s*/u, '');
    const whole = find(bare);
    if (whole) return whole;
    // "Protection: GBV", "Protection (Child Protection)": the part after the general word is the more exact one. "Abris / NFI": two words for one.
    const cut = [PART, BETWEEN].map((mark) =>
      readParts(
        bare.split(mark).filter((part) => foldName(part) !== ''),
        find,
        spelt,
      ),
    );
    const sure = cut.find(({ code, isWhole }) => code !== undefined && isWhole);
    if (sure) return { kind: 'certain', code: sure.code! };
    const likely = cut.find(({ code }) => code !== undefined)?.code;
    const candidates = likely ? [likely] : near(bare);
    return candidates.length > 0 ? { kind: 'ambiguous', codes: candidates } : { kind: 'unknown' };
  };
  return {
    entries: spelt.entries,
    get: (code) => spelt.byCode.get(code),
    match: (text) => read(text, (bare) => nearCodes(spelt, bare)),
    sure(text) {
      const match = read(text, () => []);
      return match.kind === 'certain' ? match.code : undefined;
    },
  };
}

/** Whether one letter more, less or other makes one text of the other. */
function isOneSlip(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [x, y] = [a.slice(at), b.slice(at)];
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1);
}

export function createSectorTable(csv: string, decided?: ReadonlyMap<string, string>): CodeTable {
  return createCodeTable(csv, 'sector', AMBIGUOUS_SECTORS, decided);
}

/** The table with sectors of a file that no list of ours has, named by the words of the file in every language. */
export function withOwnSectors(table: CodeTable, sectors: readonly { code: string; text?: string | undefined }[]): CodeTable {
  const own = new Map(sectors.flatMap(({ code, text }) => (text === undefined ? [] : [[code, text] as const])));
  return {
    ...table,
    get(code) {
      const text = own.get(code);
      return table.get(code) ?? (text === undefined ? undefined : { code, parent: null, hapi: null, names: inEach(() => text) });
    },
  };
}

export function createOrgTypeTable(csv: string, decided?: ReadonlyMap<string, string>): CodeTable {
  return createCodeTable(csv, 'org-type', {}, decided);
}

/** What a code is called in a language of print: tables have names in those of the interface only. */
export function codeName(table: CodeTable, code: string, kind: 'sector' | 'org-type', lang: PrintLang): string {
  const id = `${kind}.${code}`;
  return isLang(lang) || !isWord(id) ? table.get(code)?.names[isLang(lang) ? lang : 'en'] || code : say(lang, id);
}
