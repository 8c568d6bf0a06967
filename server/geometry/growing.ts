/** A Uint32Array that grows by doubling. */
export class GrowingUint32 {
  array: Uint32Array;
  length = 0;
  constructor(capacity = 1024) {
    this.array = new Uint32Array(capacity);
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
