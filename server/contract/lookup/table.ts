/** Tables that get P-codes: what their columns hold, with the evidence, and what is told of each row. */
import { z } from 'zod';
import { adminLevel, iso3 } from '../ids.ts';
import { LANGS } from '../languages.ts';

/** `point`: latitude and longitude in one cell, as forms write it. */
export const PLACE_ROLES = ['lat', 'lon', 'point', 'code', 'name', 'none'] as const;
export type PlaceRole = (typeof PLACE_ROLES)[number];

export const saidPlaceColumn = z.strictObject({ column: z.number().int().min(0), role: z.enum(PLACE_ROLES), level: adminLevel.optional() });
export type SaidPlaceColumn = z.infer<typeof saidPlaceColumn>;

/** How a column was understood. `found` of `total` cells of a sample are what the role says. */
export const placeColumn = z.object({
  column: z.number().int(),
  heading: z.string(),
  hxl: z.string().nullable(),
  role: z.enum(PLACE_ROLES),
  level: adminLevel.nullable(),
  from: z.enum(['asked', 'hxl', 'heading', 'values']),
  found: z.number().int(),
  total: z.number().int(),
  samples: z.array(z.string()),
});
export type PlaceColumn = z.infer<typeof placeColumn>;

/** How a row was placed; `none`: it was not. */
export const ROW_METHODS = ['point', 'code', 'code-repaired', 'name', 'name-near', 'none'] as const;
export type RowMethod = (typeof ROW_METHODS)[number];

export const tableSummary = z.object({
  sheet: z.string(),
  sheets: z.array(z.string()).describe('Sheets that places could be read from, the chosen one first.'),
  columns: z.array(placeColumn),
  rows: z.number().int(),
  placed: z.number().int(),
  doubtful: z.number().int().describe('Rows with a note, placed or not.'),
  disagree: z
    .array(z.object({ level: adminLevel, rows: z.number().int() }))
    .describe('Rows whose coordinates lie in another unit than they state, by the level of what they state.'),
  methods: z.record(z.enum(ROW_METHODS), z.number().int()),
});
export type TableSummary = z.infer<typeof tableSummary>;

export const TABLE_ANSWERS = ['file', 'summary'] as const;
export const tableQuery = z.strictObject({
  country: iso3,
  answer: z.enum(TABLE_ANSWERS).default('file').describe('`file`: the table with its new columns. `summary`: how it would be read, as JSON.'),
  lang: z.enum(LANGS).default('en').describe('Language of the notes.'),
  sheet: z.string().max(200).optional(),
  columns: z.string().max(20_000).optional().describe('JSON: [{"column": 3, "role": "name", "level": 1}, …]; columns that are not said are guessed.'),
});
export type TableQuery = z.infer<typeof tableQuery>;
