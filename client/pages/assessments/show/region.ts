/** Where to look: the whole country, or one of its regions, so that small districts can be seen and hit. */
import { html, nothing, type TemplateResult } from 'lit';
import { shownName } from '../../../i18n/names.ts';
import type { AssessmentsModel } from '../model.ts';
import { pick } from './filters.ts';

export function regionChoice(model: AssessmentsModel): TemplateResult | typeof nothing {
  const { t, app, regions, region } = model;
  if (regions.length < 2) return nothing;
  const named = regions.map((unit): [string, string] => [unit.pcode, shownName(unit, app.language).text]).toSorted((a, b) => a[1].localeCompare(b[1], app.language)); // prettier-ignore
  return html`<div class="assess-region no-print">
    ${pick(t('assess.map.region'), [['', t('assess.map.whole')], ...named], region?.pcode ?? '', (pcode) => model.look(pcode || null))}
  </div>`;
}
