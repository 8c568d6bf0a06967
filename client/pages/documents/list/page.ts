/** The documents of a country: terms of reference, information sharing protocol, minutes and the like, by kind, group and language. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentsAnswer } from '../../../../server/contract/documents/documents.ts';
import { groupNameIn } from '../../../kit/facts.ts';
import { pageHeader } from '../../../kit/header.ts';
import { View } from '../../../kit/view.ts';
import { renderFolded } from '../../../kit/workgroup/folded.ts';
import { workgroupNav } from '../../../kit/workgroup/nav.ts';
import { KINDS_IN_ORDER, kindText } from '../../../kit/workgroup/papers.ts';
import { GLOBAL, documentPath, groupPath, writePath } from '../../../kit/workgroup/place.ts';
import { icon } from '../../../ui/icon.ts';
import type { DocumentsKey } from '../words.ts';
import { ListModel } from './model.ts';
import { renderKind } from './rows.ts';
import { EMPTY, byKind, fits, isFiltered, type ListState } from './state.ts';
import '../page.css';

class DocumentsView extends View<DocumentsKey> {
  private readonly model = new ListModel(this);

  protected override updated(): void {
    this.app.setTitle(this.heading);
  }

  private get heading(): string {
    const { t, model } = this;
    return model.scope === GLOBAL ? t('documents.global') : t('documents.of', { country: model.country });
  }

  override render() {
    const { t, app, model } = this;
    const { value, error } = model.answer;
    const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'documents')}
      <main id="content" class="documents" tabindex="-1">
        <div class="documents-head">
          <div>
            <h1 tabindex="-1">${this.heading}</h1>
            <p class="muted">${t('documents.lead')}</p>
          </div>
          ${value && value.may.record.length > 0 ? this.renderNew() : nothing}
        </div>
        ${
          value
            ? this.renderList(value)
            : error
              ? this.failed(error, () => void model.load(), { notFound: t('documents.country-missing'), back })
              : this.loading(t('documents.loading'))
        }
      </main>`;
  }

  private renderNew(): TemplateResult {
    const { t, app, model } = this;
    const path = writePath(model.scope, null);
    const { group } = model.state;
    const of: Record<string, string> = group && model.answer.value!.may.record.includes(group) ? { group } : {};
    return html`<div class="documents-actions">
      <a class="button button-primary" href=${app.href(path, { kind: 'tor', ...of })}>${icon('plus', 18)} ${t('documents.new.tor')}</a>
      <a class="button" href=${app.href(path, of)}>${icon('file', 18)} ${t('documents.new')}</a>
    </div>`;
  }

  private renderList(answer: DocumentsAnswer): TemplateResult {
    const { t, app, model } = this;
    if (answer.documents.length === 0)
      return html`${this.renderNotices(answer)}
        <div class="state">
          ${icon('file', 40)}
          <h2>${t('documents.empty')}</h2>
          <p>${t(answer.may.record.length > 0 ? 'documents.empty.record' : 'documents.empty.detail')}</p>
        </div>`;
    const shown = answer.documents.filter((document) => fits(model.state, document));
    return html`${this.renderNotices(answer)} ${this.renderFilters(answer, shown.length)}
    ${shown.length === 0 ? html`<p class="state" role="status">${t('documents.none')}</p>` : nothing}
    ${byKind(shown).map(([kind, documents]) => renderKind(t, app, model.scope, kind, documents))}
    ${answer.may.seeDrafts ? nothing : html`<p class="small muted">${t('documents.public')}</p>`}`;
  }

  /** What groups should do about their documents, each leading to where it is done. */
  private renderNotices({ notices }: DocumentsAnswer): TemplateResult | typeof nothing {
    const { t, app, model } = this;
    if (notices.length === 0) return nothing;
    const href = ({ document, group }: (typeof notices)[number]) => app.href(document ? documentPath(model.scope, document) : groupPath(model.scope, group));
    const items = notices.map((notice) => html`<li><a href=${href(notice)} dir="auto">${notice.text}</a></li>`);
    return html`<section class="documents-notices" aria-labelledby="notices-title">
      <h2 id="notices-title">${icon('warning', 18)} ${t('documents.notices', { count: notices.length })}</h2>
      ${renderFolded(items, { shown: 3, more: (count) => t('documents.notices.more', { count }) })}
    </section>`;
  }

  private renderFilters({ documents }: DocumentsAnswer, found: number): TemplateResult {
    const { t, app, model } = this;
    const { state } = model;
    const compare = (a: [string, string], b: [string, string]) => a[1].localeCompare(b[1], app.language);
    const kinds = KINDS_IN_ORDER.filter((kind) => documents.some((document) => document.kind === kind)).map((kind): [string, string] => [
      kind,
      kindText(t, kind),
    ]);
    const groups = [...new Map(documents.map(({ group, groupName }): [string, string] => [group, groupNameIn(groupName, app.language)]))].toSorted(compare);
    const languages = [...new Set(documents.map(({ language }) => language))].map((tag): [string, string] => [tag, app.format.language(tag)]).toSorted(compare);
    return html`<section class="documents-filters" aria-label=${t('documents.filters')}>
      <label
        ><span class="small muted">${t('documents.search')}</span>
        <input type="search" .value=${state.q} @input=${(event: Event) => model.change({ q: (event.target as HTMLInputElement).value.trim() })}
      /></label>
      ${this.renderChoice('kind', kinds)} ${this.renderChoice('group', groups)} ${languages.length > 1 ? this.renderChoice('language', languages) : nothing}
      <p class="documents-found" role="status">
        ${isFiltered(state) ? t('documents.found', { count: found }) : nothing}
        ${isFiltered(state) ? html`<button class="link" @click=${() => model.change(EMPTY)}>${t('documents.reset')}</button>` : nothing}
      </p>
    </section>`;
  }

  private renderChoice(name: 'kind' | 'group' | 'language', options: readonly [string, string][]): TemplateResult {
    const { t, model } = this;
    const chosen = model.state[name] ?? '';
    const choose = (event: Event) => model.change({ [name]: (event.target as HTMLSelectElement).value || null } as Partial<ListState>);
    return html`<label
      ><span class="small muted">${t(`documents.${name}`)}</span>
      <select class="select" @change=${choose}>
        <option value="" .selected=${chosen === ''}>${t('documents.all')}</option>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
      </select></label
    >`;
  }
}

customElements.define('documents-view', DocumentsView);
