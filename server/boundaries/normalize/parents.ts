/**
 * Which units each row belongs to, at every level above its own. In this order: the code that the row states; the parent of its parent;
 * the name that the row states; the unit it mostly lies in.
 */
import type { GeometryColumn, Name } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { majorityParents } from './majority.ts';
import type { StatedAncestor } from './model.ts';

export interface ParentInput {
  level: AdminLevel;
  pcodes: (string | null)[];
  names: Name[][];
  ancestors: StatedAncestor[];
  geometry: GeometryColumn;
}

/** How rows of one level found their parents at one level above. Rows are 0-based. */
export interface ParentNotes {
  level: AdminLevel;
  ancestor: AdminLevel;
  byName: number[];
  byGeometry: { row: number; pcode: string; share: number }[];
  /** Rows that state a code which the uploaded layer of that level does not hold, and the unit they lie in. */
  corrected: { row: number; stated: string; pcode: string; share: number }[];
  /** Rows whose unit above is not known at all. */
  none: number[];
}

/** P-codes of every ancestor of each row: `codes[ancestor][row]`. */
export interface Lineage {
  level: AdminLevel;
  codes: (string | null)[][];
}

/** `inputs` shallowest first. `country` is the P-code of adm0 where neither column nor layer gives one. */
export function resolveLineages(inputs: ParentInput[], country: string): { lineages: Lineage[]; notes: ParentNotes[] } {
  const lineages: Lineage[] = [];
  const notes: ParentNotes[] = [];
  const rowOfCode = inputs.map((input) => firstRows(input.pcodes));
  const adm0 = countryCode(inputs) ?? country;
  inputs.forEach((input, position) => {
    const rows = input.pcodes.length;
    const codes: (string | null)[][] = [];
    const corrected = new Set<number>();
    for (let at = input.level - 1; at >= 0; at--) {
      const ancestor = at as AdminLevel;
      const stated = input.ancestors.find((entry) => entry.level === ancestor);
      // What a row says above a corrected parent belongs to the wrong parent: it is inherited from the right one.
      const own = Array.from({ length: rows }, (_, row) => (corrected.has(row) ? null : (stated?.pcodes[row] ?? null)));
      codes[ancestor] = own;
      if (ancestor === 0) {
        for (let row = 0; row < rows; row++) own[row] ??= adm0;
        continue;
      }
      inheritFromParents(own, codes, ancestor, input.level, inputs, lineages, rowOfCode);
      const upperAt = inputs.findIndex((entry, index) => index < position && entry.level === ancestor);
      const upper = inputs[upperAt];
      const note: ParentNotes = { level: input.level, ancestor, byName: [], byGeometry: [], corrected: [], none: [] };
      if (upper) {
        correctUnknown(own, input, upper, rowOfCode[upperAt]!, note);
        for (const { row } of note.corrected) corrected.add(row);
        fillByName(own, stated, upper, note);
        fillByGeometry(own, input, upper, note);
      }
      own.forEach((code, row) => code === null && note.none.push(row));
      // A level that is neither uploaded nor named in any column does not exist: nothing is missing. One whose own layer has no codes is found by name and place (plan.ts).
      const exists = upper?.pcodes.some((code) => code !== null) || own.some((code) => code !== null);
      if (note.byName.length > 0 || note.byGeometry.length > 0 || note.corrected.length > 0 || (exists && note.none.length > 0)) notes.push(note);
    }
    lineages.push({ level: input.level, codes });
  });
  return { lineages, notes };
}

