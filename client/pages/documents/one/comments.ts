/** Comments on a draft, in threads: on a part of the text or on all of it; answered, resolved, opened again. For members. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentComment, EditionAnswer } from '../../../../server/contract/documents/documents.ts';
import { failure, field, valuesOf } from '../../../kit/form.ts';
import { icon } from '../../../ui/icon.ts';
import type { DocumentModel } from './model.ts';

/** Nothing for strangers, and where nobody has said anything and nothing may be said. */
export function renderComments(model: DocumentModel, answer: EditionAnswer): TemplateResult | typeof nothing {
  const { t } = model;
  const { comments, may } = answer;
  if (comments.length === 0 && !may.comment) return nothing;
  const threads = [...Map.groupBy(comments, ({ thread }) => thread).values()];
  const open = threads.filter(([first]) => !first!.resolved);
  const resolved = threads.filter(([first]) => first!.resolved);
  return html`<section class="card-box document-comments" aria-labelledby="comments-title">
    <h2 id="comments-title">${t('document.comments', { count: open.length })}</h2>
    ${model.answering === null ? nothing : failure(model.refusal, t as never)}
    ${
      threads.length === 0
        ? html`<p class="muted">${t('document.comments.none')}</p>`
        : html`<ol class="document-threads">
            ${open.map((thread) => renderThread(model, answer, thread))}
          </ol>`
    }
    ${
      resolved.length > 0
        ? html`<details class="fold">
            <summary>${icon('chevron', 14)} ${t('document.comments.resolved', { count: resolved.length })}</summary>
            <ol class="document-threads">
              ${resolved.map((thread) => renderThread(model, answer, thread))}
            </ol>
          </details>`
        : nothing
    }
    ${may.comment ? renderNew(model) : nothing}
  </section>`;
}

const paramsOf = ({ scope, id, shown }: DocumentModel) => ({ scope, document: id, version: shown!.version as string });

function renderThread(model: DocumentModel, answer: EditionAnswer, [first, ...answers]: DocumentComment[]): TemplateResult {
  const { t } = model;
  const { id, section, resolved, ofThisFile } = first!;
  return html`<li class="document-thread" data-comment=${id}>
    ${section || !ofThisFile ? html`<p class="small muted">${section ? html`<span dir="auto">${t('document.comment.on', { section })}</span>` : nothing} ${ofThisFile ? nothing : t('document.comment.earlier')}</p>` : nothing}
    ${renderComment(model, first!, answers.length === 0)}
    ${answers.map((each, i) => html`<div class="document-answer">${renderComment(model, each, i === answers.length - 1)}</div>`)}
    ${resolved ? html`<p class="small muted">${icon('check', 14)} ${t('document.comment.resolved', { name: resolved.by ?? t('document.somebody'), date: model.app.format.date(resolved.at) })}</p>` : nothing}
    ${answer.may.comment ? renderAnswering(model, first!) : nothing}
  </li>`;
}

function renderComment(model: DocumentModel, comment: DocumentComment, isLast: boolean): TemplateResult {
  const { t, app } = model;
  const { by, at, text, own } = comment;
  return html`<p class="small">
      <b dir="auto">${by ?? t('document.somebody')}</b> <span class="muted">${app.format.date(at)}</span>
      ${own && isLast ? html`<button class="link small" @click=${() => model.host.openChange({ kind: 'delete-comment', comment })}>${t('document.comment.delete')}</button>` : nothing}
    </p>
    <p class="document-comment" dir="auto">${text}</p>`;
}

function renderAnswering(model: DocumentModel, { id, resolved }: DocumentComment): TemplateResult {
  const { t, app } = model;
  const params = paramsOf(model);
  const query = { lang: app.language };
  const resolve = () =>
    void model.send(() => app.api.call('changeDocumentComment', { params: { ...params, entry: id }, query, body: { resolved: resolved === null } }));
  if (model.answering !== id)
    return html`<p class="actions">
      <button class="link" @click=${() => openAnswer(model, id)}>${t('document.comment.answer')}</button>
      <button class="link" ?disabled=${model.busy} @click=${resolve}>${t(resolved ? 'document.comment.reopen' : 'document.comment.resolve')}</button>
    </p>`;
  return html`<form @submit=${send(model, 'answer', (text) => ({ text, thread: id }))}>
    ${field({ name: 'text', id: `answer-${id}`, label: t('document.comment.answer'), rows: 2, required: true, autocomplete: 'off' })}
    <p class="actions">
      <button class="button" ?disabled=${model.busy}>${t('document.comment.send')}</button>
      <button type="button" class="link" @click=${() => openAnswer(model, null)}>${t('document.cancel')}</button>
    </p>
  </form>`;
}

function openAnswer(model: DocumentModel, id: string | null): void {
  model.answering = id;
  model.refusal = null;
  model.host.requestUpdate();
  if (id) void model.host.updateComplete.then(() => document.querySelector<HTMLElement>(`[data-comment="${id}"] textarea`)?.focus());
}

function renderNew(model: DocumentModel): TemplateResult {
  const { t, body } = model;
  const headings = body.value?.headings ?? [];
  return html`<form class="document-new-comment" @submit=${send(model, 'new', (text, { section = '' }) => ({ text, section: section || null }))}>
    ${
      headings.length > 0
        ? html`<div class="field">
            <label for="section">${t('document.comment.section')}</label>
            <select class="select" id="section" name="section">
              <option value="">${t('document.comment.all')}</option>
              ${headings.map(({ text }) => html`<option value=${text.slice(0, 300)}>${text}</option>`)}
            </select>
          </div>`
        : nothing
    }
    ${field({ name: 'text', id: 'new-comment', label: t('document.comment.text'), hint: t('document.comment.hint'), rows: 3, required: true, autocomplete: 'off' })}
    ${model.answering === null ? failure(model.refusal, t as never) : nothing}
    <p class="actions"><button class="button" ?disabled=${model.busy}>${t('document.comment.send')}</button></p>
  </form>`;
}

type Said = { text: string; section?: string | null; thread?: string };

/** Sends what the form says and empties it once it was taken. */
function send(model: DocumentModel, from: 'new' | 'answer', toBody: (text: string, values: Record<string, string>) => Said) {
  return async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { text = '', ...values } = valuesOf(form);
    if (text === '') return form.querySelector('textarea')?.focus();
    if (from === 'new') model.answering = null;
    const { language: lang } = model.app;
    const taken = await model.send(() => model.app.api.call('addDocumentComment', { params: paramsOf(model), query: { lang }, body: toBody(text, values) }));
    if (taken) form.reset();
  };
}
