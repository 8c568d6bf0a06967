/** The page of one document: the version that holds or the one of the address, to read; what is next for a draft; comments; all versions. */
import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { DocumentAnswer, Edition } from '../../../../server/contract/documents/documents.ts';
import { groupNameIn } from '../../../kit/facts.ts';
import { pageHeader } from '../../../kit/header.ts';
import { View } from '../../../kit/view.ts';
import { workgroupNav } from '../../../kit/workgroup/nav.ts';
import { kindText, reviewNote } from '../../../kit/workgroup/papers.ts';
import { groupPath, sectionPath } from '../../../kit/workgroup/place.ts';
import { icon } from '../../../ui/icon.ts';
import type { DocumentsKey } from '../words.ts';
import type { Change } from './change.ts';
import type { DocumentChanges } from './changes.ts';
import { renderComments } from './comments.ts';
import { DocumentModel, type DocumentHost } from './model.ts';
import { renderNext } from './next.ts';
import { renderReading, renderTold } from './reading.ts';
import { renderSide } from './side.ts';
import '../page.css';

class DocumentView extends View<DocumentsKey> implements DocumentHost {
  private readonly model = new DocumentModel(this);
  private readonly changes = createRef<DocumentChanges>();

  protected override updated(): void {
    const { value } = this.model.answer;
    if (value) this.app.setTitle(`${value.document.title} · ${this.t('documents.title')}`);
  }

  openChange(change: Change): void {
    void import('./changes.ts').then(() => this.changes.value?.open(change));
  }

  override render() {
    const { t, app, model } = this;
    const { value, error } = model.answer;
    const back = html`<a class="button button-primary" href=${app.href(sectionPath(model.scope, 'documents'))}>${t('documents.all-documents')}</a>`;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'documents', false)}
      <main id="content" class="documents" tabindex="-1">
        ${
          value
            ? this.renderDocument(value)
            : error
              ? this.failed(error, () => void model.load(), { notFound: t('document.missing'), back })
              : this.loading(t('document.loading'))
        }
      </main>`;
  }

  private renderDocument(answer: DocumentAnswer): TemplateResult {
    const { t, app, model } = this;
    const { document } = answer;
    const { shown } = model;
    return html`<nav class="documents-way small" aria-label=${t('nav.breadcrumb')}>
        <a href=${app.href(sectionPath(model.scope, 'documents'))}>${t('documents.title')}</a>
        <span class="flip" aria-hidden="true">${icon('chevron', 12)}</span>
        <a href=${app.href(sectionPath(model.scope, 'documents'), { kind: document.kind })}>${kindText(t, document.kind)}</a>
      </nav>
      <div class="documents-head">
        <div>
          <h1 tabindex="-1" lang=${document.language} dir="auto">${document.title}</h1>
          <p class="document-kind">
            <span class="badge">${kindText(t, document.kind)}</span>
            <a href=${app.href(groupPath(model.scope, document.group))} dir="auto">${groupNameIn(document.groupName, app.language)}</a>
            <span>${app.format.language(document.language)}</span>
            ${document.audience === 'public' ? nothing : html`<span class="badge">${t(`documents.audience.${document.audience}`)}</span>`}
            ${answer.review ? reviewNote(answer.review) : nothing}
          </p>
        </div>
        ${this.renderTools(answer)}
      </div>
      ${shown ? this.renderVersion(answer, shown) : this.renderMissing()}
      <document-changes ${ref(this.changes)} .app=${app} .model=${model}></document-changes>`;
  }

  private renderTools({ may }: DocumentAnswer): TemplateResult | typeof nothing {
    const { t } = this;
    if (!may.record && !may.delete) return nothing;
    return html`<div class="documents-actions">
      ${may.record ? html`<button class="button" @click=${() => this.openChange({ kind: 'settings' })}>${icon('table', 18)} ${t('document.settings')}</button>` : nothing}
      ${may.delete ? html`<button class="button" @click=${() => this.openChange({ kind: 'delete' })}>${icon('close', 18)} ${t('document.delete')}</button>` : nothing}
    </div>`;
  }

  private renderMissing(): TemplateResult {
    const { t, app, model } = this;
    return html`<div class="state" role="alert">
      ${icon('file', 40)}
      <h2>${t('document.version-missing', { version: this.query.get('version') ?? '' })}</h2>
      ${model.versions.length > 0 ? html`<a class="button button-primary" href=${app.href(location.pathname)}>${t('document.to-current')}</a>` : nothing}
    </div>`;
  }

  private renderVersion(answer: DocumentAnswer, shown: Edition): TemplateResult {
    const { t, model } = this;
    const loaded = model.edition.value;
    const isOpen = shown.state === 'draft' || shown.state === 'reviewed';
    return html`${this.renderStanding(shown)} ${loaded && model.answer.value ? renderNext(model, loaded) : nothing}
      <div class="document-columns">
        <div class="document-main">
          ${isOpen ? renderTold(t, shown.told) : nothing} ${renderReading(model, shown)} ${loaded ? renderComments(model, loaded) : nothing}
        </div>
        <aside class="document-side" aria-label=${t('document.side')}>${renderSide(model, answer, shown)}</aside>
      </div>`;
  }

  /** What a version is that does not hold, and the way to the one that does. */
  private renderStanding({ state, version, supersededOn, withdrawn }: Edition): TemplateResult | typeof nothing {
    const { t, model } = this;
    const { current, open } = model;
    const link =
      current && current.version !== version
        ? html` <a href=${model.versionHref(current.version)}>${t('document.read-current', { version: current.version })}</a>`
        : nothing;
    const notice = (text: string, look: string) =>
      html`<p class="notice ${look}">
        ${icon('info', 18)} <span><span dir="auto">${text}</span>${link}</span>
      </p>`;
    if (state === 'current' && open)
      return html`<p class="notice">
        ${icon('info', 18)}
        <span>${t('document.standing.open', { version: open.version })} <a href=${model.versionHref(open.version)}>${t('document.read-open')}</a></span>
      </p>`;
    switch (state) {
      case 'superseded':
        return notice(t('document.standing.superseded', { version, date: supersededOn ?? '' }), 'notice-warning');
      case 'withdrawn':
        return notice(t('document.standing.withdrawn', { version, date: withdrawn!.on, reason: withdrawn!.reason }), 'notice-error');
      case 'draft':
        return notice(t('document.standing.draft', { version }), '');
      case 'reviewed':
        return notice(t('document.standing.reviewed', { version }), '');
      default:
        return nothing;
    }
  }
}

customElements.define('document-view', DocumentView);
