/** Where a repair begins: how wide a gap may be that is filled, what there is up to that width, and the search. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../../ui/icon.ts';
import { foundUpTo, WIDTHS } from './list.ts';
import type { RepairModel } from './model.ts';
import { faultOf, keptName, outlineName, renderOutline } from './outlineField.ts';

const isUnfolded = (model: RepairModel): boolean => model.outline.isUnfolded || faultOf(model) !== null;
const unfold = ({ outline }: RepairModel, { target }: Event): void => void (outline.isUnfolded = (target as HTMLDetailsElement).open);

/** What is under way, and how far it is. */
export function renderRunning({ running, job, t, page }: RepairModel): TemplateResult | typeof nothing {
  if (!running) return nothing;
  const share = job && job.total > 0 ? ` ${new Intl.NumberFormat(page.app.format.locale, { style: 'percent' }).format(job.done / job.total)}` : '';
  return html`<p role="status"><span class="spinner"></span> ${t(`repairs.running.${running}`)}<span class="number">${share}</span></p>`;
}

export function renderStart(model: RepairModel): TemplateResult {
  const { t, running, isPublished, mayDecide, outline } = model;
  return html`<p>${t('repairs.lead')}</p>
    ${isPublished ? html`<p class="notice">${icon('info', 18)} ${t('repairs.lead.published')}</p>` : nothing} ${renderWidth(model)}
    <details class="repair-options" ?open=${isUnfolded(model)} @toggle=${(event: Event) => unfold(model, event)}>
      <summary>${icon('chevron', 14)} <span>${t('repairs.outline.summary', { name: outlineName(model) })}</span></summary>
      ${renderOutline(model, false)}
    </details>
    ${
      mayDecide
        ? html`<p class="actions">
            <button class="button button-primary" ?disabled=${running !== null || !outline.isReady} @click=${() => void model.plan()}>
              ${t('repairs.find')}
            </button>
          </p>`
        : nothing
    }`;
}

/** The slider, with what the plan knows of that width. */
export function renderWidth(model: RepairModel): TemplateResult {
  const { t, state, widthM, running, mayDecide } = model;
  const found = state?.plan ? foundUpTo(state.plan, widthM) : null;
  const at = WIDTHS.findLastIndex((width) => width <= widthM);
  const text = t('repairs.width.value', { width: widthM });
  return html`<div class="repair-width">
    <label for="repair-width">${t('repairs.width')}: <b class="number">${text}</b></label>
    <input
      id="repair-width"
      type="range"
      min="0"
      max=${WIDTHS.length - 1}
      step="1"
      aria-valuetext=${text}
      .value=${String(Math.max(0, at))}
      ?disabled=${running !== null || !mayDecide}
      @input=${(event: Event) => model.setWidth(WIDTHS[Number((event.target as HTMLInputElement).value)]!)}
    />
    <p class="small muted">
      ${found ? t('repairs.width.found', { width: widthM, overlaps: found.overlaps, overlapArea: found.overlapM2, gaps: found.gaps, gapArea: found.gapM2 }) : t('repairs.width.hint')}
    </p>
  </div>`;
}

/** Of a plan that is there: another width, another outline, and the way back to nothing. */
export function renderOptions(model: RepairModel): TemplateResult {
  const { t, state, widthM, running, mayDecide, outline } = model;
  const { widthM: planned } = state!.plan!.options;
  const isSame = widthM === planned && !outline.isChanged(state!.outline);
  return html`<details class="repair-options" ?open=${isUnfolded(model)} @toggle=${(event: Event) => unfold(model, event)}>
    <summary>
      ${icon('chevron', 14)}
      <span
        >${state!.outline.kept ? t('repairs.options.outline', { width: planned, outline: keptName(model) }) : t('repairs.options', { width: planned })}</span
      >
    </summary>
    ${renderWidth(model)} ${renderOutline(model)}
    ${
      mayDecide
        ? html`${isSame ? nothing : html`<p class="small muted">${t('repairs.find.kept')}</p>`}
            <p class="actions">
              <button class="button" ?disabled=${running !== null || isSame || !outline.isReady} @click=${() => void model.plan()}>
                ${t('repairs.find.again', { width: widthM })}
              </button>
              <button class="link" ?disabled=${running !== null} @click=${() => void model.drop()}>${t('repairs.drop')}</button>
            </p>`
        : nothing
    }
  </details>`;
}
