/** What was made of bytes that never change, kept in memory while there is room: who asks again, or meanwhile, gets the same. */

export interface Kept<Value> {
  /** `key` says whole what the value is made from: whatever could change it must be in it. A failure is not kept. */
  get(key: string, make: () => Promise<Value>): Promise<Value>;
}

/**
 * Least recently used goes first; the last one stays, however large.
 * @param most of the sizes together
 * @param sizeOf a value that was made; 1 each where nothing is said
 */
export function createKept<Value>(most: number, sizeOf: (value: Value) => number = () => 1): Kept<Value> {
  const kept = new Map<string, { made: Promise<Value>; size: number }>();

  function add(key: string, make: () => Promise<Value>) {
    const entry = { made: make(), size: 0 };
    entry.made.then(
      (value) => {
        entry.size = sizeOf(value);
        let held = 0;
        for (const [index, [old, { size }]] of [...kept].toReversed().entries()) {
          held += size;
          if (held > most && index > 0) kept.delete(old);
        }
      },
      () => {
        if (kept.get(key) === entry) kept.delete(key);
      },
    );
    return entry;
  }

  return {
    get(key, make) {
      const entry = kept.get(key) ?? add(key, make);
      kept.delete(key);
      kept.set(key, entry);
      return entry.made;
    },
  };
}
