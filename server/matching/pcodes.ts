/**
 * P-codes as files write them to P-codes of a gazetteer. Exact first, then repairs that a person would make without thinking
 * (3w.md §2.2, §2.6): case and blanks, `.0` of a spreadsheet, ISO2 ↔ ISO3 or missing country prefix, lost or added zeros.
 * A repair counts only where exactly one code of the level fits, and it is always named. The parent is never read out of a code.
 */
import type { RetiredUnit } from '../contract/datasets/dataset.ts';
import type { AdminLevel, Iso3, Pcode } from '../contract/ids.ts';
import { iso2Of } from '../contract/iso2.ts';
import type { PlaceMatcherOptions } from './places.ts';

export type PcodeRepair = 'spelling' | 'decimal' | 'prefix' | 'zeros';

export interface PcodeMatch {
  pcode: Pcode;
  level: AdminLevel;
  /** Empty for an exact match. */
  repairs: PcodeRepair[];
}

/** What the index needs of an admin unit. */
export interface CodedUnit {
  pcode: string;
  parentPcode: string | null;
}

interface LevelIndex {
  exact: Set<string>;
  /** Tidied code, and code without country prefix, to the one code it stands for; null where several do. */
  tidy: Map<string, string | null>;
  bare: Map<string, string | null>;
  /** How codes of this level are cut into segments without their prefix (`[2, 2, 2]`), the layouts that occur. */
  layouts: number[][];
  sorted: string[];
}

export interface PcodeIndex {
  country: Iso3;
  /** Letters that the codes of the gazetteer begin with (`SL`), which ISO 3166 does not always say. */
  prefix: string;
  levels: Map<AdminLevel, LevelIndex>;
}

/** Codes of all levels; segments are learnt from parents, whose code most (not all) codes begin with. */
export function indexPcodes(levels: { level: AdminLevel; units: CodedUnit[] }[], country: Iso3): PcodeIndex {
  const index: PcodeIndex = { country, prefix: prefixOf(levels), levels: new Map() };
  const segments = new Map<string, number[]>();
  for (const { level, units } of levels.toSorted((a, b) => a.level - b.level)) {
    const entry: LevelIndex = { exact: new Set(), tidy: new Map(), bare: new Map(), layouts: [], sorted: [] };
    const layouts = new Map<string, number>();
    for (const { pcode, parentPcode } of units) {
      if (pcode === '' || entry.exact.has(pcode)) continue;
      entry.exact.add(pcode);
      const tidy = tidyPcode(pcode);
      const bare = withoutPrefix(tidy, index);
      addUnique(entry.tidy, tidy, pcode);
      addUnique(entry.bare, bare, pcode);
      const parent = parentPcode === null ? null : withoutPrefix(tidyPcode(parentPcode), index);
      const above =
        level > 1 && parent !== null && parent !== '' && bare.startsWith(parent) ? (segments.get(`${level - 1}/${parentPcode}`) ?? [parent.length]) : [];
      const layout = [...above, bare.length - above.reduce((sum, length) => sum + length, 0)].filter((length) => length > 0);
      segments.set(`${level}/${pcode}`, layout);
      layouts.set(layout.join(), (layouts.get(layout.join()) ?? 0) + 1);
    }
    entry.sorted = [...entry.exact].sort();
    // A handful of layouts covers every country; more would only invent matches.
    entry.layouts = [...layouts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 4)
      .map(([key]) => key.split(',').map(Number));
    index.levels.set(level, entry);
  }
  return index;
}

/** The unit of `level` that `written` means, or undefined. Numbers must come as text with all their digits. */
export function findPcode(index: PcodeIndex, written: string, level: AdminLevel): PcodeMatch | undefined {
  const entry = index.levels.get(level);
  if (!entry || written === '') return undefined;
  if (entry.exact.has(written)) return { pcode: written as Pcode, level, repairs: [] };
  const repairs: PcodeRepair[] = [];
  const whole = written.trim().replace(/^(\d+)\.0+$/, '$1');
  if (whole !== written.trim()) repairs.push('decimal');
  const tidy = tidyPcode(whole);
  const found = (pcode: string, ...more: PcodeRepair[]): PcodeMatch => ({ pcode: pcode as Pcode, level, repairs: [...repairs, ...more] });
  if (entry.exact.has(tidy) || entry.tidy.get(tidy)) {
    const pcode = entry.exact.has(tidy) ? tidy : entry.tidy.get(tidy)!;
    return whole === pcode ? found(pcode) : found(pcode, 'spelling');
  }
  if (tidy !== whole.toUpperCase()) repairs.push('spelling');
  const bare = withoutPrefix(tidy, index);
  const prefixed = entry.bare.get(bare);
  if (prefixed) return found(prefixed, 'prefix');
  const fitting = new Set<string>();
  for (const layout of entry.layouts) {
    for (const sign of [-1, 1] as const) {
      for (const candidate of realign(bare, layout, sign)) {
        const pcode = entry.bare.get(candidate);
        if (pcode) fitting.add(pcode);
      }
    }
  }
  if (fitting.size !== 1) return undefined;
  const [pcode] = fitting;
  const samePrefix = tidyPcode(pcode!).length - withoutPrefix(tidyPcode(pcode!), index).length === tidy.length - bare.length;
  return samePrefix ? found(pcode!, 'zeros') : found(pcode!, 'prefix', 'zeros');
}

