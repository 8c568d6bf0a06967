/** What the columns of a sheet about coordination hold: by headings and cells, judged together (matching/assign), with what each guess rests on. */
import type { Clause } from '../../contract/clause.ts';
import type { ColumnAnswer, ColumnReading, RoleChoice } from '../../contract/columns.ts';
import type { StructureRole } from '../../contract/groups/imports.ts';
import type { Lang } from '../../contract/languages.ts';
import { assign } from '../../matching/assign.ts';
import { readDate } from '../../matching/dates.ts';
import { foldName } from '../../matching/fold.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { hasOrganisationWord, isWellKnown } from '../../matching/words/bodies.ts';
import { readCapacity, readHeldRole, readType, rolesOfHeading, typeOfName } from '../../matching/words/coordination.ts';
import { clause } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import { textOf, type KeptCell, type KeptSheet } from './sheet.ts';

export interface ColumnDeps {
  sectors: CodeTable;
  /** Whether a text is the name of a group, or of an organisation, that is known. */
  isGroup: (text: string) => boolean;
  isOrganisation: (text: string) => boolean;
  isPlace: (text: string) => boolean;
  lang: Lang;
}

/** In sum what a role needs to be used. */
const ENOUGH = 1.5;
/** How much of a difference makes a guess two thirds sure. */
const SPREAD = 1.5;
const SAMPLES = 5;

const keyOf = (role: StructureRole): string => JSON.stringify(role);
interface Weighed {
  role: StructureRole;
  reasons: { clause: Clause; weight: number }[];
}

export function readColumns(sheet: KeptSheet, said: readonly ColumnAnswer<StructureRole>[], deps: ColumnDeps): ColumnReading<StructureRole>[] {
  const weighed = sheet.headings.map((heading, column) => weigh(heading, sheet.rows.map(({ cells }) => cells[column] ?? null), deps)); // prettier-ignore
  const answers = sheet.headings.map((heading, column) => said.find((each) => (each.column === undefined ? each.heading === heading : each.column === column)));
  const items = weighed.map((choices, column) =>
    answers[column]?.role === undefined ? choices.map(({ role, reasons }) => ({ unique: uniqueOf(role), score: sum(reasons) - ENOUGH })) : [],
  );
  const taken = new Set(answers.flatMap((answer) => (answer?.role ? [uniqueOf(answer.role)] : [])));
  const open = items.map((choices) => choices.map((choice) => (choice.unique !== null && taken.has(choice.unique) ? { ...choice, score: -10 } : choice)));
  const best = assign(open);
  return sheet.headings.map((heading, column) => {
    const answer = answers[column];
    const cells = sheet.rows.map(({ cells: row }) => textOf(row[column] ?? null)).filter(Boolean);
    const chosen = best.chosen[column]!;
    const guessed = chosen >= 0 ? weighed[column]![chosen]! : undefined;
    const choices = weighed[column]!.toSorted((a, b) => sum(b.reasons) - sum(a.reasons));
    const confidence = () => 1 - Math.exp(-(best.score - assign(open, { without: { item: column, choices: [chosen] } }).score) / SPREAD);
    const role = answer?.role ?? guessed?.role ?? ({ is: 'ignore' } as const);
    const reasons = answer?.role ? [{ clause: clause('why.asked'), weight: 10 }] : (guessed?.reasons ?? []);
    return {
      column,
      heading,
      hxl: sheet.hxl[column] ?? null,
      role,
      confidence: answer?.role ? 1 : guessed ? Math.round(confidence() * 100) / 100 : 0,
      reasons: told(reasons, deps.lang),
      from: answer?.role ? 'asked' : reasons[0]?.clause.code === 'why.heading' ? 'heading' : 'values',
      samples: [...new Set(cells)].slice(0, SAMPLES),
      filled: cells.length,
      distinct: new Set(cells).size,
      language: null,
      separators: answer?.separators ?? [],
      numbers: null,
      alternatives: choices
        .filter((choice) => keyOf(choice.role) !== keyOf(role))
        .slice(0, 3)
        .map((choice): RoleChoice<StructureRole> => ({
          role: choice.role,
          confidence: Math.round((1 - Math.exp(-sum(choice.reasons) / 3)) * 100) / 200,
          reasons: told(choice.reasons, deps.lang),
        })),
    };
  });
}

