/**
 * The proof: computed from the outlines before and after and from what the operations say of themselves. It imports nothing of the repair
 * (test/laws/proof.test.ts), so a fault there cannot hide here.
 */
import type { GeometryColumn } from '../../contract/admin.ts';
import type { OperationProof, ProofLevel, RepairProof, UnitProof } from '../../contract/boundaries/proof.ts';
import type { RepairDecisions, RepairOperation } from '../../contract/boundaries/repair.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { displacement } from './displacement.ts';
import type { Polygons } from './geos.ts';
import { ProofGeos } from './geos.ts';
import { outlineM, polygonsM2, rowM2, scaleAt } from './measure.ts';
import { compareNeighbours } from './neighbours.ts';
import { PlaceFinder, nearRows } from './places.ts';

/** One level before and after, row by row. Upper levels have no operations: they follow the deepest. */
export interface ProvedLevel {
  level: AdminLevel;
  keys: string[];
  pcodes: string[];
  names: string[];
  before: GeometryColumn;
  after: GeometryColumn;
  /** null for a level that follows another. */
  operations: RepairOperation[] | null;
}

export interface ProofInput {
  levels: ProvedLevel[];
  decisions: RepairDecisions;
  /** Nothing waits: then borders must match everywhere, unless something was refused. */
  complete: boolean;
  /** As planned: gaps up to this were filled, in metres. Units across one were neighbours. */
  widthM: number;
}

export interface ProvedRepair {
  proof: RepairProof;
  /** Ground gained and lost, by level and row, for the map. */
  ground: { level: AdminLevel; key: string; gained: Polygons; lost: Polygons }[];
}

const OVER_M = [1, 10, 50, 100, 500, 1000];
/** Vertices torn apart by rounding move by less than this. */
const ROUNDING_M = 0.002;
/** Areas of outlines with straight sides are exact to this share. */
const ROUNDING_SHARE = 1e-9;

/** Narrower places are not looked at one by one: rounding decides who covers them. */
const SEEN_M = 0.1;

/** Operations that change who has a place. */
const VISIBLE: ReadonlySet<RepairOperation['kind']> = new Set(['border', 'overlap', 'gap', 'slit', 'clip', 'extend']);

type Check = RepairProof['checks'][number];

export async function proveRepair(input: ProofInput): Promise<ProvedRepair> {
  const geos = await ProofGeos.create();
  const ground: ProvedRepair['ground'] = [];
  const checks: Check[] = [];
  const refused = Object.values(input.decisions.operations).some(({ verdict }) => verdict === 'refused');
  const judged = { ...input, complete: input.complete && !refused };
  const levels = input.levels.map((level) => proveLevel(geos, level, judged, ground, checks));
  const units = levels.filter(({ repaired }) => repaired).flatMap((level) => level.units);
  return {
    ground,
    proof: {
      levels,
      checks,
      furthestM: units.reduce((most, { displacementM }) => Math.max(most, displacementM), 0),
      moved: OVER_M.map((overM) => ({ overM, units: units.filter(({ displacementM }) => displacementM > overM).length })),
      ok: checks.every(({ status }) => status !== 'failed'),
    },
  };
}

