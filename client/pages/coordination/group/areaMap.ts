/** `<area-map>`: the area and the place of one group on the still picture of the country, with the names of the units below it. */
import { LitElement, html, nothing, svg } from 'lit';
import type { DatasetAnswer, UnitAnswer } from '../../../../server/contract/datasets/api.ts';
import type { Group } from '../../../../server/contract/groups/groups.ts';
import { shownName } from '../../../i18n/names.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { App } from '../../../kit/view.ts';
import type { Camera } from '../../../map/camera.ts';
import { toPixel, type AreasPicture } from '../../../map/areas.ts';
import { PICTURE, boundariesOf, drawCountry, placeMark, renderGround, renderLines } from '../hubMap.ts';
import type { GroupKey } from './model.ts';

/** Units that are named; of more only the number is told. */
const NAMED = 12;

export class AreaMap extends LitElement {
  static override properties = {
    app: { attribute: false },
    t: { attribute: false },
    datasets: { attribute: false },
    group: { attribute: false },
    drawn: { state: true },
    units: { state: true },
  };
  declare app: App;
  declare t: Translate<GroupKey>;
  declare datasets: DatasetAnswer[];
  declare group: Group;
  declare private drawn: { picture: AreasPicture; camera: Camera } | null;
  declare private units: UnitAnswer[];
  private readonly aborts = new AbortController();

  constructor() {
    super();
    this.drawn = null;
    this.units = [];
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override firstUpdated(): void {
    const { group, app, datasets } = this;
    const { signal } = this.aborts;
    const silent = () => undefined;
    drawCountry(app, datasets, [{ id: group.id, pcodes: group.area }], signal).then((drawn) => (this.drawn = drawn), silent);
    const boundaries = boundariesOf(datasets);
    if (!boundaries || group.area.length === 0) return;
    const pcodes = group.area.slice(0, NAMED).join(',');
    app.api.getUnits(boundaries.id, boundaries.version, { pcodes, limit: NAMED }, signal).then(({ units }) => (this.units = units), silent);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  override render() {
    const { app, t, drawn, units } = this;
    const { id, area, place } = this.group;
    const path = drawn?.picture.paths.get(id);
    const names = units.map((unit) => shownName(unit, app.language).text);
    return html`${
      drawn
        ? html`<svg class="hub-map group-map" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}" aria-hidden="true">
            ${renderGround(drawn.picture)} ${path ? svg`<path class="map-area" data-chosen d=${path}></path>` : nothing} ${renderLines(drawn.picture)}
            ${place?.lon != null && place.lat != null ? placeMark(toPixel(place.lon, place.lat, drawn.camera, PICTURE)) : nothing}
          </svg>`
        : nothing
    }
    ${
      area.length > 0
        ? html`<p class="small">
            ${names.length > 0 ? html`<span dir="auto">${app.format.list(names)}</span>${area.length > names.length ? html` ${t('group.area.more', { count: area.length - names.length })}` : nothing}` : t('group.area.units', { count: area.length })}
          </p>`
        : nothing
    }`;
  }
}

customElements.define('area-map', AreaMap);
