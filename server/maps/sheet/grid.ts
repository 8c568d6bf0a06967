/** How small maps stand on a page: as few pages as they can be read on, on these as large as can be, all of one size. Pure. */
export interface GridAsked {
  count: number;
  /** Of the first page, which has title, legend and notes; of those behind it. */
  first: Size;
  later: Size;
  /** Height of what stands above a map of this width. */
  headOf: (width: number) => number;
  /** Width by height of what is shown. */
  aspect: number;
}

interface Size {
  width: number;
  height: number;
}

export interface Grid {
  cell: Size;
  head: number;
  gap: number;
  /** How many stand in a row of the first page, and of the others. */
  columns: number;
  laterColumns: number;
  /** How many stand on each page. */
  pages: number[];
}

/** Points between maps. */
const GAP = 8;
/** Side of the square that has the area of a map: three centimetres, below which the eye finds no region of a country. */
const LEGIBLE = 85;
/** A cell lower than its own words and a stripe of map is none. */
const LEAST = 24;

/** @param side the larger, the better the maps are read */
interface Found extends Omit<Grid, 'pages'> {
  side: number;
  perPage: number;
  perLater: number;
}

export function gridOf(asked: GridAsked): Grid {
  const { count } = asked;
  for (let pages = 1; ; pages++) {
    const found = largestOn(pages, asked);
    if (!found || (found.side < LEGIBLE && pages < count)) continue;
    const { cell, head, gap, columns, laterColumns, perPage, perLater } = found;
    const first = Math.min(count, perPage);
    const rest = Array.from({ length: Math.ceil((count - first) / perLater) }, (_, page) => Math.min(perLater, count - first - page * perLater));
    return { cell, head, gap, columns, laterColumns, pages: [first, ...rest] };
  }
}

function largestOn(pages: number, { count, first, later, headOf, aspect }: GridAsked): Found | null {
  let best: Found | null = null;
  for (let columns = 1; columns <= count; columns++) {
    const width = (first.width - GAP * (columns - 1)) / columns;
    const head = headOf(width);
    for (let rows = 1; (rows - 1) * columns < count; rows++) {
      const height = (first.height - GAP * (rows - 1)) / rows;
      // A page that cannot even hold one map has it nevertheless.
      if (height < head + LEAST && rows > 1) break;
      const map = Math.max(1, Math.min(height - head, width / aspect));
      const side = map * Math.sqrt(aspect);
      const [laterColumns, laterRows] = [fitting(later.width, width), Math.min(fitting(later.height, height), count)];
      const perLater = laterColumns * laterRows;
      if (columns * rows + (pages - 1) * perLater < count || side <= (best?.side ?? 0)) continue;
      best = { side, cell: { width, height }, head, gap: GAP, columns, laterColumns, perPage: columns * rows, perLater };
    }
  }
  return best;
}

/** How many of one size stand side by side; a hair of rounding is none too much. */
const fitting = (room: number, one: number) => Math.max(1, Math.floor((room + GAP + 0.01) / (one + GAP)));
