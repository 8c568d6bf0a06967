/** Comments in threads: on a finding, a unit, a place or the draft; answered, assigned, resolved. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CommentAbout, ReviewAnswer } from '../../../../server/contract/datasets/review.ts';
import type { ShownFinding, ShownReport } from '../../../../server/contract/finding.ts';
import type { AdminLevel, Pcode } from '../../../../server/contract/ids.ts';
import { field } from '../../../kit/form.ts';
import { icon } from '../../../ui/icon.ts';
import { findingsOf } from '../occurrences.ts';
import type { ReviewModel } from './model.ts';

type Comment = ReviewAnswer['comments'][number];

export function renderComments(tab: ReviewModel, review: ReviewAnswer): TemplateResult {
  const { t } = tab;
  const threads = [...Map.groupBy(review.comments, ({ thread }) => thread).values()];
  const open = threads.filter(([first]) => !first!.resolved);
  const resolved = threads.filter(([first]) => first!.resolved);
  return html`<section class="signoff-part">
    <h3>${t('signoff.comments')}</h3>
    ${tab.refusal('comments')} ${threads.length === 0 ? html`<p class="muted">${t('signoff.comments.none')}</p>` : nothing}
    <ol class="signoff-list">
      ${open.map((thread) => renderThread(tab, review, thread))}
    </ol>
    ${
      resolved.length > 0
        ? html`<details class="signoff-resolved">
            <summary>${icon('chevron', 14)} ${t('signoff.comments.resolved', { count: resolved.length })}</summary>
            <ol class="signoff-list">
              ${resolved.map((thread) => renderThread(tab, review, thread))}
            </ol>
          </details>`
        : nothing
    }
    ${review.may.comment ? renderNew(tab, review) : nothing}
  </section>`;
}

function renderThread(tab: ReviewModel, review: ReviewAnswer, [first, ...answers]: Comment[]): TemplateResult {
  const { t, model: { app } } = tab; // prettier-ignore
  const { id, about, mustResolve, assignedTo, resolved } = first!;
  const may = review.may.comment;
  const change = (body: { resolved?: boolean; assignTo?: string | null }) => void tab.change('comments', 'changeReviewComment', body, id);
  return html`<li class="signoff-thread" data-comment=${id}>
    <p class="small signoff-about">${renderAbout(tab, about)}</p>
    ${renderComment(tab, first!, answers.length === 0)} ${answers.map((answer) => html`<div class="signoff-answer">${renderComment(tab, answer, true)}</div>`)}
    <p class="small signoff-facts">
      ${mustResolve && !resolved ? html`<span class="badge badge-warning">${icon('warning', 14)} ${t('signoff.must')}</span>` : nothing}
      ${resolved ? html`<span class="badge badge-good">${icon('check', 14)} ${t('signoff.resolved', { name: resolved.by, date: app.format.date(resolved.at) })}</span>` : nothing}
      ${
        may && !resolved
          ? html`<label
              >${t('signoff.assign')}
              <select class="select" @change=${(event: Event) => change({ assignTo: (event.target as HTMLSelectElement).value || null })}>
                ${renderPeople(tab, review, assignedTo?.account ?? '')}
              </select></label
            >`
          : assignedTo
            ? html`<span class="muted">${t('signoff.assign')} <bdi>${assignedTo.name}</bdi></span>`
            : nothing
      }
    </p>
    ${may ? renderAnswering(tab, id, resolved !== null, change) : nothing}
  </li>`;
}

function renderAnswering(tab: ReviewModel, id: string, isResolved: boolean, change: (body: { resolved: boolean }) => void): TemplateResult {
  const { t } = tab;
  if (tab.answering !== id)
    return html`<p class="actions">
      <button class="link" @click=${() => openAnswer(tab, id)}>${t('signoff.reply')}</button>
      <button class="link" ?disabled=${tab.isBusy} @click=${() => change({ resolved: !isResolved })}>
        ${t(isResolved ? 'signoff.reopen' : 'signoff.resolve')}
      </button>
    </p>`;
  const send = tab.submit('answer', 'addReviewComment', ({ answer = '' }) => ({ text: answer, thread: id }));
  return html`<form @submit=${send}>
    ${tab.refusal('answer')} ${field({ name: 'answer', label: t('signoff.reply'), rows: 2, autocomplete: 'off' })}
    <p class="actions"><button class="button" ?disabled=${tab.isBusy}>${t('signoff.reply')}</button></p>
  </form>`;
}

function openAnswer(tab: ReviewModel, id: string): void {
  tab.answering = id;
  tab.model.host.requestUpdate();
  void tab.model.host.updateComplete.then(() => document.querySelector<HTMLElement>(`[data-comment="${id}"] textarea`)?.focus());
}

function renderComment(tab: ReviewModel, { id, by, own, at, text }: Comment, isLast: boolean): TemplateResult {
  const { t, model: { app }, review } = tab; // prettier-ignore
  return html`<p class="small">
      <b><bdi>${by}</bdi></b> <span class="muted">${app.format.date(at)}</span>
    </p>
    <p class="signoff-text" dir="auto">${text}</p>
    ${
      own && isLast && review?.may.comment
        ? html`<button class="link small" ?disabled=${tab.isBusy} @click=${() => tab.change('comments', 'deleteReviewComment', undefined, id)}>
            ${t('signoff.delete')}
          </button>`
        : nothing
    }`;
}

const renderPeople = (tab: ReviewModel, { people }: ReviewAnswer, chosen: string) =>
  html`<option value="" ?selected=${chosen === ''}>${tab.t('signoff.assign.nobody')}</option>
    ${people.map(({ account, name }) => html`<option value=${account} ?selected=${account === chosen}>${name}</option>`)}`;

/** What a comment is about, as a way there. */
function renderAbout(tab: ReviewModel, about: CommentAbout): TemplateResult {
  const { t, model } = tab;
  if (about.is === 'draft') return html`<span class="muted">${t('signoff.about.draft')}</span>`;
  if (about.is === 'place') {
    const name = about.pcode === null ? null : model.units?.nameOf(about.pcode, about.level, model.app.language) || about.pcode;
    return html`<button class="link" @click=${() => tab.showPlace(about.lon, about.lat)}>
      ${icon('map', 14)} <bdi>${name ?? `${about.lat.toFixed(4)}, ${about.lon.toFixed(4)}`}</bdi>
    </button>`;
  }
  const number = findingsOf(model.report!).findIndex(({ code, level }) => code === about.code && level === about.level);
  const finding = number < 0 ? null : findingsOf(model.report!)[number]!;
  if (!finding) return html`<span class="muted"><bdi>${about.check} ${about.code}</bdi></span>`;
  return html`<button class="link" @click=${() => tab.showFinding(number, about.item)}>${icon('info', 14)} <bdi>${finding.title}</bdi></button>`;
}

