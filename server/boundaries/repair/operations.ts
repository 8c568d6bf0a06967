/** Groups of faces as operations that a person can judge: where, how wide, what changes hands, and why. */
import type { RepairOperation } from '../../contract/boundaries/repair.ts';
import { WIDE_M } from '../../contract/boundaries/repair.ts';
import type { Cells } from './owners/cells.ts';
import type { Group } from './owners/groups.ts';
import type { LevelRepair } from './level.ts';
import type { Choice } from './owners/resolve.ts';
import { displacements } from './displacement.ts';

/** Two units are the same where their overlap has this share of both. */
const SAME = 0.999;
/** A gap that may be a unit that was left out: as large as others, and compact. */
const SIBLING_SHARES = [0.5, 2] as const;
const COMPACT = 0.3;

/** Of a unit, in edge match. */
const EDGE_SHARE = 0.01;

type Single = RepairOperation['single'][number];

/** All groups as operations, as `cells` and `choices` have them; in the order of the groups. */
export function describeGroups(repair: LevelRepair, cells: Cells, choices: Choice[], keys: string[]): RepairOperation[] {
  const median = medianOf(repair);
  const { alone, together } = displacements(repair, cells);
  return repair.groups.list.map((group, index) =>
    describe(repair, cells, group, index, choices[index]!, keys, median, { alone: alone[index]!, together: together[index]! }),
  );
}

function describe(
  repair: LevelRepair,
  cells: Cells,
  group: Group,
  index: number,
  choice: Choice,
  keys: string[],
  median: number,
  metres: { alone: number; together: number },
): RepairOperation {
  const { shapes } = repair.prepared;
  const { rulers } = repair;
  const moves = movesOf(repair, cells, index, keys);
  const units = group.rows.filter((row) => row !== rulers.outside).map((row) => keys[row]!);
  let widthM = group.torn?.shiftM ?? 0;
  let at = group.torn?.at ?? ([0, 0] as [number, number]);
  const bbox: RepairOperation['bbox'] = group.torn ? [...group.torn.bbox] : [Infinity, Infinity, -Infinity, -Infinity];
  let widest = -1;
  for (const face of group.faces) {
    const measured = shapes.measure(face);
    if (measured.widthM > widest) {
      widest = measured.widthM;
      if (!group.torn) at = measured.at;
    }
    widthM = Math.max(widthM, measured.widthM);
    for (const i of [0, 1] as const) bbox[i] = Math.min(bbox[i], measured.bbox[i]);
    for (const i of [2, 3] as const) bbox[i] = Math.max(bbox[i], measured.bbox[i]);
  }
  // What is not carried out moves nothing, and yet is told by its size.
  const furthestM = (metres: number) => (choice.accepted ? Math.max(metres, group.torn?.shiftM ?? 0, repair.redrawnM(group.rows)) : widthM);
  const pair = group.rows.length === 2 && (group.kind === 'border' || group.kind === 'slit');
  const [first, second] = pair ? [...group.rows].sort((p, q) => rulers.order[p]! - rulers.order[q]!) : [];
  const ruler = first === undefined ? null : choice.turned ? second! : first;
  return {
    id: group.id,
    level: repair.table.level,
    kind: group.kind,
    units,
    border: units.join('|'),
    widthM,
    movesM: furthestM(metres.alone),
    togetherM: furthestM(metres.together),
    cutM2: sum(moves.filter(({ from }) => from !== null)),
    filledM2: sum(moves.filter(({ from }) => from === null)),
    places: group.faces.length + (group.torn?.vertices ?? 0),
    at,
    bbox,
    moves,
    ruler: ruler === null ? null : keys[ruler]!,
    rule: ruleOf(repair, cells, group, choice, ruler),
    turnable: pair && rulers.disputed[first!] === rulers.disputed[second!],
    single: isBeyond(group) ? edgeSingle(repair, moves, widthM, keys) : singleOf(repair, group, widthM, median),
  };
}

const sum = (moves: RepairOperation['moves']) => rounded(moves.reduce((total, { areaM2 }) => total + areaM2, 0));
/** To a square centimetre: what is less depends on the order in which it was added up. */
const rounded = (areaM2: number) => Math.round(areaM2 * 1e4) / 1e4;

/** Who gives what to whom. Ground that several had counts for each that loses it. */
function movesOf({ prepared, rulers: { outside } }: LevelRepair, cells: Cells, index: number, keys: string[]): RepairOperation['moves'] {
  const { covers } = prepared.arrangement;
  const total = new Map<string, RepairOperation['moves'][number]>();
  for (const { cell, face } of cells.ofGroup[index]!) {
    const drawn = covers[face]!.rows;
    const [to] = cells.rows[cell]!;
    if (to === undefined || to < 0 || cells.rows[cell]!.length > 1) continue;
    const givers: (number | null)[] = drawn.length === 0 ? [null] : drawn.filter((row) => row !== to && row !== outside);
    for (const [i, from] of givers.entries()) {
      // Ground that two let go to a third is gained once.
      const move = {
        from: from === null ? null : keys[from]!,
        to: to === outside ? null : keys[to]!,
        areaM2: cells.areas[cell]!,
        had: i > 0 || (to !== outside && drawn.includes(to)),
      };
      const name = `${move.from ?? ''}\n${move.to ?? ''}\n${move.had}`;
      const known = total.get(name);
      if (known) known.areaM2 += move.areaM2;
      else total.set(name, move);
    }
  }
  const moves = [...total.values()].map((move) => ({ ...move, areaM2: rounded(move.areaM2) }));
  return moves.sort((p, q) => q.areaM2 - p.areaM2 || ((p.from ?? '') < (q.from ?? '') ? -1 : 1) || ((p.to ?? '') < (q.to ?? '') ? -1 : 1));
}

