/** Columns of a contact list: what each may hold, and what a person says of it. */
import { nothing, type TemplateResult } from 'lit';
import type { ContactRole } from '../../../../../server/contract/contacts/imports.ts';
import { renderColumnEditor, type ColumnsOfKind } from '../../../../kit/columns/editor.ts';
import type { Translate } from '../../../../i18n/translate.ts';
import type { ContactImportKey, ContactImportModel } from './model.ts';

type Is = ContactRole['is'];
type Part<Of extends Is> = Extract<ContactRole, { is: Of; part: string }>['part'];

const ROLES: readonly Is[] = [
  'name',
  'organisation',
  'group',
  'role',
  'job-title',
  'email',
  'phone',
  'messenger',
  'duty-station',
  'pcode',
  'languages',
  'start',
  'end',
  'ignore',
];
const NAME_PARTS: readonly Part<'name'>[] = ['full', 'given', 'family'];
const ORGANISATION_PARTS: readonly Part<'organisation'>[] = ['name', 'acronym'];

/** The words of the editor and those of this page come from one set of messages. */
const own = (t: unknown): Translate<ContactImportKey> => t as Translate<ContactImportKey>;

export const CONTACT_COLUMNS: ColumnsOfKind<ContactRole> = {
  roles: (t) => ROLES.map((is): [Is, string] => [is, own(t)(`contactImport.role.${is}`)]),
  start: (is) => (is === 'name' ? { is, part: 'full' } : is === 'organisation' ? { is, part: 'name' } : { is }),
  renderMore({ t: words, role, pick, say }) {
    const t = own(words);
    if (role.is === 'name')
      return pick(t('import.part'), role.part, NAME_PARTS.map((part): [string, string] => [part, t(`contactImport.part.${part}`)]), (part) => say({ role: { ...role, part: part as Part<'name'> } })); // prettier-ignore
    if (role.is === 'organisation')
      return pick(t('import.part'), role.part, ORGANISATION_PARTS.map((part): [string, string] => [part, t(`import.part.${part}`)]), (part) => say({ role: { ...role, part: part as Part<'organisation'> } })); // prettier-ignore
    return nothing;
  },
};

/** The columns of the sheet in the editor that all tables share. */
export function renderContactColumns(model: ContactImportModel): TemplateResult {
  const { imported, busy, said, t } = model;
  const { columns, file, sheet } = imported!;
  return renderColumnEditor<ContactRole>({
    t: t as never,
    kind: CONTACT_COLUMNS,
    columns: columns.map((column) => ({ ...column, file, sheet })),
    said,
    busy: busy || imported!.appliedAt !== null,
    say: (next) => model.setColumns(next),
  });
}
