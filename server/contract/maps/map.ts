/** A saved map (MapSpec): everything the screen can show, as data. And the permission to show it elsewhere (EmbedSpec). */
import { z } from 'zod';
import { asOfQuery } from '../datasets/asOf.ts';
import { toIso3, adminLevel, datasetId, iso3, LAYER, toDatasetKind, versionTag, type DatasetId } from '../ids.ts';
import { EMPTINESSES } from '../presence/measure.ts';
import { ORG_ROLES } from '../presence/columns.ts';
import { COUNT_UNITS, STATUSES } from '../presence/presence.ts';
import { populationAge, SEXES } from '../population/population.ts';
import { LANGS, PRINT_LANGS } from '../languages.ts';
import { LAYER_COLOURS, LAYER_SHAPES, LAYER_SYMBOLS } from '../overlays/layer.ts';
import { MAX_LAYERS } from './overlayLooks.ts';
import { DISCLAIMER_KEYS } from './disclaimers.ts';
import { mapClearance } from './clearance.ts';
import { canBeCircles } from './circles.ts';
import { coverageMapData } from './coverageData.ts';
import { indicatorMapData } from './indicatorData.ts';

const versionRef = z.union([versionTag, z.literal('current')]);
/** Of a saved map, which pages of the product open; what it says where it is shown has words in more languages. */
const lang = z.enum(LANGS);
const printLang = z.enum(PRINT_LANGS);
/** Values of a map are numbers by P-code; what they count is said here and printed with every output. */
const countDefinition = z.strictObject({
  unit: z.enum(COUNT_UNITS),
  role: z.enum([...ORG_ROLES, 'any']),
  statuses: z.array(z.enum(STATUSES)),
  sectors: z.array(z.string().max(300)).max(200),
  orgTypes: z.array(z.string().max(300)).max(200),
  orgs: z.array(z.string().max(300)).max(500),
  from: z.iso.date('wrong.day').nullable(),
  to: z.iso.date('wrong.day').nullable(),
});

const layerId = datasetId.refine((id) => toDatasetKind(id) === LAYER, 'wrong.layer');

const populationRef = z.strictObject({ dataset: datasetId, version: versionRef });

/**
 * What a 3W map paints: the count; people of the population for each distinct organisation, whatever the definition counts; or the difference
 * of either to the same of another period, of another version of the 3W, or both, which is held here and not worked out anew. `version` null: the
 * version of the map; `from` and `to` null: all periods of it; `population` null: the difference of the count.
 */
const presenceMeasure = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('count') }),
  z.strictObject({ is: z.literal('ratio'), population: populationRef }),
  z
    .strictObject({
      is: z.literal('change'),
      version: versionTag.nullable().default(null),
      from: z.iso.date('wrong.day').nullable(),
      to: z.iso.date('wrong.day').nullable(),
      population: populationRef.nullable().default(null),
    })
    .refine(({ from, to }) => from === null || to === null || from <= to, 'wrong.order')
    .refine(({ version, from, to }) => version !== null || (from !== null && to !== null), 'wrong.change'),
]);

export const mapData = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('boundaries') }),
  z.strictObject({
    kind: z.literal('population'),
    dataset: datasetId,
    version: versionRef,
    measure: z.enum(['people', 'density']),
    sex: z.enum(SEXES),
    age: populationAge,
    /** On the boundaries of the map, wherever it was counted: people of units that changed are estimates. Absent: by code, as it was published. */
    carried: z.literal(true).optional(),
  }),
  z
    .strictObject({
      kind: z.literal('presence'),
      dataset: datasetId,
      version: versionRef,
      definition: countDefinition,
      measure: presenceMeasure.default({ is: 'count' }),
      /**
       * `clusters`: a small map of the whole country for each, side by side, with the same classes; those that the definition names, or all.
       * `organisations`: the same for each of at most 24, those with most activities of those that the definition names, or of all. Of one
       * organisation alone activities are counted where the definition counts organisations.
       * `matrix`: a table of units by clusters and areas of responsibility, in the colours of the classes.
       */
      split: z.enum(['none', 'clusters', 'organisations', 'matrix']).default('none'),
    })
    .refine(({ measure, split }) => split === 'none' || measure.is === 'count', { message: 'wrong.split', path: ['split'] })
    .refine(({ measure, definition: { from, to } }) => measure.is !== 'change' || measure.version !== null || (from !== null && to !== null), {
      message: 'wrong.change',
      path: ['definition'],
    }),
  indicatorMapData,
  coverageMapData,
]);

