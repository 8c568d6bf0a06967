/** What became of a meeting: agenda and minutes, who took part, what was agreed and decided. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OccurrenceAnswer } from '../../../../server/contract/meetings/meetings.ts';
import { documentPath } from '../../../kit/workgroup/place.ts';
import { icon } from '../../../ui/icon.ts';
import { renderAction, renderLink } from '../parts.ts';
import type { MeetingModel } from './model.ts';

export function renderPapers(model: MeetingModel, answer: OccurrenceAnswer): TemplateResult {
  const { t, app, scope } = model;
  const { occurrence, meeting, attendance } = answer;
  const paper = (name: 'agenda' | 'minutes') => {
    const found = occurrence[name];
    return html`<div>
      <dt>${t(`meeting.${name}`)}</dt>
      <dd>
        ${found ? html`<a href=${app.href(documentPath(scope, found.id))} dir="auto">${icon('file', 16)} ${found.title}</a>` : html`<span class="muted">${t(`meeting.${name}.none`)}</span>`}
      </dd>
    </div>`;
  };
  return html`<section class="card-box" aria-labelledby="papers-title">
    <div class="section-head">
      <h2 id="papers-title">${t('meeting.papers')}</h2>
      ${model.keeps ? html`<button class="button" @click=${() => model.host.openChange({ kind: 'record', meeting, occurrence, attendance })}>${icon('table', 18)} ${t('meeting.record')}</button>` : nothing}
    </div>
    <dl class="meeting-papers">${paper('agenda')} ${paper('minutes')}</dl>
  </section>`;
}

/** Members only. */
export function renderAttendance({ t }: MeetingModel, { attendance, may }: OccurrenceAnswer): TemplateResult | typeof nothing {
  if (!may.see) return nothing;
  const persons = attendance.reduce((sum, each) => sum + (each.persons ?? 1), 0);
  return html`<section class="card-box" aria-labelledby="attendance-title">
    <h2 id="attendance-title">${t('meeting.attendance')}</h2>
    ${
      attendance.length === 0
        ? html`<p class="muted">${t('meeting.attendance.none')}</p>`
        : html`<p class="small muted">${t('meeting.attendance.sum', { organisations: attendance.length, persons })}</p>
            <ul class="meeting-attendance">
              ${attendance.map(({ name, persons: count }) => html`<li><bdi>${name}</bdi>${count === null ? nothing : html` <span class="number muted">${count}</span>`}</li>`)}
            </ul>`
    }
  </section>`;
}

export function renderDecisions(model: MeetingModel, { decisions, meeting, occurrence }: OccurrenceAnswer): TemplateResult {
  const { t, app, scope } = model;
  return html`<section class="card-box" aria-labelledby="decisions-title">
    <div class="section-head">
      <h2 id="decisions-title">${t('meeting.decisions')}</h2>
      ${model.keeps ? html`<button class="button" @click=${() => model.host.openChange({ kind: 'add-decision', meeting, occurrence })}>${icon('plus', 18)} ${t('decision.add')}</button>` : nothing}
    </div>
    ${
      decisions.length === 0
        ? html`<p class="muted">${t('meeting.decisions.none')}</p>`
        : html`<ul class="decisions">
            ${decisions.map(
              (decision) =>
                html`<li class="action">
                  <p class="action-text" dir="auto">${decision.text}</p>
                  <p class="action-facts small">
                    <span>${t('meeting.decided', { group: model.groupName(decision.group), date: decision.date })}</span>
                    ${decision.link ? html`<span>${renderLink(t, app, scope, decision.link)}</span>` : nothing}
                    ${decision.visibility === 'members' ? html`<span class="badge">${t('calendar.members')}</span>` : nothing}
                  </p>
                  ${
                    model.may(decision.group)
                      ? html`<p class="action-buttons">
                          <button class="link" @click=${() => model.host.openChange({ kind: 'change-decision', decision })}>${t('decision.change')}</button>
                          <button class="link" @click=${() => model.host.openChange({ kind: 'delete-decision', decision })}>${t('decision.delete')}</button>
                        </p>`
                      : nothing
                  }
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

export function renderActions(model: MeetingModel, { actions, may, meeting, occurrence }: OccurrenceAnswer): TemplateResult {
  const { t, app } = model;
  return html`<section class="card-box" aria-labelledby="actions-title">
    <div class="section-head">
      <h2 id="actions-title">${t('meeting.actions')}</h2>
      ${model.keeps ? html`<button class="button" @click=${() => model.host.openChange({ kind: 'add-action', meeting, occurrence })}>${icon('plus', 18)} ${t('action.add')}</button>` : nothing}
    </div>
    ${
      !may.see
        ? html`<p class="muted">${t('meeting.actions.members')}</p>`
        : actions.length === 0
          ? html`<p class="muted">${t('meeting.actions.none')}</p>`
          : html`<ul class="actions-list">
              ${actions.map((action) => {
                const buttons = model.may(action.group)
                  ? html`${action.state === 'open' ? html`<button class="link" @click=${() => model.host.openChange({ kind: 'close-action', action })}>${t('action.close')}</button>` : nothing}
                      <button class="link" @click=${() => model.host.openChange({ kind: 'change-action', action })}>${t('action.change')}</button>`
                  : nothing;
                return renderAction(t, app, action, { about: meeting.groups.length > 1 ? model.groupName(action.group) : '', buttons });
              })}
            </ul>`
    }
  </section>`;
}
