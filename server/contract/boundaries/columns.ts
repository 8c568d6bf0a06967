/** What a column of a layer of boundaries holds: the roles of `columns` (contract/columns.ts) for COD-AB; and what a person may say of a layer as a whole. */
import { z } from 'zod';
import type { Clause } from '../clause.ts';
import type { ColumnAnswer, ColumnReading } from '../columns.ts';
import { columnAnswer } from '../columns.ts';
import type { AdminLevel } from '../ids.ts';
import { adminLevel } from '../ids.ts';

/** Roles without a level; the last five are computed anew when the layer is published. */
export const BARE_ROLES = ['validOn', 'validTo', 'version', 'level', 'iso2', 'iso3', 'area', 'centerLat', 'centerLon'] as const;
export const LEVELLED_ROLES = ['pcode', 'name', 'altName', 'refName'] as const;

export type BoundaryColumnRole =
  | { is: (typeof LEVELLED_ROLES)[number]; level: AdminLevel }
  /** Language of the names in `adm{L}_name{slot}`, row by row. */
  | { is: 'lang'; slot: number }
  | { is: (typeof BARE_ROLES)[number] }
  /** Kept in the published files under its own heading. */
  | { is: 'extra' }
  /** Left out of them. */
  | { is: 'ignore' };

/** An upper level is joined from the units below, or published as it was uploaded. */
export const DRAWINGS = ['joined', 'uploaded'] as const;
export type Drawing = (typeof DRAWINGS)[number];

/** A column as it was read, with its evidence. `sheet` is the layer. */
export interface BoundaryColumn extends ColumnReading<BoundaryColumnRole> {
  file: string;
  sheet: string;
}

/** A layer of areas as it was read. */
export interface BoundaryLayer {
  file: string;
  layer: string;
  rows: number;
  /** null: not used, or one that holds several. */
  level: AdminLevel | null;
  /** All that it holds; none where it is not used. */
  levels: AdminLevel[];
  /** How the level, or that it is not used, was known. */
  text: string;
  clause: Clause;
  /** As stated, or as a person said; null: degrees, by the numbers alone. */
  crs: string | null;
  encoding: string;
  /** How it is published; null where there is no choice: the base level, from which the others are joined, and what is not used. */
  drawing: Drawing | null;
  /** Said by a person, now or of the file before. */
  said: ('level' | 'crs' | 'encoding' | 'drawing')[];
}

/** What a person says of a layer: only what is given is said. */
export interface BoundaryLayerAnswer {
  layer: string;
  /** Where several files have a layer of this name; else all of them are meant. */
  file?: string | undefined;
  /** null: not used. */
  level?: AdminLevel | null | undefined;
  /** `EPSG:32637` or WKT; wins over what the layer states. */
  crs?: string | null | undefined;
  /** Used where bytes are no valid UTF-8; wins over what the layer states. */
  encoding?: string | undefined;
  /** Of a level above the base level, where it nests. */
  drawing?: Drawing | undefined;
}

export const crsText = z.string().trim().min(4).max(5000);
export const encodingName = z
  .string()
  .trim()
  .regex(/^[\w.:-]{2,40}$/, 'wrong.encoding');

const role: z.ZodType<BoundaryColumnRole> = z.union([
  z.object({ is: z.enum(LEVELLED_ROLES), level: adminLevel }),
  z.object({ is: z.literal('lang'), slot: z.number().int().min(0).max(3) }),
  z.object({ is: z.enum(BARE_ROLES) }),
  z.object({ is: z.enum(['extra', 'ignore']) }),
]);

export type BoundaryColumnAnswer = ColumnAnswer<BoundaryColumnRole>;
export const boundaryColumnAnswer = columnAnswer(role);

const unread = z.unknown().optional();
/** What is neither an answer nor evidence of the template is a slip of the pen, and is refused by name. */
export const boundaryLayerAnswer = z
  .strictObject({
    layer: z.string().min(1).max(1000),
    file: z.string().max(1000).optional(),
    level: adminLevel.nullable().optional(),
    crs: crsText.nullable().optional(),
    encoding: encodingName.optional(),
    drawing: z.enum(DRAWINGS).nullable().optional(),
    rows: unread,
    levels: unread,
    text: unread,
    clause: unread,
    said: unread,
  })
  .transform(({ layer, file, level, crs, encoding, drawing, levels }): BoundaryLayerAnswer => ({
    layer,
    ...(file === undefined ? {} : { file }),
    // Of a layer with several levels the template says null, which does not mean that it is not used.
    ...(level === undefined || (level === null && Array.isArray(levels) && levels.length > 1) ? {} : { level }),
    ...(crs === undefined || crs === null ? {} : { crs }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(drawing === undefined || drawing === null ? {} : { drawing }),
  }));

/** What a person may say of a boundary upload besides the files. `remember` false: of the next upload nothing of it is used. */
export const boundaryAnswers = z.object({
  columns: z.array(boundaryColumnAnswer).max(20_000).optional(),
  layers: z.array(boundaryLayerAnswer).max(1000).optional(),
  /** Upper levels that are published as uploaded, whatever their layers are called. */
  keepDrawing: z.array(adminLevel).max(6).optional(),
  remember: z.boolean().optional(),
});
export type BoundaryAnswers = z.infer<typeof boundaryAnswers>;
