/** The food security phase of an area, worked out from the people in each phase (IPC Technical Manual 3.1): where the file says no phase of the area itself. Pure. */

import { IPC_COLOURS } from '../../contract/maps/palette.ts';
import type { IndicatorClass } from '../../contract/indicators/indicators.ts';

/** Of the phases of areas, in IPC's own colours; the values that they are worked out from count people. */
export const PHASE_CLASSES: IndicatorClass[] = IPC_COLOURS.map((colour, i) => ({ value: i + 1, label: {}, colour }));

/** The share of the people that a phase or a worse one must hold for the area to be in it. */
const PHASE_SHARE = 0.2;
/** Shares are published in steps of 5 %: what is a fifth as written is one as divided too. */
const ROUNDING = 1e-4;

/** The most severe phase with at least a fifth of the people in it or worse; null where any is not known. @param people in phases 1 to 5 @param all of all phases; null: their sum */
export function phaseOf(people: readonly (number | null)[], all: number | null): number | null {
  if (people.length !== 5 || people.some((value) => value === null)) return null;
  const numbers = people as readonly number[];
  const whole = all ?? numbers.reduce((sum, value) => sum + value, 0);
  if (!(whole > 0)) return null;
  let worse = 0;
  for (let phase = 5; phase > 1; phase--) {
    worse += numbers[phase - 1]!;
    if (worse / whole >= PHASE_SHARE - ROUNDING) return phase;
  }
  return 1;
}
