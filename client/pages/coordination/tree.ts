/** Which group stands under which. Pure: the answer of the API holds edges, the list and the drawing need a tree. */

/** What of a group its place depends on. */
export interface Placed {
  id: string;
  type: string;
  parent: string | null;
  reportsTo: string | null;
}

export interface Branch<G extends Placed = Placed> {
  group: G;
  children: Branch<G>[];
  /** Whether it stands here because it reports to the group above, while it belongs to none. */
  isReporting: boolean;
}

/** From the top of a response down: in this order groups of one parent are told, those of one type by `compare`. */
const RANK = ['hct', 'iccg', 'cluster', 'sector', 'aor', 'sub-cluster', 'working-group', 'sub-group', 'task-force', 'network', 'other', 'hub'];

/**
 * Each group once, under its parent; under the one that it reports to where it has no parent. One whose parent is not among the groups (because
 * the asker may not see it) stands at the top, as does the first of a circle, which the server refuses but a file may hold.
 * @param compare order of two groups of one type, for example by their names in the reader's language
 */
export function toTree<G extends Placed>(groups: readonly G[], compare: (a: G, b: G) => number): Branch<G>[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const rank = ({ type }: G) => (RANK.includes(type) ? RANK.indexOf(type) : RANK.length);
  const above = aboveOf(groups, byId);
  const sorted = groups.toSorted((a, b) => rank(a) - rank(b) || compare(a, b));
  const below = Map.groupBy(sorted, ({ id }) => above.get(id) ?? '');
  const grow = (group: G): Branch<G> => ({
    group,
    children: (below.get(group.id) ?? []).map(grow),
    isReporting: above.has(group.id) && group.parent !== above.get(group.id),
  });
  return (below.get('') ?? []).map(grow);
}

/** What each group stands under; groups at the top are left out. */
function aboveOf<G extends Placed>(groups: readonly G[], byId: ReadonlyMap<string, G>): ReadonlyMap<string, string> {
  const above = new Map<string, string>();
  const leadsTo = (from: string, to: string): boolean => {
    for (let at: string | undefined = from; at !== undefined; at = above.get(at)) if (at === to) return true;
    return false;
  };
  for (const { id, parent, reportsTo } of groups) {
    const wanted = [parent, reportsTo].find((each) => each !== null && byId.has(each));
    if (wanted && !leadsTo(wanted, id)) above.set(id, wanted);
  }
  return above;
}

/** All groups of the branches, each before those under it. */
export function flatten<G extends Placed>(branches: readonly Branch<G>[]): G[] {
  return branches.flatMap(({ group, children }) => [group, ...flatten(children)]);
}

/** The branches that hold a group that is kept, with all that stands above it. */
export function prune<G extends Placed>(branches: readonly Branch<G>[], keeps: (group: G) => boolean): Branch<G>[] {
  return branches.flatMap((branch) => {
    const children = prune(branch.children, keeps);
    return children.length > 0 || keeps(branch.group) ? [{ ...branch, children }] : [];
  });
}