function ruleOf({ prepared, rulers }: LevelRepair, cells: Cells, group: Group, choice: Choice, ruler: number | null): RepairOperation['rule'] {
  if (group.kind === 'snap') return 'rounding';
  if (group.kind === 'extend') return 'country-outline';
  const overlaps = group.faces.filter((face) => prepared.arrangement.covers[face]!.rows.length > 1);
  const [first] = [...group.rows].sort((p, q) => rulers.order[p]! - rulers.order[q]!);
  if (overlaps.length > 0 && choice.accepted && !overlaps.some((face) => cells.rows[face]![0] === (ruler ?? first))) return 'part-kept';
  if (group.kind === 'clip') return 'country-outline';
  if (ruler !== null) return choice.turned ? 'turned' : rulers.ruleOf(group.rows[0]!, group.rows[1]!);
  if (group.kind === 'overlap')
    return rulers.ruleOf(
      first!,
      group.rows.find((row) => row !== first)!,
    );
  return group.rows.length === 1 ? 'only-neighbour' : 'shared';
}

function singleOf({ prepared, rulers }: LevelRepair, group: Group, widthM: number, median: number): Single[] {
  if (group.kind === 'snap') return [];
  const { covers } = prepared.arrangement;
  const reasons = new Set<Single>();
  for (const face of group.faces) {
    const { areaM2, widthM: width, perimeterM } = prepared.shapes.measure(face);
    const rows = covers[face]!.rows;
    if (rows.length === 0 && width > WIDE_M) reasons.add('wide-gap');
    const compact = (4 * Math.PI * areaM2) / perimeterM ** 2 > COMPACT;
    if (rows.length === 0 && compact && areaM2 > SIBLING_SHARES[0] * median && areaM2 < SIBLING_SHARES[1] * median) reasons.add('missing-unit');
    if (rows.length === 2 && rows.every((row) => areaM2 > SAME * rulers.areaM2[row]!)) reasons.add('duplicate');
  }
  if (widthM > WIDE_M && group.faces.some((face) => covers[face]!.rows.length > 0)) reasons.add('wide');
  if (group.rows.some((row) => rulers.disputed[row])) reasons.add('disputed');
  return [...reasons].sort();
}

/** Beside or beyond the given outline of the country. */
const isBeyond = ({ kind }: Group) => kind === 'clip' || kind === 'extend';

/** Led to an outline, a unit that changes by more than a hundredth of itself, or over a distance further than was said, is a question. */
function edgeSingle({ rulers, options }: LevelRepair, moves: RepairOperation['moves'], widthM: number, keys: string[]): Single[] {
  const reasons: Single[] = widthM > options.edgeDistanceM ? ['far'] : [];
  const rowOf = new Map(keys.map((key, row) => [key, row]));
  const isLarge = moves.some(({ from, to, areaM2 }) => [from, to].some((key) => key !== null && areaM2 > EDGE_SHARE * rulers.areaM2[rowOf.get(key)!]!));
  return isLarge ? [...reasons, 'large-share'] : reasons;
}

function widthOf({ prepared: { shapes } }: LevelRepair, { faces }: Group): number {
  return faces.reduce((most, face) => Math.max(most, shapes.measure(face).widthM), 0);
}

/** Which groups nothing recommends: to choose one of two equal units, or to share out what may be a unit. */
export function findOffers(repair: LevelRepair): boolean[] {
  const median = medianOf(repair);
  return repair.groups.list.map((group) => {
    if (isBeyond(group)) return group.kind === 'extend' && widthOf(repair, group) > repair.options.edgeDistanceM;
    const reasons = singleOf(repair, group, 0, median);
    return reasons.includes('duplicate') || reasons.includes('missing-unit');
  });
}

function medianOf({ rulers: { areaM2, outside } }: LevelRepair): number {
  const sorted = areaM2.filter((area, row) => area > 0 && row !== outside).sort();
  return sorted[sorted.length >> 1] ?? 0;
}

/** Operations by border, the border whose line moves furthest first, in it the operation that moves it furthest first. */
export function worstFirst(operations: RepairOperation[]): RepairOperation[] {
  const furthest = new Map<string, number>();
  for (const { border, movesM } of operations) furthest.set(border, Math.max(furthest.get(border) ?? 0, movesM));
  return operations.toSorted(
    (p, q) =>
      furthest.get(q.border)! - furthest.get(p.border)! ||
      (p.border < q.border ? -1 : p.border > q.border ? 1 : 0) ||
      q.movesM - p.movesM ||
      (p.id < q.id ? -1 : 1),
  );
}
