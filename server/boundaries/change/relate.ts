/** Relations of the units of a level: pairs that share more than noise, in clusters, each with its class, shares and evidence (decision 0060). */
import type { FeatureTable } from '../../contract/admin.ts';
import type { ChangedUnit, Relation, UnitRelation } from '../../contract/boundaries/changes.ts';
import type { Ground, Piece } from './ground.ts';
import { LEAST_SHARE, type Matched } from './match.ts';
import { round, type Noise } from './noise.ts';
import { describePair, type Parents } from './pair.ts';

/** Less than this of both units is land that changed hands, not what a unit was made of. */
const PART_SHARE = 0.1;
const EXACT_SHARE = 0.9995;
const NEAR_SHARE = 0.98;

/** A pair with ground in common that counts. */
interface Kept {
  old: number;
  now: number;
  areaM2: number;
  /** What units consist of; the rest is land that was transferred. */
  isPart: boolean;
  widthM: number;
}

export interface Related {
  relations: UnitRelation[];
  counts: Partial<Record<Relation, number>>;
  /** Pieces that are noise. */
  noise: { pieces: number; areaM2: number };
  /** Pieces that moved. */
  moved: Piece[];
}

export interface RelateInput {
  before: FeatureTable;
  after: FeatureTable;
  ground: Ground;
  matched: Matched;
  noise: Noise;
  /** Between units that do not go on as each other, and of ground that one version only covers. */
  pieces: Piece[];
  parents: Parents;
  isDerived: boolean;
}

export function relateUnits(input: RelateInput): Related {
  const moves = sumMoves(input);
  const kept = keepPairs(input, moves);
  const groups = new Groups(input.before.units.length, input.after.units.length);
  const clusters = new Groups(input.before.units.length, input.after.units.length);
  for (const pair of kept) {
    clusters.join(pair.old, pair.now);
    if (pair.isPart) groups.join(pair.old, pair.now);
  }
  for (const [old, now] of input.matched.relocated) clusters.join(old, now);
  const rows = new Rows(input, kept, moves, groups, clusters);
  return { ...rows.make(), noise: moves.noise, moved: moves.moved };
}

interface Moves {
  /** Ground that moved between two units, by pair: m² and greatest width. */
  of: Map<string, { areaM2: number; widthM: number }>;
  /** Ground of an old unit that no new one covers any more, and of a new one that none covered, beyond the noise of a coast. */
  lost: Float64Array;
  won: Float64Array;
  noise: { pieces: number; areaM2: number };
  moved: Piece[];
}

function sumMoves({ before, after, ground, noise, pieces, matched }: RelateInput): Moves {
  const of = new Map<string, { areaM2: number; widthM: number }>();
  const lost = new Float64Array(before.units.length);
  const won = new Float64Array(after.units.length);
  const small = { pieces: 0, areaM2: 0 };
  const moved: Piece[] = [];
  for (const piece of pieces) {
    const { old, now, areaM2 } = piece;
    if (!noise.isMoved(piece)) {
      const isOpen = (old >= 0 && matched.goesOn[old]! < 0) || (now >= 0 && matched.cameFrom[now]! < 0);
      if (!isOpen) {
        small.pieces++;
        small.areaM2 += areaM2;
      }
      continue;
    }
    // Where the other version has no ground of the unit at all, nothing is known to be lost or won.
    if (now < 0 && matched.goesOn[old]! >= 0 && ground.newM2[matched.goesOn[old]!] === 0) continue;
    if (old < 0 && matched.cameFrom[now]! >= 0 && ground.oldM2[matched.cameFrom[now]!] === 0) continue;
    moved.push(piece);
    if (now < 0) lost[old]! += areaM2;
    else if (old < 0) won[now]! += areaM2;
    else {
      const sum = of.get(`${old} ${now}`) ?? { areaM2: 0, widthM: 0 };
      of.set(`${old} ${now}`, { areaM2: sum.areaM2 + areaM2, widthM: Math.max(sum.widthM, noise.widthOf(piece)) });
    }
  }
  return { of, lost, won, noise: small, moved };
}

