/** `<version-history>`: who did what to a version and why, latest first, and the same as a table. Fetched when it is opened. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Act, HistoryAnswer } from '../../../server/contract/datasets/history.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import type historyMessages from '../../../server/words/en/interface/history.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon } from '../../ui/icon.ts';
import { staffName } from '../staff.ts';
import type { App } from '../view.ts';
import './history.css';

type Key = keyof typeof historyMessages | keyof typeof commonMessages;
type ActKey = Extract<keyof typeof historyMessages, `act.${string}`>;

export class VersionHistory extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    t: { attribute: false },
    about: { attribute: false },
    version: { attribute: false },
    key: { attribute: false },
    open: { type: Boolean },
    answer: { state: true },
    failed: { state: true },
  };
  declare app: App;
  declare t: Translate<Key>;
  /** Id of the dataset. */
  declare about: string;
  declare version: string;
  /** Another one when something was done to the version. */
  declare key: string;
  /** Stands open, without a heading of its own to open it by. */
  declare open: boolean;
  declare private answer: HistoryAnswer | null;
  declare private failed: boolean;
  private asked = '';
  private isOpened = false;
  private readonly aborts = new AbortController();

  constructor() {
    super();
    this.answer = null;
    this.open = this.failed = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  protected override willUpdate(): void {
    if (this.open || this.isOpened) this.load();
  }

  private load(): void {
    const { about, version, key } = this;
    const asked = `${about} ${version} ${key}`;
    if (asked === this.asked) return;
    this.asked = asked;
    this.failed = false;
    this.app.api.call('getVersionHistory', { params: { id: about, version }, signal: this.aborts.signal }).then(
      (answer) => (this.asked === asked ? (this.answer = answer) : null),
      () => (this.failed = true),
    );
  }

  private opened(event: Event): void {
    this.isOpened = (event.currentTarget as HTMLDetailsElement).open;
    if (this.isOpened) this.load();
  }

  override render() {
    const { t } = this;
    if (this.open) return this.renderList();
    return html`<details class="history" @toggle=${(event: Event) => this.opened(event)}>
      <summary>${t('history.title')}</summary>
      ${this.renderList()}
    </details>`;
  }

  private renderList(): TemplateResult {
    const { t, about, version, answer } = this;
    if (this.failed) return html`<p class="muted" role="alert">${t('state.failed')}</p>`;
    if (!answer) return html`<span class="spinner" aria-hidden="true"></span>`;
    return html`<p class="muted small">${t('history.lead')}</p>
      <ol class="acts">
        ${answer.acts.map((act) => this.renderAct(act))}
      </ol>
      <p>
        <a class="history-file" href=${toAddress('getVersionHistoryCsv', { id: about, version })} download>${icon('download', 18)} ${t('history.csv')}</a>
      </p>`;
  }

  private renderAct({ at, action, by, other, reason }: Act): TemplateResult {
    const { t, app } = this;
    const isOver = other !== null && (action === 'version.published' || action === 'version.rolled-back');
    const key = `act.${action}${isOver ? '-over' : ''}` as ActKey;
    const said = t(key, { other: other ?? '' });
    return html`<li data-action=${action}>
      <b>${said === key ? action : said}</b>
      <span class="small muted"><time datetime=${at}>${app.format.date(at)}</time>${by ? html` · <bdi>${staffName(by, app, t as never)}</bdi>` : nothing}</span>
      ${reason ? html`<span class="small" dir="auto">${t('history.reason', { reason })}</span>` : nothing}
    </li>`;
  }
}

customElements.define('version-history', VersionHistory);
