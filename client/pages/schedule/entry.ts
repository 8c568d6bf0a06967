/** One entry with all that is kept of it, and what can be done with it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Entry, EntryAnswer } from '../../../server/contract/schedule/schedule.ts';
import { renderPart } from '../../kit/workgroup/part.ts';
import { icon } from '../../ui/icon.ts';
import type { ScheduleModel } from './model.ts';
import { dayInZone, renderState } from './parts.ts';
import { dataText, heldText, rhythmText, seriesText, stepText } from './words.ts';

export function renderEntryPanel(model: ScheduleModel): TemplateResult | typeof nothing {
  const { t, state, opened } = model;
  if (state.entry === null) return nothing;
  const close = html`<button class="icon-button no-print" aria-label=${t('schedule.entry.close')} @click=${() => model.change({ entry: null })}>
    ${icon('close')}
  </button>`;
  if (opened.error)
    return html`<section class="card-box series-entry">
      <div class="section-head">
        <p role="alert">${t('schedule.entry.gone')}</p>
        ${close}
      </div>
    </section>`;
  return html`<section class="card-box series-entry" aria-labelledby="entry-heading">
    ${renderPart(
      t as never,
      opened,
      t('schedule.loading'),
      () => void model.reload(),
      ({ entry, history }) =>
        html`<div class="section-head">
            <h2 id="entry-heading" tabindex="-1"><bdi>${seriesText(t, entry)}</bdi> ${renderState(t, entry.state)}</h2>
            ${close}
          </div>
          ${renderFacts(model, entry)} ${renderActions(model, entry)} ${renderHistory(model, history)}`,
    )}
  </section>`;
}

function renderFacts(model: ScheduleModel, entry: Entry): TemplateResult {
  const { t, app } = model;
  const { due, covered, stepDays, dataset, version, link, lastData, published, reviewed, reviewedBy, comment, completeness, access, format } = entry;
  const { zone } = model.answer.value ?? { zone: 'UTC' };
  const date = (day: string) => app.format.date(day);
  const fact = (name: string, value: unknown) => (value === null || value === '' ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`); // prettier-ignore
  return html`<dl class="series-facts">
    ${fact(t('schedule.column.custodian'), model.custodianOf(entry) || t('schedule.nobody'))}
    ${fact(t('schedule.field.rhythm'), app.format.sentence(rhythmText(t, entry, app.format.locale)))}
    ${fact(t('schedule.column.due'), due && t('schedule.entry.deadline', { due: due.day, overdue: due.overdue, delinquent: due.delinquent }))}
    ${fact(t('schedule.field.covers'), covered && app.format.period(covered.from, covered.to))}
    ${fact(
      t('schedule.entry.steps'),
      stepDays.length === 0
        ? ''
        : html`<ul>
            ${stepDays.map((step) => html`<li>${date(step.day)}: ${stepText(t, step)}</li>`)}
          </ul>`,
    )}
    ${fact(
      t('schedule.field.dataset'),
      dataset &&
        html`<a href=${app.href(`/c/${model.scope.toLowerCase()}/${dataset}`)}>${dataText(t, dataset)}</a
          >${version ? html` · ${t('schedule.entry.version', { version })}` : nothing}`,
    )}
    ${fact(t('schedule.field.link'), link && html`<a href=${link} rel="noopener nofollow" dir="ltr">${link.replace(/^https?:\/\//, '')}</a>`)}
    ${fact(t('schedule.column.last'), lastData && date(lastData))} ${fact(t('schedule.column.published'), published && date(dayInZone(published, zone)))}
    ${fact(t('schedule.entry.reviewed'), reviewed && html`${date(dayInZone(reviewed, zone))}${reviewedBy ? html` · <bdi>${reviewedBy}</bdi>` : nothing}`)}
    ${fact(t('schedule.field.completeness'), html`${t(`schedule.${completeness}`)}${comment ? html` · <span dir="auto">${comment}</span>` : nothing}`)}
    ${fact(t('schedule.column.sensitivity'), entry.held && heldText(t, entry.held))}
    ${fact(t('schedule.field.access'), access && t(`schedule.access.${access}`))} ${fact(t('schedule.field.format'), format)}
    ${fact(t('sources.entry'), entry.source && renderSource(model, entry.source))}
    ${fact(t('schedule.field.visibility'), t(`schedule.visibility.${entry.visibility}`))}
  </dl>`;
}

/** How its source does; it stands whole at the end of the page, for those who keep it. */
function renderSource({ t, sources }: ScheduleModel, source: NonNullable<Entry['source']>): TemplateResult {
  const look = source.state === 'failing' ? 'badge-error' : '';
  const isKept = sources.value?.sources.some(({ id }) => id === source.id);
  const name = isKept ? html`<a href="#source-${source.id}"><bdi>${source.name}</bdi></a>` : html`<bdi>${source.name}</bdi>`;
  return html`${name} <span class="badge ${look}">${t(`sources.state.${source.state}`)}</span>`;
}

