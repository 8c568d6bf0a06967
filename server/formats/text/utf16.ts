/** JSON and XML in UTF-16, as some Windows programs save them → the same file in UTF-8, which the readers take. CSV has its own way (formats/tables/csv.ts). */
import { InputError } from '../../errors.ts';
import type { Limits } from '../limits.ts';
import { assertBytes } from '../limits.ts';
import type { UploadFile } from '../raw.ts';
import { bytesSource } from '../raw.ts';
import { readAll, readRange } from '../reader.ts';
import { findText } from './text.ts';

export type Utf16 = 'utf-16le' | 'utf-16be';

/** By the byte order mark; without one by the zero beside the first sign, which is `{` or `<` in all such files. */
function findUtf16(head: Uint8Array): Utf16 | null {
  const encoding = startOf(head);
  if (encoding === null) return null;
  // A shape of any other kind may begin with these two bytes as well.
  return /^\s*[{<\u001e]/.test(new TextDecoder(encoding).decode(head)) ? encoding : null;
}

function startOf([first, second]: Uint8Array): Utf16 | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const isSign = (byte: number | undefined) => byte === 0x7b || byte === 0x3c;
  if (isSign(first) && second === 0) return 'utf-16le';
  return first === 0 && isSign(second) ? 'utf-16be' : null;
}

/** The file in UTF-8 and what it was in; null where it is no UTF-16. @throws InputError where it begins as UTF-16 and does not go on so. */
export function toUtf8(file: UploadFile, limits: Limits): { file: UploadFile; encoding: Utf16 } | null {
  const encoding = findUtf16(readRange(file.source, 0, 256));
  if (encoding === null) return null;
  assertBytes(file.name, file.source.size, limits.textBytes);
  const text = findText(readAll(file, limits.textBytes), encoding);
  if (text === undefined)
    throw new InputError(
      'read.damaged',
      `${file.name} begins as UTF-16 text, but its bytes do not continue that way: it was cut off or changed in transfer. Save or export it again as UTF-8 and upload the new file.`,
    );
  return { file: { name: file.name, source: bytesSource(new TextEncoder().encode(text)) }, encoding };
}
