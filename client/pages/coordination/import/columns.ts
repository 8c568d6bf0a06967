/** Columns of a sheet of the structure: what each may hold, beside the evidence, and what a person says of it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Seat } from '../../../../server/contract/groups/groups.ts';
import type { StructureRole } from '../../../../server/contract/groups/imports.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { renderColumnEditor, type ColumnsOfKind } from '../../../kit/columns/editor.ts';
import { CAPACITIES } from '../structure.ts';
import { capacityText } from '../words.ts';
import type { ImportModel } from './model.ts';
import type { ImportKey } from './sheetModel.ts';

type Is = StructureRole['is'];
type Part<Of extends Is> = Extract<StructureRole, { is: Of; part: string }>['part'];

const ROLES: readonly Is[] = [
  'group',
  'type',
  'sector',
  'parent',
  'reports-to',
  'hub',
  'area',
  'organisation',
  'capacity',
  'person',
  'role',
  'job-title',
  'email',
  'start',
  'end',
  'ignore',
];
const GROUP_PARTS: readonly Part<'group'>[] = ['name', 'acronym', 'id'];
const ORGANISATION_PARTS: readonly Part<'organisation'>[] = ['name', 'acronym', 'type'];

/** The words of the editor and those of this page come from one set of messages. */
const own = (t: unknown): Translate<ImportKey> => t as Translate<ImportKey>;

export const STRUCTURE_COLUMNS: ColumnsOfKind<StructureRole> = {
  roles: (t) => ROLES.map((is): [Is, string] => [is, own(t)(`import.role.${is}`)]),
  start: (is) => (is === 'group' ? { is, part: 'name' } : is === 'organisation' ? { is, capacity: null, part: 'name' } : { is }),
  renderMore({ t: words, role, pick, say }) {
    const t = own(words);
    if (role.is === 'group')
      return pick(t('import.part'), role.part, GROUP_PARTS.map((part): [string, string] => [part, t(`import.part.${part}`)]), (part) => say({ role: { ...role, part: part as Part<'group'> } })); // prettier-ignore
    if (role.is !== 'organisation') return nothing;
    const capacities = CAPACITIES.map((each): [string, string] => [each, capacityText(t, each)]);
    return html`${pick(t('import.part'), role.part, ORGANISATION_PARTS.map((part): [string, string] => [part, t(`import.part.${part}`)]), (part) => say({ role: { ...role, part: part as Part<'organisation'> } })) /* prettier-ignore */}
    ${pick(t('import.capacity'), role.capacity ?? '', [['', t('import.capacity.row')], ...capacities], (capacity) => say({ role: { ...role, capacity: (capacity || null) as Seat['capacity'] | null } }))}`; // prettier-ignore
  },
};

/** The columns of the sheet in the editor that all tables share. */
export function renderImportColumns(model: ImportModel): TemplateResult {
  const { imported, busy, said, t } = model;
  const { columns, file, sheet } = imported!;
  return renderColumnEditor<StructureRole>({
    t: t as never,
    kind: STRUCTURE_COLUMNS,
    columns: columns.map((column) => ({ ...column, file, sheet })),
    said,
    busy: busy || imported!.appliedAt !== null,
    say: (next) => model.setColumns(next),
  });
}
