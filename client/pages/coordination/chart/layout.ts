/**
 * Where the groups of a response stand in its chart. Pure, and the same for the same groups: the HCT and the ICCG on a trunk, the groups of
 * the ICCG in rows beside it, those under them hanging below each, hubs aside, and groups that belong to nothing at the foot.
 * Lengths are pixels at full size; x runs from the side at which reading begins.
 */
import type { Branch, Placed } from '../tree.ts';
import { hang, joinBlocks, moveBlock, type Block, type Chart, type ChartBox, type ChartEdge, type Point } from './block.ts';
import { SIZE } from './size.ts';

/** A trunk goes down from these; from any other group those under it hang. */
const TRUNK = ['hct', 'iccg'];
const CLUSTERS = ['cluster', 'sector', 'aor', 'sub-cluster'];

/**
 * @param width how wide the chart should be; it is wider where one trunk or one branch needs more
 * @returns boxes that do not overlap, and edges of which those between groups and what they belong to do not cross
 */
export function layOut(branches: readonly Branch[], width: number, mirrored = false): Chart {
  const { main, others, hubs } = takeHubs(branches);
  const top = main ? [grow(main, width)] : [];
  const block = joinBlocks([...top, ...layAside(hubs, top[0] ?? null)]);
  const foot = shelve(
    others.map((tree) => hang(tree, SIZE.width)),
    Math.max(width, block.width),
  );
  const whole = joinBlocks([block, ...foot.map((each) => moveBlock(each, block.left, block.height === 0 ? 0 : block.height + SIZE.foot))]);
  const { boxes, edges } = moveBlock(whole, -whole.left, 0);
  const chart = { width: whole.width, height: whole.height, boxes, edges: [...edges, ...reports(branches, { boxes, edges })] };
  return mirrored ? mirror(chart) : chart;
}

/** The largest tree first, the others as they come. */
function byWeight(trees: readonly Branch[]): Branch[] {
  const weight = (branch: Branch): number => branch.children.reduce((sum, child) => sum + weight(child), 1);
  const main = trees.toSorted((a, b) => weight(b) - weight(a))[0];
  return main ? [main, ...trees.filter((each) => each !== main)] : [];
}

interface Aside {
  hub: Branch;
  /** The group on the trunk that it belongs to. */
  from: string | null;
}

const isHub = ({ group }: Branch): boolean => group.type === 'hub';
const hasTrunk = ({ group, children }: Branch): boolean => TRUNK.includes(group.type) && children.length > 0;

/** The groups down the middle: the first tree, and what alone in its row goes on below. */
function trunkOf(tree: Branch | undefined): Branch[] {
  if (!tree) return [];
  const below = tree.children.filter(hasTrunk);
  return [tree, ...(below.length === 1 ? trunkOf(below[0]) : [])];
}

/** Hubs of the lowest group on the trunk that has some, and those that belong to nothing, are drawn beside it. */
function takeHubs(branches: readonly Branch[]): { main: Branch | undefined; others: Branch[]; hubs: Aside[] } {
  const [main, ...others] = byWeight(branches.filter((branch) => !isHub(branch)));
  const anchor = trunkOf(main).findLast(({ children }) => children.some(isHub));
  const without = (branch: Branch): Branch => ({
    ...branch,
    children: branch.children.filter((child) => branch !== anchor || !isHub(child)).map(without),
  });
  return {
    main: main && without(main),
    others,
    hubs: [
      ...(anchor?.children ?? []).filter(isHub).map((hub) => ({ hub, from: anchor!.group.id })),
      ...branches.filter(isHub).map((hub) => ({ hub, from: null })),
    ],
  };
}

