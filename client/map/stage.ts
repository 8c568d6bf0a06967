/**
 * `<map-stage>`: the place where a map happens. First the still picture, then, when MapLibre has arrived, the live map over it
 * at the very same camera. Where there is no WebGL the still picture stays.
 */
import { LitElement, html, nothing, svg } from 'lit';
import type { Api } from '../kit/api.ts';
import type { TileJson } from '../../server/contract/datasets/api.ts';
import { mapFonts } from './fonts.ts';
import { createAround, groundAddress, type Around } from './around/around.ts';
import { fitCamera, type Bbox, type Camera, type Padding, type Size } from './camera.ts';
import type { MapController, PointedUnit } from './controller.ts';
import type { Swipe } from './swipe.ts';
import { preloadWorker } from './preload.ts';
import { readPalette } from './palette.ts';
import { drawStill, freeLabels, type Still } from './still.ts';
import { shownLevel, type ShownMap } from './style.ts';
import './map.css';
import './stage.css';

export type StageMap = Omit<ShownMap, 'palette' | 'fonts' | 'ground' | 'base'>;

export interface StageMove {
  camera: Camera;
  level: number;
  byReader: boolean;
}

export type StageStatus = 'still' | 'live' | 'no-webgl' | 'failed';

const NO_PADDING: Padding = { top: 24, right: 24, bottom: 24, left: 24 };

export class MapStage extends LitElement {
  static override properties = {
    api: { attribute: false },
    tilejson: { attribute: false },
    box: { attribute: false },
    camera: { attribute: false },
    padding: { attribute: false },
    shown: { attribute: false },
    label: {},
    tooltip: { attribute: false },
    nameColumn: { attribute: false },
    sided: { type: Boolean },
    still: { state: true },
    pointed: { state: true },
    credits: { state: true },
    status: { reflect: true },
  };
  declare api: Api;
  declare tilejson: TileJson;
  /** What is fitted where no camera is given. */
  declare box: Bbox;
  /** Where to begin: a camera, or what is fitted; null fits `box`. */
  declare camera: Camera | Bbox | null;
  /** Room that panels cover. */
  declare padding: Padding;
  declare shown: StageMap;
  declare label: string;
  /** An earlier drawing may be shown beside this one. */
  declare sided: boolean;
  /** Lines of the tooltip, the first is the name. */
  declare tooltip: (unit: PointedUnit) => { title: string; lang: string; lines: string[] };
  declare status: StageStatus;
  declare private still: Still | null;
  declare private pointed: PointedUnit | null;
  /** Whom the ground is from. */
  declare private credits: readonly string[];
  private around: Around | null = null;
  private readonly surroundings = createAround({
    getJson: (path) => this.api.getJson(path, this.aborts.signal),
    locale: document.documentElement.lang || 'en',
    changed: (around) => void this.showAround(around),
  });
  private map: MapController | null = null;
  private readonly aborts = new AbortController();
  private readonly observer = new ResizeObserver(() => this.map?.resize());
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly retheme = () => this.pushStyle();
  private fonts: ShownMap['fonts'] = {};
  private begun = false;

  constructor() {
    super();
    this.camera = null;
    this.padding = NO_PADDING;
    this.label = '';
    this.status = 'still';
    this.sided = false;
    this.still = null;
    this.pointed = null;
    this.credits = [];
    this.tooltip = (unit) => ({ title: unit.pcode, lang: '', lines: [] });
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dark.addEventListener('change', this.retheme);
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dark.removeEventListener('change', this.retheme);
    this.observer.disconnect();
    this.aborts.abort();
    this.map?.destroy();
    this.map = null;
  }

  /** The camera that shows `box` in the room that is free now. */
  fitting(box: Bbox): Camera {
    return fitCamera(box, { width: this.clientWidth, height: this.clientHeight }, this.padding);
  }

  private toCamera(where: Camera | Bbox | null): Camera {
    return where && 'zoom' in where ? where : this.fitting(where ?? this.box);
  }

  fit(box: Bbox = this.box): void {
    this.map?.fit(this.fitting(box));
  }

  /** Goes nearer, to at least this zoom, at the same place. */
  zoomTo(zoom: number): void {
    const camera = this.map?.camera();
    if (camera && camera.zoom < zoom) this.map?.fit({ ...camera, zoom });
  }

  zoomBy(steps: number): void {
    this.map?.zoomBy(steps);
  }

  jump(camera: Camera | Bbox | null): void {
    this.map?.jump(this.toCamera(camera));
  }

  hover(unit: { level: number; pcode: string } | null): void {
    this.map?.hover(unit);
  }

  /** The level that the live map shows at this moment; null while there is none. */
  get levelNow(): number | null {
    return this.map?.level() ?? null;
  }

  /** Where a place is now, in pixels of this element; null while there is no live map. */
  project([lon, lat]: readonly [number, number]): { x: number; y: number } | null {
    return this.map?.project(lon, lat) ?? null;
  }

