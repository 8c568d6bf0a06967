/** A plain preview: what the public, members and focal points see of one's entry. */
import { html, nothing, type TemplateResult } from 'lit';
import { renderWays } from '../../../kit/person/ways.ts';
import { icon } from '../../../ui/icon.ts';
import { AUDIENCES, seenBy, type Seen } from './preview.ts';
import { heldText, type OwnPage } from './words.ts';

export function renderSeen(page: OwnPage): TemplateResult {
  const { t, entry } = page;
  const { id } = entry.person;
  return html`<section class="card-box" aria-labelledby="seen-${id}">
    <h2 id="seen-${id}">${t('own.preview')}</h2>
    <p class="muted">${t('own.preview.lead')}</p>
    <div class="own-seen">
      ${AUDIENCES.map((audience) => {
        const seen = seenBy(audience, entry, page.answer.at.slice(0, 10));
        return html`<div class="own-audience" data-audience=${audience}>
          <h3>${icon('eye', 16)} ${t(`own.preview.${audience}`)}</h3>
          <p class="small muted">${t(`own.preview.${audience}.says`)}</p>
          ${seen === null ? html`<p class="own-unseen">${t('own.preview.nothing')}</p>` : renderWhat(page, seen)}
        </div>`;
      })}
    </div>
  </section>`;
}

function renderWhat(page: OwnPage, { name, organisation, jobTitle, station, languages, roles, contacts }: Seen): TemplateResult {
  const { t, app } = page;
  const facts = [
    organisation === null ? '' : (page.organisations.find(({ id }) => id === organisation)?.name ?? organisation),
    jobTitle ?? '',
    station ?? '',
    languages.length > 0 ? t('contacts.person.languages', { list: languages.map((tag) => app.format.language(tag)) }) : '',
  ].filter(Boolean);
  return html`<p>
      <strong><bdi>${name}</bdi></strong>
    </p>
    ${
      roles.length > 0
        ? html`<ul class="small">
            ${roles.map((held) => html`<li><bdi>${heldText(page, held)}</bdi></li>`)}
          </ul>`
        : nothing
    }
    ${facts.length > 0 ? html`<p class="small">${facts.map((fact, i) => html`${i === 0 ? nothing : ' · '}<bdi>${fact}</bdi>`)}</p>` : nothing}
    ${renderWays(t, contacts)}`;
}
