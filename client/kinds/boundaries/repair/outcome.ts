/** What the decisions come to: units that change, each accepted on its own; the proof in words; and the repaired draft. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RepairState } from '../../../../server/contract/boundaries/repairRoutes.ts';
import { toAddress } from '../../../../server/contract/paths.ts';
import { icon } from '../../../ui/icon.ts';
import { nextOf } from './list.ts';
import type { RepairModel } from './model.ts';

type Outcome = NonNullable<RepairState['outcome']>;
type Unit = Outcome['units'][number];

export function renderOutcome(model: RepairModel): TemplateResult {
  const { t, state } = model;
  const { outcome, proof, decided } = state!;
  const { accepted, waiting } = decided.operations;
  if (!outcome || !proof) return html`<p>${t('repairs.prove.lead', { accepted: accepted + decided.texts.accepted + decided.offered, waiting })}</p>`;
  const asking = outcome.units.filter(({ asks }) => asks);
  const others = outcome.units.filter(({ asks }) => !asks);
  return html`${outcome.isCurrent ? nothing : html`<p class="notice notice-warning">${icon('warning', 18)} ${t('repairs.stale')}</p>`}
  ${renderProof(model, proof)}
  ${
    outcome.asking > 0
      ? html`<p>${t('repairs.units.asking', { count: outcome.asking })}</p>
          <ul class="items">
            ${asking.map((unit) => renderUnit(model, unit))}
          </ul>`
      : html`<p>${t('repairs.units.none')}</p>`
  }
  ${
    others.length > 0
      ? html`<details class="repair-rule">
          <summary>${icon('chevron', 14)} <span>${t('repairs.units.rest', { count: outcome.changed - outcome.asking })}</span></summary>
          <ul class="items">
            ${others.map((unit) => html`<li class="item"><span class="item-go" dir="auto">${unit.text}</span></li>`)}
          </ul>
        </details>`
      : nothing
  }`;
}

function renderUnit(model: RepairModel, { id, key, text, accepted }: Unit): TemplateResult {
  const { t, mayDecide, running, decisions } = model;
  const label = accepted ? t('repairs.undo') : t('repairs.accept');
  return html`<li class="item">
    <span class="item-go">
      <span dir="auto">${text}</span>
      ${accepted ? html`<span class="repair-done item-units small" data-state="accepted">${icon('check', 14)} ${t('repairs.unit.decided')}</span>` : nothing}
    </span>
    <span class="item-actions">
      <button
        class="icon-button"
        aria-label=${`${t('repairs.unit.repairs')}: ${text}`}
        title=${t('repairs.unit.repairs')}
        @click=${() => void model.showRepairsOf(key)}
      >
        ${icon('list', 16)}
      </button>
      ${
        mayDecide
          ? html`<button
              class="button item-accept"
              aria-label=${`${label}: ${text}`}
              ?disabled=${running !== null}
              @click=${() => void decisions.giveUnit(id, !accepted)}
            >
              ${label}
            </button>`
          : nothing
      }
    </span>
  </li>`;
}

function renderProof(model: RepairModel, proof: NonNullable<RepairState['proof']>): TemplateResult {
  const { t, page, params } = model;
  const href = (format: 'html' | 'csv' | 'geojson') => toAddress('getProof', { ...params, format }, { lang: page.app.language, work: 'true' });
  const marks = { passed: 'check', failed: 'error', skipped: 'info' } as const;
  return html`<section class="repair-proof" data-ok=${proof.ok}>
    <h3>${t('repairs.proof')}</h3>
    <p><b>${proof.text}</b></p>
    <p>${icon(proof.ok ? 'check' : 'error', 16)} ${t(proof.ok ? 'repairs.proof.ok' : 'repairs.proof.failed')}</p>
    <details ?open=${!proof.ok}>
      <summary>${icon('chevron', 14)} ${t('repairs.proof.checks')}</summary>
      <ul class="repair-checks small">
        ${proof.checks.map(
          ({ text, status, level, units }) =>
            html`<li data-status=${status}>
              ${icon(marks[status], 14)}
              <span>${text} · ${t('level.n', { level })}${units.length > 0 ? html`: <bdi>${units.slice(0, 10).join(', ')}</bdi>` : nothing}</span>
            </li>`,
        )}
      </ul>
    </details>
    <p class="repair-links small">
      <a href=${href('html')} target="_blank" rel="noopener">${t('repairs.proof.html')}</a>
      <a href=${href('csv')} download>${t('repairs.proof.csv')}</a>
      <a href=${href('geojson')} download>${t('repairs.proof.geojson')}</a>
      <a href=${toAddress('getRepairFile', params)} download>${t('repairs.plan.file')}</a>
    </p>
  </section>`;
}

/** The next honest step as the one main button of the tab. */
export function renderNext(model: RepairModel): TemplateResult | typeof nothing {
  const { t, state, running, mayDecide } = model;
  const { missing, decided, outcome, repaired } = state!;
  const next = nextOf(missing);
  if (!mayDecide) return html`<p class="small muted">${t('repairs.readonly')}</p>`;
  const main = (label: string, run: () => void, lead: string | null = null) =>
    html`${lead ? html`<p class="small">${lead}</p>` : nothing}
      <p class="actions"><button class="button button-primary" ?disabled=${running !== null} @click=${run}>${label}</button></p>`;
  const { waiting, accepted } = decided.operations;
  switch (next) {
    case 'decide':
      return html`<p class="small muted">${t('repairs.decide')}</p>`;
    case 'prove':
      return main(
        t('repairs.prove'),
        () => void model.prove(),
        model.part === 'units' && !outcome ? null : t('repairs.prove.lead', { accepted: accepted + decided.texts.accepted + decided.offered, waiting }),
      );
    case 'units': {
      const count = outcome?.unaccepted ?? 0;
      return count > 0 && model.part !== 'units' ? main(t('repairs.units.next', { count }), () => model.showPart('units')) : nothing;
    }
    case 'apply': {
      if (repaired?.isSame) return html`<p class="small">${icon('check', 16)} ${t('repairs.apply.done')}</p>`;
      const isNone = accepted + decided.texts.accepted + decided.offered === 0;
      return main(t(isNone ? 'repairs.apply.none' : 'repairs.apply'), () => void model.apply(), isNone ? null : t('repairs.apply.lead', { waiting }));
    }
    default:
      return nothing;
  }
}
