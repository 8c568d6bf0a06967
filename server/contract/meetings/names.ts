/** How meetings and what they refer to are named. */
import { z } from 'zod';
import { day } from '../groups/groups.ts';

export const entryId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'wrong.entry');
export const instant = z.string().describe('ISO 8601, UTC');
/** The day on which a meeting was planned. */
export const meetingDay = day;
/** A document as it is named elsewhere. */
export const documentRef = z.object({ id: z.string(), title: z.string() });
/** One meeting on one day. */
export const occurrenceRef = z.object({ meeting: entryId, day: meetingDay });
export type OccurrenceRef = z.infer<typeof occurrenceRef>;
