/** Documents as rows: what each is called, whose it is, what holds of it and until when. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentEntry, DocumentKind } from '../../../../server/contract/documents/documents.ts';
import { groupNameIn } from '../../../kit/facts.ts';
import type { App } from '../../../kit/view.ts';
import { renderFolded } from '../../../kit/workgroup/folded.ts';
import { factsOf, kindText, reviewNote, shownEdition, stateBadge } from '../../../kit/workgroup/papers.ts';
import { documentPath } from '../../../kit/workgroup/place.ts';
import type { Words } from '../words.ts';

/** Of one kind, so many at first: minutes are many. */
const SHOWN = 10;

/** A kind with its documents. */
export function renderKind(t: Words, app: App, scope: string, kind: DocumentKind, documents: readonly DocumentEntry[]): TemplateResult {
  const rows = documents.map((document) => renderRow(t, app, scope, document));
  return html`<section class="card-box documents-kind" aria-labelledby="kind-${kind}">
    <h2 id="kind-${kind}">${kindText(t, kind)} <span class="muted small number">${app.format.number(documents.length)}</span></h2>
    ${renderFolded(rows, { shown: SHOWN, look: 'paper-rows', more: (count) => t('documents.more', { count }) })}
  </section>`;
}

function renderRow(t: Words, app: App, scope: string, document: DocumentEntry): TemplateResult {
  const { id, title, language, groupName, current, open, review, audience } = document;
  const shown = shownEdition(document);
  const facts = [groupNameIn(groupName, app.language), app.format.language(language), ...(shown ? factsOf(t, app, shown) : [])];
  return html`<li data-document=${id}>
    <span class="paper-name"><a href=${app.href(documentPath(scope, id))} lang=${language} dir="auto">${title}</a></span>
    <span class="paper-state">
      ${shown ? html`<bdi class="small number">${shown.version}</bdi> ${stateBadge(t, shown.state)}` : stateBadge(t, 'withdrawn')}
      ${current && open ? html`<bdi class="small number">${open.version}</bdi> ${stateBadge(t, open.state)}` : nothing}
    </span>
    <span class="paper-facts small muted">
      ${facts.map((text, i) => html`${i > 0 ? ' · ' : nothing}<span dir="auto">${text}</span>`)}
      ${audience === 'public' ? nothing : html` · ${t(`documents.audience.${audience}`)}`} ${review ? html` · ${reviewNote(review)}` : nothing}
    </span>
  </li>`;
}