function keepPairs({ before, ground, matched: { goesOn, cameFrom } }: RelateInput, moves: Moves): Kept[] {
  const kept: Kept[] = [];
  for (let old = 0; old < before.units.length; old++) {
    for (const shared of ground.ofOld[old]!) {
      const { now, areaM2 } = shared;
      const move = moves.of.get(`${old} ${now}`);
      const widthM = move?.widthM ?? 0;
      if (goesOn[old] === now) kept.push({ old, now, areaM2, isPart: true, widthM });
      else if (goesOn[old]! >= 0 && cameFrom[now]! >= 0) {
        // Beside what moved there are strips of noise along the same border.
        if (move) kept.push({ old, now, areaM2: move.areaM2, isPart: false, widthM });
      } else {
        const [ofOld, ofNew] = [areaM2 / ground.oldM2[old]!, areaM2 / ground.newM2[now]!];
        const open = Math.max(goesOn[old]! < 0 ? ofOld : 0, cameFrom[now]! < 0 ? ofNew : 0);
        const isLargest = (goesOn[old]! < 0 && ground.ofOld[old]![0] === shared) || (cameFrom[now]! < 0 && ground.ofNew[now]![0] === shared);
        if (open < LEAST_SHARE && !move) continue;
        kept.push({ old, now, areaM2, isPart: open >= PART_SHARE || (isLargest && open >= LEAST_SHARE), widthM });
      }
    }
    const now = goesOn[old]!;
    // By code or name only: either has no ground.
    if (now >= 0 && !ground.ofOld[old]!.some((shared) => shared.now === now)) kept.push({ old, now, areaM2: 0, isPart: true, widthM: 0 });
  }
  return kept;
}

/** Units of both versions that hang together. */
class Groups {
  readonly #up: Int32Array;
  readonly #olds: number;

  constructor(olds: number, news: number) {
    this.#olds = olds;
    this.#up = Int32Array.from({ length: olds + news }, (_, i) => i);
  }

  join(old: number, now: number): void {
    const [a, b] = [this.ofOld(old), this.ofNew(now)];
    if (a !== b) this.#up[Math.max(a, b)] = Math.min(a, b);
  }

