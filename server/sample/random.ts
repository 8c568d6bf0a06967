/** Randomness that is the same everywhere: a hash of integers, a stream of numbers, and smooth noise on the plane. */

/** 32 well-mixed bits of three integers (the finaliser of MurmurHash3). */
export function hash(a: number, b: number, c = 0): number {
  let h = Math.imul(a | 0, 0x9e3779b1) ^ Math.imul(b | 0, 0x85ebca6b) ^ Math.imul(c | 0, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The same as a number in [0, 1). */
export const unitHash = (a: number, b: number, c = 0): number => hash(a, b, c) / 0x100000000;

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number in [0, n). */
  below(n: number): number;
  pick<T>(items: readonly T[]): T;
  /** Standard normal. */
  normal(): number;
}

/** A stream of numbers (mulberry32). Streams of different `purpose` do not depend on each other, so one part can change alone. */
export function createRandom(seed: number, purpose = 0): Random {
  let state = hash(seed, purpose, 0x51ed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
  return {
    next,
    below: (n) => Math.floor(next() * n),
    pick: (items) => items[Math.floor(next() * items.length)]!,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** Cosines of 1024 directions; the sine is the cosine a quarter turn before. */
const COS = Float64Array.from({ length: 1024 }, (_, i) => Math.cos((i * Math.PI) / 512));

/** Gradient noise in about [-1, 1], period-free, smooth to the second derivative. */
function gradientNoise(seed: number, x: number, y: number): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const fx = x - i;
  const fy = y - j;
  const slope = (di: number, dj: number) => {
    const direction = hash(seed, i + di, j + dj) >>> 22;
    return COS[direction]! * (fx - di) + COS[(direction + 768) & 1023]! * (fy - dj);
  };
  const wx = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  const wy = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const low = slope(0, 0) * (1 - wx) + slope(1, 0) * wx;
  const high = slope(0, 1) * (1 - wx) + slope(1, 1) * wx;
  return 1.5 * (low * (1 - wy) + high * wy);
}

/** Fractal sum of `octaves` of noise, each twice as fine and `gain` times as strong; about [-1, 1]. */
export function fractalNoise(seed: number, x: number, y: number, octaves: number, gain = 0.5): number {
  let sum = 0;
  let weight = 0;
  let strength = 1;
  for (let octave = 0; octave < octaves; octave++) {
    sum += strength * gradientNoise(seed + octave * 101, x * 2 ** octave, y * 2 ** octave);
    weight += strength;
    strength *= gain;
  }
  return sum / weight;
}
