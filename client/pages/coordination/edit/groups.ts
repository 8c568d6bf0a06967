/** Forms of groups: one is made, changed, closed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Group, GroupChange, GroupType } from '../../../../server/contract/groups/groups.ts';
import { LANGUAGES, factsOf } from '../../../i18n/language.ts';
import { POPULATION, BOUNDARIES, PRESENCE } from '../../../kit/kinds.ts';
import { groupPath } from '../../../kit/workgroup/place.ts';
import { fullText } from '../../../kit/workgroup/names.ts';
import { typeText } from '../words.ts';
import { icon } from '../../../ui/icon.ts';
import { check, choose, input, orNull, valueOf, type ChangeForm, type FormPage } from './form.ts';
import { changesOf, codesOf, toSlug, toValues } from './groupValues.ts';

const TYPES: readonly GroupType[] = [
  'hct',
  'iccg',
  'cluster',
  'sector',
  'aor',
  'sub-cluster',
  'working-group',
  'sub-group',
  'task-force',
  'hub',
  'network',
  'other',
];
/** Codes of data/sectors.csv that a group may coordinate. */
const SECTORS = [
  'CCM',
  'CSS',
  'EDU',
  'ERY',
  'FSC',
  'HEA',
  'LOG',
  'NUT',
  'PRO',
  'PRO-CPN',
  'PRO-GBV',
  'PRO-HLP',
  'PRO-MIN',
  'SHL',
  'TEL',
  'WSH',
  'MPC',
  'REF',
] as const;
const OWNED = [BOUNDARIES, POPULATION, PRESENCE] as const;
const APPROVALS = ['1', '2', '3', '4', '5'].map((count): [string, string] => [count, count]);

/** What a sub-group of a group is most often. */
export function typeBelow(parent: Group | undefined, groups: readonly Group[]): GroupType {
  if (!parent) return groups.some(({ type }) => type === 'hct') ? 'working-group' : 'hct';
  const below: Partial<Record<GroupType, GroupType>> = {
    hct: 'iccg',
    iccg: 'cluster',
    cluster: 'sub-cluster',
    sector: 'sub-cluster',
    'working-group': 'sub-group',
  };
  return below[parent.type] ?? 'sub-group';
}

/** What is looked for as a parent, a hub, what is reported to. */
function groupChoice(page: FormPage, name: string, label: string, keeps: (group: Group) => boolean, hint?: string, ownToo = false): TemplateResult {
  const { t, app, groups } = page;
  const options = groups
    .filter((group) => group.status !== 'closed' && (ownToo || group.id !== page.subject?.group.id) && keeps(group))
    .map((group): [string, string] => [group.id, fullText(group, app.language)])
    .toSorted(([, a], [, b]) => a.localeCompare(b, app.language));
  return choose(page, { name, label, options: [['', t('edit.none')], ...options], ...(hint ? { hint } : {}) });
}

