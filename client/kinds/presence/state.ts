/** URL ⇄ what the 3W page counts and shows. Pure. The definition is part of every address, so that a link says what its numbers mean. */
import type { VersionTag } from '../../../server/contract/ids.ts';
import type { ActivityStatus, CountDefinition } from '../../../server/contract/presence/presence.ts';
import type { PresenceMapData } from '../../../server/contract/maps/map.ts';
import { CLASSING, formatHeld, parseClassing, type Classing } from '../../map/classing.ts';

/** What colours the map. */
export type Paint = 'count' | 'ratio' | 'change';
export type Pane = 'table' | 'matrix' | 'clusters' | 'organisations' | 'each' | 'lists' | 'gaps';

/** The wide view that shows a map that is split so. */
export const PANE_OF = { clusters: 'clusters', organisations: 'each', matrix: 'matrix' } as const satisfies Record<Split, Pane>;
export type Split = Exclude<PresenceMapData['split'], 'none'>;

/** How the map is split that a wide view shows; null of one that is no map. */
export const splitOf = (pane: Pane): Split | null => SPLITS.find((split) => PANE_OF[split] === pane) ?? null;
const SPLITS = ['clusters', 'organisations', 'matrix'] as const;

/** What a change is of: what the definition counts, or people for each organisation. */
export type Changed = 'count' | 'ratio';

/** The other side of a change. */
export interface Against {
  /** Of the 3W; null: the one that is shown. */
  version: VersionTag | null;
  /** Days; null: all periods of it. */
  from: string | null;
  to: string | null;
}

/** Wide views that name no organisation. */
export const SENSITIVE_PANES: readonly Pane[] = ['table', 'matrix', 'clusters', 'gaps'];

/** The wide view that is open, or opens next. */
export const openPane = ({ pane }: Pick<PresenceState, 'pane'>, isSensitive: boolean): Pane =>
  isSensitive && !SENSITIVE_PANES.includes(pane) ? 'table' : pane;

/** How the map is split that the wide view `pane` shows. */
export const openSplit = ({ split }: Pick<PresenceState, 'split'>, pane: Pane): PresenceState['split'] =>
  split !== 'none' && PANE_OF[split] === pane ? split : 'none';

export interface PresenceState extends Classing {
  /** Version of the 3W; null: the current one. */
  data: VersionTag | null;
  definition: CountDefinition;
  paint: Paint;
  changed: Changed;
  /** What a change is against; null: what lies nearest before. */
  against: Against | null;
  pane: Pane;
  /** The wide view that a saved map is of, while it is open. */
  split: PresenceMapData['split'];
  /** Version of the population that organisations are set against; null: the current one. */
  people: VersionTag | null;
  /** Organisation whose profile is shown: its id. */
  org: string | null;
}

const STATUSES: readonly ActivityStatus[] = ['planned', 'ongoing', 'completed', 'suspended', 'unknown'];

/** The contract's default definition; the client takes no values from there, and a test holds them equal. */
export const DEFINITION: CountDefinition = {
  unit: 'organisations',
  role: 'implementing',
  statuses: ['ongoing', 'completed', 'unknown'],
  sectors: [],
  orgTypes: [],
  orgs: [],
  from: null,
  to: null,
};

export const PRESENCE_STATE: PresenceState = {
  data: null,
  definition: DEFINITION,
  paint: 'count',
  changed: 'count',
  against: null,
  pane: 'table',
  split: 'none',
  people: null,
  org: null,
  ...CLASSING,
};

const PANES = ['table', 'matrix', 'clusters', 'organisations', 'each', 'lists', 'gaps'] as const;

