/** A page of small maps as data, one for each cluster or organisation: one legend, one set of classes, one scale; more pages where there are more than can be read (decision 0077). */
import type { FeatureTable } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { PrintLang } from '../../contract/languages.ts';
import { orientationOf } from '../../contract/maps/paper.ts';
import { languageOf, say, sayNumber } from '../../words/words.ts';
import type { MapFacts, MapPanel } from '../facts.ts';
import { isSmall } from '../findFacts.ts';
import { smallNotes } from '../overlays/notes.ts';
import { wrap } from '../render/drawing.ts';
import { panelLegend } from '../render/multiples.ts';
import { boundsOf } from '../render/picture.ts';
import { nameIn, valueWriter } from '../sentences.ts';
import { toldOfPanel } from '../told/told.ts';
import { colonOf } from '../titles.ts';
import { coloursOf } from './colours.ts';
import type { SheetFonts } from './fonts.ts';
import { sheetGround } from './ground.ts';
import { gridOf } from './grid.ts';
import { lettersOf, placeSheetLabels, type PlacedLabels } from './labels.ts';
import { frameOf, layoutOf } from './layout.ts';
import { drawSheetMap } from './map.ts';
import { baseOf, circlesOf, legendOf, locatorOf, MARGIN, noteOf, seenUnsettled, UPRIGHT, wordsOf, type Measured, type Sheet, type SheetOptions, type SheetParts } from './model.ts'; // prettier-ignore
import { wantedOf } from './naming.ts';
import { chooseProjection, extentOf, type Box, type Projection } from './projection.ts';
import { scaleNote, scaleOf } from './scale.ts';
import { fitSheet, seenOn, turnOf, type SheetView } from './shapes.ts';
import { tablesOfParts } from './table.ts';
import { plain, runOf } from './text.ts';

/** Whether a sheet of this map is a page of small ones. */
export const isMultiples = ({ spec: { data }, panels }: Pick<MapFacts, 'spec' | 'panels'>): boolean => isSmall(data) && panels !== null && panels.length > 0;

/** Points of a line of a name, of the line of its number, and between both and the map. */
const [NAME, NUMBER, BELOW] = [10.6, 9.4, 3];
const [NAME_SIZE, NUMBER_SIZE] = [8.5, 7.5];
/** Square points of paper for each unit: below it borders are all that is seen of units, and those of the level above are drawn. */
const ROOM_OF_UNIT = 36;

