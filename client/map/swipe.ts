/**
 * Two drawings side by side on one map: layers of a side are drawn on its part of the map and nowhere else. The graphics card cuts them, so that a
 * country of ten thousand units slides as smoothly as one of ten, and nothing is computed anew.
 */
import type { CustomLayerInterface, LayerSpecification, Map as MapLibre } from 'maplibre-gl';

export type Side = 'before' | 'after';

/** Where before ends and after begins, as a share of the map from its left; and on which side before is. */
export interface Swipe {
  at: number;
  before: 'west' | 'east';
}

/** Marks layers as those of a side. */
export const onSide = (side: Side, layers: readonly LayerSpecification[]): LayerSpecification[] => layers.map((layer) => ({ ...layer, metadata: { side } }));

const sideOf = ({ metadata }: LayerSpecification): Side | null => (metadata as { side?: Side } | undefined)?.side ?? null;

/** From which layer on another side is drawn, in the order of the layers; after the last of a side both are again: `before` null where nothing is above. */
export function turnsOf(layers: readonly LayerSpecification[]): { side: Side | null; before: string | null }[] {
  const turns: { side: Side | null; before: string | null }[] = [];
  let now: Side | null = null;
  for (const layer of layers) {
    const side = sideOf(layer);
    if (side !== now) turns.push({ side, before: layer.id });
    now = side;
  }
  return now === null ? turns : [...turns, { side: null, before: null }];
}

/** The part of a side in pixels of the canvas, from its left. */
export function partOf(side: Side, { at, before }: Swipe, width: number): { from: number; width: number } {
  const line = Math.round(Math.min(1, Math.max(0, at)) * width);
  return (side === 'before') === (before === 'west') ? { from: 0, width: line } : { from: line, width: width - line };
}

/** On which side a place of the map is, counted from its left in the unit of `width`. */
export const sideAt = (x: number, width: number, { at, before }: Swipe): Side => (x < at * width === (before === 'west') ? 'before' : 'after');

const markId = (i: number): string => `swipe-${i}`;

export interface SwipeControl {
  /** null: both drawings lie on each other. */
  set(swipe: Swipe | null): void;
  /** Layers of the style as they are now, from below. */
  arrange(layers: readonly LayerSpecification[]): void;
}

export function createSwipe(map: MapLibre): SwipeControl {
  let swipe: Swipe | null = null;
  let turns: ReturnType<typeof turnsOf> = [];

  function cut(gl: WebGLRenderingContext | WebGL2RenderingContext, side: Side | null): void {
    if (!swipe || side === null) return gl.disable(gl.SCISSOR_TEST);
    const { from, width } = partOf(side, swipe, gl.drawingBufferWidth);
    gl.enable(gl.SCISSOR_TEST);
    gl.scissor(from, 0, width, gl.drawingBufferHeight);
  }

  /** A layer that draws nothing: at its turn it says where those above it may draw. */
  const markOf = (i: number): CustomLayerInterface => ({ id: markId(i), type: 'custom', render: (gl) => cut(gl, turns[i]?.side ?? null) });

  function arrange(): void {
    turns.forEach(({ before }, i) => {
      const order = map.getLayersOrder();
      const at = order.indexOf(markId(i));
      if (at >= 0 && order[at + 1] === (before ?? undefined)) return;
      if (at >= 0) map.moveLayer(markId(i), before ?? undefined);
      else map.addLayer(markOf(i), before ?? undefined);
    });
    for (let i = turns.length; map.getLayer(markId(i)); i++) map.removeLayer(markId(i));
  }

  // A style that could not be changed in part was read anew, without the marks.
  map.on('style.load', arrange);
  return {
    set(next) {
      swipe = next;
      map.triggerRepaint();
    },
    arrange(layers) {
      turns = turnsOf(layers);
      // Before there is a style nothing can be put into it.
      if (map.getLayersOrder().length > 0) arrange();
    },
  };
}
