/** What somebody should do: overlaps that can still be avoided, records that are likely one, what waits for confirmation. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Overlap, Pair } from '../../../../server/contract/assessments/assessments.ts';
import { renderFolded } from '../../../kit/workgroup/folded.ts';
import { icon } from '../../../ui/icon.ts';
import type { AssessmentsModel } from '../model.ts';
import { leadText, sectorText, titleOf } from '../words.ts';

const SHOWN = 3;

export function renderNotices(model: AssessmentsModel): TemplateResult {
  return html`${renderOverlaps(model)} ${renderPairs(model)} ${renderWaiting(model)}`;
}

/** Who meets whom about what, in one sentence. */
export function overlapText(model: AssessmentsModel, { sectors, units, days, leadA, leadB }: Overlap): string {
  const { t } = model;
  return t('assess.overlap', { a: leadA, b: leadB, sectors: sectors.map((code) => sectorText(t, code)), units: model.unitNames(units), days });
}

function renderOverlaps(model: AssessmentsModel): TemplateResult | typeof nothing {
  const { t } = model;
  const { overlaps } = model.answer.value!;
  if (overlaps.length === 0) return nothing;
  const items = overlaps.map(
    (each) =>
      html`<li>
        <span dir="auto">${overlapText(model, each)}</span>
        ${[each.a, each.b].map((id) => renderLink(model, id))}
      </li>`,
  );
  return html`<section class="assess-notice" aria-labelledby="overlaps-title">
    <h2 id="overlaps-title">${icon('warning', 18)} ${t('assess.overlaps', { count: overlaps.length })}</h2>
    ${renderFolded(items, { shown: SHOWN, more: (count) => t('assess.units.more', { count }) })}
  </section>`;
}

function renderLink(model: AssessmentsModel, entry: string): TemplateResult | typeof nothing {
  const record = model.find(entry);
  if (!record) return nothing;
  return html`<a href=${model.hrefOf({ entry })} dir="auto" @click=${(event: MouseEvent) => model.follows(event, { entry }, '.assess-one')}>${titleOf(record, model.app.language)}</a>`; // prettier-ignore
}

function renderPairs(model: AssessmentsModel): TemplateResult | typeof nothing {
  const { t } = model;
  const open = model.answer.value!.pairs.filter(({ decision }) => decision === null);
  if (open.length === 0 || !model.keeps) return nothing;
  return html`<section class="assess-notice" aria-labelledby="pairs-title">
    <h2 id="pairs-title">${icon('warning', 18)} ${t('assess.pairs', { count: open.length })}</h2>
    <p class="small muted">${t('assess.pair.help')}</p>
    ${renderFolded(
      open.map((pair) => renderPair(model, pair)),
      { shown: SHOWN, more: (count) => t('assess.units.more', { count }) },
    )}
  </section>`;
}

function renderPair(model: AssessmentsModel, { a, b, likeness }: Pair): TemplateResult {
  const { t, app } = model;
  const [one, other] = [model.find(a), model.find(b)].map((record) => (record ? titleOf(record, app.language) : '…'));
  const text = t('assess.pair', { a: one!, b: other!, percent: Math.round(likeness * 100) });
  return html`<li>
    <span dir="auto">${text}</span>
    <span class="assess-buttons" role="group" aria-label=${text}>
      <button class="button" @click=${() => void model.decide(a, b, 'duplicate')}>${t('assess.pair.same')}</button>
      <button class="button" @click=${() => void model.decide(a, b, 'distinct')}>${t('assess.pair.distinct')}</button>
    </span>
  </li>`;
}

function renderWaiting(model: AssessmentsModel): TemplateResult | typeof nothing {
  const { t, app, waiting } = model;
  if (waiting.length === 0) return nothing;
  const items = waiting.map((each) => {
    const title = titleOf(each, app.language);
    const patch = { entry: each.id };
    return html`<li>
      <a href=${model.hrefOf(patch)} dir="auto" @click=${(event: MouseEvent) => model.follows(event, patch, '.assess-one')}>${title}</a>
      <bdi class="small muted">${leadText(each)}</bdi>
      ${each.state === 'draft' ? html`<span class="badge">${t('assess.state.draft')}</span>` : nothing}
      ${each.questions.length > 0 ? html`<span class="badge badge-warning">${t('assess.waiting.questions', { count: each.questions.length })}</span>` : nothing}
      ${
        model.keeps && each.state === 'submitted'
          ? html`<button class="button" aria-label=${`${t('assess.waiting.confirm')}: ${title}`} @click=${() => void model.confirm(each.id)}>
              ${icon('check', 16)} ${t('assess.waiting.confirm')}
            </button>`
          : nothing
      }
    </li>`;
  });
  return html`<section class="assess-notice" data-look="plain" aria-labelledby="waiting-title">
    <h2 id="waiting-title">${icon('info', 18)} ${t('assess.waiting', { count: waiting.length })}</h2>
    ${renderFolded(items, { shown: 5, more: (count) => t('assess.units.more', { count }) })}
  </section>`;
}
