/** Layers over the boundaries: which the country has, which are on the map, and what was pointed at of them. The address holds which are on. */
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import { MAX_LAYERS } from '../../../server/contract/maps/overlayLooks.ts';
import type { LayerFeature, LayerSummary } from '../../../server/contract/overlays/layer.ts';
import type { LayerTilejson } from '../../../server/contract/overlays/routes.ts';
import type { VersionTag } from '../../../server/contract/ids.ts';
import { slugOf } from '../../kit/kinds.ts';
import { isAbort, type App } from '../../kit/view.ts';
import type { PointedFeature } from '../../map/controller.ts';
import type { ShownOverlay } from '../../map/layers/overlays.ts';
import { toShownOverlay } from './shown.ts';
import type { CountryState, LayerRef } from '../state.ts';

/** What lies under a tap: more is a crowd that nobody reads. */
const MOST_TAPPED = 8;

export interface Tapped {
  layer: LayerSummary;
  name: string;
  id: number;
  /** All that is told of it; null while it is on its way, or did not come. */
  feature: LayerFeature | null;
  failed: boolean;
}

/** The page that they lie on. */
export interface OverlaysHost {
  readonly app: App;
  readonly id3: string;
  readonly state: Pick<CountryState, 'layers'>;
  change(patch: Partial<CountryState>): void;
  redraw(): void;
}

export class OverlaysModel {
  private readonly country: OverlaysHost;
  /** Those that are published, as far as the reader may know of them; null before they are known. */
  list: LayerSummary[] | null = null;
  tapped: Tapped[] = [];
  private readonly sources = new Map<string, LayerTilejson | 'asked' | 'failed'>();
  private readonly aborts = new AbortController();
  /** With room for it, what is for orientation is on from the start. */
  private readonly wide = matchMedia('(min-width: 48rem)');

  constructor(country: OverlaysHost) {
    this.country = country;
  }

  leave(): void {
    this.aborts.abort();
  }

  /** Once the country itself is there: layers lie on it. */
  async load(): Promise<void> {
    const { api } = this.country.app;
    const answer = await api.call('listLayers', { params: { scope: this.country.id3 }, signal: this.aborts.signal }).catch(() => null);
    this.list = (answer?.layers ?? []).filter(({ status }) => status !== 'draft');
    this.changed();
  }

  /** Which are on, those first in the list below the others; of what is given as counts only nothing can be drawn. */
  get refs(): LayerRef[] {
    const { layers } = this.country.state;
    if (layers) return layers;
    return this.wide.matches
      ? (this.list ?? []).filter(({ base, served }) => base && served !== 'counts').map(({ id }) => ({ slug: slugOf(id), version: null }))
      : [];
  }

  isOn({ id }: LayerSummary): boolean {
    return this.refs.some(({ slug }) => slug === slugOf(id));
  }

  toggle(layer: LayerSummary): void {
    const slug = slugOf(layer.id);
    const others = this.refs.filter((ref) => ref.slug !== slug);
    this.tapped = this.tapped.filter(({ layer: { id } }) => id !== layer.id);
    this.country.change({ layers: this.isOn(layer) ? others : [...others, { slug, version: null }] });
  }

  /** Those that are on and can be drawn, in their order. */
  private get on(): { layer: LayerSummary; version: string }[] {
    return this.refs.flatMap(({ slug, version }) => {
      const layer = this.list?.find(({ id }) => slugOf(id) === slug);
      return layer && layer.served !== 'counts' ? [{ layer, version: version ?? layer.version }] : [];
    });
  }

  /** Where a layer did not come, it is said and can be asked for again. */
  hasFailed = ({ id, version }: LayerSummary): boolean => this.sources.get(`${id} ${version}`) === 'failed';
  retry({ id, version }: LayerSummary): void {
    this.sources.delete(`${id} ${version}`);
    this.changed();
  }

  /** What the map draws now. */
  get shown(): ShownOverlay[] {
    return this.on.flatMap(({ layer, version }) => {
      const source = this.sourceOf(layer.id, version);
      return source ? [toShownOverlay(layer, source)] : [];
    });
  }

  private sourceOf(id: string, version: string): LayerTilejson | null {
    const key = `${id} ${version}`;
    const known = this.sources.get(key);
    if (known) return typeof known === 'string' ? null : known;
    this.sources.set(key, 'asked');
    void this.ask(key, id, version);
    return null;
  }

  private async ask(key: string, id: string, version: string): Promise<void> {
    try {
      this.sources.set(
        key,
        await this.country.app.api.call('getLayerTilejson', { params: { id, version: version as VersionTag }, signal: this.aborts.signal }),
      );
    } catch (error) {
      if (isAbort(error)) return;
      this.sources.set(key, 'failed');
    }
    this.changed();
  }

  /** As a saved map has them: as many as it may have. @param pinned the versions that are shown, not those of whatever day it is looked at */
  toSpec(pinned: boolean): MapSpec['layers'] {
    return this.on.slice(0, MAX_LAYERS).map(({ layer, version }) => {
      const own = this.refs.find(({ slug }) => slug === slugOf(layer.id))!.version;
      return { dataset: layer.id, version: (pinned || own ? version : 'current') as VersionTag | 'current' };
    });
  }

  tap(features: readonly PointedFeature[]): void {
    this.tapped = features.slice(0, MOST_TAPPED).flatMap(({ layer: id, id: row, name }): Tapped[] => {
      const layer = this.list?.find((each) => each.id === id);
      return layer ? [{ layer, name, id: row, feature: null, failed: false }] : [];
    });
    this.changed();
    for (const each of this.tapped) void this.askFeature(each);
  }

  untap(): void {
    this.tapped = [];
    this.changed();
  }

  private async askFeature(tapped: Tapped): Promise<void> {
    const { layer, id } = tapped;
    const version = this.on.find((each) => each.layer === layer)?.version ?? layer.version;
    try {
      tapped.feature = await this.country.app.api.call('getLayerFeature', {
        params: { id: layer.id, version: version as VersionTag, feature: String(id) },
        signal: this.aborts.signal,
      });
    } catch (error) {
      if (isAbort(error)) return;
      tapped.failed = true;
    }
    this.changed();
  }

  private changed(): void {
    this.country.redraw();
  }
}
