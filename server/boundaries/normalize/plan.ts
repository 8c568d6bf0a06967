/**
 * Which units will be published at which level, before any geometry is joined: the base level (deepest complete one) with one row for each
 * unit, every level above as groups of base units, and partial levels as they came.
 */
import type { AdminUnit, ExtraColumn, FeatureTable, Name } from '../../contract/admin.ts';
import type { Finding } from '../../contract/finding.ts';
import type { AdminLevel, Pcode } from '../../contract/ids.ts';
import { labelPoint } from '../../geometry/ring.ts';
import { countryName, iso2Of } from '../../matching/countries.ts';
import { clause } from '../../words/clauses.ts';
import { normalizeFinding } from './findings.ts';
import { mergeRows } from './geometry.ts';
import type { NormalizedBoundaries, UploadedLevel } from './model.ts';
import { chooseRival, rowsOfUnits, type Told } from './units.ts';

/** One published level; areas, centres and boxes are those of the uploaded rows until the geometry is joined. */
export interface PlannedLevel {
  level: AdminLevel;
  /** Row of this level that each base row belongs to. */
  unitOfBase: Int32Array;
  units: AdminUnit[];
  extra: ExtraColumn[];
  source: FeatureTable['source'];
}

export interface LevelPlan {
  /** The base level's table with its uploaded geometry: what the coverage is built from. */
  base: FeatureTable;
  /** From adm0 down to the base level; every one partitions the base rows. */
  levels: PlannedLevel[];
  /** Levels that cover part of the country, kept as they came. */
  partial: FeatureTable[];
  findings: Finding[];
}

export function planLevels(boundaries: NormalizedBoundaries): LevelPlan {
  const findings: Finding[] = [];
  const uploaded = boundaries.levels.find(({ level }) => level === boundaries.deepestComplete)!;
  const { table: base, firstRow, rowsOf } = mergeBase(uploaded, findings);
  const levels: PlannedLevel[] = [
    { level: base.level, unitOfBase: Int32Array.from(base.units, (_, row) => row), units: base.units, extra: base.extra, source: base.source },
  ];
  for (let level = base.level - 1; level >= 0; level--) {
    const at = level as AdminLevel;
    const codes = uploaded.lineage[at]!;
    const known = boundaries.levels.find((entry) => entry.level === at);
    if (at > 0 && !known && codes.every((code) => code === null)) continue;
    const below = levels[0]!;
    const planned = groupLevel(at, below, rowsOf, codes, known, boundaries, firstRow, findings);
    levels.unshift(planned);
  }
  levels.forEach((planned, position) => {
    if (position === 0) return;
    const above = levels[position - 1]!;
    planned.unitOfBase.forEach((unit, row) => {
      planned.units[unit]!.parentPcode = above.units[above.unitOfBase[row]!]!.pcode || null;
    });
  });
  const partial = boundaries.levels.filter((level) => level.partial).map(({ table }) => table);
  return { base, levels, partial, findings };
}

/** One row for each unit. */
function mergeBase(uploaded: UploadedLevel, findings: Finding[]): { table: FeatureTable; firstRow: number[]; rowsOf: number[][] } {
  const { table } = uploaded;
  const rowsOf = rowsOfUnits(table.units);
  const groupOf = new Int32Array(table.units.length);
  rowsOf.forEach((rows, unit) => rows.forEach((row) => (groupOf[row] = unit)));
  const firstRow = rowsOf.map((rows) => rows[0]!);
  const several = rowsOf.filter((rows) => rows.length > 1);
  sayMerged(uploaded.level, table, several, findings);
  const geometry = several.length === 0 ? table.geometry : mergeRows(table.geometry, groupOf, rowsOf.length);
  return {
    firstRow,
    rowsOf,
    table: {
      level: table.level,
      units: rowsOf.map((rows, unit) => {
        const first = table.units[rows[0]!]!;
        return { ...first, center: rows.length === 1 ? first.center : (labelPoint(geometry, unit) ?? first.center) };
      }),
      geometry,
      extra: pickRows(table.extra, firstRow),
      source: { ...table.source, rowNumber: Uint32Array.from(firstRow, (row) => table.source.rowNumber[row]!) },
    },
  };
}

/**
 * Base rows grouped by their unit of one level. A unit of the level below goes as a whole to one parent: the one its own layer knows, else the
 * one that most of its base rows have. So levels nest whatever single rows say (checks B6 and B8 report the rows).
 */
