/** Which columns of a table say where its rows are: coordinates, codes and names of levels, with the evidence. Pure. */
import type { Gazetteer } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { PlaceColumn, PlaceRole, SaidPlaceColumn } from '../../contract/lookup/table.ts';
import type { Cell } from '../../formats/tables/rawTable.ts';
import { readCoordinate, readPoint } from '../../layers/read/coordinates.ts';
import { HEADINGS, HXL } from '../../layers/read/headings.ts';
import { createStated } from '../../layers/read/stated.ts';
import { textsOf } from '../../layers/read/texts.ts';
import { foldName } from '../../matching/fold.ts';
import { findPcode } from '../../matching/pcodes.ts';
import type { LookupGround } from '../ground.ts';

/** A sheet as it is placed: data rows below the headings, each with its number in the file. */
export interface PlaceTable {
  sheet: string;
  columns: { name: string; hxl: string | null; cells: readonly Cell[] }[];
  /** Of the data rows, 1-based as a person counts them. */
  rowNumbers: readonly number[];
  /** Last row of the headings; 0 where there are none. */
  headerRow: number;
  hxlRow: number | null;
}

const SHOWN = 3;
/** A column is what most of its cells are. */
const MOST = 0.6;
/** Coordinates are what half of them are: lists of sites lack many. */
const HALF = 0.5;
/** No country's codes are longer. */
const LONGEST_CODE = 24;
const COORDINATES = ['lat', 'lon', 'point'] as const;

type Guess = Pick<PlaceColumn, 'role' | 'level' | 'from' | 'found'>;
const NOTHING: Guess = { role: 'none', level: null, from: 'values', found: 0 };

/** Of each role and level one column at most, that with most cells that are so; what a person says stands. */
export function readPlaceColumns({ columns }: PlaceTable, ground: LookupGround, said: readonly SaidPlaceColumn[] = []): PlaceColumn[] {
  const stated = createStated(ground.levels as Gazetteer['levels']);
  const read = columns.map(({ name, hxl, cells }, column): PlaceColumn => {
    const texts = textsOf({ cells });
    const asked = said.find((each) => each.column === column);
    const own: Guess = asked
      ? { role: asked.role, level: asked.level ?? null, from: 'asked', found: texts.length }
      : guess(name, hxl, texts, { ground, stated });
    return { column, heading: name, hxl, ...own, total: texts.length, samples: [...new Set(texts)].slice(0, SHOWN) };
  });
  return keepOne(read);
}

interface Against {
  ground: LookupGround;
  stated: ReturnType<typeof createStated>;
}

function guess(name: string, hxl: string | null, texts: readonly string[], against: Against): Guess {
  if (texts.length === 0) return NOTHING;
  const heading = foldName(name);
  for (const role of COORDINATES) {
    const isTagged = hxl !== null && HXL.some(([is, pattern]) => is === role && pattern.test(hxl));
    const isWorded = HEADINGS.some(([is, pattern]) => is === role && pattern.test(heading));
    const found = isTagged || isWorded ? texts.filter((text) => isCoordinate(text, role)).length : 0;
    if (found >= HALF * texts.length && found > 0) return { role, level: null, from: isTagged ? 'hxl' : 'heading', found };
  }
  // "33.31 44.37 0 0", whatever the question was called.
  const points = texts.filter((text) => /\s/.test(text) && readPoint(text) !== null).length;
  if (points > 0.8 * texts.length && texts.some((text) => text.includes('.'))) return { role: 'point', level: null, from: 'values', found: points };
  return codesIn(hxl, texts, against.ground) ?? namesIn(name, texts, against.stated);
}

const isCoordinate = (text: string, role: 'lat' | 'lon' | 'point') => (role === 'point' ? readPoint(text) !== null : readCoordinate(text).is === 'number');

/** Codes of a level, exact or as they may be misspelt; of levels that share codes the deeper one says more. */
function codesIn(hxl: string | null, texts: readonly string[], { levels, codes, places }: LookupGround): Guess | null {
  // Numbers of people are no codes, though a code without its prefix is a number.
  const isTagged = hxl !== null && /^#adm\d\+code/.test(hxl);
  const written = new Set(texts.filter((text) => text.length <= LONGEST_CODE && (isTagged || (/\d/.test(text) && /\p{L}/u.test(text)))));
  const best = levels
    .filter(({ level }) => level > 0)
    .map(({ level }) => ({
      level,
      exact: texts.filter((text) => places.tree.find(level, text) !== undefined).length,
      found: texts.filter((text) => written.has(text) && findPcode(codes, text, level) !== undefined).length,
    }))
    .toSorted((a, b) => b.exact - a.exact || b.found - a.found || b.level - a.level)[0];
  if (!best || Math.max(best.exact, best.found) <= MOST * texts.length) return null;
  return { role: 'code', level: best.level, from: isTagged ? 'hxl' : 'values', found: Math.max(best.exact, best.found) };
}

function namesIn(name: string, texts: readonly string[], stated: Against['stated']): Guess {
  const unit = stated(name, texts);
  if (unit?.by !== 'name' || unit.level === 0) return NOTHING;
  return { role: 'name', level: unit.level as AdminLevel, from: 'values', found: unit.found.length };
}

/** The one that is filled most keeps the role; a latitude without a longitude says nothing. */
function keepOne(columns: readonly PlaceColumn[]): PlaceColumn[] {
  const rank = (each: PlaceColumn) => (each.from === 'asked' ? 1e9 : each.from === 'hxl' ? 1e6 : 0) + each.found;
  const kept = new Map<string, PlaceColumn>();
  for (const each of columns) {
    const key = `${each.role} ${each.level}`;
    const known = kept.get(key);
    if (each.role !== 'none' && (!known || rank(each) > rank(known))) kept.set(key, each);
  }
  const has = (role: PlaceRole) => [...kept.values()].some((each) => each.role === role);
  const isPair = has('lat') && has('lon');
  const isLeft = (each: PlaceColumn) =>
    kept.get(`${each.role} ${each.level}`) !== each ||
    ((each.role === 'lat' || each.role === 'lon') && !isPair && each.from !== 'asked') ||
    (each.role === 'point' && isPair && each.from !== 'asked');
  return columns.map((each) => (each.role !== 'none' && isLeft(each) ? { ...each, role: 'none', level: null } : each));
}
