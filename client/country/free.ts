/** What of the window no panel covers: there the country is shown, and that is what a map that is saved shows. Pure. */
import type { Padding } from '../map/camera.ts';

export interface Covered {
  /** Panels float beside the map; otherwise they are sheets over it. */
  wide: boolean;
  snap: 'peek' | 'half' | 'full';
  /** The wide view is open over the lower part of the map. */
  table: boolean;
  rtl: boolean;
  /** Of the window, in pixels. */
  height: number;
}

/** Search and tools above; the panel at the side, or as much of the sheet as is out; the source line below. */
const WIDE = { top: 76, start: 392, end: 72, bottom: 60 };
const NARROW = { top: 120, side: 16, peek: 168 };

export function paddingOf({ wide, snap, table, rtl, height }: Covered): Padding {
  if (!wide) return { top: NARROW.top, right: NARROW.side, bottom: snap === 'peek' ? NARROW.peek : Math.round(height / 2) + 16, left: NARROW.side };
  const { top, start, end } = WIDE;
  const bottom = table ? Math.round(height * 0.45) + WIDE.bottom : WIDE.bottom;
  return rtl ? { top, right: start, bottom, left: end } : { top, right: end, bottom, left: start };
}
