/**
 * Coordinates of rows: they place a row that has no code, and contradict a code or name whose unit they lie outside of. Never more than a doubt:
 * a contradiction is asked, and until then the row stays in the unit that holds both.
 */
import type { AdminUnit } from '../../contract/admin.ts';
import type { NumberStyle } from '../../contract/columns.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { Cell, RawColumn } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import type { PointLocator } from '../../geometry/locate.ts';
import {
  decisionKey,
  toCandidate,
  unique,
  type PlaceCandidate,
  type PlaceMatch,
  type PlaceMatcher,
  type PlaceQuestion,
  type StatedPlace,
} from '../../matching/places.ts';

export type Point = readonly [lon: number, lat: number];

export interface PointReader {
  read: (row: number) => Point | null;
  /** Cells that hold something which is no pair of degrees. */
  unreadable: () => { row: number; text: string }[];
}

/**
 * How far outside its unit a point may lie, in kilometres: phones are out by tens of metres, but boundaries of different making by hundreds,
 * and the coordinates of a place near the border fall on either side.
 */
const TOLERANCE_KM = 2;
/** Half a step of the last decimal, in kilometres at the equator: `14.1` may be 5 km away. */
const roundingKm = (decimals: number) => (decimals >= 4 ? 0 : (111 / 2) * 10 ** -decimals);

/** Both columns, or none. @param styles how numbers are written, where a person said it */
export function createPointReader(
  lat: RawColumn | undefined,
  lon: RawColumn | undefined,
  styles: { lat?: NumberStyle | undefined; lon?: NumberStyle | undefined } = {},
): PointReader {
  const unreadable: { row: number; text: string }[] = [];
  if (!lat || !lon) return { read: () => null, unreadable: () => unreadable };
  return {
    unreadable: () => unreadable,
    read: (row) => {
      const [y, x] = [lat.cells[row] ?? null, lon.cells[row] ?? null];
      const texts = [cellText(y), cellText(x)];
      if (texts.every((text) => text === '')) return null;
      const [north, east] = [degreesOf(y, styles.lat), degreesOf(x, styles.lon)];
      // 0°, 0° is the sea off Ghana, and what an empty form says.
      if (north !== null && east !== null && Math.abs(north) <= 90 && Math.abs(east) <= 180 && (north !== 0 || east !== 0)) return [east, north];
      unreadable.push({ row, text: texts.join(', ') });
      return null;
    },
  };
}

/** `14.1`, `14,1`, `14.1° N`, `-14.1`. */
function degreesOf(cell: Cell, style: NumberStyle | undefined): number | null {
  if (typeof cell === 'number') return cell;
  const text = cellText(cell);
  const parts = /^([-+]?\d+(?:[.,]\d+)?)\s*°?\s*([NSEWO])?$/i.exec(style?.decimal === ',' ? text.replace(',', '.') : text);
  if (!parts) return null;
  const value = Number(parts[1]!.replace(',', '.'));
  return /[SWO]/i.test(parts[2] ?? '') ? -Math.abs(value) : value;
}

const decimalsOf = (value: number) => /\.(\d+)/.exec(String(value))?.[1]!.length ?? 0;

/**
 * How deep the points say anything. Points that are the same for all rows of a unit are the middle of that unit, looked up by somebody: they say
 * nothing of what lies inside it (a file that puts the middle of the department beside every commune).
 * @param columns the stated cells of each level, from the country down
 */
export function findReach(
  rows: number,
  pointOf: (row: number) => Point | null,
  columns: { level: AdminLevel; text: (row: number) => string }[],
): AdminLevel | null {
  for (const { level, text } of columns) {
    const byUnit = new Map<string, Map<string, number>>();
    let counted = 0;
    for (let row = 0; row < rows; row++) {
      const point = pointOf(row);
      const unit = text(row);
      if (!point || !unit) continue;
      counted++;
      const own = byUnit.get(unit) ?? new Map<string, number>();
      byUnit.set(unit, own.set(point.join(), (own.get(point.join()) ?? 0) + 1));
    }
    const same = [...byUnit.values()].reduce((sum, own) => sum + Math.max(...own.values()), 0);
    if (byUnit.size >= 2 && counted >= byUnit.size * 1.5 && same >= counted * 0.95) return level;
  }
  return null;
}

export interface PointPlacer {
  /** What a row's cells and its point say together. */
  apply(match: PlaceMatch, cells: readonly StatedPlace[], point: Point): PlaceMatch;
  /** Rows whose point lies in no unit. */
  outside(): number;
}

