/** The forms of a source: added after it was tried, changed, taken away. */
import { html, nothing, type TemplateResult } from 'lit';
import type { NewSource, Source, SourceChange, TriedAnswer } from '../../../../server/contract/harvest/harvest.ts';
import type { Entry } from '../../../../server/contract/schedule/schedule.ts';
import { BOUNDARIES, kindOf } from '../../../kit/kinds.ts';
import { icon } from '../../../ui/icon.ts';
import { choose, input, valueOf, type ChangeForm, type FormPage } from '../edit/form.ts';
import { dataText, seriesText } from '../words.ts';
import type { SourceAction } from './action.ts';
import { AUTHS, everyText, INTERVALS, KINDS, problemText } from './words.ts';

/** What would come, for what the fields hold. */
export interface Trying {
  /** Of the fields; another one is not tried yet. */
  key: string;
  answer: TriedAnswer | null;
  error: unknown;
}

export interface SourcePage extends FormPage {
  tried: Trying | null;
  isTrying: boolean;
  tryOut: (given: NewSource) => void;
}

const orNull = (text: string): string | null => (text === '' ? null : text);
const everyOf = (page: FormPage): Source['every'] => (valueOf(page, 'every') === '' ? null : (Number(valueOf(page, 'every')) as Source['every']));

/** The source that the fields describe. */
export function newSourceOf(page: FormPage, entry: Entry): NewSource {
  const dataset = orNull(valueOf(page, 'dataset')) as NewSource['dataset'];
  const auth = valueOf(page, 'auth') as NewSource['auth'];
  return {
    name: valueOf(page, 'name'),
    kind: valueOf(page, 'kind') as NewSource['kind'],
    url: valueOf(page, 'url').trim(),
    pick: valueOf(page, 'kind') === 'ckan' ? orNull(valueOf(page, 'pick')) : null,
    dataset,
    entry: dataset === null ? entry.id : null,
    auth,
    secret: auth === 'none' ? null : orNull(valueOf(page, 'secret')),
    every: everyOf(page),
    paused: false,
    onChange: dataset === null ? 'tell' : (valueOf(page, 'onChange') as NewSource['onChange']),
    personal: orNull(valueOf(page, 'personal')) as NewSource['personal'],
  };
}

/** What is asked of the other side; the rest may change without another try. */
export const keyOf = ({ kind, url, pick, auth, secret, dataset }: NewSource): string => JSON.stringify([kind, url, pick, auth, secret, dataset]);

/** What the fields hold at first. */
export const firstOf = (action: SourceAction, name: string): Record<string, string> => {
  if (action.kind === 'remove') return {};
  if (action.kind === 'add')
    return {
      name,
      kind: 'file',
      url: action.entry.link ?? '',
      dataset: action.entry.dataset ?? '',
      auth: 'none',
      every: '1440',
      onChange: 'draft',
      personal: '',
    };
  const { source } = action;
  return {
    name: source.name,
    kind: source.kind,
    url: source.url,
    pick: source.pick ?? '',
    dataset: source.dataset ?? '',
    auth: source.auth,
    every: source.every === null ? '' : String(source.every),
    onChange: source.onChange,
    personal: source.personal ?? '',
  };
};

function whatFields(page: SourcePage): TemplateResult {
  const { t } = page;
  return html`${input(page, { name: 'name', label: t('sources.field.name'), required: true })}
  ${choose(page, { name: 'kind', label: t('sources.fact.kind'), options: KINDS.map((kind) => [kind, t(`sources.kind.${kind}`)] as const) })}
  ${input(page, { name: 'url', label: t('sources.field.url'), dir: 'ltr', required: true, hint: t('sources.field.url.hint') })}
  ${valueOf(page, 'kind') === 'ckan' ? input(page, { name: 'pick', label: t('sources.field.pick'), hint: t('sources.field.pick.hint') }) : nothing}`;
}

function secretFields(page: SourcePage, isKept: boolean): TemplateResult {
  const { t } = page;
  const auth = valueOf(page, 'auth');
  const hint = isKept ? t('sources.field.secret.kept') : t(auth === 'basic' ? 'sources.field.secret.basic' : 'sources.field.secret.hint');
  return html`${choose(page, { name: 'auth', label: t('sources.field.auth'), options: AUTHS.map((each) => [each, t(`sources.auth.${each}`)] as const) })}
  ${auth === 'none' ? nothing : input(page, { name: 'secret', label: t('sources.field.secret'), type: 'password', autocomplete: 'new-password', hint })}`;
}

function howFields(page: SourcePage): TemplateResult {
  const { t } = page;
  const isHere = valueOf(page, 'dataset') !== '';
  const everies = [...INTERVALS.map((minutes) => [String(minutes), everyText(t, minutes)] as const), ['', t('sources.every.none')] as const];
  // Only boundaries are compared with the version before, so that a small change can be told from a large one.
  const isCompared = isHere && kindOf(valueOf(page, 'dataset')) === BOUNDARIES;
  const changes = (['draft', 'publish', 'tell'] as const).filter((each) => each !== 'publish' || isCompared || valueOf(page, 'onChange') === 'publish');
  return html`<div class="edit-row">
      ${choose(page, { name: 'every', label: t('sources.fact.every'), options: everies })}
      ${isHere ? choose(page, { name: 'onChange', label: t('sources.fact.change'), options: changes.map((each) => [each, t(`sources.change.${each}`)] as const) }) : nothing}
    </div>
    ${
      isHere && valueOf(page, 'onChange') !== 'tell'
        ? choose(page, {
            name: 'personal',
            label: t('sources.field.personal'),
            options: [
              ['', t('sources.personal.ask')],
              ['strip', t('sources.personal.strip')],
              ['keep', t('sources.personal.keep')],
            ],
          })
        : nothing
    }`;
}

