/** Deepest levels that cover only part of the country, such as the quarters of one city (CAF adm4). */
import type { Finding } from '../../contract/finding.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { clause } from '../../words/clauses.ts';
import { normalizeFinding } from './findings.ts';
import type { UploadedLevel } from './model.ts';

/** A complete level may lack lakes and slivers; one that lacks this much, with whole parents uncovered, is partial. */
const COMPLETE_SHARE = 0.98;
/** A parent of which less is covered by children counts as uncovered. */
const COVERED_SHARE = 0.5;

/**
 * Sets `partial` on levels that leave part of the country without units and answers the deepest complete level (cod.md §1.8 no. 3).
 * Coverage is judged against the nearest uploaded level above: by area as a whole, and by whole parents left empty, so that lakes
 * cut out of a deeper level do not make it partial.
 */
export function markPartialLevels(levels: UploadedLevel[], findings: Finding[]): AdminLevel {
  for (let position = 1; position < levels.length; position++) {
    const [upper, level] = [levels[position - 1]!, levels[position]!];
    // COD-AB requires adm0 and adm1 to cover the country.
    if (level.level < 2) continue;
    const share = coverage(level, upper);
    if (share >= COMPLETE_SHARE || !leavesParentsEmpty(level, upper)) continue;
    level.partial = true;
  }
  const base = levels.findLast((level) => !level.partial)!;
  // A level above a complete one is made from it, whatever its own layer leaves out (check B5 compares their areas).
  for (const level of levels) if (level.level < base.level) level.partial = false;
  for (const level of levels) {
    if (!level.partial) continue;
    const blanks = level.table.units.flatMap(({ pcode }, row) => (pcode === '' ? [row] : []));
    const share = Number((100 * coverage(level, base)).toPrecision(2));
    const items = blanks.map((row) => ({
      rows: [level.table.source.rowNumber[row]!],
      detail: clause('reading.no-code', { row: level.table.source.rowNumber[row]! }),
      at: level.table.units[row]!.center,
    }));
    findings.push(
      normalizeFinding('normalize.level-partial', 'warning', level.level, items, { share, base: base.level, blank: blanks.length }, Math.max(1, blanks.length)),
    );
  }
  return base.level;
}

function coverage(level: UploadedLevel, upper: UploadedLevel): number {
  const total = (entry: UploadedLevel) => entry.table.units.reduce((sum, unit) => sum + unit.areaSqKm, 0);
  return total(upper) === 0 ? 1 : total(level) / total(upper);
}

function leavesParentsEmpty(level: UploadedLevel, upper: UploadedLevel): boolean {
  const covered = new Map<string, number>();
  const parents = level.lineage[upper.level] ?? [];
  level.table.units.forEach((unit, row) => {
    const parent = parents[row];
    if (parent) covered.set(parent, (covered.get(parent) ?? 0) + unit.areaSqKm);
  });
  return upper.table.units.some((unit) => unit.pcode !== '' && unit.areaSqKm > 0 && (covered.get(unit.pcode) ?? 0) < COVERED_SHARE * unit.areaSqKm);
}
