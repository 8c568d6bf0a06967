/** Rolling back: what changes for whom is said first, then a reason is asked for. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RollbackAnswer } from '../../../../server/contract/datasets/history.ts';
import { kindOf } from '../../../kit/kinds.ts';
import './rollback.css';
import type { DraftModel } from '../model.ts';

export async function rollBack(model: DraftModel): Promise<void> {
  const { t, app, work, datasetId, tag } = model;
  const asked = await work.previewRollback(datasetId, tag).catch((error: Error) => {
    app.toast(error.message);
    return null;
  });
  if (!asked) return;
  const { replaces } = asked;
  const isWithdrawn = model.version!.status === 'withdrawn';
  const choice = { withdraw: false };
  const done = await model.host.ask({
    heading: t('rollback.open', { version: tag }),
    lead: replaces === null ? t('rollback.lead.alone', { version: tag }) : t('rollback.lead', { version: tag, replaced: replaces }),
    beside: renderImpact(model, asked, isWithdrawn),
    after:
      replaces !== null && model.may('version.withdraw')
        ? html`<label class="rollback-withdraw"
            ><input type="checkbox" @change=${(event: Event) => (choice.withdraw = (event.target as HTMLInputElement).checked)} />
            <span>${t('rollback.withdraw', { version: replaces })}</span></label
          >`
        : nothing,
    action: t('rollback.open', { version: tag }),
    required: true,
    run: (reason) => work.rollBack(datasetId, tag, { reason, replaces, withdraw: choice.withdraw, evenWithdrawn: isWithdrawn }),
  });
  if (!done) return;
  model.setVersion(done);
  app.toast(t('rollback.done', { version: tag }));
}

function renderImpact({ t }: DraftModel, { version, units, maps, data }: RollbackAnswer, isWithdrawn: boolean): TemplateResult {
  return html`<section class="rollback-impact">
    ${isWithdrawn ? html`<p class="notice notice-error">${t('rollback.from-withdrawn', { version })}</p>` : nothing}
    <h3>${t('rollback.changes')}</h3>
    <ul>
      ${units.length === 0 ? html`<li>${t('rollback.units.none')}</li>` : units.map((each) => html`<li>${t('rollback.units', each)}</li>`)}
      <li>
        ${t('rollback.maps', { count: maps.follow, version })} ${maps.embeds > 0 ? t('rollback.embeds', { count: maps.embeds }) : nothing}
        ${maps.some.length > 0 ? html`<span class="small muted">${maps.some.map(({ id, title }, i) => html`${i > 0 ? ' · ' : ''}<a href="/maps/${id}" target="_blank" dir="auto">${title}</a>`)}</span>` : nothing}
      </li>
      ${data.map(
        (each) =>
          html`<li>
            ${t(each.asOf ? 'rollback.data.as-of' : 'rollback.data', { what: t(`kind.${kindOf(each.dataset)}`), data: each.version, boundaries: each.boundaries })}
          </li>`,
      )}
    </ul>
  </section>`;
}
