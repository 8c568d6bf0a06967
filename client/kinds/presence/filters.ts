/** The controls of the definition: unit of counting, role, status, period, clusters, types of organisations. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CountDefinition, OrgRole } from '../../../server/contract/presence/presence.ts';
import type { VersionTag } from '../../../server/contract/ids.ts';
import { renderSelect } from '../../country/classControls.ts';
import { clusterOf, clustersOf, lastDay } from './count.ts';
import { versionText } from './measure/view.ts';
import { DEFINITION } from './state.ts';
import { orgText, orgTypeText, sectorText, statusText } from './words.ts';
import type { PresenceModel } from './model.ts';
import type { PresenceKey } from './words.ts';

/** Disabled where the file holds nothing of the kind: the text says so. */
type Option = [id: string, text: string, disabled?: boolean];

const ROLES: readonly [OrgRole, PresenceKey][] = [
  ['implementing', 'presence.role.implementing'],
  ['programming', 'presence.role.programming'],
  ['funding', 'presence.role.funding'],
];

export function renderFilters(model: PresenceModel): TemplateResult {
  return model.isSensitive ? renderToldFilters(model) : renderAllFilters(model);
}

/** Of a sensitive dataset counts are given of all clusters or of one, and in no other way. */
function renderToldFilters(model: PresenceModel): TemplateResult {
  const { say, definition } = model;
  const options = clusterChoices(model).map(({ id, label, deeper }): Option => [id, deeper ? `– ${label}` : label]);
  return html`<form class="filters" @submit=${(event: Event) => event.preventDefault()}>
    <div class="controls">
      ${renderSelect(say('presence.clusters'), definition.sectors[0] ?? '', [['', say('presence.definition.all-sectors')], ...options], (sector) =>
        model.define({ ...DEFINITION, sectors: sector === '' ? [] : [sector] }),
      )}
    </div>
  </form>`;
}

function renderAllFilters(model: PresenceModel): TemplateResult {
  const { say, chosen } = model;
  const facts = model.facts!;
  const { definition } = chosen;
  const { months } = facts;
  const statuses = facts.statuses.filter((status) => facts.used.has(status) || definition.statuses.includes(status));
  const types = facts.orgTypes.toSorted((a, b) => orgTypeText(model, a).localeCompare(orgTypeText(model, b), model.app.language));
  return html`<form class="filters" @submit=${(event: Event) => event.preventDefault()}>
    <div class="controls">
      ${model.versions.length > 1 ? renderVersions(model) : nothing}
      ${renderSelect(
        say('presence.unit'),
        definition.unit,
        [
          ['organisations', say('presence.unit.organisations')],
          ['activities', say('presence.unit.activities')],
          // An address may ask for it all the same, and is answered that the number is not known.
          ['people', say(facts.hasPeople ? 'presence.unit.people' : 'presence.unit.people.none'), !facts.hasPeople],
        ],
        (unit) => model.define({ unit: unit as CountDefinition['unit'] }),
      )}
      ${renderSelect(
        say('presence.role'),
        definition.role,
        [
          ...ROLES.map(([role, key]): Option => (facts.roles.has(role) ? [role, say(key)] : [role, say('presence.role.none', { role: say(key) }), true])),
          ['any', say('presence.role.any')],
        ],
        (role) => model.define({ role: role as CountDefinition['role'] }),
      )}
      ${months.length > 0 ? renderPeriod(model, months) : nothing}
    </div>
    ${choices(
      say('presence.status'),
      statuses.map((status) => ({ id: status, label: statusText(model, status) })),
      definition.statuses,
      (next) => next.length > 0 && model.define({ statuses: facts.statuses.filter((status) => next.includes(status)) }),
    )}
    ${choices(say('presence.clusters'), clusterChoices(model), definition.sectors, (sectors) => model.define({ sectors }))}
    ${
      types.length > 1
        ? choices(
            say('presence.types'),
            types.map((id) => ({ id, label: orgTypeText(model, id) })),
            definition.orgTypes,
            (orgTypes) => model.define({ orgTypes }),
          )
        : nothing
    }
    ${model.definition.orgs.length ? renderChosenOrgs(model) : nothing}
    <button type="button" class="button" @click=${() => model.define(DEFINITION)}>${say('presence.filters.reset')}</button>
  </form>`;
}

