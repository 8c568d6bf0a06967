/** No more findings than a person reads: those beyond are one for each file and kind. Pure. */
import type { Found } from './package.ts';

/** A workbook with a person on each of two hundred sheets has as many. */
const MOST = 400;

/** `found`: worst first. */
export function gather(found: Found[]): Found[] {
  if (found.length <= MOST) return found;
  const rest = new Map<string, Found>();
  for (const each of found.slice(MOST)) {
    const { file, kind, isPerson, count, removable } = each.finding;
    const key = `${file}#${kind}#${isPerson}`;
    const known = rest.get(key);
    if (!known) {
      rest.set(key, {
        cells: [...each.cells],
        parts: [...each.parts],
        finding: { ...each.finding, id: `${key}#more`, place: { is: 'document' }, evidence: null },
      });
      continue;
    }
    known.finding.count += count;
    known.finding.removable &&= removable;
    known.cells.push(...each.cells);
    known.parts.push(...each.parts);
  }
  return [...found.slice(0, MOST), ...rest.values()];
}