const sum = (reasons: readonly { weight: number }[]) => reasons.reduce((total, { weight }) => total + weight, 0);
const told = (reasons: Weighed['reasons'], lang: Lang) =>
  reasons
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ clause: own, weight }) => ({ text: sayClause(own, lang) ?? own.code, clause: own, weight }));
/** Members may stand in several columns; everything else in one. */
const uniqueOf = (role: StructureRole): string | null =>
  role.is === 'organisation' && role.capacity === 'member' ? null : role.is === 'ignore' ? null : keyOf(role);

/** Everything that a column might be, with its reasons. */
function weigh(heading: string, cells: readonly KeptCell[], deps: ColumnDeps): Weighed[] {
  const byRole = new Map<string, Weighed>();
  const add = (role: StructureRole, own: Clause, weight: number) => {
    const key = keyOf(role);
    const found = byRole.get(key) ?? { role, reasons: [] };
    byRole.set(key, found);
    if (!found.reasons.some(({ clause: { code } }) => code === own.code && code === 'why.heading')) found.reasons.push({ clause: own, weight });
  };
  const named = rolesOfHeading(heading).toSorted((a, b) => b.fit - a.fit);
  for (const { role, word, fit } of named) add(role, clause('why.heading', { word }), 3 * fit);
  const filled = cells.filter((cell) => cell !== null);
  if (filled.length === 0) return [...byRole.values()];
  const texts = filled.map(textOf);
  const share = (holds: (text: string, cell: KeptCell) => boolean) => {
    const samples = [...new Set(texts.filter((text, i) => holds(text, filled[i]!)))];
    const count = texts.filter((text, i) => holds(text, filled[i]!)).length;
    return { count, part: count / texts.length, params: { count, total: texts.length, samples: samples.slice(0, 3) } };
  };
  const evidence = (own: ReturnType<typeof share>, code: Parameters<typeof clause>[0], roles: readonly [StructureRole, number][]) => {
    if (own.part >= 0.3) for (const [role, weight] of roles) add(role, clause(code, own.params), weight * own.part);
  };
  const named2 = (is: 'name') => ({ is: 'group', part: is }) as const;
  evidence(share((text) => deps.isGroup(text) || typeOfName(text) !== undefined), 'why.groups', [[named2('name'), 1.6], [{ is: 'parent' }, 0.9], [{ is: 'reports-to' }, 0.7], [{ is: 'hub' }, 0.4]]); // prettier-ignore
  evidence(
    share((text) => readType(text) !== undefined),
    'why.group-types',
    [[{ is: 'type' }, 2]],
  );
  evidence(share((text) => deps.sectors.sure(text) !== undefined), 'why.sectors', [[{ is: 'sector' }, 1.2], [named2('name'), 1]]); // prettier-ignore
  evidence(
    share((text) => readCapacity(text) !== undefined),
    'why.capacities',
    [[{ is: 'capacity' }, 2]],
  );
  evidence(
    share((text) => readHeldRole(text) !== undefined),
    'why.roles',
    [[{ is: 'role' }, 2]],
  );
  evidence(share((text, cell) => isDay(text, cell)), 'why.dates', [[{ is: 'start' }, 1.3], [{ is: 'end' }, 1.2]]); // prettier-ignore
  evidence(
    share((text) => /^\S+@\S+\.\S+$/.test(text)),
    'why.emails',
    [[{ is: 'email' }, 3]],
  );
  evidence(
    share((text) => text.split(/[;,\s]+/).every(deps.isPlace)),
    'why.places',
    [[{ is: 'area' }, 2]],
  );
  evidence(
    share((text) => deps.isOrganisation(text) || hasOrganisationWord(foldName(text)) || isWellKnown(text, foldName(text))),
    'why.bodies',
    [[{ is: 'organisation', capacity: null, part: 'name' }, 1.4], ...(['lead', 'co-lead', 'government-lead', 'member'] as const).map((capacity): [StructureRole, number] => [{ is: 'organisation', capacity, part: 'name' }, 0.6])], // prettier-ignore
  );
  evidence(
    share((text) => isPersonal(text)),
    'why.persons',
    [[{ is: 'person' }, 0.8]],
  );
  return [...byRole.values()];
}

const isDay = (text: string, cell: KeptCell): boolean =>
  cell !== null &&
  (typeof cell === 'object' ||
    (typeof cell === 'number' ? cell > 30_000 && cell < 60_000 : /\d/.test(text) && (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text) || 'iso' in readDate(text))));

/** Two to four words that begin with a capital, and no word of organisations or groups: perhaps a person. */
function isPersonal(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}\p{Ll}|^\p{Lo}/u.test(word)) &&
    !hasOrganisationWord(foldName(text)) &&
    typeOfName(text) === undefined
  );
}