/** Codes of the level that look most like `written`, for a person to choose from: at most `limit`, nearest first. */
export function nearPcodes(index: PcodeIndex, written: string, level: AdminLevel, limit = 3): Pcode[] {
  const entry = index.levels.get(level);
  if (!entry || written === '') return [];
  const tidy = tidyPcode(written);
  const bare = withoutPrefix(tidy, index);
  // Neighbours in sort order share the longest beginning; of both spellings of the prefix, because the wrong one is often the reason.
  const prefix = entry.sorted[0] === undefined ? '' : entry.sorted[0].slice(0, entry.sorted[0].length - withoutPrefix(entry.sorted[0], index).length);
  const pool = new Set<string>();
  for (const key of [tidy, prefix + bare]) {
    const at = insertionPoint(entry.sorted, key);
    for (const pcode of entry.sorted.slice(Math.max(0, at - 8), at + 8)) pool.add(pcode);
  }
  return [...pool]
    .map((pcode) => ({ pcode, distance: editDistance(bare, withoutPrefix(tidyPcode(pcode), index)) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance || (a.pcode < b.pcode ? -1 : 1))
    .slice(0, limit)
    .map(({ pcode }) => pcode as Pcode);
}

/** Upper case, full-width forms made plain, blanks and delimiters out: `sl 01-02` → `SL0102`. */
function tidyPcode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-_./'’\u200b\u200e\u200f]+/g, '');
}

/** Letters in front of all codes of the first coded level; '' where they share none. */
function prefixOf(levels: { level: AdminLevel; units: CodedUnit[] }[]): string {
  const first = levels.filter(({ level, units }) => level > 0 && units.length > 0).toSorted((a, b) => a.level - b.level)[0];
  const letters = new Set(first?.units.map(({ pcode }) => /^[A-Z]*/.exec(tidyPcode(pcode))![0]));
  return letters.size === 1 ? [...letters][0]!.slice(0, 3) : '';
}

/** Without the country's ISO3 or ISO2 letters, or those of its own codes, in front; unchanged where nothing would be left. */
function withoutPrefix(tidy: string, { country, prefix: own }: Pick<PcodeIndex, 'country' | 'prefix'>): string {
  const prefix = [country, own, iso2Of(country) ?? ''].find((each) => each !== '' && tidy.startsWith(each)) ?? '';
  return tidy.length > prefix.length ? tidy.slice(prefix.length) : tidy;
}

/**
 * Readings of `bare` where some segments of `layout` have lost their leading zero (sign −1) or got one too many (+1).
 * Both at once are not tried: that would be a guess.
 */
function realign(bare: string, layout: number[], sign: -1 | 1): string[] {
  const total = layout.reduce((sum, length) => sum + length, 0);
  const changes = Math.abs(bare.length - total);
  if (Math.sign(bare.length - total) !== sign || changes > layout.length) return [];
  const results: string[] = [];
  const walk = (segment: number, at: number, left: number, made: string) => {
    if (segment === layout.length) {
      if (at === bare.length && left === 0) results.push(made);
      return;
    }
    const length = layout[segment]!;
    walk(segment + 1, at + length, left, made + bare.slice(at, at + length));
    if (left === 0) return;
    if (sign < 0 && length > 1) walk(segment + 1, at + length - 1, left - 1, `${made}0${bare.slice(at, at + length - 1)}`);
    if (sign > 0 && bare[at] === '0') walk(segment + 1, at + length + 1, left - 1, made + bare.slice(at + 1, at + length + 1));
  };
  walk(0, 0, changes, '');
  return results;
}

function addUnique(map: Map<string, string | null>, key: string, pcode: string): void {
  map.set(key, map.has(key) && map.get(key) !== pcode ? null : pcode);
}

function insertionPoint(sorted: string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Levenshtein. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    previous = row;
  }
  return previous[b.length]!;
}

/** Codes of the version before that the current boundaries have under another code. */
export type Recoded = { level: AdminLevel; before: string; after: string }[];
/** Units of versions before that are no more, with the last version that had them, and which units lie there now. */
export type Retired = (RetiredUnit & { level: AdminLevel; version?: string })[];

export function toRetired(version: string, retired: Retired = []): PlaceMatcherOptions['retired'] {
  const gone = new Map(
    retired.map((unit) => [
      `${unit.level} ${unit.pcode}`,
      { names: unit.names, into: unit.into as { pcode: Pcode; share: number }[], version: unit.version ?? version },
    ]),
  );
  return (code, level) => gone.get(`${level} ${code}`);
}

/**
 * The code repair that a place matcher asks for: the same code written otherwise, or the code a unit had in the version before.
 * Like every repair it counts only where the name beside it agrees.
 */
export function toRepair(index: PcodeIndex, recoded: Recoded = []): PlaceMatcherOptions['repair'] {
  const former = new Map(recoded.map(({ level, before, after }) => [`${level} ${before}`, after as Pcode]));
  return (code, level) => {
    const pcode = former.get(`${level} ${code}`);
    if (pcode) return { pcode, how: 'recoded' };
    const found = findPcode(index, code, level);
    return found && found.repairs.length > 0 ? { pcode: found.pcode as Pcode, how: found.repairs.join('+') } : undefined;
  };
}
