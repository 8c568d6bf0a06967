/** What may be done with the version that is read: the next step first. */
import { html, nothing, type TemplateResult } from 'lit';
import type { EditionAnswer } from '../../../../server/contract/documents/documents.ts';
import { writePath } from '../../../kit/workgroup/place.ts';
import { icon, type IconName } from '../../../ui/icon.ts';
import type { Change } from './change.ts';
import type { DocumentModel } from './model.ts';

const STEPS = ['draft', 'reviewed', 'current'] as const;

/** Nothing for those who may do nothing with it. */
export function renderNext(model: DocumentModel, { edition, may }: EditionAnswer): TemplateResult | typeof nothing {
  const { t, app, scope, id } = model;
  const { state, format, comments } = edition;
  const mayWrite = model.answer.value!.may.record && model.open === undefined;
  if (!may.edit && !may.review && !may.reopen && !may.approve && !may.withdraw && !may.discard && may.endorse.length === 0 && !mayWrite) return nothing;
  const button = (change: Change, text: string, name: IconName, primary = false) =>
    html`<button class="button ${primary ? 'button-primary' : ''}" @click=${() => model.host.openChange(change)}>${icon(name, 18)} ${text}</button>`;
  const isOpen = state === 'draft' || state === 'reviewed';
  return html`<section class="document-next" aria-label=${t('document.next')}>
    ${
      isOpen
        ? html`<ol class="document-steps">
            ${STEPS.map((step) => html`<li aria-current=${step === state ? 'step' : 'false'}>${t(`paper.state.${step}`)}</li>`)}
          </ol>`
        : nothing
    }
    <p class="actions">
      ${may.approve ? button({ kind: 'approve' }, t('document.approve'), 'check', true) : nothing}
      ${may.review ? button({ kind: 'review' }, t('document.review'), 'check', true) : nothing}
      ${
        may.edit
          ? html`<a class="button" href=${app.href(writePath(scope, id))}
              >${icon('file', 18)} ${t(format === 'markdown' ? 'document.edit' : 'document.replace')}</a
            >`
          : nothing
      }
      ${mayWrite ? html`<a class="button ${isOpen ? '' : 'button-primary'}" href=${app.href(writePath(scope, id))}>${icon('plus', 18)} ${t('document.new-version')}</a>` : nothing}
      ${may.endorse.length > 0 ? button({ kind: 'endorse' }, t('document.endorse'), 'check') : nothing}
      ${may.reopen ? button({ kind: 'reopen' }, t('document.reopen'), 'up') : nothing}
      ${may.withdraw ? button({ kind: 'withdraw' }, t('document.withdraw'), 'close') : nothing}
      ${may.discard && model.versions.length > 1 ? button({ kind: 'discard' }, t('document.discard'), 'close') : nothing}
    </p>
    ${state === 'draft' && comments.open > 0 ? html`<p class="small muted">${t('document.next.comments', { count: comments.open })}</p>` : nothing}
  </section>`;
}
