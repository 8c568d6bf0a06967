/** Sizes of a sheet, in points: A3 is no A4 drawn larger; letters keep their size and the map grows. */
import type { Orientation, Paper } from '../../contract/maps/paper.ts';

const MM = 72 / 25.4;
const SIZES: Record<Paper, readonly [number, number]> = { A4: [210 * MM, 297 * MM], A3: [297 * MM, 420 * MM] };
/** Printers clip up to 5 mm; a margin of 10 is safe. */
const MARGIN = 10 * MM;
/** Beside the map of a sheet in landscape. */
const SIDE: Record<Paper, number> = { A4: 58 * MM, A3: 72 * MM };
const GUTTER = 10;
/** A QR code below this is not read by every phone. */
export const QR_WIDTH = 19 * MM;

export interface SheetSizes {
  page: { width: number; height: number; margin: number };
  landscape: boolean;
  title: number;
  note: number;
  stamp: number;
  /** Of the column of document number, projection and link. */
  marginalia: number;
  map: { width: number; height: number };
  /** Of the column beside the map, or of the band below it. */
  side: { width: number; height: number };
  /** Height of legend and scale. */
  band: number;
  /** Of labels, largest first. */
  labels: readonly number[];
}

/** What the parts around the map take, as they are laid out: points. */
export interface Heights {
  header: number;
  footer: number;
  /** Legend and scale below the map, or beside it. */
  band: number;
  /** Of a series: the list of its sheets, in the columns of `indexColumns`; 0 where there is none. */
  index: number;
  /** Of small maps: what stands above and below them on the pages behind the first; absent of others. */
  more?: number;
}

/** All but the map. */
export function frameOf(
  paper: Paper,
  orientation: Orientation,
): Omit<SheetSizes, 'map' | 'side' | 'band'> & { inner: { width: number; height: number }; sideWidth: number } {
  const landscape = orientation === 'landscape';
  const [short, long] = SIZES[paper];
  const page = { width: landscape ? long : short, height: landscape ? short : long, margin: MARGIN };
  const inner = { width: page.width - 2 * MARGIN, height: page.height - 2 * MARGIN };
  return {
    page,
    landscape,
    inner,
    title: paper === 'A3' ? 22 : 17,
    note: paper === 'A3' ? 7.5 : 6.5,
    stamp: paper === 'A3' ? 72 : 50,
    marginalia: paper === 'A3' ? 190 : landscape ? 165 : 140,
    labels: paper === 'A3' ? [9, 8, 7, 6.2] : [8, 7, 6.2],
    sideWidth: landscape ? SIDE[paper] : (inner.width - 24) / 3.25,
  };
}

/** Between header, map, legend and footer. */
const GAPS = 16;
const LEAST = 120;

/** What they leave for the map. */
export function layoutOf(frame: ReturnType<typeof frameOf>, { header, footer, band }: Heights): SheetSizes {
  const { inner, landscape, sideWidth, ...rest } = frame;
  const body = inner.height - header - footer - GAPS;
  const map = landscape
    ? { width: inner.width - sideWidth - GUTTER, height: Math.max(LEAST, body) }
    : { width: inner.width, height: Math.max(LEAST, body - band - 8) };
  return { ...rest, landscape, map, band, side: { width: sideWidth, height: landscape ? map.height : band } };
}

/** Points that a name with its number and page needs to be read at a glance. */
const INDEX_WIDE = 215;
/** The list of a cover may take so much of what the map has. */
const INDEX_MOST = 0.45;

/** One column beside the map of a sheet in landscape; as many as there is room for below that of an upright one. */
export function indexColumns({ landscape, inner }: Pick<ReturnType<typeof frameOf>, 'landscape' | 'inner'>): { columns: number; width: number } {
  return landscape ? { columns: 1, width: INDEX_WIDE } : { columns: Math.max(1, Math.floor(inner.width / INDEX_WIDE)), width: inner.width };
}

/** The map gives room to the list of a cover; a list that is too long for it stands on pages of its own. */
export function withIndex(sizes: SheetSizes, height: number, width: number | null): SheetSizes & { isBeside: boolean } {
  const { map, landscape } = sizes;
  const isBeside = width !== null && height <= (landscape ? map.height : INDEX_MOST * map.height);
  if (!isBeside) return { ...sizes, isBeside };
  return { ...sizes, isBeside, map: landscape ? { ...map, width: map.width - width - GUTTER } : { ...map, height: map.height - height - 14 } };
}

/** Where the names stand that have a number on the map. */
export type ListAt = 'beside' | 'below' | 'behind';

/** Points of a line in the list of names, and of its title. */
const NAME_LINE = 9.4;
const LIST_TITLE = 18;
/** The map gives so much of its height to names, rather than that a page is made for a handful of them. */
const LIST_MOST = 0.16;
export const listColumns = (width: number): number => Math.max(1, Math.floor(width / 130));

/**
 * The list of names beside the map where it has room, else below it, on the same page; behind it where there are many.
 * @param drawnIn all that hangs on the size of the map, which is smaller above a list
 */
export function withList<D extends { sizes: SheetSizes; placed: { list: readonly unknown[] } }>(
  first: D,
  drawnIn: (sizes: SheetSizes) => D,
): D & { listAt: ListAt } {
  const { sizes } = first;
  const { landscape, map, side, band } = sizes;
  const count = first.placed.list.length;
  if (count === 0) return { ...first, listAt: 'behind' };
  if (landscape && count <= Math.floor((side.height - band - 26) / NAME_LINE)) return { ...first, listAt: 'beside' };
  const columns = listColumns(map.width);
  // A smaller map may have room for a name less.
  const rows = Math.ceil((count + 1) / columns);
  const height = LIST_TITLE + rows * NAME_LINE;
  if (height > LIST_MOST * map.height) return { ...first, listAt: 'behind' };
  const again = drawnIn({ ...sizes, map: { ...map, height: map.height - height } });
  return again.placed.list.length <= rows * columns ? { ...again, listAt: 'below' } : { ...first, listAt: 'behind' };
}
