/** What is missing in the structure, in sentences, each leading to its group. */
import { html, nothing, type TemplateResult } from 'lit';
import { renderFolded } from '../../kit/workgroup/folded.ts';
import { icon } from '../../ui/icon.ts';
import type { CoordinationModel } from './model.ts';
import type { Structure } from './structure.ts';

/** The others are behind a button. */
const SHOWN = 5;

/** Nothing where nothing is missing. */
export function renderGaps(model: CoordinationModel, structure: Structure): TemplateResult | typeof nothing {
  const { t } = model;
  const { answer, byId } = structure;
  const said = answer.gaps.flatMap((gap) => {
    const group = byId.get(gap.group);
    return group ? [{ group, text: gap.text }] : [];
  });
  if (said.length === 0) return nothing;
  const items = said.map(({ group, text }) => html`<li><a href=${model.groupHref(group.id)} dir="auto">${text}</a></li>`);
  return html`<section class="gaps" aria-labelledby="gaps-title">
    <h2 id="gaps-title">${icon('warning', 18)} ${t('coordination.gaps', { count: said.length })}</h2>
    ${renderFolded(items, { shown: SHOWN, more: (count) => t('coordination.gaps.more', { count }) })}
  </section>`;
}
