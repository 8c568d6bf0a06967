/** The way out: SMTP, as the address in the configuration says it. Whatever fails is told by its code alone: answers of mail servers repeat addresses. */
import { createTransport } from 'nodemailer';
import type { Written } from './texts.ts';

/** A mail server that does not answer keeps nobody waiting longer. */
const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;

export interface Transport {
  /** @param id the same for the same message, so that a second copy can be told from the first. @throws MailFault */
  send(to: string, written: Written, id: string, headers?: Record<string, string>): Promise<void>;
  close(): void;
}

export class MailFault extends Error {
  readonly code: string;
  /** The mail server will not take it, however often it is tried. */
  readonly isFinal: boolean;
  constructor(code: string, isFinal: boolean) {
    super(`The message was not sent (${code})`);
    this.name = 'MailFault';
    this.code = code;
    this.isFinal = isFinal;
  }
}

export function openTransport({ url, from }: { url: string; from: string }): Transport {
  const smtp = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    async send(to, { subject, text, language }, id, headers = {}) {
      try {
        await smtp.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { ...headers, 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        });
      } catch (error) {
        const { responseCode, code } = error as { responseCode?: number; code?: string };
        throw new MailFault(String(responseCode ?? code ?? 'unknown'), (responseCode ?? 0) >= 500 && code !== 'EAUTH');
      }
    },
    close: () => smtp.close(),
  };
}
