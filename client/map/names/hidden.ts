/** Names that say nothing when the map stands still: those that its edge cuts, and of towns those that their unit has already. Hidden until it moves. */
import type { Map as MapLibre } from 'maplibre-gl';
import { townKey } from '../../../server/contract/maps/ground.ts';
import type { NamedLevel } from './named.ts';

/** State of features whose names are hidden; read by `nameOpacity`. */
export const HIDDEN = 'hidden';
const TOWNS = 'ground-towns';
const GROUND = ['ground-countries', TOWNS];

interface Target {
  source: string;
  sourceLayer?: string;
  id: string;
}

/** @returns P-codes whose names are hidden now, and how to show all again */
export function hideNames(map: MapLibre, at: NamedLevel | null): { pcodes: ReadonlySet<string>; undo: () => void } {
  const hidden: Target[] = [];
  const hide = (target: Target) => {
    map.setFeatureState(target, { [HIDDEN]: true });
    hidden.push(target);
  };
  const there = (layers: readonly string[]) => layers.filter((id) => map.getLayer(id));
  const ground = there(GROUND);
  const own = at && !at.printed ? there([at.layer]) : [];
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const pcodes = new Set<string>();
  if (ground.length + own.length > 0)
    for (const edge of [
      [
        [0, 0],
        [1, height],
      ],
      [
        [width - 1, 0],
        [width, height],
      ],
      [
        [0, 0],
        [width, 1],
      ],
      [
        [0, height - 1],
        [width, height],
      ],
    ] as [[number, number], [number, number]][])
      // prettier-ignore
      for (const { layer, source, sourceLayer, properties } of map.queryRenderedFeatures(edge, { layers: [...ground, ...own] })) {
        const isOwn = layer.id === at?.layer;
        const id = String(properties[isOwn ? 'pcode' : 'name']);
        hide({ source, ...(sourceLayer ? { sourceLayer } : {}), id });
        if (isOwn) pcodes.add(id);
      }
  if (at && !at.printed && ground.includes(TOWNS)) {
    const units = new Set(map.querySourceFeatures(at.source, { sourceLayer: 'labels', filter: ['==', ['get', 'level'], at.level] }).flatMap(({ properties }) => ['name', 'name1', 'name2', 'name3'].map((key) => fold(properties[key])))); // prettier-ignore
    for (const { source, properties } of map.queryRenderedFeatures({ layers: [TOWNS] }))
      if (units.has(fold(properties['name']))) hide({ source, id: String(properties['name']) });
  }
  return {
    pcodes,
    undo: () => {
      for (const target of hidden) if (map.getSource(target.source)) map.removeFeatureState(target, HIDDEN);
    },
  };
}

const fold = (name: unknown): string => (typeof name === 'string' ? townKey(name) : '');
