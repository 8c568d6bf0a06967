/** Chords of rings of vertices. */

/** Does the chord from the first vertex to another run inside, away from all others? */
export function isInside({ x, y }: { x: readonly number[]; y: readonly number[] }, ring: readonly number[], to: number): boolean {
  const [a, b] = [ring[0]!, ring[to]!];
  const side = (p: number, q: number, r: number) => (x[q]! - x[p]!) * (y[r]! - y[p]!) - (y[q]! - y[p]!) * (x[r]! - x[p]!);
  const length = Math.hypot(x[b]! - x[a]!, y[b]! - y[a]!);
  for (let i = 0; i < ring.length; i++) {
    const [c, d] = [ring[i]!, ring[(i + 1) % ring.length]!];
    if (c !== a && c !== b) {
      const along = ((x[c]! - x[a]!) * (x[b]! - x[a]!) + (y[c]! - y[a]!) * (y[b]! - y[a]!)) / length;
      if (along > -0.02 * length && along < 1.02 * length && Math.abs(side(a, b, c)) / length < 0.002 * length) return false;
    }
    if ([c, d].some((each) => each === a || each === b)) continue;
    if (side(a, b, c) > 0 !== side(a, b, d) > 0 && side(c, d, a) > 0 !== side(c, d, b) > 0) return false;
  }
  const [mx, my] = [(x[a]! + x[b]!) / 2, (y[a]! + y[b]!) / 2];
  let inside = false;
  ring.forEach((c, i) => {
    const d = ring[(i + 1) % ring.length]!;
    if (y[c]! > my !== y[d]! > my && mx < ((x[d]! - x[c]!) * (my - y[c]!)) / (y[d]! - y[c]!) + x[c]!) inside = !inside;
  });
  return inside;
}
