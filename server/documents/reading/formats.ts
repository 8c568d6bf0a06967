/** What a file is, by its bytes. A name that says something else is refused, since a file is opened later by what its name says. */
import type { DocumentFormat } from '../../contract/documents/documents.ts';
import { InputError } from '../../errors.ts';

export interface Recognised {
  format: DocumentFormat;
  media: string;
}

export const MEDIA: Readonly<Record<DocumentFormat, string>> = {
  markdown: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};
const ENDINGS: Readonly<Record<string, DocumentFormat>> = { md: 'markdown', markdown: 'markdown', txt: 'markdown', docx: 'docx', pdf: 'pdf' };
const CALLED: Readonly<Record<DocumentFormat, string>> = { markdown: 'text', docx: 'a Word document', pdf: 'a PDF' };
/** With macros, or a template, by their names. */
const MACROS = /\.(docm|dotm|xlsm|pptm)$/i;

/** More than any document of a group; a plan of a hundred pages with photographs has a third of it. */
export const MAX_BYTES = 20_000_000;
const MAX_TEXT_BYTES = 2_000_000;
/** A PDF ends with its end mark; readers look for it in the last kilobyte (ISO 32000-1, 7.5.5 and annex H, note 18). */
const PDF_TAIL = 1024;

/** @throws InputError `document.empty`, `document.macros`, `document.format`, `document.not-what-it-says`, `document.pdf` */
export function recognise(name: string, bytes: Uint8Array): Recognised {
  if (bytes.length === 0) throw new InputError('document.empty', `${name} is empty.`);
  if (MACROS.test(name)) throw macros(name);
  const ending = ENDINGS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  const format = formatOf(bytes);
  if (ending === undefined || format === null)
    throw new InputError('document.format', `${name} is neither a PDF, nor a Word document (.docx), nor Markdown (.md, .txt). Save it as one of these.`);
  if (format !== ending)
    throw new InputError('document.not-what-it-says', `${name} is called ${CALLED[ending]}, but its contents are ${CALLED[format]}. Give it the right ending.`);
  if (format === 'pdf') checkPdf(name, bytes);
  return { format, media: MEDIA[format] };
}

export const macros = (name: string) =>
  new InputError('document.macros', `${name} holds macros or other programs, which are never stored here. Save it as .docx without them, or as a PDF.`);

const startsWith = (bytes: Uint8Array, text: string) => [...text].every((sign, i) => bytes[i] === sign.charCodeAt(0));

function formatOf(bytes: Uint8Array): DocumentFormat | null {
  // From the very first byte: what has something in front of it is two files in one.
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  if (startsWith(bytes, 'PK\u0003\u0004')) return 'docx';
  if (bytes.length > MAX_TEXT_BYTES) return null;
  return toText(bytes) === null ? null : 'markdown';
}

/** UTF-8 without control characters, its mark taken off; null where it is something else. */
export function toText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

function checkPdf(name: string, bytes: Uint8Array): void {
  const version = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const tail = Buffer.from(bytes.subarray(-PDF_TAIL)).toString('latin1');
  if (!/^%PDF-[12]\.\d$/.test(version) || !tail.includes('%%EOF'))
    throw new InputError('document.pdf', `${name} begins like a PDF and does not end like one: it is cut off, or something was added to it. Save it anew.`);
}
