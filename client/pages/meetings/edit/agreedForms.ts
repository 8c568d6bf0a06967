/** Forms of actions and decisions. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Action, Decision, Link } from '../../../../server/contract/meetings/actions.ts';
import { ROLES } from '../roles.ts';
import type { Held } from './change.ts';
import { choose, groupNameOf, input, orNull, valueOf, type ChangeForm, type FormPage } from './form.ts';

const ABOUT = ['version', 'document', 'map', 'url'] as const;

/** What it is about: first what kind of thing, then which. */
function aboutFields(page: FormPage): TemplateResult {
  const { t } = page;
  const about = valueOf(page, 'about');
  return html`${choose(page, { name: 'about', label: t('field.about'), options: [['', t('field.about.none')], ...ABOUT.map((is): [string, string] => [is, t(`field.about.${is}`)])] })}
  ${about === 'url' ? input(page, { name: 'url', label: t('field.address'), dir: 'ltr' }) : about === '' ? nothing : choose(page, { name: `which-${about}`, label: t('field.which'), options: [['', '–'], ...optionsOf(page, about)] })}`;
}

function optionsOf({ t, choices }: FormPage, about: string): [string, string][] {
  if (about === 'document') return choices.documents.map(({ id, title }): [string, string] => [id, title]);
  if (about === 'map') return choices.maps.map(({ id, title }): [string, string] => [id, title]);
  return choices.datasets.flatMap(({ id, kind, versions }) =>
    versions
      .filter(({ status }) => status !== 'withdrawn')
      .toReversed()
      .map(({ version }): [string, string] => [`${id} ${version}`, t('link.version', { data: t(`kind.${kind}`), version })]),
  );
}

/** undefined: it is not said yet which one. */
function linkOf(page: FormPage): Link | null | undefined {
  const about = valueOf(page, 'about');
  if (about === '') return null;
  if (about === 'url') return valueOf(page, 'url') === '' ? undefined : { is: 'url', url: valueOf(page, 'url') };
  const which = valueOf(page, `which-${about}`);
  if (which === '') return undefined;
  if (about === 'document') return { is: 'document', id: which, version: null };
  if (about === 'map') return { is: 'map', id: which };
  const [dataset, version] = which.split(' ');
  return { is: 'version', dataset: dataset as never, version: version as never };
}

function valuesOfLink(link: Action['link']): Record<string, string> {
  if (link === null) return { about: '' };
  if (link.is === 'url') return { about: 'url', url: link.url };
  return { about: link.is, [`which-${link.is}`]: link.is === 'version' ? `${link.dataset} ${link.version}` : link.id };
}

/** Without what the server tells beside it. */
const plainLink = (link: Action['link']): Link | null => {
  if (link === null) return null;
  const { title: _, ...plain } = link;
  return plain as Link;
};

const groupField = (page: FormPage, groups: readonly string[]) =>
  groups.length > 1
    ? choose(page, { name: 'group', label: page.t('field.group'), options: groups.map((id): [string, string] => [id, groupNameOf(page, id)]) })
    : nothing;
const recordedGroups = (page: FormPage, { meeting }: Held): string[] => meeting.groups.filter((id) => page.records.includes(id));

export const valuesOfAction = ({ text, organisation, role, due, link }: Action): Record<string, string> => ({
  text,
  organisation: organisation ?? '',
  role: role ?? '',
  due: due ?? '',
  ...valuesOfLink(link),
});

function actionBody(page: FormPage) {
  return {
    text: valueOf(page, 'text'),
    organisation: orNull(valueOf(page, 'organisation')),
    role: orNull(valueOf(page, 'role')) as Action['role'],
    due: orNull(valueOf(page, 'due')),
    link: linkOf(page) ?? null,
  };
}

function actionFields(page: FormPage): TemplateResult {
  const { t, choices } = page;
  return html`${input(page, { name: 'text', label: t('field.text'), rows: 3, required: true })}
    <div class="edit-row">
      ${choose(page, { name: 'organisation', label: t('field.organisation'), options: [['', t('field.organisation.none')], ...choices.organisations.map(({ id, name }): [string, string] => [id, name])] })}
      ${choose(page, { name: 'role', label: t('field.role'), options: [['', t('field.organisation.none')], ...ROLES.map((role): [string, string] => [role, t(`role.${role}`)])] })}
      ${input(page, { name: 'due', label: t('field.due'), type: 'date' })}
    </div>
    ${aboutFields(page)}`;
}

function actionSays(page: FormPage): string[] {
  const { t, choices } = page;
  const { text, organisation, role, due } = actionBody(page);
  if (text === '' || linkOf(page) === undefined) return [];
  const name = choices.organisations.find(({ id }) => id === organisation)?.name ?? organisation;
  const said = [name, role === null ? null : t(`role.${role}`)].filter((each): each is string => each !== null);
  const owner = said.length === 2 ? t('action.owner', { organisation: said[0]!, role: said[1]! }) : (said[0] ?? t('says.action.nobody'));
  return [t('says.action', { owner, hasDue: due === null ? 'no' : 'yes', due: due ?? '' }), ...(said.length === 0 ? [t('says.action.unowned')] : [])];
}

