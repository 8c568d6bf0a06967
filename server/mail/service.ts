/** Messages: which are due is computed; where the server has an SMTP address each is sent once, and where it has none people hand the same texts on. */
import { createHash } from 'node:crypto';
import { GLOBAL, type Scope } from '../contract/groups/groups.ts';
import type { Lang } from '../contract/languages.ts';
import type { MailEntry, MailKind, MailsAnswer, MailTextAnswer } from '../contract/mail/mail.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import type { GroupStore } from '../groups/store.ts';
import type { Structure } from '../groups/structure.ts';
import { requireRight, type Rights } from '../groups/who.ts';
import type { Log } from '../log.ts';
import { problemText } from '../words/problems.ts';
import { addressOf, dueOfContacts, dueOfDuties, languageFor, type DueMail, type Duty } from './due.ts';
import { seal, unseal } from '../store/seal.ts';
import type { MailRow, MailStore } from './store.ts';
import { writeInvitation, writeMail, type Written } from './texts.ts';
import { MailFault, type Transport } from './transport.ts';

export interface MailsDeps {
  mails: MailStore;
  groups: Pick<GroupStore, 'read' | 'listScopes'>;
  /** A personal link of an entry; those before end. @returns its secret */
  linkOf: (scope: Scope, person: string) => Promise<string>;
  /** Documents and actions of a scope that are due. */
  listDuties: (scope: Scope, now: Date) => Promise<Duty[]>;
  /** What a country is called. */
  nameCountry: (country: string, language: Lang) => Promise<string>;
  /** Deletes what the clock says is gone. @returns how many entries */
  deleteExpired: () => Promise<number>;
  /** Writes digests of news; the rest of them is elsewhere (server/news). */
  digests?: DigestMails;
  /** null: nothing is sent. */
  transport: Transport | null;
  /** Address at which people reach the server; '' where it is known with each request only, and then nothing is sent. */
  base: string;
  secret: string;
  log: Pick<Log, 'info' | 'warn'>;
  now: () => Date;
}

/** Messages whose content another room knows. */
export interface DigestMails {
  /** Queues what has become due. */
  enqueue(): Promise<number>;
  /** null: there is nothing to tell any more, or nobody to tell it to. */
  write(sealed: string): Promise<{ to: string; written: Written; headers: Record<string, string> } | null>;
}

export type Mails = ReturnType<typeof createMails>;

const MINUTE_MS = 60_000;
/** Minutes until a message is tried once more, each time it was not taken; then it is given up, and people hand it on. */
const AGAIN = [1, 5, 15, 60, 180, 360, 720, 1440];
/** For which nobody else takes what one is sending. */
const CLAIM_MS = 10 * MINUTE_MS;
/** What was sent is known for so long, so that nothing is sent twice; nothing stays due for longer. */
const KEPT_DAYS = 800;

/** Of accounts and not of the structure of a scope. */
const isOfServer = (kind: string): boolean => kind === 'invite' || kind === 'digest';
const idOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);
interface Invitation {
  to: string;
  link: string;
  day: string;
  language: Lang;
}

