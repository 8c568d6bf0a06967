/** Each row of a table to its unit: by its code, by its place, by its names; what is doubtful is told and stays at the level that is certain. Pure. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { PlaceColumn, RowMethod } from '../../contract/lookup/table.ts';
import { cellText, type Cell } from '../../formats/tables/rawTable.ts';
import { readCoordinate, readPoint } from '../../layers/read/coordinates.ts';
import { statedUnits } from '../../layers/read/stated.ts';
import { NEAR_M } from '../../layers/join/shares.ts';
import type { PlaceCause, PlaceMatch, StatedPlace } from '../../matching/places.ts';
import { BORDER_M } from '../find.ts';
import { chainOf, nameOf, type LookupGround, type LookupOutlines } from '../ground.ts';
import type { PlaceTable } from './columns.ts';

/** What is told of a row, to be said in a language (`interface/pcode` in words). */
export type RowNote =
  | { is: 'nothing' }
  | { is: 'coordinates'; text: string }
  | { is: 'outside' }
  | { is: 'nearest'; km: number; unit: string }
  | { is: 'border'; km: number; unit: string }
  | { is: 'disagrees'; level: AdminLevel; stated: string; unit: string }
  | { is: 'repaired'; before: string; after: string }
  | { is: 'differs'; stated: string; unit: string }
  | { is: 'question'; cause: PlaceCause; level: number; text: string; candidates: string };

export interface PlacedRow {
  unit: AdminUnit | null;
  method: RowMethod;
  notes: RowNote[];
}

const METHODS: Record<PlaceMatch['method'], RowMethod> = {
  code: 'code',
  'code-repaired': 'code-repaired',
  name: 'name',
  'name-unique': 'name',
  alias: 'name',
  fuzzy: 'name-near',
  human: 'name',
  point: 'point',
  none: 'none',
};

const told = (unit: AdminUnit) => `${nameOf(unit)} (${unit.pcode})`;

/** @returns what places the rows one after another, by their index */
export function createPlacer({ columns }: PlaceTable, roles: readonly PlaceColumn[], ground: LookupGround, outlines: LookupOutlines | null) {
  const of = (role: PlaceColumn['role']) => roles.filter((each) => each.role === role);
  const cellsOf = (each: PlaceColumn | undefined) => (each ? columns[each.column]!.cells : null);
  const [lat, lon, point] = [cellsOf(of('lat')[0]), cellsOf(of('lon')[0]), cellsOf(of('point')[0])];
  const deepest = outlines?.levels.at(-1);
  const levels = ground.levels.map(({ level }) => level).filter((level) => level > 0);
  const byLevel = levels.map((level) => ({
    level,
    code: cellsOf(of('code').find((each) => each.level === level)),
    name: cellsOf(of('name').find((each) => each.level === level)),
  }));
  const deepestCode = Math.max(-1, ...byLevel.flatMap(({ level, code }) => (code ? [level] : [])));
  const rows = columns[0]?.cells.length ?? 0;
  const points = Array.from({ length: deepest ? rows : 0 }, (_, row) => coordinatesOf(row));
  const held = points.map((at) => (Array.isArray(at) ? (deepest!.units[deepest!.index.at(...at)] ?? null) : null));
  const stated = [...of('name'), ...of('code')]
    .toSorted((a, b) => (a.level ?? 0) - (b.level ?? 0))
    .map((each) => ({ cells: columns[each.column]!.cells, find: createMeaning(each, columns[each.column]!.cells, held, ground) }));

  function coordinatesOf(row: number): [lon: number, lat: number] | 'blank' | { text: string } {
    if (lat && lon) {
      const [y, x] = [readCoordinate(lat[row] ?? null), readCoordinate(lon[row] ?? null)];
      if (x.is === 'blank' && y.is === 'blank') return 'blank';
      const isPlain = x.is === 'number' && y.is === 'number' && x.notation !== 'commas' && y.notation !== 'commas';
      if (isPlain && isOnEarth(x.value, y.value)) return [x.value, y.value];
      return { text: [lat[row], lon[row]].map((cell) => textOf(cell)).join(', ') };
    }
    if (!point) return 'blank';
    const text = textOf(point[row]);
    if (text === '') return 'blank';
    const pair = readPoint(text);
    return pair && isOnEarth(pair[1], pair[0]) ? [pair[1], pair[0]] : { text };
  }

  const cellsAt = (row: number): StatedPlace[] =>
    byLevel.flatMap(({ level, code, name }) => (code || name ? [{ level, code: textOf(code?.[row]) || null, name: textOf(name?.[row]) || null }] : []));

  function byPoint([x, y]: [number, number], row: number): PlacedRow {
    const { index, units } = deepest!;
    const unit = held[row];
    const edge = index.nearest(x, y, unit ? BORDER_M : NEAR_M);
    const km = edge ? Math.round(edge.metres / 10) / 100 : 0;
    // A place beside the country is nobody's: which unit is nearest is told, and a person decides.
    if (!unit) return { unit: null, method: 'none', notes: [edge ? { is: 'nearest', km, unit: told(units[edge.row]!) } : { is: 'outside' }] };
    const other = disagreement(row, unit);
    if (!other) return { unit, method: 'point', notes: [] };
    // Near a border the statement may be right.
    return { unit, method: 'point', notes: edge ? [other, { is: 'border', km, unit: told(unit) }] : [other] };
  }

  /** What the row states at the shallowest level, where none of the units that it may mean holds the unit of its place. */
  function disagreement(row: number, unit: AdminUnit): Extract<RowNote, { is: 'disagrees' }> | null {
    const chain = chainOf(ground, unit);
    for (const { cells, find } of stated) {
      const text = textOf(cells[row]);
      const units = text === '' ? [] : find(text);
      if (units.length === 0 || units.some(({ level, pcode }) => level > unit.level || chain.some((each) => each.level === level && each.pcode === pcode)))
        continue;
      const { level } = units[0]!;
      return { is: 'disagrees', level, stated: text, unit: told(chain.find((each) => each.level === level) ?? unit) };
    }
    return null;
  }

  function byWords(row: number, cells: StatedPlace[]): PlacedRow {
    const match = ground.places.match(cells);
    if (match.stated === null) return { unit: null, method: 'none', notes: [{ is: 'nothing' }] };
    const notes: RowNote[] = match.repairs.map(({ before, after }) => ({ is: 'repaired', before, after }));
    const isPlaced = match.unit !== null && match.unit.level > 0;
    if (match.nameDiffers && isPlaced) notes.push({ is: 'differs', stated: cells.findLast(({ name }) => name)?.name ?? '', unit: told(match.unit!) });
    if (match.question) {
      const { cause, level, code, name, candidates } = match.question;
      notes.push({
        is: 'question',
        cause,
        level,
        text: [code, name].filter(Boolean).join(' '),
        candidates: candidates.map((each) => `${each.name} (${each.pcode}) ${each.score.toFixed(2)}`).join('; '),
      });
    }
    return isPlaced ? { unit: match.unit, method: METHODS[match.method], notes } : { unit: null, method: 'none', notes };
  }

  return (row: number): PlacedRow => {
    const cells = cellsAt(row);
    const at = points[row] ?? 'blank';
    const isPoint = Array.isArray(at);
    // A code as deep as the outlines is what its author says of the row; where the point lies elsewhere that is told.
    const hasCode = deepest !== undefined && deepestCode >= deepest.level && cells.some(({ level, code }) => level === deepestCode && code);
    if (isPoint && !hasCode) return byPoint(at, row);
    const placed = byWords(row, cells);
    if (isPoint) {
      const found = byPoint(at, row);
      if (placed.unit === null) return found.unit ? { ...found, notes: [...placed.notes, ...found.notes] } : placed;
      if (found.unit !== null && !chainOf(ground, found.unit).includes(placed.unit))
        placed.notes.push({ is: 'disagrees', level: placed.unit.level, stated: told(placed.unit), unit: told(found.unit) });
    } else if (at !== 'blank') placed.notes.push({ is: 'coordinates', text: at.text.slice(0, 60) });
    return placed;
  };
}

