/** A real SMTP server on this machine that keeps what it gets, and refuses where it is told to. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface GotMail {
  to: string[];
  subject: string;
  text: string;
  raw: string;
}

export interface TestSmtp {
  got: GotMail[];
  url: string;
  /** Code of an SMTP answer, which repeats the address as real servers do; null: it takes everything again. */
  refuseWith(code: number | null): void;
  close(): Promise<void>;
}

export async function startSmtp(): Promise<TestSmtp> {
  const got: GotMail[] = [];
  let refusal: number | null = null;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => done(refusal === null ? null : Object.assign(new Error(`no box ${address}`), { responseCode: refusal })),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        got.push({ to: envelope.rcptTo.map(({ address }) => address), subject: subjectOf(raw), text: textOf(raw), raw });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  return {
    got,
    url: `smtp://127.0.0.1:${port}`,
    refuseWith: (code) => void (refusal = code),
    close: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  };
}

const latin = (text: string, escape: RegExp) => text.replace(escape, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
const utf8 = (text: string) => Buffer.from(text, 'latin1').toString('utf8');

/** Quoted-printable (RFC 2045 §6.7) and base64 undone. */
function textOf(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
  if (/content-transfer-encoding: base64/i.test(raw)) return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n');
  const plain = /content-transfer-encoding: quoted-printable/i.test(raw) ? utf8(latin(body.replace(/=\r\n/g, ''), /=([0-9A-F]{2})/g)) : body;
  return plain.replaceAll('\r\n', '\n');
}

/** Encoded words (RFC 2047) undone. */
function subjectOf(raw: string): string {
  const line = /^Subject: (.*(?:\r\n[ \t].*)*)/im.exec(raw)?.[1] ?? '';
  return line
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : utf8(latin(text.replaceAll('_', ' '), /=([0-9A-F]{2})/g)),
    )
    .replace(/\r\n[ \t]/g, ' ');
}
