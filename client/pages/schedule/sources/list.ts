/** What is fetched from elsewhere, with how each source does; for those who keep it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Fetch, Source, SourcesAnswer } from '../../../../server/contract/harvest/harvest.ts';
import { icon } from '../../../ui/icon.ts';
import type { ScheduleModel } from '../model.ts';
import { dataText, seriesText } from '../words.ts';
import { everyText, momentText, problemText } from './words.ts';
import './sources.css';

const LOOKS: Record<Source['state'], string> = { new: '', well: 'badge-good', failing: 'badge-error', paused: 'badge-warning' };

/** Nothing for those who may keep none. */
export function renderSources(model: ScheduleModel): TemplateResult | typeof nothing {
  const answer = model.sources.value;
  // Who may keep none is shown nothing, nor is anybody where the server fetches nothing.
  if (!answer?.on || (answer.hosts.length === 0 && answer.sources.length === 0)) return nothing;
  const { t } = model;
  const { hosts, sources }: SourcesAnswer = answer;
  return html`<section class="sources no-print" aria-labelledby="sources-heading">
    <h2 id="sources-heading">${t('sources.heading')}</h2>
    <p class="small muted">${t('sources.lead', { hosts: hosts.map((each) => `\u2066${each}\u2069`) })}</p>
    ${sources.length === 0 ? html`<p class="muted">${t('sources.none')}</p>` : sources.map((source) => renderSource(model, source))}
  </section>`;
}

function renderSource(model: ScheduleModel, source: Source): TemplateResult {
  const { t, app, host } = model;
  const { zone } = model.answer.value ?? { zone: 'UTC' };
  const moment = (at: string | null) => at && momentText(at, zone, app.format.locale);
  const fact = (name: string, value: unknown) => (value === null || value === '' ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`); // prettier-ignore
  const entry = model.answer.value?.entries.find(({ id, dataset }) => (source.entry === null ? dataset === source.dataset : id === source.entry));
  const fills = source.dataset === null ? (entry ? seriesText(t, entry) : '') : dataText(t, source.dataset);
  return html`<article class="card-box source" id="source-${source.id}" aria-labelledby="source-name-${source.id}">
    <div class="section-head">
      <h3 id="source-name-${source.id}"><bdi>${source.name}</bdi></h3>
      <span class="badge ${source.running ? 'badge-warning' : LOOKS[source.state]}" role="status"
        >${t(source.running ? 'sources.running' : `sources.state.${source.state}`)}</span
      >
    </div>
    ${source.state === 'failing' && source.last?.problem ? html`<p class="source-problem">${icon('error', 16)} <span>${problemText(source.last.problem, app.language)}</span></p>` : nothing}
    <dl class="source-facts">
      ${fact(t('sources.fact.kind'), t(`sources.kind.${source.kind}`))}
      ${fact(t('sources.field.url'), html`<span dir="ltr" class="source-url">${source.url.replace(/^https:\/\//, '')}</span>`)}
      ${fact(t('sources.fact.fills'), fills)} ${fact(t('sources.fact.every'), app.format.sentence(everyText(t, source.every)))}
      ${fact(t('sources.fact.change'), t(`sources.change.${source.onChange}`))} ${fact(t('sources.fact.last'), moment(source.lastAt))}
      ${fact(t('sources.fact.changed'), moment(source.lastChange))} ${fact(t('sources.fact.since'), moment(source.failingSince))}
      ${fact(t('sources.fact.next'), moment(source.nextAt))}
    </dl>
    <div class="deadlines-actions">
      <button class="button" ?disabled=${source.running} @click=${() => void model.runSource(source)}>${icon('download', 18)} ${t('sources.run')}</button>
      <button class="button" @click=${() => void model.pauseSource(source)}>${t(source.paused ? 'sources.resume' : 'sources.pause')}</button>
      <button class="button" @click=${() => host.openSource({ kind: 'change', source })}>${t('sources.change')}</button>
      <button class="button" @click=${() => host.openSource({ kind: 'remove', source })}>${t('sources.remove')}</button>
    </div>
    <details class="fold" @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void model.loadFetches(source.id)}>
      <summary>${icon('chevron', 14)} ${t('sources.fetches')}</summary>
      ${renderFetches(model, source, zone)}
    </details>
  </article>`;
}

function renderFetches(model: ScheduleModel, source: Source, zone: string): TemplateResult {
  const { t, app } = model;
  const fetches = model.fetches.get(source.id);
  if (!fetches) return html`<p class="part-wait"><span class="spinner"></span></p>`;
  return html`<ul class="source-fetches small">
    ${fetches.map(
      (fetch) =>
        html`<li>
          <span class="muted"
            >${momentText(fetch.at, zone, app.format.locale)}${fetch.askedBy ? html` · <bdi>${t('sources.fetch.by', { name: fetch.askedBy })}</bdi>` : nothing}</span
          >
          <span>${renderState(model, source, fetch)}</span>
          <span class="muted number"
            >${[fetch.status, fetch.bytes === null ? null : app.format.bytes(fetch.bytes)].filter((each) => each !== null).join(' · ')}</span
          >
          ${fetch.problem ? html`<span class="source-why">${problemText(fetch.problem, app.language)}</span>` : nothing}
        </li>`,
    )}
  </ul>`;
}

function renderState({ t, app, scope }: ScheduleModel, { dataset }: Source, { state, version, job }: Fetch): TemplateResult {
  const text = t(`sources.fetch.${state}`);
  if (state === 'asks' && job) return html`${text} · <a href=${app.href(`/upload?job=${job}`)}>${t('sources.answer')}</a>`;
  if (version && dataset && (state === 'drafted' || state === 'published'))
    return html`<a href=${app.href(state === 'drafted' ? `/drafts/${dataset}/${version}` : `/c/${scope.toLowerCase()}/${dataset}`)}
      >${text} <bdi>${version}</bdi></a
    >`;
  return html`${text}`;
}
