/** The application element: finds the page for the address, gives it language and data, and speaks short messages. */
import { LitElement, html } from 'lit';
import { feedOf } from '../../server/contract/news/feedOf.ts';
import { PAGES } from '../../server/contract/paths.ts';
import type { Api } from '../kit/api.ts';
import { chooseLanguage, createFormat, toDirection, type Language } from '../i18n/language.ts';
import { loadMessages } from '../i18n/load.ts';
import { createTranslate, type Messages, type Translate } from '../i18n/translate.ts';
import { ROUTES, matchRoute, type Route } from './routes.ts';
import { isArchive } from '../ui/dropped.ts';
import { icon } from '../ui/icon.ts';
import { addressOf } from '../kit/address.ts';
import { setFeedLink } from '../kit/news/feedLink.ts';
import type { App, View } from '../kit/view.ts';

const LANGUAGE_KEY = 'codmap.lang';
const TOAST_MS = 4000;

export interface Surroundings {
  api: Api;
  location: Location;
  history: History;
  storage: Storage | null;
}

export class CodApp extends LitElement {
  static override properties = { view: { state: true }, message: { state: true }, offline: { state: true }, problem: { state: true } };
  declare private view: View | null;
  declare private message: string;
  declare private offline: boolean;
  declare private problem: 'not-found' | 'failed' | null;
  private around!: Surroundings;
  private language: Language = 'en';
  private messages: Messages = {};
  private route: { route: Route; params: Record<string, string>; pathname: string } | null = null;
  private toastTimer = 0;
  private dropped: File[] = [];
  /** Counts visits, so that a slow page that arrives after the reader went on is dropped. */
  private visit = 0;

  constructor() {
    super();
    this.view = null;
    this.message = '';
    this.offline = !navigator.onLine;
    this.problem = null;
  }

  /** Begins to show pages. The shell in the document stays until the first one is there. */
  start(around: Surroundings): void {
    this.around = around;
    window.addEventListener('popstate', () => void this.show());
    window.addEventListener('online', () => (this.offline = false));
    window.addEventListener('offline', () => (this.offline = true));
    document.addEventListener('click', (event) => this.followLink(event));
    void this.show();
  }

  protected override createRenderRoot() {
    return this;
  }

  private get query(): URLSearchParams {
    return new URLSearchParams(this.around.location.search);
  }

  /** Links within the client change the page without loading it anew. */
  private followLink(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
    if (!link || link.target || link.hasAttribute('download') || link.origin !== this.around.location.origin) return;
    if (link.hash && link.pathname === this.around.location.pathname) return;
    if (!matchRoute(ROUTES, link.pathname)) return;
    event.preventDefault();
    this.go(link.href);
  }

  /** Files dropped anywhere: the upload page takes them, and is opened where it is not. An archive of tiles is looked into and not uploaded. */
  receive(files: File[]): void {
    this.dropped = files;
    const { pathname } = this.around.location;
    // A table whose P-codes are looked up must not be uploaded by being dropped beside the box.
    const isLookedUp = matchRoute(ROUTES, pathname)?.route.path === PAGES.pcode;
    const page = isLookedUp ? pathname : files.every(isArchive) || pathname === PAGES.archive ? PAGES.archive : PAGES.upload;
    this.go(page + this.around.location.search.replace(/^(?!\?lang=\w+$).*$/, ''));
  }

  private go(href: string): void {
    this.around.history.pushState(null, '', href);
    void this.show(true);
  }

