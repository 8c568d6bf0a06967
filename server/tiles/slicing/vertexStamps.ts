/** The quick question before mending: does a unit meet any vertex twice? */
import { hasRepeats } from './clip.ts';
import type { Shape } from './shape.ts';

/** Finds out whether a shape has a vertex twice, with one table for all shapes. */
export class VertexStamps {
  #x = new Int32Array(1 << 12);
  #y = new Int32Array(1 << 12);
  #stamp = new Int32Array(1 << 12);
  #stamps = 0;

  hasRepeats(shape: Shape): boolean {
    const length = shape.ends.at(-1) ?? 0;
    if (length > 1 << 20) return hasRepeats(shape);
    if (length * 2 > this.#stamp.length) {
      const slots = 2 ** Math.ceil(Math.log2(length * 2));
      this.#x = new Int32Array(slots);
      this.#y = new Int32Array(slots);
      this.#stamp = new Int32Array(slots);
      this.#stamps = 0;
    }
    const mask = this.#stamp.length - 1;
    const stamp = ++this.#stamps;
    for (let i = 0; i < length; i++) {
      const x = shape.x[i]!;
      const y = shape.y[i]!;
      const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
      let slot = (mixed ^ (mixed >>> 15)) & mask;
      while (this.#stamp[slot] === stamp) {
        if (this.#x[slot] === x && this.#y[slot] === y) return true;
        slot = (slot + 1) & mask;
      }
      this.#stamp[slot] = stamp;
      this.#x[slot] = x;
      this.#y[slot] = y;
    }
    return false;
  }
}