function renderFields(page: FormPage, isNew: boolean): TemplateResult {
  const { t, app } = page;
  const { language } = app;
  const others = LANGUAGES.filter((each) => each !== language);
  const type = valueOf(page, 'type');
  const slug = toSlug(valueOf(page, 'acronym') || valueOf(page, `name-${language}`));
  return html`${input(page, { name: `name-${language}`, label: t('edit.group.name', { language: factsOf(language).name }), required: true })}
    <div class="edit-days">
      ${input(page, { name: 'acronym', label: t('edit.group.acronym') })}
      ${choose(page, { name: 'type', label: t('edit.group.type'), options: TYPES.map((each): [string, string] => [each, typeText(t, each)]) })}
    </div>
    ${
      isNew
        ? input(page, {
            name: 'id',
            label: t('edit.group.id'),
            dir: 'ltr',
            hint: t('edit.group.id.hint', { path: groupPath(page.scope, '') + (valueOf(page, 'id') || slug || '…') }),
          })
        : nothing
    }
    <div class="edit-days">
      ${groupChoice(page, 'parent', t('group.fact.parent'), () => true, undefined, isNew)}
      ${groupChoice(page, 'reportsTo', t('group.fact.reports-to'), () => true, t('edit.group.reports-to.hint'), isNew)}
    </div>
    <div>
      ${check(page, 'members-only', t('edit.group.members-only'))} ${check(page, 'ad-hoc', t('edit.group.ad-hoc'))}
      ${isNew ? nothing : page.subject?.group.status === 'closed' ? check(page, 'reopen', t('edit.group.reopen')) : check(page, 'on-hold', t('edit.group.on-hold'))}
    </div>
    <details class="edit-more fold">
      <summary>${icon('chevron', 14)} ${t('edit.group.more')}</summary>
      <div class="edit-fields">
        ${others.map((each) => input(page, { name: `name-${each}`, label: t('edit.group.name', { language: factsOf(each).name }) }))}
        ${input(page, { name: `description-${language}`, label: t('edit.group.description'), rows: 4 })}
        <div class="edit-days">
          ${choose(page, {
            name: 'sector',
            label: t('group.fact.sector'),
            options: [['', t('edit.none')], ...SECTORS.map((code): [string, string] => [code, t(`sector.${code}`)])],
          })}
          ${groupChoice(page, 'hub', t('group.fact.hub'), (group) => group.type === 'hub', undefined, isNew)}
        </div>
        ${input(page, { name: 'area', label: t('edit.group.area'), dir: 'ltr', rows: 2, hint: t('edit.group.area.hint') })}
        ${type === 'hub' ? html`<div class="edit-days">${input(page, { name: 'place', label: t('edit.group.place') })} ${input(page, { name: 'point', label: t('edit.group.point'), dir: 'ltr', hint: t('edit.group.point.hint') })}</div>` : nothing}
        <div class="edit-days">
          ${input(page, { name: 'mailbox', label: t('group.fact.mailbox'), type: 'email', hint: t('edit.group.mailbox.hint') })}
          ${input(page, { name: 'website', label: t('group.fact.website'), type: 'url' })}
        </div>
        <div class="edit-days">
          ${input(page, { name: 'since', label: t('group.fact.since'), type: 'date' })}
          ${input(page, { name: 'languages', label: t('group.fact.languages'), dir: 'ltr', hint: t('edit.group.languages.hint') })}
        </div>
        ${input(page, { name: 'activation', label: t('group.fact.activation'), hint: t('edit.group.activation.hint') })}
        <fieldset class="edit-set">
          <legend class="field-label">${t('group.owns')}</legend>
          ${OWNED.map((kind) => check(page, `owns-${kind}`, ownText(page, kind)))}
        </fieldset>
        ${OWNED.filter((kind) => valueOf(page, `owns-${kind}`) === 'yes').map(
          (kind) =>
            html`<div class="edit-days">
              ${choose(page, { name: `approvals-${kind}`, label: t('edit.group.approvals', { kind: t(`kind.${kind}`) }), options: [['', t('edit.group.approvals.none')], ...APPROVALS] })}
              ${valueOf(page, `approvals-${kind}`) ? groupChoice(page, `approvers-${kind}`, t('edit.group.approvers'), () => true, undefined, true) : nothing}
            </div>`,
        )}
      </div>
    </details>`;
}

/** Of a 3W a cluster answers for its own sector. */
function ownText(page: FormPage, kind: (typeof OWNED)[number]): string {
  const { t } = page;
  const sector = valueOf(page, 'sector');
  return kind === PRESENCE && sector ? t('group.owns.part', { kind: t(`kind.${kind}`), sector: t(`sector.${sector as 'HEA'}`) }) : t(`kind.${kind}`);
}

/** A group is made, under another or at the top. */
export function newGroup(page: FormPage): ChangeForm {
  const { t, app, scope } = page;
  const name = () => valueOf(page, `name-${app.language}`);
  const parent = () => page.groups.find(({ id }) => id === valueOf(page, 'parent'));
  return {
    heading: t('edit.group.new'),
    save: t('edit.group.new.save'),
    fields: () => renderFields(page, true),
    says: () => {
      if (!name()) return [];
      const upper = parent();
      const values = { name: name(), type: typeText(t, valueOf(page, 'type') as GroupType), parent: upper ? fullText(upper, app.language) : '' };
      return [
        t(upper ? 'edit.says.group.under' : 'edit.says.group', values),
        t(valueOf(page, 'members-only') === 'yes' ? 'edit.says.group.members' : 'edit.says.group.public'),
        t('edit.says.group.then'),
      ];
    },
    send: async () => {
      const id = valueOf(page, 'id') || toSlug(valueOf(page, 'acronym') || name());
      const { names = {}, type = 'other', ...given } = changesOf(page.values, null);
      const made = await app.api.call('createGroup', { params: { scope }, body: { ...given, id, names, type } });
      return made.id;
    },
  };
}

