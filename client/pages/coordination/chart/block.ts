/** Parts of the chart that are moved as one, and groups that hang from one another. Pure. */
import type { Branch } from '../tree.ts';
import { SIZE } from './size.ts';

export type Point = readonly [x: number, y: number];

export interface ChartBox {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ChartEdge {
  /** The upper group. */
  from: string;
  to: string;
  kind: 'parent' | 'reports';
  points: readonly Point[];
  /** Beside the one that places the group; of two points a curve. */
  isExtra?: boolean;
}

export interface Chart {
  width: number;
  height: number;
  boxes: ChartBox[];
  edges: ChartEdge[];
}

/** From `left`, `width` wide; from 0 down to `height`. The first box is the group that the others hang from. */
export interface Block extends Chart {
  left: number;
}

/** The same block elsewhere. */
export function moveBlock(block: Block, dx: number, dy: number): Block {
  return {
    left: block.left + dx,
    width: block.width,
    height: block.height + dy,
    boxes: block.boxes.map((box) => ({ ...box, x: box.x + dx, y: box.y + dy })),
    edges: block.edges.map((edge) => ({ ...edge, points: edge.points.map(([x, y]): Point => [x + dx, y + dy]) })),
  };
}

/** Blocks that stand where they should as one. */
export function joinBlocks(blocks: readonly Block[]): Block {
  if (blocks.length === 0) return { left: 0, width: 0, height: 0, boxes: [], edges: [] };
  const left = Math.min(...blocks.map((block) => block.left));
  const right = Math.max(...blocks.map((block) => block.left + block.width));
  return {
    left,
    width: right - left,
    height: Math.max(...blocks.map(({ height }) => height)),
    boxes: blocks.flatMap(({ boxes }) => boxes),
    edges: blocks.flatMap(({ edges }) => edges),
  };
}

/** A group with those under it one below the other, each a little further in, so that a column stays as wide as its head. */
export function hang({ group, children }: Branch, width: number): Block {
  const own: Block = { left: 0, width, height: SIZE.height, boxes: [{ id: group.id, x: 0, y: 0, width, height: SIZE.height }], edges: [] };
  let y: number = SIZE.height;
  const stem = SIZE.indent / 2;
  const parts = children.map((child) => {
    const block = moveBlock(hang(child, Math.max(SIZE.least, width - SIZE.indent)), SIZE.indent, y + SIZE.gap);
    const level = y + SIZE.gap + SIZE.height / 2;
    y = block.height;
    const edge: ChartEdge = {
      from: group.id,
      to: child.group.id,
      kind: child.isReporting ? 'reports' : 'parent',
      points: [[stem, SIZE.height], [stem, level], [SIZE.indent, level]], // prettier-ignore
    };
    return { ...block, edges: [edge, ...block.edges] };
  });
  return joinBlocks([own, ...parts]);
}