function proveLevel(geos: ProofGeos, level: ProvedLevel, input: ProofInput, ground: ProvedRepair['ground'], checks: Check[]): ProofLevel {
  const { before, after, keys } = level;
  const rows = [...keys.keys()];
  const changed = rows.filter((row) => !isSame(before, after, row));
  const finder = new PlaceFinder(before, after);
  const reach = reachOf(level.operations ?? [], keys, Math.max(input.widthM, 10));
  const neighbours = compareNeighbours(before, after, finder, reach);
  const says = claimsOf(level.operations ?? [], keys);
  const units = changed.map((row): UnitProof => {
    const gained = geos.difference(after, row, before, row);
    const lost = geos.difference(before, row, after, row);
    ground.push({ level: level.level, key: keys[row]!, gained, lost });
    const [beforeM2, afterM2] = [rowM2(before, row), rowM2(after, row)];
    const [gainedM2, lostM2] = [polygonsM2(gained), polygonsM2(lost)];
    const moved = displacement(before, after, row);
    const names = (pairs: [number, number][]) => pairs.filter((pair) => pair.includes(row)).map(([a, b]) => keys[a === row ? b : a]!);
    return {
      key: keys[row]!,
      pcode: level.pcodes[row]!,
      name: level.names[row]!,
      beforeM2,
      afterM2,
      share: beforeM2 > 0 ? (afterM2 - beforeM2) / beforeM2 : 1,
      gainedM2,
      lostM2,
      displacementM: moved.metres,
      at: moved.at,
      ...countsOf(before, after, row),
      neighboursGained: names(neighbours.gained),
      neighboursLost: names(neighbours.lost),
      explained: level.operations === null || isExplained(says.get(keys[row]!), gainedM2, lostM2, tolerance(before, row, beforeM2)),
    };
  });
  units.sort((p, q) => q.displacementM - p.displacementM || Math.abs(q.share) - Math.abs(p.share) || (p.key < q.key ? -1 : 1));
  const operations = (level.operations ?? []).map((operation) => proveOperation(operation, input.decisions, finder, keys));
  const whole = wholeOf(geos, level, changed, neighbours);
  if (level.operations !== null) checks.push(...judge(level, input, units, operations, whole, says));
  return { level: level.level, repaired: level.operations !== null, unitCount: rows.length, units, operations, whole };
}

/** How far two rows may be from each other and be neighbours: as wide as what was filled between them. */
function reachOf(operations: RepairOperation[], keys: string[], least: number): (a: number, b: number) => number {
  const rowOf = new Map(keys.map((key, row) => [key, row]));
  const byPair = new Map<string, number>();
  for (const { units, widthM, filledM2 } of operations) {
    if (filledM2 === 0) continue;
    const rows = units.flatMap((key) => rowOf.get(key) ?? []);
    for (const a of rows) for (const b of rows) if (a < b) byPair.set(`${a} ${b}`, Math.max(widthM, byPair.get(`${a} ${b}`) ?? 0));
  }
  return (a, b) => Math.max(least, byPair.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? 0);
}

/** What operations say that each unit gains and loses. */
function claimsOf(operations: RepairOperation[], keys: string[]): Map<string, { gained: number; lost: number }> {
  const claims = new Map<string, { gained: number; lost: number }>();
  const known = new Set(keys);
  const add = (key: string | null, what: 'gained' | 'lost', areaM2: number) => {
    if (key === null || !known.has(key)) return;
    const claim = claims.get(key) ?? claims.set(key, { gained: 0, lost: 0 }).get(key)!;
    claim[what] += areaM2;
  };
  for (const { moves, units } of operations) {
    for (const key of units) add(key, 'gained', 0);
    for (const { from, to, areaM2, had } of moves) {
      add(from, 'lost', areaM2);
      add(to, 'gained', had ? 0 : areaM2);
    }
  }
  return claims;
}

function tolerance(before: GeometryColumn, row: number, areaM2: number): number {
  return 1 + ROUNDING_M * outlineM(before, row) + ROUNDING_SHARE * areaM2;
}

function isExplained(claim: { gained: number; lost: number } | undefined, gained: number, lost: number, within: number): boolean {
  return claim !== undefined && Math.abs(claim.gained - gained) <= within && Math.abs(claim.lost - lost) <= within;
}

function countsOf(before: GeometryColumn, after: GeometryColumn, row: number) {
  const count = ({ rows, polygons, rings }: GeometryColumn) => {
    const parts = rows[row + 1]! - rows[row]!;
    const all = polygons[rows[row + 1]!]! - polygons[rows[row]!]!;
    return { parts, holes: all - parts, vertices: rings[polygons[rows[row + 1]!]!]! - rings[polygons[rows[row]!]!]! - all };
  };
  const [old, now] = [count(before), count(after)];
  return {
    partsBefore: old.parts,
    partsAfter: now.parts,
    holesBefore: old.holes,
    holesAfter: now.holes,
    verticesBefore: old.vertices,
    verticesAfter: now.vertices,
  };
}

