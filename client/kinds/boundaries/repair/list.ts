/** The list of operations of a repair: its order, what keys do in it, what was decided and how that is taken back. Pure. */
import type { DecisionsBody, ListedOperation, PlanHead } from '../../../../server/contract/boundaries/repairRoutes.ts';

export type Decision = ListedOperation['decision'];
/** What is sent of one operation; null takes a decision back. */
export type Given = NonNullable<DecisionsBody['operations']>[string];
export const SHOWN = ['waiting', 'accepted', 'refused', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

/**
 * Rows from the first on, without a hole, in the order of the plan: worst first, one border together. A row that was decided meanwhile stays
 * where it is until the list is asked for anew: nothing moves under the eyes of whoever works through it.
 */
export interface RepairList {
  rows: readonly ListedOperation[];
  /** With those that are not read yet. */
  total: number;
  shown: Shown;
}

export const emptyList = (shown: Shown): RepairList => ({ rows: [], total: 0, shown });

export const stateOf = ({ decision }: Pick<ListedOperation, 'decision'>): Exclude<Shown, 'all'> => decision?.verdict ?? 'waiting';

const isOf = (shown: Shown, row: ListedOperation): boolean => shown === 'all' || stateOf(row) === shown;

/** Where the next page begins for the server, which knows nothing of rows that stay though they were decided. */
export const nextOffset = ({ rows, shown }: RepairList): number => rows.filter((row) => isOf(shown, row)).length;

/** The list with its next page. */
export function withPage(list: RepairList, page: { total: number; operations: readonly ListedOperation[] }): RepairList {
  const known = new Set(list.rows.map(({ id }) => id));
  const kept = list.rows.length - nextOffset(list);
  const rows = [...list.rows, ...page.operations.filter(({ id }) => !known.has(id))];
  // A page that brings nothing new is the last: the list cannot wait for it for ever.
  return { ...list, rows, total: page.operations.length === 0 ? rows.length : Math.max(rows.length, kept + page.total) };
}

/** The list where these operations are decided so. */
export function withDecisions(list: RepairList, changes: Readonly<Record<string, Decision>>): RepairList {
  return { ...list, rows: list.rows.map((row) => (row.id in changes ? { ...row, decision: changes[row.id]! } : row)) };
}

/** The list with a row as the server words it now. */
export const withRow = (list: RepairList, row: ListedOperation): RepairList => ({ ...list, rows: list.rows.map((each) => (each.id === row.id ? row : each)) });

/** The operation `by` places further, the first or last where the list ends; null where it is empty. */
export function stepFrom({ rows }: RepairList, id: string | null, by: number): string | null {
  if (rows.length === 0) return null;
  const at = rows.findIndex((row) => row.id === id);
  const next = at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by));
  return rows[next]!.id;
}

/** Whether the row is the first of its border in the list. */
export const isFirstOfBorder = ({ rows }: RepairList, at: number): boolean =>
  at === 0 || rows[at]!.border !== rows[at - 1]!.border || rows[at]!.level !== rows[at - 1]!.level;

export type Action = 'next' | 'previous' | 'first' | 'last' | 'accept' | 'refuse' | 'turn' | 'undo';
const KEYS: Readonly<Record<string, Action>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  a: 'accept',
  r: 'refuse',
  t: 'turn',
  u: 'undo',
};

/** By the letter that stands on the key; where a keyboard writes no Latin letters, by its place. */
export function actionOf({ key, code, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>): Action | null {
  if (ctrlKey || metaKey || altKey) return null;
  const isLatin = /^[\x20-\x7e]$/.test(key);
  const letter = isLatin || key.length > 1 ? key : code.replace(/^Key/, '');
  return KEYS[letter.length === 1 ? letter.toLowerCase() : letter] ?? null;
}

/** What a key or button says of an operation; null: it says nothing. */
export function givenBy(action: Action, { turnable, decision }: Pick<ListedOperation, 'turnable' | 'decision'>): Given | null {
  // What was turned is accepted or refused as it is turned.
  const turned = decision?.turned ? { turned: true } : {};
  if (action === 'accept') return { verdict: 'accepted', ...turned };
  if (action === 'refuse') return { verdict: 'refused' };
  if (action === 'turn' && turnable) return { verdict: 'accepted', turned: !decision?.turned };
  return null;
}

/** A decision as it is sent again. */
const again = (decision: Decision): Given =>
  decision && {
    verdict: decision.verdict,
    ...(decision.turned === undefined ? {} : { turned: decision.turned }),
    ...(decision.reason === undefined ? {} : { reason: decision.reason }),
  };

/** Several at once where they were accepted together; each as it was before. */
export type Step = Readonly<Record<string, Decision>>;

export const undoOf = (step: Step): Record<string, Given> => Object.fromEntries(Object.entries(step).map(([id, decision]) => [id, again(decision)]));

/** Rows that are drawn of a list: those in view and some around them. */
export function rowsInView(total: number, { top, height, row }: { top: number; height: number; row: number }, around = 6): [from: number, to: number] {
  const first = Math.floor(top / row);
  const last = Math.ceil((top + height) / row);
  return [Math.max(0, Math.min(total, first - around)), Math.max(0, Math.min(total, last + around))];
}

/** Widths up to which there is something to accept together, each with how many that is; a width that adds nothing is left out. */
export function bulkWidths({ bulk }: Pick<PlanHead, 'bulk'>): PlanHead['bulk'] {
  return bulk.filter(({ operations }, i) => operations > (bulk[i - 1]?.operations ?? 0));
}

/** The widths of the slider, in metres. */
export const WIDTHS = [1, 10, 50, 100, 500, 1000] as const;

/** What lies between units up to a width, all levels together; null where the plan does not know that width. */
export function foundUpTo({ levels }: Pick<PlanHead, 'levels'>, widthM: number) {
  const own = levels.flatMap(({ widths }) => widths.find(({ uptoM }) => uptoM === widthM) ?? []);
  if (own.length === 0) return null;
  const sum = (of: (one: (typeof own)[number]) => number) => own.reduce((total, one) => total + of(one), 0);
  return {
    overlaps: sum(({ overlaps }) => overlaps),
    overlapM2: sum(({ overlapM2 }) => overlapM2),
    gaps: sum(({ gaps }) => gaps),
    gapM2: sum(({ gapM2 }) => gapM2),
  };
}

/** What the main button does next. */
export type Next = 'plan' | 'decide' | 'prove' | 'units' | 'apply' | 'wait';

export function nextOf(missing: readonly string[]): Next {
  if (missing.includes('running')) return 'wait';
  if (missing.includes('plan')) return 'plan';
  if (missing.includes('decisions')) return 'decide';
  if (missing.includes('proof')) return 'prove';
  return missing.length > 0 ? 'units' : 'apply';
}
