/** Sliced overlays that are asked for again and again: a map asks for some twenty tiles of one at a time. */
import type { Overlay } from './slice.ts';

export interface KeptOverlays {
  /** `key` says whole what it is made from: whatever could change it must be in it. */
  get(key: string, make: () => Promise<Overlay>): Promise<Overlay>;
}

/** Numbers of coordinates: some 50 MB with what the index makes of them. */
const NUMBERS = 2_000_000;

/** Least recently used goes first; the last one stays, however large. */
export function createKeptOverlays(most = NUMBERS): KeptOverlays {
  const kept = new Map<string, Promise<Overlay>>();
  return {
    async get(key, make) {
      const made = kept.get(key) ?? make();
      kept.delete(key);
      kept.set(key, made);
      try {
        const overlay = await made;
        let held = 0;
        for (const [old, each] of [...kept].toReversed()) {
          held += (await each.catch(() => null))?.size ?? 0;
          if (held > most && old !== key) kept.delete(old);
        }
        return overlay;
      } catch (error) {
        kept.delete(key);
        throw error;
      }
    },
  };
}
