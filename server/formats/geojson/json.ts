/**
 * A pull reader of JSON over a sliding window of bytes: no object is made for what only passes through, and a file of any size needs one window.
 * The formats that are JSON underneath (GeoJSON, its newline-delimited and sequence forms) drive it token by token.
 */
import { Buffer } from 'node:buffer';
import { InputError, TooLargeError } from '../../errors.ts';
import type { ByteSource } from '../raw.ts';

/** One window; features larger than it are no problem, only single strings are (see MAX_STRING). */
const WINDOW = 4 << 20;
/** A name or a code is never this long; without a bound one unclosed quote would pull the whole file into memory. */
const MAX_STRING = 64 << 20;
/** Nesting of values that are skipped or kept as text. */
const MAX_DEPTH = 200;

const QUOTE = 34;
const BACKSLASH = 92;

export class JsonReader {
  /** Bytes `position … length` of the window are unread; `window[length]` is always 0, so that scanning loops stop by themselves. */
  window: Buffer;
  position = 0;
  length = 0;
  /** True once the source has given its last byte. */
  atEnd = false;
  readonly #source: ByteSource;
  readonly #name: string;
  readonly #prefix: string;
  /** Where in the source the next read starts. */
  #offset = 0;

  /** `prefix` starts the codes of the errors thrown here: `geojson` gives `geojson.malformed`. */
  constructor(source: ByteSource, name: string, prefix: string, windowBytes = WINDOW) {
    this.#source = source;
    this.#name = name;
    this.#prefix = prefix;
    this.window = Buffer.allocUnsafeSlow(Math.max(64, Math.min(source.size + 1, windowBytes)) + 1);
    this.refill(0);
    if (this.length >= 3 && this.window[0] === 0xef && this.window[1] === 0xbb && this.window[2] === 0xbf) this.position = 3;
  }

  /** Byte position in the source of the next unread byte. */
  get bytePosition(): number {
    return this.#offset - this.length + this.position;
  }

  get size(): number {
    return this.#source.size;
  }

  /**
   * Moves bytes `keepFrom … length` to the front of the window and reads on behind them; grows the window where it is full of kept bytes.
   * Answers false where there is nothing more to read.
   */
  refill(keepFrom = this.position): boolean {
    if (this.atEnd) return false;
    if (keepFrom > 0) {
      this.window.copyWithin(0, keepFrom, this.length);
      this.length -= keepFrom;
      this.position -= keepFrom;
    }
    let room = this.window.length - 1 - this.length;
    if (room === 0) {
      if (this.length >= MAX_STRING)
        throw new TooLargeError(
          `${this.#prefix}.too-large`,
          `${this.#name} contains a single value of more than ${MAX_STRING >> 20} MB at byte ${this.bytePosition}; it is probably damaged there. Export the file again.`,
        );
      const grown = Buffer.allocUnsafeSlow(this.window.length * 2);
      grown.set(this.window.subarray(0, this.length));
      this.window = grown;
      room = grown.length - 1 - this.length;
    }
    const got = this.#source.read(this.window.subarray(this.length, this.length + room), this.#offset);
    if (got === 0) this.atEnd = true;
    this.#offset += got;
    this.length += got;
    this.window[this.length] = 0;
    return got > 0;
  }

  /** The next byte that is not white space, unread; -1 at the end of the source. */
  peek(): number {
    for (;;) {
      const window = this.window;
      let at = this.position;
      let byte = window[at]!;
      while (byte === 32 || byte === 10 || byte === 13 || byte === 9) byte = window[++at]!;
      this.position = at;
      if (at < this.length) return byte;
      if (!this.refill()) return -1;
    }
  }

  /** Takes the next byte that is not white space, which must be `byte`. */
  expect(byte: number, what: string): void {
    if (this.peek() !== byte) this.fail(`${what} was expected`);
    this.position++;
  }

  /** After an element: takes a comma and answers true, or takes `close` and answers false. */
  more(close: number, what: string): boolean {
    const byte = this.peek();
    if (byte !== 44 && byte !== close) this.fail(`a comma or the end of ${what} was expected`);
    this.position++;
    return byte === 44;
  }

  /** Reads a string and leaves its raw bytes (escapes untouched) at `window[start … end]`; answers start. Valid until the next read. */
  rawString(what: string): number {
    this.expect(QUOTE, what);
    let start = this.position;
    let at = start;
    for (;;) {
      const window = this.window;
      let byte = window[at]!;
      while (byte !== QUOTE && byte !== BACKSLASH && byte >= 32) byte = window[++at]!;
      if (at >= this.length || (byte === BACKSLASH && at + 1 >= this.length)) {
        const back = at - start;
        this.position = start;
        if (!this.refill(start)) this.#truncated();
        start = this.position;
        at = start + back;
        continue;
      }
      if (byte === QUOTE) break;
      // Real files hold raw tabs and line breaks in names; JSON forbids them, but their meaning is plain.
      at += byte === BACKSLASH ? 2 : 1;
    }
    this.position = at + 1;
    return start;
  }

  /** Where the string last read by `rawString` ends. */
  get stringEnd(): number {
    return this.position - 1;
  }