/** @param locators one for each level that has shapes; @param reach deepest level that the points say anything of, null for all */
export function createPointPlacer(
  locators: ReadonlyMap<AdminLevel, PointLocator>,
  { tree, decided }: Pick<PlaceMatcher, 'tree' | 'decided'>,
  reach: AdminLevel | null,
): PointPlacer {
  const levels = [...locators.keys()].filter((level) => level > 0 && (reach === null || level <= reach)).sort((a, b) => b - a);
  const units = new Map<string, AdminUnit | null>();
  const seen = new Map<PlaceMatch, Map<string, PlaceMatch>>();
  let outside = 0;

  const locate = ([lon, lat]: Point): AdminUnit | null => {
    const key = `${lon},${lat}`;
    let unit = units.get(key);
    if (unit === undefined) {
      unit = null;
      for (const level of levels) {
        const found = locators.get(level)!.at(lon, lat);
        unit = (found && tree.find(level, found.pcode)) ?? null;
        if (unit) break;
      }
      units.set(key, unit);
    }
    return unit;
  };
  /** Whether the point is so near the unit that the two do not contradict each other. */
  const isNear = (unit: AdminUnit, [lon, lat]: Point) =>
    (locators.get(unit.level)?.km(unit, lon, lat) ?? 0) <= TOLERANCE_KM + roundingKm(Math.min(decimalsOf(lon), decimalsOf(lat)));

  function judge(match: PlaceMatch, cells: readonly StatedPlace[], point: Point, at: AdminUnit): PlaceMatch {
    const { unit, stated, question } = match;
    const placed: PlaceMatch = { ...match, unit: at, method: 'point', score: 1, question: null };
    if (stated === null) return { ...placed, stated: at.level };
    if (question) return settle(match, question, { cells, at, placed, tree });
    if (!unit || unit.level < stated || match.method === 'human') return match;
    const common = Math.min(unit.level, at.level) as AdminLevel;
    const own = tree.ancestorAt(unit, common)!;
    if (own === tree.ancestorAt(at, common)) return at.level > unit.level && cells.every(({ code }) => !code) ? placed : match;
    return isNear(own, point) ? match : contradict(match, unit, { at, cells, tree, decided });
  }

  return {
    outside: () => outside,
    apply(match, cells, point) {
      const at = locate(point);
      if (!at) {
        outside++;
        return match;
      }
      const own = seen.get(match) ?? new Map<string, PlaceMatch>();
      seen.set(match, own);
      const key = `${point[0]},${point[1]}`;
      let result = own.get(key);
      if (!result) own.set(key, (result = judge(match, cells, point, at)));
      return result;
    },
  };
}

interface Doubt {
  /** The unit of the point, and what the row says beside it. */
  at: AdminUnit;
  cells: readonly StatedPlace[];
  tree: PlaceMatcher['tree'];
}

/** The cells say one unit, the point another. */
function contradict(match: PlaceMatch, unit: AdminUnit, { at, cells, tree, decided }: Doubt & Pick<PlaceMatcher, 'decided'>): PlaceMatch {
  const cell = cells.find(({ level }) => level === unit.level);
  const parent = unit.level > 0 ? (tree.ancestorAt(unit, (unit.level - 1) as AdminLevel)?.pcode ?? null) : null;
  const about = { level: unit.level, code: cell?.code ?? null, name: cell?.name ?? null, parent, point: at.pcode };
  const answer = decided.get(decisionKey(about));
  const holds = tree.shared(unit, [at]);
  if (answer !== undefined) {
    const chosen = answer === null ? undefined : tree.withCode(answer)[0];
    return chosen ? { ...match, unit: chosen, method: 'human', score: 1 } : { ...match, unit: holds };
  }
  const candidates = [toCandidate(unit, cell?.code ? 'code' : 'name'), toCandidate(at, 'point')];
  const kept = holds === tree.country ? { method: 'none' as const, score: 0 } : {};
  return { ...match, ...kept, unit: holds, question: { cause: 'point-elsewhere', ...about, candidates } };
}

/**
 * An open question to which the point may be the answer: where the row has no code from there on, a unit that it names holds the point, and nothing
 * near the name lies elsewhere. What no unit is certain above ("Contested", a new region) no point decides.
 */
function settle(match: PlaceMatch, question: PlaceQuestion, { cells, at, placed, tree }: Doubt & { placed: PlaceMatch }): PlaceMatch {
  const target = tree.ancestorAt(at, question.level) ?? at;
  const isCandidate = question.candidates.some(({ pcode, level }) => pcode === target.pcode && level === target.level);
  const isCoded = cells.some(({ level, code }) => level >= question.level && code);
  const isHeld = match.unit !== null && (match.unit.level > 0 || isCandidate) && tree.inside(at, match.unit);
  const isAnswer = question.cause === 'name-unknown' || ((question.cause === 'name-ambiguous' || question.cause === 'name-doubtful') && isCandidate);
  if (!isCoded && isHeld && isAnswer) return { ...placed, nameDiffers: question.cause !== 'name-ambiguous' };
  return { ...match, question: { ...question, candidates: withPoint(question.candidates, target) } };
}

/** The unit of the point among the three that are shown, whatever stood there. */
function withPoint(candidates: readonly PlaceCandidate[], target: AdminUnit): PlaceCandidate[] {
  const others = candidates.filter(({ pcode, level }) => pcode !== target.pcode || level !== target.level);
  return unique([...others.slice(0, 2), toCandidate(target, 'point')]);
}
