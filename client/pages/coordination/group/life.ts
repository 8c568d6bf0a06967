/** What a group is at: its terms of reference and when they are reviewed, the next meeting, last minutes, open actions, decisions, documents. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentEntry, DocumentsAnswer } from '../../../../server/contract/documents/documents.ts';
import type { Action } from '../../../../server/contract/meetings/actions.ts';
import type { AgendaAnswer, Occurrence } from '../../../../server/contract/meetings/meetings.ts';
import { renderFolded } from '../../../kit/workgroup/folded.ts';
import { factsOf, kindText, latestFirst, reviewNote, shownEdition, stateBadge } from '../../../kit/workgroup/papers.ts';
import { renderPart } from '../../../kit/workgroup/part.ts';
import { documentPath, meetingPath, sectionPath, writePath } from '../../../kit/workgroup/place.ts';
import { icon } from '../../../ui/icon.ts';
import { roleText } from '../words.ts';
import type { GroupModel } from './model.ts';

/** Of each list so many at first. */
const SHOWN = 5;

/** Terms of reference and the next meeting, side by side; they come after the page itself. */
export function renderGlance(model: GroupModel): TemplateResult {
  const { t, app, scope, id } = model;
  return html`<div class="group-glance">
    <section class="card-box" aria-labelledby="tor-title">
      <h2 id="tor-title">${t('paper.kind.tor')}</h2>
      ${renderPart(
        t,
        model.papers,
        t('life.loading'),
        () => void model.loadLife(),
        (answer) => renderTor(model, answer),
      )}
    </section>
    <section class="card-box" aria-labelledby="next-title">
      <h2 id="next-title">${icon('calendar', 18)} <a href=${app.href(sectionPath(scope, 'calendar'), { group: id })}>${t('life.next')}</a></h2>
      ${renderPart(
        t,
        model.agenda,
        t('life.loading'),
        () => void model.loadLife(),
        (answer) => renderNext(model, answer),
      )}
    </section>
  </div>`;
}

function renderTor(model: GroupModel, { documents, may }: DocumentsAnswer): TemplateResult {
  const { t, app, scope, id } = model;
  const own = documents.filter(({ kind }) => kind === 'tor');
  if (own.length === 0)
    return html`<p class="muted">${t('life.tor.none')}</p>
      ${may.record.includes(id) ? html`<p><a href=${app.href(writePath(scope, null), { kind: 'tor', group: id })}>${t('life.tor.write')}</a></p>` : nothing}`;
  return html`<ul class="group-papers">
    ${own.map(
      ({ id: document, title, language, current, open, review }) =>
        html`<li>
          <a href=${app.href(documentPath(scope, document))} lang=${language} dir="auto">${title}</a>
          <span class="small muted"
            >${current ? html`<bdi class="number">${current.version}</bdi> · ${factsOf(t, app, current).map((text, i) => html`${i > 0 ? ' · ' : nothing}<span dir="auto">${text}</span>`)}` : t('life.tor.none')}</span
          >
          ${review ? html`<span class="small">${reviewNote(review)}</span>` : nothing}
          ${open ? html`<a class="small" href=${app.href(documentPath(scope, document, open.version))}>${t('life.tor.draft', { version: open.version })}</a>` : nothing}
        </li>`,
    )}
  </ul>`;
}

/** On the clocks of the place where it is. */
const whenText = ({ t }: GroupModel, { local, zone }: Occurrence): string =>
  t('life.when', { date: local.slice(0, 10), time: local.slice(11), zone: zone.split('/').at(-1)!.replaceAll('_', ' ') });

function renderNext(model: GroupModel, { next, lastMinutes }: AgendaAnswer): TemplateResult {
  const { t, app, scope } = model;
  const [first] = next;
  return html`${
    first
      ? html`<p>
          <a href=${app.href(meetingPath(scope, first.meeting, first.day))} dir="auto">${first.title}</a>
          ${first.state === 'moved' ? html`<span class="badge badge-warning">${t('life.moved')}</span>` : nothing}
          <span class="group-when">${whenText(model, first)}</span>
          ${first.place ? html`<span class="small muted" dir="auto">${first.place}</span>` : nothing}
        </p>`
      : html`<p class="muted">${t('life.next.none')}</p>`
  }
  ${
    lastMinutes?.minutes
      ? html`<p class="small">
          ${t('life.minutes')}
          <a href=${app.href(documentPath(scope, lastMinutes.minutes.id))} dir="auto">${lastMinutes.minutes.title}</a>
          <span class="muted">${app.format.date(lastMinutes.day)}</span>
        </p>`
      : nothing
  }`;
}

