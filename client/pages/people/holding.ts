/** What somebody holds in groups, as a line and as a form. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MembersAnswer, OwnAppointment } from '../../../server/contract/people/people.ts';
import { field, valuesOf } from '../../kit/form.ts';
import type { App } from '../../kit/view.ts';
import type { InvitedTo } from '../../kit/work.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon } from '../../ui/icon.ts';
import type { PeopleKey } from './view.ts';

type T = Translate<PeopleKey>;
type GroupOf = MembersAnswer['groups'][number];
type Told = Pick<OwnAppointment, 'scope' | 'names' | 'acronym' | 'role'> & Partial<Pick<OwnAppointment, 'start' | 'end'>>;

const HELD: OwnAppointment['role'][] = ['observer', 'member', 'alternate', 'imo', 'secretariat', 'co-coordinator', 'coordinator', 'co-chair', 'chair'];
const GLOBAL = 'global';

const groupName = ({ names, acronym }: Pick<GroupOf, 'names' | 'acronym'>, app: App): string => {
  const name = names[app.language] ?? names['en'] ?? Object.values(names)[0] ?? '';
  return acronym && !name.includes(acronym) ? `${name} (${acronym})` : name;
};
/** The country by its code; `global` as what it reaches. */
const scopeName = (scope: string, t: T): string => (scope === GLOBAL ? t('appointment.global') : scope);

/** Of another direction than the text around it: names and codes keep their places (Unicode UAX #9, isolates). */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** `IM focal point, GIS sub-group · SLE · until 30 June 2026`. */
export function holdingText({ role, scope, start = null, end = null, ...group }: Told, app: App, t: T): string {
  const what = t('appointment.in', { role: t(`staff.${role}`), group: isolated(groupName(group, app)) });
  const days = [
    start !== null && start > new Date().toISOString().slice(0, 10) ? t('appointment.from', { date: app.format.date(start) }) : '',
    end === null ? '' : t('invite.until', { date: app.format.date(end) }),
  ];
  return [what, isolated(scopeName(scope, t)), ...days].filter(Boolean).join(' · ');
}

/** As events keep it: `imo SLE/gis` → words, with the name of the group while there is one. */
export function detailText(detail: string, groups: readonly GroupOf[], app: App, t: T): string | null {
  const [, role, scope, id] = /^([a-z-]+) (\w+)\/([a-z0-9-]+)$/.exec(detail) ?? [];
  if (!HELD.includes(role as OwnAppointment['role'])) return null;
  const group = groups.find((each) => each.scope === scope && each.id === id);
  return holdingText(
    { role: role as OwnAppointment['role'], scope: scope as OwnAppointment['scope'], names: group?.names ?? { en: id! }, acronym: group?.acronym ?? null },
    app,
    t,
  );
}

/** Groups by country; what all countries have in common comes first. */
export function groupChoice(id: string, groups: readonly GroupOf[], app: App, t: T, before: TemplateResult | typeof nothing = nothing): TemplateResult {
  const scopes = [...new Set(groups.map(({ scope }) => scope as string))].sort((a, b) => Number(b === GLOBAL) - Number(a === GLOBAL) || a.localeCompare(b));
  return html`<div class="field">
    <label for=${id}>${t('appointment.group')}</label>
    <select id=${id} name="group" class="select" required>
      ${before}
      ${scopes.map(
        (scope) =>
          html`<optgroup label=${scopeName(scope, t)}>
            ${groups.filter((group) => group.scope === scope).map((group) => html`<option value="${scope}/${group.id}">${groupName(group, app)}</option>`)}
          </optgroup>`,
      )}
    </select>
  </div>`;
}

export const roleChoice = (id: string, t: T): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${t('appointment.role')}</label>
    <select id=${id} name="role" class="select">
      ${HELD.map((role) => html`<option value=${role} ?selected=${role === 'member'}>${t(`staff.${role}`)}</option>`)}
    </select>
  </div>`;

/** What a form with both says; null where no group was chosen. */
export function chosen(form: HTMLFormElement): InvitedTo | null {
  const { group, role } = valuesOf(form);
  const [scope, id] = group!.split('/');
  return id === undefined ? null : { scope: scope!, group: id, role: role as OwnAppointment['role'] };
}

/** Folded away until somebody asks for it. */
export function appointForm(
  member: { id: string; name: string },
  groups: readonly GroupOf[],
  app: App,
  t: T,
  give: (form: HTMLFormElement) => void,
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    give(event.currentTarget as HTMLFormElement);
  };
  const id = (name: string) => `${name}-${member.id}`;
  return html`<details class="appoint">
    <summary aria-label=${t('appointment.give.to', { name: member.name })}>${icon('plus', 18)} ${t('appointment.give')}</summary>
    <form @submit=${submit}>
      ${groupChoice(id('group'), groups, app, t)} ${roleChoice(id('role'), t)}
      ${field({ id: id('start'), name: 'start', label: t('appointment.start'), type: 'date' })}
      ${field({ id: id('end'), name: 'end', label: t('appointment.end'), type: 'date' })}
      <p class="actions"><button class="button button-primary">${t('appointment.give')}</button></p>
    </form>
  </details>`;
}
