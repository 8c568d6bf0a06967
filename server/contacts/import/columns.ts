/** What the columns of a sheet of contacts hold: what their headings and cells say of each role. */
import type { ContactRole } from '../../contract/contacts/imports.ts';
import type { ColumnAnswer, ColumnReading } from '../../contract/columns.ts';
import type { Lang } from '../../contract/languages.ts';
import { foldName } from '../../matching/fold.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { hasOrganisationWord, isWellKnown } from '../../matching/words/bodies.ts';
import { languageParts, readLanguage, rolesOfContactHeading } from '../../matching/words/contacts.ts';
import { isPersonal, readHeldRole, typeOfName } from '../../matching/words/coordination.ts';
import { createWeighing, isDay, judgeColumns, type Weighed } from '../../sheets/columns.ts';
import type { KeptCell, KeptSheet } from '../../sheets/sheet.ts';

interface ColumnDeps {
  sectors: CodeTable;
  /** Whether a text is the name of a group, an organisation or a place that is known. */
  isGroup: (text: string) => boolean;
  isOrganisation: (text: string) => boolean;
  isPlace: (text: string) => boolean;
  lang: Lang;
}

export const readContactColumns = (sheet: KeptSheet, said: readonly ColumnAnswer<ContactRole>[], deps: ColumnDeps): ColumnReading<ContactRole>[] =>
  judgeColumns(sheet, said, { weigh: (heading, cells) => weigh(heading, cells, deps), uniqueOf, ignore: { is: 'ignore' }, lang: deps.lang });

/** A person has several addresses and numbers, in columns of their own. */
const SEVERAL: ReadonlySet<ContactRole['is']> = new Set(['email', 'phone', 'messenger', 'ignore']);
const uniqueOf = (role: ContactRole): string | null => (SEVERAL.has(role.is) ? null : JSON.stringify(role));

const MESSENGER = /^(whats ?app|signal|skype|telegram|teams)\s*:/i;

/** Seven to fifteen digits, and nothing but what stands between digits of a phone. */
function isPhone(text: string, cell: KeptCell): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return false;
  return typeof cell === 'number' || (/^[+\d(][\d\s()./\-;,+extEXT]*$/.test(text) && !/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text));
}

function weigh(heading: string, cells: readonly KeptCell[], { sectors, isGroup, isOrganisation, isPlace }: ColumnDeps): Weighed<ContactRole>[] {
  const { evidence, close } = createWeighing<ContactRole>(cells, rolesOfContactHeading(heading));
  evidence((text) => isGroup(text) || typeOfName(text) !== undefined || sectors.sure(text) !== undefined, 'why.groups', [[{ is: 'group' }, 1.6]]);
  evidence((text) => readHeldRole(text) !== undefined, 'why.roles', [[{ is: 'role' }, 2]]);
  evidence(isDay, 'why.dates', [[{ is: 'start' }, 1.3], [{ is: 'end' }, 1.2]]); // prettier-ignore
  evidence((text) => /\S@\S+\.\S/.test(text), 'why.emails', [[{ is: 'email' }, 3]]);
  evidence(isPhone, 'why.phones', [[{ is: 'phone' }, 2], [{ is: 'messenger' }, 0.5]]); // prettier-ignore
  evidence((text) => MESSENGER.test(text), 'why.messengers', [[{ is: 'messenger' }, 2.5]]);
  evidence((text) => isPlace(text), 'why.places', [[{ is: 'duty-station' }, 1.8], [{ is: 'pcode' }, 1.2]]); // prettier-ignore
  evidence((text) => languageParts(text).every((part) => readLanguage(part) !== undefined), 'why.languages', [[{ is: 'languages' }, 2]]);
  evidence((text) => isOrganisation(text) || hasOrganisationWord(foldName(text)) || isWellKnown(text, foldName(text)), 'why.bodies', [
    [{ is: 'organisation', part: 'name' }, 1.5],
    [{ is: 'organisation', part: 'acronym' }, 0.6],
  ]);
  evidence(isPersonal, 'why.persons', [[{ is: 'name', part: 'full' }, 1.2]]);
  return close();
}
