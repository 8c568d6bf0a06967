/** Digests by mail: queued once for each time they are due, written when they are sent, of what may be seen then. */
import { createHash } from 'node:crypto';
import type { Lang } from '../../contract/languages.ts';
import { toAddress, PAGES } from '../../contract/paths.ts';
import type { DigestMails } from '../../mail/service.ts';
import { seal, unseal } from '../../store/seal.ts';
import type { NewMail } from '../../mail/store.ts';
import type { Tx } from '../../store/schema.ts';
import { say } from '../../words/words.ts';
import type { Outside } from '../deps.ts';
import { isFor, type Reader } from '../notices.ts';
import { tellEvent } from '../say.ts';
import type { EventStore } from '../store.ts';
import { latestSlot } from './due.ts';

export interface DigestDeps {
  events: EventStore;
  outside: Outside;
  /** The account as it is now, with its address; null where it is gone. */
  findReader: (account: string) => Promise<(Reader & { name: string; email: string }) | null>;
  /** Into the outbox, in the transaction that moves the end of what was queued. */
  queue: (tx: Tx, mail: NewMail) => Promise<unknown>;
  base: string;
  secret: string;
  now: () => Date;
}

/** What stands in one message; the rest is on the page. */
const MOST = 40;
const LOOKED_AT = 2000;

interface Window {
  account: string;
  from: string;
  until: string;
}

/** What the outbox needs to queue digests and to write them. Throws nothing of its own. */
export function createDigests({ events, outside, findReader, queue, base, secret, now }: DigestDeps): DigestMails & { enqueue(): Promise<number> } {
  return {
    /** Each that has become due since the last time, however long nothing ran: then one message tells all of it. @returns how many */
    async enqueue() {
      let queued = 0;
      for (const { account, every, zone, digestUntil: from } of await events.listChoices()) {
        if (every === 'off') continue;
        const until = latestSlot(every, zone, now()).toISOString();
        if (until <= from) continue;
        const id = createHash('sha256').update(`digest/${account}/${until}`).digest('hex').slice(0, 32);
        const window: Window = { account, from, until };
        const mail: NewMail = { id, kind: 'digest', scope: 'server', person: null, at: now().toISOString(), sealed: seal(window, secret) };
        if (await events.takeDigest(account, from, until, async (tx) => void (await queue(tx, mail)))) queued += 1;
      }
      return queued;
    },

    async write(sealed) {
      const window = unseal(sealed, secret) as Window | undefined;
      const choice = window && (await events.findChoice(window.account));
      if (!choice || choice.every === 'off') return null;
      const reader = await findReader(window.account);
      if (!reader) {
        await events.endDigest(window.account);
        return null;
      }
      const { language } = choice;
      const scopes = reader.scopes === null ? undefined : [...reader.scopes];
      const told: string[] = [];
      let more = false;
      for (const event of await events.list({ scopes, from: window.from, until: window.until, limit: LOOKED_AT })) {
        if (!(await isFor(reader, event))) continue;
        const each = await tellEvent(event, language, outside);
        if (each && told.length === MOST) more = true;
        else if (each) told.push(`${line(each.title)}\n${line(each.text)}\n${base}${each.path}`);
      }
      if (told.length === 0) return null;
      const token = sealUnsubscribe(window.account, secret);
      return {
        to: reader.email,
        written: compose(language, { name: reader.name, told, more, window, base, link: base + PAGES.unsubscribe.replace(':token', token) }),
        headers: {
          'List-Unsubscribe': `<${base}${toAddress('unsubscribe', { token })}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      };
    },
  };
}

interface Composed {
  name: string;
  told: readonly string[];
  more: boolean;
  window: Window;
  base: string;
  link: string;
}

function compose(language: Lang, { name, told, more, window, base, link }: Composed) {
  const text = [
    say(language, 'mail.hello', { name: line(name) }),
    say(language, 'digest.text', { from: window.from.slice(0, 10) }),
    ...told,
    `${say(language, more ? 'digest.more' : 'digest.all')}\n${base}${PAGES.news}`,
    say(language, 'digest.end', { host: new URL(base).host, link: `\n${link}` }),
  ];
  return { language, subject: bare(say(language, 'digest.subject', { day: window.until.slice(0, 10) })), text: `${text.join('\n\n')}\n` };
}

/** Nothing of a name becomes a line of its own. */
const line = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
/** Marks that set texts apart say nothing in a subject. */
const bare = (text: string): string => line(text.replace(/[\u200f\u2066-\u2069]/g, ''));

/** Of the account, for whoever has the message; another one each time, and none of them ever ends. */
export const sealUnsubscribe = (account: string, secret: string): string => seal({ unsubscribe: account }, secret);

/** null where it was not made here. */
export function openUnsubscribe(token: string, secret: string): string | null {
  const opened = unseal(token, secret) as { unsubscribe?: unknown } | undefined;
  return typeof opened?.unsubscribe === 'string' ? opened.unsubscribe : null;
}
