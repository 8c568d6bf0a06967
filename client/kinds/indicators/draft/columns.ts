/** What columns of a table of indicators may be: places, what a row is about, or values, of which it is asked of what and of whom. */
import { html, nothing, type TemplateResult } from 'lit';
import { CONCEPTS } from '../../../../server/contract/indicators/concepts.ts';
import type { IndicatorRole, ValueRole } from '../../../../server/contract/indicators/columns.ts';
import { POPULATION_STATUSES } from '../../../../server/contract/indicators/terms.ts';
import { renderLevel, renderStyle, type ColumnsOfKind, type EditedColumn } from '../../../kit/columns/editor.ts';

const LEVELS = [0, 1, 2, 3, 4];
const ROLES = [
  'ignore',
  'value',
  'pcode',
  'name',
  'country',
  'sector',
  'category',
  'sex',
  'ageRange',
  'groupName',
  'status',
  'indicator',
  'phase',
  'type',
  'analysis',
  'start',
  'end',
  'date',
  'year',
] as const satisfies readonly IndicatorRole['is'][];
const PEOPLE: ValueRole = { is: 'value', indicator: 'PEOPLE', sector: null, status: 'INN', measure: 'people' };

export const indicatorColumns: ColumnsOfKind<IndicatorRole> = {
  roles: (t) => ROLES.map((is) => [is, t(`columns.role.${is}`)]),
  start(is, before) {
    if (is === before.is) return before;
    if (is === 'value') return PEOPLE;
    return is === 'pcode' || is === 'name' ? { is, level: before.is === 'pcode' || before.is === 'name' ? before.level : null } : { is };
  },
  renderMore(edited) {
    const { t, column, role, edit, pick, say } = edited;
    if (role.is === 'pcode' || role.is === 'name')
      return renderLevel(t, role.level, LEVELS, t('columns.level.none'), pick, (level) => say({ role: { ...role, level: level as 1 | null } }));
    if (role.is !== 'value') return nothing;
    return html`${renderValue(edited, role)} ${renderStyle(t, edit?.numbers === undefined ? column.numbers : edit.numbers, pick, (numbers) => say({ numbers }))}`;
  },
};

function renderValue({ t, column, shown, busy, pick, say }: EditedColumn<IndicatorRole>, role: ValueRole): TemplateResult {
  const was = column.role.is === 'value' ? column.role : null;
  const known = [...new Set([...CONCEPTS.map(({ code }) => code), role.indicator, ...(was ? [was.indicator] : [])])];
  return html`${pick(
      t('columns.what'),
      role.indicator,
      known.map((code) => [code, code]),
      (indicator) => say({ role: { ...role, indicator, measure: CONCEPTS.find(({ code }) => code === indicator)?.measure ?? role.measure } }),
    )}
    <label class="columns-choice"
      ><span class="small muted">${t('columns.for')}</span>
      <input
        class="input"
        maxlength="20"
        aria-label=${`${shown}: ${t('columns.for')}`}
        placeholder=${t('columns.for.none')}
        .value=${role.sector ?? ''}
        ?disabled=${busy}
        @change=${(event: Event) => say({ role: { ...role, sector: (event.target as HTMLInputElement).value.trim().toUpperCase() || null } })}
    /></label>
    ${pick(
      t('columns.whom'),
      role.status,
      POPULATION_STATUSES.map((status) => [status, t(`columns.whom.${status}`)]),
      (status) => say({ role: { ...role, status: status as 'INN' } }),
    )}`;
}
