/** Addresses, phones and messengers of a row. A cell holds several; a phone that was kept as a number has lost its beginning; what is no address is asked. */
import { contactBody } from '../../contract/contacts/contacts.ts';
import { asciiDigits } from '../../matching/digits.ts';
import { foldName } from '../../matching/fold.ts';
import { messengerOf, phoneParts } from '../../matching/words/contacts.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import type { ContactPlanning, Line, WrittenContact } from './planning.ts';

const isFit = (kind: 'email' | 'phone', value: string): boolean => contactBody.safeParse({ kind, value }).success;
/** From so many digits on a number has its country in front. */
const WITH_COUNTRY = 11;
/** A number that a spreadsheet shows so has lost its last digits. */
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d+$/i;

export function planEntries({ book, groups }: Pick<ContactPlanning, 'book' | 'groups'>) {
  const mailboxes = new Set(groups.flatMap(({ mailbox }) => (mailbox === null ? [] : [mailbox.toLowerCase()])));

  /** @returns null while it is in doubt */
  function readEmails({ row, cells }: Line): WrittenContact[] | null {
    const written = cells('email').flatMap(({ cell }) => splitEmails(String(typeof cell === 'object' ? cell.day : cell)));
    const values = written.map((each, turn) => readEmail(row, turn, each));
    if (values.includes(null)) return null;
    return distinct(values.filter((value) => value !== undefined && value !== null)).map((value) => ({ kind: 'email', service: null, value }));
  }

  /** undefined: gone on without it; null: in doubt. */
  function readEmail(row: number, turn: number, written: string): string | null | undefined {
    const value = written.toLowerCase();
    // A mailbox of a group is on its page already, and stays when people go.
    if (mailboxes.has(value)) {
      book.note(row, 'contacts.note.mailbox', { written: value });
      return undefined;
    }
    if (isFit('email', value)) return value;
    const mended = mendEmail(value);
    const choices = [
      ...(isFit('email', mended) ? [{ answer: 'mended', clause: verbatim(mended) }] : []),
      { answer: 'blank', clause: clause('contacts.choice.without-address') },
    ];
    const answer = book.ask(row, 'email', `${row}.${turn}`, written, clause('contacts.doubt.email', { written }), choices);
    return answer === null ? null : answer === 'mended' ? mended : undefined;
  }

  /** @returns null while it is in doubt */
  function readPhones(line: Line): WrittenContact[] | null {
    const values = line.cells('phone').flatMap(({ column, heading, cell }) => readPhoneCell(line.row, column, heading, typeof cell === 'object' ? cell.day : cell)); // prettier-ignore
    if (values.includes(null)) return null;
    return distinct(values.filter((value) => value !== undefined && value !== null)).map((value) => ({ kind: 'phone', service: null, value }));
  }

  function readPhoneCell(row: number, column: number, heading: string, cell: string | number): (string | null | undefined)[] {
    if (typeof cell === 'number') return [readNumber(row, column, heading, cell)];
    const text = asciiDigits(cell).trim();
    return phoneParts(text).map((written, turn) => {
      if (!ROUNDED.test(written.replaceAll(' ', '')) && isFit('phone', written)) return written;
      const answer = book.ask(row, 'phone', `${row}.${column}.${turn}`, written, clause('contacts.doubt.phone', { heading, written }), [
        { answer: 'blank', clause: clause('contacts.choice.without-phone') },
      ]);
      return answer === null ? null : undefined;
    });
  }

  /** A cell that is a number lost the plus or the zero at its beginning. Asked once for the numbers of a column that are about as long. */
  function readNumber(row: number, column: number, heading: string, cell: number): string | null | undefined {
    const digits = Number.isSafeInteger(cell) && cell > 0 ? String(cell) : '';
    if (!isFit('phone', digits)) {
      const written = String(cell);
      const answer = book.ask(row, 'phone', `${row}.${column}`, written, clause('contacts.doubt.phone', { heading, written }), [
        { answer: 'blank', clause: clause('contacts.choice.without-phone') },
      ]);
      return answer === null ? null : undefined;
    }
    const long = digits.length >= WITH_COUNTRY;
    const plus = { answer: '+', clause: clause('contacts.choice.plus', { example: `+${digits}` }) };
    const zero = { answer: '0', clause: clause('contacts.choice.zero', { example: `0${digits}` }) };
    const choices = [...(long ? [plus, zero] : [zero, plus]), { answer: 'as-it-is', clause: clause('contacts.choice.digits', { example: digits }) }];
    const key = `number:${column}:${long ? 'long' : 'short'}`;
    const answer = book.ask(row, 'phone', key, digits, clause('contacts.doubt.number', { heading, written: digits }), choices);
    if (answer === null) return null;
    return answer === 'as-it-is' ? digits : `${answer}${digits}`;
  }

  function readMessengers({ cells }: Line): WrittenContact[] {
    return cells('messenger').flatMap(({ heading, cell }) => {
      const ofColumn = messengerOf(heading);
      return String(typeof cell === 'object' ? cell.day : cell)
        .split(/\s*[;\n|]\s*/)
        .filter(Boolean)
        .map((written): WrittenContact => {
          const [, front, rest] = /^([\p{L} ]{2,20}?)\s*:\s*(.+)$/u.exec(written) ?? [];
          const service = front === undefined ? null : messengerOf(front);
          return { kind: 'messenger', service: service ?? ofColumn, value: service === null ? written : rest! };
        });
    });
  }

  return {
    /** All of a row; null while any of it is in doubt. */
    read(line: Line): WrittenContact[] | null {
      const [emails, phones] = [readEmails(line), readPhones(line)];
      return emails === null || phones === null ? null : [...emails, ...phones, ...readMessengers(line)];
    },
  };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** "Zoe <zoe@example.org>; z@example.org": the addresses, at all that stands between two. */
function splitEmails(text: string): string[] {
  const bracketed = [...text.matchAll(/<([^<>]+)>/g)].map(([, address]) => address!.trim());
  const bare = text.replace(/[^;,\n]*<[^<>]+>/g, ' ');
  return [...bracketed, ...bare.split(/[;,\n|]+|\s+\/\s+|\s+(?=\S+@)/)].map((part) => part.replace(/^mailto:/i, '').trim()).filter((part) => foldName(part) !== ''); // prettier-ignore
}

/** What people write so that a program does not find it, and slips of the pen. Shown, never taken by itself. */
const mendEmail = (text: string): string =>
  text
    .replace(/\s*[([{]\s*(?:at|arobase|arroba)\s*[)\]}]\s*|\s+at\s+/g, '@')
    .replace(/\s*[([{]\s*(?:dot|point|punto|ponto)\s*[)\]}]\s*|\s+dot\s+/g, '.')
    .replace(/@+/g, '@')
    .replace(/\.{2,}/g, '.')
    .replace(/[\s,;]+/g, '')
    .replace(/[.>)]+$/, '');