const howSays = ({ t }: FormPage, { every, onChange }: Pick<NewSource, 'every' | 'onChange'>): string[] => [
  t('sources.says.every', { every: everyText(t, every) }),
  t(`sources.says.${onChange}`),
];

/** Kept only after it was tried. */
export function add(page: SourcePage, entry: Entry): ChangeForm {
  const { t, model } = page;
  const given = newSourceOf(page, entry);
  const isTried = page.tried?.key === keyOf(given) && page.tried.answer?.problem === null;
  const here = model.datasets.map(({ id }): [string, string] => [id, dataText(t, id)]);
  const canTry = given.url !== '' && given.name !== '' && !page.isTrying;
  return {
    heading: t('sources.form.add', { name: seriesText(t, entry) }),
    save: t('sources.save'),
    fields: () =>
      html`${whatFields(page)}
        ${entry.dataset === null ? choose(page, { name: 'dataset', label: t('sources.fact.fills'), options: [['', t('sources.field.fills.entry')], ...here] }) : nothing}
        ${secretFields(page, false)} ${howFields(page)}
        <div>
          <button type="button" class="button" ?disabled=${!canTry} @click=${() => page.tryOut(given)}>
            ${icon('search', 18)} ${t(page.isTrying ? 'sources.trying' : 'sources.try')}
          </button>
        </div>
        ${page.tried?.key === keyOf(given) ? renderTried(page, page.tried) : nothing}`,
    says: () => (isTried ? howSays(page, given) : []),
    send: async () => {
      await model.app.api.call('createSource', { params: { scope: model.scope }, body: given });
      return 'changed';
    },
  };
}

/** Evidence: what came, before anything is kept. */
function renderTried({ t, model }: SourcePage, { answer }: Trying): TemplateResult | typeof nothing {
  if (!answer) return nothing;
  const { came, problem, same } = answer;
  if (problem)
    return html`<div class="source-came" role="status">
      <p class="source-problem">${icon('error', 16)} <span>${problemText(problem, model.app.language)}</span></p>
    </div>`;
  if (!came) return nothing;
  return html`<div class="source-came small" role="status">
    <ul>
      ${came.files.map(({ name, bytes }) => html`<li><bdi>${t('sources.tried.file', { name, size: model.app.format.bytes(bytes) })}</bdi></li>`)}
      ${came.parts.map(
        ({ name, rows, columns }) =>
          html`<li>
            <b dir="auto">${t('sources.tried.part', { name, rows })}</b>
            ${columns.length > 0 ? html`<br /><span class="muted" dir="auto">${t('sources.tried.columns', { columns })}</span>` : nothing}
          </li>`,
      )}
    </ul>
    ${came.resource === null ? nothing : html`<p dir="auto">${t('sources.tried.resource', { name: came.resource })}</p>`}
    ${came.counted === null ? nothing : html`<p>${t('sources.tried.counted', { counted: came.counted })}</p>`}
    ${came.parts.length === 0 ? html`<p>${t('sources.tried.unread')}</p>` : nothing}
    ${same === null ? nothing : html`<p>${t('sources.tried.same', { version: same })}</p>`}
  </div>`;
}

function changesOf(page: SourcePage, source: Source): SourceChange {
  const auth = valueOf(page, 'auth') as Source['auth'];
  const said: SourceChange = {
    name: valueOf(page, 'name'),
    kind: valueOf(page, 'kind') as Source['kind'],
    url: valueOf(page, 'url').trim(),
    pick: valueOf(page, 'kind') === 'ckan' ? orNull(valueOf(page, 'pick')) : null,
    auth,
    every: everyOf(page),
    onChange: source.dataset === null ? 'tell' : (valueOf(page, 'onChange') as Source['onChange']),
    personal: orNull(valueOf(page, 'personal')) as Source['personal'],
  };
  const differing = Object.entries(said).filter(([name, value]) => value !== source[name as keyof Source]);
  const secret = auth === 'none' ? '' : valueOf(page, 'secret');
  return { ...Object.fromEntries(differing), ...(secret === '' ? {} : { secret }) };
}

/** Each field by itself; an empty secret stays. */
export function change(page: SourcePage, source: Source): ChangeForm {
  const { t, model } = page;
  const changes = changesOf(page, source);
  return {
    heading: t('sources.form.change', { name: source.name }),
    save: t('form.save'),
    fields: () => html`${whatFields(page)} ${secretFields(page, source.hasSecret)} ${howFields(page)}`,
    says: () => {
      if (Object.keys(changes).length === 0 || valueOf(page, 'name') === '' || valueOf(page, 'url') === '') return [];
      const isOther = changes.url !== undefined || changes.kind !== undefined || changes.pick !== undefined;
      return [
        ...howSays(page, { every: everyOf(page), onChange: source.dataset === null ? 'tell' : (valueOf(page, 'onChange') as Source['onChange']) }),
        isOther ? t('sources.says.again') : t('sources.says.changed'),
      ];
    },
    send: async () => {
      await model.app.api.call('changeSource', { params: { scope: model.scope, source: source.id }, body: changes });
      return 'changed';
    },
  };
}

/** Versions stay. */
export function remove(page: SourcePage, source: Source): ChangeForm {
  const { t, model } = page;
  return {
    heading: t('sources.form.remove', { name: source.name }),
    save: t('sources.remove'),
    ending: true,
    fields: () => nothing,
    says: () => [t('sources.says.remove')],
    send: async () => {
      await model.app.api.call('deleteSource', { params: { scope: model.scope, source: source.id } });
      return 'changed';
    },
  };
}
