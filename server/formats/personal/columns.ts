/** Columns of addresses, telephone numbers and names of persons in a table, by their headings and by what stands in them. Pure. */
import type { PersonalFinding, PersonalKind } from '../../contract/uploads/personal.ts';
import { foldName } from '../../matching/fold.ts';
import { BARE_NAME, EMAIL_HEADING, NAME_HEADING, NOT_OF_PERSONS, PHONE_HEADING } from '../../matching/words/personal.ts';
import { toLetters } from '../tables/uncalculated.ts';
import { findEmails, type FindEmails } from './emails.ts';
import { isInternationalPhone, isPersonName, isPhone, mask } from './values.ts';

/** A table of any format: a sheet, a CSV, the attributes of a layer. */
export interface SearchedTable {
  file: string;
  sheet: string;
  columns: { heading: string; rows: number; textAt: (row: number) => string }[];
  /** As the person sees them; the row of `textAt(i)`. */
  rowNumbers: ArrayLike<number>;
  /** Texts in rows that are no data. */
  outside: readonly { row: number; column: number; text: string }[];
  /** Number of the first row below headings and tags, which stay when a column is emptied. */
  firstRow: number;
  /** Whether a copy can be written in which cells are empty. */
  removable: boolean;
}

/** Cells of one sheet to be emptied. `rows`: null is all from `firstRow` on, which is below the headings. */
export interface CellTarget {
  sheet: string;
  column: number;
  rows: ReadonlySet<number> | null;
  firstRow: number;
}

export interface TableFinding {
  finding: PersonalFinding;
  targets: CellTarget[];
}

/** Of the filled cells, from which on a column is one of such values. */
const MOST = 0.5;
/** Cells looked at for what costs more than a glance. */
const SAMPLE = 2000;
/** A heading says what it says at its beginning. */
const MAX_HEADING = 300;

/** What the columns of a table, and the rows beside its data, hold of persons. @param find addresses of persons, others than those of the country's groups */
export function searchTable(table: SearchedTable, find: FindEmails = findEmails): TableFinding[] {
  const columns = table.columns.map((column, at) => ({ ...readColumn(column, table.rowNumbers, find), at, heading: column.heading.slice(0, MAX_HEADING) }));
  const isDirectory = columns.some(({ emails, phones, filled }) => filled > 0 && (emails.count > MOST * filled || phones.count > MOST * filled));
  const found = columns.flatMap((column) => judge(table, column, isDirectory));
  return [...found, ...searchOutside(table, find)];
}

interface Values {
  count: number;
  rows: Set<number>;
  example: string | null;
}

interface ColumnRead {
  at: number;
  heading: string;
  filled: number;
  emails: Values;
  phones: Values;
  /** Of different texts, those made like the name of a person. */
  names: { share: number; example: string | null };
}

const none = (): Values => ({ count: 0, rows: new Set(), example: null });
const note = (values: Values, row: number, text: string): void => {
  values.count++;
  values.rows.add(row);
  values.example ??= text;
};

function readColumn(
  { heading, rows, textAt }: SearchedTable['columns'][number],
  rowNumbers: ArrayLike<number>,
  find: FindEmails,
): Omit<ColumnRead, 'at' | 'heading'> {
  const folded = foldHeading(heading);
  const saysPhone = PHONE_HEADING.test(folded) && !/\b(email|courriel)\b/.test(folded);
  const saysName = isNameHeading(folded) || BARE_NAME.test(folded);
  const emails = none();
  const phones = none();
  const different = new Map<string, number>();
  let filled = 0;
  for (let i = 0; i < rows; i++) {
    const text = textAt(i);
    if (text === '') continue;
    filled++;
    if (text.includes('@')) {
      const [email] = find(text);
      if (email !== undefined) note(emails, rowNumbers[i]!, email);
    } else if (saysPhone ? isPhone(text) : (text.startsWith('+') || text.startsWith('00')) && isInternationalPhone(text)) note(phones, rowNumbers[i]!, text);
    if (saysName && different.size < SAMPLE) different.set(text, (different.get(text) ?? 0) + 1);
  }
  const texts = [...different.keys()];
  const like = texts.filter(isPersonName);
  return { filled, emails, phones, names: { share: texts.length === 0 ? 0 : like.length / texts.length, example: like[0] ?? null } };
}

const foldHeading = (heading: string): string =>
  foldName(
    heading
      .slice(0, MAX_HEADING)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[_/.-]+/g, ' '),
  );
const isNameHeading = (folded: string): boolean => NAME_HEADING.test(folded) && !NOT_OF_PERSONS.test(folded);

function judge(table: SearchedTable, column: ColumnRead, isDirectory: boolean): TableFinding[] {
  const { filled, emails, phones, names } = column;
  const folded = foldHeading(column.heading);
  const found: TableFinding[] = [];
  const add = (kind: PersonalKind, values: Pick<Values, 'count' | 'example'>, heading: boolean, share: number, rows: ReadonlySet<number> | null) =>
    found.push({
      finding: {
        id: idOf(table, kind, toLetters(column.at)),
        file: table.file,
        kind,
        place: { is: 'column', sheet: table.sheet, column: toLetters(column.at), heading: column.heading },
        count: values.count,
        example: values.example === null ? null : mask(values.example),
        evidence: { heading, share: Math.round(share * 100) / 100 },
        isPerson: true,
        removable: table.removable,
      },
      targets: table.removable ? [{ sheet: table.sheet, column: column.at, rows, firstRow: table.firstRow }] : [],
    });
  if (emails.count > 0) {
    const share = emails.count / filled;
    add('email', emails, EMAIL_HEADING.test(folded), share, share > MOST ? null : emails.rows);
  }
  const saysPhone = PHONE_HEADING.test(folded);
  if (phones.count > 0 && phones.count >= MOST * filled) add('phone', phones, saysPhone, phones.count / filled, null);
  else if (phones.count > 0 && !saysPhone) add('phone', phones, false, phones.count / filled, phones.rows);
  const says = isNameHeading(folded) || (BARE_NAME.test(folded) && isDirectory);
  if (says && names.share >= MOST) add('name', { count: filled, example: names.example }, true, names.share, null);
  return found;
}

/** Addresses in titles, notes and instructions around a table. */
function searchOutside(table: SearchedTable, find: FindEmails): TableFinding[] {
  const found = table.outside.filter(({ text }) => find(text).length > 0);
  if (found.length === 0) return [];
  const byColumn = new Map<number, Set<number>>();
  for (const { row, column } of found) byColumn.set(column, (byColumn.get(column) ?? new Set()).add(row));
  return [
    {
      finding: {
        id: idOf(table, 'email', 'outside'),
        file: table.file,
        kind: 'email',
        place: { is: 'outside', sheet: table.sheet },
        count: found.length,
        example: mask(find(found[0]!.text)[0]!),
        evidence: null,
        isPerson: true,
        removable: table.removable,
      },
      targets: table.removable ? [...byColumn].map(([column, rows]) => ({ sheet: table.sheet, column, rows, firstRow: table.firstRow })) : [],
    },
  ];
}

const idOf = ({ file, sheet }: SearchedTable, kind: PersonalKind, where: string) => `${file}#${sheet}#${kind}#${where}`;

/** Whether a cell is among those to be emptied; `targets` of its sheet. */
export const isTargeted = (targets: readonly CellTarget[], row: number, column: number): boolean =>
  targets.some((target) => target.column === column && (target.rows === null ? row >= target.firstRow : target.rows.has(row)));
