/** Of a map in the share panel: who cleared it for publication and when, and places in view that its publisher has no text for. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { DisclaimersAnswer } from '../../../server/contract/maps/disclaimers.ts';
import type { MapAnswer, MapSpec } from '../../../server/contract/maps/map.ts';
import type shareMessages from '../../../server/words/en/interface/share.ts';
import { askDisclaimers } from '../../kit/maps/disclaimer.ts';
import { failure } from '../../kit/form.ts';
import type { Translate } from '../../i18n/translate.ts';
import { View } from '../../kit/view.ts';

type ShareKey = keyof typeof shareMessages;

class ShareClearance extends View<ShareKey> {
  static override properties: PropertyDeclarations = {
    spec: { attribute: false },
    map: { attribute: false },
    isChanged: { attribute: false },
    mayClear: { attribute: false },
    told: { state: true },
    error: { state: true },
  };
  declare spec: MapSpec;
  /** As it is saved; null: it is not. */
  declare map: MapAnswer | null;
  /** The screen shows another map than the saved one. */
  declare isChanged: boolean;
  declare mayClear: boolean;
  declare private told: DisclaimersAnswer | null;
  declare private error: unknown;
  private asked = '';

  constructor() {
    super();
    this.map = this.told = this.error = null;
    this.isChanged = this.mayClear = false;
  }

  protected override willUpdate(): void {
    const { boundary, view } = this.spec;
    const key = JSON.stringify([boundary, view]);
    if (key === this.asked) return;
    this.asked = key;
    void this.ask(key).catch(() => {});
  }

  private async ask(key: string): Promise<void> {
    const { boundary, view } = this.spec;
    const box = view ?? (await this.app.api.call('getVersion', { params: { id: boundary.dataset, version: boundary.version } })).bbox;
    const told = box && (await askDisclaimers(this.app, box));
    if (key === this.asked) this.told = told;
  }

  private async run(work: () => Promise<MapAnswer>): Promise<void> {
    this.error = null;
    try {
      this.dispatchEvent(new CustomEvent<MapAnswer>('cleared', { detail: await work() }));
    } catch (error) {
      this.error = error;
    }
  }

  override render(): TemplateResult {
    const { t, map, told, app, error } = this;
    const places = told?.unsaid.map((key) => t(`share.place.${key}`)) ?? [];
    return html`${failure(error, t as unknown as Translate)}
    ${places.length > 0 ? html`<p class="small" role="note">${t('share.unsaid', { publisher: told!.publisher, places: app.format.comma(places) })}</p>` : nothing}
    ${map ? this.renderClearance(map) : nothing}`;
  }

  private renderClearance(map: MapAnswer): TemplateResult {
    const { t, mayClear, isChanged, app } = this;
    const { clearance, id, updatedAt } = map;
    const button = (key: ShareKey, work: () => Promise<MapAnswer>, isOff = false) =>
      html`<button type="button" class="button" ?disabled=${isOff} @click=${() => void this.run(work)}>${t(key)}</button>`;
    const clear = mayClear ? button('share.do-clear', () => app.api.call('clearMap', { params: { id }, body: { updatedAt } }), isChanged) : nothing;
    const withdraw = mayClear ? button('share.do-withdraw', () => app.api.call('withdrawClearance', { params: { id } })) : nothing;
    if (!clearance)
      return html`<p role="status">${t('share.cleared.none')} ${mayClear && isChanged ? t('share.cleared.unsaved') : nothing}</p>
        <div class="share-do">${clear}</div>`;
    const date = new Date(clearance.at);
    const said = clearance.by === null ? t('share.cleared.on', { date }) : t('share.cleared.by', { name: clearance.by, date });
    return html`<p role="status">${said} ${clearance.holds ? t('share.cleared.change') : t('share.cleared.newer')}</p>
      <div class="share-do">${clearance.holds ? nothing : clear}${withdraw}</div>`;
  }
}
customElements.define('share-clearance', ShareClearance);
