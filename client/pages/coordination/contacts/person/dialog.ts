/** `<person-dialog>`: somebody is entered on their behalf, or their entry is kept: by whoever may approve in a group of theirs. */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Person } from '../../../../../server/contract/groups/people.ts';
import { createCompare } from '../../../../i18n/language.ts';
import { loadMessages } from '../../../../i18n/load.ts';
import { createTranslate, type Translate } from '../../../../i18n/translate.ts';
import { failure } from '../../../../kit/form.ts';
import { draftOf, EMPTY_DRAFT, type PersonDraft } from '../../../../kit/person/draft.ts';
import { personFaults } from '../../../../kit/person/faults.ts';
import type { App } from '../../../../kit/view.ts';
import '../../../../ui/dialog.ts';
import type { CodDialog } from '../../../../ui/dialog.ts';
import '../../../../ui/tabs.ts';
import { fullNameOf, type Structure } from '../../structure.ts';
import { canEnter, enter, renderEnter } from './enter.ts';
import { renderDetails, renderRecord, renderRoles } from './keep.ts';
import { renderLink } from './link.ts';
import type { EntryLink, Kept, PersonEditKey, PersonPage } from './words.ts';
import '../../edit/edit.css';
import './person.css';

export class PersonDialog extends LitElement {
  static override properties = {
    app: { attribute: false },
    scope: { attribute: false },
    country: { attribute: false },
    structure: { attribute: false },
    approves: { attribute: false },
    looks: { attribute: false },
    isOpen: { state: true },
    person: { state: true },
    draft: { state: true },
    values: { state: true },
    link: { state: true },
    looked: { state: true },
    tab: { state: true },
    error: { state: true },
    busy: { state: true },
    t: { state: true },
    organisations: { state: true },
  };
  declare app: App;
  declare scope: string;
  declare country: string;
  declare structure: Structure;
  declare approves: readonly string[];
  declare looks: boolean;
  declare private isOpen: boolean;
  declare private person: Kept | null;
  declare private draft: PersonDraft;
  declare private values: Record<string, string>;
  declare private link: EntryLink | null;
  declare private looked: Person | null;
  declare private tab: string;
  declare private error: unknown;
  declare private busy: boolean;
  declare private t: Translate<PersonEditKey> | null;
  declare private organisations: { id: string; name: string }[];
  private readonly dialog = createRef<CodDialog>();

  constructor() {
    super();
    this.isOpen = this.busy = this.looks = false;
    this.approves = [];
    this.country = '';
    this.person = this.link = this.looked = this.error = this.t = null;
    this.draft = EMPTY_DRAFT;
    this.values = {};
    this.tab = 'details';
    this.organisations = [];
  }

  protected override createRenderRoot() {
    return this;
  }

  /** @param person as they are kept; null to enter somebody */
  async open(person: Kept | null): Promise<void> {
    const { language } = this.app;
    const compare = createCompare(language);
    const [messages, registry] = await Promise.all([
      loadMessages(language, 'coordination', 'workgroup/contacts', 'workgroup/contactEdit'),
      this.app.api.call('listRegistry', { params: { scope: this.scope } }).catch(() => null),
    ]);
    this.t = createTranslate(language, messages) as unknown as Translate<PersonEditKey>;
    this.organisations = (registry?.organisations ?? [])
      .map((each) => ({ id: each.id, name: fullNameOf(each, language) }))
      .toSorted((a, b) => compare(a.name, b.name));
    this.show(person);
    this.tab = 'details';
    this.link = null;
    this.values = { group: this.approves[0] ?? '', role: 'member' };
    this.isOpen = true;
    await this.updateComplete;
    await this.dialog.value?.show();
    await new Promise(requestAnimationFrame);
    this.querySelector<HTMLElement>('form input, .person-enter input')?.focus();
  }

  private show(person: Kept | null): void {
    this.person = person;
    this.looked = this.error = null;
    this.draft = person ? draftOf(person) : EMPTY_DRAFT;
  }

