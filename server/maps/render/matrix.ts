/** A table of units by clusters and areas of responsibility as a picture: every number in the colour of its class, totals by union. */
import type { Emptiness, MapPanel } from '../facts.ts';
import { inkOn } from '../../contract/maps/palette.ts';
import type { Drawing, Fill, Mark } from './drawing.ts';
import { wrap } from './drawing.ts';
import { columnsOf, drawLegend, fillOf, legendHeight } from './legend.ts';
import { draftMark, drawMargins, type PictureData, type PictureOptions } from './picture.ts';
import { panelLegend } from './multiples.ts';
import { nameIn } from '../sentences.ts';
import type { PrintLang } from '../../contract/languages.ts';
import { languageOf, say } from '../../words/words.ts';

export interface MatrixData extends PictureData {
  panels: MapPanel[];
  /** Over all records and all clusters. */
  total: number | null;
}

const ROW = 19;
/** Names of clusters stand on end: three lines of this length. */
const HEAD = 118;
const NAMES = 0.24;
/** More rows than this are for the file: a picture is looked at. */
const MOST = 60;

/** What a row or a column holds of one cell. */
type Value = number | Emptiness;

interface Line {
  text: string;
  strong: boolean;
  cells: Value[];
}

/** Rows with any number, the highest first; the whole country above them. */
function linesOf(data: MatrixData, lang: PrintLang): Line[] {
  const { table, values, panels, spec, total } = data;
  const of = (map: ReadonlyMap<string, Value> | null, pcode: string): Value => map?.get(pcode) ?? 'noData';
  const rank = (pcode: string) => {
    const value = of(values, pcode);
    return typeof value === 'number' ? value : value === 'withheld' ? 0.5 : 0;
  };
  const units = table.units.filter(({ pcode }) => rank(pcode) > 0).toSorted((a, b) => rank(b.pcode) - rank(a.pcode) || (a.pcode < b.pcode ? -1 : 1));
  const whole = (value: number | null): Value => value ?? (spec.data.kind === 'presence' && spec.data.definition.unit === 'people' ? 'noData' : 'withheld');
  return [
    { text: say(lang, 'picture.allAreas'), strong: true, cells: [whole(total), ...panels.map((panel) => whole(panel.total))] },
    ...units.map(({ pcode, names }) => ({
      text: nameIn(names, spec.labels.lang) || pcode,
      strong: false,
      cells: [of(values, pcode), ...panels.map((panel) => of(panel.values, pcode))],
    })),
  ];
}

/** Height that holds all rows, within reason. */
export function matrixHeight(data: MatrixData, rest: number): number {
  return Math.min(MOST, linesOf(data, 'en').length) * ROW + HEAD + rest;
}

export function drawMatrix(data: MatrixData, options: PictureOptions): Drawing {
  const { width, height, lang, dark, measure, bare } = options;
  const { marks, colours, rtl, pad, from, write, top, bottom } = drawMargins(data, options);
  const legend = bare ? [] : panelLegend(data, options);
  const room = width - 2 * pad;
  const below = legend.length > 0 ? legendHeight(legend.length, room) + 40 : 0;
  const lines = linesOf(data, lang);
  const fits = Math.max(1, Math.floor((bottom - top - below - HEAD) / ROW));
  const cut = lines.length > fits;
  const shown = cut ? lines.slice(0, Math.max(1, fits - 1)) : lines;
  const names = room * NAMES;
  const columns = [say(lang, 'picture.allClusters'), ...data.panels.map((panel) => panel.names[lang])];
  const wide = (room - names) / columns.length;
  const number = new Intl.NumberFormat(languageOf(lang).locale, { notation: wide < 34 ? 'compact' : 'standard', maximumFractionDigits: 1 });
  const boxAt = (x: number, w: number) => (rtl ? width - x - w : x);
  columns.forEach((name, i) => {
    const size = 11;
    const wrapped = wrap(name, HEAD - 10, size, i === 0 ? 600 : 400, measure, Math.max(1, Math.min(3, Math.floor(wide / 13))));
    wrapped.forEach((text, line) => {
      const x = from(pad + names + (i + 0.5) * wide) + (line - (wrapped.length - 1) / 2) * 13 * (rtl ? -1 : 1) + (rtl ? -4 : 4);
      // On end, from the bottom up, in either direction of reading.
      marks.push({ is: 'text', x, y: top + HEAD - 6, text, size, weight: i === 0 ? 600 : 400, fill: colours.ink, anchor: 'start', turn: rtl ? 90 : -90 });
    });
  });
  shown.forEach(({ text, strong, cells }, at) => {
    const y = top + HEAD + at * ROW;
    write(wrap(text, names - 8, 11.5, strong ? 600 : 400, measure, 1)[0] ?? '', pad, y + 14, 11.5, colours.ink, strong ? 600 : 400);
    cells.forEach((value, i) => {
      if (value === 'zero' || value === 'notReported' || value === 0) return;
      const x = boxAt(pad + names + i * wide, wide);
      // Sums over everything are beyond the classes: plain, so that no colour says what it does not mean.
      const isSum = strong || i === 0;
      const fill: Fill = isSum && typeof value === 'number' ? colours.surface : fillOf(value, data.spec, dark);
      marks.push({ is: 'rect', x: x + 1, y: y + 1, width: Math.max(2, wide - 2), height: ROW - 2, fill, radius: 2 });
      if (typeof value !== 'number') return;
      const ink = typeof fill === 'string' ? inkOn(fill) : colours.ink;
      marks.push({
        is: 'text',
        x: x + wide / 2,
        y: y + 14,
        text: number.format(value),
        size: 11,
        weight: isSum ? 600 : 400,
        fill: isSum ? colours.ink : ink,
        anchor: 'middle',
      } satisfies Mark);
    });
  });
  if (cut) write(say(lang, 'picture.moreAreas', { n: lines.length - shown.length }), pad, top + HEAD + shown.length * ROW + 14, 11.5, colours.ink2);
  const area = { x: pad, y: top, width: room, height: Math.max(40, bottom - top - below) };
  if (data.spec.status === 'draft' && !bare) marks.push(draftMark(area, lang, measure, colours));
  if (legend.length > 0) {
    const style = { from, rtl, ink: colours.ink, edge: colours.mapLine, measure, room };
    drawLegend(marks, legend, data.legendTitle, { x: pad, y: bottom - below + 12 }, columnsOf(room), style);
  }
  return { width, height, lang, title: data.title, summary: data.summary, frame: { x: 0, y: 0, width, height }, marks };
}