/** Rows that must agree on where a name lies that the boundaries do not have, and their share. */
const AGREEING = { rows: 5, share: 0.8 };

/**
 * The units that a cell may mean: by code or name; a name of the first level that is written by ear; a name that the boundaries do not have (Babylon,
 * Babil) means the unit in which nearly all rows lie that say so.
 */
function createMeaning(
  { level, heading, role }: PlaceColumn,
  cells: readonly Cell[],
  held: readonly (AdminUnit | null)[],
  ground: LookupGround,
): (text: string) => AdminUnit[] {
  const find = statedUnits(ground.levels, { name: heading }, cells.slice(0, 400).map(cellText).filter(Boolean));
  const { tree, names } = ground.places;
  const known = new Map<string, AdminUnit[]>();
  const counts = new Map<string, Map<AdminUnit, number>>();
  for (const [row, unit] of held.entries()) {
    const own = unit && level !== null ? tree.ancestorAt(unit, level) : undefined;
    const text = own ? textOf(cells[row]) : '';
    if (!own || text === '') continue;
    const units = counts.get(text) ?? new Map<AdminUnit, number>();
    counts.set(text, units.set(own, (units.get(own) ?? 0) + 1));
  }
  const agreed = (text: string): AdminUnit[] => {
    const units = [...(counts.get(text) ?? [])].toSorted(([, a], [, b]) => b - a);
    const total = units.reduce((sum, [, count]) => sum + count, 0);
    return total >= AGREEING.rows && units[0]![1] >= AGREEING.share * total ? [units[0]![0]] : [];
  };
  return (text) => {
    let units = known.get(text);
    if (!units) {
      units = find(text);
      if (units.length === 0 && role === 'name') {
        const heard = level === 1 && tree.country ? names.accept(1, text, tree.country.pcode) : undefined;
        units = heard ? [heard.unit] : agreed(text);
      }
      known.set(text, units);
    }
    return units;
  };
}

const textOf = (cell: Cell | undefined) => cellText(cell ?? null);
const isOnEarth = (x: number, y: number) => Number.isFinite(x) && Number.isFinite(y) && Math.abs(x) <= 180 && Math.abs(y) <= 90 && (x !== 0 || y !== 0);

/** Headings of the new columns: codes and names of the levels below the country, then how and what is told. */
export const newHeadings = (levels: readonly AdminLevel[]): string[] => [
  ...levels.filter((level) => level > 0).flatMap((level) => [`adm${level}_pcode`, `adm${level}_name`]),
  'match_method',
  'match_note',
];
export const newTags = (levels: readonly AdminLevel[]): string[] => [
  ...levels.filter((level) => level > 0).flatMap((level) => [`#adm${level}+code`, `#adm${level}+name`]),
  '#meta+method',
  '#meta+note',
];

/** Cells of the new columns. @param note what is told, in words */
export function newCells(ground: LookupGround, levels: readonly AdminLevel[], { unit, method }: PlacedRow, note: string): string[] {
  const chain = new Map((unit ? chainOf(ground, unit) : []).map((each) => [each.level, each]));
  return [...levels.filter((level) => level > 0).flatMap((level) => [chain.get(level)?.pcode ?? '', unit && chain.has(level) ? nameOf(chain.get(level)!) : '']), method, note]; // prettier-ignore
}
