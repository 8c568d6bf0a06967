/** Contacts of a country: functional mailboxes first, then persons as far as the reader may see them, and in numbers what is left out. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Card, LeftOut } from '../../../../server/contract/contacts/contacts.ts';
import { createCompare } from '../../../i18n/language.ts';
import { toAddress } from '../../../../server/contract/paths.ts';
import { signInHref } from '../../../kit/address.ts';
import { pageHeader } from '../../../kit/header.ts';
import { qrCode } from '../../../kit/person/qr.ts';
import { toVcard } from '../../../kit/person/vcard.ts';
import { View } from '../../../kit/view.ts';
import { workgroupNav } from '../../../kit/workgroup/nav.ts';
import { GLOBAL, contactsImportPath, focalPointsPath } from '../../../kit/workgroup/place.ts';
import '../../../ui/dialog.ts';
import type { CodDialog } from '../../../ui/dialog.ts';
import { icon } from '../../../ui/icon.ts';
import { type Structure } from '../structure.ts';
import { renderCard, type CardPage } from './card.ts';
import { renderFilters } from './filters.ts';
import { reasonsOf } from './left.ts';
import { renderMailboxes } from './mailboxes.ts';
import './hidden.ts';
import './mails.ts';
import { ContactsModel } from './model.ts';
import type { ExportDialog, ListOf } from './export/dialog.ts';
import type { PersonDialog } from './person/dialog.ts';
import { renderWaiting } from './waiting.ts';
import type { ContactKey } from './words.ts';
import { shortOf } from '../../../kit/workgroup/names.ts';
import '../page.css';
import './contacts.css';

/** So many at first, and more at each click: a long list is drawn by parts. */
const STEP = 60;

class ContactsView extends View<ContactKey> {
  static override properties: PropertyDeclarations = { coded: { state: true }, steps: { state: true } };
  /** Whose code is shown. */
  declare private coded: Card | null;
  declare private steps: number;
  private readonly model = new ContactsModel(this);
  private readonly codeDialog = createRef<CodDialog>();
  private readonly person = createRef<PersonDialog>();
  private readonly exporter = createRef<ExportDialog>();

  constructor() {
    super();
    this.coded = null;
    this.steps = 1;
  }

  protected override updated(): void {
    this.app.setTitle(this.heading);
  }

  private get heading(): string {
    const { t, model } = this;
    return model.scope === GLOBAL ? t('contacts.title') : t('contacts.of', { country: model.country });
  }

