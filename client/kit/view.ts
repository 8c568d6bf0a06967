/** What every page is given, and the element it is made of. */
import { LitElement, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ApiProblem, OfflineProblem, type Api } from './api.ts';
import type { Format, Language } from '../i18n/language.ts';
import type { Translate } from '../i18n/translate.ts';
import { icon } from '../ui/icon.ts';

/** The running client. One is made at the start and handed down; nothing reaches for it from outside. */
export interface App {
  api: Api;
  language: Language;
  direction: 'ltr' | 'rtl';
  format: Format;
  /** Goes to another page; adds an entry to the history. */
  navigate(href: string): void;
  /** Writes the state of this page into its address; a new entry only where going back makes sense. */
  setQuery(query: URLSearchParams, push?: boolean): void;
  /** An address within the client that keeps the chosen language. */
  href(path: string, query?: Record<string, string>): string;
  setLanguage(language: Language): void;
  /** A short message, also read aloud. */
  toast(text: string): void;
  setTitle(title: string): void;
  /** Takes files to the page that is for them. */
  receive(files: File[]): void;
  /** Files that were dropped on the window, once; the page that is for them takes them. */
  takeDropped(): File[];
}

/**
 * A page or a part of one, drawn into the ordinary document: style sheets and tests see it as plain HTML.
 * Small parts that wrap the content of others (panel, dialog) live in ui/ and have a shadow root.
 */
export class View<K extends string = string> extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    t: { attribute: false },
    params: { attribute: false },
    query: { attribute: false },
    data: { attribute: false },
  };
  declare app: App;
  declare t: Translate<K>;
  /** The named parts of the path. */
  declare params: Record<string, string>;
  /** Changes when the reader goes back or forward. */
  declare query: URLSearchParams;
  /** What the route began to fetch while this page's code was still on its way. */
  declare data: unknown;

  protected override createRenderRoot() {
    return this;
  }

  /** Failed and offline: what happened and one next step. */
  protected failed(error: unknown, retry: () => void, texts: { notFound: string; back: TemplateResult; detail?: string | null }): TemplateResult {
    const t = this.t as unknown as Translate;
    if (error instanceof ApiProblem && error.status === 404)
      return html`<div class="state" role="alert">
        ${icon('map', 40)}
        <h2>${texts.notFound}</h2>
        ${texts.back}
      </div>`;
    // Asking once more gives the same answer.
    if (isRestricted(error))
      return html`<div class="state" role="alert">
        ${icon('error', 40)}
        <h2>${error.message}</h2>
        ${texts.back}
      </div>`;
    const offline = error instanceof OfflineProblem;
    const known = error instanceof ApiProblem && error.isSaid ? error.message : t(offline ? 'state.offline.detail' : 'state.failed.detail');
    const detail = texts.detail ?? known;
    return html`<div class="state" role="alert">
      ${icon(offline ? 'offline' : 'error', 40)}
      <h2>${t(offline ? 'state.offline' : 'state.failed')}</h2>
      <p>${detail}</p>
      <button class="button button-primary" @click=${retry}>${t('state.retry')}</button>
    </div>`;
  }

  protected loading(label: string): TemplateResult {
    return html`<div class="state">
      <span class="spinner"></span>
      <p role="status">${label}</p>
    </div>`;
  }
}

/** The data are there, and not for whoever asks. */
export const isRestricted = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.code === 'data.restricted';

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
