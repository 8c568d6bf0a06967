/** Checks of COD-PS, first half: levels, columns, cells, codes (Q1–Q8 of cod.md §3.4), and the list of all. */
import type { Clause, Finding } from '../../contract/finding.ts';
import { MAX_ITEMS } from '../../contract/finding.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { PcodeRepair } from '../../matching/pcodes.ts';
import type { CellFault, Faults, PopulationLevel } from '../normalize/model.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import type { Check } from '../../checks/check.ts';
import { finding, joinOf, nameOf, unitItem } from './context.ts';
import type { PopulationContext } from './context.ts';
import { ageSumCheck, bandCheck, parentSumCheck, sexSumCheck } from './sums.ts';
import { emptyUnitCheck, outlierCheck, referenceCheck, sourceCheck, versionCheck, yearCheck } from './plausible.ts';

const SPEC = 'COD-PS standard text: codes match COD-AB 1:1; field names clear and consistent; integers; no missing values';

const readingCheck: Check<PopulationContext> = {
  id: 'I1',
  spec: 'Codmap: nothing is changed silently',
  run: ({ population }) => population.findings,
};

/** Q1. A gap between levels breaks the sums upwards; levels only missing at the ends may be meant. */
const levelsCheck: Check<PopulationContext> = {
  id: 'Q1',
  spec: SPEC,
  run: ({ population, boundaries }) => {
    const present = population.levels.map(({ level }) => level);
    const first = present[0] ?? 0;
    const last = present.at(-1) ?? 0;
    const has = (level: AdminLevel) => present.includes(level);
    const gaps = ([0, 1, 2, 3, 4, 5] as AdminLevel[]).filter((level) => level > first && level < last && !has(level));
    const known = boundaries?.levels.map(({ level }) => level) ?? [];
    const missing = known.filter((level) => !has(level) && !gaps.includes(level) && (level > 0 || known.length === 1));
    const foreign = boundaries ? present.filter((level) => !known.includes(level)) : [];
    const names = (levels: AdminLevel[]) => levels.map((level) => `adm${level}`).join(', ');
    return [
      ...finding('population.level-gap', 'error', null, [], { levels: names(gaps) }, gaps.length),
      ...finding('population.level-missing', 'warning', null, [], { levels: names(missing) }, missing.length),
      ...finding('population.level-not-in-boundaries', 'warning', null, [], { levels: names(foreign) }, foreign.length),
    ];
  },
};

const repeatedCheck: Check<PopulationContext> = {
  id: 'Q2',
  spec: SPEC,
  run: ({ population }) =>
    [...new Set(population.repeated.map(({ level }) => level))].flatMap((level) => {
      const used = population.levels.find((entry) => entry.level === level)!;
      const others = population.repeated.filter((entry) => entry.level === level);
      const items = others.map(({ file, sheet }) => ({
        id: `population.level-repeated/${level}/${file}/${sheet}`,
        pcodes: [],
        rows: [],
        clause: verbatim(`${file}, ${sheet}`),
      }));
      return finding('population.level-repeated', 'error', level, items, { used: `${used.file}, ${used.sheet}` });
    }),
};

const headerCheck: Check<PopulationContext> = {
  id: 'Q3',
  spec: SPEC,
  run: ({ population }) => [
    ...(['population.no-code-column', 'population.unknown-level', 'population.text-columns'] as const).flatMap((code) => {
      const items = population.unusable
        .filter((entry) => entry.code === code)
        .map(({ file, sheet, heading }) => ({ id: `${code}/${file}/${sheet}`, pcodes: [], rows: [], clause: verbatim(`${file}, ${sheet}: ${heading}`) }));
      return finding(code, 'error', null, items);
    }),
    ...population.levels.flatMap((level) =>
      level.names.some((name) => name !== '') ? [] : finding('population.no-name', 'warning', level.level, [], { sheet: level.sheet }, 1),
    ),
  ],
};

/** Q4. Null stays null: a cell that is not available is no zero. */
const valueCheck: Check<PopulationContext> = {
  id: 'Q4',
  spec: SPEC,
  run: (context) =>
    context.population.levels.flatMap((level) => {
      const { faults } = level;
      const cells = (code: string, { items }: Faults<CellFault>) =>
        items.map(({ unit, heading, text }) =>
          unitItem(context, level, unit, code, heading, clause('population.cell', { unit: nameOf(level, unit), heading, text: text.slice(0, 80) })),
        );
      const negative = valueFaults(context, level, 'population.negative', (value) => value < 0);
      const fractions = valueFaults(context, level, 'population.not-whole', (value) => !Number.isInteger(value));
      return [
        ...finding('population.not-a-number', 'error', level.level, cells('population.not-a-number', faults.notNumbers), {}, faults.notNumbers.count),
        ...finding('population.negative', 'error', level.level, negative.items, {}, negative.count),
        ...finding('population.not-available', 'warning', level.level, cells('population.not-available', faults.notAvailable), {}, faults.notAvailable.count),
        ...(inThousands(level) ?? finding('population.not-whole', 'warning', level.level, fractions.items, {}, fractions.count)),
        ...separatedColumns(level),
        ...finding('population.scientific', 'warning', level.level, cells('population.scientific', faults.scientific), {}, faults.scientific.count),
      ];
    }),
};