  ofOld(old: number): number {
    let at = old;
    while (this.#up[at] !== at) at = this.#up[at] = this.#up[this.#up[at]!]!;
    return at;
  }

  ofNew(now: number): number {
    return this.ofOld(this.#olds + now);
  }
}

interface Group {
  olds: number;
  news: number;
  goOn: number;
  /** Shares of land that came or went without making another unit. */
  isAdjusted: boolean;
}

class Rows {
  readonly #in: RelateInput;
  readonly #kept: Kept[];
  readonly #moves: Moves;
  readonly #groups: Groups;
  readonly #clusters: Groups;
  readonly #of = new Map<number, Group>();
  readonly #oldM2: Float64Array;
  readonly #newM2: Float64Array;
  readonly #numbers = new Map<number, number>();
  readonly #counts: Partial<Record<Relation, number>> = {};
  readonly #relations: UnitRelation[] = [];

  constructor(input: RelateInput, kept: Kept[], moves: Moves, groups: Groups, clusters: Groups) {
    this.#in = input;
    this.#kept = kept;
    this.#moves = moves;
    this.#groups = groups;
    this.#clusters = clusters;
    // Ground that counts: what is noise belongs to no row, so that the rows of a unit add up to one.
    this.#oldM2 = moves.lost.slice();
    this.#newM2 = moves.won.slice();
    for (const { old, now, areaM2 } of kept) {
      this.#oldM2[old]! += areaM2;
      this.#newM2[now]! += areaM2;
    }
  }

  make(): Pick<Related, 'relations' | 'counts'> {
    const { before, after, matched } = this.#in;
    for (let old = 0; old < before.units.length; old++) this.#groupOf(this.#groups.ofOld(old)).olds++;
    for (let now = 0; now < after.units.length; now++) this.#groupOf(this.#groups.ofNew(now)).news++;
    for (const { old, now, isPart } of this.#kept) {
      // By its ground alone a unit goes on as one other, but keeps nothing of itself in several.
      if (isPart && matched.goesOn[old] === now && this.#isKnownBySelf(old, now)) this.#groupOf(this.#groups.ofOld(old)).goOn++;
      if (isPart) continue;
      this.#groupOf(this.#groups.ofOld(old)).isAdjusted = true;
      this.#groupOf(this.#groups.ofNew(now)).isAdjusted = true;
    }
    this.#moves.lost.forEach((areaM2, old) => areaM2 > 0 && (this.#groupOf(this.#groups.ofOld(old)).isAdjusted = true));
    this.#moves.won.forEach((areaM2, now) => areaM2 > 0 && (this.#groupOf(this.#groups.ofNew(now)).isAdjusted = true));
    const firstOf = new Map<number, Relation>();
    const byOld = Map.groupBy(this.#kept, ({ old }) => old);
    for (let old = 0; old < before.units.length; old++) {
      for (const pair of byOld.get(old) ?? []) firstOf.set(this.#groups.ofOld(old), this.#addPair(pair, firstOf.get(this.#groups.ofOld(old))));
      this.#addRemainder(old, byOld.has(old));
    }
    for (const [old, now] of matched.relocated) this.#addRelocated(old, now);
    for (let now = 0; now < after.units.length; now++) this.#addNew(now);
    return { relations: this.#relations.sort((a, b) => a.cluster - b.cluster), counts: this.#counts };
  }

  /** By its code or its name. */
  #isKnownBySelf(old: number, now: number): boolean {
    const { matched, before, after } = this.#in;
    const code = after.units[now]!.pcode;
    return (code !== '' && (code === before.units[old]!.pcode || code === matched.codeOf(old))) || matched.names.compare(old, now) === 'name';
  }

  #groupOf(root: number): Group {
    let group = this.#of.get(root);
    if (!group) this.#of.set(root, (group = { olds: 0, news: 0, goOn: 0, isAdjusted: false }));
    return group;
  }

  #numberOf(root: number): number {
    let number = this.#numbers.get(root);
    if (number === undefined) this.#numbers.set(root, (number = this.#numbers.size + 1));
    return number;
  }

  #count(relation: Relation): void {
    this.#counts[relation] = (this.#counts[relation] ?? 0) + 1;
  }

  /** @param first what the first pair of the same group was: an event counts once. */
  #addPair(pair: Kept, first: Relation | undefined): Relation {
    const { before, after, ground, matched, parents, isDerived } = this.#in;
    const { old, now, areaM2, widthM } = pair;
    const group = this.#groupOf(this.#groups.ofOld(old));
    const isSame = matched.goesOn[old] === now;
    const hasGround = ground.oldM2[old]! > 0 && ground.newM2[now]! > 0;
    const [ofOld, ofNew] = [areaM2 / this.#oldM2[old]!, areaM2 / this.#newM2[now]!];
    const isAlone = group.olds === 1 && group.news === 1;
    const goesOn = isSame ? isAlone || this.#isKnownBySelf(old, now) : pair.isPart && isAlone && ofOld > 0.5 && ofNew > 0.5;
    const told = describePair(this.#in, old, now, goesOn, parents);
    const event = pair.isPart ? eventOf(group) : 'transferred';
    let relation: Relation;
    let also = told.also;
    if (event !== null) relation = event;
    else if (!goesOn) relation = 'redistricted';
    else if (group.isAdjusted) relation = 'adjusted';
    else {
      relation = also[0] ?? 'unchanged';
      also = also.slice(1);
    }
    if (!goesOn) also = [];
    if (event === null || event === 'transferred' || first !== event) this.#count(relation);
    for (const each of also) this.#count(each);
    this.#relations.push({
      cluster: this.#numberOf(this.#clusters.ofOld(old)),
      relation,
      ...(also.length > 0 ? { also } : {}),
      goesOn,
      source: unitOf(before, old),
      target: unitOf(after, now),
      ...(hasGround ? sharesOf(areaM2, ofOld, ofNew) : { sharedAreaSqKm: null, shareOfSource: null, shareOfTarget: null }),
      evidence: isDerived && hasGround ? [...told.evidence, 'children'] : told.evidence,
      certainty: !hasGround ? 'asserted' : certaintyOf(ofOld),
      ...(told.names && goesOn ? { names: told.names } : {}),
      ...(widthM > 0 && relation !== 'unchanged' ? { widthM: round(widthM, 1) } : {}),
    });
    return event === 'transferred' ? (first ?? relation) : relation;
  }

  /** Ground that no new unit covers, and units that have no heir. */
  #addRemainder(old: number, hasHeir: boolean): void {
    const { before, ground, matched } = this.#in;
    const lost = this.#moves.lost[old]!;
    if (hasHeir && !(lost > 0)) return;
    const hasGround = ground.oldM2[old]! > 0;
    const isRelocated = matched.relocated.some(([from]) => from === old);
    const relation: Relation = hasHeir ? this.#remainderOf(this.#groups.ofOld(old)) : isRelocated ? 'relocated' : 'abolished';
    if (relation === 'abolished') this.#count(relation);
    const areaM2 = hasHeir ? lost : ground.oldM2[old]!;
    const share = hasHeir ? lost / this.#oldM2[old]! : 1;
    this.#relations.push({
      cluster: this.#numberOf(this.#clusters.ofOld(old)),
      relation,
      goesOn: false,
      source: unitOf(before, old),
      target: null,
      sharedAreaSqKm: hasGround ? round(areaM2 / 1e6, 6) : null,
      shareOfSource: hasGround ? round(share, 6) : null,
      shareOfTarget: null,
      evidence: hasGround ? ['ground'] : ['code'],
      certainty: hasGround ? certaintyOf(share) : 'asserted',
    });
  }

  #remainderOf(root: number): Relation {
    return eventOf(this.#groupOf(root)) ?? 'adjusted';
  }

  #addNew(now: number): void {
    const { after, ground, matched } = this.#in;
    const won = this.#moves.won[now]!;
    const covered = this.#newM2[now]! - won;
    const isKnown = covered > 0 || matched.cameFrom[now]! >= 0;
    if (isKnown && !(won > 0)) return;
    const hasGround = ground.newM2[now]! > 0;
    const isRelocated = matched.relocated.some(([, to]) => to === now);
    const relation: Relation = isKnown ? this.#remainderOf(this.#groups.ofNew(now)) : isRelocated ? 'relocated' : 'created';
    if (relation === 'created') this.#count(relation);
    this.#relations.push({
      cluster: this.#numberOf(this.#clusters.ofNew(now)),
      relation,
      goesOn: false,
      source: null,
      target: unitOf(after, now),
      sharedAreaSqKm: hasGround ? round((isKnown ? won : ground.newM2[now]!) / 1e6, 6) : null,
      shareOfSource: null,
      shareOfTarget: hasGround ? round(isKnown ? won / this.#newM2[now]! : 1, 6) : null,
      evidence: hasGround ? ['ground'] : ['code'],
      certainty: hasGround ? 'exact' : 'asserted',
    });
  }

  #addRelocated(old: number, now: number): void {
    const { before, after, parents } = this.#in;
    this.#count('relocated');
    this.#relations.push({
      cluster: this.#numberOf(this.#clusters.ofOld(old)),
      relation: 'relocated',
      goesOn: false,
      source: unitOf(before, old),
      target: unitOf(after, now),
      sharedAreaSqKm: 0,
      shareOfSource: 0,
      shareOfTarget: 0,
      evidence: describePair(this.#in, old, now, true, parents).evidence,
      certainty: 'asserted',
    });
  }
}

/** What a group of several units is; null: one goes on as one. */
function eventOf({ olds, news, goOn }: Group): Relation | null {
  if (olds === 1 && news === 1) return null;
  if (olds === 1) return goOn > 0 ? 'split-off' : 'split';
  if (news === 1) return goOn > 0 ? 'absorbed' : 'merged';
  return 'redistricted';
}

function sharesOf(areaM2: number, ofOld: number, ofNew: number): Pick<UnitRelation, 'sharedAreaSqKm' | 'shareOfSource' | 'shareOfTarget'> {
  return { sharedAreaSqKm: round(areaM2 / 1e6, 6), shareOfSource: round(ofOld, 6), shareOfTarget: round(ofNew, 6) };
}

function certaintyOf(share: number): UnitRelation['certainty'] {
  if (share >= EXACT_SHARE) return 'exact';
  return share >= NEAR_SHARE ? 'near' : 'estimated';
}

function unitOf({ units }: FeatureTable, row: number): ChangedUnit {
  const { pcode, names, parentPcode, areaSqKm } = units[row]!;
  return { pcode, name: names[0]?.name ?? '', parent: parentPcode, areaSqKm: round(areaSqKm, 6) };
}
