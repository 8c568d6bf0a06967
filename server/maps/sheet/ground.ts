/** What lies around the country on a sheet: land, water and borders of neighbours. Filled by whoever has such data. */
import type { Box } from './projection.ts';

type Line = readonly (readonly [lon: number, lat: number])[];

export interface SheetGround {
  /** Rings of land outside the country, of lakes; degrees. */
  land: readonly Line[];
  lakes: readonly Line[];
  coast: readonly Line[];
  borders: readonly Line[];
  /** Borders that are not agreed: dashed. */
  disputed: readonly Line[];
  /** Towns and capitals. */
  places: readonly { name: string; lon: number; lat: number; capital: boolean }[];
  /** Whose it is. */
  sources: readonly string[];
}

/** @param box degrees, wider than what is shown; null where there is nothing to draw */
export type GroundOf = (box: Box) => SheetGround | null;