  private async show(moveFocus = false): Promise<void> {
    const visit = ++this.visit;
    const { location, storage, api } = this.around;
    const found = matchRoute(ROUTES, location.pathname);
    this.language = chooseLanguage(this.query.get('lang'), storage?.getItem(LANGUAGE_KEY), ...navigator.languages);
    document.documentElement.lang = this.language;
    // On the body: the glyphs of the map are drawn on a canvas of no parent, which takes its direction from the root element,
    // and right to left would mirror the brackets of Latin names.
    document.body.dir = toDirection(this.language);
    const asked = this.query.get('open');
    if (found?.route.open && asked !== null) return this.openSaved(found.route.open, asked, moveFocus);
    if (found && this.route?.pathname === location.pathname && this.view) return this.refresh();
    const data = found?.route.data?.(api, found.params, this.query, this.language);
    if (data instanceof Promise) data.catch(() => undefined);
    try {
      const [messages] = await Promise.all([loadMessages(this.language, ...(found?.route.messages ?? [])), found?.route.load?.()]);
      if (visit !== this.visit) return;
      this.messages = messages;
    } catch {
      if (visit === this.visit) this.setProblem('failed');
      return;
    }
    if (!found) return this.setProblem('not-found');
    this.route = { ...found, pathname: location.pathname };
    const view = document.createElement(found.route.element) as View;
    Object.assign(view, { app: this.createApp(), t: this.speaker(), params: found.params, query: this.query, data });
    setFeedLink(document, feedOf(found.params), this.speaker()('nav.feed'));
    this.problem = null;
    this.view = view;
    if (!moveFocus) return;
    window.scrollTo(0, 0);
    await this.updateComplete;
    await view.updateComplete;
    view.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  /** The address of a saved map becomes that of the page that shows it. */
  private async openSaved(open: NonNullable<Route['open']>, id: string, moveFocus: boolean): Promise<void> {
    const { api, history, location } = this.around;
    const visit = this.visit;
    const href = await open(api, id).catch(() => null);
    if (visit !== this.visit) return;
    const rest = this.query;
    rest.delete('open');
    history.replaceState(null, '', href ?? `${location.pathname}?${rest}`);
    await this.show(moveFocus);
    if (href === null) this.createApp().toast(this.speaker()('saved.missing'));
  }

  /** The same page with another query or language. */
  private async refresh(): Promise<void> {
    const visit = this.visit;
    const messages = await loadMessages(this.language, ...this.route!.route.messages);
    if (visit !== this.visit || !this.view) return;
    this.messages = messages;
    Object.assign(this.view, { app: this.createApp(), t: this.speaker(), query: this.query });
    this.requestUpdate();
  }

  private setProblem(problem: 'not-found' | 'failed'): void {
    this.view = null;
    this.route = null;
    this.problem = problem;
  }

  private speaker(): Translate {
    return createTranslate(this.language, this.messages);
  }

  private createApp(): App {
    const { location, history, storage, api } = this.around;
    return {
      api,
      language: this.language,
      direction: toDirection(this.language),
      format: createFormat(this.language),
      navigate: (href) => this.go(href),
      setQuery: (query, push = false) => {
        const search = query.toString();
        // `/` and `:` are legal in a query and easier to read than their escapes.
        const href = location.pathname + (search ? `?${search.replaceAll('%2F', '/').replaceAll('%3A', ':')}` : '');
        if (href === location.pathname + location.search) return;
        history[push ? 'pushState' : 'replaceState'](null, '', href);
      },
      href: (path, extra = {}) => addressOf(path, extra, this.query.get('lang')),
      setLanguage: (language) => {
        storage?.setItem(LANGUAGE_KEY, language);
        const query = this.query;
        query.set('lang', language);
        history.replaceState(null, '', `${location.pathname}?${query}`);
        void this.show();
      },
      toast: (text) => {
        clearTimeout(this.toastTimer);
        this.message = text;
        this.toastTimer = window.setTimeout(() => (this.message = ''), TOAST_MS);
      },
      receive: (files) => this.receive(files),
      takeDropped: () => this.dropped.splice(0),
      setTitle: (title) => (document.title = title ? `${title} · Codmap` : 'Codmap'),
    };
  }

  protected override willUpdate(): void {
    // The static shell of index.html has done its work once there is something to show.
    if (this.view || this.problem) this.querySelector(':scope > .shell')?.remove();
  }

  override render() {
    const t = this.speaker();
    return html`
      ${this.offline ? html`<p class="offline-bar" role="status">${icon('offline', 18)} ${t('state.offline.bar')}</p>` : ''}
      ${this.problem ? this.renderProblem(t) : this.view}
      <div class="toast" role="status" ?data-shown=${this.message !== ''}>${this.message}</div>
    `;
  }

  private renderProblem(t: Translate) {
    if (this.problem === 'not-found')
      return html`<main class="state">
        ${icon('map', 40)}
        <h1>${t('state.page-missing')}</h1>
        <a class="button button-primary" href="/">${t('nav.home')}</a>
      </main>`;
    // The message files themselves may be what is missing, so these words are built in.
    const text = (key: string, fallback: string) => (this.messages[key] ? t(key) : fallback);
    return html`<main class="state" role="alert">
      ${icon('offline', 40)}
      <h1>${text('state.failed', 'This page could not be loaded.')}</h1>
      <button class="button button-primary" @click=${() => this.around.location.reload()}>${text('state.retry', 'Try again')}</button>
    </main>`;
  }
}
