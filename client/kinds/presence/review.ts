/** The review queue as the page works on it: groups by cause, what one click may decide, roles as choices. Pure. */
import type { PresenceReviewList, PresenceRole } from '../../../server/contract/presence/presence.ts';
import type { DecisionBody } from '../../../server/contract/presence/api.ts';

export type Group = PresenceReviewList['groups'][number];

export interface CauseGroup {
  cause: string;
  groups: Group[];
  rows: number;
  /** Groups without a decision whose one answer stands out. */
  proposals: Group[];
}

/** Causes with most rows first, and so within each. Decided ones stay where they are: what was just done must not jump away. */
export function byCause(groups: readonly Group[]): CauseGroup[] {
  const causes = Map.groupBy(groups, ({ cause }) => cause);
  return [...causes]
    .map(([cause, own]) => ({
      cause,
      groups: own.toSorted((a, b) => b.rows - a.rows),
      rows: own.reduce((sum, { rows }) => sum + rows, 0),
      proposals: own.filter(({ decision, proposal }) => decision === null && proposal !== null),
    }))
    .sort((a, b) => b.rows - a.rows);
}

export function accept(groups: readonly Group[]): DecisionBody[] {
  return groups.flatMap(({ id, proposal }) => (proposal === null ? [] : [{ kind: 'place' as const, group: id, pcode: proposal }]));
}

export const place = (group: Group, pcode: string | null): DecisionBody => ({ kind: 'place', group: group.id, pcode: pcode as never });

/** Questions that are open and decided, those about columns too, and the rows that wait for a place (a row may also hold an unknown spelling; it is counted once). */
export function progress(
  {
    groups,
    sectors,
    orgTypes,
    merges = [],
    dates = [],
  }: Pick<PresenceReviewList, 'groups' | 'sectors' | 'orgTypes'> & Partial<Pick<PresenceReviewList, 'dates' | 'merges'>>,
  questions: readonly unknown[] = [],
): {
  openRows: number;
  open: number;
  decided: number;
} {
  const all = [...groups, ...sectors, ...orgTypes, ...merges];
  const odd = dates.flatMap((column) => column.odd);
  const openDates = odd.filter(({ decision }) => decision === undefined).length;
  const open = all.filter(({ decision }) => decision === null).length + openDates + questions.length;
  const openRows = groups.reduce((sum, { rows, decision }) => sum + (decision === null ? rows : 0), 0);
  return { openRows, open, decided: all.length + openDates + questions.length - open };
}

/** A role as one word, for a list of choices: `org/implementing/name`, `place/2/code`, `sector`; of one of several columns `people/2025-03/Women`, `month/2025-03`. */
export function roleKey(role: PresenceRole): string {
  if (role.is === 'org') return `org/${role.role}/${role.part}`;
  if (role.is === 'place') return `place/${role.level}/${role.part}`;
  if (role.is === 'people' && role.part !== undefined) return `people/${role.month ?? ''}/${role.part}`;
  if ((role.is === 'sector' || role.is === 'month') && role.choice !== undefined) return `${role.is}/${role.choice}`;
  return role.is;
}

export function toRole(key: string): PresenceRole {
  const [is, second, ...rest] = key.split('/');
  const part = rest.join('/');
  if (is === 'org') return { is, role: second as 'implementing', part: part as 'name' };
  if (is === 'place') return { is, level: Number(second) as 0, part: part as 'name' };
  if (second === undefined) return { is } as PresenceRole;
  if (is === 'people') return { is, part, ...(second === '' ? {} : { month: second }) };
  return { is: is as 'sector', choice: key.slice(is!.length + 1) };
}

/** Every role a column can have, in the order in which they are offered. */
export const ROLE_KEYS: readonly string[] = [
  ...(['implementing', 'programming', 'funding'] as const).flatMap((role) => (['name', 'acronym', 'type'] as const).map((part) => `org/${role}/${part}`)),
  ...[1, 2, 3, 4].flatMap((level) => [`place/${level}/name`, `place/${level}/code`]),
  'sector',
  'subsector',
  'activity',
  'status',
  'start',
  'end',
  'period',
  'year',
  'month',
  'quarter',
  'people',
  'modality',
  'lat',
  'lon',
  'locality',
  'ignore',
];
