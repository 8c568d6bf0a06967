/** The tab of repairs of a draft of boundaries: found, decided, proved, made; and what it draws on the map. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VersionAnswer } from '../../../../server/contract/datasets/api.ts';
import { toAddress } from '../../../../server/contract/paths.ts';
import type { DraftPage, DraftRepair, DraftRepairs } from '../../../kit/draft.ts';
import { failure } from '../../../kit/form.ts';
import { icon } from '../../../ui/icon.ts';
import { renderSwipe, toMapSwipe } from '../../../ui/swipe.ts';
import { RepairModel, type Part } from './model.ts';
import { renderOperations } from './operations.ts';
import { isOutlineFault } from './outline.ts';
import { renderNext, renderOutcome } from './outcome.ts';
import { renderOptions, renderRunning, renderStart } from './start.ts';
import { renderTexts } from './texts.ts';
import './tab.css';

const PARTS: readonly Part[] = ['operations', 'texts', 'units'];

export class RepairTab implements DraftRepairs {
  private readonly model: RepairModel;

  constructor(page: DraftPage) {
    this.model = new RepairModel(page);
  }

  load(version: VersionAnswer): Promise<void> {
    return this.model.load(version);
  }

  get turn(): 'list' | 'map' {
    // Before there is a plan there is nothing to see in turn.
    return this.model.turn;
  }

  get shown(): DraftRepair | null {
    const { state, current, params, swipe } = this.model;
    const plan = state?.plan;
    if (!plan) return null;
    const turned = current?.decision?.turned === true;
    const proved = state.outcome?.isCurrent === true;
    const address = toAddress(
      'getRepairTile',
      { ...params, z: '{z}', x: '{x}', y: '{y}' },
      { plan: `${plan.sha256.slice(0, 16)}${proved ? `-${state.revision}` : ''}` },
    );
    return {
      tiles: location.origin + address.replace(/%7B([xyz])%7D/g, '{$1}'),
      operation: current?.id ?? null,
      units: current?.units ?? [],
      turned,
      // Until it was proved, the tiles know what is proposed, and not the other line; then what was accepted, and nothing else.
      isAfterKnown: proved ? current?.decision?.verdict === 'accepted' : !turned,
      isSwiped: swipe !== null,
    };
  }

  get named() {
    const { current } = this.model;
    // Where a code occurs twice its key has a number.
    return current && { level: current.level as number, pcodes: current.units.map((key) => key.replace(/~\d+$/, '')) };
  }

  get swipe() {
    const { swipe, page } = this.model;
    return swipe === null ? null : toMapSwipe(swipe, page.app.direction);
  }

  render(): TemplateResult {
    const { model } = this;
    const { t, state, error, said } = model;
    const live = html`<p class="visually-hidden" role="status" aria-live="polite">${said}</p>`;
    if (!state) return html`${error ? failure(error, t as never) : html`<p role="status" class="muted">${t('draft.loading')}</p>`}${live}`;
    const { plan, carried, failed } = state;
    return html`<div class="repair" data-turn=${model.turn}>
      ${live} ${failure(error, t as never)}
      ${failed && !isOutlineFault(failed) && !error && !model.running ? html`<p class="notice notice-error" role="alert"><span dir="auto">${failed.text}</span></p>` : nothing}
      ${renderRunning(model)}
      ${
        plan
          ? html`${renderOptions(model)}
            ${carried ? html`<p class="small">${carried.from ? t('repairs.carried.from', { ...carried, version: carried.from }) : t('repairs.carried', { ...carried })}</p>` : nothing}
            ${plan.notes.map(({ text }) => html`<p class="notice notice-warning">${icon('warning', 18)} <span dir="auto">${text}</span></p>`)}
            ${this.renderParts()} ${renderNext(model)}`
          : renderStart(model)
      }
    </div>`;
  }

  private renderParts(): TemplateResult {
    const { model } = this;
    const { t, state, part } = model;
    const { counts } = state!.plan!;
    if (counts.operations + counts.offers + counts.texts + counts.textOffers === 0) return html`<p>${icon('check', 18)} ${t('repairs.none')}</p>`;
    const count: Record<Part, number | null> = {
      operations: counts.operations + counts.offers,
      texts: counts.texts + counts.textOffers,
      units: state!.outcome?.unaccepted ?? null,
    };
    const parts = PARTS.filter((each) => each !== 'texts' || count.texts! > 0);
    return html`<fieldset class="repair-parts">
        <legend class="visually-hidden">${t('repairs.parts')}</legend>
        ${parts.map(
          (each) =>
            html`<label class="chip"
              ><input type="radio" name="repair-part" .checked=${each === part} @change=${() => model.showPart(each)} />${t(`repairs.part.${each}`)}${
                count[each] === null ? nothing : html` <span class="number">${model.page.app.format.number(count[each])}</span>`
              }</label
            >`,
        )}
      </fieldset>
      ${part === 'operations' ? renderOperations(model) : part === 'texts' ? renderTexts(model) : renderOutcome(model)}`;
  }

  renderOver(): TemplateResult {
    const { model } = this;
    const { t, state, swipe, current } = model;
    if (!state?.plan || !current) return html``;
    const key = (what: 'before' | 'after' | 'filled' | 'cut') =>
      html`<li><span class="repair-key" data-what=${what}></span> ${t(`repairs.legend.${what}`)}</li>`;
    return html`<div class="repair-over">
        <details ?open=${matchMedia('(min-width: 48rem)').matches}>
          <summary class="small">${icon('chevron', 14)} ${t('repairs.legend')}</summary>
          <ul class="repair-legend small">
            ${key('before')} ${this.shown?.isAfterKnown ? key('after') : nothing} ${key('filled')} ${key('cut')}
          </ul>
        </details>
        <label class="repair-swipe small"
          ><input
            type="checkbox"
            .checked=${swipe !== null}
            @change=${(event: Event) => model.setSwipe((event.target as HTMLInputElement).checked ? 0.5 : null)}
          />
          ${t('repairs.swipe')}</label
        >
      </div>
      ${swipe === null ? nothing : renderSwipe(swipe, { label: t('repairs.swipe.at'), before: t('repairs.swipe.before'), after: t('repairs.swipe.after') }, (at) => model.setSwipe(at))}`;
  }
}
