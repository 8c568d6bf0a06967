/** What is new for whoever is signed in, read or not, and how often a digest of it comes by mail. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { NewsAnswer, NewsItem } from '../../../server/contract/news/news.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import { LANGUAGES, factsOf } from '../../i18n/language.ts';
import type { Translate } from '../../i18n/translate.ts';
import { signInHref } from '../../kit/address.ts';
import { requireUser, ApiProblem } from '../../kit/api.ts';
import { choice, failure, valuesOf } from '../../kit/form.ts';
import { pageHeader } from '../../kit/header.ts';
import { isAbort, View } from '../../kit/view.ts';
import { zoneName } from '../../kit/workgroup/when.ts';
import { icon } from '../../ui/icon.ts';
import { DIGESTS, type NewsKey } from './words.ts';
import './page.css';

class NewsView extends View<NewsKey> {
  static override properties: PropertyDeclarations = { news: { state: true }, error: { state: true }, fault: { state: true } };
  declare private news: NewsAnswer | null;
  declare private error: unknown;
  /** Of the form. */
  declare private fault: unknown;
  private readonly stop = new AbortController();

  constructor() {
    super();
    this.news = this.error = this.fault = null;
  }

  protected override firstUpdated(): void {
    this.app.setTitle(this.t('newspage.title'));
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop.abort();
  }

  private async load(): Promise<void> {
    const { signal } = this.stop;
    this.error = null;
    try {
      await requireUser(this.app.api, signal);
      this.news = await this.app.api.call('listNews', { query: { lang: this.app.language }, signal });
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
  }

  private async read(ids?: string[]): Promise<void> {
    try {
      const { unread } = await this.app.api.call('readNews', { body: ids ? { ids } : {} });
      const isRead = ({ id, read }: NewsItem) => read || !ids || ids.includes(id);
      if (this.news) this.news = { ...this.news, unread: unread ?? 0, items: this.news.items.map((item) => ({ ...item, read: isRead(item) })) };
      window.dispatchEvent(new Event('news-read'));
    } catch {
      this.app.toast(this.t('state.failed.detail'));
    }
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { every, language, zone } = valuesOf(event.currentTarget as HTMLFormElement) as { every: 'off'; language: 'en'; zone: string };
    this.fault = null;
    try {
      const digest = await this.app.api.call('setDigest', { body: { every, language, zone } });
      if (this.news) this.news = { ...this.news, digest: { ...this.news.digest, ...digest } };
      this.app.toast(this.t(digest.every === 'off' ? 'newspage.digest.ended' : 'newspage.digest.saved'));
    } catch (error) {
      this.fault = error;
    }
  };

  override render() {
    const { t, app } = this;
    return html`${pageHeader(app, t as never)}
      <main id="content" class="wide" tabindex="-1">
        <header class="newspage-head">
          <div>
            <h1 tabindex="-1">${t('newspage.title')}</h1>
            <p class="muted">${t('newspage.lead')}</p>
          </div>
          ${this.news?.unread ? html`<button class="button" @click=${() => void this.read()}>${icon('check', 18)} ${t('newspage.read.all')}</button>` : nothing}
        </header>
        ${this.news ? html`${this.renderList(this.news)} ${this.renderDigest(this.news)} ${this.renderFeeds()}` : this.renderWait()}
      </main>`;
  }

  private renderWait(): TemplateResult {
    const { t, app, error } = this;
    if (!error) return this.loading(t('newspage.loading'));
    const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
    if (!(error instanceof ApiProblem && error.status === 401)) return this.failed(error, () => void this.load(), { notFound: t('newspage.none'), back });
    return html`<div class="state">
      ${icon('bell', 40)}
      <h2>${t('newspage.signin')}</h2>
      <a class="button button-primary" href=${signInHref(app)}>${t('newspage.signin.go')}</a>
    </div>`;
  }

  private renderList({ items }: NewsAnswer): TemplateResult {
    const { t } = this;
    if (items.length === 0) return html`<p class="notice">${icon('info', 18)} <span>${t('newspage.none')}</span></p>`;
    return html`<ul class="newspage-list">
      ${items.map((item) => this.renderItem(item))}
    </ul>`;
  }

  private renderItem(item: NewsItem): TemplateResult {
    const { t, app } = this;
    const { id, title, text, at, path, read } = item;
    return html`<li data-unread=${!read}>
      <div>
        <p class="newspage-title">
          ${read ? nothing : html`<span class="badge badge-good">${t('newspage.new')}</span>`}
          <a href=${app.href(path)} dir="auto" @click=${() => read || void this.read([id])}>${title}</a>
        </p>
        <p dir="auto">${text}</p>
        <p class="small muted"><time datetime=${at}>${app.format.date(at)}</time></p>
      </div>
      ${
        read
          ? nothing
          : html`<button class="icon-button" aria-label=${t('newspage.read.one', { title })} title=${t('newspage.read')} @click=${() => void this.read([id])}>
              ${icon('check', 18)}
            </button>`
      }
    </li>`;
  }

  private renderDigest({ digest: { every, language, zone, sends } }: NewsAnswer): TemplateResult {
    const { t, fault } = this;
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const shown = every === 'off' ? here : zone;
    const zones = [...new Set(['UTC', here, zone, ...Intl.supportedValuesOf('timeZone')])].toSorted();
    return html`<section class="card-box" aria-labelledby="digest-title">
      <h2 id="digest-title">${t('newspage.digest')}</h2>
      ${
        sends
          ? html`<p class="muted">${t('newspage.digest.lead')}</p>
              <form @submit=${this.save}>
                ${choice({ name: 'every', label: t('newspage.digest.every'), value: every, options: DIGESTS.map((each) => [each, t(`newspage.digest.${each}`)]) })}
                ${choice({
                  name: 'language',
                  label: t('newspage.digest.language'),
                  value: every === 'off' ? this.app.language : language,
                  options: LANGUAGES.map((each) => [each, factsOf(each).name]),
                })}
                ${choice({
                  name: 'zone',
                  label: t('newspage.digest.zone'),
                  value: shown,
                  options: zones.map((each) => [each, zoneName(each) === each ? each : `${zoneName(each)} (${each})`]),
                })}
                ${failure(fault, t as unknown as Translate)}
                <p class="actions"><button class="button button-primary">${t('newspage.digest.save')}</button></p>
              </form>`
          : html`<p class="muted">${t('newspage.digest.off-here')}</p>`
      }
    </section>`;
  }

  private renderFeeds(): TemplateResult {
    const { t, app } = this;
    return html`<section class="card-box" aria-labelledby="feeds-title">
      <h2 id="feeds-title">${t('newspage.feeds')}</h2>
      <p class="muted">${t('newspage.feeds.lead')}</p>
      <p><a href=${toAddress('getNewsFeed', {}, { lang: app.language })}>${t('newspage.feeds.all')}</a></p>
    </section>`;
  }
}

customElements.define('news-view', NewsView);
