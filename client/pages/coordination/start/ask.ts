/** Whom to ask: the mailbox that belongs to the group first, then who holds what, by name as far as the reader may see names. */
import { html, nothing, type TemplateResult } from 'lit';
import type { HeldRole } from '../../../../server/contract/groups/groups.ts';
import { fullText, nameOf } from '../../../kit/workgroup/names.ts';
import { focalPointsPath } from '../../../kit/workgroup/place.ts';
import { icon } from '../../../ui/icon.ts';
import { organisationName, organisationShort, type Structure } from '../structure.ts';
import { flatten } from '../tree.ts';
import { roleText } from '../words.ts';
import { askedOf, focalPointsOf, type FocalPoint } from './group.ts';
import type { StartModel } from './model.ts';

export function renderAsk(model: StartModel, structure: Structure): TemplateResult {
  const { t, group } = model;
  // A role of which neither organisation nor name may be told helps nobody.
  const asked = (group ? askedOf(structure, group.id) : []).filter(({ organisation, person }) => organisation !== null || person !== undefined);
  const points = focalPointsOf(structure, flatten(structure.tree));
  const missing = points.filter(({ held }) => held.length === 0).length;
  return html`<section class="card-box" aria-labelledby="ask-title">
    <h2 id="ask-title">${t('start.ask')}</h2>
    ${
      group?.mailbox
        ? html`<p class="start-mailbox">
            ${icon('mail', 20)}
            <span><a href="mailto:${group.mailbox}" dir="ltr">${group.mailbox}</a> <span class="small muted">${t('start.ask.mailbox')}</span></span>
          </p>`
        : html`<p class="muted">${t('start.ask.no-mailbox')}</p>`
    }
    ${
      asked.length > 0
        ? html`<ul class="start-roles">
            ${asked.map((role) => html`<li><span class="muted small">${roleText(t, role.role)}</span> ${who(model, structure, role)}</li>`)}
          </ul>`
        : nothing
    }
    ${
      points.length > 0
        ? html`<details class="fold">
            <summary>${icon('chevron', 14)} ${t('start.ask.focal-points', { count: points.length, missing })}</summary>
            <ul class="start-roles">
              ${points.map((point) => renderPoint(model, structure, point))}
            </ul>
          </details>`
        : nothing
    }
    <p class="small"><a href=${model.app.href(focalPointsPath(model.scope))}>${t('start.ask.contacts')}</a></p>
    ${structure.answer.may.seePeople ? nothing : html`<p class="small muted">${t('group.people.public')}</p>`}
  </section>`;
}

/** A name where the answer has one; the organisation for everybody. */
function who({ t, app }: StartModel, { organisations }: Structure, { person, organisation }: HeldRole): TemplateResult {
  const its = organisation ? html`<span dir="auto">${organisationName(organisations, organisation, app.language)}</span>` : t('group.people.no-organisation');
  return html`<span>${person ? html`<strong dir="auto">${person}</strong> · ` : nothing}${its}</span>`;
}

function renderPoint(model: StartModel, structure: Structure, { group, held }: FocalPoint): TemplateResult {
  const { t, app } = model;
  const short = (id: string) => organisationShort(structure.organisations, id, app.language);
  return html`<li>
    <a href=${model.groupHref(group.id)} title=${fullText(group, app.language)} dir="auto">${nameOf(group, app.language)}</a>
    ${
      held.length === 0
        ? html`<span class="small start-missing">${icon('warning', 14)} ${t('start.ask.nobody')}</span>`
        : html`<span class="small"
            >${held.map(
              ({ person, organisation }, i) =>
                html`${i > 0 ? ' · ' : nothing}${person ? html`<strong dir="auto">${person}</strong>${organisation ? ' · ' : nothing}` : nothing}${
                  organisation ? html`<bdi>${short(organisation)}</bdi>` : person ? nothing : t('group.people.no-organisation')
                }`,
            )}</span
          >`
    }
    ${group.mailbox ? html`<a class="small" href="mailto:${group.mailbox}" dir="ltr">${group.mailbox}</a>` : nothing}
  </li>`;
}
