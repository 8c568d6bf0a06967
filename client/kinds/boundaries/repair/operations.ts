/** Operations by border: the list, the one that is looked at with what can be decided, and those that are accepted together. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ListedOperation } from '../../../../server/contract/boundaries/repairRoutes.ts';
import { icon, type IconName } from '../../../ui/icon.ts';
import { bulkWidths, isFirstOfBorder, SHOWN, stateOf, type Shown } from './list.ts';
import type { RepairModel } from './model.ts';
import './rows.ts';

/** Units that are called by name; a whole level may follow. */
const NAMED = 6;
const ICONS: Record<Exclude<Shown, 'all'>, IconName | null> = { accepted: 'check', refused: 'close', waiting: null };

export function renderOperations(model: RepairModel): TemplateResult {
  const { t, list, state } = model;
  const { accepted, refused, waiting } = state!.decided.operations;
  const isEmpty = list.total === 0;
  return html`<p class="small">${t('repairs.counts', { accepted, refused, waiting })}</p>
    ${renderTogether(model)} ${renderFilter(model)}
    <div class="repair-work">
      ${
        isEmpty
          ? html`<p class="muted">${t('repairs.none.shown')}</p>`
          : html`<repair-rows
              .list=${list}
              .selected=${model.selected}
              .label=${t('repairs.list')}
              .keys=${t('repairs.keys')}
              .row=${(operation: ListedOperation | null, at: number) => renderRow(model, operation, at)}
              .act=${model.act.bind(model)}
              .choose=${(id: string) => model.select(id)}
              .reach=${(at: number) => void model.attempt(() => model.reach(at))}
            ></repair-rows>`
      }
      ${renderCurrent(model)}
    </div>`;
}

function renderFilter(model: RepairModel): TemplateResult {
  const { t, list } = model;
  const narrow = (shown: Shown, words = model.words) => void model.attempt(() => model.loadList(shown, words));
  return html`<search class="repair-filter">
    <select class="select" aria-label=${t('repairs.shown')} @change=${(event: Event) => narrow((event.target as HTMLSelectElement).value as Shown)}>
      ${SHOWN.map((shown) => html`<option value=${shown} .selected=${shown === list.shown}>${t(`repairs.shown.${shown}`)}</option>`)}
    </select>
    <input
      type="search"
      class="input"
      aria-label=${t('repairs.words')}
      placeholder=${t('repairs.words')}
      .value=${model.words}
      @change=${(event: Event) => narrow(list.shown, (event.target as HTMLInputElement).value.trim())}
    />
  </search>`;
}

function renderRow(model: RepairModel, operation: ListedOperation | null, at: number): TemplateResult {
  const { t, list } = model;
  if (!operation) return html`<span class="muted small">${t('repairs.row.loading')}</span>`;
  const state = stateOf(operation);
  const mark = ICONS[state];
  return html`<span class="repair-row-in" data-state=${state} ?data-first=${isFirstOfBorder(list, at)}>
    <span class="repair-mark">${mark ? icon(mark, 16) : operation.single.length > 0 ? icon('warning', 16) : nothing}</span>
    <span class="repair-words" dir="auto">${operation.text}</span>
    <span class="visually-hidden">${t(`repairs.state.${state}`)}</span>
  </span>`;
}

/** The operation that is looked at: in whole words, and what can be done about it. */
function renderCurrent(model: RepairModel): TemplateResult | typeof nothing {
  const { t, current, mayDecide, turn, running } = model;
  if (!current) return nothing;
  const state = stateOf(current);
  const isBusy = running !== null && running !== 'proof';
  const button = (action: 'accept' | 'refuse' | 'turn', isMain = false) =>
    html`<button class=${isMain ? 'button button-primary' : 'button'} ?disabled=${isBusy} @click=${() => model.act(action)}>${t(`repairs.${action}`)}</button>`;
  return html`<div class="repair-current" role="group" aria-label=${current.text}>
    <p dir="auto"><b>${current.text}</b></p>
    <p class="small muted">
      ${current.units.slice(0, NAMED).map((key, i) => html`${i > 0 ? ' · ' : ''}<bdi>${current.names[key] || key}</bdi> <bdi>${current.names[key] && current.names[key] !== key ? key : ''}</bdi>`)}
      ${current.units.length > NAMED ? t('finding.more-units', { count: current.units.length - NAMED }) : nothing}
    </p>
    <p class="repair-done small" data-state=${state}>${t(`repairs.state.${state}`)}${current.isOffer ? html` · ${t('repairs.offer')}` : nothing}</p>
    ${current.reasons.length > 0 ? html`<p class="small repair-single">${icon('warning', 14)} ${t('repairs.single', { reasons: current.reasons })}</p>` : nothing}
    <div class="repair-buttons">
      ${
        mayDecide
          ? html`${button('accept', true)} ${button('refuse')} ${current.turnable ? button('turn') : nothing}
              <button class="button" ?disabled=${isBusy || !model.decisions.canUndo} @click=${() => model.act('undo')}>${t('repairs.undo')}</button>`
          : nothing
      }
      <span class="repair-steps">
        <button class="icon-button" aria-label=${t('repairs.previous')} title=${t('repairs.previous')} @click=${() => model.act('previous')}>
          <span class="repair-up">${icon('up')}</span>
        </button>
        <button class="icon-button" aria-label=${t('repairs.next')} title=${t('repairs.next')} @click=${() => model.act('next')}>
          <span class="repair-down">${icon('up')}</span>
        </button>
      </span>
      <button class="button repair-turn" @click=${() => model.setTurn(turn === 'list' ? 'map' : 'list')}>
        ${icon(turn === 'list' ? 'map' : 'list', 18)} ${t(turn === 'list' ? 'repairs.to-map' : 'repairs.to-list')}
      </button>
    </div>
    <p class="small muted repair-keys" aria-hidden="true">${t('repairs.keys')}</p>
  </div>`;
}

/** Narrow ones together: how many that is, is said before. */
function renderTogether(model: RepairModel): TemplateResult | typeof nothing {
  const { t, state, mayDecide, running } = model;
  const widths = mayDecide ? bulkWidths(state!.plan!) : [];
  if (widths.length === 0) return nothing;
  const chosen = widths.find(({ uptoM }) => uptoM === model.bulkM) ?? widths[0]!;
  return html`<div class="repair-together" role="group" aria-label=${t('repairs.bulk')}>
    <select class="select" aria-label=${t('repairs.bulk')} @change=${(event: Event) => model.setBulk(Number((event.target as HTMLSelectElement).value))}>
      ${widths.map(({ uptoM, operations }) => html`<option value=${uptoM} .selected=${uptoM === chosen.uptoM}>${t('repairs.bulk.width', { width: uptoM, count: operations })}</option>`)}
    </select>
    <button class="button" ?disabled=${running !== null && running !== 'proof'} @click=${() => void model.decisions.acceptUpTo(chosen.uptoM)}>
      ${t('repairs.bulk.accept', { count: chosen.operations, width: chosen.uptoM })}
    </button>
  </div>`;
}
