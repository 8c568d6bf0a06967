/** What is missing in the structure, in sentences, each leading to its group. */
import { html, nothing, type TemplateResult } from 'lit';
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
  const items = (list: typeof said) => list.map(({ group, text }) => html`<li><a href=${model.groupHref(group.id)} dir="auto">${text}</a></li>`);
  const rest = said.slice(SHOWN);
  return html`<section class="gaps" aria-labelledby="gaps-title">
    <h2 id="gaps-title">${icon('warning', 18)} ${t('coordination.gaps', { count: said.length })}</h2>
    <ul>
      ${items(said.slice(0, SHOWN))}
    </ul>
    ${
      rest.length > 0
        ? html`<details class="fold">
            <summary>${icon('chevron', 14)} ${t('coordination.gaps.more', { count: rest.length })}</summary>
            <ul>
              ${items(rest)}
            </ul>
          </details>`
        : nothing
    }
  </section>`;
}
