/** Legends of layers on a picture, each below its title. */
import { wrap, type Mark, type Measure, type OverlayLegend } from '../render/drawing.ts';

export interface LegendPlace {
  /** Where reading starts; texts and boxes run from there. */
  x: number;
  y: number;
  room: number;
  /** Nothing is drawn below. */
  bottom: number;
  columns: number;
  from: (x: number) => number;
  rtl: boolean;
  ink: string;
  soft: string;
  measure: Measure;
}

const ROW = 18;
const [TITLE, ABOUT, GAP] = [16, 14, 10];
const TEXT = 30;

const linesOf = ({ title, about }: OverlayLegend, room: number, measure: Measure) => ({
  title: wrap(title, room, 12, 600, measure, 2),
  about: about ? wrap(about, room, 10.5, 400, measure, 2) : [],
});

/** Rows of a legend side by side, in lines as high as their highest box. */
function rowsOf(legend: OverlayLegend, columns: number) {
  const lines = Math.ceil(legend.rows.length / columns);
  return Array.from({ length: lines }, (_, line) => {
    const rows = legend.rows.slice(line * columns, (line + 1) * columns);
    return { rows, height: Math.max(ROW, ...rows.map(({ height }) => height + 3)) };
  });
}

export function overlayLegendHeight(legends: readonly OverlayLegend[], { columns, room, measure }: Pick<LegendPlace, 'columns' | 'room' | 'measure'>): number {
  return legends.reduce((sum, legend) => {
    const { title, about } = linesOf(legend, room, measure);
    return sum + GAP + title.length * TITLE + about.length * ABOUT + rowsOf(legend, columns).reduce((all, { height }) => all + height, 0);
  }, 0);
}

export function drawOverlayLegends(legends: readonly OverlayLegend[], place: LegendPlace): Mark[] {
  const { x, room, bottom, columns, from, rtl, ink, soft, measure } = place;
  const marks: Mark[] = [];
  const write = (text: string, at: number, y: number, size: number, fill: string, weight: 400 | 600 = 400) =>
    marks.push({ is: 'text', x: from(at), y, text, size, weight, fill, anchor: 'start' });
  let { y } = place;
  for (const legend of legends) {
    y += GAP;
    const { title, about } = linesOf(legend, room, measure);
    for (const line of title) write(line, x, (y += TITLE) - 4, 12, ink, 600);
    for (const line of about) write(line, x, (y += ABOUT) - 4, 10.5, soft);
    let written = 0;
    for (const { rows, height } of rowsOf(legend, columns)) {
      if (y + height > bottom) {
        // What has no room is counted.
        write(`+${legend.rows.length - written}`, x, y + 10, 11, soft);
        y += ROW;
        break;
      }
      rows.forEach(({ swatch, text, count, width, height: own }, column) => {
        const start = x + column * (room / columns);
        const corner = rtl ? from(start) - width : start;
        marks.push(...swatch(corner, y + (height - own) / 2));
        const words = count === null ? text : `${text} (${count})`;
        const [line = ''] = wrap(words, room / columns - Math.max(TEXT, width + 8), 11.5, 400, measure, 1);
        write(line, start + Math.max(TEXT, width + 8), y + height / 2 + 4, 11.5, ink);
      });
      written += rows.length;
      y += height;
    }
  }
  return marks;
}
