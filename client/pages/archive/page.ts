/** What a tile archive holds, without sending it anywhere: its map, its layers, and what it says of itself. */
import { html, nothing, type TemplateResult } from 'lit';
import type archiveMessages from '../../../server/words/en/interface/archive.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type countryMessages from '../../../server/words/en/interface/country.ts';
import { pageHeader } from '../../kit/header.ts';
import { View } from '../../kit/view.ts';
import type { ArchiveMap } from '../../map/archive/mount.ts';
import { ArchiveError, openArchive, type Archive, type ArchiveFault } from '../../map/archive/open.ts';
import { mapFonts } from '../../map/fonts.ts';
import { readPalette } from '../../map/palette.ts';
import '../../ui/drop.ts';
import { isArchive } from '../../ui/dropped.ts';
import { icon } from '../../ui/icon.ts';
import '../../map/map.css';
import './page.css';

type Key = keyof typeof archiveMessages | keyof typeof commonMessages | keyof typeof countryMessages;
/** How the map is: on its way, drawn, with a tile that cannot be read, or not to be had here. */
type MapState = 'loading' | 'live' | 'tiles-failed' | 'no-webgl' | 'failed';

export class ArchiveView extends View<Key> {
  static override properties = {
    archive: { state: true },
    problem: { state: true },
    opening: { state: true },
    hiddenLayers: { state: true },
    mapState: { state: true },
  };
  declare private archive: Archive | null;
  declare private problem: { fault: ArchiveFault; name: string } | null;
  declare private opening: string | null;
  declare private hiddenLayers: ReadonlySet<string>;
  declare private mapState: MapState;
  private map: ArchiveMap | null = null;
  private askedOf: unknown = null;
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly retheme = () => this.map?.show(this.look());

  constructor() {
    super();
    this.archive = this.problem = this.opening = null;
    this.hiddenLayers = new Set();
    this.mapState = 'loading';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dark.addEventListener('change', this.retheme);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dark.removeEventListener('change', this.retheme);
    this.clear();
  }

  private clear(): void {
    this.map?.destroy();
    this.map = null;
  }

  protected override willUpdate(): void {
    this.app.setTitle(this.t('archive.title'));
    // Files are dropped on the window, which gives the page a new `app` then.
    if (this.app === this.askedOf) return;
    this.askedOf = this.app;
    const dropped = this.app.takeDropped();
    if (dropped.length) void this.open(dropped);
    if (this.archive) this.map?.setLabel(this.t('archive.map', { name: this.archive.file.name }));
  }

  private async open(files: File[]): Promise<void> {
    const file = files.find(isArchive) ?? files[0]!;
    this.opening = file.name;
    this.problem = this.archive = null;
    this.clear();
    this.mapState = 'loading';
    this.hiddenLayers = new Set();
    try {
      const archive = await openArchive(file);
      // Another file was dropped in the meantime.
      if (this.opening !== file.name || !this.isConnected) return;
      this.archive = archive;
      this.opening = null;
      await this.updateComplete;
      this.querySelector<HTMLElement>('.archive-name')?.focus();
      await this.draw(archive);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      this.problem = { fault: error.fault, name: file.name };
      this.opening = null;
    }
  }

  private look() {
    return { palette: readPalette(this), fonts: mapFonts(document.baseURI), hidden: this.hiddenLayers };
  }

  private async draw(archive: Archive): Promise<void> {
    const code = await import('../../map/archive/mount.ts').catch(() => null);
    if (this.archive !== archive || !this.isConnected) return;
    if (!code) return void (this.mapState = 'failed');
    if (!code.hasWebGl()) return void (this.mapState = 'no-webgl');
    this.map = code.mountArchive(this.querySelector<HTMLElement>('.archive-live')!, archive, this.look(), this.t('archive.map', { name: archive.file.name }), {
      ready: () => {
        if (this.mapState === 'loading') this.mapState = 'live';
      },
      error: () => (this.mapState = 'tiles-failed'),
    });
  }

  private toggle(id: string, isShown: boolean): void {
    const hidden = new Set(this.hiddenLayers);
    if (isShown) hidden.delete(id);
    else hidden.add(id);
    this.hiddenLayers = hidden;
    this.map?.show(this.look());
    this.requestUpdate();
  }

  override render() {
    const { t } = this;
    return html`${pageHeader(this.app, t as never)}
      <main id="content" class="wide archive" tabindex="-1">
        <div>
          <h1 tabindex="-1">${t('archive.title')}</h1>
          <p class="muted">${t('archive.lead')}</p>
        </div>
        <cod-drop
          label=${t(this.archive ? 'archive.drop-another' : 'archive.drop')}
          hint=${t('archive.hint')}
          @files=${(event: CustomEvent<File[]>) => void this.open(event.detail)}
        ></cod-drop>
        ${this.problem ? this.renderProblem(this.problem) : nothing}
        ${this.opening ? html`<p role="status">${t('archive.opening', { name: this.opening })}</p>` : nothing}
        ${this.archive ? this.renderArchive(this.archive) : nothing}
      </main>`;
  }

