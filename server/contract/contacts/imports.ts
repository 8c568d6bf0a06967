/** A spreadsheet of contacts read into persons and what they hold: shown to nobody before each has confirmed. Rules: docs/contacts.md. */
import { z } from 'zod';
import { ORG_PARTS } from '../presence/columns.ts';
import { sheetAnswer, sheetBody, type SheetAnswer, type SheetSaid } from '../sheets.ts';

/** What a column holds. E-mails, phones and messengers may stand in several columns. */
export type ContactRole =
  | { is: 'name'; part: 'full' | 'given' | 'family' }
  | { is: 'organisation'; part: 'name' | 'acronym' }
  | { is: 'group' | 'role' | 'job-title' | 'email' | 'phone' | 'messenger' | 'duty-station' | 'pcode' | 'languages' | 'start' | 'end' | 'ignore' };

const contactRole: z.ZodType<ContactRole> = z.union([
  z.object({ is: z.literal('name'), part: z.enum(['full', 'given', 'family']) }),
  z.object({ is: z.literal('organisation'), part: z.enum(ORG_PARTS).exclude(['type']) }),
  z.object({
    is: z.enum(['group', 'role', 'job-title', 'email', 'phone', 'messenger', 'duty-station', 'pcode', 'languages', 'start', 'end', 'ignore']),
  }),
]);

export const CONTACT_PLANNED = ['organisation.create', 'person.create', 'person.change', 'appointment.create', 'appointment.change'] as const;
export type ContactPlanned = (typeof CONTACT_PLANNED)[number];

export const CONTACT_DOUBTS = [
  'name',
  'several',
  'person',
  'organisation',
  'group',
  'role',
  'email',
  'phone',
  'place',
  'languages',
  'date',
  'conflict',
] as const;
export type ContactDoubt = (typeof CONTACT_DOUBTS)[number];

export type ContactImportAnswer = SheetAnswer<ContactRole, ContactPlanned, ContactDoubt>;
export const contactImportAnswer = sheetAnswer(contactRole, CONTACT_PLANNED, CONTACT_DOUBTS);
export const contactImportBody = sheetBody(contactRole);
export type ContactImportSaid = SheetSaid<ContactRole>;

/** `confirm`: whoever sends it has looked at the entries and says that the people may be written to. */
export const invitePersonsBody = z.object({ confirm: z.literal(true) });
/**
 * One personal link for each person of the sheet who has not confirmed yet. Shown this once: to be passed on by mail or message.
 * `email`: where it goes, null where the sheet had none.
 */
export const invitePersonsAnswer = z.object({
  invitations: z.array(z.object({ person: z.string(), name: z.string(), email: z.string().nullable(), link: z.string(), expiresAt: z.string() })),
});
export type InvitePersonsAnswer = z.infer<typeof invitePersonsAnswer>;