  private get page(): PersonPage {
    const { app, scope, country, structure, approves, looks, person, draft, values, organisations, link, looked, busy, error } = this;
    const t = this.t!;
    return {
      app,
      t,
      scope,
      country,
      structure,
      approves,
      looks,
      person,
      draft,
      values,
      faults: personFaults(error, t),
      organisations,
      link,
      looked,
      busy,
      set: (patch) => (this.draft = { ...this.draft, ...patch }),
      say: (patch) => (this.values = { ...this.values, ...patch }),
      run: (send, said) => this.run(send, said),
      setLink: (made) => (this.link = made),
      setLooked: (seen) => (this.looked = seen),
      done: () => this.dialog.value?.hide(),
    };
  }

  /** Sends something, says that it was done and shows the person as they are then. */
  private async run(send: () => Promise<unknown>, said: string): Promise<boolean> {
    this.busy = true;
    this.error = null;
    try {
      await send();
      this.app.toast(said);
      this.dispatchEvent(new CustomEvent('changed'));
      const id = this.person?.id;
      if (id !== undefined) {
        const { persons } = await this.app.api.call('listPersons', { params: { scope: this.scope } });
        const now = persons.find((person) => person.id === id);
        if (now) {
          this.person = now;
          this.draft = draftOf(now);
          this.values = { ...this.values, leaving: '' };
        } else this.dialog.value?.hide();
      }
      return true;
    } catch (error) {
      this.error = error;
      await this.updateComplete;
      this.querySelector<HTMLElement>('[aria-invalid]')?.focus();
      return false;
    } finally {
      this.busy = false;
    }
  }

  override render() {
    const { t, isOpen, person } = this;
    if (!isOpen || !t) return nothing;
    const page = this.page;
    const heading = person ? person.name : t('person.enter');
    const unsaid = this.error && Object.keys(page.faults).length === 0 ? this.error : null;
    return html`<cod-dialog ${ref(this.dialog)} heading=${heading} close=${t('contacts.close')} @closed=${() => (this.isOpen = false)}>
      <div class="person-dialog">${person ? this.renderKeep({ ...page, person }, t) : this.renderNew(page)} ${failure(unsaid, t as never)}</div>
      ${person || this.link ? nothing : this.renderNewActions(page)}
    </cod-dialog>`;
  }

  private renderNew(page: PersonPage): TemplateResult {
    return this.link ? renderLink(page, this.link) : html`<div class="person-enter">${renderEnter(page)}</div>`;
  }

  private renderNewActions(page: PersonPage): TemplateResult {
    const { t } = page;
    return html`<button
        slot="actions"
        class="button button-primary"
        ?disabled=${this.busy || !canEnter(page)}
        @click=${() => void this.run(() => enter(this.page), t('person.done')).then((done) => done && this.querySelector<HTMLElement>('#link-title')?.focus())}
      >
        ${t('person.enter.save')}
      </button>
      <button slot="actions" class="button" @click=${() => this.dialog.value?.hide()}>${t('contacts.cancel')}</button>`;
  }

  private renderKeep(page: PersonPage & { person: Kept }, t: Translate<PersonEditKey>): TemplateResult {
    const tabs = [
      { id: 'details', label: t('person.tab.details') },
      { id: 'roles', label: t('person.tab.roles') },
      { id: 'record', label: t('person.tab.record') },
    ];
    return html`<cod-tabs
      .tabs=${tabs}
      .selected=${this.tab}
      label=${page.person.name}
      @select-tab=${(event: CustomEvent<string>) => (this.tab = event.detail)}
    >
      <div slot="details" class="person-panel">${renderDetails(page)}</div>
      <div slot="roles" class="person-panel">${renderRoles(page)}</div>
      <div slot="record" class="person-panel">${renderRecord(page)}</div>
    </cod-tabs>`;
  }
}

customElements.define('person-dialog', PersonDialog);
