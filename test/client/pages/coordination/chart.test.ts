/** The chart of a response: nothing lies on anything else, no two lines are mistaken for each other, and every box is reached with the arrow keys. */
import { describe, expect, test } from 'vitest';
import { layOut } from '../../../../client/pages/coordination/chart/layout.ts';
import type { Chart, ChartBox, ChartEdge, Point } from '../../../../client/pages/coordination/chart/block.ts';
import { toLines } from '../../../../client/pages/coordination/chart/lines.ts';
import { neighbour, type Arrow } from '../../../../client/pages/coordination/chart/steps.ts';
import { flatten, prune, toTree, type Placed } from '../../../../client/pages/coordination/tree.ts';
import { seededRandom } from '../../../helpers/random.ts';

const group = (id: string, type: string, parent: string | null = null, reportsTo: string | null = null): Placed => ({ id, type, parent, reportsTo });
const byId = (a: Placed, b: Placed) => (a.id < b.id ? -1 : 1);
const chartOf = (groups: readonly Placed[], width = 1240, mirrored = false) => layOut(toTree(groups, byId), width, mirrored);

/** As the sample country has it: 11 clusters, 4 areas of responsibility, working groups, two hubs with clusters at them. */
const COUNTRY: Placed[] = [
  group('hct', 'hct'),
  group('iccg', 'iccg', 'hct'),
  group('access', 'working-group', 'hct'),
  ...Array.from({ length: 11 }, (_, i) => group(`cluster-${String(i).padStart(2, '0')}`, 'cluster', 'iccg')),
  ...['cp', 'gbv', 'hlp', 'mine'].map((id) => group(id, 'aor', 'cluster-07')),
  ...['north', 'south'].map((id) => group(id, 'hub', 'iccg')),
  ...['north', 'south'].flatMap((hub) => [0, 1, 2].map((i) => group(`cluster-0${i}-${hub}`, 'cluster', `cluster-0${i}`, hub))),
  group('imwg', 'working-group', null, 'iccg'),
  group('gis', 'sub-group', 'imwg'),
  group('assessments', 'sub-group', 'imwg', 'iccg'),
  group('cash', 'working-group', 'iccg'),
  group('flood', 'task-force'),
];

