/** Messages about contacts, documents and actions: sent where the server has an SMTP address, and handed on by people where it has none. Terms: docs/running.md. */
import { z } from 'zod';
import { groupId, scope } from '../groups/groups.ts';
import { LANGS } from '../languages.ts';

export const MAIL_KINDS = ['confirm', 'check-in', 'still-right', 'verify', 'document-review', 'action', 'invite'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
/** `due`: nobody has been told. `waiting`: on its way. `handed`: somebody took the text to pass it on. */
export const MAIL_STATES = ['due', 'waiting', 'sent', 'failed', 'handed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export const mailEntry = z.object({
  id: z.string(),
  kind: z.enum(MAIL_KINDS),
  /** The group because of which it is due, where there is one. */
  group: groupId.nullable(),
  /** Whom it goes to. */
  person: z.object({ id: z.string(), name: z.string() }),
  /** Their address; null where none is known. */
  to: z.string().nullable(),
  /** What it is about: a title, the name of another person; null where it is about who gets it. */
  about: z.string().nullable(),
  /** ISO instants: since when it is due, and when it has its effect. */
  since: z.string(),
  until: z.string().nullable(),
  state: z.enum(MAIL_STATES),
  /** When it was sent or handed on. */
  at: z.string().nullable(),
});
export type MailEntry = z.infer<typeof mailEntry>;

export const mailsAnswer = z.object({
  scope,
  /** Whether this server sends them by itself. */
  sends: z.boolean(),
  /** Of groups in which the one who asks may approve, oldest first. */
  mails: z.array(mailEntry),
});
export type MailsAnswer = z.infer<typeof mailsAnswer>;

export const mailParams = z.object({ scope, mail: z.string().regex(/^[0-9a-f]{32}$/, 'wrong.id') });
export const mailTextBody = z.object({ language: z.enum(LANGS).optional() });
/** Shown this once where it holds a personal link: a link given out before ends. */
export const mailTextAnswer = z.object({ to: z.string().nullable(), language: z.enum(LANGS), subject: z.string(), text: z.string() });
export type MailTextAnswer = z.infer<typeof mailTextAnswer>;