/** Clusters, and areas of responsibility under theirs. */
function clusterChoices(model: PresenceModel): { id: string; label: string; deeper?: boolean }[] {
  const facts = model.facts!;
  const { sectors } = facts;
  return clustersOf(facts).flatMap((cluster) => [
    { id: cluster, label: sectorText(model, cluster) },
    ...sectors
      .filter((sector) => sector.code !== cluster && clusterOf(sector) === cluster)
      .map(({ code }) => ({ id: code, label: sectorText(model, code), deeper: true })),
  ]);
}

/** Another version of the 3W than the current one: the month before, counted as it was published. */
function renderVersions(model: PresenceModel): TemplateResult {
  const current = model.versions.find(({ status }) => status === 'current')?.version;
  return renderSelect(
    model.say('presence.data'),
    model.source?.version ?? '',
    model.versions.map((each) => [each.version, versionText(model, each)]),
    (version) => model.choose(version === current ? null : (version as VersionTag)),
    true,
  );
}

/** Whole months: records state days, but maps are made for months. */
function renderPeriod(model: PresenceModel, months: readonly string[]): TemplateResult {
  const { say, chosen, app } = model;
  const { from, to } = chosen.definition;
  const month = new Intl.DateTimeFormat(app.format.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const options = (open: string): [string, string][] => [
    ['', open],
    ...months.map((each): [string, string] => [each, month.format(new Date(`${each}-01T00:00:00Z`))]),
  ];
  return html`${renderSelect(say('presence.from'), from?.slice(0, 7) ?? '', options(say('presence.from.open')), (value) =>
    model.define({ from: value ? `${value}-01` : null, ...(value && to && `${value}-01` > to ? { to: lastDay(value) } : {}) }),
  )}
  ${renderSelect(say('presence.to'), to?.slice(0, 7) ?? '', options(say('presence.to.open')), (value) =>
    model.define({ to: value ? lastDay(value) : null, ...(value && from && lastDay(value) < from ? { from: `${value}-01` } : {}) }),
  )}`;
}

function choices<T extends string>(
  legend: string,
  options: readonly { id: T; label: string; deeper?: boolean }[],
  chosen: readonly T[],
  choose: (next: T[]) => unknown,
): TemplateResult {
  const toggle = (event: Event, id: T) => {
    const box = event.target as HTMLInputElement;
    const next = box.checked ? [...chosen, id] : chosen.filter((each) => each !== id);
    choose(next);
    // What may not be (no status at all) shows as it was.
    box.checked = chosen.includes(id) ? box.checked || next.length === 0 : box.checked;
  };
  return html`<fieldset class="choices">
    <legend class="small muted">${legend}</legend>
    ${options.map(
      ({ id, label, deeper }) =>
        html`<label class=${deeper ? 'choice choice-deeper' : 'choice'}
          ><input type="checkbox" .checked=${chosen.includes(id)} @change=${(event: Event) => toggle(event, id)} /><span>${label}</span></label
        >`,
    )}
  </fieldset>`;
}

function renderChosenOrgs(model: PresenceModel): TemplateResult {
  const { say, chosen, columns } = model;
  const { orgs } = chosen.definition;
  return html`<fieldset class="choices">
    <legend class="small muted">${say('presence.orgs')}</legend>
    ${orgs.map((id) => {
      const org = columns!.organisations.find((each) => each.id === id);
      return html`<label class="choice"
        ><input type="checkbox" .checked=${true} @change=${() => model.define({ orgs: orgs.filter((each) => each !== id) })} /><bdi
          >${org ? orgText(org) : id}</bdi
        ></label
      >`;
    })}
  </fieldset>`;
}