/**
 * Version 1. What joins it has a default, so that what was stored before stays what it was; a name that is not known is refused, never passed
 * over. Older versions would be converted on reading, one file for each.
 */
export const mapSpec = z.strictObject({
  spec: z.literal(1),
  title: z.string().trim().min(1).max(200),
  lang,
  /** A draft says so across the picture, until the map is cleared. `cleared` was said by authors before clearance had a name and a day: it stamps nothing, and clears nothing. */
  status: z.enum(['draft', 'cleared', 'unmarked']),
  boundary: z.strictObject({ dataset: datasetId, version: versionRef, level: adminLevel }),
  data: mapData,
  /**
   * The one break table of style, legend and picture: class i is breaks[i] ≤ v < breaks[i+1], the last class closed. Empty without data.
   * `jenks`: natural breaks. `integer`: the steps that maps of whole numbers had before their classes came from the data.
   */
  classes: z.strictObject({
    method: z.enum(['equal', 'quantile', 'jenks', 'manual', 'integer']),
    breaks: z.array(z.number()).max(10),
    /** Ends without a limit of their own: the legend says `20+` and `≤ −5`, whatever the values are. */
    open: z.enum(['none', 'above', 'both']).default('none'),
    /** Of whole numbers: the legend says `2–4`, not `2–5`. */
    whole: z.boolean().default(false),
  }),
  /** Drawn over the boundaries, those first in the list below the others. What of them may not be shown to everybody is told, and not drawn. */
  layers: z
    .array(z.strictObject({ dataset: layerId, version: versionRef }))
    .max(MAX_LAYERS)
    .refine((layers) => new Set(layers.map(({ dataset }) => dataset)).size === layers.length, 'wrong.twice')
    .default([]),
  /** Counts as circles whose area is the number, in place of colours; the classes are kept for whoever goes back. Absent: colours. */
  symbols: z.literal('circles').optional(),
  /** `values`: the number of each unit stands on the map, below its name or alone. */
  labels: z.strictObject({ show: z.enum(['none', 'names', 'pcodes']), lang: z.string().max(35), values: z.boolean().default(false) }),
  /** West, south, east, north; null shows the whole country. */
  view: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** One unit brought forward; null for none. */
  selected: z.string().max(64).nullable(),
  /** Level of that unit, as a P-code is unique only within its level; null where it is that of the map. */
  selectedLevel: adminLevel.nullable().default(null),
});
export type MapSpec = z.infer<typeof mapSpec>;
export type MapData = z.infer<typeof mapData>;
export type PresenceMapData = Extract<MapData, { kind: 'presence' }>;

/** The population that organisations of a map are set against; null where they are not. */
export function populationOf(data: MapData): z.infer<typeof populationRef> | null {
  return data.kind === 'presence' && data.measure.is !== 'count' ? data.measure.population : null;
}

/** The population that a map divides by, whatever it counts; null where there is none. */
export function peopleOf(data: MapData): z.infer<typeof populationRef> | null {
  return data.kind === 'indicators' ? (data.measure.is === 'share' ? data.measure.population : null) : populationOf(data);
}

/** Every dataset whose data a map shows, but for its layers: of one that is closed the map says so, and is shown without it. */
export function datasetsOf({ boundary, data }: Pick<MapSpec, 'boundary' | 'data'>): DatasetId[] {
  const beside = peopleOf(data)?.dataset;
  return [boundary.dataset, ...(data.kind === 'boundaries' ? [] : [data.dataset]), ...(beside === undefined ? [] : [beside])];
}

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'wrong.colour');

const mode = z.enum(['auto', 'light', 'dark']);
const live = z.enum(['tap', 'sight', 'idle', 'never']);

/** What a partner may set of the look: a closed list, never a foreign style sheet. */
export const embedTheme = z.object({
  mode,
  accent: colour.nullable(),
  radius: z.number().int().min(0).max(24),
  font: z.enum(['noto', 'system', 'serif']),
});

/**
 * `hosts`: origins that may frame it, `https://example.org` or `https://*.example.org`; empty lets everybody.
 * `live`: when the picture becomes a map: once the reader touches, hovers or focuses it, when it comes into sight, or when the page is idle.
 */
