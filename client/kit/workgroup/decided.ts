/** What groups decided about a version of a dataset, beside its endorsements; and the meetings in which it was endorsed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DecisionsAnswer } from '../../../server/contract/meetings/actions.ts';
import type datasetMessages from '../../../server/words/en/interface/dataset.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon } from '../../ui/icon.ts';
import type { App } from '../view.ts';
import { shortOf } from './names.ts';
import { meetingPath } from './place.ts';

type Words = Translate<keyof typeof datasetMessages>;

/** After each endorsement that names a meeting which the reader may see: the way to it. */
export function decidedBeside(decided: DecisionsAnswer | null, app: App, t: Words, scope: string): (endorsement: string) => TemplateResult | typeof nothing {
  return (id) => {
    const found = decided?.endorsements.find((each) => each.id === id);
    return found
      ? html`<a href=${app.href(meetingPath(scope, found.held.meeting, found.held.day))}>${t('decided.meeting', { title: found.title })}</a>`
      : nothing;
  };
}

export function renderDecided(decided: DecisionsAnswer | null, app: App, t: Words, scope: string): TemplateResult | typeof nothing {
  if (!decided || decided.decisions.length === 0) return nothing;
  const nameOf = (id: string) => {
    const group = decided.groups.find((each) => each.id === id);
    return group ? shortOf(group, app.language) : id;
  };
  return html`<h3>${t('decided.title')}</h3>
    <ul class="endorsements small">
      ${decided.decisions.map(
        ({ group, date, text, held }) =>
          html`<li>
            ${icon('check', 14)} <b>${t('decided.by', { group: nameOf(group), date })}</b> <span dir="auto">${text}</span>
            ${held ? html`<a href=${app.href(meetingPath(scope, held.meeting, held.day))}>${t('decided.in-meeting')}</a>` : nothing}
          </li>`,
      )}
    </ul>`;
}