/** Messages of this server, as the clock that is passed in has them due. Each function says what it throws. */
export function createMails({ mails, groups, linkOf, listDuties, nameCountry, deleteExpired, digests, transport, base, secret, log, now }: MailsDeps) {
  async function listDue(scope: Scope): Promise<{ structure: Structure; due: (DueMail & { id: string })[] }> {
    const at = now();
    const structure = await groups.read(scope);
    const due = [...dueOfContacts(scope, structure, await mails.listInvited(scope), at), ...dueOfDuties(await listDuties(scope, at), structure, at)];
    return { structure, due: due.map((mail) => ({ ...mail, id: idOf(`${scope}/${mail.key}`) })) };
  }

  async function write(mail: DueMail, language: Lang, at: string): Promise<Written> {
    const country = mail.scope === GLOBAL ? null : await nameCountry(mail.scope, language);
    const link = mail.page === 'entry' ? `${at}/entry#${await linkOf(mail.scope, mail.to.id)}` : `${at}${mail.page.path}`;
    return writeMail(mail, language, { country, link, host: new URL(at).host });
  }

  /** Sends one and notes what became of it. Neither the address nor an answer of the mail server is logged. */
  async function send({ id, kind, attempts }: MailRow, to: string, written: Written, headers: Record<string, string> = {}): Promise<number> {
    const at = now();
    try {
      await transport!.send(to, written, id, headers);
      await mails.sent(id, at.toISOString());
      log.info({ mail: id, kind }, 'Mail:Sent');
      return 1;
    } catch (error) {
      const { code, isFinal } = error instanceof MailFault ? error : { code: 'internal', isFinal: false };
      const minutes = isFinal ? undefined : AGAIN[attempts];
      await mails.failed(id, at.toISOString(), minutes === undefined ? null : new Date(at.getTime() + minutes * MINUTE_MS).toISOString());
      log.warn({ mail: id, kind, code, attempt: attempts + 1, again: minutes ?? null }, 'Mail:NotSent');
      return 0;
    }
  }

  /** Sends what is to be sent by now. What is not due any more goes unsent. @returns how many were sent */
  async function flush(): Promise<number> {
    if (!transport) return 0;
    let sent = 0;
    const at = now();
    const rows = await mails.claim(at.toISOString(), new Date(at.getTime() + CLAIM_MS).toISOString());
    const due = new Map<string, DueMail>();
    for (const scope of new Set(rows.flatMap(({ kind, scope: own }) => (isOfServer(kind) ? [] : [own as Scope]))))
      for (const mail of (await listDue(scope)).due) due.set(mail.id, mail);
    for (const row of rows) {
      if (row.kind === 'invite') {
        const invitation = row.sealed === null ? undefined : (unseal(row.sealed, secret) as Invitation | undefined);
        if (!invitation || invitation.day < at.toISOString().slice(0, 10)) await mails.failed(row.id, at.toISOString(), null);
        else sent += await send(row, invitation.to, writeInvitation(invitation.language, { ...invitation, host: new URL(base).host }));
        continue;
      }
      if (row.kind === 'digest') {
        // Who cannot write it leaves it to a server that can.
        if (!digests) continue;
        const digest = row.sealed === null ? null : await digests.write(row.sealed);
        if (!digest) await mails.remove(row.id);
        else sent += await send(row, digest.to, digest.written, digest.headers);
        continue;
      }
      const mail = due.get(row.id);
      const to = mail && addressOf(mail.to);
      if (!mail || to == null) await mails.remove(row.id);
      else sent += await send(row, to, await write(mail, languageFor(mail.to), base));
    }
    return sent;
  }

  /** Puts what is due into the outbox; only that which has an address to go to. */
  async function enqueue(): Promise<void> {
    if (!transport) return;
    const at = now().toISOString();
    for (const scope of await groups.listScopes())
      for (const { id, kind, to } of (await listDue(scope)).due) if (addressOf(to) !== null) await mails.add({ id, kind, scope, person: to.id, at });
    await digests?.enqueue();
  }

  /** Due messages of groups in which the one who asks may approve, with what became of each. */
  async function listFor(scope: Scope, rights: Rights) {
    const { structure, due } = await listDue(scope);
    const approves = new Set(structure.groups.filter(({ id }) => rights.may('approve', id)).map(({ id }) => id));
    const own = due.filter(({ group }) => (group ? approves.has(group.id) : rights.manage));
    const rows = new Map((await mails.list(scope)).map((row) => [row.id, row]));
    return { own, rows };
  }

  return {
    flush,

    /** Once an hour and at the start: what is gone is deleted, what is due is sent. @returns how many entries were deleted, and messages sent */
    async sweep(): Promise<{ deleted: number; sent: number }> {
      const deleted = await deleteExpired();
      await mails.forget(new Date(now().getTime() - KEPT_DAYS * 24 * 60 * MINUTE_MS).toISOString());
      await enqueue();
      return { deleted, sent: await flush() };
    },

    /** @throws ForbiddenError `group.forbidden` */
    async list(scope: Scope, rights: Rights): Promise<MailsAnswer> {
      requireRight(rights, rights.seePeople);
      const { own, rows } = await listFor(scope, rights);
      const entries = own.map(({ id, kind, group, to, about, since, until }): MailEntry => {
        const row = rows.get(id);
        return {
          id,
          kind,
          group: group?.id ?? null,
          person: { id: to.id, name: to.name },
          to: addressOf(to),
          about,
          since,
          until,
          state: row?.state ?? 'due',
          at: row?.done_at ?? null,
        };
      });
      return { scope, sends: transport !== null, mails: entries.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)) };
    },

    /**
     * The text of one, to be handed on; the server does not send it besides. A personal link in it ends those before.
     * @throws NotFoundError `mail.unknown`, ConflictError `mail.sent` where the server has sent it
     */
    async writeText(scope: Scope, rights: Rights, id: string, { language, at }: { language: Lang | undefined; at: string }): Promise<MailTextAnswer> {
      requireRight(rights, rights.seePeople);
      const { own, rows } = await listFor(scope, rights);
      const mail = own.find((each) => each.id === id);
      if (!mail) throw new NotFoundError('mail.unknown', problemText('mail.unknown'));
      if (rows.get(id)?.state === 'sent') throw new ConflictError('mail.sent', problemText('mail.sent'));
      const written = await write(mail, language ?? languageFor(mail.to), at);
      await mails.handOn({ id, kind: mail.kind, scope, person: mail.to.id, at: now().toISOString() });
      return { to: addressOf(mail.to), ...written };
    },

    /** An invitation to an account, sent where the server sends at all. Address and link are kept until then, encrypted. @returns whether it will be */
    async invite({ id, to, link, expiresAt, language }: { id: string; to: string; link: string; expiresAt: string; language: Lang }): Promise<boolean> {
      if (!transport) return false;
      const invitation: Invitation = { to, link, day: expiresAt.slice(0, 10), language };
      const kind: MailKind = 'invite';
      await mails.add({ id: idOf(`invite/${id}`), kind, scope: 'server', person: null, at: now().toISOString(), sealed: seal(invitation, secret) });
      // Nobody who invites waits for the mail server.
      void flush().catch((error: unknown) => log.warn({ err: error }, 'Mail:QueueFailed'));
      return true;
    },

    close: () => transport?.close(),
  };
}