export const embedSpec = z.object({
  hosts: z.array(z.string().regex(/^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i, 'wrong.origin')).max(50),
  theme: embedTheme,
  lang: printLang.nullable(),
  live,
});
export type EmbedSpec = z.infer<typeof embedSpec>;

export const mapId = z.string().regex(/^[a-z2-9]{6,20}$/, 'wrong.id');
export const mapParams = z.object({ id: mapId });
/** Asked of what comes in only: what is stored is read as it is. */
const isOfOneCountry = ({ boundary, data, layers }: MapSpec): boolean => {
  const counted = data.kind === 'boundaries' ? [] : [data.dataset, peopleOf(data)?.dataset ?? []].flat();
  return [...counted, ...layers.map(({ dataset }) => dataset)].every((id) => toIso3(id) === toIso3(boundary.dataset));
};
/** Of a rate or a difference a size says nothing. */
const isDrawable = ({ symbols, data }: MapSpec): boolean => symbols === undefined || canBeCircles(data);
export const mapBody = z.object({
  spec: mapSpec
    .refine(isOfOneCountry, { message: 'wrong.countries', path: ['data', 'dataset'] })
    .refine(isDrawable, { message: 'wrong.circles', path: ['symbols'] }),
});
export const countryParams = z.object({ iso3 });

export const savedMap = z.object({
  id: mapId,
  spec: mapSpec,
  createdAt: z.string(),
  updatedAt: z.string(),
  createdBy: z.string().nullable(),
});
export type SavedMap = z.infer<typeof savedMap>;

export const savedEmbed = z.object({ id: mapId, map: mapId, spec: embedSpec, createdAt: z.string(), createdBy: z.string().nullable() });
export type SavedEmbed = z.infer<typeof savedEmbed>;

/** Addresses of a saved map, absolute. */
const mapLinks = z.object({
  page: z.string(),
  short: z.string(),
  pdf: z.string(),
  svg: z.string(),
  png: z.string(),
  social: z.string(),
  csv: z.string(),
  txt: z.string(),
  geojson: z.string(),
});
export const mapAnswer = savedMap.extend({
  links: mapLinks,
  clearance: mapClearance.nullable(),
  unsaid: z
    .array(z.enum(DISCLAIMER_KEYS))
    .optional()
    .describe('For members: places in view on which states do not agree and that the publisher has no text for. The map says nothing of them.'),
});
export type MapAnswer = z.infer<typeof mapAnswer>;
export const mapsAnswer = z.object({ maps: z.array(mapAnswer) });
/** `src` is what a frame shows; `snippets` are the three ways to put it into a page. */
export const embedAnswer = savedEmbed.extend({
  src: z.string(),
  snippets: z.object({ iframe: z.string(), resizing: z.string(), element: z.string() }),
});
export type EmbedAnswer = z.infer<typeof embedAnswer>;
export const embedsAnswer = z.object({ embeds: z.array(embedAnswer) });

/** What the live map of an embed paints, by P-code. A number, or why there is none. */
/** What was shown of a day; of fixed versions nothing depends on it. */
const mapAsOf = z.object({ date: z.string(), known: z.string().nullable(), versions: z.record(z.string(), versionTag) });
export type MapAsOf = z.infer<typeof mapAsOf>;

/** A layer as a live map draws it. Addresses are of this server; in those of tiles `{z}/{x}/{y}` stand for themselves. */
export const mapLayerAnswer = z.object({
  id: z.string(),
  title: z.string(),
  shape: z.enum(LAYER_SHAPES),
  entries: z.array(z.object({ symbol: z.enum(LAYER_SYMBOLS), colour: z.enum(LAYER_COLOURS) })),
  most: z.number().nullable().describe('The largest number that symbols are sized by'),
  isBase: z.boolean(),
  isOld: z.boolean(),
  minZoom: z.number(),
  from: z.union([z.object({ geojson: z.string() }), z.object({ tiles: z.string(), minzoom: z.number(), maxzoom: z.number() })]),
});

/** How a value is written: a plain number, one in percent (12.5 is 12.5 %), a difference with its sign, or a difference in percentage points. */
export const NUMBER_STYLES = ['number', 'percent', 'change', 'changeOfPercent'] as const;
export type MapNumberStyle = (typeof NUMBER_STYLES)[number];

