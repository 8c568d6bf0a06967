/** The dataset page: its versions and what changed, what the checks found, metadata, files, and API lines to copy. */
import { html, nothing, type TemplateResult, type PropertyDeclarations } from 'lit';
import type madeMessages from '../../../server/words/en/interface/standards/made.ts';
import type datasetMessages from '../../../server/words/en/interface/dataset.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import type { DatasetAnswer, VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { DecisionsAnswer } from '../../../server/contract/meetings/actions.ts';
import type { VersionDiff } from '../../../server/contract/datasets/dataset.ts';
import { icon } from '../../ui/icon.ts';
import { View, isAbort } from '../../kit/view.ts';
import { downloadList, findingBadges, renderCorrections, renderEndorsements, renderPersonal, renderRepaired } from '../../kit/facts.ts';
import { pageHeader } from '../../kit/header.ts';
import '../../kit/made/element.ts';
import '../../kit/maps/disclaimer.ts';
import '../../kit/sensitivity/element.ts';
import type { SharingKey } from '../../kit/sensitivity/texts.ts';
import { BOUNDARIES } from '../../kit/kinds.ts';
import '../../kit/versions/changes/element.ts';
import type { ChangeWords } from '../../kit/versions/changes/row.ts';
import type { ChosenChange } from '../../kit/versions/changes/view.ts';
import '../../kit/versions/history.ts';
import { leadingVersion, stateBanner, statusBadge } from '../../kit/versions/states.ts';
import { renderActors } from '../../kit/staff.ts';
import { decidedBeside, renderDecided } from '../../kit/workgroup/decided.ts';
import { countryName } from '../../i18n/names.ts';
import { describePage, forgetPage, renderDesktop } from './desktop.ts';
import './page.css';

type Key = keyof typeof datasetMessages | keyof typeof madeMessages | SharingKey;

const FIELD_WORDS: Record<keyof VersionAnswer['metadata'], Key> = {
  title: 'meta.name',
  source: 'meta.source',
  contributor: 'meta.contributor',
  license: 'meta.license',
  caveats: 'meta.caveats',
  methodology: 'meta.methodology',
  dateSource: 'meta.source-date',
  dateValidOn: 'meta.valid-on',
  dateReviewed: 'meta.reviewed',
  updateFrequencyYears: 'meta.frequency',
};

export class DatasetView extends View<Key> {
  static override properties: PropertyDeclarations = {
    catalogue: { state: true },
    version: { state: true },
    decided: { state: true },
    error: { state: true },
    from: { state: true },
    change: { state: true },
    isCompared: { state: true },
  };
  declare private catalogue: DatasetAnswer | null;
  declare private version: VersionAnswer | null;
  /** What groups decided about the version, and meetings that its endorsements name. */
  declare private decided: DecisionsAnswer | null;
  declare private error: unknown;
  /** The version that this one is compared with, the change that is looked at, and whether both are on the map. */
  declare private from: string | null;
  declare private change: ChosenChange | null;
  declare private isCompared: boolean;
  private readonly aborts = new AbortController();
  private asked = '';

  constructor() {
    super();
    this.catalogue = this.version = this.decided = this.error = this.from = this.change = null;
    this.isCompared = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
    forgetPage();
  }

  protected override willUpdate(): void {
    const asked = `${this.params['dataset']} ${this.query.get('version') ?? ''}`;
    if (asked !== this.asked) {
      this.asked = asked;
      void this.load();
    }
    this.app.setTitle(this.catalogue ? `${this.heading} · ${this.catalogue.id}` : '');
  }

