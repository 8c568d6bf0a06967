/** `<hub-map>`: the areas of hubs on the still picture of the country; a click chooses one. The chips above say and do the same, so it is not read aloud. */
import { LitElement, html, nothing, svg, type SVGTemplateResult } from 'lit';
import { toAddress } from '../../../server/contract/paths.ts';
import type { DatasetAnswer } from '../../../server/contract/datasets/api.ts';
import type { Group } from '../../../server/contract/groups/groups.ts';
import { drawAreas, toPixel, type Area, type AreasPicture } from '../../map/areas.ts';
import { boxOfTiles, fitCamera, type Camera } from '../../map/camera.ts';
import { BOUNDARIES } from '../../kit/kinds.ts';
import type { App } from '../../kit/view.ts';
import { nameOf } from '../../kit/workgroup/names.ts';
import type { Words } from './words.ts';
import './map.css';

export const PICTURE = { width: 320, height: 200 };
const ROOM = 12;

/** The boundaries of the country that are published now; null where none are. */
export function boundariesOf(datasets: readonly DatasetAnswer[]): { id: string; version: string } | null {
  const found = datasets.find(({ kind, current }) => kind === BOUNDARIES && current);
  return found?.current ? { id: found.id, version: found.current } : null;
}

/** The picture of a country with areas on it; null where its boundaries are not published. */
export async function drawCountry(
  app: App,
  datasets: readonly DatasetAnswer[],
  areas: readonly Area[],
  signal: AbortSignal,
): Promise<{ picture: AreasPicture; camera: Camera } | null> {
  const boundaries = boundariesOf(datasets);
  if (!boundaries) return null;
  const tilejson = await app.api.getTileJson(toAddress('getTilejson', { dataset: boundaries.id, version: boundaries.version }), signal);
  const camera = fitCamera(boxOfTiles(tilejson), PICTURE, { top: ROOM, right: ROOM, bottom: ROOM, left: ROOM });
  return { picture: await drawAreas(app.api, tilejson, camera, PICTURE, areas, signal), camera };
}

/** Land and lines of a still picture, under whatever a page lays on it. */
export function renderGround({ still }: AreasPicture): SVGTemplateResult {
  return svg`<path class="map-land" d=${still.land}></path>`;
}

/** Over the areas, so that they do not hide where one unit ends. */
export function renderLines({ still }: AreasPicture): SVGTemplateResult[] {
  return still.lines.map(({ level, path }) => svg`<path class="map-line" ?data-outline=${level === 0} d=${path}></path>`);
}

export class HubMap extends LitElement {
  static override properties = {
    app: { attribute: false },
    t: { attribute: false },
    datasets: { attribute: false },
    hubs: { attribute: false },
    chosen: { attribute: false },
    drawn: { state: true },
  };
  declare app: App;
  declare t: Words;
  declare datasets: DatasetAnswer[];
  declare hubs: Group[];
  declare chosen: string | null;
  declare private drawn: { picture: AreasPicture; camera: Camera } | null;
  private readonly aborts = new AbortController();

  constructor() {
    super();
    this.drawn = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override firstUpdated(): void {
    // The chips stand without it.
    drawCountry(
      this.app,
      this.datasets,
      this.hubs.map(({ id, area }) => ({ id, pcodes: area })),
      this.aborts.signal,
    ).then(
      (drawn) => (this.drawn = drawn),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent<string | null>('hub', { detail: this.chosen === id ? null : id }));
  }

  override render() {
    const { drawn } = this;
    if (!drawn) return nothing;
    const { picture, camera } = drawn;
    return html`<svg class="hub-map" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}" aria-hidden="true">
      ${renderGround(picture)}
      ${this.hubs.map(({ id, names }) => {
        const path = picture.paths.get(id);
        return path
          ? svg`<path class="map-area" data-hub=${id} ?data-chosen=${this.chosen === id} d=${path} @click=${() => this.choose(id)}><title>${nameOf({ id, names }, this.app.language)}</title></path>`
          : nothing;
      })}
      ${renderLines(picture)}
      ${this.hubs.map(({ place }) => (place?.lon != null && place.lat != null ? placeMark(toPixel(place.lon, place.lat, camera, PICTURE)) : nothing))}
    </svg>`;
  }
}

/** Where a hub is, in pixels of the picture. */
export const placeMark = ({ x, y }: { x: number; y: number }): SVGTemplateResult => svg`<circle class="map-place" cx=${x} cy=${y} r="4"></circle>`;

customElements.define('hub-map', HubMap);
