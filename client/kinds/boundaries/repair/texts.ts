/** Repairs of texts, by rule: each cell before and after, with what speaks for it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ListedText } from '../../../../server/contract/boundaries/repairRoutes.ts';
import { icon } from '../../../ui/icon.ts';
import { stateOf } from './list.ts';
import type { RepairModel, Texts } from './model.ts';

export function renderTexts(model: RepairModel): TemplateResult {
  const { t, texts, state } = model;
  if (texts.rules.length === 0) return html`<p class="muted">${t('repairs.none.shown')}</p>`;
  const { accepted, refused, waiting } = state!.decided.texts;
  return html`<p class="small">${t('repairs.counts', { accepted, refused, waiting })}</p>
    ${texts.rules.map((rule) => renderRule(model, rule))}`;
}

function renderRule(model: RepairModel, { rule, text, count, bulk }: Texts['rules'][number]): TemplateResult {
  const { t, texts, mayDecide, running } = model;
  const own = texts.byRule.get(rule);
  const open = (event: Event) => (event.target as HTMLDetailsElement).open && !own && void model.attempt(() => model.loadTexts(rule));
  return html`<details class="repair-rule" @toggle=${open}>
    <summary>${icon('chevron', 14)} <span>${text}</span> <span class="badge number">${model.page.app.format.number(count)}</span></summary>
    ${
      mayDecide && bulk > 1
        ? html`<p>
            <button class="button" ?disabled=${running !== null} @click=${() => void model.decisions.acceptTexts(rule)}>
              ${t('repairs.rule.accept', { count: bulk })}
            </button>
          </p>`
        : nothing
    }
    ${
      own
        ? html`<ul class="items">
              ${own.texts.map((each) => renderText(model, each))}
            </ul>
            ${
              own.texts.length < own.total
                ? html`<button class="button" @click=${() => void model.attempt(() => model.loadTexts(rule))}>
                    ${t('finding.more', { shown: own.texts.length, total: own.total })}
                  </button>`
                : nothing
            }`
        : html`<p class="muted small">${t('repairs.row.loading')}</p>`
    }
  </details>`;
}

function renderText(model: RepairModel, text: ListedText): TemplateResult {
  const { t, mayDecide, running, decisions } = model;
  const state = stateOf(text);
  const button = (label: string, given: Parameters<typeof decisions.giveText>[1]) =>
    html`<button
      class="button item-accept"
      aria-label=${`${label}: ${text.text}`}
      ?disabled=${running !== null}
      @click=${() => void decisions.giveText(text.id, given)}
    >
      ${label}
    </button>`;
  return html`<li class="item">
    <span class="item-go">
      <span dir="auto">${text.text}</span>
      <span class="item-units small">${text.why}${text.isOffer ? html` · ${t('repairs.offer')}` : nothing}</span>
      ${state === 'waiting' ? nothing : html`<span class="repair-done item-units small" data-state=${state}>${icon(state === 'accepted' ? 'check' : 'close', 14)} ${t(`repairs.state.${state}`)}</span>`}
    </span>
    ${
      mayDecide
        ? html`<span class="item-actions">
            ${
              state === 'waiting'
                ? html`${button(t('repairs.accept'), { verdict: 'accepted' })} ${button(t('repairs.refuse'), { verdict: 'refused' })}`
                : button(t('repairs.undo'), null)
            }
          </span>`
        : nothing
    }
  </li>`;
}