/** So many broken numbers are no slip of the pen. */
const MANY_BROKEN = 3;

/** No number of people as large as 1,000 and several that break off within three digits: a spreadsheet took 41.500 for 41.5, or thousands were counted. */
function inThousands({ level, groups, values, sheet }: PopulationLevel): Finding[] | null {
  const broken: number[] = [];
  for (const column of groups.map((_, g) => values[g]!))
    for (const value of column) {
      if (Number.isNaN(value) || Number.isInteger(value)) continue;
      if (Math.abs(value * 1000 - Math.round(value * 1000)) > 1e-6) return null;
      broken.push(value);
    }
  const isLarge = values.some((column) => column.some((value) => value >= 1000));
  if (isLarge || broken.length < MANY_BROKEN) return null;
  return finding('population.in-thousands', 'error', level, [], { sheet, samples: broken.slice(0, 3).join('; ') }, broken.length);
}

/** A note for each column: a file that writes 102 numbers so has done one thing, not 102. */
function separatedColumns({ level, codes, rowNumbers, faults }: PopulationLevel): Finding[] {
  const columns = [...faults.separated];
  const items = columns.map(([heading, { count, text, units }]) => ({
    id: `population.separated/${level}/${heading}`,
    pcodes: [...new Set(units.map((unit) => codes[unit]!).filter(Boolean))],
    rows: units.map((unit) => rowNumbers[unit]!),
    clause: clause('population.separated-column', { heading, count, text: text.slice(0, 80) }),
  }));
  return finding('population.separated', 'info', level, items, { values: columns.reduce((sum, [, { count }]) => sum + count, 0) });
}

function valueFaults(context: PopulationContext, level: PopulationLevel, code: string, isFault: (value: number) => boolean) {
  const found = { count: 0, items: [] as ReturnType<typeof unitItem>[] };
  for (const [g, group] of level.groups.entries()) {
    for (const [unit, value] of level.values[g]!.entries()) {
      if (Number.isNaN(value) || !isFault(value)) continue;
      if (found.count++ < MAX_ITEMS)
        found.items.push(
          unitItem(context, level, unit, code, group.key, clause('population.value', { unit: nameOf(level, unit), heading: group.heading, value })),
        );
    }
  }
  return found;
}

const bandHeaderCheck: Check<PopulationContext> = {
  id: 'Q5',
  spec: 'cod.md §3.4 Q5: the end of a band is not below its beginning',
  run: (context) => [
    ...finding(
      'population.bad-band',
      'error',
      null,
      context.population.unusable
        .filter(({ code }) => code === 'population.bad-band')
        .map(({ file, sheet, heading }) => ({
          id: `population.bad-band/${file}/${sheet}/${heading}`,
          pcodes: [],
          rows: [],
          clause: verbatim(`${file}, ${sheet}: ${heading}`),
        })),
    ),
    ...context.population.levels.flatMap((level) =>
      finding(
        'population.unread-band',
        'warning',
        level.level,
        level.faults.unreadBands.items.map(({ unit, heading, text }) =>
          unitItem(context, level, unit, 'population.unread-band', text, clause('population.cell', { unit: nameOf(level, unit), heading, text })),
        ),
        {},
        level.faults.unreadBands.count,
      ),
    ),
  ],
};

