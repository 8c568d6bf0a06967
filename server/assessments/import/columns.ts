/** What the columns of a registry of assessments hold: by their headings and cells, judged together, with what each guess rests on. Pure. */
import type { AssessmentColumn, ColumnRole } from '../../contract/assessments/imports.ts';
import type { ColumnAnswer } from '../../contract/columns.ts';
import type { Lang } from '../../contract/languages.ts';
import { foldName } from '../../matching/fold.ts';
import { hasOrganisationWord, isWellKnown } from '../../matching/words/bodies.ts';
import { createWeighing, isDay, judgeColumns, type Weighed } from '../../sheets/columns.ts';
import { textOf, type KeptCell, type KeptSheet } from '../../sheets/sheet.ts';
import { isOfPersons, rolesOfHeading } from './headings.ts';
import { looksLikeCode, partsOf } from './parts.ts';
import { readFrequency, readStatus } from './values.ts';

export interface ColumnDeps {
  /** Levels of the units that bear the name or the code. */
  levelsOf: (text: string) => readonly number[];
  isSector: (text: string) => boolean;
  lang: Lang;
}

/** Several columns may hold one of these. */
const SEVERAL: ReadonlySet<ColumnRole['is']> = new Set(['place', 'ignore', 'person', 'notes', 'methodology', 'participants', 'coverage-text', 'technique']);
const uniqueOf = ({ is }: ColumnRole): string | null => (SEVERAL.has(is) ? null : is);

/** Most parts of a column are of one level, and its heading says another: `Zone` is a district here and a region there. */
const MOST = 0.6;

/** The columns as they are taken; what a person said of one stands. */
export function readColumns(sheet: KeptSheet, said: readonly ColumnAnswer<ColumnRole>[], deps: ColumnDeps): AssessmentColumn[] {
  const read = judgeColumns(sheet, said, {
    weigh: (heading, cells) => weigh(heading, cells, deps),
    uniqueOf,
    ignore: { is: 'ignore' },
    lang: deps.lang,
  });
  return read.map((column) => {
    if (column.role.is !== 'place' || column.from === 'asked') return column;
    const level = levelByCells(sheet.rows.map(({ cells }) => cells[column.column] ?? null), deps); // prettier-ignore
    return level === null ? column : { ...column, role: { ...column.role, level } };
  });
}

function levelByCells(cells: readonly KeptCell[], { levelsOf }: ColumnDeps): number | null {
  const parts = cells.flatMap((cell) => partsOf(textOf(cell)));
  const counts = new Map<number, number>();
  for (const part of parts) for (const level of levelsOf(part)) counts.set(level, (counts.get(level) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best && best[1] >= MOST * parts.length ? best[0] : null;
}

function weigh(heading: string, cells: readonly KeptCell[], { levelsOf, isSector }: ColumnDeps): Weighed<ColumnRole>[] {
  if (isOfPersons(heading)) return createWeighing<ColumnRole>(cells, [{ role: { is: 'person' }, word: heading, fit: 1 }]).close();
  const { evidence, close } = createWeighing<ColumnRole>(cells, rolesOfHeading(heading));
  const everyPart = (test: (part: string) => boolean) => (text: string) => {
    const parts = partsOf(text);
    return parts.length > 0 && parts.every(test);
  };
  evidence(everyPart((part) => readStatus(part) !== undefined), 'why.few', [[{ is: 'status' }, 1.6]]); // prettier-ignore
  evidence(everyPart((part) => readFrequency(part) !== undefined), 'why.few', [[{ is: 'frequency' }, 1]]); // prettier-ignore
  evidence(everyPart(isSector), 'why.sectors', [[{ is: 'sectors' }, 2]]);
  evidence(isDay, 'why.dates', [[{ is: 'start' }, 0.8], [{ is: 'end' }, 0.7], [{ is: 'published' }, 0.5]]); // prettier-ignore
  evidence(everyPart((part) => levelsOf(part).length > 0), 'why.places', [[{ is: 'place' }, 1.6]]); // prettier-ignore
  evidence(everyPart(looksLikeCode), 'why.codes', [[{ is: 'place' }, 1.6]]);
  evidence((text) => hasOrganisationWord(foldName(text)) || isWellKnown(text, foldName(text)), 'why.bodies', [
    [{ is: 'lead' }, 0.7],
    [{ is: 'organisation' }, 0.6],
  ]);
  return close();
}