/** How far a line across the box may bulge from one map to another, in metres: a place in something narrower is not told apart by it. */
function bulgeM([west, south, east, north]: RepairOperation['bbox']): number {
  const [perLon, perLat] = scaleAt((south + north) / 2);
  const across = Math.hypot((east - west) * perLon, (north - south) * perLat);
  return ((across * across) / 8 / 6_371_000) * Math.tan((Math.min(80, Math.max(Math.abs(south), Math.abs(north))) * Math.PI) / 180);
}

/** At its widest place: covered by several or by nobody before, by one of those it names now. Where it says no place, there is nothing to see. */
function proveOperation(operation: RepairOperation, { operations }: RepairDecisions, finder: PlaceFinder, keys: string[]): OperationProof {
  const { id, kind, units, at, widthM, movesM, cutM2, filledM2, moves, rule } = operation;
  const verdict = operations[id];
  const visible = widthM > SEEN_M + 2 * bulgeM(operation.bbox) && VISIBLE.has(kind) && moves.length > 0;
  let seen = true;
  if (visible) {
    const [old, now] = [finder.before(at).map((row) => keys[row]!), finder.after(at).map((row) => keys[row]!)];
    const named = new Set(moves.flatMap(({ from, to }) => [from, to]));
    const wasNamed = old.every((key) => named.has(key) || units.includes(key));
    // Outside of a given outline there is one unit before and none afterwards.
    if (kind === 'clip') seen = old.length > 0 && wasNamed && now.length === 0;
    else seen = old.length !== 1 && wasNamed && now.length === 1 && named.has(now[0]!);
  }
  return {
    id,
    kind,
    units,
    at,
    widthM,
    movesM,
    cutM2,
    filledM2,
    moves,
    rule,
    acceptedBy: verdict?.by ?? '',
    acceptedAt: verdict?.at ?? '',
    reason: verdict?.reason ?? null,
    seen,
  };
}

function wholeOf(
  geos: ProofGeos,
  { before, after, keys, operations }: ProvedLevel,
  changed: number[],
  neighbours: ReturnType<typeof compareNeighbours>,
): ProofLevel['whole'] {
  const rows = [...keys.keys()];
  // A unit whose line ruled kept its outline, and yet others left its ground.
  const named = new Set((operations ?? []).flatMap(({ units }) => units));
  const concerned = new Set([...changed, ...rows.filter((row) => named.has(keys[row]!))]);
  const sum = (geometry: GeometryColumn) => rows.reduce((total, row) => total + rowM2(geometry, row), 0);
  const [unmatchedBefore, unmatchedAfter] = [geos.unmatched(before, rows), geos.unmatched(after, rows)];
  const [unionBeforeM2, unionAfterM2] = [unionM2(geos, before, [...concerned], unmatchedBefore), unionM2(geos, after, [...concerned], unmatchedAfter)];
  const moves = (operations ?? []).flatMap((operation) => operation.moves);
  const total = (test: (move: (typeof moves)[number]) => boolean) => moves.filter(test).reduce((area, { areaM2 }) => area + areaM2, 0);
  return {
    sumBeforeM2: sum(before),
    sumAfterM2: sum(after),
    unionBeforeM2,
    unionAfterM2,
    filledM2: total(({ from }) => from === null),
    droppedM2: total(({ to, had }) => to === null && !had),
    neighboursKept: neighbours.kept,
    neighboursGained: neighbours.gained.length,
    neighboursLost: neighbours.lost.length,
    unitsLost: rows.filter((row) => before.rows[row] !== before.rows[row + 1] && after.rows[row] === after.rows[row + 1]).map((row) => keys[row]!),
    partsBefore: before.polygons.length - 1,
    partsAfter: after.polygons.length - 1,
    unmatchedBefore: unmatchedBefore.length,
    unmatchedAfter: unmatchedAfter.filter((row) => operations === null || concerned.has(row)).length,
    invalidBefore: rows.filter((row) => before.rows[row] !== before.rows[row + 1] && !geos.isValid(before, row)).length,
    invalidAfter: rows.filter((row) => after.rows[row] !== after.rows[row + 1] && !geos.isValid(after, row)).length,
  };
}

