/** What changed between two versions of the boundaries of a country, level by level (decision 0060). Pure: tables in, relations out. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { LevelChanges, MovedPiece, VersionChanges } from '../../contract/boundaries/changes.ts';
import type { VersionTag } from '../../contract/ids.ts';
import { datesOf, proposeBump } from './bump.ts';
import { ancestorsOf, deriveGround } from './derive.ts';
import { layGround, type Ground } from './ground.ts';
import { pairLevels, type LevelPair } from './levels.ts';
import { matchUnits, type Matched } from './match.ts';
import { measureNoise, round, type Noise } from './noise.ts';
import type { Parents } from './pair.ts';
import { relateUnits } from './relate.ts';

export interface CompareOptions {
  from: VersionTag;
  /** null: a draft that has no number yet. */
  to: VersionTag | null;
  /** Is given each piece of ground that moved, level by level; they are not part of what is answered. */
  onPiece?: (piece: MovedPiece) => void;
}

interface BothTables {
  before: FeatureTable;
  after: FeatureTable;
}

/** One pair of levels with its ground laid. */
interface Laid extends BothTables {
  ground: Ground;
  derivedFrom: Laid | null;
  matched: Matched;
  noise?: Noise;
}

/** @throws TooLargeError where the outlines were made to be slow */
export function compareVersions(before: readonly FeatureTable[], after: readonly FeatureTable[], { from, to, onPiece }: CompareOptions): VersionChanges {
  const pairs = pairLevels(before, after);
  const laid = layLevels(pairs, before, after);
  const changes = new Map<LevelPair, LevelChanges>();
  const redated = new Map<LevelChanges, number>();
  // From the deepest, whose noise the derived levels share; parents are known from what was matched above.
  for (const pair of pairs.toReversed()) {
    const each = laid.get(pair);
    const told = each ? changesOf(each, parentsOf(pair, pairs, laid), onPiece) : oneSided(pair);
    changes.set(pair, told);
    redated.set(told, each ? countRedated(each) : 0);
  }
  const levels = pairs.map((pair) => changes.get(pair)!).toSorted((a, b) => a.level - b.level);
  return { from, to, bump: proposeBump(levels, (level) => redated.get(level) ?? 0), levels };
}

/** Pieces of ground that moved, of one level or all: for the map and for files. */
export function movedPieces(before: readonly FeatureTable[], after: readonly FeatureTable[], level?: number): MovedPiece[] {
  const pieces: MovedPiece[] = [];
  compareVersions(before, after, {
    from: 'v00' as VersionTag,
    to: null,
    onPiece: (piece) => (level === undefined || piece.level === level) && pieces.push(piece),
  });
  return pieces;
}

/** Upper levels that are the sums of the deepest are derived from it; others are laid on each other themselves. */
function layLevels(pairs: LevelPair[], allBefore: readonly FeatureTable[], allAfter: readonly FeatureTable[]): Map<LevelPair, Laid> {
  const laid = new Map<LevelPair, Laid>();
  let deepest: Laid | null = null;
  for (const pair of pairs.toReversed()) {
    const { before, after } = pair;
    if (!before || !after) continue;
    const tables = { before, after };
    const oldIn = deepest && ancestorsOf(allBefore, deepest.before, before);
    const newIn = deepest && oldIn && ancestorsOf(allAfter, deepest.after, after);
    const ground = deepest && oldIn && newIn ? deriveGround(deepest, tables, oldIn, newIn) : layGround(before, after);
    const each: Laid = { ...tables, ground, derivedFrom: oldIn && newIn ? deepest : null, matched: matchUnits(before, after, ground) };
    laid.set(pair, each);
    deepest ??= each;
  }
  return laid;
}