/** Q7. The same code on two rows: two units under one code, or one unit twice. Rows without a code are told here too. */
const duplicateCheck: Check<PopulationContext> = {
  id: 'Q7',
  spec: 'COD-PS standard text: codes unique',
  run: (context) =>
    context.population.levels.flatMap((level): Finding[] => {
      const byCode = new Map<string, number[]>();
      const uncoded: number[] = [];
      for (const [unit, written] of level.codes.entries()) {
        const code = joinOf(context, level.level)?.pcodes[unit] ?? written;
        if (code === '') uncoded.push(unit);
        else if (byCode.has(code)) byCode.get(code)!.push(unit);
        else byCode.set(code, [unit]);
      }
      const repeated = [...byCode].filter(([, units]) => units.length > 1);
      const total = level.groups.findIndex(({ key }) => key === 'T_TL');
      const items = repeated.map(([code, units]) => {
        const item = unitItem(
          context,
          level,
          units[0]!,
          'population.duplicate',
          '',
          clause('population.code-rows', { code, rows: units.map((unit) => rowClause(level, unit, total < 0 ? NaN : level.values[total]![unit]!)) }),
        );
        return { ...item, rows: units.map((unit) => level.rowNumbers[unit]!) };
      });
      const again = level.faults.repeatedValues;
      return [
        ...finding('population.duplicate', 'error', level.level, items),
        ...finding(
          'population.no-pcode',
          'error',
          level.level,
          uncoded.slice(0, MAX_ITEMS).map((unit) => unitItem(context, level, unit, 'population.no-pcode', '', nameOf(level, unit))),
          {},
          uncoded.length,
        ),
        ...finding(
          'population.repeated-value',
          'error',
          level.level,
          again.items.map(({ unit, text }) =>
            unitItem(context, level, unit, 'population.repeated-value', text, clause('population.unit-text', { unit: nameOf(level, unit), text })),
          ),
          {},
          again.count,
        ),
        ...finding(
          'population.code-scientific',
          'error',
          level.level,
          level.faults.scientificCodes.slice(0, MAX_ITEMS).map((unit) => unitItem(context, level, unit, 'population.code-scientific', '', nameOf(level, unit))),
          {},
          level.faults.scientificCodes.length,
        ),
      ];
    }),
};

/** Q8. Both directions, with candidates; a repair is listed, never silent. */
const joinCheck: Check<PopulationContext> = {
  id: 'Q8',
  spec: 'COD-PS standard text: codes match COD-AB 1:1',
  run: (context) => {
    if (!context.boundaries) return { skipped: clause('skipped.no-boundaries') };
    if (context.joins.length === 0) return { skipped: clause('skipped.other-levels') };
    return context.joins.flatMap((join) => {
      const level = context.population.levels.find((entry) => entry.level === join.level)!;
      const unknown = join.unknown.slice(0, MAX_ITEMS).map(({ unit, near, sameName }) =>
        unitItem(context, level, unit, 'population.unknown-code', '', clause('population.not-found', { unit: nameOf(level, unit), ...hints(near, sameName) }), {
          written: level.codes[unit]!,
          near: near.join(', '),
          sameName: sameName.join(', '),
        }),
      );
      const missing = join.missing.slice(0, MAX_ITEMS).map((unit) => ({
        id: `population.missing-unit/${join.level}/${unit.pcode}`,
        pcodes: [unit.pcode as string],
        rows: [],
        clause: verbatim(`${unit.names[0]?.name ?? ''} (${unit.pcode})`.trim()),
        at: unit.center,
        bbox: unit.bbox,
      }));
      const repaired = join.repaired.slice(0, MAX_ITEMS).map(({ unit, pcode, repairs }) =>
        unitItem(context, level, unit, 'population.code-repaired', '', repairedClause(level.codes[unit]!, pcode, repairs), {
          before: level.codes[unit]!,
          after: pcode,
          repairs: repairs.join(', '),
        }),
      );
      const against = { boundaries: `${context.boundaries!.dataset} ${context.boundaries!.version}` };
      return [
        ...finding('population.unknown-code', 'error', join.level, unknown, against, join.unknown.length),
        ...finding('population.missing-unit', 'error', join.level, missing, against, join.missing.length),
        ...finding('population.code-repaired', 'info', join.level, repaired, against, join.repaired.length),
      ];
    });
  },
};

function hints(near: string[], sameName: string[]): { near: Clause | string; sameName: Clause | string } {
  return {
    near: near.length > 0 ? clause('population.near', { codes: near }) : '',
    sameName: sameName.length > 0 ? clause('population.same-name', { codes: sameName }) : '',
  };
}

function repairedClause(before: string, after: string, repairs: PcodeRepair[]): Clause {
  return clause('population.repaired', { before, after, repairs: repairs.map((repair) => clause(`repair.${repair}`)) });
}

/** One of several rows of a code, with its total where it has one. */
function rowClause(level: PopulationLevel, unit: number, total: number): Clause {
  const row = { row: level.rowNumbers[unit]!, name: level.names[unit]! };
  return Number.isNaN(total) ? clause('population.named-row', row) : clause('population.counted-row', { ...row, total });
}

/** All checks of a COD-PS, in the order of cod.md §3.4. */
export const populationChecks: Check<PopulationContext>[] = [
  readingCheck,
  levelsCheck,
  repeatedCheck,
  headerCheck,
  valueCheck,
  bandHeaderCheck,
  bandCheck,
  duplicateCheck,
  joinCheck,
  sexSumCheck,
  ageSumCheck,
  parentSumCheck,
  referenceCheck,
  emptyUnitCheck,
  outlierCheck,
  yearCheck,
  sourceCheck,
  versionCheck,
];