function groupLevel(
  level: AdminLevel,
  below: PlannedLevel,
  rowsOf: number[][],
  codes: (string | null)[],
  known: UploadedLevel | undefined,
  boundaries: NormalizedBoundaries,
  firstRow: number[],
  findings: Finding[],
): PlannedLevel {
  const votes = below.units.map(() => new Map<string, number>());
  rowsOf.forEach((rows, base) => {
    const code = codes[rows[0]!] ?? '';
    const count = votes[below.unitOfBase[base]!]!;
    count.set(code, (count.get(code) ?? 0) + 1);
  });
  const uploaded = boundaries.levels.find((entry) => entry.level === boundaries.deepestComplete)!;
  const layerBelow = boundaries.levels.find((entry) => entry.level === below.level && !entry.partial);
  const rowBelow = new Map(layerBelow ? Array.from(layerBelow.table.source.rowNumber, (number, row) => [number, row] as const) : []);
  const codeOfBelow = votes.map((count, unit) => {
    const voted = [...count].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0])[0];
    // At the base level a code may repeat, so there each row speaks for itself.
    if (below.level === boundaries.deepestComplete) return voted;
    return layerBelow?.lineage[level]?.[rowBelow.get(below.source.rowNumber[unit]!) ?? -1] ?? voted;
  });
  // Units below that have no base rows themselves (kept without area) call for no parent.
  const used = new Set(codeOfBelow.filter((_, unit) => votes[unit]!.size > 0));
  const own = known ? rowsOfUnits(known.table.units) : [];
  // Uploaded units without anything below them stay in the table, without area: the gazetteer is complete, and the finding says so.
  const kept = own.filter(([row]) => {
    const { pcode, names } = known!.table.units[row!]!;
    return pcode !== '' || used.has('') || (level > 0 && names.length > 0);
  });
  const { parentOf, derived, rivals } = findParents(codeOfBelow, below, rowsOf, kept, known, uploaded);
  const all = [...kept.map(([row]): string => known!.table.units[row!]!.pcode), ...derived];
  const unitOfBase = Int32Array.from(below.unitOfBase, (unit) => parentOf[unit]!);

  if (known) {
    sayUndrawn(level, known, kept, new Set(unitOfBase), boundaries.deepestComplete, findings);
    sayMerged(
      level,
      known.table,
      kept.filter((rows) => rows.length > 1),
      findings,
    );
    sayRivals(level, known.table, rivals, findings);
  } else {
    const items = all.map((pcode) => ({ pcodes: pcode === '' ? [] : [pcode], detail: pcode === '' ? clause('reading.without-parent') : pcode }));
    findings.push(normalizeFinding('normalize.level-derived', 'info', level, items, { base: boundaries.deepestComplete }));
  }
  const firstBase = new Map<number, number>();
  unitOfBase.forEach((unit, base) => !firstBase.has(unit) && firstBase.set(unit, base));
  const rows = all.map((_, index) => kept[index]?.[0] ?? -1);
  const namesOf = statedNames(level, boundaries);
  const units = all.map((code, index): AdminUnit => {
    const row = rows[index]!;
    if (row >= 0) return { ...known!.table.units[row]! };
    return derivedUnit(level, code, firstRow[firstBase.get(index)!]!, boundaries, namesOf(code));
  });
  return {
    level,
    unitOfBase,
    units,
    extra: known ? pickRows(known.table.extra, rows) : [],
    source: {
      file: known?.table.source.file ?? '',
      layer: known?.table.source.layer ?? '',
      rowNumber: Uint32Array.from(rows, (row) => (row < 0 ? 0 : known!.table.source.rowNumber[row]!)),
    },
  };
}

/** Units with one code, or none, of which one had to be chosen for each unit below. */
interface Rivalry {
  code: string;
  rows: number[];
  told: Told;
}

/** Position of the parent of each unit below: among the units of the level's own layer, then the codes that only rows below state. */
function findParents(
  codeOfBelow: string[],
  below: PlannedLevel,
  rowsOf: number[][],
  kept: number[][],
  known: UploadedLevel | undefined,
  uploaded: UploadedLevel,
): { parentOf: number[]; derived: string[]; rivals: Rivalry[] } {
  const ofCode = Map.groupBy(kept.keys(), (at): string => known!.table.units[kept[at]![0]!]!.pcode);
  const rivalry = new Map<string, Rivalry>();
  const baseOf = Map.groupBy(below.unitOfBase.keys(), (base) => below.unitOfBase[base]!);
  const chosen = codeOfBelow.map((code, unit): number | string => {
    const rivals = ofCode.get(code);
    // Where nothing is below there is nothing to draw.
    if (!baseOf.has(unit)) return -1;
    if (!rivals) return code;
    // A unit that has no code of its own is nobody's parent unless name or place says so.
    if (rivals.length === 1 && code !== '') return rivals[0]!;
    const units = rivals.map((at) => kept[at]!);
    let own = rivalry.get(code);
    if (!own) rivalry.set(code, (own = { code, rows: units.map(([row]) => row!), told: { byName: 0, byPlace: 0, byOrder: 0 } }));
    const rowsBelow = baseOf.get(unit)!.flatMap((base) => rowsOf[base]!);
    const at = chooseRival({ units, known: known!.table, uploaded, rowsBelow }, own.told);
    return at < 0 ? code : rivals[at]!;
  });
  const derived = [...new Set(chosen.filter((each) => typeof each === 'string'))].sort();
  return {
    parentOf: chosen.map((each) => (typeof each === 'number' ? each : kept.length + derived.indexOf(each))),
    derived,
    rivals: [...rivalry.values()].filter(({ rows }) => rows.length > 1),
  };
}

