/** One assessment with all that one may know of it, and what can be done with it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Assessment, SeenArtifact } from '../../../../server/contract/assessments/assessments.ts';
import type { AssessmentAnswer } from '../../../../server/contract/assessments/routes.ts';
import { renderFolded } from '../../../kit/workgroup/folded.ts';
import { renderPart } from '../../../kit/workgroup/part.ts';
import { icon } from '../../../ui/icon.ts';
import type { AssessmentsModel } from '../model.ts';
import { leadText, sectorText, titleOf, windowOf } from '../words.ts';
import { renderStatus, whereText } from './list.ts';
import { overlapText } from './notices.ts';

const PLACES = 12;

export function renderOne(model: AssessmentsModel): TemplateResult | typeof nothing {
  const { t, state, opened, app } = model;
  if (state.entry === null) return nothing;
  const close = html`<button class="icon-button no-print" aria-label=${t('assess.one.close')} @click=${() => model.change({ entry: null })}>
    ${icon('close')}
  </button>`;
  if (opened.error)
    return html`<section class="card-box assess-one">
      <div class="assess-one-head">
        <p role="alert">${t('assess.one.gone')}</p>
        ${close}
      </div>
    </section>`;
  return html`<section class="card-box assess-one" aria-labelledby="one-title">
    ${renderPart(t as never, opened, t('assess.loading'), () => void model.reload(), (answer) =>
      html`<div class="assess-one-head">
          <h2 id="one-title" tabindex="-1"><span dir="auto">${titleOf(answer.assessment, app.language)}</span> ${renderStatus(model, answer.assessment)}</h2>
          ${close}
        </div>
        ${renderMeets(model, answer)} ${renderReminders(model, answer.assessment)} ${renderQuestions(model, answer.assessment)}
        ${renderFacts(model, answer.assessment)} ${renderArtifacts(model, answer.assessment)} ${renderActions(model, answer.assessment)}
        ${renderHistory(model, answer.history)}`)}
  </section>`; // prettier-ignore
}

function renderMeets(model: AssessmentsModel, { overlaps }: AssessmentAnswer): TemplateResult | typeof nothing {
  if (overlaps.length === 0) return nothing;
  return html`<div class="notice notice-warning">
    ${icon('warning', 18)}
    <ul>
      ${overlaps.map((each) => html`<li dir="auto">${overlapText(model, each)}</li>`)}
    </ul>
  </div>`;
}

const renderReminders = ({ t }: AssessmentsModel, { reminders }: Assessment) =>
  reminders.map((each) => html`<p class="notice notice-warning">${icon('calendar', 18)} <span>${t(`assess.reminder.${each}`)}</span></p>`);

/** What the file or the form left open: the guess with its evidence, and what a person may say. */
function renderQuestions(model: AssessmentsModel, { id, questions }: Assessment): TemplateResult | typeof nothing {
  const { t } = model;
  if (questions.length === 0) return nothing;
  return html`<div class="assess-questions">
    <h3>${t('assess.one.questions', { count: questions.length })}</h3>
    <ul>
      ${questions.map(
        (question) =>
          html`<li>
            <p dir="auto">${question.text}</p>
            ${question.written ? html`<p class="small muted">${t('assess.one.written', { written: question.written })}</p>` : nothing}
            <div class="assess-buttons" role="group" aria-label=${question.text}>
              ${question.choices.map(
                ({ answer, text }) =>
                  html`<button class="button" @click=${() => void model.answerQuestion(id, question.id, answer)}><span dir="auto">${text}</span></button>`,
              )}
            </div>
          </li>`,
      )}
    </ul>
  </div>`;
}

