/** What the groups have agreed, and when they meet: terms of reference, information sharing protocol, standards and templates; the schedule. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentEntry, DocumentKind, DocumentsAnswer } from '../../../../server/contract/documents/documents.ts';
import type { MeetingsAnswer, ScheduleRow } from '../../../../server/contract/meetings/meetings.ts';
import { groupNameIn } from '../../../kit/facts.ts';
import { factsOf, kindText, latestFirst, reviewNote, stateBadge } from '../../../kit/workgroup/papers.ts';
import { renderPart } from '../../../kit/workgroup/part.ts';
import { documentPath, meetingPath, sectionPath } from '../../../kit/workgroup/place.ts';
import { icon } from '../../../ui/icon.ts';
import type { StartModel } from './model.ts';

/** Read by whoever is new, in this order. */
const RULES: readonly DocumentKind[] = ['tor', 'isp', 'standard', 'template', 'work-plan'];
/** Terms of reference and protocol are missed where there are none. */
const NEEDED: readonly DocumentKind[] = ['tor', 'isp'];
/** Series of meetings, soonest first. */
const SHOWN = 6;

export function renderRules(model: StartModel): TemplateResult {
  const { t, app, scope } = model;
  return html`<section class="card-box" aria-labelledby="rules-title">
    <h2 id="rules-title">${t('start.rules')}</h2>
    ${renderPart(
      t,
      model.papers,
      t('start.loading'),
      () => void model.loadPapers(),
      (answer) => renderList(model, answer),
    )}
    <p class="small"><a href=${app.href(sectionPath(scope, 'documents'))}>${t('start.rules.all')}</a></p>
  </section>`;
}

/** Those that hold. Terms of reference are those of the group; all other rules are the country's. */
function renderList(model: StartModel, { documents }: DocumentsAnswer): TemplateResult {
  const { t, group } = model;
  const held = documents.filter(({ current, kind, group: owner }) => current !== null && (kind !== 'tor' || owner === group?.id));
  const isRead = ({ language }: DocumentEntry) => language === model.app.language;
  const rows = RULES.flatMap((kind) => {
    // In the reader's language first.
    const own = latestFirst(held.filter((document) => document.kind === kind)).toSorted((a, b) => Number(isRead(b)) - Number(isRead(a)));
    if (own.length > 0) return own.map((document) => renderRule(model, document));
    return NEEDED.includes(kind)
      ? [
          html`<li>
            <span class="paper-name"><span class="muted">${kindText(t, kind)}</span></span>
            <span class="paper-facts small muted">${t(`start.rules.missing.${kind as 'tor'}`)}</span>
          </li>`,
        ]
      : [];
  });
  return html`<ul class="paper-rows">${rows}</ul>`; // prettier-ignore
}

function renderRule({ t, app, scope }: StartModel, { id, title, language, kind, groupName, current, review }: DocumentEntry): TemplateResult {
  const facts = [kindText(t, kind), groupNameIn(groupName, app.language), ...factsOf(t, app, current!)];
  return html`<li>
    <span class="paper-name"><a href=${app.href(documentPath(scope, id))} lang=${language} dir="auto">${title}</a></span>
    <span class="paper-state"><bdi class="small number">${current!.version}</bdi> ${stateBadge(t, 'current')}</span>
    <span class="paper-facts small muted"
      >${facts.map((text, i) => html`${i > 0 ? ' · ' : nothing}<span dir="auto">${text}</span>`)} ${review ? html` · ${reviewNote(review)}` : nothing}</span
    >
  </li>`;
}

export function renderMeetings(model: StartModel): TemplateResult {
  const { t, app, scope } = model;
  return html`<section class="card-box" aria-labelledby="meetings-title">
    <h2 id="meetings-title">${t('start.meetings')}</h2>
    ${renderPart(
      t,
      model.meetings,
      t('start.loading'),
      () => void model.loadMeetings(),
      (answer) => renderSchedule(model, answer),
    )}
    <p class="small"><a href=${app.href(sectionPath(scope, 'calendar'))}>${t('start.meetings.all')}</a></p>
  </section>`;
}

/** The meetings of the group first, then those of the others, by their next day. */
function renderSchedule(model: StartModel, { schedule, groups }: MeetingsAnswer): TemplateResult {
  const { t, app, scope, group } = model;
  const isOwn = ({ meeting }: ScheduleRow) => group !== undefined && meeting.groups.includes(group.id);
  const coming = schedule
    .filter(({ next }) => next !== null)
    .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || (a.next!.start < b.next!.start ? -1 : 1));
  if (coming.length === 0) return html`<p class="muted">${t('life.next.none')}</p>`;
  return html`<ul class="paper-rows">
    ${coming.slice(0, SHOWN).map(({ meeting, next }) => {
      const { local, zone, place, state } = next!;
      const named = meeting.groups.flatMap((id) => groups.find((each) => each.id === id) ?? []).map((each) => groupNameIn(each, app.language));
      return html`<li>
        <span class="paper-name"><a href=${app.href(meetingPath(scope, meeting.id, next!.day))} dir="auto">${meeting.title}</a></span>
        <span class="paper-state">${state === 'moved' ? html`<span class="badge badge-warning">${t('life.moved')}</span>` : nothing}</span>
        <span class="paper-facts small muted">
          <span class="start-when"
            >${icon('calendar', 14)}
            ${t('life.when', { date: local.slice(0, 10), time: local.slice(11), zone: zone.split('/').at(-1)!.replaceAll('_', ' ') })}</span
          >
          ${[...named, ...(place ? [place] : [])].map((text) => html` · <span dir="auto">${text}</span>`)}
        </span>
      </li>`;
    })}
  </ul>`;
}
