/** What may be changed in the structure, each with a form of its own. Types only. */
import type { Seat } from '../../../../server/contract/groups/groups.ts';
import type { Appointment, GroupAnswer } from '../../../../server/contract/groups/people.ts';

export type Change =
  | { kind: 'new-group'; parent: string | null }
  | { kind: 'edit-group' }
  | { kind: 'close-group' }
  | { kind: 'add-seat' }
  | { kind: 'change-seat'; seat: Seat }
  | { kind: 'end-seat'; seat: Seat }
  | { kind: 'appoint' }
  | { kind: 'approve'; appointment: Appointment }
  | { kind: 'end-appointment'; appointment: Appointment; own?: true }
  | { kind: 'join' };

/** The group that a change is about; null where it makes the first one. */
export type Subject = GroupAnswer | null;
