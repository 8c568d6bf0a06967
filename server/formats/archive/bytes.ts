/** Text of any length to UTF-8 bytes, piece by piece: one string would end at 512 MB. */
export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;
  #text: string[] = [];
  #pending = 0;
  readonly #encoder = new TextEncoder();

  constructor(size = 1 << 16) {
    this.#bytes = new Uint8Array(size);
  }

  write(text: string): void {
    this.#text.push(text);
    this.#pending += text.length;
    if (this.#pending > 1 << 16) this.#flush();
  }

  append(bytes: Uint8Array): void {
    this.#flush();
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  get length(): number {
    this.#flush();
    return this.#length;
  }

  finish(): Uint8Array<ArrayBuffer> {
    this.#flush();
    return this.#bytes.subarray(0, this.#length);
  }

  #flush(): void {
    if (this.#pending === 0) return;
    const text = this.#text.join('');
    this.#text = [];
    this.#pending = 0;
    this.#reserve(text.length * 3);
    this.#length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** The parts one after another, in memory of their own. */
export function concat(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