/**
 * Ground that at least one of the rows covers. What matches all its neighbours and is nowhere near what does not (`unmatched` and invalid
 * rows) shares its ground with nobody; GEOS unites the rest.
 */
function unionM2(geos: ProofGeos, geometry: GeometryColumn, rows: number[], unmatched: number[]): number {
  const suspect = new Set([...unmatched, ...rows.filter((row) => !geos.isValid(geometry, row))]);
  const near = nearRows(geometry, [...suspect]);
  const apart = rows.filter((row) => !near.has(row));
  return (
    apart.reduce((total, row) => total + rowM2(geometry, row), 0) +
    polygonsM2(
      geos.union(
        geometry,
        rows.filter((row) => near.has(row)),
      ),
    )
  );
}

function judge(
  { level, before, keys }: ProvedLevel,
  { decisions, complete }: ProofInput,
  units: UnitProof[],
  operations: OperationProof[],
  whole: ProofLevel['whole'],
  says: Map<string, { gained: number; lost: number }>,
): Check[] {
  const check = (code: Check['code'], failed: string[], params: Record<string, number> = {}, skipped = false): Check => ({
    code,
    level,
    status: skipped ? 'skipped' : failed.length > 0 ? 'failed' : 'passed',
    units: failed.slice(0, 50),
    params,
  });
  const rowOf = new Map(keys.map((key, row) => [key, row]));
  const slack = units.reduce((sum, { key, beforeM2 }) => sum + tolerance(before, rowOf.get(key)!, beforeM2), 0);
  const difference = whole.unionBeforeM2 + whole.filledM2 - whole.droppedM2 - whole.unionAfterM2;
  const accepted = (key: string) => decisions.units[`${level}:${key}`]?.verdict === 'accepted';
  return [
    check(
      'explained',
      units.filter(({ explained }) => !explained).map(({ key }) => key),
    ),
    check('balance', Math.abs(difference) <= slack ? [] : ['*'], { differenceM2: difference, slackM2: slack }),
    check(
      'seen',
      operations.filter(({ seen }) => !seen).flatMap((operation) => operation.units),
      { operations: operations.filter(({ seen }) => !seen).length },
    ),
    check('coverage', whole.unmatchedAfter > 0 ? ['*'] : [], { unmatched: whole.unmatchedAfter }, !complete || operations.length === 0),
    check('valid', whole.invalidAfter > whole.invalidBefore || (complete && operations.length > 0 && whole.invalidAfter > 0) ? ['*'] : [], {
      before: whole.invalidBefore,
      after: whole.invalidAfter,
    }),
    check(
      'units',
      whole.unitsLost.filter((key) => !accepted(key)),
    ),
    check(
      'untouched',
      units.filter(({ key }) => !says.has(key)).map(({ key }) => key),
    ),
  ];
}

function isSame(p: GeometryColumn, q: GeometryColumn, row: number): boolean {
  const range = ({ rows, polygons, rings }: GeometryColumn) => [rings[polygons[rows[row]!]!]!, rings[polygons[rows[row + 1]!]!]!] as const;
  const [[a, b], [c, d]] = [range(p), range(q)];
  if (b - a !== d - c || p.rows[row + 1]! - p.rows[row]! !== q.rows[row + 1]! - q.rows[row]!) return false;
  for (let i = 0; i < 2 * (b - a); i++) if (p.coords[2 * a + i] !== q.coords[2 * c + i]) return false;
  return true;
}
