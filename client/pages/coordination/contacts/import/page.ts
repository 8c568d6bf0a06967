/** A contact list becomes entries: read, asked about, confirmed; then a personal link for each person, to be passed on. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../../../../i18n/translate.ts';
import { icon } from '../../../../ui/icon.ts';
import { SheetView, type SheetTexts } from '../../import/sheetView.ts';
import { renderContactColumns } from './columns.ts';
import { ContactImportModel, type ContactImportKey } from './model.ts';
import './import.css';

class ContactsImportView extends SheetView {
  protected override readonly section = 'contacts';
  protected override readonly model = new ContactImportModel(this);

  private get own(): Translate<ContactImportKey> {
    return this.t as Translate<ContactImportKey>;
  }

  protected override get texts(): SheetTexts {
    const { own: t } = this;
    return {
      title: t('contactImport.title'),
      lead: t('contactImport.lead'),
      back: t('contactImport.back'),
      see: t('contactImport.see'),
      needAccount: t('import.need-account'),
      columns: html`${t('contactImport.columns')}`,
      confirm: t('contactImport.confirm'),
    };
  }

  protected override renderColumns(): TemplateResult {
    return renderContactColumns(this.model);
  }

  protected override renderApplied(): TemplateResult {
    const { own: t, app, model } = this;
    const { invitations, busy } = model;
    const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => app.toast(t('contactImport.copied')));
    if (invitations === null)
      return html`<section class="import-confirm" aria-labelledby="invite-title">
        <h2 id="invite-title">${t('contactImport.invite.title')}</h2>
        <p>${t('contactImport.invite.lead')}</p>
        <p class="actions">
          <button class="button button-primary" ?disabled=${busy} @click=${() => void model.invite()}>${icon('share', 18)} ${t('contactImport.invite')}</button>
        </p>
      </section>`;
    const all = invitations.map(({ name, email, link }) => [name, email ?? '', link].join('\t')).join('\n');
    return html`<section class="card-box" aria-labelledby="links-title">
      <h2 id="links-title">${t('contactImport.links', { count: invitations.length })}</h2>
      <p>${t('contactImport.links.lead')}</p>
      ${
        invitations.length > 0
          ? html`<p class="actions"><button class="button" @click=${() => copy(all)}>${icon('copy', 18)} ${t('contactImport.links.copy')}</button></p>`
          : nothing
      }
      <ul class="import-links">
        ${invitations.map(
          ({ name, email, link }) =>
            html`<li>
              <span><strong dir="auto">${name}</strong> ${email ? html`<bdi class="small muted">${email}</bdi>` : nothing}</span>
              <button class="button" aria-label=${t('contactImport.link.copy', { name })} @click=${() => copy(link)}>
                ${icon('copy', 18)} ${t('contactImport.copy')}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('contacts-import-view', ContactsImportView);
