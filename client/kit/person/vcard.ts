/** One person as a short vCard, for a QR code: version 3.0, which every phone reads (RFC 2426). Whole lists come from the server. Pure. */

export interface CardText {
  name: string;
  given: string | null;
  family: string | null;
  organisation: string | null;
  jobTitle: string | null;
  contacts: readonly { kind: 'email' | 'phone' | 'messenger' | 'other'; label: 'work' | 'personal'; value: string }[];
}

/** RFC 2426 §4: backslash, comma, semicolon and line end. */
const escape = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Lines as short as can be, since each letter makes the picture finer. */
export function toVcard({ name, given, family, organisation, jobTitle, contacts }: CardText): string {
  const type = (label: 'work' | 'personal') => (label === 'work' ? 'WORK' : 'HOME');
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    family === null || given === null ? `N:${escape(name)};;;;` : `N:${escape(family)};${escape(given)};;;`,
    `FN:${escape(name)}`,
    ...(organisation === null ? [] : [`ORG:${escape(organisation)}`]),
    ...(jobTitle === null ? [] : [`TITLE:${escape(jobTitle)}`]),
    ...contacts.flatMap(({ kind, label, value }) =>
      kind === 'email' ? [`EMAIL;TYPE=${type(label)}:${escape(value)}`] : kind === 'phone' ? [`TEL;TYPE=${type(label)}:${escape(value)}`] : [],
    ),
    'END:VCARD',
    '',
  ].join('\r\n');
}
