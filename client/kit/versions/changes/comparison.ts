/** Two versions of the boundaries side by side on a map, and the change that is looked at, in both drawings. */
import { html, nothing, type TemplateResult } from 'lit';
import type { TileJson, UnitAnswer, VersionAnswer } from '../../../../server/contract/datasets/api.ts';
import { columnOfLanguage, languagesOnMap } from '../../../i18n/names.ts';
import { renderSwipe, toMapSwipe } from '../../../ui/swipe.ts';
import { createUnits, type Units } from '../../units.ts';
import type { App } from '../../view.ts';
import type { ChangeWords } from './row.ts';
import type { ChosenChange } from './view.ts';
import './comparison.css';

type Box = UnitAnswer['bbox'];

export interface ComparisonHost {
  readonly app: App;
  readonly t: unknown;
  readonly signal: AbortSignal;
  changed(): void;
  /** Marks units of the newer version and goes there; `beside`: boxes of what the earlier one has. */
  showUnits(level: number, pcodes: readonly string[], beside: readonly Box[]): void;
}

/** The earlier drawing as a map takes it. */
export interface ComparedDrawing {
  tilejson: TileJson;
  nameColumn: number;
  highlighted: readonly { level: number; pcodes: readonly string[] }[];
}

export class Comparison {
  private readonly host: ComparisonHost;
  private from: VersionAnswer | null = null;
  private tilejson: TileJson | null = null;
  private units: Units | null = null;
  private chosen: ChosenChange | null = null;
  /** Where the old drawing ends, as a share from the side where reading begins; null: only the new one is shown. */
  private at: number | null = 0.5;
  private asked = '';

  constructor(host: ComparisonHost) {
    this.host = host;
  }

  /** Another version is compared with; null: with none. Where its tiles cannot be had, the newer drawing stands alone. */
  async open(dataset: string, from: string | null): Promise<void> {
    const asked = `${dataset} ${from}`;
    if (asked === this.asked) return;
    this.asked = asked;
    this.from = this.tilejson = this.units = this.chosen = null;
    if (from === null) return;
    const { signal, app: { api } } = this.host; // prettier-ignore
    try {
      const version = await api.getVersion(dataset, from, signal);
      const tilejson = version.tilejson ? await api.getTileJson(version.tilejson, signal) : null;
      if (this.asked !== asked) return;
      this.units = createUnits({ api, version, signal, changed: () => {} });
      [this.from, this.tilejson] = [version, tilejson];
      this.host.changed();
    } catch {
      // The list tells all of it without a map.
    }
  }

  async choose(change: ChosenChange): Promise<void> {
    const { host } = this;
    this.chosen = change;
    this.at ??= 0.5;
    host.changed();
    const { before, after } = change;
    await this.units?.ask(before.pcodes);
    if (this.chosen === change) host.showUnits(after.level, after.pcodes, this.units?.boxesOf(before.pcodes, before.level) ?? []);
  }

  get drawing(): ComparedDrawing | null {
    const { tilejson, chosen, at } = this;
    if (!tilejson || at === null) return null;
    const nameColumn = columnOfLanguage(languagesOnMap(tilejson), this.host.app.language);
    return { tilejson, nameColumn, highlighted: chosen ? [chosen.before] : [] };
  }

  get swipe() {
    return this.drawing && toMapSwipe(this.at!, this.host.app.direction);
  }

  private move(at: number | null): void {
    this.at = at;
    this.host.changed();
  }

  /** What lies over the map. @param to the newer version */
  renderOver(to: string): TemplateResult {
    const { from, tilejson, at, host } = this;
    const t = host.t as ChangeWords;
    if (!from || !tilejson) return html``;
    const toggle = (event: Event) => this.move((event.target as HTMLInputElement).checked ? 0.5 : null);
    return html`<label class="compare-over small"
        ><input type="checkbox" .checked=${at !== null} @change=${toggle} /> ${t('unitChange.swipe', { version: from.version })}</label
      >
      ${
        at === null
          ? nothing
          : renderSwipe(
              at,
              {
                label: t('unitChange.swipe.at'),
                before: t('unitChange.swipe.before', { version: from.version }),
                after: t('unitChange.swipe.after', { version: to }),
              },
              (next) => this.move(next),
            )
      }`;
  }
}