/** A group with the groups under it in rows on both sides of its trunk, which is at x = 0. */
function grow({ group, children }: Branch, width: number): Block {
  const own = { id: group.id, x: -SIZE.width / 2, y: 0, width: SIZE.width, height: SIZE.height };
  const rows = toRows(children, width);
  let y: number = SIZE.height;
  const parts = rows.flatMap((row, i) => {
    const blocks = row.map((child) => (hasTrunk(child) ? grow(child, width) : hang(child, SIZE.width)));
    const placed = i === rows.length - 1 ? centre(blocks) : part(blocks);
    const bus = y + SIZE.row / 2;
    y += SIZE.row;
    const moved = placed.map((block) => moveBlock(block, 0, y));
    y = Math.max(...moved.map(({ height }) => height));
    return moved.map((block, at) => {
      const [head] = block.boxes;
      const middle = head!.x + head!.width / 2;
      const points: Point[] = [[0, SIZE.height], [0, bus], [middle, bus], [middle, head!.y]]; // prettier-ignore
      return { ...block, edges: [toEdge(row[at]!, group.id, points), ...block.edges] };
    });
  });
  return joinBlocks([{ left: own.x, width: own.width, height: own.height, boxes: [own], edges: [] }, ...parts]);
}

/** Clusters before working groups, in rows of nearly the same length; what has a trunk of its own goes on below all others. */
function toRows(children: readonly Branch[], width: number): Branch[][] {
  const most = Math.max(2, Math.floor((width + SIZE.gap) / (SIZE.width + SIZE.gap)));
  const kinds = Map.groupBy(children, (child) => (hasTrunk(child) ? 2 : CLUSTERS.includes(child.group.type) ? 0 : 1));
  const split = (list: readonly Branch[], length: number) => {
    const rows = Math.ceil(list.length / length);
    const each = Math.ceil(list.length / Math.max(1, rows));
    return Array.from({ length: rows }, (_, i) => list.slice(i * each, (i + 1) * each));
  };
  return [...split(kinds.get(0) ?? [], most), ...split(kinds.get(1) ?? [], most), ...split(kinds.get(2) ?? [], 1)];
}

/** The trunk goes on below: half of the row on each side of it. */
function part(blocks: readonly Block[]): Block[] {
  const half = Math.ceil(blocks.length / 2);
  const widthOf = (list: readonly Block[]) => list.reduce((sum, block) => sum + block.width + SIZE.gap, -SIZE.gap);
  const before = blocks.slice(0, half);
  return [...line(before, -SIZE.gutter / 2 - widthOf(before)), ...line(blocks.slice(half), SIZE.gutter / 2)];
}

/** The trunk ends here. */
function centre(blocks: readonly Block[]): Block[] {
  const [only] = blocks;
  if (blocks.length === 1) return [moveBlock(only!, -headOf(only!), 0)];
  const width = blocks.reduce((sum, block) => sum + block.width + SIZE.gap, -SIZE.gap);
  return line(blocks, -width / 2);
}

const headOf = ({ boxes: [head] }: Block): number => head!.x + head!.width / 2;

function line(blocks: readonly Block[], from: number): Block[] {
  let x = from;
  return blocks.map((block) => {
    const moved = moveBlock(block, x - block.left, 0);
    x += block.width + SIZE.gap;
    return moved;
  });
}

/** Hubs in a column at the far side: beside the trunk where there is room, else beyond everything. */
function layAside(hubs: readonly Aside[], main: Block | null): Block[] {
  let y = 0;
  const column = hubs.map(({ hub }) => {
    const block = moveBlock(hang(hub, SIZE.width), 0, y);
    y = block.height + SIZE.gap;
    return block;
  });
  const stack = joinBlocks(column);
  if (!main || hubs.length === 0) return [stack];
  const end = main.left + main.width;
  const x = isClear(main, end - stack.width - SIZE.aside, stack.height + SIZE.gap) ? end - stack.width : end + SIZE.aside;
  return column.map((block, i) => {
    const { hub, from } = hubs[i]!;
    const moved = moveBlock(block, x, 0);
    const upper = main.boxes.find(({ id }) => id === from);
    if (!upper) return moved;
    const [start, lane, level] = [upper.y + upper.height / 2, x - SIZE.gap, moved.boxes[0]!.y + SIZE.height / 2];
    const points: Point[] = [[upper.x + upper.width, start], [lane, start], [lane, level], [x, level]]; // prettier-ignore
    return { ...moved, edges: [toEdge(hub, upper.id, points), ...moved.edges] };
  });
}

