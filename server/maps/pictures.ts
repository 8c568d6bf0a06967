/** Facts → pictures, kept: a picture costs some tenths of a second, and one that is shared is asked for often. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FeatureTable } from '../contract/admin.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { toDatasetKind, type DatasetKind } from '../contract/ids.ts';
import type { Ground } from '../contract/maps/ground.ts';
import { createEdgeAt, type EdgeAt } from '../ground/edges.ts';
import { groundLines } from '../ground/surroundings.ts';
import type { Results } from '../store/results.ts';
import type { MapFacts } from './facts.ts';
import { keyOfFacts } from './render/pictureKey.ts';
import type { MapShapesAnswer, PictureQuery } from '../contract/maps/map.ts';
import type { Measure, OverlayLegend } from './render/drawing.ts';
import { loadFonts } from './render/fonts.ts';
import { drawMatrix, matrixHeight } from './render/matrix.ts';
import { drawMultiples, panelData, panelLegend } from './render/multiples.ts';
import { legendRows, type LegendRow } from './render/legend.ts';
import { boundsOf, drawPicture } from './render/picture.ts';
import { toGrey } from './render/grey.ts';
import { SOCIAL } from './render/size.ts';
import { toPng } from './render/png.ts';
import { buildCoverage, drawShapes, fitView, type Coverage } from './render/shapes.ts';
import { smallNotes } from './overlays/notes.ts';
import { describeMap, panelText } from './sentences.ts';
import { swatchSvg, toSvg } from './render/svg.ts';
import { createThemes, mergeMarks, mergeThemes, type Themes } from './render/themes.ts';
import type { PrintLang } from '../contract/languages.ts';

export interface InlinePicture {
  /** '' where there are small maps in its place. */
  svg: string;
  panels: { svg: string; name: string; text: string }[] | null;
  /** A table, which is read at its own size: it is scrolled, never shrunk. */
  isTable: boolean;
  width: number;
  height: number;
  legend: LegendRow[];
  /** Of its layers, each swatch as SVG. */
  layers: { title: string; about: string; rows: { svg: string; text: string; count: number | null }[] }[];
  /** What of layers is not shown. */
  notes: string[];
  /** Variables that picture and legend are painted with. */
  themes: Themes;
}

export type Pictures = ReturnType<typeof createPictures>;

const THUMBNAIL = { width: 320, height: 240 };
const INLINE_WIDTH = 640;
const PANEL_WIDTH = 220;
/** What title, legend and sources take of a picture of a table. */
const MATRIX_REST = 260;
/** Side of the square that shapes are simplified for: about the zoom at which most countries fit a page. */
const SHAPES = 800;
/** Compressed, so that a page with its words stays well below 60 kB. */
const INLINE_BYTES = 42_000;
/** Half a pixel, then coarser until the picture is light enough. */
/** Of each layer, on the finest; half of them on each that is coarser. */
const FEATURES = 2000;
const TOLERANCES = [0.6, 1, 1.6, 2.5, 4, 8];

/** Pictures that are no bytes, for pages: a few hundred kB each. */
const INLINE_KEPT = 64;

export interface PicturesDeps {
  results: Results;
  /** Whether a dataset of this kind may be closed to strangers one day: pictures of it are kept nowhere for long. */
  mayClose: (kind: DatasetKind) => boolean;
}

