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

/** Codes that stand for "no code" and so may repeat: 0, 00, Conflict, Unspecified (cod.md §1.3 no. 9). Their rows are never merged. */
const PLACEHOLDER = /^(0+|\P{Number}*)$/u;

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

/** One row for each unit: rows with the same P-code, name and parent become one (COD-AB specification: islands in one multipart row; check G9). */
function mergeBase(uploaded: UploadedLevel, findings: Finding[]): { table: FeatureTable; firstRow: number[]; rowsOf: number[][] } {
  const { table } = uploaded;
  const groups = new Map<string, number>();
  const rowsOf: number[][] = [];
  const groupOf = Int32Array.from(table.units, (unit, row) => {
    const merges = unit.pcode !== '' && !PLACEHOLDER.test(unit.pcode);
    const key = merges ? `${unit.pcode}\n${unit.parentPcode ?? ''}\n${unit.names[0]?.name ?? ''}` : `#${row}`;
    const known = groups.get(key);
    if (known !== undefined) {
      rowsOf[known]!.push(row);
      return known;
    }
    groups.set(key, rowsOf.length);
    rowsOf.push([row]);
    return rowsOf.length - 1;
  });
  const firstRow = rowsOf.map((rows) => rows[0]!);
  const several = rowsOf.filter((rows) => rows.length > 1);
  if (several.length > 0) {
    const items = several.map((rows) => {
      const { pcode } = table.units[rows[0]!]!;
      return {
        pcodes: [pcode],
        rows: rows.map((row) => table.source.rowNumber[row]!),
        detail: clause('reading.in-rows', { unit: pcode, count: rows.length }),
        at: table.units[rows[0]!]!.center,
      };
    });
    findings.push(normalizeFinding('normalize.rows-merged', 'info', uploaded.level, items));
  }
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
  const layerBelow = boundaries.levels.find((entry) => entry.level === below.level && !entry.partial);
  const ownParent = new Map(layerBelow?.table.units.map(({ pcode }, row) => [pcode, layerBelow.lineage[level]?.[row] ?? null]));
  const codeOfBelow = votes.map((count, unit) => {
    const voted = [...count].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0])[0];
    // At the base level a code may repeat, so there each row speaks for itself.
    return below.level === boundaries.deepestComplete ? voted : (ownParent.get(below.units[unit]!.pcode) ?? voted);
  });
  // Units below that have no base rows themselves (kept without area) call for no parent.
  const used = new Set(codeOfBelow.filter((_, unit) => votes[unit]!.size > 0));
  const uploadedRow = new Map<string, number>();
  known?.table.units.forEach(({ pcode }, row) => !uploadedRow.has(pcode) && uploadedRow.set(pcode, row));
  // Uploaded units without anything below them stay in the table, without area: the gazetteer is complete, and the finding says so.
  const order = [...uploadedRow.keys()].filter((code) => code !== '' || used.has(code));
  const derived = [...used].filter((code) => !uploadedRow.has(code)).sort();
  const all = [...order, ...derived];
  const indexOf = new Map(all.map((code, index) => [code, index]));
  const unitOfBase = Int32Array.from(below.unitOfBase, (unit) => indexOf.get(codeOfBelow[unit]!)!);

  if (known) {
    sayUndrawn(level, known, used, boundaries.deepestComplete, findings);
    sayJoined(level, known, findings);
  } else {
    const items = all.map((pcode) => ({ pcodes: pcode === '' ? [] : [pcode], detail: pcode === '' ? clause('reading.without-parent') : pcode }));
    findings.push(normalizeFinding('normalize.level-derived', 'info', level, items, { base: boundaries.deepestComplete }));
  }
  const firstBase = new Map<number, number>();
  unitOfBase.forEach((unit, base) => !firstBase.has(unit) && firstBase.set(unit, base));
  const rows = all.map((code) => uploadedRow.get(code) ?? -1);
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

function sayUndrawn(level: AdminLevel, known: UploadedLevel, used: Set<string>, base: AdminLevel, findings: Finding[]): void {
  const items = known.table.units.flatMap(({ pcode, center }, row) =>
    used.has(pcode)
      ? []
      : [
          {
            pcodes: pcode === '' ? [] : [pcode],
            rows: [known.table.source.rowNumber[row]!],
            detail: clause('reading.nothing-below', { unit: pcode || clause('reading.uncoded'), base }),
            at: center,
          },
        ],
  );
  if (items.length > 0) findings.push(normalizeFinding('normalize.units-not-drawn', 'warning', level, items, { base }));
}

/** Deeper rows name their parent by code alone, so rows of one code are one unit above the base level whatever their names (check P6). */
function sayJoined(level: AdminLevel, { table }: UploadedLevel, findings: Finding[]): void {
  const rowsOf = Map.groupBy(table.units.keys(), (row) => table.units[row]!.pcode as string);
  rowsOf.delete('');
  const items = [...rowsOf].flatMap(([pcode, rows]) =>
    rows.length === 1
      ? []
      : [
          {
            pcodes: [pcode],
            rows: rows.map((row) => table.source.rowNumber[row]!),
            detail: clause('reading.in-rows', { unit: pcode, count: rows.length }),
            at: table.units[rows[0]!]!.center,
          },
        ],
  );
  if (items.length > 0) findings.push(normalizeFinding('normalize.codes-joined', 'warning', level, items));
}

/** Rows of extra columns in a new order; -1 gives null. */
function pickRows(extra: ExtraColumn[], rows: number[]): ExtraColumn[] {
  return extra.map(({ name, values }) => ({ name, values: rows.map((row) => (row < 0 ? null : (values[row] ?? null))) }));
}