export function addAction(page: FormPage, held: Held): ChangeForm {
  const { t, app, scope } = page;
  const groups = recordedGroups(page, held);
  return {
    heading: t('form.action'),
    save: t('action.add'),
    fields: () => html`${groupField(page, groups)} ${actionFields(page)}`,
    says: () => actionSays(page),
    send: async () => {
      const { meeting, occurrence } = held;
      const body = { ...actionBody(page), group: valueOf(page, 'group') || groups[0]!, held: { meeting: meeting.id, day: occurrence.day } };
      await app.api.call('createAction', { params: { scope }, body });
      return null;
    },
  };
}

export function changeAction(page: FormPage, action: Action): ChangeForm {
  const { t, app, scope } = page;
  const changed = () => {
    const before: Record<string, unknown> = {
      text: action.text,
      organisation: action.organisation,
      role: action.role,
      due: action.due,
      link: plainLink(action.link),
    };
    return Object.fromEntries(Object.entries(actionBody(page)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
  };
  return {
    heading: t('form.action'),
    save: t('form.save'),
    fields: () => actionFields(page),
    says: () => (Object.keys(changed()).length === 0 ? [] : actionSays(page)),
    send: async () => {
      await app.api.call('changeAction', { params: { scope, entry: action.id }, body: changed() });
      return null;
    },
  };
}

export function closeAction(page: FormPage, action: Action): ChangeForm {
  const { t, app, scope } = page;
  const state = () => (valueOf(page, 'state') || 'done') as Action['state'];
  return {
    heading: t('form.close-action'),
    save: t('form.save'),
    fields: () =>
      html`<blockquote class="edit-quote" dir="auto">${action.text}</blockquote>
        ${choose(page, { name: 'state', label: t('field.state'), options: (['done', 'dropped'] as const).map((each): [string, string] => [each, t(`action.state.${each}`)]) })}`,
    says: () => [t('says.closed', { state: state() })],
    send: async () => {
      await app.api.call('changeAction', { params: { scope, entry: action.id }, body: { state: state() } });
      return null;
    },
  };
}

export const valuesOfDecision = ({ text, date, visibility, link }: Decision): Record<string, string> => ({ text, date, visibility, ...valuesOfLink(link) });

function decisionFields(page: FormPage): TemplateResult {
  const { t } = page;
  return html`${input(page, { name: 'text', label: t('field.text'), rows: 3, required: true })}
    <div class="edit-row">
      ${input(page, { name: 'date', label: t('field.date'), type: 'date', required: true })}
      ${choose(page, {
        name: 'visibility',
        label: t('field.decision-sees'),
        options: [
          ['public', t('meeting.public')],
          ['members', t('meeting.members')],
        ],
      })}
    </div>
    ${aboutFields(page)}`;
}

const decisionBody = (page: FormPage) => ({
  text: valueOf(page, 'text'),
  date: valueOf(page, 'date'),
  visibility: (valueOf(page, 'visibility') === 'members' ? 'members' : 'public') as Decision['visibility'],
  link: linkOf(page) ?? null,
});

function decisionSays(page: FormPage, group: string): string[] {
  const { t, choices } = page;
  const { text, date, visibility, link } = decisionBody(page);
  if (text === '' || date === '' || linkOf(page) === undefined) return [];
  const kind = link?.is === 'version' ? choices.datasets.find(({ id }) => id === link.dataset)?.kind : undefined;
  const isMembers = visibility === 'members' || !page.isPublic(group);
  return [
    t('says.decision', { group: groupNameOf(page, group), date }),
    ...(link?.is === 'version' ? [t('says.decision.version', { data: kind ? t(`kind.${kind}`) : link.dataset, version: link.version })] : []),
    t(isMembers ? 'says.decision.members' : 'says.decision.public'),
  ];
}

export function addDecision(page: FormPage, held: Held): ChangeForm {
  const { t, app, scope } = page;
  const groups = recordedGroups(page, held);
  const group = () => valueOf(page, 'group') || groups[0]!;
  return {
    heading: t('form.decision'),
    save: t('decision.add'),
    fields: () => html`${groupField(page, groups)} ${decisionFields(page)}`,
    says: () => decisionSays(page, group()),
    send: async () => {
      const { meeting, occurrence } = held;
      await app.api.call('createDecision', {
        params: { scope },
        body: { ...decisionBody(page), group: group(), held: { meeting: meeting.id, day: occurrence.day } },
      });
      return null;
    },
  };
}

export function changeDecision(page: FormPage, decision: Decision): ChangeForm {
  const { t, app, scope } = page;
  const changed = () => {
    const before: Record<string, unknown> = { text: decision.text, date: decision.date, visibility: decision.visibility, link: plainLink(decision.link) };
    return Object.fromEntries(Object.entries(decisionBody(page)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
  };
  return {
    heading: t('form.decision'),
    save: t('form.save'),
    fields: () => decisionFields(page),
    says: () => (Object.keys(changed()).length === 0 ? [] : decisionSays(page, decision.group)),
    send: async () => {
      await app.api.call('changeDecision', { params: { scope, entry: decision.id }, body: changed() });
      return null;
    },
  };
}

export function deleteDecision(page: FormPage, decision: Decision): ChangeForm {
  const { t, app, scope } = page;
  return {
    heading: t('decision.delete'),
    save: t('decision.delete'),
    ending: true,
    fields: () => html`<blockquote class="edit-quote" dir="auto">${decision.text}</blockquote>`,
    says: () => [t('says.decision.delete')],
    send: async () => {
      await app.api.call('deleteDecision', { params: { scope, entry: decision.id } });
      return null;
    },
  };
}