/** The parent's parent: known wherever a level between is known and that level's layer knows its own ancestors. */
function inheritFromParents(
  own: (string | null)[],
  codes: (string | null)[][],
  ancestor: AdminLevel,
  level: AdminLevel,
  inputs: ParentInput[],
  lineages: Lineage[],
  rowOfCode: Map<string, number>[],
): void {
  for (let between = ancestor + 1; between < level; between++) {
    const position = inputs.findIndex((entry) => entry.level === between);
    const above = lineages[position]?.codes[ancestor];
    if (!above) continue;
    for (let row = 0; row < own.length; row++) {
      const code = codes[between]![row];
      if (own[row] !== null || code === null || code === undefined) continue;
      const parentRow = rowOfCode[position]!.get(code);
      if (parentRow !== undefined) own[row] = above[parentRow] ?? null;
    }
  }
}

/** By the name the row states, where exactly one unit of that level has it. */
function fillByName(own: (string | null)[], stated: StatedAncestor | undefined, upper: ParentInput, note: ParentNotes): void {
  if (!stated || own.every((code) => code !== null)) return;
  const codeOf = new Map<string, string | null>();
  upper.names.forEach((names, row) => {
    const code = upper.pcodes[row];
    if (code === null || code === undefined) return;
    for (const { name } of names) {
      const key = foldName(name);
      const known = codeOf.get(key);
      codeOf.set(key, known === undefined || known === code ? code : null);
    }
  });
  for (let row = 0; row < own.length; row++) {
    if (own[row] !== null) continue;
    const code = stated.names[row]?.map(({ name }) => codeOf.get(foldName(name))).find((found) => found);
    if (!code) continue;
    own[row] = code;
    note.byName.push(row);
  }
}

function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

/**
 * A stated code that the uploaded layer of that level does not hold joins to nothing (check B6). The unit of that layer in which the row mostly
 * lies is taken instead; without one the stated code stays, and a unit is made from what the rows say.
 */
function correctUnknown(own: (string | null)[], input: ParentInput, upper: ParentInput, known: Map<string, number>, note: ParentNotes): void {
  const unknown = own.flatMap((code, row) => (code !== null && !known.has(code) ? [row] : []));
  for (const { row, pcode, share } of placeRows(unknown, input, upper)) {
    if (share <= 0.5) continue;
    note.corrected.push({ row, stated: own[row]!, pcode, share });
    own[row] = pcode;
  }
}

function fillByGeometry(own: (string | null)[], input: ParentInput, upper: ParentInput, note: ParentNotes): void {
  const wanted = own.flatMap((code, row) => (code === null ? [row] : []));
  for (const placed of placeRows(wanted, input, upper)) {
    own[placed.row] = placed.pcode;
    note.byGeometry.push(placed);
  }
}

/** The unit of `upper` that each wanted row mostly lies in, where it has a code. */
function placeRows(wanted: number[], input: ParentInput, upper: ParentInput): { row: number; pcode: string; share: number }[] {
  if (wanted.length === 0) return [];
  const unitOf = new Map<string, number>();
  const groupCodes: (string | null)[] = [];
  const groupOf = Int32Array.from(upper.pcodes, (code) => {
    const known = code === null ? undefined : unitOf.get(code);
    if (known !== undefined) return known;
    groupCodes.push(code);
    if (code !== null) unitOf.set(code, groupCodes.length - 1);
    return groupCodes.length - 1;
  });
  const { group, share } = majorityParents(input.geometry, wanted, upper.geometry, groupOf);
  return wanted.flatMap((row) => {
    const pcode = group[row]! < 0 ? null : groupCodes[group[row]!]!;
    return pcode === null ? [] : [{ row, pcode, share: share[row]! }];
  });
}

function firstRows(pcodes: (string | null)[]): Map<string, number> {
  const rows = new Map<string, number>();
  pcodes.forEach((code, row) => code !== null && !rows.has(code) && rows.set(code, row));
  return rows;
}

/** The adm0 code that most rows of the deepest level state, or that the adm0 layer has. */
function countryCode(inputs: ParentInput[]): string | null {
  const counts = new Map<string, number>();
  for (const { level, pcodes, ancestors } of inputs) {
    const codes = level === 0 ? pcodes : (ancestors.find((entry) => entry.level === 0)?.pcodes ?? []);
    for (const code of codes) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
