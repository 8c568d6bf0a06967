/** Which sheet of an upload is the 3W, and what is said where none is. */
import type { PresenceRole, RoleGuess } from '../contract/presence/columns.ts';
import { InputError, QuestionError } from '../errors.ts';
import type { RawTable } from '../formats/tables/rawTable.ts';
import { foldName } from '../matching/fold.ts';
import { sayClause } from '../words/words.ts';
import { explainRefusal } from './columns/explain.ts';
import type { ReadColumns } from './columns/read.ts';
import type { SaidColumns } from './columns/said.ts';
import type { Recognised } from './normalize/context.ts';

export interface SheetCandidate {
  table: RawTable;
  recognised: Recognised | undefined;
  said: SaidColumns;
  read: ReadColumns;
}

/** What a table lacks to be a 3W. Coordinates are places where there are boundaries to find them in. */
export function lacks(roles: readonly PresenceRole[], isPlacing: boolean): ('organisation' | 'place')[] {
  const has = (test: (role: PresenceRole) => boolean) => roles.some((role) => test(role));
  const isLocated = isPlacing && has(({ is }) => is === 'lat') && has(({ is }) => is === 'lon');
  return [
    ...(has((role) => role.is === 'org' && role.part !== 'type') ? [] : ['organisation' as const]),
    ...(isLocated || has((role) => role.is === 'place' && role.level > 0) ? [] : ['place' as const]),
  ];
}

/** The sheet that a person chose in a file of this layout before. */
export const wasSaid = ({ table, recognised }: SheetCandidate): boolean =>
  recognised?.profile.sheetSaid === true && foldName(recognised.profile.sheet) === foldName(table.sheet);

/** The sheet that a person names, else the likeliest; and the likeliest all the same. @throws InputError `presence.sheet-unknown` */
export function chooseSheet(candidates: SheetCandidate[], { sheet, file }: { sheet?: string | undefined; file?: string | undefined }) {
  const likely = likeliest(candidates);
  return { likely, chosen: sheet === undefined ? likely : askedSheet(candidates, sheet, file) };
}

/**
 * Without a word of a person: of the sheets with organisations and places the one chosen before, else a visible one, and of those the longest
 * with the most known columns. Where no sheet has both, the one that lacks least, for the refusal to speak of.
 */
function likeliest(candidates: SheetCandidate[]): SheetCandidate {
  const known = ({ roles }: ReadColumns) => new Set(roles.flatMap((role) => (role.is === 'ignore' ? [] : [JSON.stringify(role)]))).size;
  const weight = ({ table, read }: SheetCandidate) => table.rows * known(read) * (table.hidden ? 1e-6 : 1);
  const missing = ({ read }: SheetCandidate) => lacks(read.roles, true).length;
  const [best] = candidates.toSorted((a, b) => missing(a) - missing(b) || Number(wasSaid(b)) - Number(wasSaid(a)) || weight(b) - weight(a));
  return best!;
}

function askedSheet(candidates: SheetCandidate[], sheet: string, file: string | undefined): SheetCandidate {
  // A file that came in a folder is kept, and read again, under its own name alone.
  const nameOf = (path: string) => path.split(/[\\/]/).at(-1);
  const own = candidates.filter(({ table }) => file === undefined || nameOf(table.file) === nameOf(file));
  const found = own.find(({ table }) => table.sheet === sheet) ?? own.find(({ table }) => foldName(table.sheet) === foldName(sheet));
  if (found) return found;
  throw new InputError('presence.sheet-unknown', `There is no sheet "${sheet}". The sheets are: ${candidates.map(({ table }) => table.sheet).join(', ')}.`);
}

/** @throws QuestionError with the columns as they were read: a person may know better */
export function refuseLacking({ table, read }: SheetCandidate, guesses: RoleGuess[], isPlacing: boolean): void {
  const [missing] = lacks(read.roles, isPlacing);
  if (!missing) return;
  const headings = table.header.names.filter(Boolean).slice(0, 20).join(', ') || 'none';
  const where = table.format === 'csv' ? table.file : `sheet "${table.sheet}" of ${table.file}`;
  const near = explainRefusal(read, table.header.names, missing === 'place' ? 'place' : 'org').map((each) => sayClause(each, 'en'));
  const because = near.length === 0 ? '' : ` Considered and not used: ${near.join('; ')}.`;
  const details = { details: { file: table.file, sheet: table.sheet, columns: guesses } };
  if (missing === 'place')
    throw new QuestionError(
      'presence.no-place',
      `No column of ${where} holds places: neither P-codes nor names of admin units were recognised. Its columns are: ${headings}.${because} Add a P-code column or name the column that holds places.`,
      details,
    );
  throw new QuestionError(
    'presence.no-organisation',
    `No column of ${where} holds organisations. Its columns are: ${headings}.${because} Add a column of organisations or name the one that holds them.`,
    details,
  );
}
