/** What is counted and shown: the filters of all views, and what only some of them ask. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../../ui/icon.ts';
import type { AssessmentsModel } from '../model.ts';
import { isFiltered, UNFILTERED, type AssessmentsState } from '../state.ts';
import { POPULATIONS, REPRESENTATIVE, SECTORS, sectorText, STATUSES } from '../words.ts';

const MONTHS = [1, 3, 6, 12, 24] as const;
type Option = [value: string, text: string];

export function renderFilters(model: AssessmentsModel): TemplateResult {
  const { t, state } = model;
  const used = new Set((model.answer.value?.assessments ?? []).flatMap(({ sectors }) => sectors));
  const sectors = [...SECTORS, ...[...used].filter((code) => !(SECTORS as readonly string[]).includes(code))];
  const groups = (model.structure?.groups ?? [])
    .filter(({ status }) => status !== 'closed')
    .map(({ id }): Option => [id, model.groupName(id)])
    .toSorted((a, b) => a[1].localeCompare(b[1], model.app.language));
  const representative = REPRESENTATIVE.filter((each) => /^[1-4]$/.test(each)).map((each): Option => [each, t(`assess.representative.${each}`)]);
  return html`<details class="assess-filters fold no-print" ?open=${isFiltered(state) || !matchMedia('(max-width: 40rem)').matches}>
    <summary>${icon('chevron', 14)} ${t('assess.filters')}</summary>
    <div class="assess-fields">
      ${choose(
        model,
        'sector',
        t('assess.filter.sector'),
        sectors.map((code): Option => [code, sectorText(t, code)]),
      )}
      ${groups.length > 0 ? choose(model, 'group', t('assess.filter.group'), groups) : nothing}
      ${choose(
        model,
        'status',
        t('assess.filter.status'),
        STATUSES.map((each): Option => [each, t(`assess.status.${each}`)]),
      )}
      ${choose(
        model,
        'population',
        t('assess.filter.population'),
        POPULATIONS.map((each): Option => [each, t(`assess.population.${each}`)]),
      )}
      ${choose(model, 'representative', t('assess.filter.representative'), representative)} ${day(model, 'from', t('assess.filter.from'))}
      ${day(model, 'to', t('assess.filter.to'))}
      ${isFiltered(state) ? html`<button class="button" @click=${() => model.change({ ...UNFILTERED })}>${t('assess.filter.clear')}</button>` : nothing}
    </div>
  </details>`;
}

/** Of the views that show units: which units, and after how long what is known of them is stale. */
export function renderUnitChoices(model: AssessmentsModel, more: TemplateResult | typeof nothing = nothing): TemplateResult {
  const { t, state } = model;
  const levels = (model.answer.value?.levels ?? []).filter((level) => level > 0).map((level): Option => [String(level), t('assess.level', { level })]);
  const months = [...new Set([...MONTHS, state.months])].toSorted((a, b) => a - b).map((count): Option => [String(count), t('assess.months', { count })]);
  return html`<div class="assess-fields no-print">
    ${more} ${pick(t('assess.filter.level'), levels, String(model.level), (level) => model.change({ level: Number(level) }))}
    ${pick(t('assess.filter.months'), months, String(state.months), (count) => model.change({ months: Number(count) }))}
  </div>`;
}

type Choice = 'sector' | 'group' | 'status' | 'population' | 'representative';
function choose(model: AssessmentsModel, name: Choice, label: string, options: readonly Option[]): TemplateResult {
  return pick(label, [['', model.t('assess.filter.any')], ...options], model.state[name] ?? '', (value) => model.change({ [name]: value || null } as Partial<AssessmentsState>)); // prettier-ignore
}

const day = (model: AssessmentsModel, name: 'from' | 'to', label: string): TemplateResult =>
  dayField(label, model.state[name], (value) => model.change({ [name]: value }));

/** A day, or none. */
export function dayField(label: string, value: string | null, changed: (value: string | null) => void): TemplateResult {
  const take = (event: Event) => changed((event.target as HTMLInputElement).value || null);
  return html`<label><span class="small muted">${label}</span><input type="date" .value=${value ?? ''} @change=${take} /></label>`;
}

/** One of several, with its label above it. */
export function pick(label: string, options: readonly Option[], chosen: string, changed: (value: string) => void): TemplateResult {
  const take = (event: Event) => changed((event.target as HTMLSelectElement).value);
  return html`<label
    ><span class="small muted">${label}</span>
    <select class="select" @change=${take}>
      ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select></label
  >`;
}