/** Fields of a group change; each change is told from what to what. */
export function editGroup(page: FormPage): ChangeForm {
  const { t, app, scope, subject } = page;
  const { group } = subject!;
  const before = toValues(group);
  const name = fullText(group, app.language);
  return {
    heading: t('edit.group.edit', { group: name }),
    save: t('edit.save'),
    fields: () => renderFields(page, false),
    says: () =>
      Object.keys({ ...before, ...page.values })
        .filter((field) => (before[field] ?? '') !== valueOf(page, field))
        .map((field) =>
          t('edit.says.field', {
            field: fieldText(page, field),
            before: shown(page, field, before[field] ?? ''),
            after: shown(page, field, valueOf(page, field)),
          }),
        ),
    send: async () => {
      await app.api.call('changeGroup', { params: { scope, group: group.id }, body: changesOf(page.values, group) as GroupChange });
      return null;
    },
  };
}

/** What a field of the form is called. */
function fieldText(page: FormPage, field: string): string {
  const { t } = page;
  const language = /^name-(\w+)$/.exec(field)?.[1];
  if (language) return t('edit.group.name', { language: factsOf(language as 'en').name });
  if (field.startsWith('description-')) return t('edit.group.description');
  const kind = /^(?:approvals|approvers)-(.+)$/.exec(field)?.[1] as (typeof OWNED)[number] | undefined;
  if (kind) return field.startsWith('approvals') ? t('edit.group.approvals', { kind: t(`kind.${kind}`) }) : t('edit.group.approvers');
  if (field.startsWith('owns-')) return t('edit.says.owns', { what: ownText(page, field.slice(5) as (typeof OWNED)[number]) });
  return t(`edit.field.${field as 'acronym'}`);
}

/** What a field holds, in words. */
function shown(page: FormPage, field: string, value: string): string {
  const { t, app, groups } = page;
  if (['members-only', 'ad-hoc', 'on-hold', 'reopen'].includes(field) || field.startsWith('owns-')) return t(value === 'yes' ? 'edit.yes' : 'edit.no');
  if (value === '') return t('edit.nothing');
  if (field === 'type') return typeText(t, value as GroupType);
  if (field === 'sector') return t(`sector.${value as 'HEA'}`);
  if (field === 'since') return app.format.date(value);
  if (field === 'area') return codesOf(value).join(', ');
  const group = ['parent', 'reportsTo', 'hub'].includes(field) || field.startsWith('approvers-') ? groups.find(({ id }) => id === value) : undefined;
  return group ? fullText(group, app.language) : value;
}

/** A group is closed with its last day. */
export function closeGroup(page: FormPage): ChangeForm {
  const { t, app, scope, subject, today } = page;
  const { group, seats, appointments } = subject!;
  const name = fullText(group, app.language);
  const until = () => valueOf(page, 'until') || today;
  const open = <T extends { end: string | null }>(list: readonly T[]) => list.filter(({ end }) => end === null || end > until());
  return {
    heading: t('edit.group.close', { group: name }),
    save: t('edit.group.close.save'),
    ending: true,
    fields: () => html`${input(page, { name: 'until', label: t('edit.last-day'), type: 'date' })} ${input(page, { name: 'reason', label: t('edit.reason') })}`,
    says: () => [
      t('edit.says.close', { group: name, until: until() }),
      t('edit.says.close.with', { seats: open(seats).length, persons: open(appointments.filter(({ state }) => state === 'active')).length }),
    ],
    send: async () => {
      const reason = orNull(valueOf(page, 'reason'));
      await app.api.call('closeGroup', { params: { scope, group: group.id }, body: { until: until(), ...(reason ? { reason } : {}) } });
      return null;
    },
  };
}