/** Open actions and decisions; nothing while they are on their way, and where there are none. */
export function renderAgreed(model: GroupModel): TemplateResult | typeof nothing {
  const { t, app } = model;
  const { value } = model.agenda;
  if (!value) return nothing;
  const { actions, decisions } = value;
  return html`${
    actions.length > 0
      ? html`<section class="card-box" aria-labelledby="actions-title">
          <h2 id="actions-title">${t('life.actions', { count: actions.length })}</h2>
          ${folded(
            model,
            actions.map((action) => renderAction(model, action)),
          )}
        </section>`
      : nothing
  }
  ${
    decisions.length > 0
      ? html`<section class="card-box" aria-labelledby="decisions-title">
          <h2 id="decisions-title">${t('life.decisions')}</h2>
          ${folded(
            model,
            decisions.map(({ text, date }) => html`<li><span dir="auto">${text}</span> <span class="small muted">${app.format.date(date)}</span></li>`),
          )}
        </section>`
      : nothing
  }`;
}

function renderAction(model: GroupModel, { text, organisationName, role, due, age, overdue }: Action): TemplateResult {
  const { t, app } = model;
  const who = [organisationName, role ? roleText(t, role) : null].filter((each) => each !== null);
  return html`<li>
    <span dir="auto">${text}</span>
    <span class="small muted"
      >${who.length > 0 ? html`<span dir="auto">${app.format.comma(who)}</span> · ` : nothing}${due ? html`${t('life.action.due', { date: due })} · ` : nothing}${t('life.action.age', { days: age })}</span
    >
    ${overdue ? html`<span class="badge badge-warning">${icon('warning', 14)} ${t('life.action.overdue', { days: overdue })}</span>` : nothing}
  </li>`;
}

/** All other documents of the group. */
export function renderPapers(model: GroupModel): TemplateResult | typeof nothing {
  const { t, app, scope, id } = model;
  const { value } = model.papers;
  if (!value) return nothing;
  const others = latestFirst(value.documents.filter(({ kind }) => kind !== 'tor'));
  const mayWrite = value.may.record.includes(id);
  if (others.length === 0 && !mayWrite) return nothing;
  return html`<section class="card-box" aria-labelledby="papers-title">
    <h2 id="papers-title">${t('life.documents')}</h2>
    ${
      others.length > 0
        ? html`<ul class="paper-rows">
              ${others.slice(0, SHOWN).map((document) => renderPaper(model, document))}
            </ul>
            <p class="small"><a href=${app.href(sectionPath(scope, 'documents'), { group: id })}>${t('life.documents.all')}</a></p>`
        : nothing
    }
    ${mayWrite ? html`<p><a class="button" href=${app.href(writePath(scope, null), { group: id })}>${icon('plus', 18)} ${t('life.documents.new')}</a></p>` : nothing}
  </section>`;
}

function renderPaper({ t, app, scope }: GroupModel, document: DocumentEntry): TemplateResult {
  const { id, title, language, kind, review } = document;
  const shown = shownEdition(document);
  return html`<li>
    <span class="paper-name"><a href=${app.href(documentPath(scope, id))} lang=${language} dir="auto">${title}</a></span>
    <span class="paper-state"
      >${shown ? html`<bdi class="small number">${shown.version}</bdi> ${stateBadge(t, shown.state)}` : stateBadge(t, 'withdrawn')}</span
    >
    <span class="paper-facts small muted"
      >${[kindText(t, kind), ...(shown ? factsOf(t, app, shown) : [])].map((text, i) => html`${i > 0 ? ' · ' : nothing}<span dir="auto">${text}</span>`)}
      ${review ? html` · ${reviewNote(review)}` : nothing}</span
    >
  </li>`;
}

const folded = ({ t }: GroupModel, items: readonly TemplateResult[]): TemplateResult =>
  renderFolded(items, { shown: SHOWN, look: 'group-actions', more: (count) => t('life.more', { count }) });
