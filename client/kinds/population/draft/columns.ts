/** What columns of a population table may be: codes and names of units, groups of people with sex and ages, or what a row is about. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PopulationColumnRole } from '../../../../server/contract/population/columns.ts';
import { renderLanguage, renderLevel, renderStyle, type ColumnsOfKind, type EditedColumn } from '../../../kit/columns/editor.ts';
import { SEXES } from '../../../kit/kinds.ts';

const LEVELS = [0, 1, 2, 3, 4];
const ROLES = ['ignore', 'pcode', 'name', 'group', 'level', 'country', 'year', 'source', 'sex', 'ageRange', 'ageMin', 'ageMax', 'groupName'] as const;
type Group = Extract<PopulationColumnRole, { is: 'group' }>;

export const populationColumns: ColumnsOfKind<PopulationColumnRole> = {
  roles: (t) => ROLES.map((is) => [is, t(`columns.role.${is}`)]),
  start(is, before) {
    if (is === before.is) return before;
    if (is === 'pcode' || is === 'name') return { is, level: before.is === 'pcode' || before.is === 'name' ? before.level : null };
    return is === 'group' ? { is, sex: 't', ageFrom: null, ageTo: null } : { is };
  },
  renderMore(edited) {
    const { t, column, role, edit, pick, say } = edited;
    return html`${role.is === 'pcode' || role.is === 'name' ? renderLevel(t, role.level, LEVELS, t('columns.level.none'), pick, (level) => say({ role: { ...role, level: level as 1 | null } })) : nothing}
    ${role.is === 'group' ? renderGroup(edited, role) : nothing}
    ${role.is === 'name' ? renderLanguage(t, edit?.language === undefined ? column.language : edit.language, pick, (language) => say({ language })) : nothing}
    ${role.is === 'group' ? renderStyle(t, edit?.numbers === undefined ? column.numbers : edit.numbers, pick, (numbers) => say({ numbers })) : nothing}`;
  },
};

function renderGroup({ t, shown, busy, pick, say }: EditedColumn<PopulationColumnRole>, role: Group): TemplateResult {
  const age = (label: string, value: number | null, set: (age: number | null) => Partial<Group>) =>
    html`<label class="columns-choice columns-age"
      ><span class="small muted">${label}</span>
      <input
        class="input"
        type="number"
        min="0"
        max="130"
        aria-label=${`${shown}: ${label}`}
        .value=${value === null ? '' : String(value)}
        ?disabled=${busy}
        @change=${(event: Event) => {
          const { value: text, validity } = event.target as HTMLInputElement;
          if (validity.valid) say({ role: { ...role, ...set(text === '' ? null : Number(text)) } });
        }}
    /></label>`;
  return html`${pick(
    t('columns.sex'),
    role.sex,
    SEXES.map((sex) => [sex, t(`columns.sex.${sex}`)]),
    (sex) => say({ role: { ...role, sex: sex as 'f' } }),
  )}
  ${age(t('columns.age.from'), role.ageFrom, (ageFrom) => ({ ageFrom, ...(ageFrom === null ? { ageTo: null } : {}) }))}
  ${age(t('columns.age.to'), role.ageTo, (ageTo) => ({ ageTo, ...(ageTo !== null && role.ageFrom === null ? { ageFrom: 0 } : {}) }))}`;
}