function renderActions({ t, host, sources }: ScheduleModel, entry: Entry): TemplateResult | typeof nothing {
  if (!entry.may) return nothing;
  const isThere = entry.published !== null || entry.lastData !== null || entry.link !== null;
  return html`<div class="deadlines-actions no-print">
    ${isThere ? html`<button class="button button-primary" @click=${() => host.openChange({ kind: 'review', entry })}>${icon('check', 18)} ${t('schedule.review')}</button>` : nothing}
    <button class="button" @click=${() => host.openChange({ kind: 'change', entry })}>${t('schedule.change')}</button>
    ${sources.value?.on && entry.source === null ? html`<button class="button" @click=${() => host.openSource({ kind: 'add', entry })}>${icon('download', 18)} ${t('sources.add')}</button>` : nothing}
    <button class="button" @click=${() => host.openChange({ kind: 'remove', entry })}>${t('schedule.remove')}</button>
  </div>`;
}

const EVENTS = {
  'schedule.created': 'schedule.event.created',
  'schedule.changed': 'schedule.event.changed',
  'schedule.reviewed': 'schedule.event.reviewed',
  'schedule.deleted': 'schedule.event.deleted',
} as const satisfies Record<EntryAnswer['history'][number]['action'], string>;

/** Fields as the form calls them. */
const FIELDS: Record<string, 'schedule.field.series'> = Object.fromEntries(
  Object.entries({
    series: 'series',
    title: 'title',
    dataset: 'dataset',
    link: 'link',
    group: 'group',
    organisation: 'organisation',
    frequency: 'rhythm',
    rrule: 'rule',
    from: 'first',
    covers: 'covers',
    grace: 'more',
    steps: 'more',
    completeness: 'completeness',
    comment: 'comment',
    sensitivity: 'sensitivity',
    access: 'access',
    format: 'format',
    changed: 'changed',
    dataUntil: 'data-until',
    visibility: 'visibility',
  }).map(([field, key]) => [field, `schedule.field.${key}` as 'schedule.field.series']),
);

function renderHistory({ t, app }: ScheduleModel, history: EntryAnswer['history']): TemplateResult | typeof nothing {
  if (history.length === 0) return nothing;
  const fieldsOf = (text: string | null | undefined) =>
    [...new Set((text ?? '').split(', ').map((field) => (FIELDS[field] ? t(FIELDS[field]) : field)))].join(', ');
  return html`<details class="fold no-print">
    <summary>${icon('chevron', 14)} ${t('schedule.history')}</summary>
    <ul class="series-history small">
      ${history.map(
        ({ at, by, action, detail }) =>
          html`<li>
            <span class="muted">${app.format.date(at)}${by ? html` · <bdi>${by}</bdi>` : nothing}</span>
            ${t(EVENTS[action], { fields: fieldsOf(detail['fields']) })}${detail['reason'] ? html` · <span dir="auto">${detail['reason']}</span>` : nothing}
          </li>`,
      )}
    </ul>
  </details>`;
}
