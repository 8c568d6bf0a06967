/** What was corrected in the metadata of a published version, newest first: when, by whom, and from what to what. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VersionAnswer } from '../../server/contract/datasets/api.ts';
import type { App } from './view.ts';
import type { Translate } from '../i18n/translate.ts';

type Correction = NonNullable<VersionAnswer['corrections']>[number];

/** @param labelOf the page's word for a field */
export function renderCorrections(
  { corrections = [] }: Pick<VersionAnswer, 'corrections'>,
  app: App,
  t: Translate,
  labelOf: (field: Correction['fields'][number]['field']) => string,
): TemplateResult | typeof nothing {
  if (corrections.length === 0) return nothing;
  const value = (said: string | number | null) =>
    said === null || said === '' ? html`<span class="muted">${t('corrections.empty')}</span>` : html`<bdi>${said}</bdi>`;
  return html`<h3>${t('corrections.title')}</h3>
    <ul class="corrections">
      ${corrections.toReversed().map(
        ({ at, by, fields }) =>
          html`<li>
            <span class="muted small">${app.format.date(at)}${by ? html` · <bdi>${by}</bdi>` : nothing}</span>
            ${fields.map(({ field, before, after }) => html`<span class="small">${labelOf(field)}: ${value(before)} → ${value(after)}</span>`)}
          </li>`,
      )}
    </ul>`;
}
