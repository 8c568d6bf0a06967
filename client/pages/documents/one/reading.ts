/** The text of a version as the server made it safe: to read in the page, with its headings as a way in. */
import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { BodyAnswer, Edition, ToldPoint } from '../../../../server/contract/documents/documents.ts';
import { toAddress } from '../../../../server/contract/paths.ts';
import { toDirection } from '../../../i18n/language.ts';
import { renderPart } from '../../../kit/workgroup/part.ts';
import type { App } from '../../../kit/view.ts';
import { icon } from '../../../ui/icon.ts';
import type { Words } from '../words.ts';
import type { DocumentModel } from './model.ts';
import './text.css';

/** From so many headings on a text has a list of them. */
const HEADINGS = 4;

export const fileHref = ({ scope, id }: Pick<DocumentModel, 'scope' | 'id'>, version: string): string =>
  toAddress('getEditionFile', { scope, document: id, version });

export function renderReading(model: DocumentModel, edition: Edition): TemplateResult {
  const { t, app } = model;
  if (!edition.readable)
    return html`<section class="card-box document-file" aria-label=${t('document.text')}>
      ${icon('file', 40)}
      <p>${t('document.unreadable', { version: edition.version })}</p>
      <a class="button button-primary" href=${fileHref(model, edition.version)} download
        >${icon('download', 18)} <bdi>${edition.file.name}</bdi> <span class="number">(${app.format.bytes(edition.file.bytes)})</span></a
      >
    </section>`;
  return html`<section class="card-box document-reading" aria-label=${t('document.text')}>
    ${renderPart(
      t,
      model.body,
      t('document.loading'),
      () => void model.loadVersion(),
      (body) => renderBody(t, body),
    )}
  </section>`;
}

/** A text as it is read, on the page of a document and as a preview. */
export function renderBody(t: Words, body: BodyAnswer): TemplateResult {
  const { language, headings } = body;
  const top = Math.min(...headings.map(({ level }) => level));
  return html`${
      headings.length >= HEADINGS
        ? html`<details class="document-contents fold">
            <summary>${icon('chevron', 14)} ${t('document.contents')}</summary>
            <ol lang=${language} dir=${toDirection(language)}>
              ${headings.map(({ id, level, text }) => html`<li data-depth=${Math.min(level - top, 2)}><a href="#${id}">${text}</a></li>`)}
            </ol>
          </details>`
        : nothing
    }
    <div class="document-text" lang=${language} dir=${toDirection(language)}>${unsafeHTML(body.html ?? '')}</div>`;
}

/** What the file tells beside its text, or what the view leaves out: for those who publish it. */
export function renderTold(t: Words, told: readonly ToldPoint[]): TemplateResult | typeof nothing {
  if (told.length === 0) return nothing;
  return html`<section class="document-told" aria-labelledby="told-title">
    <h2 id="told-title">${icon('info', 18)} ${t('document.told')}</h2>
    <ul>
      ${told.map(({ text }) => html`<li dir="auto">${text}</li>`)}
    </ul>
  </section>`;
}

/** The file itself, byte for byte. */
export function renderFile(app: App, t: Words, href: string, { file, version }: Edition): TemplateResult {
  return html`<a class="button" href=${href} download
      >${icon('download', 18)} ${t('document.download', { version })} <span class="small muted number">${app.format.bytes(file.bytes)}</span></a
    >
    <p class="small muted document-sum" dir="ltr">SHA-256 <code>${file.sha256}</code></p>`;
}
