/**
 * Which rows of a level are one unit, and which of several units with one code, or without one, a unit below belongs to. Rows are never joined
 * where their own codes or names differ: a code given twice by mistake would make one unit of two.
 */
import type { AdminUnit, FeatureTable, Name } from '../../contract/admin.ts';
import { takeRows } from './geometry.ts';
import { majorityParents } from './majority.ts';
import type { UploadedLevel } from './model.ts';

/** Codes that stand for "no code" and so may repeat: 0, 00, Conflict, Unspecified (cod.md §1.3 no. 9). Their rows are never one unit. */
const PLACEHOLDER = /^(0+|\P{Number}*)$/u;

/** Units of one code and first name that a row is compared with: more is no country. */
const COMPARED = 100;

/**
 * Rows of each unit, units in the order of their first rows: rows with one code that do not differ in their parent, nor in a name of a language
 * that both have (COD-AB specification: islands in one multipart row; check G9).
 */
export function rowsOfUnits(units: readonly AdminUnit[]): number[][] {
  const all: number[][] = [];
  const alike = new Map<string, number[][]>();
  for (const [row, { pcode, parentPcode, names }] of units.entries()) {
    const key = pcode === '' || PLACEHOLDER.test(pcode) ? `#${row}` : `${pcode}\n${parentPcode ?? ''}\n${names[0]?.name ?? ''}`;
    const known = alike.get(key);
    const own = known?.slice(0, COMPARED).find((rows) => rows.every((other) => agree(units[other]!.names, names)));
    if (own) {
      own.push(row);
      continue;
    }
    const rows = [row];
    all.push(rows);
    if (known) known.push(rows);
    else alike.set(key, [rows]);
  }
  return all;
}

/** Rows with one code that differ in their parent or in a name are two units. */
export function isOneUnit(a: AdminUnit, b: AdminUnit): boolean {
  return (a.parentPcode ?? '') === (b.parentPcode ?? '') && a.names[0]?.name === b.names[0]?.name && agree(a.names, b.names);
}

/** No language in which the two are called differently. */
function agree(a: readonly Name[], b: readonly Name[]): boolean {
  return a.every(({ lang, name }) => {
    const other = b.find((each) => each.lang === lang);
    return other === undefined || other.name === name;
  });
}

/** How the units below found theirs among several with one code; counts of units below. */
export interface Told {
  byName: number;
  byPlace: number;
  /** Neither name nor place tells: the first of the units has them. */
  byOrder: number;
}

export interface Rivals {
  /** Units of the upper level, each as rows of `known`. */
  units: number[][];
  known: FeatureTable;
  /** The deepest complete level, and its rows that the unit below is made of. */
  uploaded: UploadedLevel;
  rowsBelow: number[];
}

/**
 * Position in `units` of the one that a unit below belongs to; -1 where the units have no code and neither name nor place tells. What its rows call
 * their parent goes before where they lie. Counted in `told`.
 */
export function chooseRival({ units, known, uploaded, rowsBelow }: Rivals, told: Told): number {
  const stated = uploaded.ancestors.find(({ level }) => level === known.level);
  const votes = new Float64Array(units.length);
  for (const row of rowsBelow) {
    const names = stated?.names[row] ?? [];
    const named = units.flatMap((rows, at) => (isCalled(known.units[rows[0]!]!.names, names) ? [at] : []));
    if (named.length === 1) votes[named[0]!]!++;
  }
  if (votes.some((count) => count > 0)) {
    told.byName++;
    return votes.indexOf(Math.max(...votes));
  }
  const rows = units.flat();
  const groupOf = Int32Array.from(units.flatMap((own, at) => own.map(() => at)));
  const { group, share } = majorityParents(uploaded.table.geometry, rowsBelow, takeRows(known.geometry, Uint32Array.from(rows)), groupOf);
  for (const row of rowsBelow) if (group[row]! >= 0) votes[group[row]!]! += share[row]! * uploaded.table.units[row]!.areaSqKm;
  const most = Math.max(...votes);
  told[most > 0 ? 'byPlace' : 'byOrder']++;
  if (most > 0) return votes.indexOf(most);
  return known.units[units[0]![0]!]!.pcode === '' ? -1 : 0;
}

const isCalled = (own: readonly Name[], stated: readonly Name[]): boolean =>
  stated.some(({ lang, name }) => own.some((each) => each.name === name && (each.lang === lang || each.lang === 'und' || lang === 'und')));