  private async load(): Promise<void> {
    const { api } = this.app;
    const { signal } = this.aborts;
    const id = this.params['dataset']!;
    this.error = null;
    try {
      this.catalogue = await api.getDataset(id, signal);
      const version = this.query.get('version') ?? leadingVersion(this.catalogue)?.version;
      this.version = version ? await api.getVersion(id, version, signal) : null;
      // The page is whole without it.
      if (this.version?.publishedAt && this.version.report !== null) void describePage(this.version, signal).catch(() => undefined);
      this.decided = this.version && (await this.loadDecided(this.version));
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
  }

  /** The page is whole without it. */
  private loadDecided({ dataset, version }: VersionAnswer): Promise<DecisionsAnswer | null> {
    const params = { scope: this.catalogue!.country };
    return this.app.api.call('listGroupDecisions', { params, query: { dataset, version }, signal: this.aborts.signal }).catch(() => null);
  }

  private get heading(): string {
    return `${countryName([this.catalogue!], this.app.language, this.catalogue!.country)}: ${this.t(`kind.${this.catalogue!.kind}`)}`;
  }

  override render() {
    return html`${pageHeader(this.app, this.t as never)}
      <main id="content" class="dataset" tabindex="-1">${this.renderMain()}</main>`;
  }

  private renderMain() {
    const { t, app, catalogue, version } = this;
    if (this.error) {
      const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
      return this.failed(this.error, () => void this.load(), { notFound: t('dataset.missing', { id: this.params['dataset']! }), back });
    }
    if (!catalogue || !version) return this.loading(t('dataset.loading'));
    const country = this.params['iso3']!;
    return html`<nav class="dataset-crumbs small" aria-label=${t('nav.breadcrumb')}>
        <a href=${app.href('/')}>${t('nav.home')}</a><span class="flip" aria-hidden="true">${icon('chevron', 12)}</span
        ><a href=${app.href(`/c/${country}`)}>${countryName([catalogue], app.language, catalogue.country)}</a>
      </nav>
      <div class="dataset-head">
        <div>
          <h1 tabindex="-1">${this.heading}</h1>
          <p class="muted"><bdi>${catalogue.id}</bdi> · <bdi class="number">${version.version}</bdi> ${statusBadge(version.status, t as never)}</p>
          <p class="muted small">${renderActors(version, app, t as never)}</p>
        </div>
        <a class="button button-primary" href=${app.href(`/c/${country}`, version.version === catalogue.current ? {} : { version: version.version })}
          >${icon('map', 18)} ${t('dataset.map')}</a
        >
      </div>
      ${stateBanner(version, app, t as never, { version: catalogue.current, href: app.href(location.pathname) })}
      <div class="dataset-grid">
        <div>
          <section>${this.renderVersions()}</section>
          ${this.renderChanges()}
          <section>
            <h2>${t('download.title')}</h2>
            ${downloadList(version, app, t as never)}
            ${
              // Who is not told the report of a version is not given files of it either.
              version.report === null
                ? nothing
                : html`<h3>${t('made.title')}</h3>
                    <made-files .app=${app} .t=${t} .about=${version.dataset} .version=${version.version} .country=${country}></made-files>`
            }
          </section>
          ${
            version.publishedAt === null || version.report === null
              ? nothing
              : html`<section>${renderDesktop(version, version.version === catalogue.current, app.language, t, (line) => this.copy(line))}</section>`
          }
          <section>${this.renderApi()}</section>
        </div>
        <div>
          <section>
            <h2>${t('sharing.dataset')}</h2>
            <data-sensitivity .app=${app} .t=${t} .about=${catalogue.id} .name=${this.heading}></data-sensitivity>
          </section>
          <section>${this.renderQuality()}</section>
          <section>${this.renderMetadata()}</section>
        </div>
      </div>`;
  }

  private renderVersions(): TemplateResult {
    const { t, app, catalogue, version } = this;
    return html`<h2>${t('dataset.versions')}</h2>
      <ol class="versions">
        ${catalogue!.versions.map(
          (entry) =>
            html`<li aria-current=${entry.version === version!.version ? 'true' : nothing}>
              <a href=${app.href(location.pathname, { version: entry.version })}><bdi class="number">${entry.version}</bdi></a>
              ${statusBadge(entry.status, t as never)}
              <span class="muted small">${app.format.date(entry.publishedAt ?? entry.createdAt)}</span>
            </li>`,
        )}
      </ol>
      ${version!.reason ? html`<p class="notice-line"><b>${t('dataset.reason')}</b> <bdi>${version!.reason}</bdi></p>` : nothing}
      <version-history .app=${app} .t=${t} .about=${catalogue!.id} .version=${version!.version} .key=${version!.status}></version-history>`;
  }

  private renderChanges(): TemplateResult | typeof nothing {
    const { t, app, catalogue, version } = this;
    if (catalogue!.kind !== BOUNDARIES) return nothing;
    const show = (change: ChosenChange) => {
      this.change = change;
      void this.compareOnMap();
    };
    return html`<section>
      <version-changes
        .app=${app}
        .t=${t}
        .about=${version!.dataset}
        .version=${version!.version}
        .against=${(version!.diff as VersionDiff | null)?.against ?? null}
        .called=${version!.bump}
        .versions=${catalogue!.versions}
        .show=${version!.tilejson ? show : undefined}
        .compare=${(from: string | null) => {
          [this.from, this.change] = [from, null];
        }}
        .hrefOf=${version!.status === 'draft' ? undefined : (level: number, pcode: string) => this.unitHref(level, pcode)}
        .beside=${version!.tilejson ? this.renderCompared() : nothing}
      ></version-changes>
    </section>`;
  }

  private unitHref(level: number, pcode: string): string {
    const tag = this.version!.version;
    return this.app.href(`/c/${this.params['iso3']!}`, { ...(tag === this.catalogue!.current ? {} : { version: tag }), unit: `${level}:${pcode}` });
  }

  /** The code of a map comes when somebody wants one. */
  private async compareOnMap(): Promise<void> {
    await import('./compare.ts');
    this.isCompared = true;
  }

  private renderCompared(): TemplateResult {
    const { app, isCompared } = this;
    const t = this.t as unknown as ChangeWords;
    if (!isCompared)
      return html`<p>
        <button class="button" @click=${() => void this.compareOnMap()}>${icon('map', 18)} ${t('unitChange.map')}</button>
      </p>`;
    return html`<button
        class="link"
        @click=${() => {
          [this.isCompared, this.change] = [false, null];
        }}
      >
        ${t('unitChange.map.hide')}</button
      ><compare-map .app=${app} .t=${t} .version=${this.version} .from=${this.from} .change=${this.change}></compare-map>`;
  }

  private renderQuality(): TemplateResult | typeof nothing {
    const { t, app } = this;
    const version = this.version!;
    // Of a sensitive dataset neither the findings nor their files are for strangers.
    if (!version.report) return nothing;
    const { infos, accepted } = version.report;
    const report = (route: 'getReportHtml' | 'getReportCsv' | 'getReportGeojson') =>
      toAddress(route, { id: version.dataset, version: version.version }, { lang: app.language });
    return html`<h2>${t('quality.title')}</h2>
      <p>${findingBadges(version.report, t as never)}</p>
      ${renderEndorsements(version, app, t as never, decidedBeside(this.decided, app, t as never, this.catalogue!.country))}
      ${renderDecided(this.decided, app, t as never, this.catalogue!.country)} ${renderRepaired(version, app, t as never)}
      ${renderPersonal(version, t as never)}
      <p class="muted small">${t('quality.more', { infos, accepted })}</p>
      <p class="report-links">
        <a href=${app.href(`/drafts/${version.dataset}/${version.version}`)}>${t('quality.map')}</a>
        <a href=${report('getReportHtml')} target="_blank">${t('quality.report')}</a>
        <a href=${report('getReportCsv')} download>CSV</a>
        <a href=${report('getReportGeojson')} download>GeoJSON</a>
      </p>`;
  }

  private renderMetadata(): TemplateResult {
    const { t, app } = this;
    const { metadata, levels, languages } = this.version!;
    const date = (iso: string | null) => (iso ? app.format.date(iso) : '');
    const rows: [string, string][] = [
      [t('meta.levels'), levels.map(({ level, units }) => t('meta.level', { level, units })).join(' · ')],
      ...levels.flatMap(({ level, drawing }): [string, string][] => (drawing ? [[t('level.n', { level }), this.drawingText(drawing)]] : [])),
      [t('meta.languages'), app.format.list(languages.map((tag) => app.format.language(tag) || t('names.file')))],
      [t('meta.source'), metadata.source],
      [t('meta.contributor'), metadata.contributor],
      [t('meta.license'), metadata.license],
      [t('meta.valid-on'), date(metadata.dateValidOn)],
      [t('meta.source-date'), date(metadata.dateSource)],
      [t('meta.reviewed'), date(metadata.dateReviewed)],
      [t('meta.frequency'), metadata.updateFrequencyYears ? t('meta.years', { years: metadata.updateFrequencyYears }) : ''],
      [t('meta.methodology'), metadata.methodology],
      [t('meta.caveats'), metadata.caveats],
    ];
    return html`<h2>${t('meta.title')}</h2>
      <dl class="facts">
        ${rows
          .filter(([, value]) => value)
          .map(
            ([term, value]) =>
              html`<div>
                <dt>${term}</dt>
                <dd dir="auto">${value}</dd>
              </div>`,
          )}
      </dl>
      ${renderCorrections(this.version!, app, t as never, (field) => t(FIELD_WORDS[field]))}
      <p class="muted small"><cod-disclaimer .app=${app} .t=${t}></cod-disclaimer></p>`;
  }

  /** How an uploaded upper level is published. */
  private drawingText({ is, from, apartM }: NonNullable<VersionAnswer['levels'][number]['drawing']>): string {
    return this.t(apartM > 0 ? 'meta.drawing' : 'meta.drawing-near', { drawing: is, from, distance: apartM });
  }

  private renderApi(): TemplateResult {
    const { t } = this;
    const version = this.version!;
    const current = { id: version.dataset, version: 'current' };
    const units = (query: Record<string, string>) => location.origin + toAddress('listUnits', current, query);
    const lines: [string, string][] = [
      [t('api.units'), `curl '${units({ level: '1' })}'`],
      [t('api.search'), `curl '${units({ q: 'NAME' })}'`],
      [t('api.tilejson'), location.origin + toAddress('getTilejson', { dataset: version.dataset, version: 'current' })],
      ...version.artifacts
        .filter(({ kind }) => kind === 'pmtiles')
        .map(({ href }): [string, string] => [t('api.pmtiles'), `pmtiles://${new URL(href, location.origin).href}`]),
    ];
    return html`<h2>${t('api.title')}</h2>
      <ul class="api-lines">
        ${lines.map(
          ([label, line]) =>
            html`<li>
              <span class="small muted">${label}</span>
              <code dir="ltr" tabindex="0">${line}</code>
              <button class="icon-button" aria-label=${t('api.copy', { what: label })} @click=${() => this.copy(line)}>${icon('copy', 18)}</button>
            </li>`,
        )}
      </ul>
      <p><a href="/docs">${t('api.docs')}</a></p>`;
  }

  private copy(text: string): void {
    navigator.clipboard.writeText(text).then(
      () => this.app.toast(this.t('api.copied')),
      () => this.app.toast(this.t('api.copy-failed')),
    );
  }
}

customElements.define('dataset-view', DatasetView);
