/** Which old unit goes on as which new one: known by its outline, its code, its ground or its name, in this order of trust (decision 0060). */
import type { FeatureTable } from '../../contract/admin.ts';
import { foldName } from '../../matching/fold.ts';
import { findScheme, type FoundScheme } from './codes.ts';
import type { Ground } from './ground.ts';

/** Intersection over union from which a unit with its code is where it was, and from which ground alone says that it is the same. */
const SAME_CODE = 0.5;
const SAME_GROUND = 0.9;
/** A unit that keeps its code keeps at least this share of its ground, or is where it was not. */
export const LEAST_SHARE = 0.05;
/** A name goes with at least this share of the old ground, and never against this share elsewhere. */
const NAME_SHARE = 0.2;
const OUTWEIGHED = 0.8;

export interface Matched {
  /** New row of each old one, and the other way round; −1: does not go on, or came. */
  goesOn: Int32Array;
  cameFrom: Int32Array;
  /** The same code on ground that has nothing in common. */
  relocated: [old: number, now: number][];
  scheme: FoundScheme | null;
  names: Names;
  /** The code that an old unit has in the scheme of the new version. */
  codeOf(old: number): string;
}

export function matchUnits(before: FeatureTable, after: FeatureTable, ground: Ground): Matched {
  const goesOn = new Int32Array(before.units.length).fill(-1);
  const cameFrom = new Int32Array(after.units.length).fill(-1);
  const isOpen = (old: number, now: number) => goesOn[old] === -1 && cameFrom[now] === -1;
  const claim = (old: number, now: number) => {
    if (!isOpen(old, now)) return;
    goesOn[old] = now;
    cameFrom[now] = old;
  };
  ground.same.forEach((now, old) => now >= 0 && claim(old, now));
  const oldCodes = uniqueCodes(before);
  const newCodes = uniqueCodes(after);
  const pairsBy = (codeOf: (code: string) => string | null): [number, number][] =>
    [...oldCodes].flatMap(([code, old]): [number, number][] => {
      const now = newCodes.get(codeOf(code) ?? '');
      return now === undefined ? [] : [[old, now]];
    });
  const sameCode = pairsBy((code) => code);
  for (const [old, now] of sameCode) {
    if (overlapOf(ground, old, now) >= SAME_CODE || greaterShare(ground, old, now) >= SAME_GROUND) claim(old, now);
  }
  for (const [old, now] of mutualBest(ground, isOpen)) claim(old, now);
  const scheme = findScheme([...goesOn].flatMap((now, old): [string, string][] => (now < 0 ? [] : [[before.units[old]!.pcode, after.units[now]!.pcode]])));
  const coded = scheme ? [...pairsBy((code) => scheme.apply(code)), ...sameCode] : sameCode;
  for (const [old, now] of coded) if (greaterShare(ground, old, now) >= LEAST_SHARE) claim(old, now);
  const names = new Names(before, after);
  claimByName(before, ground, names, isOpen, claim);
  // Where either side has no ground, codes and names are all there is.
  const isBare = (old: number, now: number) => ground.oldM2[old] === 0 || ground.newM2[now] === 0;
  for (const [old, now] of coded) if (isBare(old, now)) claim(old, now);
  for (const [old, now] of names.uniquePairs()) if (isBare(old, now)) claim(old, now);
  const relocated = sameCode.filter(([old, now]) => isOpen(old, now) && greaterShare(ground, old, now) < LEAST_SHARE);
  const codeOf = (old: number) => scheme?.apply(before.units[old]!.pcode) ?? before.units[old]!.pcode;
  return { goesOn, cameFrom, relocated, scheme, names, codeOf };
}

function uniqueCodes({ units }: FeatureTable): Map<string, number> {
  const rows = new Map<string, number>();
  const twice = new Set<string>();
  units.forEach(({ pcode }, row) => {
    if (rows.has(pcode)) twice.add(pcode);
    rows.set(pcode, row);
  });
  for (const code of [...twice, '']) rows.delete(code);
  return rows;
}

const sharedOf = ({ ofOld }: Ground, old: number, now: number) => ofOld[old]!.find((shared) => shared.now === now)?.areaM2 ?? 0;

/** Intersection over union. */
export function overlapOf(ground: Ground, old: number, now: number): number {
  const shared = sharedOf(ground, old, now);
  return shared === 0 ? 0 : shared / (ground.oldM2[old]! + ground.newM2[now]! - shared);
}

function greaterShare(ground: Ground, old: number, now: number): number {
  const shared = sharedOf(ground, old, now);
  return shared === 0 ? 0 : shared / Math.min(ground.oldM2[old]!, ground.newM2[now]!);
}

/** Each is what the other shares most with, and they are nearly one. */
function* mutualBest(ground: Ground, isOpen: (old: number, now: number) => boolean): Iterable<[number, number]> {
  for (const [first] of ground.ofOld) {
    if (first && isOpen(first.old, first.now) && ground.ofNew[first.now]![0] === first && overlapOf(ground, first.old, first.now) >= SAME_GROUND) {
      yield [first.old, first.now];
    }
  }
}

function claimByName({ units }: FeatureTable, ground: Ground, names: Names, isOpen: Matching, claim: (old: number, now: number) => void): void {
  for (let old = 0; old < units.length; old++) {
    const all = ground.oldM2[old]!;
    const heirs = ground.ofOld[old]!.filter(({ now }) => isOpen(old, now));
    const named = heirs.filter(({ now, areaM2 }) => names.compare(old, now) === 'name' && areaM2 >= NAME_SHARE * all);
    if (named.length !== 1 || ground.ofOld[old]!.some((heir) => heir !== named[0] && heir.areaM2 >= OUTWEIGHED * all)) continue;
    claim(old, named[0]!.now);
  }
}

type Matching = (old: number, now: number) => boolean;

/** Names of both versions as folded: spelling, case and marks of letters do not count. */
export class Names {
  readonly #before: string[][];
  readonly #after: string[][];

  constructor(before: FeatureTable, after: FeatureTable) {
    const fold = ({ units }: FeatureTable) => units.map(({ names }) => names.map(({ name }) => foldName(name)).filter((name) => name !== ''));
    this.#before = fold(before);
    this.#after = fold(after);
  }

  /** `name`: the names shown are the same; `other-name`: one in another language is; `name-pattern`: the new one adds a word to the old one. */
  compare(old: number, now: number): 'name' | 'other-name' | 'name-pattern' | null {
    const [was, is] = [this.#before[old]!, this.#after[now]!];
    if (was.length === 0 || is.length === 0) return null;
    if (was[0] === is[0]) return 'name';
    if (was.some((name) => is.includes(name))) return 'other-name';
    return is[0]!.startsWith(`${was[0]!} `) || is[0]!.endsWith(` ${was[0]!}`) ? 'name-pattern' : null;
  }

  /** Rows whose name is borne once in each version. */
  uniquePairs(): [old: number, now: number][] {
    const once = (names: string[][]) => {
      const rows = new Map<string, number>();
      names.forEach(([name], row) => name !== undefined && rows.set(name, rows.has(name) ? -1 : row));
      return rows;
    };
    const news = once(this.#after);
    return [...once(this.#before)].flatMap(([name, old]): [number, number][] => {
      const now = news.get(name) ?? -1;
      return old < 0 || now < 0 ? [] : [[old, now]];
    });
  }
}