  override render() {
    const { t, app, model } = this;
    const { structure, answer } = model;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'contacts')}
      <main id="content" class="coordination contacts" tabindex="-1">
        <div class="coordination-head">
          <div>
            <h1 tabindex="-1">${this.heading}</h1>
            ${answer ? html`<p class="muted">${t('contacts.counts', { count: answer.cards.length, date: answer.at })}</p>` : nothing}
          </div>
          ${structure && answer ? this.renderActions() : nothing}
        </div>
        ${structure && answer ? this.renderContacts(structure, answer.leftOut) : this.renderWait()}
      </main>
      ${this.renderCode()}`;
  }

  private renderWait(): TemplateResult {
    const { t, app, model } = this;
    const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
    return model.error
      ? this.failed(model.error, () => void model.load(), { notFound: t('coordination.missing', { scope: model.scope }), back })
      : this.loading(t('contacts.loading'));
  }

  private renderActions(): TemplateResult {
    const { t, app, model } = this;
    return html`<div class="coordination-actions">
      ${
        model.keeps
          ? html`<button class="button button-primary" @click=${() => void this.openPerson(null)}>${icon('plus', 18)} ${t('contacts.enter')}</button>
              <a class="button" href=${app.href(contactsImportPath(model.scope))}>${icon('table', 18)} ${t('contacts.import')}</a>`
          : nothing
      }
      ${model.isSignedIn ? this.renderTake() : nothing}
      <a class="button" href=${app.href(focalPointsPath(model.scope))}>${icon('person', 18)} ${t('focal.title')}</a>
    </div>`;
  }

  /** What the list is of, as the server is asked for a file of it. */
  private get listOf(): ListOf {
    const { group, hub, org, role, q } = this.model.state;
    return { ...(group ? { group } : {}), ...(hub ? { hub } : {}), ...(org ? { organisation: org } : {}), ...(role ? { role } : {}), ...(q ? { q } : {}) };
  }

  /** Files and sheets of paper, for people who are signed in. */
  private renderTake(): TemplateResult {
    const { t, app, model } = this;
    const sheet = (kind: 'contact' | 'sign-in', layout: 'compact' | 'wide') =>
      toAddress('printContacts', { scope: model.scope }, { ...this.listOf, kind, layout, lang: app.language });
    const item = (href: string, text: string, detail: string) =>
      html`<li>
        <a href=${href} target="_blank" rel="noopener">${text} <span class="muted small">${detail}</span></a>
      </li>`;
    return html`<button class="button" @click=${() => void this.openExport()}>${icon('download', 18)} ${t('contacts.export')}</button>
      <details class="menu">
        <summary class="button">${icon('file', 18)} ${t('contacts.print')}</summary>
        <ul>
          ${item(sheet('contact', 'wide'), t('contacts.sheet.contact'), t('contacts.sheet.contact.detail'))}
          ${item(sheet('sign-in', 'compact'), t('contacts.sheet.sign-in.compact'), t('contacts.sheet.sign-in.detail'))}
          ${item(sheet('sign-in', 'wide'), t('contacts.sheet.sign-in.wide'), t('contacts.sheet.sign-in.detail'))}
        </ul>
      </details>`;
  }

  private async openExport(): Promise<void> {
    await import('./export/dialog.ts');
    await this.exporter.value?.open(this.listOf);
  }

  private get cardPage(): CardPage {
    const { app, t, model } = this;
    const names = new Map(model.answer!.groups.map((group) => [group.id, shortOf(group, app.language)]));
    return { app, t, groupName: (id) => names.get(id) ?? id, groupHref: (id) => model.groupHref(id), organisationOf: (card) => model.organisationOf(card) };
  }

  private renderContacts(structure: Structure, left: LeftOut): TemplateResult {
    const { t, app, model } = this;
    const compare = createCompare(app.language);
    const found = model.found.toSorted((a, b) => compare(a.name, b.name));
    const shown = found.slice(0, this.steps * STEP);
    const page = this.cardPage;
    return html`${
      model.isSignedIn
        ? nothing
        : html`<p class="notice notice-plain">
            ${icon('info', 18)} <span>${t('contacts.public')}</span> <a class="button" href=${signInHref(app)}>${t('contacts.signin')}</a>
          </p>`
    }
    ${renderWaiting(model, (person) => void this.openPerson(person))} ${model.keeps ? html`<mail-list .app=${app} .scope=${model.scope}></mail-list>` : nothing}
    ${renderMailboxes(model, structure)} ${model.answer!.cards.length > 0 ? renderFilters(model, structure, found.length) : nothing}
    ${
      found.length > 0
        ? html`<ul class="contact-list" aria-label=${t('contacts.title')}>
            ${shown.map((card) => renderCard(page, card, this.renderTools(card)))}
          </ul>`
        : this.renderNobody()
    }
    ${
      shown.length < found.length
        ? html`<p><button class="button" @click=${() => this.steps++}>${t('contacts.more')} (${app.format.number(found.length - shown.length)})</button></p>`
        : nothing
    }
    ${this.renderLeft(left)}
    ${model.answer!.may.look ? html`<hidden-entries .app=${app} .scope=${model.scope} .groupName=${page.groupName}></hidden-entries>` : nothing}
    ${model.isSignedIn ? html`<export-dialog ${ref(this.exporter)} .app=${app} .scope=${model.scope}></export-dialog>` : nothing}
    ${
      model.keeps
        ? html`<person-dialog
            ${ref(this.person)}
            .app=${app}
            .scope=${model.scope}
            .country=${model.country}
            .structure=${structure}
            .approves=${model.answer!.may.approve}
            .looks=${model.answer!.may.look}
            @changed=${() => void model.load()}
          ></person-dialog>`
        : nothing
    }`;
  }

  private renderNobody(): TemplateResult {
    const { t, model } = this;
    if (model.isFiltered) return html`<p class="state" role="status">${t('contacts.none')}</p>`;
    return html`<div class="state">
      ${icon('person', 40)}
      <h2>${t('contacts.empty')}</h2>
      <p>${t(model.isSignedIn ? 'contacts.empty.member' : 'contacts.empty.public')}</p>
    </div>`;
  }

  private renderTools(card: Card): TemplateResult {
    const { t, model } = this;
    return html`<button
        class="icon-button"
        aria-label=${t('contacts.person.qr.of', { name: card.name })}
        title=${t('contacts.person.qr')}
        @click=${() => void this.openCode(card)}
      >
        ${icon('qr', 20)}
      </button>
      ${
        model.mayKeep(card.id)
          ? html`<button class="button" aria-label=${t('contacts.person.manage.of', { name: card.name })} @click=${() => void this.openPerson(card.id)}>
              ${t('contacts.person.manage')}
            </button>`
          : nothing
      }`;
  }

  /** In words and numbers: nothing is left out silently. */
  private renderLeft(left: LeftOut): TemplateResult | typeof nothing {
    const { t } = this;
    const { persons, fields } = left;
    if (persons + fields === 0) return nothing;
    return html`<section class="contact-left" aria-labelledby="left-title">
      <h2 id="left-title">${icon('eye', 18)} ${t('contacts.left')}</h2>
      <ul>
        ${persons > 0 ? html`<li>${t('contacts.left.persons', { count: persons })}: ${reasonsOf(left, t).join(' · ')}</li>` : nothing}
        ${fields > 0 ? html`<li>${t('contacts.left.fields', { count: fields })}</li>` : nothing}
      </ul>
      <p class="small muted">${t('contacts.left.why')}</p>
    </section>`;
  }

  private async openCode(card: Card): Promise<void> {
    this.coded = card;
    await this.updateComplete;
    await this.codeDialog.value?.show();
  }

  private renderCode(): TemplateResult | typeof nothing {
    const { t, coded, model } = this;
    if (!coded) return nothing;
    let code: TemplateResult;
    try {
      code = html`<div class="qr-frame">
          ${qrCode(toVcard({ ...coded, organisation: model.organisationOf(coded) }), t('contacts.person.qr.of', { name: coded.name }))}
        </div>
        <p class="small muted">${t('contacts.person.qr.help')}</p>`;
    } catch {
      code = html`<p>${t('contacts.person.qr.long')}</p>`;
    }
    return html`<cod-dialog ${ref(this.codeDialog)} heading=${coded.name} close=${t('contacts.close')} @closed=${() => (this.coded = null)}
      ><div class="contact-code">${code}</div></cod-dialog
    >`;
  }

  private async openPerson(person: string | null): Promise<void> {
    await import('./person/dialog.ts');
    await this.person.value?.open(this.model.persons.find(({ id }) => id === person) ?? null);
  }
}

customElements.define('contacts-view', ContactsView);
