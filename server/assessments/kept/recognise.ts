/** What a file of an assessment is, by its bytes. Every byte is hostile: what is not on the list, holds a program, or is not what its name says is refused. Pure. */
import { InputError } from '../../errors.ts';
import { unzip } from '../../formats/archive/unpack.ts';
import { DEFAULT_LIMITS, type Limits } from '../../formats/limits.ts';
import { bytesSource } from '../../formats/raw.ts';
import { readRange } from '../../formats/reader.ts';
import { problemText } from '../../words/problems.ts';

const MB = 1024 * 1024;
/** A report with photographs; a table of a survey. */
export const MAX_BYTES = 20 * MB;
const LIMITS: Limits = { ...DEFAULT_LIMITS, entries: 2000, fileBytes: 64 * MB, totalBytes: 160 * MB, ratio: 150, ratioFloor: 24 * MB };

type Ending = 'pdf' | 'docx' | 'xlsx' | 'csv';
export const MEDIA: Readonly<Record<Ending, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
/** Of Office files: the part that says which they are. */
const MAIN = { docx: 'wordprocessingml.document.main+xml', xlsx: 'spreadsheetml.sheet.main+xml' } as const;
/** Parts that run, or load what runs: macros, ActiveX, programs wrapped as objects. */
const ACTIVE = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|\/activeX\/|\/embeddings\/.*\.(?:bin|exe|dll|js|vbs|hta|lnk|docm|xlsm|pptm)$/i;
const ACTIVE_TYPES = /macroEnabled|vbaProject|activeX|oleObject/i;
/** In a PDF, what runs or is started by opening it (ISO 32000-1, 12.6). */
const ACTIVE_PDF = /\/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b/;
/** A PDF ends with its end mark; readers look for it in the last kilobyte. */
const PDF_TAIL = 1024;

const refused = (name: string) => new InputError('assessments.file', problemText('assessments.file'), { details: { file: name } });

/** @returns its media type @throws InputError `assessments.file` */
export async function recogniseFile(name: string, bytes: Uint8Array): Promise<string> {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() as Ending | undefined;
  if (ending === undefined || !Object.hasOwn(MEDIA, ending) || bytes.length === 0 || bytes.length > MAX_BYTES) throw refused(name);
  const isSound = ending === 'pdf' ? isPdf(bytes) : ending === 'csv' ? isText(bytes) : await isOffice(name, bytes, MAIN[ending]);
  if (!isSound) throw refused(name);
  return MEDIA[ending];
}

function isPdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return /^%PDF-[12]\.\d/.test(text) && text.slice(-PDF_TAIL).includes('%%EOF') && !ACTIVE_PDF.test(text);
}

/** UTF-8 without control characters, and no formula that a spreadsheet would start by itself (DDE). */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) && !/(?:^|[,;\t"\n\r])\s*[=+@-]\s*(?:cmd|powershell|mshta|DDE)\b/i.test(text);
  } catch {
    return false;
  }
}

async function isOffice(name: string, bytes: Uint8Array, main: string): Promise<boolean> {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)) return false;
  const files = await unzip({ name, source: bytesSource(bytes) }, LIMITS, { bytes: LIMITS.totalBytes }).catch(() => null);
  if (!files || files.some((file) => ACTIVE.test(file.name))) return false;
  const types = files.find((file) => file.name.endsWith('[Content_Types].xml'));
  if (!types) return false;
  const said = Buffer.from(readRange(types.source, 0, types.source.size)).toString('utf8');
  return said.includes(main) && !ACTIVE_TYPES.test(said);
}