  /** Whether a place is in the part of the map that no panel covers. */
  isVisible(place: readonly [number, number]): boolean {
    const at = this.project(place);
    const { top, right, bottom, left } = this.padding;
    return !!at && at.x > left && at.x < this.clientWidth - right && at.y > top && at.y < this.clientHeight - bottom;
  }

  setValues(level: number, values: ReadonlyMap<string, number | string>, more?: ReadonlyMap<string, unknown>): void {
    this.map?.setValues(level, values, more);
  }

  setSwipe(swipe: Swipe | null): void {
    this.map?.setSwipe(swipe);
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (this.tilejson && this.shown && !this.begun) {
      this.begun = true;
      void this.begin();
    } else if (changed.has('shown')) this.pushStyle();
    if (changed.has('label')) this.map?.setLabel(this.label);
  }

  private toShown(): ShownMap {
    return { ...this.shown, ground: this.around?.ground ?? null, base: this.around?.base ?? null, palette: readPalette(this), fonts: this.fonts };
  }

  private pushStyle(): void {
    this.map?.update(this.toShown());
  }

  private async begin(): Promise<void> {
    const camera = this.toCamera(this.camera);
    this.send('map-move', { camera, level: shownLevel(this.shown, camera.zoom), byReader: false } satisfies StageMove);
    const { size } = this;
    const still = drawStill(this.api, this.tilejson, camera, size, this.aborts.signal);
    const [code] = await Promise.all([
      import('./controller.ts').catch(() => null),
      still
        .then((still) => (this.still = still))
        .catch(() => null)
        .finally(preloadWorker),
    ]);
    if (!this.isConnected) return;
    if (!code) return this.setStatus('failed');
    const { mountMap, hasWebGl } = code;
    if (!hasWebGl()) return this.setStatus('no-webgl');
    this.fonts = mapFonts(document.baseURI);
    const { tilejson, label, sided } = this;
    this.map = mountMap(this.querySelector<HTMLElement>('.stage-live')!, {
      tilejson,
      shown: this.toShown(),
      camera,
      text: { label },
      sided,
      covered: () => this.padding,
      events: {
        hover: (unit) => {
          this.pointed = unit;
          this.send('unit-hover', unit);
        },
        select: (unit) => this.send('unit-select', unit),
        finding: (place) => this.send('finding-select', place),
        features: (features) => this.send('feature-select', features),
        move: (camera, level, byReader) => {
          this.pointed = null;
          this.surroundings.look(camera, this.size);
          this.send('map-move', { camera, level, byReader } satisfies StageMove);
        },
        ready: () => {
          this.setStatus('live');
          // After the first paint: the country comes before what is around it.
          const address = groundAddress(tilejson);
          if (address) void this.surroundings.load(address);
        },
        error: (error) => this.send('map-error', error),
      },
    });
  }

  private get size(): Size {
    return { width: this.clientWidth, height: this.clientHeight };
  }

  private async showAround(around: Around): Promise<void> {
    if (around.base && !this.around?.base) (await import('./around/baseTiles.ts')).openBaseTiles(around.base.href);
    if (!this.map) return;
    this.around = around;
    this.credits = around.credits;
    this.pushStyle();
    this.surroundings.look(this.map.camera(), this.size);
  }

  private setStatus(status: StageStatus): void {
    this.status = status;
    this.send('map-status', status);
  }

  private send(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  override render() {
    return html`${this.renderStill()}
      <div class="stage-live"></div>
      ${this.credits.length > 0 ? html`<p class="stage-credit" lang="en">${this.credits.join(' · ')}</p>` : nothing}
      ${this.pointed ? this.renderTooltip(this.pointed) : nothing}`;
  }

  private renderStill() {
    if (!this.still || this.status === 'live') return nothing;
    const { size, land, lines, labels } = this.still;
    return html`<svg class="stage-still" viewBox="0 0 ${size.width} ${size.height}" preserveAspectRatio="xMidYMid slice" role="img" aria-label=${this.label}>
      <path class="still-land" d=${land}></path>
      ${lines.map(({ level, path }) => svg`<path class="still-line still-line-${level}" d=${path}></path>`)}
      ${freeLabels(labels, this.shown.nameColumn).map(({ x, y, text }) => svg`<text x=${x} y=${y}>${text}</text>`)}
    </svg>`;
  }

  private renderTooltip(unit: PointedUnit) {
    const { title, lang, lines } = this.tooltip(unit);
    const end = unit.x > this.clientWidth - 240;
    const below = unit.y < 110;
    // Placed through the style object: the content security policy forbids style attributes.
    return html`<div class="tooltip-layer" aria-hidden="true">
      <div class="tooltip" data-end=${end} data-below=${below} .style=${`translate: ${unit.x}px ${unit.y}px`}>
        <strong lang=${lang} dir="auto">${title}</strong>${lines.map((line) => html`<span dir="auto">${line}</span>`)}
      </div>
    </div>`;
  }
}

customElements.define('map-stage', MapStage);
