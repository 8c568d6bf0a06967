/** The lines of an arrangement while it is noded. */

/** Lines of an arrangement: each pair of vertices once, `lo < hi`. */
export interface Lines {
  count: number;
  lo: Int32Array;
  hi: Int32Array;
}

/** Lines that come and go; the numbers of those that came since last asked. */
export class LineSet {
  lo: Int32Array;
  hi: Int32Array;
  gone: Uint8Array;
  count = 0;
  #taken = 0;
  #table: Int32Array;

  constructor(expected: number) {
    const size = Math.max(64, Math.ceil(expected * 1.3));
    this.lo = new Int32Array(size);
    this.hi = new Int32Array(size);
    this.gone = new Uint8Array(size);
    this.#table = new Int32Array(1 << Math.ceil(Math.log2(size * 2))).fill(-1);
  }

  /** Number of the line between two vertices, gone or not; -1 where there never was one. */
  find(a: number, b: number): number {
    return this.#table[this.#slot(Math.min(a, b), Math.max(a, b))]!;
  }

  add(a: number, b: number): void {
    const lo = Math.min(a, b);
    const hi = Math.max(a, b);
    const slot = this.#slot(lo, hi);
    // A line that is there stays; one that was cut stays cut, because its cut is what it is.
    if (this.#table[slot]! >= 0) return;
    if (this.count === this.lo.length) this.#grow();
    this.lo[this.count] = lo;
    this.hi[this.count] = hi;
    this.#table[slot] = this.count++;
    if (this.count * 1.6 > this.#table.length) this.#rehash();
  }

  takeFresh(): Int32Array {
    const fresh: number[] = [];
    for (; this.#taken < this.count; this.#taken++) if (!this.gone[this.#taken]) fresh.push(this.#taken);
    return Int32Array.from(fresh);
  }

  /** What is left, and the number there of each line; −1 for those that are gone. */
  finish(): { lines: Lines; numbers: Int32Array } {
    const numbers = new Int32Array(this.count).fill(-1);
    let count = 0;
    for (let line = 0; line < this.count; line++) if (!this.gone[line]) numbers[line] = count++;
    const lines: Lines = { count, lo: new Int32Array(count), hi: new Int32Array(count) };
    for (let line = 0; line < this.count; line++) {
      const number = numbers[line]!;
      if (number < 0) continue;
      lines.lo[number] = this.lo[line]!;
      lines.hi[number] = this.hi[line]!;
    }
    return { lines, numbers };
  }

  #slot(lo: number, hi: number): number {
    const mask = this.#table.length - 1;
    let h = Math.imul(lo, 0x9e37_79b1) ^ Math.imul(hi, 0x85eb_ca77);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b_3c6d);
    let slot = (h ^ (h >>> 13)) & mask;
    for (let line = this.#table[slot]!; line >= 0 && !(this.lo[line] === lo && this.hi[line] === hi); line = this.#table[slot]!) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    for (const key of ['lo', 'hi'] as const) {
      const grown = new Int32Array(this[key].length * 2);
      grown.set(this[key]);
      this[key] = grown;
    }
    const gone = new Uint8Array(this.lo.length);
    gone.set(this.gone);
    this.gone = gone;
  }

  #rehash(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(-1);
    for (let line = 0; line < this.count; line++) this.#table[this.#slot(this.lo[line]!, this.hi[line]!)] = line;
  }
}
