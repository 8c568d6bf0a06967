/** Home: which countries are here, how fresh and how good. A card each. */
import { html, nothing, svg, type PropertyDeclarations } from 'lit';
import type { Api } from '../../kit/api.ts';
import type homeMessages from '../../../server/words/en/interface/home.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import type { DatasetAnswer, TileJson, VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { createCompare } from '../../i18n/language.ts';
import { boxOfTiles, fitCamera } from '../../map/camera.ts';
import { drawStill, type Still } from '../../map/still.ts';
import { icon } from '../../ui/icon.ts';
import { View, isAbort } from '../../kit/view.ts';
import { pageHeader } from '../../kit/header.ts';
import { countryName } from '../../i18n/names.ts';
import { BOUNDARIES } from '../../kit/kinds.ts';
import { findingBadges } from '../../kit/facts.ts';
import { kindBadge } from '../../kit/versions/states.ts';
import { mayAnywhere } from '../../kit/may.ts';
import { createWork, type User } from '../../kit/work.ts';
import type { WorkAnswer } from '../../../server/contract/uploads/work.ts';
import { fetchAsks, type Asks } from './asks.ts';
import { renderWork } from './work.ts';
import './page.css';

type Key = keyof typeof homeMessages | keyof typeof commonMessages;

interface Country {
  iso3: string;
  datasets: DatasetAnswer[];
}

/** What a card learns after the list: the current boundaries and their picture. */
interface Detail {
  version: VersionAnswer | null;
  still: Still | null;
  /** Groups of its coordination that are open. */
  groups: number;
}

const NOTHING: Detail = { version: null, still: null, groups: 0 };
/** Of somebody who holds nothing in any group. */
const NO_WORK: WorkAnswer = { uploads: [], drafts: [], reviews: [], assigned: [] };
const PICTURE = { width: 320, height: 180 };
/** With fewer countries than this the page needs no filter. */
const FILTER_FROM = 9;

export class HomeView extends View<Key> {
  static override properties: PropertyDeclarations = {
    countries: { state: true },
    details: { state: true },
    error: { state: true },
    filter: { state: true },
    work: { state: true },
  };
  declare private countries: Country[] | null;
  declare private details: ReadonlyMap<string, Detail>;
  declare private error: unknown;
  declare private filter: string;
  /** null: nobody is signed in, or it is not known yet. */
  declare private work: { user: User; answer: WorkAnswer; asks: Asks | null } | null;
  private readonly aborts = new AbortController();

  constructor() {
    super();
    this.countries = null;
    this.details = new Map();
    this.error = null;
    this.filter = '';
    this.work = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load(this.data as ReturnType<Api['getDatasets']>);
    void this.loadWork();
  }

