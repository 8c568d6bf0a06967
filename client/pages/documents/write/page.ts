/** Where a document, or its next version, is written or uploaded: as Markdown with a preview, from an outline if it is terms of reference, or as a file. */
import { html, nothing, type TemplateResult } from 'lit';
import { signInHref } from '../../../kit/address.ts';
import { ApiProblem } from '../../../kit/api.ts';
import { choice, failure, field, renderSays } from '../../../kit/form.ts';
import { pageHeader } from '../../../kit/header.ts';
import { renderPart } from '../../../kit/workgroup/part.ts';
import { View } from '../../../kit/view.ts';
import { fullText } from '../../../kit/workgroup/names.ts';
import { workgroupNav } from '../../../kit/workgroup/nav.ts';
import { documentPath, sectionPath } from '../../../kit/workgroup/place.ts';
import { icon } from '../../../ui/icon.ts';
import '../../../ui/drop.ts';
import '../../../ui/tabs.ts';
import { renderBody, renderTold } from '../one/reading.ts';
import { audienceChoices, kindChoices, type DocumentsKey } from '../words.ts';
import { WriteModel, type Draft } from './model.ts';
import '../page.css';

const ACCEPTED = /\.(pdf|docx|md|markdown)$/i;

class WriteDocumentView extends View<DocumentsKey> {
  private readonly model = new WriteModel(this);

  protected override updated(): void {
    this.app.setTitle(this.heading);
  }

  private get heading(): string {
    const { t, model } = this;
    if (model.id === null) return t(model.draft.kind === 'tor' ? 'documents.new.tor' : 'documents.new');
    return t(model.open ? 'write.heading.edit' : 'write.heading.version', { version: model.tag });
  }

  private get backHref(): string {
    const { app, model } = this;
    return app.href(model.id === null ? sectionPath(model.scope, 'documents') : documentPath(model.scope, model.id, model.open?.version ?? null));
  }

