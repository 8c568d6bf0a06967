/** Arithmetic of COD-PS: bands, sexes, levels (Q6, Q9–Q11 of cod.md §3.4). Strict equality would condemn every real file, so rounding is told from error. */
import type { Clause, Finding, Severity } from '../../contract/finding.ts';
import { MAX_ITEMS } from '../../contract/finding.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { SEXES, type PopulationGroup } from '../../contract/population/population.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import type { FindingCode, ItemDraft } from '../../words/findings.ts';
import { groupKey } from '../normalize/columns.ts';
import { distinctUnits } from '../normalize/join.ts';
import type { PopulationLevel } from '../normalize/model.ts';
import type { Check } from '../../checks/check.ts';
import { column, finding, joinOf, judge, nameOf, round, unitItem } from './context.ts';
import type { PopulationContext } from './context.ts';

/** Codes that have a twin for what rounding explains. */
type Rounds<Code> = Code extends `${infer Base extends FindingCode}-rounding` ? Base : never;

const SPEC = 'COD-PS standard text: sex × age for every unit; sums equal the level above';

/** Bands of one sex that follow each other from 0 without hole or overlap to an open one; null where they do not. */
export function bandChain(level: PopulationLevel, sex: PopulationGroup['sex']): PopulationGroup[] | null {
  const bands = level.groups.filter((group) => group.sex === sex && group.ageFrom !== null && group.other === null);
  const chain: PopulationGroup[] = [];
  for (let from = 0; ;) {
    // Of several bands that begin here the narrowest: the wider ones are sums of bands.
    const next = bands.filter((band) => band.ageFrom === from).sort((a, b) => (a.ageTo ?? Infinity) - (b.ageTo ?? Infinity))[0];
    if (!next) return null;
    chain.push(next);
    if (next.ageTo === null) return chain;
    from = next.ageTo + 1;
  }
}

/** Q6. */
export const bandCheck: Check<PopulationContext> = {
  id: 'Q6',
  spec: 'cod.md §3.4 Q6',
  run: ({ population }) => {
    const findings: Finding[] = [];
    let judged = false;
    for (const level of population.levels) {
      const holes: ItemDraft[] = [];
      const overlaps: ItemDraft[] = [];
      const closed: ItemDraft[] = [];
      for (const sex of SEXES) {
        const bands = level.groups
          .filter((group) => group.sex === sex && group.ageFrom !== null && group.other === null)
          .sort((a, b) => a.ageFrom! - b.ageFrom! || (a.ageTo ?? 999) - (b.ageTo ?? 999));
        if (bands.length === 0) continue;
        judged = true;
        const item = (code: string, detail: string) => ({
          id: `${code}/${level.level}/${sex}/${detail}`,
          pcodes: [],
          rows: [],
          clause: verbatim(`${level.sheet}: ${detail}`),
        });
        const chain = bandChain(level, sex);
        if (chain !== null) {
          for (const band of bands) if (!chain.includes(band)) overlaps.push(item('population.bands-overlap', band.heading));
          continue;
        }
        let reached = -1;
        for (const [i, band] of bands.entries()) {
          if (band.ageFrom! > reached + 1)
            holes.push(item('population.bands-hole', i === 0 ? `0 – ${band.heading}` : `${bands[i - 1]!.heading} – ${band.heading}`));
          else if (band.ageFrom! <= reached) overlaps.push(item('population.bands-overlap', `${bands[i - 1]!.heading} – ${band.heading}`));
          reached = Math.max(reached, band.ageTo ?? 999);
        }
        if (reached < 999) closed.push(item('population.bands-closed', bands.at(-1)!.heading));
      }
      findings.push(
        ...finding('population.bands-hole', 'warning', level.level, holes),
        ...finding('population.bands-overlap', 'warning', level.level, overlaps),
        ...finding('population.bands-closed', 'warning', level.level, closed),
      );
    }
    return judged ? findings : { skipped: clause('skipped.no-age-bands') };
  },
};

/** Differences of one kind gathered by severity; all are counted, the first MAX_ITEMS of each kept. */
class Differences {
  readonly #found = new Map<Severity, { items: ItemDraft[]; count: number; largest: number }>();
  compared = 0;

