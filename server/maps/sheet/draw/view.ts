/** The frame that everything of a sheet is drawn in. */
import type { Box, Projection } from '../projection.ts';

/** From degrees to points of the map's frame; y runs down. */
export interface SheetView {
  projection: Projection;
  box: Box;
  /** Points of the page for each metre on the ground. */
  scale: number;
  width: number;
  height: number;
  place: (lon: number, lat: number) => readonly [x: number, y: number];
}
