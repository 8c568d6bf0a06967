/** The map as a series of sheets: what there is one for, how many that makes, how far it is, and the file. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { SERIES, SERIES_FORMS, type SeriesBy, type SeriesForm } from '../../../server/contract/maps/paper.ts';
import type { SeriesPlan } from '../../../server/contract/maps/series.ts';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import type shareMessages from '../../../server/words/en/interface/share.ts';
import type { Translate } from '../../i18n/translate.ts';
import { factsOf } from '../../i18n/language.ts';
import { ApiProblem } from '../../kit/api.ts';
import { choice, failure } from '../../kit/form.ts';
import { refusalText } from '../../kit/refusals.ts';
import { View } from '../../kit/view.ts';
import { icon } from '../../ui/icon.ts';
import { isOver, series, type SeriesRun } from './seriesRun.ts';
import './series.css';

type ShareKey = keyof typeof shareMessages;
type Choice = SeriesPlan['choices'][number];

class ShareSeries extends View<ShareKey> {
  static override properties: PropertyDeclarations = {
    spec: { attribute: false },
    map: { attribute: false },
    sheet: { attribute: false },
    plan: { state: true },
    error: { state: true },
    by: { state: true },
    as: { state: true },
    run: { state: true },
  };
  declare spec: MapSpec;
  declare map: string | null;
  /** What the sheets are to be like, beside their language. */
  declare sheet: Record<string, string>;
  declare private plan: SeriesPlan | null;
  declare private error: unknown;
  declare private by: SeriesBy | null;
  declare private as: SeriesForm;
  declare private run: SeriesRun | null;
  private silence: () => void = () => {};

  constructor() {
    super();
    this.map = this.plan = this.error = this.by = null;
    this.as = SERIES_FORMS[0];
    this.run = series.run;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.run = series.run;
    this.silence = series.listen((run) => {
      this.run = run;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.silence();
    // Whoever closed the panel is told where they are.
    const { app, t, run } = this;
    if (!run || isOver(run)) return;
    const silence = series.listen((own) => {
      if (!isOver(own) && own === run) return;
      silence();
      if (own === run && own.job?.state === 'succeeded' && !document.querySelector('share-series')) app.toast(t('share.series.toast'));
    });
  }

  protected override firstUpdated(): void {
    void this.count();
  }

  private get printed(): string {
    return this.sheet['lang'] ?? this.app.language;
  }

  private readonly count = async (): Promise<void> => {
    this.error = null;
    const query = { lang: this.printed as 'en' };
    try {
      this.plan =
        this.map === null
          ? await this.app.api.call('planSeries', { query: { ...query, spec: JSON.stringify(this.spec) } })
          : await this.app.api.call('planMapSeries', { params: { id: this.map }, query });
      this.by = this.plan.choices.find(({ sheets }) => sheets !== null)?.by ?? null;
    } catch (error) {
      this.error = error;
    }
  };

  private readonly change = (event: Event): void => {
    // The form around it is about what one sheet is like.
    event.stopPropagation();
    const { name, value } = event.target as HTMLInputElement;
    if (name === 'by') this.by = SERIES.find((by) => by === value)!;
    if (name === 'as') this.as = SERIES_FORMS.find((as) => as === value)!;
  };

  private readonly start = async (): Promise<void> => {
    const { spec, map, by, as, sheet, printed: lang, app } = this;
    const over = series.start(app.api, { spec, map, by: by!, as, sheet: { ...sheet, lang } });
    await this.focusOn('.series-stop');
    await over;
    // Whoever waited at the button that is gone now goes on at the one in its place.
    if (this.isConnected && (document.activeElement === document.body || this.contains(document.activeElement))) await this.focusOn('.series-next');
  };

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  override render(): TemplateResult {
    const { t, plan, error, run } = this;
    return html`<div class="share-series" @change=${this.change}>
      <p class="small muted">${t('share.series.hint')}</p>
      ${
        error
          ? html`${failure(error, t as unknown as Translate)}<button class="button" type="button" @click=${this.count}>${t('share.series.again')}</button>`
          : plan
            ? this.renderChoices(plan)
            : html`<p role="status">${t('share.series.counting')}</p>`
      }
      ${run ? this.renderRun(run) : nothing}
      <p class="visually-hidden" role="status">${run ? this.said(run) : ''}</p>
    </div>`;
  }

  private renderChoices({ choices, ready }: SeriesPlan): TemplateResult {
    const { t, app, by, as, run } = this;
    if (!ready) return renderAbsent(this);
    const open = choices.filter(({ sheets }) => sheets !== null);
    const refused = [...new Set(choices.flatMap((each) => (each.refused ? [refusalText(each.refused.detail, each.refused.details, app.language)] : [])))];
    const chosen = open.find((each) => each.by === by);
    return html`${
      open.length === 0
        ? nothing
        : html`<fieldset class="series-by">
            <legend>${t('share.series.by')}</legend>
            ${open.map((each) => this.renderChoice(each))}
          </fieldset>`
    }
    ${refused.map((text) => html`<p class="small muted" dir="auto">${text}</p>`)}
    ${chosen && chosen.unmatched.length > 0 ? this.renderUnmatched(chosen.unmatched) : nothing}
    ${
      chosen
        ? html`<div class="share-row series-do">
            ${choice({
              name: 'as',
              id: 'series-as',
              label: t('share.series.file'),
              options: SERIES_FORMS.map((form) => [form, t(`share.series.file.${form}`)] as const),
              value: as,
            })}
            ${
              run && !isOver(run)
                ? nothing
                : html`<button class="button ${run?.job?.state === 'succeeded' ? '' : 'button-primary series-next'}" type="button" @click=${this.start}>
                    ${t('share.series.start', { n: chosen.sheets! + 1 })}
                  </button>`
            }
          </div>`
        : nothing
    }`;
  }

  private renderChoice({ by, sheets }: Choice): TemplateResult {
    const { t } = this;
    return html`<label
      ><input type="radio" name="by" value=${by} .checked=${by === this.by} />
      <span>${t(`share.series.by.${by}`)} <small class="muted">${t('share.series.sheets', { n: sheets! })}</small></span></label
    >`;
  }

  /** A doubt is a question, asked where it can be answered. */
  private renderUnmatched(spellings: readonly string[]): TemplateResult | typeof nothing {
    const { t, app, spec } = this;
    if (spec.data.kind !== 'presence') return nothing;
    return html`<div class="notice notice-warning">
      ${icon('warning', 18)}
      <div>
        <p>${t('share.series.unmatched', { n: spellings.length })}</p>
        <ul class="series-spellings">
          ${spellings.map((text) => html`<li><bdi>${text}</bdi></li>`)}
        </ul>
        <a href=${`${app.href(`/3w/${spec.data.dataset}/review`)}#sectors`}>${t('share.series.match')}</a>
      </div>
    </div>`;
  }

  private renderRun(run: SeriesRun): TemplateResult {
    const { t, app } = this;
    const { asked, job, error } = run;
    const about = [asked.spec.title, t(`share.series.by.${asked.by}`), asked.sheet['paper'], factsOf(asked.sheet['lang'] as 'en').name].filter(Boolean);
    const going = !isOver(run);
    return html`<div class="series-run" role="group" aria-label=${t('share.series.run')}>
      <p class="small muted">${about.map((part, at) => html`${at > 0 ? ' · ' : ''}<bdi>${part}</bdi>`)}</p>
      ${
        going
          ? html`<progress max=${job?.total ?? 1} .value=${job?.done ?? 0} aria-label=${t('share.series.run')} aria-valuetext=${this.stepOf(run)}></progress>
              <div class="series-now">
                <p dir="auto">${this.stepOf(run)}</p>
                <button class="button series-stop" type="button" @click=${() => void series.cancel(app.api)}>${t('share.series.stop')}</button>
              </div>`
          : error
            ? this.renderFailure(error)
            : job!.state === 'succeeded'
              ? this.renderFile(run)
              : job!.state === 'cancelled'
                ? html`<p>${t('share.series.stopped')}</p>`
                : job!.error!.code === 'sheet.absent'
                  ? renderAbsent(this)
                  : html`<p class="notice notice-error">
                      ${icon('error', 18)} <span dir="auto">${refusalText(job!.error!.detail, job!.error!.details, app.language)}</span>
                    </p>`
      }
    </div>`;
  }

  private renderFailure(error: unknown): TemplateResult {
    const { t } = this;
    const isBusy = error instanceof ApiProblem && error.status === 503;
    return html`${failure(error, t as unknown as Translate, isBusy ? t('share.series.busy') : null)}`;
  }

  private renderFile({ job, asked }: SeriesRun): TemplateResult {
    const { t, app } = this;
    const { href, name, bytes, pages, missing } = job!.file!;
    const size = app.format.bytes(bytes);
    return html`<p class="notice notice-good">${icon('check', 18)} <span>${t('share.series.ready', { n: job!.total!, pages, size })}</span></p>
      <p>
        <a class="button button-primary series-next" href=${href} download=${name}
          >${icon('download', 18)} ${t('share.series.download', { form: asked.as.toUpperCase() })}</a
        >
      </p>
      <p class="small muted"><bdi>${name}</bdi> · ${t('share.series.kept')}</p>
      ${missing.length > 0 ? html`<p class="notice">${t('share.letters', { letters: missing.join(' ') })}</p>` : nothing}`;
  }

  /** What is being done, in one line. */
  private stepOf({ job }: SeriesRun): string {
    const { t } = this;
    if (!job) return t('share.series.asking');
    if (job.state === 'waiting') return t('share.series.waiting');
    if (job.total === null || job.done === 0) return t('share.series.reading');
    if (job.part === null) return t('share.series.writing');
    return t('share.series.at', { at: job.done + 1, total: job.total, part: job.part });
  }

  /** Read aloud: each step would be too much, so of the sheets every quarter. */
  private said(run: SeriesRun): string {
    const { t } = this;
    const { job, error } = run;
    if (!isOver(run)) {
      if (!job || job.state === 'waiting' || !job.total || job.done === 0) return this.stepOf(run);
      return t('share.series.done', { done: Math.floor((Math.floor((4 * job.done) / job.total) * job.total) / 4), total: job.total });
    }
    // Failures are alerts of their own.
    if (error || !job) return '';
    if (job.state === 'succeeded') return t('share.series.ready', { n: job.total!, pages: job.file!.pages, size: this.app.format.bytes(job.file!.bytes) });
    return job.state === 'cancelled' ? t('share.series.stopped') : '';
  }
}

/** Without the packages of sheets there is still the print of the page. */
export function renderAbsent({ t, map }: { t: Translate<ShareKey>; map: string | null }): TemplateResult {
  return html`<p class="notice notice-warning" role="alert">
    ${icon('warning', 18)}
    <span>${t('share.sheet.absent')} ${map === null ? nothing : html`<a href=${`/maps/${map}`} target="_blank">${t('share.sheet.absent.page')}</a>`}</span>
  </p>`;
}

customElements.define('share-series', ShareSeries);