  /** The list of countries is the page; without this it is whole. */
  private async loadWork(): Promise<void> {
    const work = createWork(this.app.api);
    try {
      const user = await work.getSession();
      if (!user) return;
      const isMember = mayAnywhere(user, 'draft.read');
      const [answer, asks] = await Promise.all([
        isMember ? work.getWork(this.aborts.signal) : NO_WORK,
        fetchAsks(this.app.api, user, this.aborts.signal).catch(() => null),
      ]);
      this.work = { user, answer, asks };
    } catch {
      this.work = null;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.aborts.abort();
  }

  private async load(answer: ReturnType<Api['getDatasets']>): Promise<void> {
    this.error = null;
    try {
      this.countries = groupByCountry((await answer).datasets);
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
  }

  /** A card asks for its details when it comes near the window: a picture is some tens of kilobytes. */
  private readonly observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        this.observer.unobserve(target);
        const country = this.countries?.find(({ iso3 }) => iso3 === (target as HTMLElement).dataset['iso3']);
        if (country && !this.details.has(country.iso3)) void this.loadDetail(country);
      }
    },
    { rootMargin: '200px' },
  );

  protected override updated(): void {
    for (const card of this.querySelectorAll<HTMLElement>('.card')) if (!this.details.has(card.dataset['iso3']!)) this.observer.observe(card);
  }

  /** A card whose details fail still leads to its country: the picture and counts are extra. */
  private async loadDetail({ iso3, datasets }: Country): Promise<void> {
    const { api } = this.app;
    const { signal } = this.aborts;
    const set = (detail: Partial<Detail>) => (this.details = new Map(this.details).set(iso3, { ...NOTHING, ...this.details.get(iso3), ...detail }));
    set({});
    void api.call('getStructure', { params: { scope: iso3 }, signal }).then(
      ({ groups }) => set({ groups: groups.filter(({ status }) => status !== 'closed').length }),
      () => undefined,
    );
    const boundaries = datasets.find(({ kind, current }) => kind === BOUNDARIES && current);
    if (!boundaries?.current) return;
    const [version, tilejson] = await Promise.all([
      api.getVersion(boundaries.id, boundaries.current, signal).catch(() => null),
      api.getTileJson(toAddress('getTilejson', { dataset: boundaries.id, version: boundaries.current }), signal).catch(() => null),
    ]);
    set({ version });
    if (tilejson) set({ still: await drawCard(api, tilejson, signal).catch(() => null) });
  }

  protected override willUpdate(): void {
    this.app.setTitle('');
  }

  override render() {
    const t = this.t;
    return html`${pageHeader(this.app, t as never)}
      <main id="content" class="home" tabindex="-1">
        ${this.work ? renderWork(this.app, this.t, this.countries?.flatMap(({ datasets }) => datasets) ?? [], this.work) : nothing}
        <div class="home-head">
          <div>
            <h1 tabindex="-1">${t('home.title')}</h1>
            <p class="muted">${t('home.lead')}</p>
          </div>
          ${
            (this.countries?.length ?? 0) >= FILTER_FROM
              ? html`<input
                  class="home-filter"
                  type="search"
                  aria-label=${t('home.filter')}
                  placeholder=${t('home.filter')}
                  @input=${(event: Event) => (this.filter = (event.target as HTMLInputElement).value)}
                />`
              : nothing
          }
        </div>
        ${this.renderList()}
      </main>`;
  }

  private renderList() {
    const t = this.t;
    if (this.error) return this.failed(this.error, () => void this.load(this.app.api.getDatasets(this.aborts.signal)), { notFound: '', back: html`` });
    if (!this.countries) return this.loading(t('home.loading'));
    if (this.countries.length === 0)
      return html`<div class="state">
        ${icon('map', 40)}
        <h2>${t('home.empty')}</h2>
        <p>${t('home.empty.detail')}</p>
        <code class="home-command">npx codmap ingest FILE --country XXX --publish</code>
      </div>`;
    const name = (country: Country) => countryName(country.datasets, this.app.language, country.iso3);
    const compare = createCompare(this.app.language);
    const shown = this.countries
      .map((country) => ({ country, name: name(country) }))
      .filter(({ country, name }) => matches(this.filter, name, country))
      .sort((a, b) => compare(a.name, b.name));
    if (shown.length === 0) return html`<p class="state" role="status">${t('home.none', { query: this.filter })}</p>`;
    return html`<ul class="cards">
      ${shown.map(({ country, name }) => this.renderCard(country, name))}
    </ul>`;
  }

  private renderCard({ iso3, datasets }: Country, name: string) {
    const { t, app } = this;
    const detail = this.details.get(iso3);
    // What is not current any more is no news of the country.
    const newest = datasets
      .flatMap(({ current, versions }) => versions.find(({ version }) => version === current)?.publishedAt ?? [])
      .sort()
      .at(-1);
    const wasPublic = datasets.some(({ versions }) => versions.some(({ publishedAt }) => publishedAt !== null));
    const units = detail?.version?.levels.filter(({ level }) => level > 0).map(({ level, units }) => t('home.units', { level, units }));
    return html`<li class="card" data-iso3=${iso3}>
      <a href=${app.href(`/c/${iso3.toLowerCase()}`)}>
        <figure class="card-picture">${detail?.still ? stillPicture(detail.still) : nothing}</figure>
        <span class="card-name"><strong>${name}</strong><bdi class="muted small">${iso3}</bdi></span>
      </a>
      <div class="card-facts small">
        <p class="badges">${datasets.map((dataset) => kindBadge(dataset, t as never))}</p>
        <p class="muted number">${units?.length ? units.join(' · ') : html`&nbsp;`}</p>
        ${detail?.groups ? html`<p><a class="card-more" href=${app.href(`/c/${iso3.toLowerCase()}/coordination`)}>${t('home.coordination', { count: detail.groups })}</a></p>` : nothing}
        <p class="card-foot">
          <span class="muted">${newest ? t('home.updated', { date: app.format.date(newest) }) : t(wasPublic ? 'home.no-current' : 'home.unpublished')}</span>
          ${detail?.version ? findingBadges(detail.version.report, this.t as never) : nothing}
        </p>
      </div>
    </li>`;
  }
}

/** The picture of a card: one zoom below its size is enough, so that a card costs a tile or four. */
async function drawCard(api: Api, tilejson: TileJson, signal: AbortSignal): Promise<Still> {
  const room = 14;
  const camera = fitCamera(boxOfTiles(tilejson), PICTURE, { top: room, right: room, bottom: room, left: room });
  return drawStill(api, tilejson, camera, PICTURE, signal);
}

function stillPicture({ size, land, lines }: Still) {
  return html`<svg viewBox="0 0 ${size.width} ${size.height}" aria-hidden="true">
    <path class="still-land" d=${land}></path>
    ${lines.map(({ level, path }) => svg`<path class="still-line still-line-${level}" d=${path}></path>`)}
  </svg>`;
}

export function groupByCountry(datasets: readonly DatasetAnswer[]): Country[] {
  const groups = Map.groupBy(datasets, ({ country }) => country as string);
  return [...groups].map(([iso3, datasets]) => ({ iso3, datasets }));
}

/** Accents and case do not matter in a filter. */
function matches(filter: string, name: string, { iso3, datasets }: Country): boolean {
  const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = fold(filter.trim());
  return [name, iso3, ...datasets.flatMap(({ countryNames }) => Object.values(countryNames))].some((text) => fold(text).includes(wanted));
}

customElements.define('home-view', HomeView);
