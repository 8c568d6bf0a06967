/**
 * A scanner for the XML inside a workbook: forward only, bounded memory, no DTD.
 * A general parser builds trees or events with attribute objects; a sheet of 276,000 rows needs neither.
 */
import { InputError, TooLargeError } from '../../errors.ts';

export interface XmlHandler {
  /** `attributes` is the raw text after the name, for `attribute()`. Self-closing elements get open and close. Names without prefix. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Entities decoded. Text of one element may come in several pieces. */
  text(text: string): void;
}

/** Longest piece between two tags. A spreadsheet cell holds at most 32,767 characters. */
const MAX_PIECE = 1 << 20;

export class XmlScanner {
  #carry = '';
  #depth = 0;
  readonly #handler: XmlHandler;
  readonly #file: string;

  constructor(handler: XmlHandler, file: string) {
    this.#handler = handler;
    this.#file = file;
  }

  write(chunk: string): void {
    const xml = this.#carry + chunk;
    let at = 0;
    for (;;) {
      const start = xml.indexOf('<', at);
      if (start < 0) break;
      const end = findTagEnd(xml, start);
      if (end < 0) break;
      if (start > at) this.#handler.text(decodeEntities(xml.slice(at, start)));
      this.#tag(xml, start, end);
      at = end + 1;
    }
    this.#carry = xml.slice(at);
    if (this.#carry.length > MAX_PIECE)
      throw new TooLargeError(
        'table.cell-too-long',
        `${this.#file} has a cell of more than ${MAX_PIECE.toLocaleString('en')} characters. No spreadsheet program writes such a file; save it again from one.`,
      );
  }

  end(): void {
    if (this.#carry.trim() !== '' || this.#depth !== 0) throw brokenXml(this.#file);
  }

  #tag(xml: string, start: number, end: number): void {
    const second = xml.charCodeAt(start + 1);
    if (second === 63 /* ? */) return;
    if (second === 33 /* ! */) {
      if (xml.startsWith('<![CDATA[', start)) this.#handler.text(xml.slice(start + 9, end - 2));
      // Entities declared in a DTD are how XML files bring a reader down; no spreadsheet program writes one.
      else if (xml.startsWith('<!DOCTYPE', start)) throw brokenXml(this.#file);
      return;
    }
    if (second === 47 /* / */) {
      this.#depth--;
      this.#handler.close(localName(xml.slice(start + 2, end).trim()));
      return;
    }
    const selfClosing = xml.charCodeAt(end - 1) === 47;
    const body = xml.slice(start + 1, selfClosing ? end - 1 : end);
    const space = body.search(/\s/);
    const name = localName(space < 0 ? body : body.slice(0, space));
    this.#handler.open(name, space < 0 ? '' : body.slice(space));
    if (selfClosing) this.#handler.close(name);
    else this.#depth++;
  }
}

/** Value of an attribute without prefix or with the prefix given in `name` (`r:id`); null where it is absent. */
export function attribute(attributes: string, name: string): string | null {
  const start = attributes.indexOf(` ${name}="`);
  if (start >= 0) {
    const from = start + name.length + 3;
    return decodeEntities(attributes.slice(from, attributes.indexOf('"', from)));
  }
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? decodeEntities(match[1] ?? match[2] ?? '') : null;
}

/** Excel writes control characters as `_x000D_`. */
export function unescapeControls(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

/** The error of a workbook whose XML does not end or does not nest: InputError `table.broken-workbook`. */
export function brokenXml(file: string, cause?: unknown): InputError {
  return new InputError(
    'table.broken-workbook',
    `${file} cannot be read as a workbook: the XML inside is broken. Open it in a spreadsheet program and save it again.`,
    { cause },
  );
}

/** `x14:slicer` → `slicer`. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Index of the `>` that ends the tag at `start`, quotes and comments respected; -1 where it is not there yet. */
export function findTagEnd(xml: string, start: number): number {
  if (xml.startsWith('<!--', start)) {
    const end = xml.indexOf('-->', start + 4);
    return end < 0 ? -1 : end + 2;
  }
  if (xml.startsWith('<![CDATA[', start)) {
    const end = xml.indexOf(']]>', start + 9);
    return end < 0 ? -1 : end + 2;
  }
  // A piece such as "<!-" may be the beginning of a comment that the next chunk completes.
  if (xml.length - start < 9 && xml.charCodeAt(start + 1) === 33) return -1;
  // Each sign once: a quoted text may hold a million `>`.
  let quote = 0;
  for (let i = start + 1; i < xml.length; i++) {
    const code = xml.charCodeAt(i);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 62 /* > */) return i;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