/** Words first, as on every sheet; then as many small maps as can be read on what they leave. */
export async function buildMultiples({ facts: given, coverage, fonts, landOf }: SheetParts, options: SheetOptions, measured: Measured): Promise<Sheet> {
  const { paper, lang, grey } = options;
  // The whole country always, and nobody's unit: maps beside each other are of the same place.
  const facts: MapFacts = { ...given, spec: { ...given.spec, view: null, selected: null }, selected: null };
  const { spec, table } = facts;
  const panels = facts.panels!;
  const box = boundsOf(spec, table);
  const [projection, frame] = [chooseProjection(box), frameOf(paper, options.orientation ?? orientationOf(box))];
  const [colours, ground] = [coloursOf(grey, spec), sheetGround(facts.ground)];
  const words = wordsOf(facts, options, projection, seenAround(projection, box), { inPanels: true });
  const locator = locatorOf({ facts, whole: facts, landOf, coverage }, box, colours, Math.min(90, frame.sideWidth), lang);
  const { circles, key } = circlesOf(ofAll(facts, panels), smallFrame(frame, panels.length), colours, lang);
  const notes = [...words.data.notes, ...smallNotes(facts, lang).map(noteOf)];
  const legendWith = (finest: number) =>
    legendOf(facts, colours, seenUnsettled(ground, box), words.what, lang, {
      rows: panelLegend({ ...facts, panels }, { lang, dark: false }),
      finest,
    });
  const dataWith = (finest: number) => ({
    ...baseOf({ words, legend: { ...legendWith(finest), key, layers: [] }, frame, palette: colours.palette, lang, fontNames: options.fontNames, locator }),
    notes,
  });
  const heights = await measured({ ...dataWith(table.level), panels: { cells: [] } });
  const sizes = layoutOf(frame, heights);
  const { minX, minY, maxX, maxY } = extentOf(projection, box);
  const said = panels.map((panel) => ({ panel, name: plain(panel.names[lang]), text: numberText(facts, panel, lang) }));
  const headOf = (width: number) => {
    const lines = (text: string, size: number, weight: 400 | 600) => wrap(text, width - 2, size, weight, fonts.measure).length;
    return Math.max(...said.map(({ name, text }) => lines(name, NAME_SIZE, 600) * NAME + lines(text, NUMBER_SIZE, 400) * NUMBER)) + BELOW;
  };
  const grid = gridOf({
    count: panels.length,
    first: sizes.map,
    later: { width: frame.inner.width, height: frame.inner.height - (heights.more ?? 0) },
    headOf,
    aspect: (maxX - minX) / (maxY - minY),
  });
  const size = { width: grid.cell.width, height: grid.cell.height - grid.head };
  const view = fitSheet(projection, box, size, MARGIN / 2);
  const finest = finestOf(facts, view);
  const placed = regionNames(facts, view, size, fonts);
  const letters = lettersOf(placed, [], () => undefined, colours.palette, fonts);
  const cells = said.map(({ panel, name, text }) => {
    const drawn = { ...facts, values: panel.values, possible: new Map<string, number>(), told: toldOfPanel(facts.told, panel) };
    const overlays = { base: '', over: '', defs: '' };
    const svg = drawSheetMap(drawn, { view, coverage, colours, ground, ...letters, overlays, circles, dots: [], focus: null, small: { finest } });
    return { name: runOf(name), text: plain(text), ...size, svg, alt: altOf(facts, panel, text, lang), labels: letters.labels };
  });
  const scale = scaleOf(view, Math.min(110, sizes.side.width - 40), 1);
  const data = dataWith(finest);
  let at = 0;
  const [first, ...later] = grid.pages.map((count) => cells.slice(at, (at += count)));
  return {
    labels: placed.labels,
    data: {
      ...data,
      map: { ...sizes.map, svg: '', alt: '' },
      labels: [],
      scale: {
        width: scale.width,
        marks: ['0', sayNumber(scale.km / 2, lang), `${sayNumber(scale.km, lang)} ${languageOf(lang).units.km}`],
        note: scaleNote(scale, paper, lang),
      },
      north: turnOf(view) <= UPRIGHT ? say(lang, 'sheet.north') : null,
      panels: { cell: grid.cell, head: grid.head, gap: grid.gap, columns: grid.columns, cells: first, laterColumns: grid.laterColumns, later },
      tables: tablesOf(facts, panels, words.what, lang, sizes.page.width),
      acronymTitle: say(lang, 'sheet.acronyms'),
      acronymHead: [say(lang, 'sheet.acronym'), say(lang, 'sheet.organisation')],
    },
  };
}

/** Words come before the shape of the maps is known: what is seen on a wide one or on a tall one, that whatever is in view is told of. */
function seenAround(projection: Projection, box: Box): [number, number, number, number] {
  const [wide, tall] = [SHAPE, [...SHAPE].toReversed()].map(([width, height]) => seenOn(fitSheet(projection, box, { width: width!, height: height! }, 0)));
  return [Math.min(wide![0], tall![0]), Math.min(wide![1], tall![1]), Math.max(wide![2], tall![2]), Math.max(wide![3], tall![3])];
}
const SHAPE = [160, 100];

/** The numbers of all small maps together: circles of all have one scale. */
const ofAll = (facts: MapFacts, panels: readonly MapPanel[]): MapFacts => ({
  ...facts,
  values: new Map(panels.flatMap(({ code, values }) => [...values].map(([pcode, value]) => [`${code} ${pcode}`, value] as const))),
});

/** About what one of so many maps has of the page; a key must not hang on its own size. */
function smallFrame<F extends ReturnType<typeof frameOf>>(frame: F, count: number): F {
  const share = 1 / Math.sqrt(count);
  return { ...frame, inner: { width: frame.inner.width * share, height: frame.inner.height * share } };
}

