/** Accounts, invitations and API keys, as the API speaks of them. */
import { z } from 'zod';
import { APPOINTMENT_ROLES, day, groupId, scope } from '../groups/groups.ts';
import { datasetKind } from '../ids.ts';

/** `admin` may do everything on this server; what a `member` may do comes from appointments in groups (server/people/rights.ts). */
export const ROLES = ['admin', 'member'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;
/** What accounts were before membership in groups gave the rights: events of that time name it. */
export const FORMER_ROLES = ['viewer', 'contributor', 'reviewer', 'publisher'] as const;

/** Signs that no screen shows: zero-width ones, marks of direction, soft hyphens. They come along when text is copied. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Control characters, and what turns the direction of the text around it: a name must not rewrite the line it stands in. */
const DISRUPTIVE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

export const personName = z
  .string()
  .trim()
  .min(2)
  .max(100)
  .refine((name) => !DISRUPTIVE.test(name), 'wrong.control')
  .refine((name) => name.replace(UNSEEN, '').trim().length >= 2, 'wrong.visible');
/** One spelling for each address: without blanks and unseen signs around and within, in small letters. */
export const toEmail = (text: string): string => text.normalize('NFKC').replace(UNSEEN, '').trim().toLowerCase();
export const email = z.string().overwrite(toEmail).regex(z.regexes.email, 'wrong.email').max(254);
export const password = z.string().min(10, 'wrong.password').max(128);
/** Six digits of an authenticator app in any script's digits, or a backup code; blanks and hyphens as people write them. */
export const code = z.string().min(6).max(32);

export const signInBody = z.object({ email, password: z.string().min(1).max(128) });
export const passwordBody = z.object({ current: z.string().min(1).max(128), password });
export const joinBody = z.object({ name: personName, email, password });
/** A role in a group of a country, or of `global`. */
export const invitedTo = z.object({ scope, group: groupId, role: z.enum(APPOINTMENT_ROLES) });
export type InvitedTo = z.infer<typeof invitedTo>;
/** Without an appointment a member sees what everybody sees, and may ask to join a group. */
export const inviteBody = z.object({ role: role.default('member'), appointment: invitedTo.optional(), email: email.optional() });
export const memberBody = z.object({ role });
/** Both days count; null is open. */
export const appointBody = invitedTo
  .extend({ start: day.nullable().default(null), end: day.nullable().default(null) })
  .refine(({ start, end }) => !start || !end || start <= end, 'ends before it starts');
export type Appointing = z.infer<typeof appointBody>;
/** A long random text; never logged. */
export const inviteParams = z.object({ token: z.string().regex(/^[\w-]{20,100}$/, 'wrong.id') });
export const idParams = z.object({ id: z.string().min(1).max(64) });
export const memberAppointmentParams = idParams.extend({ appointment: z.string().min(1).max(64) });

export const member = z.object({ id: z.string(), name: z.string(), email: z.string(), role, createdAt: z.string(), secondFactor: z.boolean() });
export type Member = z.infer<typeof member>;

/** What an account holds in a group, now or later. `names`: of the group, by language. */
export const ownAppointment = z.object({
  id: z.string(),
  scope,
  group: groupId,
  names: z.record(z.string(), z.string()),
  acronym: z.string().nullable(),
  role: z.enum(APPOINTMENT_ROLES),
  start: day.nullable(),
  end: day.nullable(),
});
export type OwnAppointment = z.infer<typeof ownAppointment>;
/** What may be done to data of these kinds; `scope`: a country, or `global` for all. */
const right = z.object({ scope, kinds: z.array(datasetKind), permissions: z.array(z.string()) });

/** `user` is null where nobody is signed in; `needs` where the password was right and the second factor is still asked for. */
export const sessionAnswer = z.object({
  user: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role,
      /** All that is allowed anywhere. */
      permissions: z.array(z.string()),
      rights: z.array(right),
      /** Those that hold today. */
      appointments: z.array(ownAppointment),
      secondFactor: z.boolean(),
    })
    .nullable(),
  needs: z.literal('second-factor').optional(),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

export const codeBody = z.object({ code });
/** The own password once more, for what a borrowed session must not do. */
export const proofBody = z.object({ current: z.string().min(1).max(128) });

/** `backupCodes`: how many are left, null where the second factor is off. */
export const secondFactorAnswer = z.object({ on: z.boolean(), backupCodes: z.number().int().nullable() });
export type SecondFactorAnswer = z.infer<typeof secondFactorAnswer>;
/** Shown this once. `uri` is what the QR code holds, `secret` the same to type in (base32). */
export const secondFactorSetup = z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) });
export type SecondFactorSetup = z.infer<typeof secondFactorSetup>;
export const backupCodesAnswer = z.object({ backupCodes: z.array(z.string()) });
export type BackupCodesAnswer = z.infer<typeof backupCodesAnswer>;

