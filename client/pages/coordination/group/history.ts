/** Who changed what in a group, for its members. */
import { html, nothing, type TemplateResult } from 'lit';
import type { GroupEvent } from '../../../../server/contract/groups/groups.ts';
import { icon } from '../../../ui/icon.ts';
import { organisationName } from '../structure.ts';
import { capacityText, roleText } from '../words.ts';
import type { GroupModel } from './model.ts';

/** Nothing for those who may not see it. */
export function renderHistory(model: GroupModel): TemplateResult | typeof nothing {
  const { t, app } = model;
  const { history } = model.answer!;
  if (history.length === 0) return nothing;
  return html`<details class="group-fold fold">
    <summary>${icon('chevron', 14)} ${t('group.history')}</summary>
    <ul class="group-history">
      ${history.map(
        (event) =>
          html`<li>
            <span class="small muted">${app.format.date(event.at)}${event.actor ? html` · <bdi>${event.actor}</bdi>` : nothing}</span>
            <span dir="auto">${sayEvent(model, event)}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}

function sayEvent(model: GroupModel, { action, organisation, person, detail }: GroupEvent): string {
  const { t, app } = model;
  const { capacity, role, reason } = detail;
  const said = t(`group.event.${action}`, {
    organisation: organisation ? organisationName(model.organisations, organisation, app.language) : '',
    person: person ?? t('group.people.removed'),
    capacity: capacity ? capacityText(t, capacity as 'lead') : '',
    role: role ? roleText(t, role as 'chair') : '',
    title: detail['title'] || seriesText(t, detail['series']),
    day: detail['day'] ?? '',
  });
  return reason ? t('group.event.reason', { said, reason }) : said;
}

/** Of the data schedule; what is severe is not named. */
const seriesText = (t: GroupModel['t'], series: string | null | undefined): string => (series ? t(`series.${series}` as 'series.idps') : '–');