/** A unit known only from what deeper rows say of it. */
function derivedUnit(level: AdminLevel, code: string, baseRow: number, boundaries: NormalizedBoundaries, names: Name[] | undefined): AdminUnit {
  const uploaded = boundaries.levels.find((entry) => entry.level === boundaries.deepestComplete)!;
  const child = uploaded.table.units[baseRow]!;
  return {
    level,
    pcode: code as Pcode,
    parentPcode: null,
    names: names ?? (level === 0 ? countryNames(code, boundaries) : []),
    validOn: child.validOn,
    validTo: child.validTo,
    areaSqKm: 0,
    center: child.center,
    bbox: child.bbox,
  };
}

/** What rows of any layer say of the units of a level: code → names, the deepest layer first. The country may go without a code. */
function statedNames(level: AdminLevel, { levels }: NormalizedBoundaries): (code: string) => Name[] | undefined {
  const byCode = new Map<string, Name[]>();
  let uncoded: Name[] | undefined;
  for (const { ancestors } of levels.toReversed()) {
    const stated = ancestors.find((entry) => entry.level === level);
    stated?.names.forEach((names, row) => {
      if (names.length === 0) return;
      const code = stated.pcodes[row] ?? null;
      if (code === null) uncoded ??= names;
      else if (!byCode.has(code)) byCode.set(code, names);
    });
  }
  return (code) => byCode.get(code) ?? (level === 0 ? uncoded : undefined);
}

/** The country's own names, in English and in the languages of the dataset, where no file names it. */
function countryNames(code: string, { country, levels }: NormalizedBoundaries): Name[] {
  if (code !== iso2Of(country) && code !== country) return [];
  const languages = new Set(['en', ...levels.flatMap((level) => level.languages).filter((lang) => lang !== 'und')]);
  return [...languages].slice(0, 4).map((lang) => ({ lang, name: countryName(country, lang) }));
}

function sayUndrawn(level: AdminLevel, { table }: UploadedLevel, kept: number[][], used: Set<number>, base: AdminLevel, findings: Finding[]): void {
  const drawn = new Set(kept.flatMap((rows, at) => (used.has(at) ? rows : [])));
  const items = table.units.flatMap(({ pcode, center, names }, row) =>
    drawn.has(row)
      ? []
      : [
          {
            pcodes: pcode === '' ? [] : [pcode],
            rows: [table.source.rowNumber[row]!],
            detail: clause('reading.nothing-below', { unit: pcode || names[0]?.name || clause('reading.uncoded'), base }),
            at: center,
          },
        ],
  );
  if (items.length > 0) findings.push(normalizeFinding('normalize.units-not-drawn', 'warning', level, items, { base }));
}

function sayMerged(level: AdminLevel, { units, source }: FeatureTable, several: number[][], findings: Finding[]): void {
  if (several.length === 0) return;
  const items = several.map((rows) => ({
    pcodes: [units[rows[0]!]!.pcode],
    rows: rows.map((row) => source.rowNumber[row]!),
    detail: clause('reading.in-rows', { unit: units[rows[0]!]!.pcode, count: rows.length }),
    at: units[rows[0]!]!.center,
  }));
  findings.push(normalizeFinding('normalize.rows-merged', 'info', level, items));
}

/** Units of one code, or of none, are kept apart; what is below them states the code alone, so how it was shared out is said. */
function sayRivals(level: AdminLevel, { units, source }: FeatureTable, rivals: Rivalry[], findings: Finding[]): void {
  for (const code of ['normalize.codes-of-several', 'normalize.parents-without-code'] as const) {
    const own = rivals.filter((rivalry) => (rivalry.code === '') === (code === 'normalize.parents-without-code'));
    const items = own.map(({ code: pcode, rows, told }) => ({
      pcodes: pcode === '' ? [] : [pcode],
      rows: rows.map((row) => source.rowNumber[row]!),
      detail: clause('reading.units-of-one-code', {
        code: pcode || clause('reading.no-codes'),
        count: rows.length,
        units: rows.slice(0, 10).map((row) => units[row]!.names[0]?.name ?? '–'),
        ...told,
      }),
      at: units[rows[0]!]!.center,
    }));
    if (items.length > 0) findings.push(normalizeFinding(code, 'warning', level, items));
  }
}

/** Rows of extra columns in a new order; -1 gives null. */
function pickRows(extra: ExtraColumn[], rows: number[]): ExtraColumn[] {
  return extra.map(({ name, values }) => ({ name, values: rows.map((row) => (row < 0 ? null : (values[row] ?? null))) }));
}
