/** Cells that seem to name several organisations: nothing is split that nobody declared, so the person is asked; a list counted as one body is a wrong number. */
import type { ColumnQuestion } from '../../contract/columns.ts';
import type { PresenceRole, RoleGuess } from '../../contract/presence/columns.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { foldName } from '../../matching/fold.ts';
import { isNobody, isSameBody, splitFusedName } from '../../matching/organisations.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import { linesText, MARKS, splitCell } from '../normalize/cells.ts';
import { isWellKnown } from '../../matching/words/bodies.ts';
import { columnClause } from './explain.ts';
import { isShortOf } from './pairs.ts';

/** Different cells that must look so; one is enough where each of its parts is a cell of its own elsewhere, or a body that everybody knows. */
const ENOUGH = 2;
/** More different cells are no list of organisations. */
const MOST = 5000;
const SHOWN = 3;

/** "NRC / Norwegian Refugee Council", "HI - Handicap International / Humanity & Inclusion": one body, twice named. */
function isNamedTwice([a = '', b = '', ...more]: string[]): boolean {
  const names = (text: string) => {
    const { name, acronym } = splitFusedName(text);
    return acronym === null ? [text] : [text, name, acronym];
  };
  return (
    more.length === 0 &&
    names(a).some((one) => names(b).some((two) => isShortOf(one, two) || isShortOf(two, one) || foldName(one) === foldName(two) || isSameBody(one, two)))
  );
}

interface Found {
  mark: string;
  cells: string[];
  rows: number;
}

/** The mark at which cells come apart into bodies that other cells name too. */
export function findSeveral(cells: RawTable['columns'][number]['cells'], isKnown: (text: string) => boolean): Found | null {
  // Counted as they are first: rows repeat the same cells by the hundred thousand.
  const written = new Map<string, number>();
  for (const cell of cells) if (typeof cell === 'string') written.set(cell, (written.get(cell) ?? 0) + 1);
  const rows = new Map<string, number>();
  for (const [cell, count] of written) {
    if (isNobody(cell)) continue;
    const text = linesText(cell);
    rows.set(text, (rows.get(text) ?? 0) + count);
    if (rows.size > MOST) return null;
  }
  let best: Found | null = null;
  for (const mark of MARKS) {
    const parts = new Map([...rows.keys()].map((text) => [text, splitCell(text, [mark])]));
    const whole = new Set([...parts].filter(([, list]) => list.length === 1).map(([, [only]]) => foldName(only!)));
    const met = new Map<string, number>();
    for (const list of parts.values()) for (const part of new Set(list.map(foldName))) met.set(part, (met.get(part) ?? 0) + 1);
    const several = [...parts].filter(
      ([, list]) => list.length > 1 && !isNamedTwice(list) && list.every((part) => (met.get(foldName(part)) ?? 0) > 1 || isKnown(part)),
    );
    const found = { mark, cells: several.map(([text]) => text), rows: several.reduce((sum, [text]) => sum + rows.get(text)!, 0) };
    const isPlain = several.some(([, list]) => list.every((part) => whole.has(foldName(part)) || isKnown(part)));
    if ((found.cells.length >= ENOUGH || isPlain) && found.rows > (best?.rows ?? 0)) best = found;
  }
  return best;
}

export interface SeveralOptions {
  /** Met in the country before. */
  isOrganisation: (text: string, folded: string) => boolean;
  /** Columns of which a person said how they come apart, or that they do not. */
  isSaid: (column: number) => boolean;
}

export function askSeveral({ columns }: Pick<RawTable, 'columns'>, guesses: readonly RoleGuess[], options: SeveralOptions): ColumnQuestion<PresenceRole>[] {
  const isKnown = (text: string) => options.isOrganisation(text, foldName(text)) || isWellKnown(text, foldName(text));
  return guesses.flatMap(({ column, heading, role, samples }): ColumnQuestion<PresenceRole>[] => {
    if (role.is !== 'org' || role.part === 'type' || options.isSaid(column)) return [];
    const found = findSeveral(columns[column]!.cells, isKnown);
    if (!found) return [];
    const mark = found.mark === '\n' ? clause('column.line-break') : verbatim(found.mark.trim());
    const cells = found.cells.slice(0, SHOWN).map((text) => text.replaceAll('\n', ' ⏎ ').slice(0, 120));
    const asks = clause('question.several', { column: columnClause(column, heading, samples), cells, mark, rows: found.rows });
    const choice = (code: 'column.undivided' | 'column.divided', separators: string[], confidence: number) => {
      const said = clause(code, { heading: heading || clause('column.numbered', { number: column + 1 }), mark });
      return { text: sayClause(said, 'en') ?? '', clause: said, confidence, columns: [{ heading, column, separators }] };
    };
    return [
      {
        id: `several:${foldName(heading) || column + 1}`,
        about: 'role',
        text: sayClause(asks, 'en') ?? '',
        clause: asks,
        rows: found.rows,
        choices: [choice('column.undivided', [], 0.4), choice('column.divided', [found.mark], 0.6)],
      },
    ];
  });
}
