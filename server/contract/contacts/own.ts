/** The page of one's own: everything that is kept of oneself, and what one may do about it without asking anybody. */
import { z } from 'zod';
import { group, groupId, line, organisation, organisationId, scope } from '../groups/groups.ts';
import { appointment, person } from '../groups/people.ts';
import { LANGS } from '../languages.ts';
import { personName } from '../people/people.ts';
import { CHECK_INS, CONSENT_TEXT, consentRecord, contactEvent, contactFields, personRecord, purposes, visibilityChange } from './contacts.ts';

/** `validUntil`: until when it holds unless somebody checks in: ISO instant, null where there is no end. */
export const ownHeld = appointment.extend({ checkIn: z.enum(CHECK_INS), validUntil: z.string().nullable() });
export type OwnHeld = z.infer<typeof ownHeld>;
export const ownEntry = z.object({
  person: person.extend({ record: personRecord }),
  appointments: z.array(ownHeld),
  groups: z.array(group.pick({ id: true, type: true, names: true, acronym: true, status: true })),
  organisations: z.array(organisation.pick({ id: true, name: true, names: true, acronym: true })),
  /** Who did what with the entry, newest first: exports of lists in which it stood are not told one by one. */
  events: z.array(contactEvent),
});
export type OwnEntry = z.infer<typeof ownEntry>;
/** By a session all entries of the account, by a personal link the one that it is for. */
export const ownEntriesAnswer = z.object({
  at: z.string(),
  by: z.enum(['session', 'link']),
  entries: z.array(ownEntry),
  /** The version of the text that is agreed to today. */
  consentText: z.literal(CONSENT_TEXT),
});
export type OwnEntriesAnswer = z.infer<typeof ownEntriesAnswer>;

export const ownParams = z.object({ scope, person: z.string().min(1).max(64) });
export const ownExportParams = ownParams.extend({ format: z.enum(['json', 'vcf']) });
export const ownAppointmentParams = z.object({ scope, group: groupId, appointment: z.string().min(1).max(64) });

/** Only what is given is changed; `contacts` replaces all of them. Each change says that the rest is right too. */
export const ownBody = z
  .object({
    name: personName,
    organisation: organisationId.nullable(),
    jobTitle: line(150).nullable(),
    ...contactFields,
    visibility: visibilityChange,
    namedInHistory: z.boolean(),
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'wrong.nothing');
export type OwnChange = z.output<typeof ownBody>;

/** `until`: ISO instant, at most twelve months ahead and not after the last day; the latest possible where it is not said. */
export const checkInBody = z.object({ until: z.iso.datetime().optional() });
export const checkOutBody = z.object({ reason: line(1000).optional() });
export const consentBody = z.object({ text: z.literal(CONSENT_TEXT), language: z.enum(LANGS), purposes });
export const consentAnswer = consentRecord;
export const restrictBody = z.object({ restricted: z.boolean() });