export function parsePresenceState(query: URLSearchParams): PresenceState {
  const statuses = STATUSES.filter((status) => list(query, 'status').includes(status));
  const isNone = query.get('status') === 'none';
  const day = (name: string) => (/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(query.get(name) ?? '') ? query.get(name) : null);
  const tag = (name: string) => (/^v\d{2,}(\.\d{2,})?$/.test(query.get(name) ?? '') ? (query.get(name) as VersionTag) : null);
  const [from, to] = [day('from'), day('to')];
  const other: Against = { version: tag('vs'), from: day('vsFrom'), to: day('vsTo') };
  // Within one version a comparison needs both ends.
  const isWhole = other.version !== null || (other.from !== null && other.to !== null);
  return {
    data: tag('data'),
    definition: {
      unit: one(query.get('count'), ['organisations', 'activities', 'people']) ?? DEFINITION.unit,
      role: one(query.get('role'), ['implementing', 'programming', 'funding', 'any']) ?? DEFINITION.role,
      statuses: statuses.length || isNone ? statuses : DEFINITION.statuses,
      sectors: list(query, 'sector'),
      orgTypes: list(query, 'orgType'),
      orgs: list(query, 'org'),
      from: from && to && from > to ? null : from,
      to,
    },
    paint: one(query.get('paint'), ['count', 'ratio', 'change']) ?? 'count',
    changed: one(query.get('of'), ['count', 'ratio']) ?? 'count',
    against: isWhole && !(other.from && other.to && other.from > other.to) ? other : null,
    pane: one(query.get('pane'), PANES) ?? 'table',
    split: one(query.get('split'), SPLITS) ?? 'none',
    people: tag('people'),
    org: query.get('profile')?.slice(0, 300) || null,
    ...parseClassing(query),
  };
}

/** Writes over `query`, keeping what it does not own. Defaults are not written. */
export function formatPresenceState(
  { data, definition, paint, changed, against, pane, split, people, org, ...classing }: PresenceState,
  query: URLSearchParams,
): URLSearchParams {
  const next = new URLSearchParams(query);
  const set = (name: string, value: string | null, standard: string | null) =>
    value === standard || value === null ? next.delete(name) : next.set(name, value);
  set('count', definition.unit, DEFINITION.unit);
  set('role', definition.role, DEFINITION.role);
  set('status', STATUSES.filter((status) => definition.statuses.includes(status)).join(',') || 'none', DEFINITION.statuses.join(','));
  set('from', definition.from, null);
  set('to', definition.to, null);
  set('data', data, null);
  set('paint', paint, 'count');
  set('of', changed, 'count');
  set('vs', against?.version ?? null, null);
  set('vsFrom', against?.from ?? null, null);
  set('vsTo', against?.to ?? null, null);
  set('method', classing.method, CLASSING.method);
  set('classes', String(classing.classes), String(CLASSING.classes));
  set('breaks', classing.breaks.join(','), '');
  set('held', classing.held && formatHeld(classing.held), null);
  set('pane', pane, 'table');
  set('split', split, 'none');
  set('people', people, null);
  set('profile', org, null);
  for (const [name, values] of [
    ['sector', definition.sectors],
    ['orgType', definition.orgTypes],
    ['org', definition.orgs],
  ] as const) {
    next.delete(name);
    for (const value of values) next.append(name, name === 'org' ? value : escapeComma(value));
  }
  return next;
}

/** Names of clusters may hold commas, which part a list. */
const escapeComma = (value: string) => value.replaceAll('%', '%25').replaceAll(',', '%2C');
const unescapeComma = (value: string) => value.replaceAll('%2C', ',').replaceAll('%25', '%');

/** Repeated parameters, or one with commas; ids of organisations may hold commas, so those are only repeated. */
function list(query: URLSearchParams, name: string): string[] {
  const values = query.getAll(name);
  return [...new Set(name === 'org' ? values : values.flatMap((value) => value.split(',').map(unescapeComma)))]
    .filter((value) => value !== '' && value.length <= 300)
    .slice(0, name === 'org' ? 500 : 200);
}

function one<T extends string>(value: string | null, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === value) ?? null;
}