  /** Text of the raw string at `window[start … end]`, strictly UTF-8. */
  decode(start: number, end: number): string {
    const window = this.window;
    let ascii = true;
    for (let i = start; i < end; i++) {
      const byte = window[i]!;
      if (byte === BACKSLASH || byte < 32) return this.#decodeEscaped(start, end);
      if (byte > 127) ascii = false;
    }
    return ascii ? window.toString('latin1', start, end) : this.#utf8(start, end);
  }

  /** Key or short string as text. */
  string(what: string): string {
    const start = this.rawString(what);
    return this.decode(start, this.stringEnd);
  }

  /** Reads past one value of any kind. */
  skip(): void {
    const first = this.peek();
    if (first === QUOTE) {
      this.rawString('a string');
      return;
    }
    if (first !== 123 && first !== 91) {
      this.#scalar();
      return;
    }
    let depth = 0;
    for (;;) {
      const byte = this.peek();
      if (byte === -1) this.#truncated();
      if (byte === QUOTE) {
        this.rawString('a string');
        continue;
      }
      this.position++;
      if (byte === 123 || byte === 91) {
        if (++depth > MAX_DEPTH) this.fail(`values are nested more than ${MAX_DEPTH} deep`);
      } else if ((byte === 125 || byte === 93) && --depth === 0) return;
    }
  }

  /** A value that is no string: number, true, false, null; objects and lists as their JSON text. */
  value(): string | number | boolean | null {
    const first = this.peek();
    if (first === QUOTE) return this.string('a string');
    const nested = first === 123 || first === 91;
    // The text must stay in the window while it is read over, so it is measured first by a copy of the bytes.
    const text = nested ? this.#nestedText() : this.#scalar();
    if (text === 'null') return null;
    if (text === 'true') return true;
    if (text === 'false') return false;
    if (nested) return this.#parse(text, (value) => JSON.stringify(value));
    // Python writes these where a value is missing; they are no JSON, but their meaning is plain.
    if (text === 'NaN' || text === 'Infinity' || text === '-Infinity') return null;
    return this.#parse(text, Number);
  }

  /** Throws with the byte position, and with what stands there. */
  fail(what: string): never {
    if (this.position >= this.length && this.atEnd) this.#truncated();
    const from = this.position;
    const near = JSON.stringify(this.window.toString('latin1', from, Math.min(this.length, from + 24)).replace(/[^\x20-\x7e]/g, '·'));
    throw new InputError(
      `${this.#prefix}.malformed`,
      `${this.#name} cannot be read: at byte ${this.bytePosition}, where ${near} stands, ${what}. Open the file in the program that wrote it and export it again.`,
      { details: { byte: this.bytePosition } },
    );
  }

  #truncated(): never {
    throw new InputError(
      `${this.#prefix}.truncated`,
      `${this.#name} ends too early, at byte ${this.#offset}: it was cut off while it was copied or exported. Copy or export it again.`,
      { details: { byte: this.#offset } },
    );
  }

  #parse<T>(text: string, read: (value: unknown) => T): T {
    try {
      return read(JSON.parse(text));
    } catch {
      this.position -= text.length;
      return this.fail('a value was expected');
    }
  }

  #scalar(): string {
    let start = this.position;
    let at = start;
    for (;;) {
      const window = this.window;
      let byte = window[at]!;
      while (byte > 32 && byte !== 44 && byte !== 125 && byte !== 93) byte = window[++at]!;
      if (at < this.length) break;
      const back = at - start;
      if (!this.refill(start)) break;
      start = this.position;
      at = start + back;
      if (back > 4096) this.fail('a value was expected');
    }
    if (at === start) this.fail('a value was expected');
    this.position = at;
    return this.window.toString('latin1', start, at);
  }

  #nestedText(): string {
    const parts: Buffer[] = [];
    let depth = 0;
    let bytes = 0;
    const take = (from: number, to: number) => {
      parts.push(Buffer.from(this.window.subarray(from, to)));
      bytes += to - from;
      if (bytes > MAX_STRING) this.fail('an attribute value is larger than an attribute may be');
    };
    for (;;) {
      const byte = this.peek();
      if (byte === -1) this.#truncated();
      if (byte === QUOTE) {
        const start = this.rawString('a string');
        take(start - 1, this.position);
        continue;
      }
      take(this.position, this.position + 1);
      this.position++;
      if (byte === 123 || byte === 91) {
        if (++depth > MAX_DEPTH) this.fail(`values are nested more than ${MAX_DEPTH} deep`);
      } else if ((byte === 125 || byte === 93) && --depth === 0) break;
    }
    return this.#utf8Text(Buffer.concat(parts));
  }

  #decodeEscaped(start: number, end: number): string {
    const text = this.#utf8(start, end).replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return this.#parse(`"${text}"`, String);
  }

  #utf8(start: number, end: number): string {
    return this.#utf8Text(this.window.subarray(start, end));
  }

  #utf8Text(bytes: Uint8Array): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new InputError(
        `${this.#prefix}.encoding`,
        `${this.#name} is not UTF-8, as JSON must be: the text before byte ${this.bytePosition} is in another encoding. Export it again as UTF-8.`,
        { details: { byte: this.bytePosition } },
      );
    }
  }
}
