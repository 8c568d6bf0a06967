/** `<unit-history>`: where a unit came from and what became of it, version by version, newest first. Fetched when it is opened. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { HistoryAnswer, HistoryEdge } from '../../../../server/contract/boundaries/crosswalk.ts';
import { loadMessages } from '../../../i18n/load.ts';
import { createTranslate, type Translate } from '../../../i18n/translate.ts';
import { ApiProblem } from '../../api.ts';
import { isAbort, type App } from '../../view.ts';
import { statusBadge } from '../states.ts';
import { arrowOf, groundText, renderName, type ChangeWords } from './row.ts';
import { lineageOf, type ToldStep } from './view.ts';
import './history.css';

export class UnitHistory extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    about: { attribute: false },
    version: { attribute: false },
    level: { attribute: false },
    pcode: { attribute: false },
    common: { attribute: false },
    answer: { state: true },
    error: { state: true },
    t: { state: true },
  };
  declare app: App;
  /** Id of the dataset. */
  declare about: string;
  /** In which the code is meant. */
  declare version: string;
  declare level: number;
  declare pcode: string;
  /** Speaks before its own words are there. */
  declare common: Translate<'state.failed' | 'state.retry' | 'unit.loading'>;
  declare private answer: HistoryAnswer | null;
  declare private error: unknown;
  /** Its words come with it: a map on which nobody opens it does without. */
  declare private t: ChangeWords | null;
  private asked = '';
  private aborts = new AbortController();

  constructor() {
    super();
    this.answer = this.error = this.t = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
    this.asked = '';
  }

  protected override willUpdate(): void {
    const { about, version, level, pcode, app } = this;
    const asked = `${about} ${version} ${level} ${pcode} ${app.language}`;
    if (asked === this.asked) return;
    this.asked = asked;
    void this.load();
  }

  private async load(): Promise<void> {
    this.aborts.abort();
    this.aborts = new AbortController();
    const { signal } = this.aborts;
    const { app, about, version, level, pcode } = this;
    this.answer = this.error = null;
    try {
      const [messages, answer] = await Promise.all([
        loadMessages(app.language, 'unitChanges'),
        app.api.call('getUnitHistory', { params: { id: about, pcode }, query: { level, version } as never, signal }),
      ]);
      if (signal.aborted) return;
      this.t = createTranslate(app.language, messages) as ChangeWords;
      this.answer = answer;
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
  }

  override render() {
    const { answer, error, t } = this;
    if (error) {
      const said = error instanceof ApiProblem && error.isSaid ? error.message : this.common('state.failed');
      return html`<div role="alert">
        <p>${said}</p>
        <button class="button" @click=${() => void this.load()}>${this.common('state.retry')}</button>
      </div>`;
    }
    if (!answer || !t) return html`<p role="status"><span class="spinner"></span> ${this.common('unit.loading')}</p>`;
    return html`<ol class="lineage">
      ${lineageOf(answer).map((step) => this.renderStep(step, t))}
    </ol>`;
  }

  private renderStep({ version, status, publishedAt, validFrom, units, gone }: ToldStep, t: ChangeWords): TemplateResult {
    const { app } = this;
    const day = validFrom ?? publishedAt;
    return html`<li>
      <p>
        <b><bdi class="number">${version}</bdi></b> ${status === 'current' ? nothing : statusBadge(status, t as never)}
        ${day ? html`<span class="muted small">${app.format.date(day)}</span>` : nothing}
      </p>
      ${units === null ? html`<p class="muted small">${t('unitChange.history.not-stored')}</p>` : nothing}
      ${units?.length === 0 ? html`<p class="muted small">${t('unitChange.history.none')}</p>` : nothing}
      ${
        units && units.length > 0
          ? html`<ul>
              ${units.map(
                (unit) =>
                  html`<li>
                    ${renderName(unit)} ${unit.same && units.length > 1 ? html`<span class="badge">${t('unitChange.history.this')}</span>` : nothing}
                    ${unit.cameFrom.map((edge) => this.renderEdge(edge, t))}
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      ${gone.map((edge) => html`<div class="small">${renderName(edge.source!)} ${this.renderEdge(edge, t)}</div>`)}
    </li>`;
  }

  /** What happened on the way from the version before, and from which unit where it is another. */
  private renderEdge(edge: HistoryEdge, t: ChangeWords): TemplateResult {
    const { app } = this;
    const { source, target, relation, also = [] } = edge;
    const isOther = source && target && (source.pcode !== target.pcode || source.name !== target.name);
    const said = app.format.comma([relation, ...also].map((each) => t(`unitChange.relation.${each}`)));
    const ground = relation === 'unchanged' ? null : groundText({ app, t }, edge);
    return html`<span class="lineage-from small"
      >${app.format.sentence(said)}${isOther ? html`<span>${renderName(source)} ${arrowOf(app)} <bdi>${target.name || target.pcode}</bdi></span>` : nothing}${ground ? html`<span class="muted">${ground}</span>` : nothing}</span
    >`;
  }
}

customElements.define('unit-history', UnitHistory);
