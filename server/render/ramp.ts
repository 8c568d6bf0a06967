/** Colours of classes on pictures: the twin of client/map/legend.ts `ramp`, which a test holds equal (the client bundles nothing of the server). */
const LIGHT = ['#deecf8', '#b9d6ee', '#8dbce2', '#5d9dd3', '#3580bf', '#0f62a3', '#02457a'];
const DARK = ['#17344c', '#1d4a70', '#246296', '#3a7ebb', '#5b9cd9', '#86baee', '#b9d8f7'];

/** @returns `count` steps, light to dark; on dark ground dark to light */
export function ramp(count: number, dark: boolean): string[] {
  const steps = dark ? DARK : LIGHT;
  if (count <= 1) return [steps[4]!];
  return Array.from({ length: count }, (_, i) => steps[Math.round((i * (steps.length - 1)) / (count - 1))]!);
}
