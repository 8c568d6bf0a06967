/** `<country-timeline>`: all published versions of a country by the days for which they are valid and on which they were published; a list says the same. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { PeriodNote, TimelineAnswer } from '../../../server/contract/datasets/asOf.ts';
import type { DatasetId } from '../../../server/contract/ids.ts';
import { BOUNDARIES, KIND_IDS, KINDS, kindOf, LAYER, slugOf } from '../../kit/kinds.ts';
import { statusBadge } from '../../kit/versions/states.ts';
import type { App } from '../../kit/view.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { CountryKey } from '../model.ts';
import { lanesOf, scaleOf, type Scale } from './scale.ts';
import './timeline.css';

type Version = TimelineAnswer['versions'][number];

/** What the name of a version takes of the width, in hundredths. */
const NAME = 14;
/** So near the end that its name has no room after where it begins, and stands before it. */
const isLate = (from: number, to: number): boolean => to - from < NAME && from > 100 - NAME;
/** The room of a bar with its name, which may be longer than the bar. */
const withName = ({ from, to }: { from: number; to: number }): { from: number; to: number } =>
  isLate(from, to) ? { from: from - NAME, to } : { from, to: Math.max(to, from + NAME) };

export class CountryTimeline extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    t: { attribute: false },
    iso3: { attribute: false },
    shown: { attribute: false },
    date: { attribute: false },
    timelines: { state: true },
    failed: { state: true },
  };
  declare app: App;
  declare t: Translate<CountryKey>;
  declare iso3: string;
  /** The version of the boundaries that the map shows. */
  declare shown: string | null;
  declare date: string | null;
  declare private timelines: TimelineAnswer[] | null;
  declare private failed: boolean;
  private readonly aborts = new AbortController();

  constructor() {
    super();
    this.timelines = null;
    this.failed = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    const { api } = this.app;
    const { signal } = this.aborts;
    this.failed = false;
    try {
      const { datasets } = await api.getDatasets(signal);
      const own = datasets
        .filter(({ country, versions }) => (country as string) === this.iso3 && versions.some(({ publishedAt }) => publishedAt !== null))
        .toSorted((a, b) => KIND_IDS.indexOf(a.kind) - KIND_IDS.indexOf(b.kind));
      this.timelines = await Promise.all(own.map(({ id }) => api.call('getTimeline', { params: { id }, signal })));
    } catch {
      this.failed = !signal.aborted;
    }
  }

  private choose(event: Event, name: 'choose-date' | 'choose-version', value: string): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent(name, { detail: value, bubbles: true }));
  }

  private readonly submit = (event: SubmitEvent): void => {
    const date = new FormData(event.currentTarget as HTMLFormElement).get('date');
    event.preventDefault();
    if (typeof date === 'string' && date !== '') this.choose(event, 'choose-date', date);
  };

  override render() {
    const { t, timelines } = this;
    if (this.failed) return html`<p role="alert">${t('state.failed')} <button class="button" @click=${() => void this.load()}>${t('state.retry')}</button></p>`;
    if (!timelines) return html`<span class="spinner" aria-hidden="true"></span>`;
    if (timelines.length === 0) return html`<p class="muted">${t('timeline.none')}</p>`;
    const today = new Date().toISOString().slice(0, 10);
    const scale = scaleOf(timelines, today);
    return html`<p class="small muted">${t('timeline.lead')}</p>
      ${this.renderPicture(timelines, scale, today)}
      <form class="timeline-date" @submit=${this.submit}>
        <label for="timeline-day">${t('timeline.date')}</label>
        <input id="timeline-day" name="date" type="date" required .value=${this.date && this.date.length === 10 ? this.date : ''} />
        <button class="button">${t('timeline.show')}</button>
      </form>
      ${timelines.map((timeline) => this.renderList(timeline))}`;
  }

  /** For the eye alone: the list below has every word of it. */
  private renderPicture(timelines: readonly TimelineAnswer[], scale: Scale, today: string): TemplateResult {
    const { t } = this;
    return html`<div class="timeline-picture" aria-hidden="true">
      <div class="timeline-years">${scale.years.map(({ year, at }) => html`<span class="number" .style=${`--at:${at}%`}>${year}</span>`)}</div>
      ${timelines.map((timeline) => {
        const bars = timeline.versions.flatMap((version) => this.toBar(version, scale, today)).toSorted((a, b) => a.from - b.from);
        const lanes = lanesOf(bars.map(withName));
        return html`<div class="timeline-kind">
          <span class="small muted">${t(`kind.${kindOf(timeline.dataset)}`)}</span>
          <div class="timeline-lanes" .style=${`--lanes:${Math.max(1, ...lanes.map((lane) => lane + 1))}`}>
            ${scale.years.map(({ at }) => html`<i class="timeline-mark" .style=${`--at:${at}%`}></i>`)}
            ${bars.map(
              ({ version, from, to, published }, i) =>
                html`<span
                    class="timeline-bar"
                    data-status=${version.status}
                    ?data-late=${isLate(from, to)}
                    ?data-undated=${version.period === null}
                    ?data-shown=${timeline.dataset.startsWith(BOUNDARIES) && version.version === this.shown}
                    .style=${`--from:${from}%;--to:${to}%;--lane:${lanes[i]!}`}
                    ><bdi>${version.version}</bdi></span
                  ><i class="timeline-dot" .style=${`--at:${published}%;--lane:${lanes[i]!}`}></i>`,
            )}
          </div>
        </div>`;
      })}
    </div>`;
  }

  private toBar(version: Version, { at }: Scale, today: string): { version: Version; from: number; to: number; published: number }[] {
    const { period, publishedAt } = version;
    const published = at(publishedAt);
    // What was published today is still seen whole.
    const from = Math.min(published, 100 - NAME);
    if (!period) return [{ version, from, to: from + NAME, published }];
    const end = period.to ?? (period.from > today ? period.from : today);
    return [{ version, from: at(period.from), to: Math.max(at(end), at(period.from) + 4), published }];
  }

  private renderList(timeline: TimelineAnswer): TemplateResult {
    const { t } = this;
    const what = t(`kind.${kindOf(timeline.dataset)}`);
    return html`<section aria-label=${t('timeline.picture', { what })}>
      <h3>${what}</h3>
      <ol class="timeline-list">
        ${timeline.versions.map((version) => this.renderVersion(timeline, version))}
      </ol>
      ${timeline.notes.map((note) => this.renderNote(timeline.dataset, note))}
    </section>`;
  }

  private renderVersion({ dataset, setAside }: TimelineAnswer, version: Version): TemplateResult {
    const { t, app } = this;
    const { period, publishedAt, status } = version;
    const aside = setAside.find((each) => each.version === version.version);
    const date = (iso: string) => app.format.date(iso);
    const valid = period
      ? period.to
        ? t('timeline.valid', { from: date(period.from), to: date(period.to) })
        : t('timeline.open-end', { from: date(period.from) })
      : t(aside ? `timeline.aside.${aside.why}` : this.isUndated(dataset, version.version) ? 'timeline.undated' : 'timeline.hidden');
    const isBoundaries = kindOf(dataset) === BOUNDARIES;
    const here = `/c/${this.iso3.toLowerCase()}`;
    const href = isBoundaries
      ? app.href(here, period ? { date: period.from } : { version: version.version })
      : kindOf(dataset) === LAYER
        ? app.href(here, { layers: `${slugOf(dataset)}@${version.version}` })
        : app.href(`${here}${KINDS[kindOf(dataset)].path}`, { data: version.version });
    const choose = (event: Event) => {
      if (isBoundaries) this.choose(event, period ? 'choose-date' : 'choose-version', period?.from ?? version.version);
    };
    return html`<li aria-current=${isBoundaries && version.version === this.shown ? 'true' : nothing}>
      <a href=${href} @click=${choose}><bdi class="number">${version.version}</bdi></a> ${statusBadge(status, t as never)}
      <span class="small muted">${valid} · ${t('timeline.published', { date: date(publishedAt) })}</span>
    </li>`;
  }

  private isUndated(dataset: DatasetId, version: string): boolean {
    const notes = this.timelines?.find((each) => each.dataset === dataset)?.notes ?? [];
    return notes.some((note) => note.is === 'undated' && note.version === version);
  }

  private renderNote(dataset: DatasetId, note: PeriodNote): TemplateResult | typeof nothing {
    const { t, app } = this;
    // Of other kinds a gap is nothing wrong.
    if (kindOf(dataset) !== BOUNDARIES) return nothing;
    if (note.is === 'gap') return html`<p class="notice">${t('timeline.gap', { from: app.format.date(note.from), to: app.format.date(note.to) })}</p>`;
    if (note.is === 'overlap')
      return html`<p class="notice">${t('timeline.overlap', { version: note.version, by: note.by, from: app.format.date(note.from) })}</p>`;
    return nothing;
  }
}

customElements.define('country-timeline', CountryTimeline);