  override render() {
    const { t, app, model } = this;
    const { document } = model.ground.value ?? {};
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'documents', false)}
      <main id="content" class="documents" tabindex="-1">
        <nav class="documents-way small" aria-label=${t('nav.breadcrumb')}>
          <a href=${app.href(sectionPath(model.scope, 'documents'))}>${t('documents.title')}</a>
          ${document ? html`<span class="flip" aria-hidden="true">${icon('chevron', 12)}</span> <a href=${this.backHref} dir="auto">${document.document.title}</a>` : nothing}
        </nav>
        <h1 tabindex="-1">${this.heading}</h1>
        ${this.renderMain()}
      </main>`;
  }

  private renderMain(): TemplateResult {
    const { t, app, model } = this;
    const { value, error } = model.ground;
    const back = html`<a class="button button-primary" href=${this.backHref}>${t('documents.all-documents')}</a>`;
    if (error) return this.failed(error, () => void model.load(), { notFound: t('document.missing'), back });
    if (!value) return this.loading(t('documents.loading'));
    const mayWrite = value.document ? value.document.may.record : value.groups.length > 0;
    if (!mayWrite)
      return html`<p class="notice">${icon('info', 18)} <span>${t('write.may-not')}</span></p>
        <p class="actions">${back} <a class="button" href=${signInHref(app)}>${t('documents.signin')}</a></p>`;
    if (model.versions.some(({ state }) => state === 'reviewed'))
      return html`<p class="notice">${icon('info', 18)} <span>${t('write.fixed')}</span></p>
        <p>${back}</p>`;
    return this.renderForm();
  }

  private renderForm(): TemplateResult {
    const { t, model } = this;
    const { draft } = model;
    const unsaid = model.error && Object.keys(model.faults).length === 0 ? model.error : null;
    const conflict = model.error instanceof ApiProblem && model.error.code === 'document.changed';
    return html`<form class="write-form" novalidate @submit=${(event: Event) => this.submit(event)}>
      ${model.id === null ? this.renderAbout() : this.renderVersion()} ${this.renderWay()} ${draft.way === 'write' ? this.renderText() : this.renderUpload()}
      ${failure(unsaid, t as never)}
      ${conflict ? html`<p class="small"><a href=${this.backHref} target="_blank" rel="noopener">${t('write.see-other')}</a></p>` : nothing}
      ${renderSays(t('document.says'), this.says())}
      <p class="actions">
        <button class="button button-primary" ?disabled=${!model.isReady}>${t('write.save')}</button>
        <a class="button" href=${this.backHref}>${t('document.cancel')}</a>
        ${model.busy ? html`<span class="spinner"></span>` : nothing}
      </p>
    </form>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    void this.model.save().then(() => this.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  }

  /** In sentences, what will have happened. */
  private says(): string[] {
    const { t, app, model } = this;
    const { draft, tag, current, open, group } = model;
    if (!model.isReady && !model.busy) return [];
    const drafts = t(draft.audience === 'group' ? 'document.says.draft.group' : 'document.says.draft.members');
    if (model.id === null)
      return [
        t('document.says.new', { version: tag, title: draft.title, group: group ? fullText(group, app.language) : draft.group }),
        drafts,
        t('document.says.draft.then'),
      ];
    if (open) return [t('document.says.replace', { version: tag }), ...(open.comments.all > 0 ? [t('document.says.replace.comments')] : [])];
    return [t('document.says.next', { version: tag }), ...(current ? [t('document.says.next.current', { version: current.version })] : []), drafts];
  }

  private renderAbout(): TemplateResult {
    const { t, app, model } = this;
    const { draft, faults, ground } = model;
    const set = (event: Event) => {
      const { name, value } = event.target as HTMLInputElement;
      model.change({ [name]: value } as Partial<Draft>);
    };
    const groups = ground.value!.groups.map((group): [string, string] => [group.id, fullText(group, app.language)]);
    return html`<div class="write-about" @change=${set}>
      <div class="edit-days">
        ${choice({ name: 'kind', label: t('documents.kind'), options: kindChoices(t), value: draft.kind, fault: faults['kind'] })}
        ${choice({ name: 'group', label: t('documents.group'), options: [['', t('write.choose')], ...groups], value: draft.group, fault: faults['group'] })}
        ${choice({ name: 'language', label: t('documents.language'), options: model.languages.map((tag) => [tag, app.format.language(tag)]), value: draft.language, fault: faults['language'] })}
      </div>
      <div class="edit-days">
        ${field({ name: 'title', label: t('document.field.title'), value: draft.title, required: true, fault: faults['title'], autocomplete: 'off' })}
        ${choice({
          name: 'audience',
          label: t('document.field.audience'),
          options: audienceChoices(t),
          value: draft.audience,
          hint: t('write.audience.hint'),
          fault: faults['audience'],
        })}
      </div>
    </div>`;
  }

  private renderVersion(): TemplateResult {
    const { t, model } = this;
    const { draft, faults, versions, open } = model;
    const set = (event: Event) => {
      const { name, value } = event.target as HTMLInputElement;
      model.change({ [name]: value } as Partial<Draft>);
    };
    return html`<div class="edit-days" @change=${set}>
      ${
        open || versions.length === 0
          ? nothing
          : choice({
              name: 'bump',
              label: t('write.bump'),
              options: [
                ['major', t('write.bump.major')],
                ['minor', t('write.bump.minor')],
              ],
              value: draft.bump,
            })
      }
      ${field({ name: 'note', label: t('write.note'), value: draft.note, hint: t('write.note.hint'), fault: faults['note'], autocomplete: 'off' })}
    </div>`;
  }

  private renderWay(): TemplateResult {
    const { t, model } = this;
    const way = (value: Draft['way'], text: string) =>
      html`<label
        ><input type="radio" name="way" value=${value} .checked=${model.draft.way === value} @change=${() => model.change({ way: value })} /> ${text}</label
      >`;
    return html`<fieldset class="write-way">
      <legend class="visually-hidden">${t('write.way')}</legend>
      ${way('write', t('write.way.write'))} ${way('upload', t('write.way.upload'))}
    </fieldset>`;
  }

  private renderText(): TemplateResult {
    const { t, model } = this;
    const tabs = [
      { id: 'text', label: t('write.text') },
      { id: 'preview', label: t('write.preview') },
    ];
    return html`${this.renderOutline()}
      <cod-tabs .tabs=${tabs} selected=${model.tab} label=${t('write.tabs')} @select-tab=${(event: CustomEvent<'text'>) => model.show(event.detail)}>
        <div slot="text" class="write-text">
          <label class="visually-hidden" for="text">${t('write.text')}</label>
          <textarea
            id="text"
            rows="24"
            dir="auto"
            lang=${model.draft.language}
            aria-describedby="text-hint"
            aria-invalid=${model.faults['text'] ? 'true' : nothing}
            .value=${model.draft.text}
            @input=${(event: Event) => model.change({ text: (event.target as HTMLTextAreaElement).value })}
          ></textarea>
          <p class="small muted" id="text-hint">${t('write.text.hint')}</p>
        </div>
        <div slot="preview" class="card-box document-reading">
          ${
            model.tab === 'preview'
              ? model.draft.text.trim() === ''
                ? html`<p class="muted">${t('write.preview.empty')}</p>`
                : renderPart(
                    t,
                    model.preview,
                    t('document.loading'),
                    () => void model.loadPreview(),
                    (body) => html`${renderTold(t, body.told)} ${renderBody(t, body)}`,
                  )
              : nothing
          }
        </div>
      </cod-tabs>`;
  }

  /** Terms of reference begin with what is usual, filled with what is known of the group. */
  private renderOutline(): TemplateResult | typeof nothing {
    const { t, model } = this;
    if (model.id !== null || model.draft.kind !== 'tor') return nothing;
    if (model.draft.group === '') return html`<p class="notice">${icon('info', 18)} <span>${t('write.outline.group')}</span></p>`;
    if (model.outlineError)
      return html`<p class="notice notice-warning">
        ${icon('warning', 18)}
        <span>${t('write.outline.failed')} <button type="button" class="link" @click=${() => void model.loadOutline()}>${t('state.retry')}</button></span>
      </p>`;
    return html`<p class="notice">
      ${icon('info', 18)}
      <span
        >${t('write.outline')}
        ${model.isUntouched ? nothing : html`<button type="button" class="link" @click=${() => void model.loadOutline(true)}>${t('write.outline.again')}</button>`}</span
      >
    </p>`;
  }

  private renderUpload(): TemplateResult {
    const { t, app, model } = this;
    const { file } = model;
    const refused = file !== null && !ACCEPTED.test(file.name);
    return html`<div class="write-upload">
      <cod-drop
        single
        label=${t('write.file')}
        hint=${t('write.file.hint')}
        @files=${(event: CustomEvent<File[]>) => model.choose(event.detail[0] ?? null)}
      ></cod-drop>
      ${
        file
          ? html`<p class="notice ${refused ? 'notice-error' : ''}" role="status">
              ${icon(refused ? 'error' : 'file', 18)}
              <span><bdi>${file.name}</bdi> · ${app.format.bytes(file.size)} ${refused ? html`<br />${t('write.file.other')}` : nothing}</span>
            </p>`
          : nothing
      }
    </div>`;
  }
}

customElements.define('write-document-view', WriteDocumentView);