export function createPictures({ results, mayClose }: PicturesDeps) {
  const inlines = new Map<string, InlinePicture>();
  /** As long as the units are kept: most of the time of a picture goes into finding their shared arcs. */
  const coverages = new WeakMap<FeatureTable, Coverage>();
  const coverageOf = (table: FeatureTable) => {
    const coverage = coverages.get(table) ?? buildCoverage(table, []);
    coverages.set(table, coverage);
    return coverage;
  };
  /** Of the ground in the same way. */
  const edges = new WeakMap<Ground, EdgeAt>();
  const edgeAtOf = ({ ground }: MapFacts): EdgeAt | undefined => {
    if (!ground) return undefined;
    const edgeAt = edges.get(ground) ?? createEdgeAt(groundLines(ground));
    edges.set(ground, edgeAt);
    return edgeAt;
  };
  let measure: Measure | undefined;
  /** Fonts take a quarter of a second to load; a server that draws nothing never loads them. */
  const measured = () => (measure ??= loadFonts());

  const keyOf = (facts: MapFacts, ...more: unknown[]) => ['picture', ...keyOfFacts(facts), more];
  const isLasting = ({ data }: MapFacts) => data === null || !mayClose(toDatasetKind(data.dataset));
  const remember = <T extends string | Uint8Array>(facts: MapFacts, more: unknown[], make: () => T) =>
    results.get(keyOf(facts, ...more), isLasting(facts), make);

  const toData = (facts: MapFacts, lang: PrintLang) => ({ ...facts, ...describeMap(facts, lang), notes: facts.panels ? smallNotes(facts, lang) : [] });

  function draw(facts: MapFacts, query: PictureQuery) {
    return query.grey ? toGrey(drawIn(facts, { ...query, dark: false }), facts.spec) : drawIn(facts, query);
  }

  function drawIn(facts: MapFacts, { width, height, lang = facts.spec.lang, dark = false, bare = false }: PictureQuery) {
    const size = bare ? THUMBNAIL : SOCIAL;
    const options = {
      width: width ?? size.width,
      height: height ?? size.height,
      lang,
      dark,
      bare,
      coverage: coverageOf(facts.table),
      edgeAt: edgeAtOf(facts),
      measure: measured(),
    };
    const data = toData(facts, lang);
    if (isMatrix(facts)) {
      const matrix = { ...data, panels: data.panels!, total: facts.presence!.total };
      return drawMatrix(matrix, { ...options, height: height ?? (bare ? size.height : Math.max(size.height, matrixHeight(matrix, MATRIX_REST))) });
    }
    return data.panels ? drawMultiples({ ...data, panels: data.panels }, options) : drawPicture(data, options);
  }

  function makeInline(facts: MapFacts, lang: PrintLang, goOn: () => void): InlinePicture {
    const data = toData(facts, lang);
    if (isMatrix(facts)) return inlineMatrix(facts, data, lang);
    const { panels } = data;
    const width = panels ? PANEL_WIDTH : INLINE_WIDTH;
    const size = { width, height: panels ? panelHeight(facts) : heightFor(facts) };
    const options = { ...size, lang, bare: true, annotate: !panels, coverage: coverageOf(facts.table), edgeAt: edgeAtOf(facts), measure: measured() };
    const parts = panels?.map((panel) => ({ panel, data: panelData({ ...data, panels }, panel) })) ?? [{ panel: null, data }];
    let themes = createThemes();
    let drawn: string[] = [];
    let told: Pick<InlinePicture, 'layers' | 'notes'> = { layers: [], notes: data.notes };
    for (const [step, tolerance] of TOLERANCES.entries()) {
      goOn();
      themes = createThemes();
      const features = Math.round(FEATURES / 2 ** step);
      drawn = parts.map(({ panel, data: one }, at) => {
        const named = panel ? { ...one, title: panel.names[lang], summary: panelText(panel, lang) } : one;
        const [light, dark] = [false, true].map((isDark) => drawPicture(named, { ...options, dark: isDark, tolerance, features }));
        if (light!.layers) told = { layers: inlineLegends(light!.layers.legends, dark!.layers!.legends, themes), notes: light!.layers.notes };
        return toSvg(mergeThemes(light!, dark!, themes), panel ? `p${at}` : '');
      });
      if (gzipSync(drawn.join(''), { level: 5 }).length <= INLINE_BYTES) break;
    }
    const rows = [false, true].map((dark) => (panels ? panelLegend({ ...facts, panels }, { lang, dark }) : legendRows(facts, { lang, dark })));
    const legend = rows[0]!.map((row, at) => ({ ...row, fill: themes.fill(row.fill, rows[1]![at]!.fill) }));
    const small = panels?.map((panel, at) => ({ svg: drawn[at]!, name: panel.names[lang], text: panelText(panel, lang) })) ?? null;
    return { svg: small ? '' : drawn[0]!, panels: small, isTable: false, ...size, legend, ...told, themes };
  }

  /** The table alone, in the colours of both themes. */
  function inlineMatrix(facts: MapFacts, data: ReturnType<typeof toData>, lang: PrintLang): InlinePicture {
    const panels = data.panels!;
    const matrix = { ...data, panels, total: facts.presence!.total };
    const size = { width: INLINE_WIDTH + Math.max(0, panels.length - 12) * 30, height: matrixHeight(matrix, 8) };
    const themes = createThemes();
    const [light, dark] = [false, true].map((isDark) => drawMatrix(matrix, { ...size, lang, bare: true, measure: measured(), dark: isDark }));
    const svg = toSvg(mergeThemes(light!, dark!, themes));
    const rows = [false, true].map((isDark) => panelLegend({ ...facts, panels }, { lang, dark: isDark }));
    const legend = rows[0]!.map((row, at) => ({ ...row, fill: themes.fill(row.fill, rows[1]![at]!.fill) }));
    return { svg, panels: null, isTable: true, ...size, legend, layers: [], notes: data.notes, themes };
  }

  return {
    svg: (facts: MapFacts, query: PictureQuery): Promise<string> => remember(facts, ['svg', query], () => toSvg(draw(facts, query))),
    /** @param goOn may throw where nobody waits any more */
    png: (facts: MapFacts, query: PictureQuery, goOn?: () => void): Promise<Uint8Array> =>
      remember(facts, ['png', query], () => toPng(draw(facts, query), query.scale, goOn)),

    /** A small one for cards, of boundaries: where it was made before, nothing of them is read. */
    country: ({ version, names }: { version: DatasetVersion; names: unknown }, query: PictureQuery, read: () => Promise<MapFacts>): Promise<string> => {
      const key = ['country', version.dataset, version.artifacts.map(({ sha256 }) => sha256), version.metadata, names, query];
      return results.get(key, true, async () => toSvg(draw(await read(), { ...query, bare: true })));
    },

    /** For the live map, before its tiles hold the level. */
    shapes: (facts: MapFacts): Promise<string> =>
      remember(facts, ['shapes'], () => {
        const { table, parents } = facts;
        const view = fitView(boundsOf({ ...facts.spec, view: null }, table), { x: 0, y: 0, width: SHAPES, height: SHAPES }, 0);
        const { units } = drawShapes(table, parents, view, { tolerance: 1, ownLines: false, coverage: coverageOf(table) });
        const answer: MapShapesAnswer = { scale: view.scale, x: view.x0, y: view.y0, units: units.map((path, row) => [table.units[row]!.pcode, path]) };
        return JSON.stringify(answer);
      }),

    /** For a page that has title, legend and sources as text: the map alone, in the colours of both themes; or the small maps, each alone. */
    inline: (facts: MapFacts, lang: PrintLang, goOn: () => void = () => {}): InlinePicture => {
      const key = createHash('sha256')
        .update(JSON.stringify(keyOf(facts, 'inline', lang)))
        .digest('base64url');
      const made = inlines.get(key) ?? makeInline(facts, lang, goOn);
      inlines.delete(key);
      inlines.set(key, made);
      for (const old of inlines.keys()) if (inlines.size > INLINE_KEPT) inlines.delete(old);
      return made;
    },
  };
}

