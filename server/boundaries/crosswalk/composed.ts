/** What kind of relation a pair is whose shares were multiplied: by the units it is connected with and by what stayed of code, name and parent. */
import { COMBINABLE, type ChangedUnit, type LevelChanges, type Relation, type UnitRelation } from '../../contract/boundaries/changes.ts';

export interface ComposedPair {
  source: ChangedUnit | null;
  target: ChangedUnit | null;
  ofSource: number;
  ofTarget: number;
  certainty: UnitRelation['certainty'];
  goesOn: boolean;
}

/** All but this of both units is the same ground. */
const SAME_GROUND = 0.98;
/** Relations that are one event, however many pairs it has. */
const EVENTS: readonly Relation[] = ['split', 'split-off', 'merged', 'absorbed', 'redistricted'];

/** Relations sorted by cluster, source and target. */
export function classify(pairs: readonly ComposedPair[]): UnitRelation[] {
  return clustersOf(pairs)
    .flatMap((own, cluster) => own.map((pair) => toRelation(pair, own, cluster)))
    .toSorted((a, b) => a.cluster - b.cluster || compare(a.source?.pcode, b.source?.pcode) || compare(a.target?.pcode, b.target?.pcode));
}

const compare = (a = '\uffff', b = '\uffff') => (a < b ? -1 : a > b ? 1 : 0);

export function countRelations(relations: readonly UnitRelation[]): LevelChanges['counts'] {
  const seen = new Map<Relation, Set<string>>();
  for (const [at, { relation, cluster }] of relations.entries()) {
    const events = seen.get(relation) ?? new Set<string>();
    seen.set(relation, events.add(EVENTS.includes(relation) ? `c${cluster}` : String(at)));
  }
  return Object.fromEntries([...seen].map(([relation, events]) => [relation, events.size]));
}

/** Pairs that share a unit belong together. */
function clustersOf(pairs: readonly ComposedPair[]): ComposedPair[][] {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    while (parent.has(at) && parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  const keysOf = ({ source, target }: ComposedPair) => [
    ...(source ? [`s${source.pcode || source.name}`] : []),
    ...(target ? [`t${target.pcode || target.name}`] : []),
  ];
  for (const pair of pairs) {
    const [first, ...others] = keysOf(pair);
    for (const other of others) if (root(other) !== root(first!)) parent.set(root(other), root(first!));
  }
  return [...Map.groupBy(pairs, (pair) => root(keysOf(pair)[0]!)).values()];
}

function toRelation(pair: ComposedPair, cluster: readonly ComposedPair[], number: number): UnitRelation {
  const { source, target, ofSource, ofTarget, certainty, goesOn } = pair;
  const { relation, also } = kindOf(pair, cluster);
  const isAsserted = certainty === 'asserted';
  return {
    cluster: number,
    relation,
    ...(also.length > 0 ? { also } : {}),
    goesOn,
    source,
    target,
    sharedAreaSqKm: isAsserted || !source ? null : Number((ofSource * source.areaSqKm).toPrecision(9)),
    shareOfSource: source && !isAsserted ? Number(ofSource.toFixed(6)) : null,
    shareOfTarget: target && !isAsserted ? Number(ofTarget.toFixed(6)) : null,
    evidence: [
      ...(isAsserted ? [] : (['ground'] as const)),
      ...(source && target && source.pcode !== '' && source.pcode === target.pcode ? (['code'] as const) : []),
      ...(source && target && source.name !== '' && source.name === target.name ? (['name'] as const) : []),
    ],
    certainty,
  };
}

function kindOf(pair: ComposedPair, cluster: readonly ComposedPair[]): { relation: Relation; also: (typeof COMBINABLE)[number][] } {
  const { source, target, ofSource, ofTarget, goesOn } = pair;
  const own = (source && target && goesOn ? differences(source, target) : []).filter((kind) => kind !== 'adjusted');
  const real = cluster.filter((one) => one.source !== null && one.target !== null);
  const sources = new Set(real.map((one) => one.source));
  const targets = new Set(real.map((one) => one.target));
  const count = (units: Set<ChangedUnit | null>) => new Set([...units].map((unit) => unit!.pcode || unit!.name)).size;
  const [olds, news] = [count(sources), count(targets)];
  if (real.length === 0) return { relation: source === null ? 'created' : 'abolished', also: [] };
  if (olds === 1 && news === 1) {
    const all = source && target ? differences(source, target) : [];
    const kinds = [...(ofSource < SAME_GROUND || ofTarget < SAME_GROUND || !source || !target ? (['adjusted'] as const) : []), ...all];
    return { relation: kinds[0] ?? 'unchanged', also: kinds.slice(1) };
  }
  const keepers = real.filter((one) => one.goesOn);
  if (olds === 1) return { relation: keepers.length > 0 ? 'split-off' : 'split', also: own };
  if (news === 1) return { relation: keepers.length > 0 ? 'absorbed' : 'merged', also: own };
  if (keepers.length === olds && keepers.length === news) return goesOn ? { relation: 'adjusted', also: own } : { relation: 'transferred', also: [] };
  return { relation: 'redistricted', also: own };
}

function differences(source: ChangedUnit, target: ChangedUnit): (typeof COMBINABLE)[number][] {
  return [
    ...(source.pcode !== target.pcode ? (['recoded'] as const) : []),
    ...(source.name !== target.name ? (['renamed'] as const) : []),
    ...(source.parent !== target.parent ? (['reparented'] as const) : []),
  ];
}