  add(sum: number, expected: number, slack: number, item: (difference: Clause) => ItemDraft): void {
    this.compared++;
    const severity = judge(sum - expected, expected, slack);
    if (severity === null) return;
    const entry = this.#found.get(severity) ?? { items: [], count: 0, largest: 0 };
    this.#found.set(severity, entry);
    entry.count++;
    entry.largest = Math.max(entry.largest, Math.abs(sum - expected));
    if (entry.items.length >= MAX_ITEMS) return;
    const share = Math.abs((100 * (sum - expected)) / expected);
    const numbers = { sum, expected, sign: sum > expected ? '+' : '−', by: Math.abs(sum - expected) };
    if (expected === 0) entry.items.push(item(clause('population.difference', numbers)));
    else if (share < 0.01) entry.items.push(item(clause('population.difference-tiny', { ...numbers, percent: 0.01 })));
    else entry.items.push(item(clause('population.difference-percent', { ...numbers, percent: share })));
  }

  /** `code` for warnings and errors, `code-rounding` for what rounding explains. */
  findings(code: Rounds<FindingCode>, level: AdminLevel, params: Record<string, string | number> = {}): Finding[] {
    return [...this.#found].flatMap(([severity, { items, count, largest }]) =>
      finding(
        severity === 'info' ? (`${code}-rounding` as const) : code,
        severity,
        level,
        items,
        { ...params, largest: round(largest), compared: this.compared },
        count,
      ),
    );
  }
}

/** `Bo (SL03), T_TL: F + M 20 ≠ 90 (−70, 77.78 %)`. */
function sumClause(unit: string | Clause, heading: string, of: string, difference: Clause): Clause {
  return clause('population.sum', { unit, heading, of, difference });
}

/** Q9. */
export const sexSumCheck: Check<PopulationContext> = {
  id: 'Q9',
  spec: `${SPEC}; tolerance max(2, 0.1 %)`,
  run: (context) => {
    let judged = false;
    const findings = context.population.levels.flatMap((level) => {
      const differences = new Differences();
      for (const [g, total] of level.groups.entries()) {
        if (total.sex !== 't' || total.other !== null) continue;
        const females = column(level, groupKey('f', total.ageFrom, total.ageTo));
        const males = column(level, groupKey('m', total.ageFrom, total.ageTo));
        if (!females || !males) continue;
        for (let unit = 0; unit < level.codes.length; unit++) {
          const sum = females[unit]! + males[unit]!;
          const expected = level.values[g]![unit]!;
          if (Number.isNaN(sum) || Number.isNaN(expected)) continue;
          differences.add(sum, expected, 2, (difference) =>
            unitItem(context, level, unit, 'population.sex-sum', total.key, sumClause(nameOf(level, unit), total.heading, 'F + M', difference), {
              sum,
              expected,
            }),
          );
        }
      }
      judged ||= differences.compared > 0;
      return differences.findings('population.sex-sum', level.level);
    });
    return judged ? findings : { skipped: clause('skipped.no-sexes') };
  },
};

/** Q10. */
export const ageSumCheck: Check<PopulationContext> = {
  id: 'Q10',
  spec: `${SPEC}; tolerance one for each band, then 0.1 % and 2 %`,
  run: (context) => {
    let judged = false;
    const findings = context.population.levels.flatMap((level) => {
      const differences = new Differences();
      for (const sex of SEXES) {
        const chain = bandChain(level, sex);
        const totals = column(level, groupKey(sex, null, null));
        if (!chain || !totals) continue;
        const bands = chain.map((group) => column(level, group.key)!);
        for (let unit = 0; unit < level.codes.length; unit++) {
          let sum = 0;
          for (const band of bands) sum += band[unit]!;
          const expected = totals[unit]!;
          if (Number.isNaN(sum) || Number.isNaN(expected)) continue;
          differences.add(sum, expected, bands.length, (difference) =>
            unitItem(context, level, unit, 'population.age-sum', sex, sumClause(nameOf(level, unit), groupKey(sex, null, null), 'Σ', difference), {
              sum,
              expected,
            }),
          );
        }
      }
      judged ||= differences.compared > 0;
      return differences.findings('population.age-sum', level.level);
    });
    return judged ? findings : { skipped: clause('skipped.no-band-chain') };
  },
};

/** Q11. Against the next level above that the file has, column by column. */
export const parentSumCheck: Check<PopulationContext> = {
  id: 'Q11',
  spec: `${SPEC}; tolerance one for each child, then 0.1 % and 2 %`,
  run: (context) => {
    const { levels } = context.population;
    const findings: Finding[] = [];
    const reasons: Clause[] = [];
    let judged = false;
    for (let i = 1; i < levels.length; i++) {
      const child = levels[i]!;
      const parent = levels[i - 1]!;
      if (child.year !== null && parent.year !== null && child.year !== parent.year) {
        findings.push(
          ...finding(
            'population.years-differ',
            'info',
            child.level,
            [],
            { above: `adm${parent.level}`, yearAbove: String(parent.year), year: String(child.year) },
            1,
          ),
        );
        reasons.push(clause('skipped.years-differ', { level: child.level, year: child.year, above: parent.level, yearAbove: parent.year }));
        continue;
      }
      const parents = parentsOf(context, child, parent);
      if (parents === null) {
        reasons.push(clause('skipped.no-parents', { level: child.level, above: parent.level }));
        continue;
      }
      judged = true;
      findings.push(...compareLevels(context, child, parent, parents));
    }
    if (!judged && findings.length === 0) return { skipped: reasons[0] ?? clause('skipped.one-population-level') };
    return findings;
  },
};

