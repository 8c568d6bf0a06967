/** The COD-PS of the country: people by sex and five-year age band, whole numbers whose sums are exact over sexes, bands and levels. */
import type { Country } from './country.ts';
import { createRandom } from './random.ts';

export const YEAR = 2025;
export const BANDS = [...Array.from({ length: 16 }, (_, i) => `${String(5 * i).padStart(2, '0')}_${String(5 * i + 4).padStart(2, '0')}`), '80Plus'];
const TOTAL = 18_437_260;

export type CellValue = string | number | null;

/** One level's table: a header and rows of the same length, first the codes, then the counts. */
export interface SampleTable {
  /** `xnv_admpop_adm2_2025`. */
  name: string;
  level: number;
  columns: string[];
  count: number;
  row(index: number): CellValue[];
}

/** Tables of all levels. Column order as published: codes, totals, then the bands of women, men and both. */
export function createPopulation(country: Country, seed: number): SampleTable[] {
  const width = 2 * BANDS.length;
  let counts = countDeepest(country, seed);
  const byLevel: Int32Array[] = [];
  for (let level = country.levels.length - 1; level >= 0; level--) {
    byLevel[level] = counts;
    if (level === 0) break;
    const above = new Int32Array(country.levels[level - 1]!.units.length * width);
    for (const unit of country.levels[level]!.units) for (let i = 0; i < width; i++) above[unit.parent * width + i]! += counts[unit.row * width + i]!;
    counts = above;
  }
  return byLevel.map((own, level) => toTable(country, level, own));
}

function toTable(country: Country, level: number, counts: Int32Array): SampleTable {
  const columns = ['year', 'ISO3'];
  for (let upper = 0; upper <= level; upper++) columns.push(`ADM${upper}_NAME`, `ADM${upper}_PCODE`);
  columns.push('F_TL', 'M_TL', 'T_TL', ...['F', 'M', 'T'].flatMap((sex) => BANDS.map((band) => `${sex}_${band}`)));
  const { units } = country.levels[level]!;
  return {
    name: `${country.iso3.toLowerCase()}_admpop_adm${level}_${YEAR}`,
    level,
    columns,
    count: units.length,
    row(index) {
      const path: CellValue[] = [];
      let at = index;
      for (let upper = level; upper >= 0; upper--) {
        const unit = country.levels[upper]!.units[at]!;
        path.unshift(unit.name[0], unit.pcode);
        at = unit.parent;
      }
      const women = counts.subarray(index * 2 * BANDS.length, (index * 2 + 1) * BANDS.length);
      const men = counts.subarray((index * 2 + 1) * BANDS.length, (index + 1) * 2 * BANDS.length);
      const sum = (values: Int32Array) => values.reduce((a, b) => a + b, 0);
      const both = women.map((value, band) => value + men[band]!);
      return [YEAR, country.iso3, ...path, sum(women), sum(men), sum(both), ...women, ...men, ...both];
    },
  };
}

/** Women's bands, then men's, of each deepest unit. Towns have fewer children, more people of working age, and more men among these. */
function countDeepest(country: Country, seed: number): Int32Array {
  const random = createRandom(seed, 300);
  const n = country.weight.length;
  const totals = shareOut(
    TOTAL,
    country.weight.map((weight) => weight * Math.exp(0.25 * random.normal())),
  );
  const counts = new Int32Array(n * 2 * BANDS.length);
  const shares = new Float64Array(2 * BANDS.length);
  for (let unit = 0; unit < n; unit++) {
    const urban = country.urban[unit]!;
    const decline = 0.19 - 0.05 * urban + 0.012 * random.normal();
    for (let band = 0; band < BANDS.length; band++) {
      const working = Math.exp(-(((band - 5.5) / 2.6) ** 2));
      const alive = Math.exp(-decline * band) * (1 + 0.5 * urban * working) * (band === 16 ? 1.3 : 1);
      const men = 0.508 - 0.0035 * Math.max(0, band - 8) + 0.03 * (urban - 0.4) * working;
      shares[band] = alive * (1 - men) * (1 + 0.03 * random.normal());
      shares[BANDS.length + band] = alive * men * (1 + 0.03 * random.normal());
    }
    counts.set(shareOut(totals[unit]!, shares), unit * 2 * BANDS.length);
  }
  return counts;
}

/** Splits a whole number by weights into whole numbers with the same sum: largest remainder. */
export function shareOut(total: number, weights: Float64Array): Int32Array {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = Int32Array.from(exact, Math.floor);
  let left = total - shares.reduce((a, b) => a + b, 0);
  const order = [...exact.keys()].sort((a, b) => exact[b]! - shares[b]! - (exact[a]! - shares[a]!) || a - b);
  for (const i of order) {
    if (left-- <= 0) break;
    shares[i]!++;
  }
  return shares;
}

const quote = (value: CellValue): string => {
  const text = value === null ? '' : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The text of a table as CSV (RFC 4180, UTF-8 without BOM), piece by piece. */
export function* csvText(table: SampleTable): Generator<string> {
  let text = `${table.columns.map(quote).join(',')}\r\n`;
  for (let row = 0; row < table.count; row++) {
    text += `${table.row(row).map(quote).join(',')}\r\n`;
    if (text.length > 1 << 20) {
      yield text;
      text = '';
    }
  }
  yield text;
}
