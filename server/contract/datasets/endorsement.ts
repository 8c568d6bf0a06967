/** What groups said of a version, as it stands on the version for good: the rules that held when it was published, and decisions. */
import { z } from 'zod';
import { day, groupId } from '../groups/groups.ts';
import { occurrenceRef } from '../meetings/names.ts';

/** A group as it is named on a version, so that the name stays what it was. */
export const groupName = z.object({ id: groupId, names: z.record(z.string(), z.string()), acronym: z.string().nullable() });
export type GroupName = z.infer<typeof groupName>;

/** What a group decided about a version. `by` is null for strangers. */
export const endorsement = z.object({
  id: z.string().min(1).max(64),
  group: groupName,
  date: day,
  meeting: z.string().nullable(),
  /** The meeting of the calendar in which it was decided. Members only: strangers are told it by `listGroupDecisions`, where they may know the meeting. */
  held: occurrenceRef.nullable().optional(),
  text: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string(),
});
export type Endorsement = z.infer<typeof endorsement>;

/** What was there of a group's rule when the version was published; `has` below `needs` only where the command line published it. */
export const signoff = z.object({ group: groupName, needs: z.number().int(), has: z.number().int() });
export type Signoff = z.infer<typeof signoff>;