/** For each child row the row of its parent (−1 unknown, −2 not stated); null where no child has any. Stated codes first, else the boundaries'. */
function parentsOf(context: PopulationContext, child: PopulationLevel, parent: PopulationLevel): Int32Array | null {
  const rows = new Map<string, number>();
  for (const [unit, code] of parent.codes.entries()) if (code !== '' && !rows.has(code)) rows.set(code, unit);
  const joined = new Map<string, number>();
  for (const [unit, pcode] of (joinOf(context, parent.level)?.pcodes ?? []).entries()) if (pcode !== null && !joined.has(pcode)) joined.set(pcode, unit);
  const stated = child.parents.find(({ level }) => level === parent.level)?.codes;
  const own = joinOf(context, child.level)?.pcodes;
  const found = Int32Array.from(child.codes, (_, unit) => {
    const code = stated?.[unit] ?? null;
    if (code !== null) return rows.get(code) ?? -1;
    if (parent.level === 0 && parent.codes.length === 1) return 0;
    const pcode = ancestorOf(context, child.level, own?.[unit] ?? null, parent.level);
    return pcode === null ? -2 : (joined.get(pcode) ?? rows.get(pcode) ?? -1);
  });
  return found.some((row) => row !== -2) ? found : null;
}

function ancestorOf(context: PopulationContext, level: AdminLevel, pcode: string | null, target: AdminLevel): string | null {
  let code = pcode;
  for (let at = level; at > target && code !== null; at--) code = context.units.get(at)?.get(code)?.parentPcode ?? null;
  return code;
}

function compareLevels(context: PopulationContext, child: PopulationLevel, parent: PopulationLevel, parents: Int32Array): Finding[] {
  const differences = new Differences();
  const children = new Int32Array(parent.codes.length);
  // A row given twice is told by Q7 and counts once here, or every sum above it would be an error too.
  const counted = distinctUnits(child, joinOf(context, child.level) ?? null).rows.flat();
  for (const unit of counted) if (parents[unit]! >= 0) children[parents[unit]!]!++;
  // Rows of one code are one parent, found under the first of them.
  const parentRows = distinctUnits(parent, joinOf(context, parent.level) ?? null).rows;
  for (const [g, group] of parent.groups.entries()) {
    const values = column(child, group.key);
    if (!values) continue;
    const sums = new Float64Array(parent.codes.length);
    for (const unit of counted) if (parents[unit]! >= 0) sums[parents[unit]!]! += values[unit]!;
    for (const rows of parentRows) {
      const unit = rows[0]!;
      if (children[unit] === 0) continue;
      const expected = rows.reduce((sum, row) => sum + parent.values[g]![row]!, 0);
      const sum = sums[unit]!;
      if (Number.isNaN(sum) || Number.isNaN(expected)) continue;
      differences.add(sum, expected, children[unit]!, (difference) =>
        unitItem(context, parent, unit, 'population.parent-sum', group.key, sumClause(nameOf(parent, unit), group.heading, `Σ adm${child.level}`, difference), {
          sum,
          expected,
        }),
      );
    }
  }
  const orphans = [...parents.entries()].filter(([, row]) => row === -1).map(([unit]) => unit);
  const childless = parentRows.map((rows) => rows[0]!).filter((unit) => children[unit] === 0);
  const listed = (level: PopulationLevel, units: number[], code: string) =>
    units.slice(0, MAX_ITEMS).map((unit) => unitItem(context, level, unit, code, '', nameOf(level, unit)));
  return [
    ...differences.findings('population.parent-sum', parent.level, { below: `adm${child.level}` }),
    ...finding(
      'population.parent-unknown',
      'error',
      child.level,
      listed(child, orphans, 'population.parent-unknown'),
      { above: `adm${parent.level}` },
      orphans.length,
    ),
    ...finding(
      'population.childless',
      'warning',
      parent.level,
      listed(parent, childless, 'population.childless'),
      { below: `adm${child.level}` },
      childless.length,
    ),
  ];
}