/** Whether two boxes share more than an edge. */
const overlap = (a: ChartBox, b: ChartBox) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const overlaps = ({ boxes }: Chart) => boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.id} ${b.id}`] : [])));

type Segment = readonly [Point, Point];
const segmentsOf = ({ points }: ChartEdge): Segment[] => points.slice(1).map((point, i) => [points[i]!, point]);
const span = (a: number, b: number) => [Math.min(a, b), Math.max(a, b)] as const;
/** All lines run along the axes: two touch where their spans meet in both directions. */
const touch = ([[ax, ay], [bx, by]]: Segment, [[cx, cy], [dx, dy]]: Segment) => {
  const [[x0, x1], [y0, y1], [u0, u1], [v0, v1]] = [span(ax, bx), span(ay, by), span(cx, dx), span(cy, dy)];
  return x0 <= u1 && u0 <= x1 && y0 <= v1 && v0 <= y1;
};
const trunkEdges = ({ edges }: Chart) => edges.filter(({ isExtra }) => !isExtra);
/** Lines to different groups of one parent share their beginning; those of different parents may not even touch, but at a group in between. */
const crossings = (chart: Chart) => {
  const edges = trunkEdges(chart);
  return edges.flatMap((a, i) =>
    edges
      .slice(i + 1)
      .filter((b) => a.from !== b.from && a.to !== b.from && b.to !== a.from)
      .flatMap((b) => (segmentsOf(a).some((one) => segmentsOf(b).some((other) => touch(one, other))) ? [`${a.from}→${a.to} ${b.from}→${b.to}`] : [])),
  );
};
/** Lines that run through a box that is not theirs. */
const pierced = (chart: Chart) =>
  trunkEdges(chart).flatMap((edge) =>
    chart.boxes
      .filter(({ id }) => id !== edge.from && id !== edge.to)
      .flatMap(
        ({ id, x, y, width, height }) =>
        segmentsOf(edge).some((segment) => touch(segment, [[x + 0.5, y + 0.5], [x + width - 0.5, y + height - 0.5]])) ? [`${edge.to} through ${id}`] : [], // prettier-ignore
      ),
  );
const within = (chart: Chart) => {
  const { width, height, boxes } = chart;
  return (
    boxes.every((box) => box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height) &&
    trunkEdges(chart).every(({ points }) => points.every(([x, y]) => x >= 0 && x <= width && y >= 0 && y <= height))
  );
};

function expectClean(chart: Chart, groups: readonly Placed[]): void {
  expect(chart.boxes.map(({ id }) => id).toSorted()).toEqual(groups.map(({ id }) => id).toSorted());
  expect(overlaps(chart)).toEqual([]);
  expect(crossings(chart)).toEqual([]);
  expect(pierced(chart)).toEqual([]);
  expect(within(chart)).toBe(true);
}

function reached(chart: Chart): Set<string> {
  const arrows: Arrow[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
  const seen = new Set([chart.boxes[0]!.id]);
  for (const id of seen) for (const arrow of arrows) seen.add(neighbour(chart, id, arrow) ?? id);
  return seen;
}

/** A response of `count` groups of which each belongs to one before it, or to none. */
function randomGroups(seed: number, count: number): Placed[] {
  const random = seededRandom(seed);
  const types = ['cluster', 'aor', 'working-group', 'sub-group', 'hub', 'network', 'iccg'];
  const pick = <T>(list: readonly T[]) => list[random(list.length)]!;
  const groups: Placed[] = [group('g000', 'hct')];
  for (let i = 1; i < count; i++) {
    const above = random(10) === 0 ? null : pick(groups).id;
    groups.push(group(`g${String(i).padStart(3, '0')}`, pick(types), above, random(7) === 0 ? pick(groups).id : null));
  }
  return groups;
}

describe('the sample country', () => {
  const chart = chartOf(COUNTRY);
  const at = (id: string) => chart.boxes.find((box) => box.id === id)!;

  test('nothing overlaps, no line crosses another', () => expectClean(chart, COUNTRY));
  test('HCT above ICCG above clusters above their areas of responsibility; working groups below the clusters', () => {
    expect(at('hct').y).toBeLessThan(at('iccg').y);
    for (const { id, type, parent } of COUNTRY) if (type === 'cluster' && parent === 'iccg') expect(at('iccg').y, id).toBeLessThan(at(id).y);
    for (const id of ['cp', 'gbv', 'hlp', 'mine']) expect(at('cluster-07').y).toBeLessThan(at(id).y);
    expect(at('imwg').y).toBeGreaterThan(at('cluster-10').y);
  });
  test('hubs stand aside, beyond the trunk and above the clusters', () => {
    for (const id of ['north', 'south']) {
      expect(at(id).x).toBeGreaterThan(at('iccg').x + at('iccg').width);
      expect(at(id).y).toBeLessThan(at('cluster-00').y);
    }
  });
  test('what belongs to nothing is at the foot', () => {
    const others = chart.boxes.filter(({ id }) => id !== 'flood');
    expect(at('flood').y).toBeGreaterThan(Math.max(...others.map(({ y, height }) => y + height)));
  });
  test('it is as wide as it should be', () => expect(chart.width).toBeLessThanOrEqual(1240));
  test('lines are solid to the parent and dashed to what a group reports to', () => {
    const kinds = (to: string) => chart.edges.filter((edge) => edge.to === to).map(({ from, kind }) => `${from} ${kind}`);
    expect(kinds('gis')).toEqual(['imwg parent']);
    expect(kinds('imwg')).toEqual(['iccg reports']);
    expect(kinds('assessments')).toEqual(['imwg parent', 'iccg reports']);
    expect(kinds('cluster-00-north')).toEqual(['cluster-00 parent', 'north reports']);
  });
  test('the same groups in another order are drawn the same', () => expect(chartOf(COUNTRY.toReversed())).toEqual(chart));
  test('from right to left it is its mirror image', () => {
    const mirrored = chartOf(COUNTRY, 1240, true);
    expectClean(mirrored, COUNTRY);
    for (const box of mirrored.boxes) expect(box.x + box.width).toBeCloseTo(chart.width - at(box.id).x);
    expect([mirrored.width, mirrored.height]).toEqual([chart.width, chart.height]);
  });
  test('every group is reached with the arrow keys', () => expect(reached(chart).size).toBe(COUNTRY.length));
  test('arrows go where they point', () => {
    expect(neighbour(chart, 'hct', 'ArrowDown')).not.toBeNull();
    expect(neighbour(chart, 'hct', 'ArrowUp')).toBeNull();
    expect(neighbour(chart, 'cluster-00', 'ArrowRight')).toBe('cluster-01');
    expect(neighbour(chart, 'cluster-01', 'ArrowLeft')).toBe('cluster-00');
    expect(neighbour(chart, 'gis', 'ArrowUp')).toBe('assessments');
    expect(neighbour(chart, 'nowhere', 'ArrowUp')).toBeNull();
  });
});

describe('any response', () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))('of up to 60 groups, number %i', (seed) => {
    const groups = randomGroups(seed, 1 + ((seed * 7) % 60));
    for (const width of [700, 1240]) {
      const chart = chartOf(groups, width);
      expectClean(chart, groups);
      expectClean(chartOf(groups, width, true), groups);
      expect(reached(chart).size).toBe(groups.length);
    }
  });
  test('without groups there is nothing', () => expect(chartOf([])).toEqual({ width: 0, height: 0, boxes: [], edges: [] }));
  test('hubs alone', () => {
    const hubs = [group('a', 'hub'), group('b', 'hub')];
    expectClean(chartOf(hubs), hubs);
  });
});

describe('the tree', () => {
  test('a group whose parent cannot be seen stands at the top, one that only reports stands under whom it reports to', () => {
    const tree = toTree([group('a', 'iccg', 'hidden'), group('b', 'working-group', null, 'a')], byId);
    expect(tree.map((branch) => branch.group.id)).toEqual(['a']);
    expect(tree[0]!.children[0]).toMatchObject({ group: { id: 'b' }, isReporting: true });
  });
  test('a circle is opened, and nobody is lost', () => {
    const circle = [group('a', 'other', 'c'), group('b', 'other', 'a'), group('c', 'other', 'b')];
    expect(flatten(toTree(circle, byId)).map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c']); // prettier-ignore
  });
  test('what is left of it holds the way to what is kept', () => {
    const left = prune(toTree(COUNTRY, byId), ({ id }) => id === 'gbv');
    expect(flatten(left).map(({ id }) => id)).toEqual(['hct', 'iccg', 'cluster-07', 'gbv']);
  });
});

describe('texts in boxes', () => {
  const measure = (text: string) => Array.from(text).length;
  test.each<[string, number, number, string[]]>([
    ['Health', 10, 2, ['Health']],
    ['Food security and agriculture', 15, 2, ['Food security', 'and agriculture']],
    ['Water, sanitation and hygiene at the northern hub', 16, 2, ['Water,', 'sanitation and…']],
    ['Telecommunications', 10, 2, ['Telecommu…']],
    ['one two three', 7, 1, ['one tw…']],
    ['  ', 10, 2, []],
    ['حماية الطفل والعنف', 11, 2, ['حماية الطفل', 'والعنف']],
  ])('%s in %i', (text, width, most, lines) => {
    const found = toLines(text, width, most, measure);
    expect(found).toEqual(lines);
    for (const each of found) expect(measure(each)).toBeLessThanOrEqual(width);
  });
});