/** Whether nothing is drawn beyond `x` above `y`. */
function isClear({ boxes, edges }: Block, x: number, y: number): boolean {
  return boxes.every((box) => box.x + box.width <= x || box.y >= y) && edges.every(({ points }) => points.every(([px, py]) => px <= x || py >= y));
}

/** Blocks in rows as wide as the chart, from its beginning. */
function shelve(blocks: readonly Block[], width: number): Block[] {
  let [x, y, height] = [0, 0, 0];
  return blocks.map((block) => {
    if (x > 0 && x + block.width > width) [x, y, height] = [0, height + SIZE.gap, 0];
    const moved = moveBlock(block, x - block.left, y);
    x += block.width + SIZE.gap;
    height = Math.max(height, moved.height);
    return moved;
  });
}

const toEdge = ({ group, isReporting }: Branch, from: string, points: Point[]): ChartEdge => ({
  from,
  to: group.id,
  kind: isReporting ? 'reports' : 'parent',
  points,
});

/**
 * What a group reports to besides what it belongs to. To a group on the trunk above it the line runs beside the others: out of its column, up to
 * the row, along to the trunk and up; to any other group it is a curve.
 */
function reports(branches: readonly Branch[], { boxes, edges }: Pick<Chart, 'boxes' | 'edges'>): ChartEdge[] {
  const at = new Map(boxes.map((box) => [box.id, box]));
  const above = new Map(edges.map((edge) => [edge.to, edge]));
  /** The line that leads from `upper` to the column of a group; null where it does not stand in one. */
  const columnOf = (id: string, upper: string): ChartEdge | null => {
    const edge = above.get(id);
    return !edge ? null : edge.from === upper ? edge : columnOf(edge.from, upper);
  };
  const all = (list: readonly Branch[]): Placed[] => list.flatMap(({ group, children, isReporting }) => [...(isReporting ? [] : [group]), ...all(children)]);
  return all(branches).flatMap(({ id, parent, reportsTo }) => {
    const [own, upper] = [at.get(id), reportsTo === null || reportsTo === parent ? undefined : at.get(reportsTo)];
    if (!own || !upper) return [];
    const column = columnOf(id, upper.id);
    const points = column?.points.length === 4 ? besideLines(own, at.get(column.to)!, column) : toCurve(own, upper);
    return [{ from: upper.id, to: id, kind: 'reports' as const, points, isExtra: true }];
  });
}

function besideLines(own: ChartBox, head: ChartBox, { points }: ChartEdge): Point[] {
  const [[trunk, start], [, bus]] = [points[0]!, points[1]!];
  const [gutter, level] = [head.x + head.width + SIZE.gap / 2, own.y + own.height / 2];
  const beside = SIZE.beside;
  return [[trunk + beside, start], [trunk + beside, bus + beside], [gutter, bus + beside], [gutter, level], [own.x + own.width, level]]; // prettier-ignore
}

/** From the nearer side of one to that of the other: two points. */
function toCurve(own: ChartBox, upper: ChartBox): Point[] {
  if (upper.y + upper.height <= own.y) return [[upper.x + upper.width * 0.75, upper.y + upper.height], [own.x + own.width * 0.75, own.y]]; // prettier-ignore
  const isBefore = upper.x < own.x;
  return [[upper.x + (isBefore ? upper.width : 0), upper.y + upper.height / 2], [own.x + (isBefore ? 0 : own.width), own.y + own.height / 2]]; // prettier-ignore
}

/** As it is read from right to left. */
function mirror({ width, height, boxes, edges }: Chart): Chart {
  return {
    width,
    height,
    boxes: boxes.map((box) => ({ ...box, x: width - box.x - box.width })),
    edges: edges.map((edge) => ({ ...edge, points: edge.points.map(([x, y]): Point => [width - x, y]) })),
  };
}
