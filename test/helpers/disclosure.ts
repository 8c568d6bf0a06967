/**
 * Somebody who wants to know what is withheld. Knows the answers, how units and sectors lie in each other, and by whole-number programming (HiGHS)
 * everything that follows from them. Shares no code with what withholds.
 */
import highs from 'highs';

/** A number, or that it is withheld, of `unit × sector`; `*` stands for everything and for all sectors. */
export type Answers = Map<string, number | 'withheld'>;
/** Parts of each whole, as cells; `open` where the whole may be more than its parts, as records say no more. */
export interface Relation {
  whole: string;
  parts: string[];
  open: boolean;
}

export const cellKey = (unit: string, sector: string): string => `${unit} ${sector}`;

const solver = await (highs as unknown as typeof highs.default)();

/** Smallest and largest whole number of a cell, given lines of a program in CPLEX's LP format. */
function bound(sense: 'Minimize' | 'Maximize', cell: string, lines: readonly string[], variables: readonly string[]): Map<string, number> {
  const program = [
    sense,
    ` obj: ${cell}`,
    'Subject To',
    ...lines.map((line, i) => ` c${i}: ${line}`),
    'Bounds',
    // So large that no test comes near it, and small enough to be exact.
    ...variables.map((each) => ` 1 <= ${each} <= 1000`),
    'General',
    ` ${variables.join(' ')}`,
    'End',
  ].join('\n');
  const { Status, Columns } = solver.solve(program);
  if (Status !== 'Optimal') throw new Error(`The true table does not fit its own answers: ${Status}`);
  return new Map(variables.map((each) => [each, Math.round((Columns[each] as { Primal: number }).Primal)]));
}

/**
 * Cells of which only one whole number is possible.
 * @param truth for each cell, its number; the first table that is known to fit
 * @param added relations of which the attacker guesses, and rightly, that no organisation is counted in two parts: the whole is their sum
 */
export function findRecovered(
  answers: Answers,
  relations: readonly Relation[],
  truth: ReadonlyMap<string, number>,
  added: ReadonlySet<Relation> = new Set(),
): string[] {
  const withheld = [...answers].flatMap(([cell, answer]) => (answer === 'withheld' ? [cell] : []));
  const names = new Map(withheld.map((cell, i) => [cell, `x${i}`]));
  const lines: string[] = [];
  /** `sum of terms ≤ or = 0`, with what is known moved to the right. */
  const say = (terms: [cell: string, times: 1 | -1][], relation: '<=' | '=') => {
    const open = terms.filter(([cell]) => names.has(cell));
    if (open.length === 0) return;
    const known = terms.reduce((sum, [cell, times]) => (names.has(cell) ? sum : sum + times * ((answers.get(cell) as number | undefined) ?? 0)), 0);
    lines.push(`${open.map(([cell, times]) => `${times === 1 ? '+' : '-'} ${names.get(cell)!}`).join(' ')} ${relation} ${-known}`);
  };
  for (const relation of relations) {
    const { whole, parts, open } = relation;
    for (const part of parts)
      say(
        [
          [part, 1],
          [whole, -1],
        ],
        '<=',
      );
    const sum: [string, 1 | -1][] = [[whole, 1], ...parts.map((part): [string, -1] => [part, -1])];
    if (added.has(relation)) say(sum, '=');
    else if (!open) say(sum, '<=');
  }
  const variables = [...names.values()];
  const free = new Set<string>();
  const compare = (found: Map<string, number>) => {
    for (const [cell, name] of names) if (found.get(name) !== truth.get(cell)) free.add(cell);
  };
  for (const cell of withheld) {
    if (!free.has(cell)) compare(bound('Maximize', names.get(cell)!, lines, variables));
    if (!free.has(cell)) compare(bound('Minimize', names.get(cell)!, lines, variables));
  }
  return withheld.filter((cell) => !free.has(cell));
}
