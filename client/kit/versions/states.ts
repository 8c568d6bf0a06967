/** What a version is today, said in the same words and look on every page: current, superseded, withdrawn, draft. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DatasetAnswer, VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { stateText, type Stated } from '../../../server/words/states.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon } from '../../ui/icon.ts';
import { ApiProblem } from '../api.ts';
import { kindOf } from '../kinds.ts';
import type { App } from '../view.ts';

type T = Translate<keyof typeof commonMessages>;
type Status = VersionAnswer['status'];

const LOOKS: Record<Status, [look: string, sign: Parameters<typeof icon>[0] | null]> = {
  current: ['badge-good', 'check'],
  superseded: ['', null],
  withdrawn: ['badge-error', 'warning'],
  draft: ['badge-warning', null],
};

/** The state of a version as a badge: word, colour and, where it matters, a sign. */
export function statusBadge(status: Status, t: T): TemplateResult {
  const [look, sign] = LOOKS[status];
  return html`<span class="badge ${look}" data-status=${status}>${sign ? icon(sign, 14) : nothing} ${t(`status.${status}`)}</span>`;
}

/** The version by which a dataset is called where none is chosen: the current one; else the latest that was public; else the latest draft. */
export function leadingVersion({ current, versions }: Pick<DatasetAnswer, 'current' | 'versions'>): DatasetAnswer['versions'][number] | undefined {
  const latest = versions.filter(({ publishedAt }) => publishedAt !== null).toSorted((a, b) => (a.publishedAt! < b.publishedAt! ? 1 : -1))[0];
  return versions.find(({ version }) => version === current) ?? latest ?? versions[0];
}

/** Where the version that is current is shown. */
export interface ToCurrent {
  version: string | null;
  href: string;
  show?: (event: Event) => void;
}

/**
 * Over whatever is not current: since when, why, and the way to the current version. Nothing for a current one.
 * @param to null: this page has no other way than its own
 */
export function stateBanner(version: Stated, app: App, t: T, to: ToCurrent | null): TemplateResult | typeof nothing {
  const said = stateText(version, t(`kind.${kindOf(version.dataset)}`), (iso) => app.format.date(iso), t);
  if (!said) return nothing;
  const isGone = version.status === 'withdrawn';
  return html`<div
    class="notice ${isGone ? 'notice-error' : version.status === 'draft' ? '' : 'notice-warning'} state-banner"
    role="note"
    data-status=${version.status}
  >
    ${icon(isGone ? 'warning' : 'info', 18)}
    <div>
      <p><b dir="auto">${said.state}</b></p>
      ${said.reason ? html`<p dir="auto">${said.reason}</p>` : nothing}
      ${
        to === null || version.status === 'draft'
          ? nothing
          : to.version === null
            ? html`<p>${t('version.none-current')}</p>`
            : html`<p><a href=${to.href} @click=${(event: Event) => to.show?.(event)}>${t('version.show-current', { version: to.version })}</a></p>`
      }
    </div>
  </div>`;
}

/** The kind of a dataset with the version it is called by, and its state where that is not the current one. */
export function kindBadge(dataset: Pick<DatasetAnswer, 'kind' | 'current' | 'versions'>, t: T): TemplateResult {
  const lead = leadingVersion(dataset);
  const status = lead?.status ?? 'draft';
  const look = status === 'current' ? '' : LOOKS[status][0];
  return html`<span class="badge ${look}" data-status=${status}
    >${t(`kind.${dataset.kind}`)} <bdi class="number">${lead?.version ?? ''}</bdi>${status === 'current' ? nothing : html` · ${t(`status.${status}`)}`}</span
  >`;
}

interface OfCountry {
  dataError: unknown;
  app: Pick<App, 'href'>;
  country: { id3: string };
  datasetId: string;
  t: (key: 'version.none-current' | 'country.dataset') => string;
}

/** What is said where data are there and none are current, in the place of a failure; null of another failure. */
export function noneCurrent({ dataError, app, country, datasetId, t }: OfCountry): TemplateResult | null {
  if (!(dataError instanceof ApiProblem) || dataError.code !== 'version.none-current') return null;
  return html`<div class="state" role="status">
    <h2>${t('version.none-current')}</h2>
    <a class="button" href=${app.href(`/c/${country.id3.toLowerCase()}/${datasetId}`)}>${t('country.dataset')}</a>
  </div>`;
}