function renderFacts(model: AssessmentsModel, each: Assessment): TemplateResult {
  const { t, app } = model;
  const { format } = app;
  const { start, end } = windowOf(each);
  const fact = (name: string, value: unknown) => (value === null || value === '' ? nothing : html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`); // prettier-ignore
  const names = (list: readonly { name: string }[]) => format.comma(list.map(({ name }) => name));
  return html`<dl class="assess-facts">
    ${fact(t('assess.column.lead'), leadText(each))} ${fact(t('assess.one.participants'), names(each.participants) || each.participantsText)}
    ${fact(t('assess.one.donors'), names(each.donors))} ${fact(t('assess.column.sectors'), format.comma(each.sectors.map((code) => sectorText(t, code))))}
    ${fact(t('assess.one.groups'), format.comma(each.groups.map((id) => model.groupName(id))))}
    ${fact(t('assess.one.populations'), format.comma(each.populations.map((code) => t(`assess.population.${code}`))))}
    ${fact(t('assess.column.when'), start === null ? null : format.period(start, end ?? start))}
    ${fact(t('assess.one.published'), each.publishedOn && format.date(each.publishedOn))}
    ${fact(t('assess.one.next'), each.nextRound && format.date(each.nextRound))} ${fact(t('assess.column.where'), renderPlaces(model, each))}
    ${fact(t('assess.one.representative'), each.representative && t(`assess.representative.${each.representative}`))}
    ${fact(t('assess.one.sample'), each.sampleSize === null ? null : format.number(each.sampleSize))} ${fact(t('assess.one.objective'), each.objective)}
    ${fact(t('assess.one.methodology'), each.methodology)} ${fact(t('assess.one.indicators'), format.comma(each.indicators))}
    ${fact(t('assess.one.notes'), each.notes)} ${fact(t('assess.one.entered'), each.enteredBy)}
  </dl>`;
}

/** Places as they were stated, each with what it is on these boundaries. */
function renderPlaces(model: AssessmentsModel, each: Assessment): TemplateResult | string {
  const { t } = model;
  const { coverage } = each;
  if (coverage.of !== 'units') return `${whereText(model, each)}${coverage.text ? `: ${coverage.text}` : ''}`;
  void model.units?.ask(coverage.areas.flatMap(({ pcode }) => pcode ?? []));
  const items = coverage.areas.map(({ level, code, name, pcode, unitLevel }) => {
    const said = name ?? code ?? '';
    if (pcode === null) return html`<li><bdi>${said}</bdi> <span class="small muted">${t('assess.one.place.none')}</span></li>`;
    const unit = model.unitName(pcode, unitLevel, said);
    if (unitLevel !== level) return html`<li><bdi>${said}</bdi> <span class="small muted">${t('assess.one.place.within', { unit })}</span></li>`;
    return html`<li><bdi>${unit}</bdi> <bdi class="small muted">${pcode}</bdi></li>`;
  });
  return html`${renderFolded(items, { shown: PLACES, look: 'assess-places', more: (count) => t('assess.units.more', { count }) })}
  ${coverage.text ? html`<p class="small muted">${coverage.text}</p>` : nothing}`;
}

function renderArtifacts(model: AssessmentsModel, { id, artifacts, may }: Assessment): TemplateResult | typeof nothing {
  if (artifacts.length === 0) return nothing;
  return html`<div>
    <h3>${model.t('assess.one.artifacts')}</h3>
    <ul class="assess-artifacts">
      ${artifacts.map((each, at) => renderArtifact(model, each, may ? renderKeep(model, id, at, each) : nothing, id))}
    </ul>
  </div>`;
}

/** A file of one's own beside it, or the one that is there taken away. */
function renderKeep(model: AssessmentsModel, id: string, at: number, { kind, file }: SeenArtifact): TemplateResult {
  const { t } = model;
  if (file) return html`<button class="button" @click=${() => void model.dropFile(id, file.id)}>${t('assess.artifact.drop', { file: file.name })}</button>`;
  return html`<label class="assess-keep"
    ><span class="small">${t('assess.artifact.keep')} <span class="visually-hidden">${t(`assess.artifact.${kind}`)}</span></span>
    <span class="small muted">${t('assess.artifact.keep.hint')}</span>
    <input type="file" accept=".pdf,.docx,.xlsx,.csv" @change=${(event: Event) => void model.keepFile(id, at, (event.target as HTMLInputElement).files?.[0])}
  /></label>`;
}

function renderArtifact(
  model: AssessmentsModel,
  { kind, access, link, how, contact, disclosure, withheld, file, ...each }: SeenArtifact,
  keep: TemplateResult | typeof nothing,
  id: string,
): TemplateResult {
  const { t } = model;
  const asked = contact && [contact.group && model.groupName(contact.group), contact.mailbox].filter(Boolean).join(', ');
  return html`<li>
    <strong>${t(`assess.artifact.${kind}`)}</strong> <span class="badge">${t(`assess.access.${access}`)}</span>
    ${each.class === 'low' ? nothing : html`<span class="badge">${t(`sharing.class.${each.class}`)}</span>`}
    ${link ? html`<a href=${link} rel="noopener nofollow" dir="ltr">${link.replace(/^https?:\/\//, '')}</a>` : nothing}
    ${file ? html`<a href=${model.keptAddress(id, file.id)}>${t('assess.artifact.download', { file: file.name })}</a>` : nothing}
    ${withheld ? html`<span class="small muted">${t('assess.artifact.withheld')}</span>` : nothing}
    ${how ? html`<span class="small">${t('assess.artifact.ask')}: <span dir="auto">${how}</span></span>` : nothing}
    ${asked ? html`<span class="small">${t('assess.artifact.contact')}: <bdi>${asked}</bdi></span>` : nothing}
    ${disclosure ? html`<span class="small">${t('assess.artifact.disclosure')}: <span dir="auto">${disclosure}</span></span>` : nothing} ${keep}
  </li>`;
}

function renderActions(model: AssessmentsModel, { id, may, state }: Assessment): TemplateResult | typeof nothing {
  const { t } = model;
  if (!may) return nothing;
  const patch = { doing: id };
  return html`<div class="assess-buttons no-print">
    ${model.keeps && state === 'submitted' ? html`<button class="button button-primary" @click=${() => void model.confirm(id)}>${icon('check', 18)} ${t('assess.one.confirm')}</button>` : nothing}
    <a class="button" href=${model.hrefOf(patch)} @click=${(event: MouseEvent) => model.follows(event, patch)}>${t('assess.one.edit')}</a>
    ${
      model.keeps
        ? html`<details class="fold assess-delete">
            <summary>${t('assess.one.delete')}</summary>
            <p>${t('assess.one.delete.sure')}</p>
            <div class="assess-buttons">
              <button class="button" @click=${() => void model.remove(id)}>${t('assess.one.delete')}</button>
              <button class="button" @click=${(event: Event) => (event.target as HTMLElement).closest('details')?.removeAttribute('open')}>
                ${t('assess.one.delete.no')}
              </button>
            </div>
          </details>`
        : nothing
    }
  </div>`;
}

function renderHistory({ t, app }: AssessmentsModel, history: AssessmentAnswer['history']): TemplateResult | typeof nothing {
  if (history.length === 0) return nothing;
  return html`<details class="fold no-print">
    <summary>${icon('chevron', 14)} ${t('assess.one.history')}</summary>
    <ul class="small">
      ${history.map(({ at, by, action }) => html`<li><span class="muted">${app.format.date(at)}${by ? html` · <bdi>${by}</bdi>` : nothing}</span> ${t(`assess.event.${action}`)}</li>`)}
    </ul>
  </details>`;
}