/** Why a password is refused; the client says it in the reader's language. */
export const WEAKNESSES = ['own', 'common', 'word', 'name', 'keys', 'repeat', 'sequence', 'date', 'guessable'] as const;
export type Weakness = (typeof WEAKNESSES)[number];

/** What was done to accounts: for administrators, newest first. `actor` is null where it was done on the command line. */
const accountAction = z.enum([
  'member.joined',
  'member.role',
  'member.removed',
  'appointment.given',
  'appointment.ended',
  'password.changed',
  'second-factor.on',
  'second-factor.off',
  'second-factor.reset',
]);
export type AccountAction = z.infer<typeof accountAction>;
export const accountEvent = z.object({
  at: z.string(),
  actor: z.string().nullable(),
  action: accountAction,
  subject: z.string(),
  detail: z.string().nullable(),
});
export type AccountEvent = z.infer<typeof accountEvent>;

/** What an administrator should know about how this server runs. `details`: for example the address a header came from. */
const notice = z.object({ code: z.enum(['proxy.untrusted']), since: z.string(), details: z.record(z.string(), z.string()) });
export type Notice = z.infer<typeof notice>;
export const noticesAnswer = z.object({ notices: z.array(notice) });
export type NoticesAnswer = z.infer<typeof noticesAnswer>;

/** `appointment`: what the new member will hold, with the names of the group by language. */
export const inviteAnswer = z.object({
  role,
  appointment: ownAppointment.pick({ scope: true, group: true, names: true, acronym: true, role: true }).nullable(),
  email: z.string().nullable(),
  expiresAt: z.string(),
});
export type InviteAnswer = z.infer<typeof inviteAnswer>;
/** `link` is shown this once; only its hash is kept. */
export const newInviteAnswer = inviteAnswer.extend({
  id: z.string(),
  link: z.string(),
  mailed: z.boolean().describe('Whether the server sends it to the address'),
});
export type NewInviteAnswer = z.infer<typeof newInviteAnswer>;

export const membersAnswer = z.object({
  members: z.array(member.extend({ appointments: z.array(ownAppointment) })),
  /** Groups that people may be invited to and appointed in, by scope. */
  groups: z.array(ownAppointment.pick({ scope: true, names: true, acronym: true }).extend({ id: groupId })),
  invites: z.array(inviteAnswer.extend({ id: z.string(), createdBy: z.string().nullable() })),
  events: z.array(accountEvent),
});
export type MembersAnswer = z.infer<typeof membersAnswer>;

/** What a key may be given; a key can never manage people or keys. */
export const keyScope = z.enum([
  'draft.read',
  'upload.create',
  'job.cancel',
  'metadata.write',
  'finding.accept',
  'presence.decide',
  'map.write',
  'version.publish',
  'version.withdraw',
]);
export type KeyScope = z.infer<typeof keyScope>;
export const keyBody = z.object({ name: personName, scopes: z.array(keyScope).min(1), expiresInDays: z.number().int().min(1).max(3650).default(365) });
const keyEntry = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(keyScope),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export const keysAnswer = z.object({ keys: z.array(keyEntry) });
export type KeysAnswer = z.infer<typeof keysAnswer>;
/** `key` is shown this once; only its hash is kept. */
export const newKeyAnswer = keyEntry.extend({ key: z.string() });
export type NewKeyAnswer = z.infer<typeof newKeyAnswer>;
