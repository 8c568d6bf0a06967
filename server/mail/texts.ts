/** Messages in words: plain text in the language of whoever gets it. Pure. */
import { nameIn } from '../contract/groups/names.ts';
import type { Lang } from '../contract/languages.ts';
import type { MailKind } from '../contract/mail/mail.ts';
import { say } from '../words/words.ts';
import type { DueMail } from './due.ts';

export interface Written {
  language: Lang;
  subject: string;
  text: string;
}

/** Nothing of a name becomes a header or a line of its own. */
const line = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
/** Marks that set texts apart say nothing in a subject, and stand in the way of links. */
const bare = (text: string): string => text.replace(/[\u200f\u2066-\u2069]/g, '');

export interface Sent {
  /** What the country is called in this language; null at the global level. */
  country: string | null;
  /** Where it leads; of some kinds whoever has it is the person. */
  link: string;
  /** The server that sends it. */
  host: string;
}

export function writeMail(mail: Pick<DueMail, 'kind' | 'group' | 'to' | 'about' | 'until'>, language: Lang, { country: named, link, host }: Sent): Written {
  const { kind, group, to, about, until } = mail;
  const country = line(named ?? say(language, 'mail.global'));
  const values = {
    country,
    group: group ? line(nameIn(group.names, language) || group.id) : country,
    title: line(about ?? ''),
    day: until?.slice(0, 10) ?? '',
  };
  return write(kind, language, values, {
    name: line(to.name),
    link,
    host,
    isSecret: mail.kind === 'confirm' || mail.kind === 'check-in' || mail.kind === 'still-right',
  });
}

/** An invitation to an account. @param day until when the link works, YYYY-MM-DD */
export const writeInvitation = (language: Lang, { link, day, host }: { link: string; day: string; host: string }): Written =>
  write('invite', language, { country: '', group: '', title: '', day }, { name: null, link, host, isSecret: true });

function write(
  kind: MailKind,
  language: Lang,
  values: { country: string; group: string; title: string; day: string },
  { name, link, host, isSecret }: { name: string | null; link: string; host: string; isSecret: boolean },
): Written {
  const text = [
    name === null ? say(language, 'mail.hello.nobody') : say(language, 'mail.hello', { name }),
    say(language, `mail.${kind}.text`, values),
    link,
    say(language, isSecret ? 'mail.footer.secret' : 'mail.footer', { host }),
  ];
  return { language, subject: line(bare(say(language, `mail.${kind}.subject`, values))), text: `${text.join('\n\n')}\n` };
}