/** The finest level whose units have room on paper for a border of their own. */
function finestOf({ table, parents }: MapFacts, view: SheetView): number {
  const paper = landOn(table, view);
  const counts = new Map<number, number>([[table.level, table.units.length], ...[...parents].map(([level, codes]) => [level, new Set(codes).size] as const)]);
  const levels = [...counts.keys()].toSorted((a, b) => b - a);
  return levels.find((level) => level === 0 || paper / counts.get(level)! >= ROOM_OF_UNIT) ?? 0;
}

/** Square points of all units. */
const landOn = ({ units }: Pick<FeatureTable, 'units'>, { scale }: SheetView) => units.reduce((sum, { areaSqKm }) => sum + areaSqKm, 0) * 1e6 * scale ** 2;

const NOBODY: PlacedLabels = { labels: [], list: [], without: [] };
const REGIONS: AdminLevel = 1;
const LETTERS = 6.2;

/** Of the land of a small map: more names than this hide the colours that it is made for. */
const NAMED = 0.12;

/** Names of admin 1 where all have room; else none, since some would look as if only those had anything. */
function regionNames({ spec, table, lineage }: MapFacts, view: SheetView, size: { width: number; height: number }, { measure }: SheetFonts): PlacedLabels {
  if (spec.labels.show === 'none') return NOBODY;
  const chain = table.level === REGIONS ? table.units : (lineage[REGIONS] ?? []);
  const units = [...new Map(chain.flatMap((unit) => (unit ? [[unit.pcode, unit] as const] : []))).values()];
  const wanted = units.map((unit) => wantedOf(unit, view, spec, ''));
  const placed = placeSheetLabels(wanted, { ...size, sizes: [LETTERS], measure: (text, letters) => measure(text, letters, 600), most: 0 });
  const taken = placed.labels.reduce((sum, { width, height }) => sum + width * height, 0);
  const isFree = placed.list.length === 0 && placed.labels.every(({ leader }) => !leader) && taken <= NAMED * landOn(table, view);
  return isFree ? placed : NOBODY;
}

/** `41 organisations in 23 areas`; where the number may not be said, for how many areas there are any. */
function numberText({ spec, told }: MapFacts, { total, units }: MapPanel, lang: PrintLang): string {
  const { data } = spec;
  const areas = say(lang, 'sheet.panel.areas', { areas: units });
  if (told && total !== null) return `${valueWriter({ spec, told }, lang)(total)} · ${areas}`;
  if (total === null || data.kind !== 'presence') return areas;
  return say(lang, `sheet.panel.${data.definition.unit}`, { n: total, areas: units });
}

function altOf({ spec, told, table }: MapFacts, panel: MapPanel, said: string, lang: PrintLang): string {
  const numbers = table.units.flatMap((unit) => {
    const value = panel.values.get(unit.pcode);
    return typeof value === 'number' ? [{ unit, value }] : [];
  });
  const most = numbers.length === 0 ? null : numbers.reduce((a, b) => (b.value > a.value ? b : a));
  const sentences = [
    `${panel.names[lang]}${colonOf(lang)}${said}.`,
    ...(most
      ? [
          say(lang, 'map.summary.most', {
            name: nameIn(most.unit.names, spec.labels.lang) || most.unit.pcode,
            n: valueWriter({ spec, told }, lang)(most.value),
          }),
        ]
      : []),
    say(lang, 'sheet.panel.tables'),
  ];
  return plain(sentences.join(' '));
}

/** All together first, each then in the order of the maps; with what is counted of all areas, which is no sum of them. */
function tablesOf(facts: MapFacts, panels: readonly MapPanel[], what: string, lang: PrintLang, width: number) {
  const written = (total: number | null) => (total === null ? '' : sayNumber(total, lang));
  const columns = [
    {
      name: say(lang, facts.presence?.organisations ? 'picture.allOrganisations' : 'picture.allClusters'),
      total: written(facts.told ? null : facts.presence!.total),
      facts,
    },
    ...panels.map((panel) => ({
      name: panel.names[lang],
      total: written(panel.total),
      facts: { ...facts, values: panel.values, possible: new Map<string, number>(), told: toldOfPanel(facts.told, panel) },
    })),
  ];
  return tablesOfParts(facts, columns, what, lang, width).map((table) => ({ ...table, columns: 1 }));
}
