/**
 * Gives the memory of typed arrays back at once. The collector sees only small objects in front of these hundreds of megabytes and would
 * let them lie; the arrays must not be used afterwards (they have length 0 then). Shared memory is left alone.
 */
export function release(...arrays: (ArrayBufferView | undefined)[]): void {
  for (const array of arrays) {
    if (array && array.buffer instanceof ArrayBuffer && !array.buffer.detached) array.buffer.transfer(0);
  }
}
