/** Contacts of persons in groups: what is kept of them, who may see which field, until when it holds. Terms and rules: docs/contacts.md. */
import { z } from 'zod';
import { APPOINTMENT_ROLES, day, group, groupId, languageTag, line, organisation, organisationId, scope } from '../groups/groups.ts';
import { pcode } from '../ids.ts';
import { LANGS } from '../languages.ts';
import { email } from '../people/people.ts';

export const CONTACT_KINDS = ['email', 'phone', 'messenger', 'other'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];
export const CONTACT_LABELS = ['work', 'personal'] as const;
export type ContactLabel = (typeof CONTACT_LABELS)[number];

/**
 * Who sees a field, from the fewest to everybody; whoever sees the narrower sees the wider. `nobody`: kept for whoever may approve in a group of
 * the person; `focal-points`: also chairs, co-chairs and imos of the country; `members`: also whoever shares a group with the person.
 */
export const VISIBILITIES = ['nobody', 'focal-points', 'members', 'public'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
const visibility = z.enum(VISIBILITIES);

/** `role`: which role in which group. */
export const PERSON_FIELDS = ['name', 'organisation', 'role', 'jobTitle', 'dutyStation', 'languages'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];
const fieldVisibility = z.object({
  name: visibility,
  organisation: visibility,
  role: visibility,
  jobTitle: visibility,
  dutyStation: visibility,
  languages: visibility,
});
export type FieldVisibility = z.infer<typeof fieldVisibility>;
/** What holds until the person says otherwise: never public. */
export const DEFAULT_VISIBILITY: Readonly<FieldVisibility> = {
  name: 'members',
  organisation: 'members',
  role: 'members',
  jobTitle: 'members',
  dutyStation: 'members',
  languages: 'members',
};
export const DEFAULT_CONTACT_VISIBILITY: Readonly<Record<ContactKind, Visibility>> = {
  email: 'members',
  phone: 'focal-points',
  messenger: 'focal-points',
  other: 'focal-points',
};

export const MAX_CONTACTS = 12;
/** International or national, as people write it. */
const phone = line(40).regex(/^\+?[\d\s().\-/]{3,40}(?:\s?(?:x|ext\.?)\s?\d{1,6})?$/i, 'wrong.phone');

/** `service`: of a messenger, for example Signal. */
export const contactEntry = z.object({
  id: z.string().min(1).max(64),
  kind: z.enum(CONTACT_KINDS),
  label: z.enum(CONTACT_LABELS),
  service: z.string().nullable(),
  value: z.string(),
  preferred: z.boolean(),
  visibility,
});
export type ContactEntry = z.infer<typeof contactEntry>;
/** As it is entered: without an id it is a new one, without a visibility that of its kind. */
export const contactBody = z
  .object({
    id: z.string().min(1).max(64).optional(),
    kind: z.enum(CONTACT_KINDS),
    label: z.enum(CONTACT_LABELS).default('work'),
    service: line(60).nullable().default(null),
    value: line(300),
    preferred: z.boolean().default(false),
    visibility: visibility.optional(),
  })
  .superRefine(({ kind, value }, context) => {
    const { success } = kind === 'email' ? email.safeParse(value) : kind === 'phone' ? phone.safeParse(value) : { success: true };
    if (!success) context.addIssue({ code: 'custom', path: ['value'], message: kind === 'email' ? 'wrong.email' : 'wrong.phone' });
  });
export type ContactBody = z.output<typeof contactBody>;

/** A unit of the boundaries where it is known, and its name as it is shown. */
export const dutyStation = z.object({ pcode: pcode.nullable(), name: z.string() });
export type DutyStation = z.infer<typeof dutyStation>;

/** What of a person may be entered besides name, organisation and job title. */
export const contactFields = {
  given: line(100).nullable(),
  family: line(100).nullable(),
  dutyStation: z.object({ pcode: pcode.nullable().default(null), name: line(200) }).nullable(),
  languages: z.array(languageTag).max(20),
  contacts: z.array(contactBody).max(MAX_CONTACTS),
};
export const visibilityChange = fieldVisibility.partial();

/** What somebody may agree to. Seeing each other inside a group rests on legitimate interest until it is refused; the other two on consent alone. */
export const PURPOSES = ['members', 'focal-points-page', 'partner-export'] as const;
export type Purpose = (typeof PURPOSES)[number];
export const purposes = z.object({ members: z.boolean(), 'focal-points-page': z.boolean(), 'partner-export': z.boolean() });
export type Purposes = z.infer<typeof purposes>;
/** Of the text that is agreed to (server/words, interface/workgroup/ownEntry.ts): a change of its meaning is a new version, and is asked again. */
export const CONSENT_TEXT = '1';
/** Each change is a new one; the last counts. `by`: null where the person said so, else who did on their behalf. */
export const consentRecord = z.object({ at: z.string(), by: z.string().nullable(), text: z.string(), language: z.enum(LANGS), purposes });
export type ConsentRecord = z.infer<typeof consentRecord>;

/** How a person came to be in the list. `import`: shown to nobody before the person confirms; `on-behalf`: for 14 days unless they do. */
export const ENTERED = ['self', 'on-behalf', 'import'] as const;
export type Entered = (typeof ENTERED)[number];
/** Why a person is shown to nobody but themself, though their appointment holds. */
export const HIDDEN = ['unconfirmed', 'unanswered', 'restricted'] as const;
export type Hidden = (typeof HIDDEN)[number];

export const DUE = [
  'confirm',
  'entry-hidden',
  'entry-deleted',
  'check-in',
  'checked-out',
  'still-right',
  'unanswered',
  'verify',
  'verification-ended',
] as const;
/** Something that the person or a manager should do or be told, since `at` (ISO instant). `until`: when it has its effect, null where it had it. */
export const due = z.object({ what: z.enum(DUE), at: z.string(), until: z.string().nullable(), appointment: z.string().nullable() });
export type Due = z.infer<typeof due>;
/** By the clock of the request (server/contacts/expiry.ts). Instants are ISO 8601 in UTC. */
export const entryState = z.object({
  hidden: z.enum(HIDDEN).nullable(),
  hiddenSince: z.string().nullable(),
  /** What is asked of the person: whether the entry may be there, or whether it is still right. */
  asks: z.enum(['confirm', 'still-right']).nullable(),
  /** When the entry is gone unless it is confirmed; null where it is. */
  goneAt: z.string().nullable(),
  verified: z.boolean(),
  due: z.array(due),
});
export type EntryState = z.infer<typeof entryState>;

/** What is kept about the entry: for the person, and for whoever may approve in a group of the person. */
export const personRecord = z.object({
  visibility: fieldVisibility,
  /** Whether past roles keep the name. */
  namedInHistory: z.boolean(),
  /** Since when the person has it hidden everywhere. */
  restrictedAt: z.string().nullable(),
  /** When the person, or somebody for them, last said that all is right. */
  touchedAt: z.string(),
  entered: z.enum(ENTERED),
  enteredBy: z.string().nullable(),
  enteredAt: z.string(),
  /** null: entered on behalf, and the person has not said yes. */
  confirmedAt: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  consents: z.array(consentRecord),
  state: entryState,
});
export type PersonRecord = z.infer<typeof personRecord>;

/** `never`: from before there were check-ins, or nobody has checked in yet; `over`: its end has passed, and for 24 hours it still holds. */
export const CHECK_INS = ['never', 'in', 'over'] as const;
export type CheckIn = (typeof CHECK_INS)[number];
/** A role that holds now. `until`: ISO instant of the end of the check-in, or of the last day where that comes first. */
export const cardRole = z.object({
  appointment: z.string(),
  group: groupId,
  role: z.enum(APPOINTMENT_ROLES),
  since: day.nullable(),
  until: z.string().nullable(),
  checkIn: z.enum(CHECK_INS),
});
/** A person as the one who asks may see them; what they may not is null or absent. `validUntil`: of the role that ends last. */
export const card = z.object({
  id: z.string(),
  name: z.string(),
  given: z.string().nullable(),
  family: z.string().nullable(),
  organisation: organisationId.nullable(),
  jobTitle: z.string().nullable(),
  dutyStation: dutyStation.nullable(),
  languages: z.array(z.string()).nullable(),
  roles: z.array(cardRole),
  contacts: z.array(contactEntry.pick({ id: true, kind: true, label: true, service: true, value: true, preferred: true })),
  confirmedAt: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  validUntil: z.string().nullable(),
});
export type Card = z.infer<typeof card>;
export type CardRole = Card['roles'][number];

/**
 * What is not there, in numbers. Of the persons that were asked for and are left out: `hidden` are unconfirmed, unanswered or restricted,
 * `withheld` are not shown to the one who asks, `consent` have not agreed to the purpose, `classification`: the country lets the one who asks take no
 * file of their groups. `fields`: of those that are shown.
 */
export const leftOut = z.object({
  persons: z.number().int(),
  fields: z.number().int(),
  why: z.object({ hidden: z.number().int(), withheld: z.number().int(), consent: z.number().int(), classification: z.number().int() }),
});
export type LeftOut = z.infer<typeof leftOut>;

/** `page`: the page of focal points has chairs, co-chairs, coordinators and imos who agreed to stand on it. */
export const contactsQuery = z.object({
  group: groupId.optional(),
  below: z.enum(['true', 'false']).optional().describe('with all groups under the group'),
  organisation: organisationId.optional(),
  role: z.enum(APPOINTMENT_ROLES).optional(),
  q: z.string().trim().max(100).optional().describe('in names, job titles, organisations, duty stations that one sees'),
  page: z.literal('focal-points').optional(),
  hub: groupId.optional().describe('a hub: who holds something in it, or in a group at it'),
  for: z.literal('file').optional().describe('as a file of the list would have it: people of no common list only where they agreed'),
});
export type ContactsFilter = z.infer<typeof contactsQuery>;
export const contactsAnswer = z.object({
  scope,
  /** ISO instant of the answer. */
  at: z.string(),
  cards: z.array(card),
  leftOut,
  /** Named by roles and cards. */
  groups: z.array(group.pick({ id: true, type: true, names: true, acronym: true, mailbox: true })),
  organisations: z.array(organisation.pick({ id: true, name: true, names: true, acronym: true })),
  may: z.object({
    /** Groups in which one may enter people and approve. */
    approve: z.array(groupId),
    /** Looks at hidden fields, only to delete. */
    look: z.boolean(),
  }),
});
export type ContactsAnswer = z.infer<typeof contactsAnswer>;

/** Shown this once; only its hash is kept. `link` has the secret behind `#`, where no server and no Referer gets it. */
export const entryLinkAnswer = z.object({ link: z.string(), expiresAt: z.string() });
/** Entries that nobody is shown, without anything that names somebody: for administrators, who delete what should not be kept. `since`: from when. */
export const hiddenEntriesAnswer = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      why: z.enum(HIDDEN),
      since: z.string(),
      /** When it is deleted by itself, where nobody confirms it. */
      goneAt: z.string().nullable(),
      /** What the person holds today. */
      roles: z.array(z.object({ group: groupId, role: z.enum(APPOINTMENT_ROLES) })),
    }),
  ),
});
export type HiddenEntry = z.infer<typeof hiddenEntriesAnswer>['entries'][number];
export const lookBody = z.object({ reason: z.literal('delete') });

/** What was done with contacts. The person by id only, and never what was seen. */
export const CONTACT_ACTIONS = [
  'looked',
  'exported',
  'link',
  'confirmed',
  'verified',
  'changed',
  'consent',
  'checked-in',
  'checked-out',
  'restricted',
  'unrestricted',
  'deleted',
  'expired',
  'imported',
] as const;
export type ContactAction = (typeof CONTACT_ACTIONS)[number];
export const contactEvent = z.object({
  id: z.string(),
  at: z.string(),
  /** Who, by the name of the account; null where the person did it themself, or the clock. */
  actor: z.string().nullable(),
  action: z.enum(CONTACT_ACTIONS),
  group: groupId.nullable(),
  /** How many persons it concerned. */
  persons: z.number().int(),
  /** Of an export or a look. */
  format: z.string().nullable(),
  purpose: z.string().nullable(),
});
export type ContactEvent = z.infer<typeof contactEvent>;
export const contactEventsAnswer = z.object({ events: z.array(contactEvent) });
