/** Persons and what they hold in groups. A person is no account: most people of a contact list never sign in. Nothing in here is for the public. */
import { z } from 'zod';
import { contactEntry, contactFields, dutyStation, personRecord, purposes, visibilityChange } from '../contacts/contacts.ts';
import { LANGS } from '../languages.ts';
import { email, personName } from '../people/people.ts';
import {
  APPOINTMENT_ROLES,
  day,
  gap,
  group,
  groupEvent,
  groupId,
  heldRole,
  inOrder,
  line,
  mayAnswer,
  organisation,
  organisationId,
  scope,
  seat,
  span,
} from './groups.ts';

/** `invited`: entered, and the person has not said yes; `pending`: asked to join, and nobody has approved. Neither gives any right. */
export const APPOINTMENT_STATES = ['invited', 'pending', 'active', 'ended'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

export const person = z.object({
  id: z.string(),
  scope,
  name: z.string(),
  organisation: organisationId.nullable(),
  jobTitle: z.string().nullable(),
  /** The account that is this person; told to whoever manages groups, else null. */
  account: z.string().nullable(),
  /** Only to be claimed by the account with the same address; told to whoever manages groups, else null. */
  email: z.string().nullable(),
  /** An account with the address asks to be this person, and nobody has confirmed it yet; told to whoever manages groups. */
  claimedBy: z.object({ account: z.string(), name: z.string() }).nullable(),
  given: z.string().nullable(),
  family: z.string().nullable(),
  dutyStation: dutyStation.nullable(),
  /** null where the one who asks may not know. */
  languages: z.array(z.string()).nullable(),
  /** Those that the one who asks may see. */
  contacts: z.array(contactEntry),
  /** For the person, and for whoever may approve in a group of theirs; else null. */
  record: personRecord.nullable(),
});
export type Person = z.infer<typeof person>;

const personFields = {
  name: personName,
  organisation: organisationId.nullable(),
  jobTitle: line(150).nullable(),
  email: email.nullable(),
  ...contactFields,
  /** Narrower than it is or by default: wider is for the person to say. */
  visibility: visibilityChange,
};
/** `email`: also becomes a contact. `consent`: what the person said to whoever enters them. */
export const newPersonBody = z.object({
  name: personFields.name,
  organisation: personFields.organisation.default(null),
  jobTitle: personFields.jobTitle.default(null),
  email: personFields.email.default(null),
  given: personFields.given.default(null),
  family: personFields.family.default(null),
  dutyStation: personFields.dutyStation.default(null),
  languages: personFields.languages.default([]),
  contacts: personFields.contacts.default([]),
  visibility: personFields.visibility.default({}),
  consent: z.object({ language: z.enum(LANGS), purposes }).optional(),
});
export type NewPerson = z.infer<typeof newPersonBody>;
/** `account`: the account that this person is; null unties them. */
export const personBody = z
  .object({ ...personFields, account: z.string().max(64).nullable() })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'wrong.nothing');
export type PersonChange = z.infer<typeof personBody>;
export const personParams = z.object({ scope, person: z.string().min(1).max(64) });

export const appointment = z.object({
  id: z.string(),
  /** null of a person who was deleted, or is not shown: role, organisation and dates stay. */
  person: z.string().nullable(),
  group: groupId,
  role: z.enum(APPOINTMENT_ROLES),
  organisation: organisationId.nullable(),
  ...span,
  /** `ended` also where the last day has passed, or the check-in by more than a day. */
  state: z.enum(APPOINTMENT_STATES),
  approvedBy: z.string().nullable(),
  /** End of the check-in, ISO instant; null where nobody ever checked in. */
  until: z.string().nullable(),
  /** There is a person, whom the one who asks may not see in this role. */
  withheld: z.boolean(),
});
export type Appointment = z.infer<typeof appointment>;
/** `invite`: waits until the person, with an account, says yes; else it holds at once. */
export const appointmentBody = z
  .object({
    person: z.string().min(1).max(64),
    role: z.enum(APPOINTMENT_ROLES),
    start: span.start.default(null),
    end: span.end.default(null),
    invite: z.boolean().default(false),
  })
  .refine(inOrder, 'wrong.order');
export type NewAppointment = z.infer<typeof appointmentBody>;
export const appointmentParams = z.object({ scope, group: groupId, appointment: z.string().min(1).max(64) });
/** `end`: the last day, on which it still holds. Where it is not said, the appointment ends at this moment. */
export const endBody = z.object({ end: day.optional(), reason: line(1000).optional() });
export const approveBody = z.object({ role: z.enum(APPOINTMENT_ROLES).optional(), end: span.end.optional() });
export const joinGroupBody = z.object({
  role: z.enum(['member', 'observer']).default('member'),
  organisation: organisationId.nullable().default(null),
  jobTitle: line(150).nullable().default(null),
});
export type JoinRequest = z.infer<typeof joinGroupBody>;

/** A group with everything that stands, stood and will stand in it. */
export const groupAnswer = z.object({
  today: day,
  group,
  /** Groups around it that the one who asks may see: parent, reports-to, hub, global group; and what is below it. */
  above: z.array(group.pick({ id: true, type: true, names: true, acronym: true, status: true })),
  below: z.array(group.pick({ id: true, type: true, names: true, acronym: true, status: true })),
  organisations: z.array(organisation),
  /** Past ones too. */
  seats: z.array(seat),
  roles: z.array(heldRole),
  members: z.object({ organisations: z.number().int(), persons: z.number().int() }),
  /** For members; empty for the public. Requests that wait are told to whoever may approve them. */
  appointments: z.array(appointment),
  persons: z.array(person),
  gaps: z.array(gap),
  /** The last changes, for members. */
  history: z.array(groupEvent),
  may: mayAnswer,
});
export type GroupAnswer = z.infer<typeof groupAnswer>;

export const personsAnswer = z.object({ persons: z.array(person.extend({ appointments: z.array(appointment) })) });
export type PersonsAnswer = z.infer<typeof personsAnswer>;

/** What one is in all groups: own persons with their appointments, and persons that one may claim because the address is the same. */
export const membershipAnswer = z.object({
  today: day,
  persons: z.array(person.extend({ appointments: z.array(appointment), groups: z.array(group.pick({ id: true, names: true, acronym: true, type: true })) })),
  claimable: z.array(z.object({ scope, id: z.string(), name: z.string(), asked: z.boolean() })),
});
export type MembershipAnswer = z.infer<typeof membershipAnswer>;
/** `asked`: whoever manages groups has to confirm, since nobody has proved the address of the account. */
export const claimAnswer = z.object({ state: z.enum(['claimed', 'asked']) });
