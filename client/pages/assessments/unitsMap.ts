/**
 * `<units-map>`: the units of one level as shapes that can be pointed at and chosen. It is drawn from the tiles of the map without WebGL, so that it
 * opens at once on an old phone. A list or a field beside it says and does the same, so it is not read aloud.
 */
import { LitElement, html, nothing, svg, type PropertyDeclarations } from 'lit';
import type { TileJson } from '../../../server/contract/datasets/api.ts';
import type { App } from '../../kit/view.ts';
import { boxOfTiles, type Bbox } from '../../map/camera.ts';
import { lookPatterns } from '../../map/legendView.ts';
import { drawShapes, type Shapes } from '../../map/shapes.ts';
import './map.css';

/** Of the picture, in pixels; phones are upright. */
const WIDE = { width: 720, height: 480 };
const NARROW = { width: 360, height: 400 };

export class UnitsMap extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    tilejson: { attribute: false },
    level: { attribute: false },
    box: { attribute: false },
    fills: { attribute: false },
    chosen: { attribute: false },
    nameOf: { attribute: false },
    shapes: { state: true },
    pointed: { state: true },
  };
  declare app: App;
  declare tilejson: TileJson;
  declare level: number;
  /** What is looked at; null: all of it. */
  declare box: Bbox | null;
  /** SVG fill by P-code; units without one are plain land. */
  declare fills: ReadonlyMap<string, string>;
  declare chosen: ReadonlySet<string>;
  /** Said of a unit under the pointer. */
  declare nameOf: (pcode: string) => string;
  declare private shapes: Shapes | null;
  declare private pointed: { text: string; x: number; y: number } | null;
  private aborts = new AbortController();
  private drawn = '';

  constructor() {
    super();
    this.box = this.shapes = this.pointed = null;
    this.fills = new Map();
    this.chosen = new Set();
    this.nameOf = (pcode) => pcode;
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  protected override updated(): void {
    if (!this.tilejson) return;
    const asked = JSON.stringify([this.level, this.box]);
    if (asked === this.drawn) return;
    this.drawn = asked;
    void this.draw();
  }

  private async draw(): Promise<void> {
    this.aborts.abort();
    this.aborts = new AbortController();
    const { app, tilejson, level } = this;
    const size = this.clientWidth < 560 ? NARROW : WIDE;
    const shapes = await drawShapes(app.api, tilejson, level, this.box ?? boxOfTiles(tilejson), size, this.aborts.signal, true).catch(() => null);
    if (shapes) this.shapes = shapes;
  }

  private choose(pcode: string): void {
    this.dispatchEvent(new CustomEvent<string>('unit-choose', { detail: pcode }));
  }

  private point(event: PointerEvent, pcode: string): void {
    // What a finger is on cannot be seen below it; the unit is told when it is chosen.
    if (event.pointerType === 'touch') return;
    const { left, top } = this.getBoundingClientRect();
    this.pointed = { text: this.nameOf(pcode), x: event.clientX - left, y: event.clientY - top };
  }

  override render() {
    const { shapes, fills, chosen, pointed } = this;
    if (!shapes) return html`<p class="units-wait"><span class="spinner"></span></p>`;
    const { width, height } = shapes.size;
    const paths = [...shapes.paths];
    return html`${lookPatterns()}
      <svg class="units-svg" viewBox="0 0 ${width} ${height}" aria-hidden="true" @pointerleave=${() => (this.pointed = null)}>
        ${paths.map(
          ([pcode, d]) =>
            svg`<path class="units-unit" data-pcode=${pcode} fill=${fills.get(pcode) ?? 'var(--map-land)'} d=${d} @click=${() => this.choose(pcode)} @pointermove=${(event: PointerEvent) => this.point(event, pcode)}></path>`,
        )}
        <path class="units-lines" d=${shapes.lines}></path>
        ${paths.filter(([pcode]) => chosen.has(pcode)).map(([, d]) => svg`<path class="units-chosen" d=${d}></path>`)}
      </svg>
      ${
        pointed
          ? html`<div class="units-tip" data-end=${pointed.x > this.clientWidth / 2} aria-hidden="true" .style=${`translate: ${pointed.x}px ${pointed.y}px`}>
              <span dir="auto">${pointed.text}</span>
            </div>`
          : nothing
      }`;
  }
}

customElements.define('units-map', UnitsMap);
