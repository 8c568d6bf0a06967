/** What was said of columns: by a person now, and by the file before, resolved to the columns of a table. */
import type { ColumnAnswer, NumberStyle } from '../../contract/columns.ts';
import type { ImportProfile, PresenceAnswers, PresenceRole, ProfileColumn, RoleGuess } from '../../contract/presence/columns.ts';
import { InputError } from '../../errors.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { foldName } from '../../matching/fold.ts';
import { isPartOf, roleKey } from './hints.ts';

type Answer = ColumnAnswer<PresenceRole>;

export interface SaidColumns {
  asked: Map<number, PresenceRole>;
  remembered: Map<number, PresenceRole>;
  /** Of the remembered ones those that a person said. */
  saidBefore: Set<number>;
  separators: Map<number, string[]>;
  /** Columns of which a person said that their cells are whole. */
  undivided: Set<number>;
  languages: Map<number, string | null>;
  numbers: Map<number, NumberStyle>;
  /** Headings that a person spoke of and the table has not. */
  unknown: string[];
}

/** A profile as it was stored before its columns were one list. */
interface OldProfile {
  roles?: { heading: string; role: PresenceRole }[];
  separators?: { heading: string; separators: string[] }[];
}

/** Profiles of any age in the shape of today. */
export function upgradeProfile(stored: ImportProfile & OldProfile): ImportProfile {
  const { roles = [], separators = [], ...profile } = stored;
  if (profile.columns) return profile;
  const columns = new Map<string, Answer>(roles.map(({ heading, role }) => [heading, { heading, role }]));
  for (const { heading, separators: list } of separators) columns.set(heading, { heading, ...columns.get(heading), separators: list });
  return { ...profile, columns: [...columns.values()] };
}

type Said = Pick<PresenceAnswers, 'roles' | 'separators' | 'columns'>;

/** All ways of saying something of a column as one list; the later ones say more exactly which. */
export function toColumnAnswers({ roles = {}, separators = {}, columns = [] }: Said): Answer[] {
  return [
    ...Object.entries(roles).map(([heading, role]): Answer => ({ heading, role })),
    ...Object.entries(separators).map(([heading, list]): Answer => ({ heading, separators: list })),
    ...columns,
  ];
}

/** @throws InputError `presence.answers` where a person gave one role to two columns */
export function resolveSaid(table: Pick<RawTable, 'header'>, profile: ImportProfile | undefined, answers: Said): SaidColumns {
  const headings = table.header.names.map(foldName);
  const said: SaidColumns = {
    asked: new Map(),
    remembered: new Map(),
    saidBefore: new Set(),
    separators: new Map(),
    undivided: new Set(),
    languages: new Map(),
    numbers: new Map(),
    unknown: [],
  };
  const settle = (roles: Map<number, PresenceRole>, column: number, { role, separators, language, numbers }: Answer) => {
    if (role !== undefined) roles.set(column, role);
    if (separators !== undefined)
      said.separators.set(
        column,
        separators.filter((each) => each !== ''),
      );
    if (language !== undefined) said.languages.set(column, language);
    if (numbers) said.numbers.set(column, numbers);
    else if (numbers === null) said.numbers.delete(column);
  };
  for (const answer of profile?.columns ?? []) {
    const [column, ...more] = columnsOf(headings, answer, profile!.headings);
    // A heading that is there twice says nothing of which is which, unless both files have it in the same place.
    if (column === undefined || more.length > 0 || headings[column] === '') continue;
    settle(said.remembered, column, answer);
    if (answer.said && answer.role !== undefined) said.saidBefore.add(column);
  }
  for (const answer of toColumnAnswers(answers)) {
    const own = columnsOf(headings, answer);
    if (own.length === 0) said.unknown.push(answer.heading);
    for (const column of own) settle(said.asked, column, answer);
  }
  for (const [column, list] of said.separators) {
    if (list.length > 0) continue;
    said.separators.delete(column);
    said.undivided.add(column);
  }
  refuseTwice(table, said);
  return said;
}

/** Columns that an answer speaks of: the one at its position if that has the heading, else those with the heading. */
function columnsOf(headings: string[], { heading, column }: Answer, before?: string[]): number[] {
  const key = foldName(heading);
  if (column !== undefined && headings[column] === key && (!before || before[column] === key)) return [column];
  return headings.flatMap((own, at) => (own === key && key !== '' ? [at] : []));
}

function refuseTwice({ header }: Pick<RawTable, 'header'>, { asked, languages }: SaidColumns): void {
  const by = new Map<string, number>();
  for (const [column, role] of asked) {
    if (role.is === 'ignore' || isPartOf(role)) continue;
    const key = `${roleKey(role)} ${languages.get(column) ?? ''}`;
    const other = by.get(key);
    if (other !== undefined && foldName(header.names[other]!) !== foldName(header.names[column]!))
      throw new InputError(
        'presence.answers',
        `"${header.names[other]}" and "${header.names[column]}" were both said to hold ${roleKey(role)}. Give each role to one column, or state the language of each.`,
      );
    by.set(key, column);
  }
}

/** How a file was read, for the next one of its layout. What nobody could use this month may hold something then, unless a person said that it is not needed. */
export function toProfile(
  table: RawTable,
  guesses: readonly RoleGuess[],
  { saidBefore, undivided }: Pick<SaidColumns, 'saidBefore' | 'undivided'>,
  contributor?: string,
): ImportProfile {
  const headings = table.header.names.map(foldName);
  const repeats = (heading: string) => headings.filter((each) => each === heading).length > 1;
  return {
    id: foldName(`${table.sheet} ${headings.filter(Boolean).slice(0, 3).join(' ')}`)
      .replaceAll(' ', '-')
      .slice(0, 80),
    file: table.file,
    sheet: table.sheet,
    ...(contributor ? { contributor } : {}),
    headings,
    columns: guesses.flatMap((guess): ProfileColumn[] => {
      const heading = headings[guess.column]!;
      const isSaid = guess.from === 'asked' || (guess.from === 'profile' && saidBefore.has(guess.column));
      const answer: ProfileColumn = {
        heading,
        ...(repeats(heading) ? { column: guess.column } : {}),
        ...(guess.role.is === 'ignore' && !isSaid ? {} : { role: guess.role }),
        ...(isSaid ? { said: true } : {}),
        ...(guess.separators.length > 0 || undivided.has(guess.column) ? { separators: guess.separators } : {}),
        ...(guess.language === null ? {} : { language: guess.language }),
        ...(guess.numbers === null ? {} : { numbers: guess.numbers }),
      };
      return heading === '' || Object.keys(answer).every((key) => key === 'heading' || key === 'column') ? [] : [answer];
    }),
  };
}
