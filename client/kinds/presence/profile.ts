/** One organisation: what it is, in which clusters and units it works, in which roles and when; and the way to count it alone. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CountDefinition, OrgRole, PresenceColumns } from '../../../server/contract/presence/presence.ts';
import { countPresence, matrixOf, organisationsIn } from './count.ts';
import { presenceHref } from './links.ts';
import type { Tally } from './tally.ts';
import { createCompare } from '../../i18n/language.ts';
import { icon } from '../../ui/icon.ts';
import { shownName } from '../../i18n/names.ts';
import { orgTypeText, sectorText, statusText, type PresenceKey } from './words.ts';
import type { PresenceModel } from './model.ts';

const LISTED = 200;
const ROLES: readonly [OrgRole, PresenceKey][] = [
  ['implementing', 'presence.role.implementing'],
  ['programming', 'presence.role.programming'],
  ['funding', 'presence.role.funding'],
];

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
  const counted = tally.definition.orgs.length === 1 && tally.definition.orgs[0] === id;
  return html`<section class="profile">
    <div class="panel-row">
      <h2><bdi>${org.name}</bdi></h2>
      ${close}
    </div>
    <p class="small muted">${[org.acronym, org.type ? orgTypeText(model, org.type) : say('presence.type.unknown')].filter(Boolean).join(' · ')}</p>
    <p>${say('presence.profile.facts', { units: row?.units ?? 0, level: tally.level, records: row?.records ?? 0 })}</p>
    ${renderFacts(model, columns, alone)} ${renderClusters(model, tally, columns, alone)}
    <button class="button" aria-pressed=${counted} @click=${() => model.define({ orgs: counted ? [] : [id] })}>
      ${icon('filter', 18)} ${say(counted ? 'presence.profile.all' : 'presence.profile.only')}
    </button>
    ${renderPlaces(model, tally, columns, alone)}
    <p>
      <a href=${presenceHref(model.datasetId, 'hapi.csv', alone, { version: model.source!.version })} download
        >${icon('download', 18)} ${say('presence.profile.file')}</a
      >
    </p>
  </section>`;
}

/** Its roles in the file, whatever role is counted; status and period of what is. */
function renderFacts(model: PresenceModel, columns: PresenceColumns, alone: CountDefinition): TemplateResult | typeof nothing {
  const { say, app } = model;
  const roles = ROLES.filter(([role]) => countPresence(columns, { ...alone, role }, 0).totals.records > 0).map(([, key]) => say(key));
  const statuses = alone.statuses.filter((status) => countPresence(columns, { ...alone, statuses: [status] }, 0).totals.records > 0);
  const at = columns.organisations.findIndex((each) => each.id === alone.orgs[0]);
  const sets = new Set(columns.orgSets.flatMap((set, i) => (set.includes(at) ? [i] : [])));
  const days = columns.columns.period.flatMap((period, entry) => {
    const { implementing, programming, funding } = columns.columns;
    const isOwn = [implementing, programming, funding].some((role) => sets.has(role[entry]!));
    return isOwn ? columns.periods[period]!.filter((day) => day !== null) : [];
  });
  const first = days.reduce<string | null>((a, b) => (a === null || b < a ? b : a), null);
  const last = days.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null);
  const facts: [PresenceKey, string][] = [
    ['presence.profile.roles', app.format.list(roles)],
    ['presence.status', app.format.list(statuses.map((status) => statusText(model, status)))],
    ['presence.profile.period', first && last ? app.format.period(first, last) : ''],
  ];
  const known = facts.filter(([, text]) => text);
  return known.length === 0
    ? nothing
    : html`<dl class="profile-facts">
        ${known.map(
          ([key, text]) =>
            html`<div>
              <dt class="small muted">${say(key)}</dt>
              <dd>${text}</dd>
            </div>`,
        )}
      </dl>`;
}

/** Areas in each cluster and area of responsibility. */
function renderClusters(model: PresenceModel, tally: Tally, columns: PresenceColumns, alone: CountDefinition): TemplateResult | typeof nothing {
  const { say } = model;
  const { clusters, parents, totals } = matrixOf(columns, { ...alone, unit: 'organisations' }, tally.level, true);
  const own = clusters.map((code, i) => ({ code, parent: parents[i]!, ...totals[i]! })).filter(({ count }) => count > 0);
  return own.length === 0
    ? nothing
    : html`<h3>${say('presence.clusters')}</h3>
        <ul class="profile-clusters">
          ${own.map(
            ({ code, parent, units }) =>
              html`<li class=${parent === null ? '' : 'choice-deeper'}>
                <span>${sectorText(model, code)}</span><span class="muted small">${say('presence.profile.areas', { count: units })}</span>
              </li>`,
          )}
        </ul>`;
}

/** Areas, each with the clusters that it works in there. */
function renderPlaces(model: PresenceModel, tally: Tally, columns: PresenceColumns, alone: CountDefinition): TemplateResult {
  const units = model.units.get(tally.level);
  const compare = createCompare(model.app.language);
  const { clusters, cells } = matrixOf(columns, { ...alone, unit: 'organisations' }, tally.level);
  const places = [...cells]
    .map(([code, row]) => ({
      code,
      name: units?.has(code) ? shownName(units.get(code)!, model.country.language) : { text: code, lang: '' },
      clusters: clusters.filter((_, i) => row[i]! > 0),
    }))
    .sort((a, b) => compare(a.name.text, b.name.text));
  return html`<ul class="unit-list">
    ${places.slice(0, LISTED).map(
      ({ code, name, clusters: own }) =>
        html`<li>
          <a
            href=${model.country.unitHref({ level: tally.level, pcode: code })}
            @click=${(event: Event) => model.country.selectUnit({ level: tally.level, pcode: code }, true, event)}
            ><bdi lang=${name.lang}>${name.text}</bdi><bdi class="muted small number">${code}</bdi></a
          >
          <span class="small muted">${model.app.format.comma(own.map((each) => sectorText(model, each)))}</span>
        </li>`,
    )}
  </ul>`;
}
