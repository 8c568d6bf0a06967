/** People, roles, invitations and API keys, as the API speaks of them. */
import { z } from 'zod';

/** Each may do what those before it may; server/people/access.ts says what that is. */
export const ROLES = ['viewer', 'contributor', 'reviewer', 'publisher', 'admin'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

export const personName = z.string().trim().min(2).max(100);
export const email = z.email().max(254).toLowerCase();
export const password = z.string().min(10, 'at least 10 characters').max(128);

export const signInBody = z.object({ email, password: z.string().min(1).max(128) });
export const passwordBody = z.object({ current: z.string().min(1).max(128), password });
export const joinBody = z.object({ name: personName, email, password });
export const inviteBody = z.object({ role, email: email.optional() });
export const memberBody = z.object({ role });
/** A long random text; never logged. */
export const inviteParams = z.object({ token: z.string().regex(/^[\w-]{20,100}$/) });
export const idParams = z.object({ id: z.string().min(1).max(64) });

const member = z.object({ id: z.string(), name: z.string(), email: z.string(), role, createdAt: z.string() });
export type Member = z.infer<typeof member>;

/** `user` is null where nobody is signed in; `mayPublishOwn` is true where no second person could publish. */
export const sessionAnswer = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), role, permissions: z.array(z.string()) }).nullable(),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

export const inviteAnswer = z.object({ role, email: z.string().nullable(), expiresAt: z.string() });
export type InviteAnswer = z.infer<typeof inviteAnswer>;
/** `link` is shown this once; only its hash is kept. */
export const newInviteAnswer = inviteAnswer.extend({ id: z.string(), link: z.string() });
export type NewInviteAnswer = z.infer<typeof newInviteAnswer>;

export const membersAnswer = z.object({
  members: z.array(member),
  invites: z.array(inviteAnswer.extend({ id: z.string(), createdBy: z.string().nullable() })),
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
