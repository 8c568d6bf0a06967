/** Which actions ask for a reminder at a moment. Pure: the clock is told, nothing has to have run before. */
import type { ActionState } from '../contract/meetings/actions.ts';
import { addDays, daysBetween } from '../groups/structure.ts';

/** `soon`: two days before; `due`: on the day; `overdue`: the day after, and each week from then. */
export type Reminder = 'soon' | 'due' | 'overdue';

export interface DueAction<A> {
  action: A;
  reminder: Reminder;
  /** The day for which it is said, YYYY-MM-DD: the same all day long, so that nobody is told twice. */
  on: string;
  /** Past the day it was due; 0 before. */
  daysLate: number;
}

const SOON_DAYS = 2;
const AGAIN_DAYS = 7;

/** Open ones only; those without a day never ask. What was due longest ago comes first. Days are those of UTC. */
export function dueActions<A extends { due: string | null; state: ActionState }>(actions: readonly A[], now: Date): DueAction<A>[] {
  const today = now.toISOString().slice(0, 10);
  return actions
    .flatMap((action): DueAction<A>[] => {
      if (action.state !== 'open' || action.due === null) return [];
      const late = daysBetween(action.due, today);
      if (late < -SOON_DAYS) return [];
      if (late < 0) return [{ action, reminder: 'soon', on: addDays(action.due, -SOON_DAYS), daysLate: 0 }];
      if (late === 0) return [{ action, reminder: 'due', on: action.due, daysLate: 0 }];
      const on = addDays(action.due, 1 + AGAIN_DAYS * Math.floor((late - 1) / AGAIN_DAYS));
      return [{ action, reminder: 'overdue', on, daysLate: late }];
    })
    .toSorted((a, b) => (a.action.due! < b.action.due! ? -1 : 1));
}