export const mapValuesAnswer = z.object({
  spec: mapSpec,
  asOf: mapAsOf.optional().describe('Where a day was asked for: the version of each dataset that the map follows.'),
  values: z.record(z.string(), z.union([z.number(), z.enum(EMPTINESSES)])).nullable(),
  possible: z
    .record(z.string(), z.number())
    .optional()
    .describe('By P-code, what is possible at most where that is more than what is certain: rows of a unit that was split. Absent where nothing is.'),
  partial: z
    .record(z.string(), z.tuple([z.number(), z.number()]))
    .optional()
    .describe('By P-code, of values that are of a part of the unit: how many of the units below have one, of how many. Absent where all are whole.'),
  style: z.enum(NUMBER_STYLES).optional().describe('How values are written, where they are no counts: `percent` of 12.5 is 12.5 %.'),
  colours: z.object({ light: z.array(z.string()), dark: z.array(z.string()) }),
  /** Layers over the boundaries that everybody is given. */
  layers: z.array(mapLayerAnswer),
  places: z
    .record(z.string(), z.tuple([z.number(), z.number()]))
    .optional()
    .describe('Of a map of circles: where each stands, longitude and latitude by P-code. Absent of others.'),
  /** Where numbers stand on the map: place in degrees, name (empty where it shows none), and the number as it is written (empty without one). */
  printed: z.array(z.tuple([z.string(), z.number(), z.number(), z.string(), z.string()])).nullable(),
});
export type MapValuesAnswer = z.infer<typeof mapValuesAnswer>;

/** What is said of one unit to who points at it. */
export const mapUnitQuery = asOfQuery.extend({ lang: printLang.optional() });
export const mapUnitAnswer = z.object({
  pcode: z.string(),
  name: z.string(),
  value: z
    .string()
    .nullable()
    .describe('What the map shows there, as it is written in the language asked for, with what may be more; null for boundaries alone.'),
  organisations: z
    .array(z.object({ id: z.string(), name: z.string(), sectors: z.array(z.string()) }))
    .nullable()
    .describe('Of a map of presence: who is there by its definition, those with most activities first. null of other maps, and of a sensitive source.'),
});
export type MapUnitAnswer = z.infer<typeof mapUnitAnswer>;

/** Shapes of the units, simplified for a first view of the country, in pixels: `lon = (px − x) / scale`, `mercator(lat) = (y − py) / scale`, in radians. */
export const mapShapesAnswer = z.object({
  scale: z.number(),
  x: z.number(),
  y: z.number(),
  /** P-code and SVG path: `M` absolute, `l` relative, `Z`. */
  units: z.array(z.tuple([z.string(), z.string()])),
});
export type MapShapesAnswer = z.infer<typeof mapShapesAnswer>;

/** The long side of A3 at 300 dots an inch; how many pixels are painted is bounded beside it (server/maps/render/size.ts). */
const size = z.coerce.number().int().min(120).max(4961);
const flag = z.enum(['0', '1']).transform((text) => text === '1');
/** `scale` multiplies pixels of a PNG; `bare` leaves out everything but the map; `grey`: for print without colour, on light ground whatever `dark` says. */
export const pictureQuery = z.object({
  width: size.optional(),
  height: size.optional(),
  scale: z.coerce.number().min(1).max(3).optional(),
  lang: printLang.optional(),
  dark: flag.optional(),
  grey: flag.optional(),
  bare: flag.optional(),
});
export type PictureQuery = z.infer<typeof pictureQuery>;

/** A map that is not stored: the whole spec in the address, as JSON. */
export const mapSpecText = z
  .string()
  .max(12_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'wrong.map' });
      return z.NEVER;
    }
  })
  .pipe(mapSpec.refine(isDrawable, { message: 'wrong.circles', path: ['symbols'] }));
export const previewQuery = pictureQuery.extend(asOfQuery.shape).extend({ spec: mapSpecText });

export const oembedQuery = z.object({
  url: z.url().max(2000),
  maxwidth: z.coerce.number().int().min(1).optional(),
  maxheight: z.coerce.number().int().min(1).optional(),
  format: z.string().max(10).optional(),
});

/** `static=1` keeps the picture; the others override what the embed says. */
export const embedQuery = z.object({
  static: flag.optional(),
  lang: printLang.optional(),
  theme: mode.optional(),
  live: live.optional(),
});
