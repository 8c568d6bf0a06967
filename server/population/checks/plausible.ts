/** Whether COD-PS figures are plausible and documented (Q12–Q17 of cod.md §3.4). Outliers are questions to a person, never errors. */
import { MAX_ITEMS } from '../../contract/finding.ts';
import { clause } from '../../words/clauses.ts';
import type { ItemDraft } from '../../words/findings.ts';
import { publishLevel } from '../normalize/join.ts';
import type { PopulationLevel } from '../normalize/model.ts';
import type { Check } from '../../checks/check.ts';
import { boundaryUnit, column, finding, joinOf, nameOf, pcodesOf, round, unitItem } from './context.ts';
import type { PopulationContext } from './context.ts';

/** Robust z (median and MAD) from which a unit is called an outlier; 5 leaves the long tail of densities alone. */
const MAX_Z = 5;
/** Share of an age band that must lie apart as well: where most units are built from one model, their spread is next to nothing (eth, caf). */
const MIN_SHARE = 0.03;
/** Fewer units tell nothing of what is usual. */
const MIN_UNITS = 20;
const MAX_AGE_YEARS = 10;

/** Q12. */
export const referenceCheck: Check<PopulationContext> = {
  id: 'Q12',
  spec: 'cod.md §3.4 Q12',
  run: (context) => {
    const { reference, population } = context;
    if (!reference) return { skipped: clause('skipped.no-reference-total') };
    const level = population.levels.find((entry) => publishLevel(entry, joinOf(context, entry.level) ?? null).total !== null);
    if (!level) return { skipped: clause('skipped.no-totals') };
    const { total } = publishLevel(level, joinOf(context, level.level) ?? null);
    return finding(
      'population.reference',
      'info',
      level.level,
      [],
      {
        total: round(total!),
        reference: round(reference.total),
        source: reference.source,
        year: String(reference.year),
        percent: round((100 * (total! - reference.total)) / reference.total),
      },
      1,
    );
  },
};

/** Q13. Zero may be true (a park, a district counted in its neighbour); it is asked, not condemned. */
export const emptyUnitCheck: Check<PopulationContext> = {
  id: 'Q13',
  spec: 'COD-PS standard text: no missing values',
  run: (context) => {
    let judged = false;
    const findings = context.population.levels.flatMap((level) => {
      const totals = totalsOf(level);
      if (!totals) return [];
      judged = true;
      const units = [...totals.keys()];
      const zero = units.filter((unit) => totals[unit] === 0);
      const none = units.filter((unit) => Number.isNaN(totals[unit]!));
      const items = (code: string, list: number[]) => list.slice(0, MAX_ITEMS).map((unit) => unitItem(context, level, unit, code, '', nameOf(level, unit)));
      return [
        ...finding('population.zero', 'warning', level.level, items('population.zero', zero), {}, zero.length),
        ...finding('population.no-total', 'warning', level.level, items('population.no-total', none), {}, none.length),
      ];
    });
    return judged ? findings : { skipped: clause('skipped.no-totals') };
  },
};

/** Q14. */
export const outlierCheck: Check<PopulationContext> = {
  id: 'Q14',
  spec: 'COD-PS standard text: inconsistencies and outliers examined; sex ratio 0.8–1.25',
  run: (context) =>
    context.population.levels.flatMap((level) => {
      const density = densityOutliers(context, level);
      const { mild, strong } = sexRatios(context, level);
      const shares = ageShareOutliers(context, level);
      return [
        ...finding('population.density', 'info', level.level, density),
        ...finding('population.sex-ratio', 'warning', level.level, strong.slice(0, MAX_ITEMS), {}, strong.length),
        ...finding('population.sex-ratio', 'info', level.level, mild.slice(0, MAX_ITEMS), {}, mild.length),
        ...finding('population.age-share', 'info', level.level, shares.slice(0, MAX_ITEMS), {}, shares.length),
      ];
    }),
};

function densityOutliers(context: PopulationContext, level: PopulationLevel): ItemDraft[] {
  const totals = totalsOf(level);
  if (!totals) return [];
  const logs = Float64Array.from(totals, (total, unit) => {
    const area = boundaryUnit(context, level.level, pcodesOf(context, level, unit)[0])?.areaSqKm ?? 0;
    return area > 0 && total > 0 ? Math.log(total / area) : NaN;
  });
  return outliers(logs).map(({ unit, z }) => {
    const density = Math.exp(logs[unit]!);
    return unitItem(context, level, unit, 'population.density', '', clause('population.density', { unit: nameOf(level, unit), density, z }), { density, z });
  });
}

