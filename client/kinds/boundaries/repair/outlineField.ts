/** The choice of the outline of the country: none, the published one, that of the plan, a file; what is wrong with it is said here. */
import { html, nothing, type TemplateResult } from 'lit';
import { toAddress } from '../../../../server/contract/paths.ts';
import { failure } from '../../../kit/form.ts';
import { icon } from '../../../ui/icon.ts';
import '../../../ui/drop.ts';
import { choicesOf, isOutlineFault, type Choice } from './outline.ts';
import type { RepairModel } from './model.ts';

/** The outline of the plan by its name. */
export function keptName({ t, state }: RepairModel): string {
  const { kept } = state!.outline;
  return kept === null ? t('repairs.outline.no') : kept.from === 'file' ? kept.name : t('repairs.outline.published', { version: kept.version! });
}

/** What is chosen, in a word. */
export function outlineName(model: RepairModel): string {
  const { t, outline, state } = model;
  switch (outline.choice) {
    case 'none':
      return t('repairs.outline.no');
    case 'published':
      return t('repairs.outline.published', { version: state!.outline.published! });
    case 'kept':
      return keptName(model);
    default:
      return outline.file?.name ?? t('repairs.outline.file');
  }
}

/** Why the outline cannot be used; null where nothing is known against it. */
export function faultOf({ t, outline, state, running }: RepairModel): { text: string | null; error: unknown } | null {
  if (outline.error) return { error: outline.error, text: outline.error === 'many' ? t('repairs.outline.one') : null };
  const { failed } = state!;
  return failed && isOutlineFault(failed) && running === null && !outline.isNew ? { error: failed, text: failed.text } : null;
}

/** @param isTitled whether its name is seen; where it stands alone the fold above it says it */
export function renderOutline(model: RepairModel, isTitled = true): TemplateResult {
  const { t, state, outline, params, running, mayDecide } = model;
  const { kept, published, distanceM } = state!.outline;
  const fault = faultOf(model);
  const isBusy = running !== null || !mayDecide;
  const label: Record<Choice, () => string> = {
    none: () => t('repairs.outline.none'),
    published: () => t('repairs.outline.published', { version: published! }),
    kept: () => keptName(model),
    file: () => t('repairs.outline.file'),
  };
  return html`<fieldset class="repair-outline" ?disabled=${isBusy}>
    <legend class=${isTitled ? 'small' : 'visually-hidden'}>${t('repairs.outline')}</legend>
    ${choicesOf(state!.outline).map(
      (choice) =>
        html`<label class="repair-outline-choice"
          ><input
            type="radio"
            name="repair-outline"
            value=${choice}
            .checked=${choice === outline.choice}
            @change=${() => model.setOutline((own) => own.choose(choice))}
          /><span><bdi>${label[choice]()}</bdi></span></label
        >`,
    )}
    ${
      outline.choice === 'file' && !isBusy
        ? html`${outline.file ? html`<p class="repair-outline-file small">${icon('file', 14)} <bdi>${t('repairs.outline.chosen', { name: outline.file.name })}</bdi></p>` : nothing}
            <cod-drop
              single
              label=${t(outline.file ? 'repairs.outline.another' : 'repairs.outline.drop')}
              hint=${t('repairs.outline.formats')}
              @files=${(event: CustomEvent<File[]>) => model.setOutline((own) => own.take(event.detail))}
            ></cod-drop>`
        : nothing
    }
    ${fault ? failure(fault.error, t as never, fault.text) : nothing}
    ${kept?.mended && outline.choice === 'kept' ? html`<p class="small">${icon('info', 14)} ${t('repairs.outline.mended')}</p>` : nothing}
    <p class="small muted">${t('repairs.outline.hint', { distance: distanceM })}</p>
    ${kept && state!.plan ? html`<p class="repair-links small"><a href=${toAddress('getRepairOutline', params)} download>${t('repairs.outline.get')}</a></p>` : nothing}
  </fieldset>`;
}
