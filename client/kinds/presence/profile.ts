/** One organisation: what it is, in which clusters and units it works, and the way to count it alone. */
import { html, nothing, type TemplateResult } from 'lit';
import { countPresence, organisationsIn } from './count.ts';
import type { Tally } from './tally.ts';
import { createCompare } from '../../i18n/language.ts';
import { icon } from '../../ui/icon.ts';
import { shownName } from '../../i18n/names.ts';
import { orgTypeText, sectorText } from './words.ts';
import type { PresenceModel } from './model.ts';

const LISTED = 200;

export function renderProfile(model: PresenceModel, tally: Tally, id: string): TemplateResult {
  const { say } = model;
  const columns = model.columns!;
  const org = columns.organisations.find((each) => each.id === id);
  const close = html`<button
    class="icon-button"
    aria-label=${say('presence.profile.close')}
    title=${say('presence.profile.close')}
    @click=${() => model.showOrganisation(null)}
  >
    ${icon('close')}
  </button>`;
  if (!org)
    return html`<section class="profile">
      <div class="panel-row">
        <h2>${say('presence.profile.missing')}</h2>
        ${close}
      </div>
    </section>`;
  const alone = { ...tally.definition, orgs: [id] };
  const [row] = organisationsIn(columns, alone, tally.level, null);
  const units = model.units.get(tally.level);
  const compare = createCompare(model.app.language);
  const places = Object.keys(countPresence(columns, alone, tally.level).byPcode)
    .map((code) => ({ code, name: units?.has(code) ? shownName(units.get(code)!, model.country.language) : { text: code, lang: '' } }))
    .sort((a, b) => compare(a.name.text, b.name.text));
  const counted = tally.definition.orgs.length === 1 && tally.definition.orgs[0] === id;
  return html`<section class="profile">
    <div class="panel-row">
      <h2><bdi>${org.name}</bdi></h2>
      ${close}
    </div>
    <p class="small muted">${[org.acronym, org.type ? orgTypeText(model, org.type) : say('presence.type.unknown')].filter(Boolean).join(' · ')}</p>
    <p>
      ${say('presence.profile.facts', { units: row?.units ?? 0, level: tally.level, records: row?.records ?? 0 })}
      ${row?.clusters.length ? html`<br /><span class="muted">${model.app.format.comma(row.clusters.map((code) => sectorText(model, code)))}</span>` : nothing}
    </p>
    <button class="button" aria-pressed=${counted} @click=${() => model.define({ orgs: counted ? [] : [id] })}>
      ${icon('filter', 18)} ${say(counted ? 'presence.profile.all' : 'presence.profile.only')}
    </button>
    <ul class="unit-list">
      ${places.slice(0, LISTED).map(
        ({ code, name }) =>
          html`<li>
            <a
              href=${model.country.unitHref({ level: tally.level, pcode: code })}
              @click=${(event: Event) => model.country.selectUnit({ level: tally.level, pcode: code }, true, event)}
              ><bdi lang=${name.lang}>${name.text}</bdi><bdi class="muted small number">${code}</bdi></a
            >
          </li>`,
      )}
    </ul>
  </section>`;
}
