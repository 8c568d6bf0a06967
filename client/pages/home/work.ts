/** What waits for the one who is signed in: open questions, uploads under way or failed, own drafts, and drafts of others to review. */
import { html, nothing, type TemplateResult } from 'lit';
import type homeMessages from '../../../server/words/en/interface/home.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type { DatasetAnswer } from '../../../server/contract/datasets/api.ts';
import type { WorkAnswer } from '../../../server/contract/uploads/work.ts';
import type { Translate } from '../../i18n/translate.ts';
import { countryName } from '../../i18n/names.ts';
import { uploadBadges } from '../../kit/facts.ts';
import { may } from '../../kit/may.ts';
import type { App } from '../../kit/view.ts';
import type { User } from '../../kit/work.ts';
import { icon } from '../../ui/icon.ts';
import { renderAsks, type Asks } from './asks.ts';

type T = Translate<keyof typeof homeMessages | keyof typeof commonMessages>;
type Upload = WorkAnswer['uploads'][number];
type Draft = WorkAnswer['drafts'][number];

/** Of each list; the others are behind a button. */
const SHOWN = 3;

/** `datasets`: to call countries by their names. Nothing where nothing waits. */
export function renderWork(
  app: App,
  t: T,
  datasets: readonly DatasetAnswer[],
  { user, answer: { uploads, drafts, reviews: asked, assigned }, asks }: { user: User; answer: WorkAnswer; asks: Asks | null },
): TemplateResult | typeof nothing {
  const nameOf = (id: string) => {
    const [, kind, iso3] = /^(.+)-(\w{3})$/.exec(id) ?? [];
    const code = iso3?.toUpperCase() ?? id;
    const own = datasets.filter(({ country }) => country === code);
    return html`${countryName(own, app.language, code)} · ${t(`kind.${kind}` as 'kind.3w')}`;
  };
  const upload = (each: Upload) => renderUpload(app, t, each, nameOf(each.dataset));
  const draft = (each: Draft) => renderDraft(app, t, each, nameOf(each.dataset));
  const lists = [
    asks ? renderAsks(app, t, asks, (scope) => countryName(datasets.filter(({ country }) => (country as string) === scope), app.language, scope)) : nothing, // prettier-ignore
    renderList(
      t,
      'questions',
      uploads.filter(({ asks }) => asks !== null),
      upload,
    ),
    renderList(
      t,
      'uploads',
      uploads.filter(({ asks }) => asks === null),
      upload,
    ),
    renderList(
      t,
      'drafts',
      drafts.filter(({ own }) => own),
      draft,
    ),
    renderList(t, 'asked', asked, (each) => renderAsked(app, t, each, nameOf(each.dataset))),
    renderList(t, 'assigned', assigned, (each) => renderAssigned(app, each, nameOf(each.dataset))),
    renderList(
      t,
      'review',
      drafts.filter((each) => !each.own && may(user, 'finding.accept', each.dataset) && !asked.some((own) => isSame(own, each))),
      draft,
    ),
  ];
  return lists.every((list) => list === nothing) ? nothing : html`<section class="work" aria-label=${t('home.work')}>${lists}</section>`;
}

function renderList<Item>(
  t: T,
  name: 'questions' | 'uploads' | 'asked' | 'assigned' | 'drafts' | 'review',
  items: readonly Item[],
  render: (item: Item) => TemplateResult,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  const rest = items.slice(SHOWN);
  return html`<section class="work-list" data-list=${name}>
    <h2>${t(`home.${name}`, { count: items.length })}</h2>
    <ul>
      ${items.slice(0, SHOWN).map(render)}
    </ul>
    ${
      rest.length > 0
        ? html`<details>
            <summary>${t('home.more', { count: rest.length })}</summary>
            <ul>
              ${rest.map(render)}
            </ul>
          </details>`
        : nothing
    }
  </section>`;
}

const isSame = (a: { dataset: string; version: string }, b: { dataset: string; version: string }) => a.dataset === b.dataset && a.version === b.version;

/** The page of the draft opens at its review. */
const reviewHref = (app: App, { dataset, version }: { dataset: string; version: string }) => app.href(`/drafts/${dataset}/${version}`, { tab: 'review' });

function renderAsked(app: App, t: T, each: WorkAnswer['reviews'][number], name: TemplateResult): TemplateResult {
  return html`<li>
    <a href=${reviewHref(app, each)}>${name} · <bdi class="number">${each.version}</bdi></a>
    <span class="small muted">${app.format.date(each.at)}${each.due ? html` · ${t('home.until', { date: app.format.date(each.due) })}` : nothing}</span>
  </li>`;
}

function renderAssigned(app: App, each: WorkAnswer['assigned'][number], name: TemplateResult): TemplateResult {
  const text = each.text.length > 120 ? `${each.text.slice(0, 117)}…` : each.text;
  return html`<li>
    <a href=${reviewHref(app, each)}>${name} · <bdi class="number">${each.version}</bdi></a>
    <span class="small muted" dir="auto">${text}</span>
  </li>`;
}

function renderUpload(app: App, t: T, { job, files, state, asks, createdAt }: Upload, name: TemplateResult): TemplateResult {
  const [first = ''] = files;
  const what = asks !== null ? t(`home.asks.${asks}`) : state === 'failed' ? t('home.failed') : t('home.running');
  return html`<li>
    <a href=${app.href('/upload', { job })}>${what}</a>
    <span class="small muted"
      >${name} · <bdi>${first}</bdi>${files.length > 1 ? html` ${t('home.files', { count: files.length - 1 })}` : nothing} · ${app.format.date(createdAt)}</span
    >
  </li>`;
}

function renderDraft(
  app: App,
  t: T,
  { dataset, version, createdAt, createdBy, own, errors, warnings, questions }: Draft,
  name: TemplateResult,
): TemplateResult {
  return html`<li>
    <a href=${app.href(`/drafts/${dataset}/${version}`)}>${name} · <bdi class="number">${version}</bdi></a>
    <span class="work-facts">
      <span class="small muted">${own || !createdBy ? nothing : html`<bdi>${createdBy}</bdi> · `}${app.format.date(createdAt)}</span>
      ${questions > 0 ? html`<span class="badge badge-warning">${icon('info', 14)} ${t('home.open', { count: questions })}</span>` : nothing}
      ${uploadBadges({ errors, warnings } as never, t as never)}
    </span>
  </li>`;
}
