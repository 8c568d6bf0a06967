/** What the map of a draft shows: the level and names that a person chose, one finding alone or all of them, and values over the boundaries. */
import { createRef, type Ref } from 'lit/directives/ref.js';
import type { TileJson, VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { PatternLook } from '../../../server/contract/maps/looks.ts';
import type { DraftPainting } from '../../kit/draft.ts';
import { columnOfLanguage, languagesOnMap } from '../../i18n/names.ts';
import { joinBoxes, rangesOfTiles, type Bbox } from '../../map/camera.ts';
import type { ShownRepair } from '../../map/layers/repair.ts';
import type { Swipe } from '../../map/swipe.ts';
import type { HighlightedUnits } from '../../map/layers/highlight.ts';
import type { ShownFindings } from '../../map/layers/findings.ts';
import { toClasses, type Breaks } from '../../map/legend.ts';
import type { MapStage, StageMap } from '../../map/stage.ts';
import type { ShownOverlay } from '../../map/layers/overlays.ts';
import type { ComparedMap } from '../../map/layers/before.ts';

/** Names in the column of the tiles that is meant, codes, or nothing. */
export type Labels = 'names' | 'pcodes' | 'none';

export interface DraftMapOf {
  ground: VersionAnswer | null;
  tilejson: TileJson | null;
  painting: DraftPainting | null;
  /** What lies over the boundaries. */
  overlays: readonly ShownOverlay[];
  selected: { level: number; pcode: string } | null;
  highlighted: readonly HighlightedUnits[];
  findings: () => ShownFindings | null;
  repair: ShownRepair | null;
  compared: ComparedMap | null;
  /** Of the reader. */
  language: string;
  /** What else the places drawn depend on. */
  on: readonly unknown[];
}

export class DraftMap {
  readonly stage: Ref<MapStage> = createRef();
  /** One level at every zoom, or null to follow the zoom. */
  level: number | null = null;
  labels: Labels = 'names';
  /** Which level the map shows now. */
  now: number | null = null;
  /** What the map shows; the same object while nothing changes. null while it is on its way. */
  shown: StageMap | null = null;
  private shownOf: unknown[] = [];
  private painted: DraftPainting | null = null;

  draw(of: DraftMapOf): void {
    const { ground, tilejson, painting, overlays, selected, highlighted, repair, compared, language, on } = of;
    const units = [...highlighted, null, ...(compared?.highlighted ?? [])].map((each) => each && `${each.level} ${each.pcodes.join()}`).join(' ');
    const look = [painting?.at, painting?.breaks.join(), painting?.colors.join()];
    const shownOf = [
      ground,
      tilejson,
      selected?.level,
      selected?.pcode,
      units,
      language,
      this.level,
      this.labels,
      JSON.stringify(repair),
      JSON.stringify(overlays),
      compared?.tilejson,
      ...look,
      ...on,
    ];
    if (shownOf.some((part, i) => part !== this.shownOf[i])) this.shown = this.toShown(of);
    this.shownOf = shownOf;
  }

  private toShown({ ground, tilejson, painting, overlays, selected, highlighted, findings, repair, compared, language }: DraftMapOf): StageMap | null {
    if (!ground || !tilejson) return null;
    const levels = rangesOfTiles(ground.levels, tilejson);
    const { level, labels } = this;
    return {
      levels,
      level: level !== null && levels.some((range) => range.level === level) ? level : null,
      nameColumn: labels === 'pcodes' ? -1 : columnOfLanguage(languagesOnMap(tilejson), language),
      labels: labels !== 'none',
      selected,
      highlighted,
      findings: findings(),
      repair,
      compared,
      overlays,
      choropleth: painting && {
        level: painting.at,
        breaks: painting.breaks.map((_, i) => i),
        colors: painting.colors,
        looks: (painting.looks ?? false) as boolean | readonly PatternLook[],
      },
    };
  }

  fit(box: Bbox): void {
    this.stage.value?.fit(box);
  }

  fitUnits([first, ...others]: readonly Bbox[]): void {
    if (first) this.fit(joinBoxes([first, ...others]));
  }

  swipe(swipe: Swipe | null): void {
    this.stage.value?.setSwipe(swipe);
  }

  /** Numbers go to the map apart from its tiles; a new map has none. */
  paint(painting: DraftPainting | null, isNew = false): void {
    if (isNew) this.painted = null;
    if (!painting || painting === this.painted) return;
    this.painted = painting;
    this.stage.value?.setValues(painting.at, toClasses(painting.values, painting.breaks as Breaks));
  }
}
