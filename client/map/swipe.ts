/** Before and after of a repair side by side: of each the lines on its side of a meridian, cut anew with every movement of the map. */
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { linesFilter, REPAIR_SOURCE, SIDES, sideOf, sideSource, type ShownRepair, type Swipe } from './layers/repair.ts';

export interface SwipeControl {
  set(swipe: Swipe | null, repair: ShownRepair | null): void;
}

export function createSwipe(map: MapLibre): SwipeControl {
  let [swipe, repair]: [Swipe | null, ShownRepair | null] = [null, null];
  let asked = 0;

  function draw(): void {
    asked = 0;
    if (!swipe || !repair?.isSwiped || !map.getSource(REPAIR_SOURCE)) return;
    const { lng } = map.unproject([swipe.at * map.getContainer().clientWidth, 0]);
    const filter = linesFilter(repair);
    for (const side of SIDES) {
      const source = map.getSource<GeoJSONSource>(sideSource(side));
      const features = map.querySourceFeatures(REPAIR_SOURCE, { sourceLayer: side, ...(filter ? { filter } : {}) });
      const keep = side === 'before' ? swipe.before : swipe.before === 'west' ? 'east' : 'west';
      void source?.setData(sideOf(features, lng, keep));
    }
  }

  const schedule = () => {
    if (swipe) asked ||= requestAnimationFrame(draw);
  };
  map.on('move', schedule);
  map.on('resize', schedule);
  map.on('sourcedata', ({ sourceId }) => sourceId === REPAIR_SOURCE && schedule());

  return {
    set(next, shown) {
      [swipe, repair] = [next, shown];
      schedule();
    },
  };
}
