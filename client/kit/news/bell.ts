/** `<news-bell>`: how much is unread for whoever is signed in, and the way to it; strangers see nothing. */
import { html, LitElement, nothing, type PropertyDeclarations } from 'lit';
import { PAGES } from '../../../server/contract/paths.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon } from '../../ui/icon.ts';
import type { App } from '../view.ts';
import './bell.css';

/** What the page is about comes first. */
const AFTER_MS = 1500;
/** More is said as “99+”. */
const MOST = 99;

export class NewsBell extends LitElement {
  static override properties: PropertyDeclarations = { app: { attribute: false }, t: { attribute: false }, unread: { state: true } };
  declare app: App;
  declare t: Translate<keyof typeof commonMessages>;
  /** null: nobody is signed in, or nobody knows yet. */
  declare private unread: number | null;
  private timer = 0;
  private readonly again = (): void => void this.look();

  constructor() {
    super();
    this.unread = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setTimeout(this.again, AFTER_MS);
    window.addEventListener('news-read', this.again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
    window.removeEventListener('news-read', this.again);
  }

  private async look(): Promise<void> {
    // The page is the same without it.
    this.unread = await this.app.api.call('countNews').then(
      ({ unread }) => unread,
      () => null,
    );
  }

  override render() {
    const { app, t, unread } = this;
    if (unread === null) return nothing;
    const label = t('nav.news', { count: unread });
    return html`<a class="icon-button news-bell" href=${app.href(PAGES.news)} aria-label=${label} title=${label}
      >${icon('bell')}${unread > 0 ? html`<span class="news-count" aria-hidden="true">${unread > MOST ? `${MOST}+` : unread}</span>` : nothing}</a
    >`;
  }
}

customElements.define('news-bell', NewsBell);