function parentsOf(pair: LevelPair, pairs: LevelPair[], laid: Map<LevelPair, Laid>): Parents {
  const { before, after } = pair;
  const above = pairs.find((each) => each.before !== null && each.before.level === (before?.level ?? 0) - 1);
  const known = above && laid.get(above);
  const isRenumbered = before?.level !== after?.level || (above !== undefined && above.before?.level !== above.after?.level);
  if (!known) return { codeOf: () => null, isRenumbered };
  const codes = new Map<string, string>();
  known.matched.goesOn.forEach((now, old) => now >= 0 && codes.set(known.before.units[old]!.pcode, known.after.units[now]!.pcode));
  return { codeOf: (code) => codes.get(code) ?? null, isRenumbered };
}

function changesOf(laid: Laid, parents: Parents, onPiece?: (piece: MovedPiece) => void): LevelChanges {
  const { before, after, ground, matched, derivedFrom } = laid;
  const pieces = ground.pieces((old, now) => !(old >= 0 && now >= 0 && matched.goesOn[old] === now));
  const noise = (laid.noise = measureNoise(before, after, ground, matched, pieces, derivedFrom?.noise));
  const related = relateUnits({ before, after, ground, matched, noise, pieces, parents, isDerived: derivedFrom !== null });
  if (onPiece) {
    for (const piece of related.moved) {
      onPiece({
        level: before.level,
        source: piece.old < 0 ? null : before.units[piece.old]!.pcode,
        target: piece.now < 0 ? null : after.units[piece.now]!.pcode,
        areaSqKm: piece.areaM2 / 1e6,
        widthM: noise.widthOf(piece),
        rings: piece.rings(),
      });
    }
  }
  const { w50M, w95M, units, floorM, regenerated, shift } = noise;
  return {
    level: before.level,
    ...(after.level === before.level ? {} : { toLevel: after.level }),
    units: { before: before.units.length, after: after.units.length },
    counts: related.counts,
    noise: {
      w50M,
      w95M,
      units: derivedFrom ? 0 : units,
      pieces: related.noise.pieces,
      areaSqKm: round(related.noise.areaM2 / 1e6, 6),
      floorM,
      regenerated,
      ...(shift ? { shift } : {}),
    },
    scheme: matched.scheme && { rules: matched.scheme.rules, units: matched.scheme.units, exceptions: matched.scheme.exceptions },
    ...(derivedFrom ? { derivedFrom: derivedFrom.before.level } : {}),
    overlapSqKm: { before: round(ground.overlapM2.before / 1e6, 6), after: round(ground.overlapM2.after / 1e6, 6) },
    relations: related.relations,
  };
}

function countRedated({ before, after, matched }: Laid): number {
  let count = 0;
  matched.goesOn.forEach((now, old) => now >= 0 && datesOf(before.units[old]!) !== datesOf(after.units[now]!) && count++);
  return count;
}

/** A level that only one version has: all its units came, or are gone. */
function oneSided({ before, after }: LevelPair): LevelChanges {
  const table = (before ?? after)!;
  const relation = before ? 'abolished' : 'created';
  return {
    level: table.level,
    units: { before: before?.units.length ?? 0, after: after?.units.length ?? 0 },
    counts: table.units.length > 0 ? { [relation]: table.units.length } : {},
    noise: { w50M: 0, w95M: 0, units: 0, pieces: 0, areaSqKm: 0, floorM: 0, regenerated: false },
    scheme: null,
    overlapSqKm: { before: 0, after: 0 },
    relations: table.units.map((unit, row) => {
      const shown = { pcode: unit.pcode, name: unit.names[0]?.name ?? '', parent: unit.parentPcode, areaSqKm: round(unit.areaSqKm, 6) };
      return {
        cluster: row + 1,
        relation,
        goesOn: false,
        source: before ? shown : null,
        target: before ? null : shown,
        sharedAreaSqKm: null,
        shareOfSource: before ? 1 : null,
        shareOfTarget: before ? null : 1,
        evidence: [],
        certainty: 'exact',
      };
    }),
  };
}