function sexRatios(context: PopulationContext, level: PopulationLevel): { mild: ItemDraft[]; strong: ItemDraft[] } {
  const found = { mild: [] as ItemDraft[], strong: [] as ItemDraft[] };
  const females = column(level, 'F_TL');
  const males = column(level, 'M_TL');
  if (!females || !males) return found;
  for (let unit = 0; unit < level.codes.length; unit++) {
    const ratio = males[unit]! / females[unit]!;
    if (!(females[unit]! > 0) || Number.isNaN(ratio) || (ratio >= 0.8 && ratio <= 1.25)) continue;
    const item = unitItem(
      context,
      level,
      unit,
      'population.sex-ratio',
      '',
      clause('population.ratio', { unit: nameOf(level, unit), males: males[unit]!, females: females[unit]!, ratio }),
      { ratio },
    );
    (ratio < 0.5 || ratio > 2 ? found.strong : found.mild).push(item);
  }
  return found;
}

function ageShareOutliers(context: PopulationContext, level: PopulationLevel): ItemDraft[] {
  const totals = totalsOf(level);
  if (!totals) return [];
  return level.groups.flatMap((group, g) => {
    if (group.sex !== 't' || group.ageFrom === null || group.other !== null) return [];
    const shares = Float64Array.from(level.values[g]!, (value, unit) => (totals[unit]! > 0 ? value / totals[unit]! : NaN));
    return outliers(shares, MIN_SHARE).map(({ unit, z }) =>
      unitItem(
        context,
        level,
        unit,
        'population.age-share',
        group.key,
        clause('population.age-share', { unit: nameOf(level, unit), heading: group.heading, share: 100 * shares[unit]!, z }),
        { share: shares[unit]!, z },
      ),
    );
  });
}

/** Units whose robust z passes MAX_Z and that lie at least `apart` from the median, farthest first; none where the middle half does not vary. NaN is left out. */
export function outliers(values: Float64Array, apart = 0): { unit: number; z: number }[] {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  if (known.length < MIN_UNITS) return [];
  const median = middle(known);
  const mad = middle(known.map((value) => Math.abs(value - median)).sort());
  if (mad <= 1e-9 * Math.max(1, Math.abs(median))) return [];
  const found: { unit: number; z: number }[] = [];
  for (const [unit, value] of values.entries()) {
    // 1.4826 makes the MAD of a normal distribution its standard deviation.
    const z = (value - median) / (1.4826 * mad);
    if (Math.abs(z) > MAX_Z && Math.abs(value - median) >= apart) found.push({ unit, z });
  }
  return found.sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
}

function middle(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Q15. */
export const yearCheck: Check<PopulationContext> = {
  id: 'Q15',
  spec: 'cod.md §3.4 Q15',
  run: (context) => {
    const now = Number(context.today.slice(0, 4));
    return context.population.levels.flatMap((table) => {
      const { level, year, years, yearOf, sheet } = table;
      if (year === null) return finding('population.no-year', 'warning', level, [], { sheet }, 1);
      const others = yearOf.flatMap((own, unit) => (own !== null && own !== year ? [unit] : []));
      const items = others
        .slice(0, MAX_ITEMS)
        .map((unit) =>
          unitItem(context, table, unit, 'population.years-mixed', '', clause('population.unit-year', { unit: nameOf(table, unit), year: yearOf[unit]! })),
        );
      return [
        ...finding(
          'population.years-mixed',
          'warning',
          level,
          items,
          { years: years.join(', '), year: String(year) },
          Math.max(others.length, years.length > 1 ? 1 : 0),
        ),
        ...finding('population.year-future', 'warning', level, [], { year: String(year) }, year > now ? 1 : 0),
        ...finding('population.year-old', 'warning', level, [], { year: String(year), age: now - year }, now - year > MAX_AGE_YEARS ? 1 : 0),
      ];
    });
  },
};

/** Q16. */
export const sourceCheck: Check<PopulationContext> = {
  id: 'Q16',
  spec: 'COD-PS standard text: source identified',
  run: ({ population, metadata }) => {
    const source = metadata?.source || population.levels.map((level) => level.source).find(Boolean);
    return finding('population.no-source', 'warning', null, [], {}, source ? 0 : 1);
  },
};

/** Q17. */
export const versionCheck: Check<PopulationContext> = {
  id: 'Q17',
  spec: 'cod.md §3.4 Q17',
  run: ({ boundaries, population }) => finding('population.no-boundaries', 'warning', null, [], { country: population.country }, boundaries ? 0 : 1),
};

/** Totals of a level: `T_TL`, else F + M. */
function totalsOf(level: PopulationLevel): Float64Array | undefined {
  const totals = column(level, 'T_TL');
  if (totals) return totals;
  const females = column(level, 'F_TL');
  const males = column(level, 'M_TL');
  return females && males ? females.map((value, unit) => value + males[unit]!) : undefined;
}
