/** A copy of a CSV in which some cells are empty; every other byte stays. Pure. */
import { isTargeted, type CellTarget } from '../columns.ts';

/** Text of a file as its bytes, or as UTF-16 where it is: what separates cells is ASCII in all other encodings. */
export function readLetters(bytes: Uint8Array, encoding: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'utf-16le') return buffer.toString('utf16le');
  if (encoding === 'utf-16be')
    return Buffer.from(buffer.subarray(0, buffer.length & ~1))
      .swap16()
      .toString('utf16le');
  return buffer.toString('latin1');
}

/** The bytes of what `readLetters` read. */
export function writeLetters(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  return Buffer.from(text, 'latin1');
}

const MARKS = /^(\ufeff|\u00ef\u00bb\u00bf)/;

/** `text` as `readLetters` gives it. Records are counted from 1, as a person sees them. */
export function emptyCsvCells(text: string, separator: string, cells: readonly CellTarget[]): string {
  const out: string[] = [];
  const mark = MARKS.exec(text)?.[0] ?? '';
  let row = 1;
  let column = 0;
  let from = mark.length;
  let quoted = false;
  let atStart = true;
  out.push(mark);
  const isEmptied = () => isTargeted(cells, row, column);
  const end = (to: number, next: number) => {
    if (!isEmptied()) out.push(text.slice(from, to));
    out.push(text.slice(to, next));
    from = next;
    atStart = true;
  };
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '"') {
        if (text[i + 1] === '"') i++;
        else quoted = false;
      }
    } else if (char === '"' && atStart) {
      quoted = true;
      atStart = false;
    } else if (char === separator) {
      end(i, i + 1);
      column++;
    } else if (char === '\n' || char === '\r') {
      const next = char === '\r' && text[i + 1] === '\n' ? i + 2 : i + 1;
      end(i, next);
      i = next - 1;
      row++;
      column = 0;
    } else atStart = false;
  }
  if (from < text.length) end(text.length, text.length);
  return out.join('');
}
