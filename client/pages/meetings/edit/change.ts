/** What may be done with meetings, actions and decisions, each said before it is done. Types only. */
import type { Action, Decision } from '../../../../server/contract/meetings/actions.ts';
import type { Meeting, Occurrence } from '../../../../server/contract/meetings/meetings.ts';

/** One meeting on one day, with the series that it is of. */
export interface Held {
  meeting: Meeting;
  occurrence: Occurrence;
}

export type Change =
  | { kind: 'plan' }
  | ({ kind: 'change-meeting' | 'cancel-one' | 'move-one' | 'put-back' | 'cancel' | 'restore' | 'delete' } & Held)
  | ({ kind: 'record'; attendance: { organisation: string; persons: number | null }[] } & Held)
  | ({ kind: 'add-action' | 'add-decision' } & Held)
  | { kind: 'change-action' | 'close-action'; action: Action }
  | { kind: 'change-decision' | 'delete-decision'; decision: Decision };