const isMatrix = ({ spec: { data } }: MapFacts) => data.kind === 'presence' && data.split === 'matrix';

/** As the country is, within what stands in a row of others. */
const panelHeight = (facts: MapFacts) => Math.round(Math.max(90, Math.min(260, PANEL_WIDTH * shapeOf({ ...facts.spec, view: null }, facts.table))));

/** The same legends on light and on dark ground as one, in the variables of the page. */
const inlineLegends = (light: readonly OverlayLegend[], dark: readonly OverlayLegend[], themes: Themes): InlinePicture['layers'] =>
  light.map(({ title, about, rows }, at) => ({
    title,
    about,
    rows: rows.map(({ text, count, swatch, width, height }, row) => {
      const marks = mergeMarks(swatch(0, 0), dark[at]!.rows[row]!.swatch(0, 0), themes);
      return { svg: swatchSvg(marks, { width, height }, `l${at}${row}`), text, count };
    }),
  }));

/** A tall country gets a tall picture, within what fits a page. */
const heightFor = ({ spec, table }: MapFacts) => Math.round(Math.max(320, Math.min(600, INLINE_WIDTH * shapeOf(spec, table))));

/** Height by width. */
function shapeOf(spec: MapFacts['spec'], table: FeatureTable): number {
  const [west, south, east, north] = boundsOf(spec, table);
  return (north - south) / Math.max(1e-6, (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180));
}