  private renderProblem({ fault, name }: { fault: ArchiveFault; name: string }): TemplateResult {
    const { t } = this;
    return html`<p class="notice notice-error" role="alert">${icon('error', 18)} <span>${t(`archive.fault.${fault}`, { name })}</span></p>
      ${fault === 'not-archive' ? html`<p><a class="button" href=${this.app.href('/upload')}>${t('nav.upload')}</a></p>` : nothing}`;
  }

  private renderArchive(archive: Archive): TemplateResult {
    const { t } = this;
    return html`<section class="card-box archive-box">
      <h2 class="archive-name" tabindex="-1"><bdi>${archive.title ?? archive.file.name}</bdi></h2>
      ${archive.description && archive.description !== archive.title ? html`<p dir="auto">${archive.description}</p>` : nothing} ${this.renderMapState()}
      <div class="archive-map" data-state=${this.mapState} ?hidden=${this.mapState === 'no-webgl' || this.mapState === 'failed'}>
        <div class="archive-live"></div>
        <div class="archive-zoom" role="group" aria-label=${t('map.zoom')}>
          <button class="icon-button" aria-label=${t('map.zoom-in')} @click=${() => this.map?.zoomBy(1)}>${icon('plus')}</button>
          <button class="icon-button" aria-label=${t('map.zoom-out')} @click=${() => this.map?.zoomBy(-1)}>${icon('minus')}</button>
          <button class="icon-button" aria-label=${t('archive.fit')} title=${t('archive.fit')} @click=${() => this.map?.fit()}>${icon('fit')}</button>
        </div>
      </div>
      <div class="archive-told">${this.renderFacts(archive)} ${this.renderLayers(archive)}</div>
    </section>`;
  }

  private renderMapState(): TemplateResult | typeof nothing {
    const { t, mapState, archive } = this;
    if (mapState === 'tiles-failed')
      return html`<p class="notice notice-warning" role="alert">
        ${icon('warning', 18)} <span>${t('archive.tiles-failed', { name: archive!.file.name })}</span>
      </p>`;
    if (mapState === 'no-webgl' || mapState === 'failed')
      return html`<p class="notice" role="status">${icon('info', 18)} <span>${t(mapState === 'failed' ? 'archive.map-failed' : 'archive.no-webgl')}</span></p>`;
    return nothing;
  }

  private renderFacts({ file, count, type, minzoom, maxzoom, box, attribution }: Archive): TemplateResult {
    const { t, app } = this;
    const number = (value: number) => app.format.number(Math.round(value * 1000) / 1000);
    const facts: [string, string | TemplateResult][] = [
      [t('archive.file'), html`<bdi>${file.name}</bdi>`],
      [t('archive.size'), app.format.bytes(file.bytes)],
      [t('archive.type'), type === 'MVT' ? t('archive.type.vector') : t('archive.type.pictures', { format: type })],
      [t('archive.zooms'), minzoom === maxzoom ? number(minzoom) : t('archive.zooms.range', { from: minzoom, to: maxzoom })],
      ...(count === null ? [] : [[t('archive.tiles'), number(count)] as [string, string]]),
      [t('archive.box'), html`${this.listed(box.map(number))} <span class="muted small">${t('archive.box.order')}</span>`],
      ...(attribution ? [[t('archive.attribution'), html`<bdi>${attribution}</bdi>`] as [string, TemplateResult]] : []),
    ];
    return html`<div>
      <h3>${t('archive.facts')}</h3>
      <dl class="facts">
        ${facts.map(
          ([term, value]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </div>`;
  }

  /** Texts of the file and signed numbers in the order in which they are read, each written its own way. */
  private listed(items: readonly string[]): TemplateResult[] {
    const comma = this.app.format.comma(['', '']);
    return items.map((item, at) => html`${at > 0 ? comma : ''}<bdi>${item}</bdi>`);
  }

  private renderLayers({ type, layers }: Archive): TemplateResult | typeof nothing {
    const { t } = this;
    if (type !== 'MVT') return nothing;
    if (layers.length === 0) return html`<p class="notice notice-warning">${icon('warning', 18)} <span>${t('archive.no-layers')}</span></p>`;
    return html`<div>
      <h3>${t('archive.layers', { count: layers.length })}</h3>
      <ul class="archive-layers">
        ${layers.map(
          ({ id, fields }) =>
            html`<li>
              <label
                ><input
                  type="checkbox"
                  .checked=${!this.hiddenLayers.has(id)}
                  @change=${(event: Event) => this.toggle(id, (event.target as HTMLInputElement).checked)}
                />
                <bdi>${id}</bdi></label
              >
              ${fields.length ? html`<span class="small muted">${this.listed(fields)}</span>` : nothing}
            </li>`,
        )}
      </ul>
    </div>`;
  }
}

customElements.define('archive-view', ArchiveView);