const checkOf = ({ results }: ShownReport, finding: ShownFinding): string => results.find(({ findings }) => findings.includes(finding))?.check ?? '';

/** What a new comment may be about: what is open or chosen on the page, the middle of the map, the draft. */
function choicesOf(tab: ReviewModel): { id: string; label: string; about: CommentAbout }[] {
  const { t, model } = tab;
  const { openFinding, looked, filter, center } = model;
  const found = looked?.finding ?? openFinding?.finding ?? null;
  const unit = filter.unit;
  const at = center === null ? null : { lon: center[0], lat: center[1] };
  return [
    ...(found
      ? [
          {
            id: 'finding',
            label: t('signoff.about.finding', { title: found.title }),
            about: {
              is: 'finding' as const,
              check: checkOf(model.report!, found),
              code: found.code,
              level: found.level as AdminLevel | null,
              item: looked?.item.id ?? null,
            },
          },
        ]
      : []),
    ...(unit && at
      ? [
          {
            id: 'unit',
            label: t('signoff.about.unit', { name: unit.name || unit.pcode }),
            about: { is: 'place' as const, ...at, level: unit.level as AdminLevel, pcode: unit.pcode as Pcode },
          },
        ]
      : []),
    { id: 'draft', label: t('signoff.about.draft'), about: { is: 'draft' as const } },
    ...(at ? [{ id: 'place', label: t('signoff.about.place'), about: { is: 'place' as const, ...at, level: null, pcode: null } }] : []),
  ];
}

function renderNew(tab: ReviewModel, review: ReviewAnswer): TemplateResult {
  const { t } = tab;
  const choices = choicesOf(tab);
  const send = tab.submit('new', 'addReviewComment', ({ text = '', about, assign, must }) => ({
    text,
    about: choices.find(({ id }) => id === about)?.about ?? { is: 'draft' },
    assignTo: assign || null,
    mustResolve: must === 'on',
  }));
  return html`<form class="signoff-new" @submit=${send}>
    ${tab.refusal('new')}
    <div class="field">
      <label for="about">${t('signoff.about')}</label>
      <select class="select" id="about" name="about">
        ${choices.map(({ id, label }) => html`<option value=${id}>${label}</option>`)}
      </select>
    </div>
    ${field({ name: 'text', label: t('signoff.comment.text'), rows: 3, required: true, autocomplete: 'off' })}
    <div class="field">
      <label for="assign">${t('signoff.assign')}</label>
      <select class="select" id="assign" name="assign">
        ${renderPeople(tab, review, '')}
      </select>
    </div>
    <label class="signoff-check"><input type="checkbox" name="must" /> ${t('signoff.must')}</label>
    <p class="actions"><button class="button" ?disabled=${tab.isBusy}>${t('signoff.comment')}</button></p>
  </form>`;
}
