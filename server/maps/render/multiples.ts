/** Small maps side by side, one for each cluster or organisation: one legend, one definition, never a class of their own. */
import type { Emptiness, MapPanel } from '../facts.ts';
import { toldOfPanel } from '../told/told.ts';
import type { Drawing } from './drawing.ts';
import { wrap } from './drawing.ts';
import { columnsOf, drawLegend, legendHeight, legendRows, type LegendRow } from './legend.ts';
import { draftMark, drawMargins, mapMarks, type PictureData, type PictureOptions } from './picture.ts';
import { panelText } from '../sentences.ts';

export interface MultiplesData extends PictureData {
  panels: MapPanel[];
}

/** Stands for a unit with a value of a part of it. */
const PART = 'partial';
/** Name and facts above each map. */
const HEAD = 36;
/** Height of a line of a name, and how many it may have. */
const [LINE, LINES] = [15, 3];
const GAP = 12;
/** A map narrower than this says nothing. */
const NARROW = 150;

/** What one small map shows: the whole country, nobody's unit, no names. */
export const panelData = (data: MultiplesData, { values, partial }: MapPanel): PictureData => ({
  ...data,
  spec: { ...data.spec, view: null, status: 'cleared' },
  selected: null,
  values,
  told: toldOfPanel(data.told, { partial }),
});

/** Classes and kinds of emptiness of all small maps. */
export function panelLegend(
  data: Pick<MultiplesData, 'spec' | 'table' | 'panels' | 'presence' | 'told'>,
  options: Pick<PictureOptions, 'lang' | 'dark'>,
): LegendRow[] {
  const kinds = new Set(data.panels.flatMap(({ values }) => [...values.values()].filter((value) => typeof value === 'string')));
  // One unit for each kind that occurs, so that the legend has its line.
  const units = [...kinds].map((kind) => ({ ...data.table.units[0]!, pcode: kind as never }));
  const values = new Map<string, number | Emptiness>([...kinds].map((kind) => [kind, kind]));
  // The same of the pattern of what is partial.
  const isPartial = data.panels.some((panel) => (panel.partial?.size ?? 0) > 0);
  if (isPartial) units.push({ ...data.table.units[0]!, pcode: PART as never });
  const partial = new Map(isPartial ? [[PART, [0, 0] as const]] : []);
  return legendRows(
    { spec: data.spec, table: { ...data.table, units }, values, presence: data.presence ?? null, told: toldOfPanel(data.told, { partial }) },
    options,
  ).map((row) => ({
    ...row,
    count: null,
  }));
}

export function drawMultiples(data: MultiplesData, options: PictureOptions): Drawing {
  const { width, height, lang, measure, bare } = options;
  const { marks, colours, rtl, pad, from, write, top, bottom } = drawMargins(data, options);
  const legend = bare ? [] : panelLegend(data, options);
  const room = width - 2 * pad;
  const below = legend.length > 0 ? legendHeight(legend.length, room) + 40 : 0;
  const area = { width: room, height: Math.max(60, bottom - top - below) };
  const columns = columnsFor(data.panels.length, area, bare ? 0 : HEAD);
  const wide = (area.width - GAP * (columns - 1)) / columns;
  const names = data.panels.map((panel) => wrap(panel.names[lang], wide, 12, 600, measure, LINES));
  // A name that needs more lines has them; then all have, so that the maps stand in a row.
  const more = LINE * (Math.max(1, ...names.map((lines) => lines.length)) - 1);
  const head = bare ? 0 : HEAD + more;
  const rows = Math.ceil(data.panels.length / columns);
  const cell = { width: wide, height: Math.max(head + 30, (area.height - GAP * (rows - 1)) / rows) };
  data.panels.forEach((panel, index) => {
    const start = pad + (index % columns) * (cell.width + GAP);
    const y = top + Math.floor(index / columns) * (cell.height + GAP);
    if (!bare) {
      const lines = names[index]!;
      lines.forEach((line, at) => write(line, start, y + 12 + more - LINE * (lines.length - 1 - at), 12, colours.ink, 600));
      // Where there is no room for both, how many there are goes before where.
      const facts = [panelText(panel, lang), panelText(panel, lang, true)];
      write(facts.find((text) => measure(text, 10.5, 400) <= cell.width) ?? facts[1]!, start, y + 27 + more, 10.5, colours.ink2);
    }
    const frame = { x: rtl ? width - start - cell.width : start, y: y + head, width: cell.width, height: cell.height - head };
    marks.push({ is: 'rect', ...frame, fill: colours.mapGround, radius: bare ? 0 : 4 });
    marks.push(...mapMarks(panelData(data, panel), { ...options, width: cell.width, bare: true, annotate: false }, frame));
  });
  if (data.spec.status === 'draft' && !bare) marks.push(draftMark({ x: pad, y: top, ...area }, lang, measure, colours));
  if (legend.length > 0) {
    const style = { from, rtl, ink: colours.ink, edge: colours.mapLine, measure, room };
    drawLegend(marks, legend, data.legendTitle, { x: pad, y: bottom - below + 12 }, columnsOf(room), style);
  }
  return { width, height, lang, title: data.title, summary: data.summary, frame: { x: 0, y: 0, width, height }, marks };
}

/** As many columns as make the maps largest. */
function columnsFor(panels: number, area: { width: number; height: number }, head: number): number {
  let best = { columns: 1, side: 0 };
  for (let columns = 1; columns <= panels; columns++) {
    const rows = Math.ceil(panels / columns);
    const [wide, tall] = [(area.width - GAP * (columns - 1)) / columns, (area.height - GAP * (rows - 1)) / rows - head];
    const side = Math.min(wide, tall) - (wide < NARROW ? NARROW - wide : 0);
    if (side > best.side) best = { columns, side };
  }
  return best.columns;
}
