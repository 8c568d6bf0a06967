/** A Uint32Array that grows by doubling. `length` may be set back. */
export class GrowingUint32 {
  array: Uint32Array;
  length = 0;
  constructor(capacity = 1024) {
    this.array = new Uint32Array(capacity);
  }
  /** Of at least one. */
  get last(): number {
    return this.array[this.length - 1]!;
  }
  push(value: number): void {
    if (this.length === this.array.length) {
      const grown = new Uint32Array(this.array.length * 2);
      grown.set(this.array);
      this.array = grown;
    }
    this.array[this.length++] = value;
  }
  finish(): Uint32Array {
    return this.array.slice(0, this.length);
  }
}
