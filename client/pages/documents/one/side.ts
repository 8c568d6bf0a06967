/** Beside the text: the versions with their days, the file, who endorsed, the text in other languages, and who did what. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentAnswer, DocumentEvent, Edition } from '../../../../server/contract/documents/documents.ts';
import { groupNameIn } from '../../../kit/facts.ts';
import { staffName } from '../../../kit/staff.ts';
import { stateBadge } from '../../../kit/workgroup/papers.ts';
import { documentPath, meetingPath, sectionPath } from '../../../kit/workgroup/place.ts';
import { icon } from '../../../ui/icon.ts';
import type { DocumentModel } from './model.ts';
import { fileHref, renderFile } from './reading.ts';

export function renderSide(model: DocumentModel, answer: DocumentAnswer, shown: Edition): TemplateResult {
  const { t, app } = model;
  return html`${renderVersions(model, shown)}
    <section class="card-box" aria-labelledby="about-title">
      <h2 id="about-title">${t('document.about', { version: shown.version })}</h2>
      ${answer.classified && answer.classified.audience !== 'public' ? html`<p class="small">${icon('eye', 14)} ${t('document.classified', answer.classified)}</p>` : nothing}
      ${renderClassifications(model, answer)} ${renderFacts(model, answer, shown)} ${renderFile(app, t, fileHref(model, shown.version), shown)}
    </section>
    ${renderTranslations(model, answer)} ${renderHistory(model, answer)}`;
}

/** Every version that ever was published, and for members the one that is being written; each at its own address. */
function renderVersions(model: DocumentModel, shown: Edition): TemplateResult {
  const { t, app, versions } = model;
  const day = (edition: Edition) => edition.validFrom ?? edition.approvedOn;
  return html`<section class="card-box" aria-labelledby="versions-title">
    <h2 id="versions-title">${t('document.versions', { count: versions.length })}</h2>
    <ol class="document-versions">
      ${versions.map(
        (edition) =>
          html`<li ?data-shown=${edition.version === shown.version}>
            <a href=${model.versionHref(edition.version)} aria-current=${edition.version === shown.version ? 'true' : 'false'}
              ><bdi class="number">${edition.version}</bdi></a
            >
            ${stateBadge(t, edition.state)}
            <span class="small muted"
              >${
                edition.withdrawn
                  ? t('document.withdrawn.on', { date: edition.withdrawn.on })
                  : day(edition)
                    ? edition.supersededOn
                      ? app.format.period(day(edition), edition.supersededOn)
                      : t('document.since', { date: day(edition)! })
                    : t('paper.drafted', { date: app.format.date(edition.draftedAt) })
              }</span
            >
            ${edition.note ? html`<span class="small document-note" dir="auto">${edition.note}</span>` : nothing}
          </li>`,
      )}
    </ol>
  </section>`;
}

/** The table of a protocol is data of its own: it is enforced. */
function renderClassifications({ t, app, scope }: DocumentModel, { classifications }: DocumentAnswer): TemplateResult | typeof nothing {
  if (classifications.length === 0) return nothing;
  return html`<ul class="small">
    ${classifications.map(
      ({ version, state, document }) =>
        html`<li>
          <a href=${app.href(sectionPath(scope, 'sharing'))}>${t('document.classification', { version, document })}</a>
          (${t(`document.classification.${state}`)})
        </li>`,
    )}
  </ul>`;
}

type Fact = [term: string, value: TemplateResult | string];

function renderFacts(model: DocumentModel, { review }: DocumentAnswer, edition: Edition): TemplateResult {
  const { t, app, edition: loaded } = model;
  const date = (day: string | null) => (day ? app.format.date(day) : '');
  const by = (name: string | null, at: string | null): string => (name && at ? app.format.comma([staffName(name, app, t), date(at)]) : date(at));
  const may = loaded.value?.may.endorse.map(({ id }) => id) ?? [];
  const endorsed = edition.endorsements.map(
    ({ id, group, date: day, meeting, held, text }) =>
      html`<span class="document-endorsed"
        >${icon('check', 14)}
        <span
          ><span dir="auto">${t('paper.endorsed', { group: groupNameIn(group, app.language), date: day })}</span
          >${meeting ? html` <bdi class="muted">(${meeting})</bdi>` : nothing}
          ${held ? html`<a class="small" href=${app.href(meetingPath(model.scope, held.meeting, held.day))}>${t('document.endorsed.held')}</a>` : nothing}
          ${text ? html`<span class="muted" dir="auto">${text}</span>` : nothing}
          ${
            may.includes(group.id)
              ? html`<button class="link small" @click=${() => model.host.openChange({ kind: 'unendorse', endorsement: id })}>
                  ${t('document.unendorse.short')}
                </button>`
              : nothing
          }</span
        ></span
      >`,
  );
  const facts: Fact[] = [
    [t('document.fact.endorsed'), endorsed.length > 0 ? html`${endorsed}` : ''],
    [t('document.fact.approved'), by(edition.approvedBy, edition.approvedOn)],
    [t('document.fact.valid'), edition.validFrom === edition.approvedOn ? '' : date(edition.validFrom)],
    [t('document.fact.review'), edition.state === 'current' && review ? date(review.by) : date(edition.reviewBy)],
    [t('document.fact.reviewed'), edition.approvedOn ? '' : by(edition.reviewedBy, edition.reviewedAt)],
    [t('document.fact.drafted'), by(edition.draftedBy, edition.draftedAt)],
    [
      t('document.fact.supersedes'),
      edition.supersedes ? html`<a href=${model.versionHref(edition.supersedes)}><bdi class="number">${edition.supersedes}</bdi></a>` : '',
    ],
  ];
  return html`<dl class="document-facts">
    ${facts
      .filter(([, value]) => value !== '')
      .map(
        ([term, value]) =>
          html`<div>
            <dt>${term}</dt>
            <dd dir="auto">${value}</dd>
          </div>`,
      )}
  </dl>`;
}

function renderTranslations(model: DocumentModel, { translations }: DocumentAnswer): TemplateResult | typeof nothing {
  const { t, app, scope } = model;
  if (translations.length === 0) return nothing;
  return html`<section class="card-box" aria-labelledby="languages-title">
    <h2 id="languages-title">${t('document.translations')}</h2>
    <ul>
      ${translations.map(
        ({ id, language, title }) =>
          html`<li>
            <a href=${app.href(documentPath(scope, id))} lang=${language} dir="auto">${title}</a>
            <span class="small muted">${app.format.language(language)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

function renderHistory(model: DocumentModel, { history }: DocumentAnswer): TemplateResult | typeof nothing {
  const { t, app } = model;
  if (history.length === 0) return nothing;
  const said = ({ action, version, detail }: DocumentEvent) => {
    const text = t(`document.event.${action}`, { version: version ?? '' });
    const reason = detail['reason'];
    return reason ? t('document.event.reason', { said: text, reason }) : text;
  };
  return html`<details class="card-box document-history fold">
    <summary>${icon('chevron', 14)} ${t('document.history')}</summary>
    <ul>
      ${history.map(
        (event) =>
          html`<li>
            <span dir="auto">${said(event)}</span>
            <span class="small muted">${app.format.date(event.at)}${event.by ? html` · <bdi>${staffName(event.by, app, t)}</bdi>` : nothing}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}
