/** Coordinates of stored GeoJSON at six decimals (11 cm), byte by byte: nothing is parsed, so that a page of features costs little more than reading it. Pure. */

const [DOT, ZERO, FIVE, NINE] = [46, 48, 53, 57];
const DECIMALS = 6;
/** More than a number has, with room for the digit that a carry adds. */
const SPARE = 64;

const isDigit = (byte: number | undefined): boolean => byte! >= ZERO && byte! <= NINE;

/** Whether a number has exactly seven decimals, of which the first is at `at`. */
function isSeven(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < at + DECIMALS + 1; i++) if (!isDigit(bytes[i])) return false;
  return !isDigit(bytes[at + DECIMALS + 1]);
}

/**
 * Copies JSON text and rounds each number of more than six decimals, half away from zero; zeros at the end of decimals go. Numbers may be cut
 * anywhere between two pieces. Numbers with exponents are not expected: stored geometry has none.
 */
export class Rounder {
  private out = new Uint8Array(1 << 18);
  /** Those that were taken last but one, and last. Three in turn: what is left of a cut number goes into the one that has been sent, not into one that is on its way. */
  private others: [sent: Uint8Array<ArrayBuffer>, last: Uint8Array<ArrayBuffer>] = [new Uint8Array(1 << 18), new Uint8Array(1 << 18)];
  private used = 0;
  /** Where the number that is being written begins; everything before it is final. */
  private start = 0;
  /** Decimals read of the number at hand; -1: before its point. */
  private decimals = -1;
  private up = false;

  /** Adds `bytes[from … to)`. */
  push(bytes: Uint8Array, from: number, to: number): void {
    if (this.used + (to - from) + SPARE > this.out.length) this.grow(to - from + SPARE);
    const { out } = this;
    let { used, decimals } = this;
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!;
      if (byte >= ZERO && byte <= NINE) {
        if (decimals >= 0 && ++decimals > DECIMALS) {
          if (decimals === DECIMALS + 1) this.up = byte >= FIVE;
          continue;
        }
        out[used++] = byte;
        continue;
      }
      if (decimals > DECIMALS) {
        this.used = used;
        this.finish();
        used = this.used;
      }
      if (byte === DOT) {
        // Most numbers have seven decimals, of which the last but one takes the last without a carry.
        if (i + 8 < to && isSeven(bytes, i + 1)) {
          const [sixth, seventh] = [bytes[i + 6]!, bytes[i + 7]!];
          if (seventh < FIVE ? sixth !== ZERO : sixth !== NINE) {
            out[used] = DOT;
            for (let digit = 1; digit < DECIMALS; digit++) out[used + digit] = bytes[i + digit]!;
            out[used + DECIMALS] = seventh < FIVE ? sixth : sixth + 1;
            used += DECIMALS + 1;
            i += DECIMALS + 1;
            decimals = DECIMALS;
            continue;
          }
        }
        decimals = 0;
      } else {
        decimals = -1;
        this.start = used + 1;
      }
      out[used++] = byte;
    }
    this.used = used;
    this.decimals = decimals;
  }

  /**
   * What is final since the last call. It stays as it is through the next call, and must have been sent before the next but one.
   * @param isEnd the number at hand ends here too
   */
  take(isEnd: boolean): Uint8Array {
    if (isEnd) {
      if (this.decimals > DECIMALS) this.finish();
      this.decimals = -1;
      this.start = this.used;
    }
    const done = this.out.subarray(0, this.start);
    const left = this.used - this.start;
    const [sent, last] = this.others;
    const next = sent.length < this.out.length ? new Uint8Array(this.out.length) : sent;
    next.set(this.out.subarray(this.start, this.used));
    this.others = [last, this.out];
    this.out = next;
    this.used = left;
    this.start = 0;
    return done;
  }

  /** Bytes that wait to be taken. */
  get size(): number {
    return this.used;
  }

  /** Text that is copied as it is. */
  write(text: Uint8Array): void {
    if (this.used + text.length + SPARE > this.out.length) this.grow(text.length + SPARE);
    this.out.set(text, this.used);
    this.used += text.length;
    this.start = this.used;
    this.decimals = -1;
  }

  private finish(): void {
    const { out } = this;
    let at = this.used - 1;
    if (this.up) {
      while (at >= this.start && (out[at] === NINE || out[at] === DOT)) {
        if (out[at] === NINE) out[at] = ZERO;
        at--;
      }
      if (at >= this.start && out[at]! >= ZERO) out[at]!++;
      else {
        // Nines only: 9.9999995 is 10.
        out.copyWithin(at + 2, at + 1, this.used);
        out[at + 1] = ZERO + 1;
        this.used++;
      }
    }
    this.up = false;
    while (out[this.used - 1] === ZERO) this.used--;
    if (out[this.used - 1] === DOT) this.used--;
  }

  private grow(more: number): void {
    const larger = new Uint8Array(Math.max(2 * this.out.length, this.used + more));
    larger.set(this.out.subarray(0, this.used));
    this.out = larger;
  }
}
