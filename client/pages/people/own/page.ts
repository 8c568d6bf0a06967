/** The page of one's own: everything that is kept of whoever opened it, by a personal link or by their account. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { OwnEntriesAnswer, OwnEntry } from '../../../../server/contract/contacts/own.ts';
import { toAddress } from '../../../../server/contract/paths.ts';
import { ApiProblem, requireUser, type Api } from '../../../kit/api.ts';
import { signInHref } from '../../../kit/address.ts';
import { failure } from '../../../kit/form.ts';
import { pageHeader } from '../../../kit/header.ts';
import { changesOf, draftOf, type PersonDraft } from '../../../kit/person/draft.ts';
import { personFaults } from '../../../kit/person/faults.ts';
import { View } from '../../../kit/view.ts';
import '../../../ui/dialog.ts';
import type { CodDialog } from '../../../ui/dialog.ts';
import { icon } from '../../../ui/icon.ts';
import { createCompare } from '../../../i18n/language.ts';
import { countryName } from '../../../i18n/names.ts';
import { renderEntry } from './entry.ts';
import { apiWith, fetchWith, forgetSecret, tabStorage, takeSecret } from './link.ts';
import { ownParams, type OwnKey, type OwnPage, type OwnQuestion } from './words.ts';
import './own.css';

type Told = 'loading' | 'ready' | 'need' | 'gone' | 'deleted' | 'failed';

class EntryView extends View<OwnKey> {
  static override properties: PropertyDeclarations = {
    told: { state: true },
    answer: { state: true },
    drafts: { state: true },
    error: { state: true },
    busy: { state: true },
    question: { state: true },
    around: { state: true },
  };
  declare private told: Told;
  declare private answer: OwnEntriesAnswer | null;
  /** What is typed, by person. */
  declare private drafts: ReadonlyMap<string, PersonDraft>;
  declare private error: { person: string; error: unknown } | null;
  declare private busy: boolean;
  declare private question: OwnQuestion | null;
  /** By scope: what organisations are called, and the country. */
  declare private around: ReadonlyMap<string, { country: string; organisations: { id: string; name: string }[] }>;
  private secret: string | null = null;
  private readonly dialog = createRef<CodDialog>();
  private readonly aborts = new AbortController();

  constructor() {
    super();
    this.told = 'loading';
    this.answer = this.error = this.question = null;
    this.drafts = this.around = new Map();
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // From the page of the account: one's own, whatever link was opened in this tab before.
    if (this.query.get('by') === 'account') forgetSecret(tabStorage());
    this.secret = takeSecret({ location, history, sessionStorage: tabStorage() });
    window.addEventListener('hashchange', this.onHash);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onHash);
    this.aborts.abort();
  }

  /** Another link was opened in this tab. */
  private readonly onHash = (): void => {
    const secret = takeSecret({ location, history, sessionStorage: tabStorage() });
    if (secret === this.secret) return;
    this.secret = secret;
    this.told = 'loading';
    void this.load();
  };

  protected override updated(): void {
    this.app.setTitle(this.t('own.title'));
  }

  private get api(): Api {
    return this.secret === null ? this.app.api : apiWith(this.secret);
  }

  private async load(): Promise<void> {
    try {
      if (this.secret === null) await requireUser(this.app.api, this.aborts.signal);
      this.answer = await this.api.call('getOwnEntries', { signal: this.aborts.signal });
      this.drafts = new Map(this.answer.entries.map(({ person }) => [person.id, draftOf(person)]));
      this.told = 'ready';
      void this.loadAround();
    } catch (error) {
      if (this.aborts.signal.aborted) return;
      this.error = { person: '', error };
      const isRefused = error instanceof ApiProblem && [401, 403, 404, 410].includes(error.status);
      if (isRefused && this.secret !== null) forgetSecret(tabStorage());
      this.told = isRefused ? (this.secret === null ? 'need' : 'gone') : 'failed';
    }
  }

  /** Names of countries and organisations, as everybody sees them; the page is whole without. */
  private async loadAround(): Promise<void> {
    const { api, language } = this.app;
    const compare = createCompare(language);
    const datasets = (await api.getDatasets(this.aborts.signal).catch(() => null))?.datasets ?? [];
    for (const { person, organisations: own } of this.answer?.entries ?? []) {
      const scope = person.scope as string;
      const structure = await api.call('getStructure', { params: { scope }, signal: this.aborts.signal }).catch(() => null);
      const named = new Map([...own, ...(structure?.organisations ?? [])].map(({ id, name, names }) => [id, names[language] ?? name]));
      const organisations = [...named].map(([id, name]) => ({ id, name })).toSorted((a, b) => compare(a.name, b.name));
      const country = countryName(datasets.filter((dataset) => (dataset.country as string) === scope), language, scope); // prettier-ignore
      this.around = new Map(this.around).set(scope, { country, organisations });
    }
  }

  private pageOf(answer: OwnEntriesAnswer, entry: OwnEntry): OwnPage {
    const { app, t, api, busy, error } = this;
    const { id, scope } = entry.person;
    const kept = draftOf(entry.person);
    const draft = this.drafts.get(id) ?? kept;
    return {
      app,
      t,
      api,
      answer,
      entry,
      draft,
      isChanged: changesOf(draft, kept) !== null,
      organisations: this.around.get(scope)?.organisations ?? entry.organisations.map((each) => ({ id: each.id, name: each.names[app.language] ?? each.name })),
      faults: error?.person === id ? personFaults(error.error, t) : {},
      busy,
      set: (patch) => (this.drafts = new Map(this.drafts).set(id, { ...draft, ...patch })),
      run: (send, said) => this.run(id, send, said),
      ask: (question) => void this.ask(question),
    };
  }

  private async run(person: string, send: () => Promise<unknown>, said: string): Promise<boolean> {
    this.busy = true;
    this.error = null;
    try {
      await send();
      this.app.toast(said);
      await this.refresh();
      return true;
    } catch (error) {
      this.error = { person, error };
      await this.updateComplete;
      (this.querySelector<HTMLElement>('[aria-invalid]') ?? this.querySelector<HTMLElement>('.notice-error'))?.scrollIntoView({ block: 'center' });
      this.querySelector<HTMLElement>('[aria-invalid]')?.focus();
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** As it is now; after a deletion by link there is nothing. What is typed elsewhere stays. */
  private async refresh(): Promise<void> {
    try {
      const before = new Map(this.answer?.entries.map(({ person }) => [person.id, JSON.stringify(draftOf(person))]));
      this.answer = await this.api.call('getOwnEntries', { signal: this.aborts.signal });
      this.drafts = new Map(
        this.answer.entries.map(({ person }) => {
          const typed = this.drafts.get(person.id);
          const isKept = JSON.stringify(draftOf(person)) === before.get(person.id);
          return [person.id, isKept && typed ? typed : draftOf(person)];
        }),
      );
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
      forgetSecret(tabStorage());
      this.told = 'deleted';
    }
    if (this.answer?.entries.length === 0) this.told = 'deleted';
  }

  private async ask(question: OwnQuestion): Promise<void> {
    this.question = question;
    await this.updateComplete;
    await this.dialog.value?.show();
  }

  private async save(page: OwnPage, format: 'json' | 'vcf'): Promise<void> {
    const { secret } = this;
    await this.run(
      page.entry.person.id,
      async () => {
        const response = await (secret === null ? fetch : fetchWith(secret))(toAddress('exportOwnEntry', { ...ownParams(page), format }));
        if (!response.ok) throw new Error(response.statusText);
        const href = URL.createObjectURL(await response.blob());
        Object.assign(document.createElement('a'), { href, download: `entry.${format}` }).click();
        setTimeout(() => URL.revokeObjectURL(href), 10_000);
      },
      this.t('own.take.done'),
    );
  }

  override render() {
    const { t, app } = this;
    return html`${pageHeader(app, t as never)}
      <main id="content" class="wide own-page" tabindex="-1">
        <h1 tabindex="-1">${t('own.title')}</h1>
        ${this.renderMain()}
      </main>
      ${this.renderQuestion()}`;
  }

  private renderMain(): TemplateResult | readonly TemplateResult[] {
    const { t, app, told, answer } = this;
    const state = (heading: string, detail: string, more: TemplateResult | typeof nothing = nothing) =>
      html`<div class="state">
        ${icon('person', 40)}
        <h2>${heading}</h2>
        <p>${detail}</p>
        ${more}
      </div>`;
    const signIn = html`<a class="button button-primary" href=${signInHref(app)}>${t('own.signin')}</a>`;
    if (told === 'need') return state(t('own.need'), t('own.need.detail'), signIn);
    if (told === 'gone') return state(t('own.gone'), t('own.gone.detail'), signIn);
    if (told === 'deleted') return state(t('own.deleted'), t('own.deleted.detail'));
    if (told === 'failed')
      return this.failed(
        this.error?.error,
        () => {
          this.told = 'loading';
          void this.load();
        },
        { notFound: t('own.gone'), back: signIn },
      );
    if (!answer) return this.loading(t('own.loading'));
    if (answer.entries.length === 0) return state(t('own.none'), t('own.none.detail'));
    return answer.entries.map((entry) => {
      const page = this.pageOf(answer, entry);
      const country = this.around.get(entry.person.scope)?.country ?? entry.person.scope;
      const { error } = this;
      const unsaid = error?.person === entry.person.id && Object.keys(page.faults).length === 0 ? error.error : null;
      return html`<p class="own-of"><bdi>${entry.person.name}</bdi> · <bdi>${country}</bdi></p>
        ${failure(unsaid, t as never)} ${renderEntry(page, (format) => void this.save(page, format))}`;
    });
  }

  private renderQuestion(): TemplateResult | typeof nothing {
    const { t, question } = this;
    if (!question) return nothing;
    const yes = () => {
      this.dialog.value?.hide();
      void question.run();
    };
    return html`<cod-dialog ${ref(this.dialog)} heading=${question.title} close=${t('own.cancel')} @closed=${() => (this.question = null)}>
      <div class="own-question">${question.lines.map((line) => html`<p>${line}</p>`)}</div>
      <button slot="actions" class="button own-danger" @click=${yes}>${question.yes}</button>
      <button slot="actions" class="button" @click=${() => this.dialog.value?.hide()}>${t('own.cancel')}</button>
    </cod-dialog>`;
  }
}

customElements.define('entry-view', EntryView);
