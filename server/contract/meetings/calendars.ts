/** Calendars of one’s own: a link that a calendar program reads without signing in, for as long as its maker is a member. */
import { z } from 'zod';
import { groupId, scope } from '../groups/groups.ts';
import { entryId, instant } from './names.ts';

/** `own`: groups in which its maker holds something at the moment it is read. */
export const calendarAbout = z.discriminatedUnion('is', [
  z.object({ is: z.literal('own') }),
  z.object({ is: z.literal('all') }),
  z.object({ is: z.literal('group'), group: groupId }),
]);
export type CalendarAbout = z.infer<typeof calendarAbout>;
export const calendarLink = z.object({ id: entryId, scope, about: calendarAbout, createdAt: instant, lastReadOn: z.iso.date().nullable() });
export type CalendarLink = z.infer<typeof calendarLink>;
export const calendarLinkBody = z.object({ scope, about: calendarAbout.default({ is: 'own' }) });
export type CalendarLinkBody = z.infer<typeof calendarLinkBody>;
/** `path`: told once, here, and kept nowhere: whoever has it reads the calendar. */
export const calendarLinkMade = calendarLink.extend({ path: z.string() });
export const calendarLinksAnswer = z.object({ links: z.array(calendarLink) });
export const calendarTokenParams = z.object({ token: z.string().regex(/^[\w-]{20,100}$/, 'wrong.id') });
export const calendarLinkParams = z.object({ link: entryId });
