/** `<hidden-entries>`: entries that nobody is shown, for administrators, who may look at one only to delete it. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { HiddenEntry } from '../../../../server/contract/contacts/contacts.ts';
import type { Person } from '../../../../server/contract/groups/people.ts';
import type contactMessages from '../../../../server/words/en/interface/workgroup/contacts.ts';
import type hiddenMessages from '../../../../server/words/en/interface/workgroup/hidden.ts';
import type groupMessages from '../../../../server/words/en/interface/coordination.ts';
import { loadMessages } from '../../../i18n/load.ts';
import { createTranslate, type Translate } from '../../../i18n/translate.ts';
import { failure } from '../../../kit/form.ts';
import { renderWays } from '../../../kit/person/ways.ts';
import type { App } from '../../../kit/view.ts';
import { renderFolded } from '../../../kit/workgroup/folded.ts';
import { roleText } from '../words.ts';
import { icon } from '../../../ui/icon.ts';
import './person/person.css';

type Key = keyof typeof hiddenMessages | keyof typeof contactMessages | keyof typeof groupMessages;
/** The others are behind a fold. */
const SHOWN = 5;

export class HiddenEntries extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    scope: { attribute: false },
    groupName: { attribute: false },
    entries: { state: true },
    looked: { state: true },
    error: { state: true },
    t: { state: true },
  };
  declare app: App;
  declare scope: string;
  declare groupName: (id: string) => string;
  declare private entries: readonly HiddenEntry[];
  /** The one that is looked at. */
  declare private looked: Person | null;
  declare private error: unknown;
  declare private t: Translate<Key> | null;

  constructor() {
    super();
    this.entries = [];
    this.looked = this.error = this.t = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    const { app, scope } = this;
    try {
      const [messages, { entries }] = await Promise.all([
        loadMessages(app.language, 'coordination', 'workgroup/contacts', 'workgroup/hidden'),
        app.api.call('listHiddenEntries', { params: { scope } }),
      ]);
      this.t = createTranslate(app.language, messages) as unknown as Translate<Key>;
      this.entries = entries;
    } catch (error) {
      this.error = error;
    }
  }

  private async look({ id }: HiddenEntry): Promise<void> {
    this.error = null;
    try {
      this.looked = await this.app.api.call('lookAtHidden', { params: { scope: this.scope, person: id }, body: { reason: 'delete' } });
      await this.updateComplete;
      this.querySelector<HTMLElement>('.hidden-looked button')?.focus();
    } catch (error) {
      this.error = error;
    }
  }

  private async erase({ id }: Person): Promise<void> {
    try {
      await this.app.api.call('deletePerson', { params: { scope: this.scope, person: id } });
      this.app.toast(this.t!('hidden.deleted'));
      this.looked = null;
      await this.load();
    } catch (error) {
      this.error = error;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, entries, error, looked } = this;
    if (!t || (entries.length === 0 && !error)) return nothing;
    return html`<section class="gaps hidden-entries" aria-labelledby="hidden-title">
      <h2 id="hidden-title">${icon('eye', 18)} ${t('hidden.title', { count: entries.length })}</h2>
      <p class="muted small">${t('hidden.lead')}</p>
      ${error ? failure(error, t as never) : nothing}
      ${renderFolded(
        entries.map((entry) => this.renderEntry(entry)),
        { shown: SHOWN, more: (count) => t('hidden.title', { count }) },
      )}
      ${looked ? this.renderLooked(looked) : nothing}
    </section>`;
  }

  private renderEntry(entry: HiddenEntry): TemplateResult {
    const t = this.t!;
    const { roles, why, since, goneAt } = entry;
    const held = this.app.format.comma(roles.map(({ role, group }) => `${roleText(t as never, role)} (${this.groupName(group)})`)) || t('hidden.no-role');
    return html`<li>
      <span
        ><bdi>${held}</bdi>
        <span class="muted small">${t(`hidden.why.${why}`, { date: since.slice(0, 10) })}</span>
        ${goneAt ? html`<span class="muted small">${t('hidden.gone', { date: goneAt.slice(0, 10) })}</span>` : nothing}</span
      >
      <button class="button" aria-label=${t('hidden.look.of', { roles: held })} @click=${() => void this.look(entry)}>${t('hidden.look')}</button>
    </li>`;
  }

  private renderLooked(person: Person): TemplateResult {
    const t = this.t!;
    return html`<div class="hidden-looked">
      <p dir="auto"><strong>${person.name}</strong> ${[person.jobTitle ?? '', person.dutyStation?.name ?? ''].filter(Boolean).join(' · ')}</p>
      ${renderWays(t as never, person.contacts)}
      <p class="small">${t('hidden.delete.says')}</p>
      <p class="actions">
        <button class="button person-danger" @click=${() => void this.erase(person)}>${t('hidden.delete')}</button>
        <button class="button" @click=${() => (this.looked = null)}>${t('hidden.close')}</button>
      </p>
    </div>`;
  }
}

customElements.define('hidden-entries', HiddenEntries);
