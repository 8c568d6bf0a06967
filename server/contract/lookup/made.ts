/** Files that are made of a version on request and kept: formats of other programs, choices for forms, the package for HDX. */
import { z } from 'zod';
import { adminLevel } from '../ids.ts';

export const MADE_KINDS = ['shp', 'gpkg', 'fgb', 'kml', 'xlsx', 'csv', 'geojson', 'package', 'xlsform', 'xlsform-zip', 'entities', 'hdx-package'] as const;
export type MadeKind = (typeof MADE_KINDS)[number];

export const madeFile = z.object({
  file: z.string(),
  kind: z.enum(MADE_KINDS),
  level: adminLevel.nullable().describe('null: all levels.'),
  address: z.string(),
  bytes: z.number().int().nullable().describe('About how large; null: not known before it is made.'),
});
export type MadeFile = z.infer<typeof madeFile>;
export const madeAnswer = z.object({ files: z.array(madeFile) });
export type MadeAnswer = z.infer<typeof madeAnswer>;

export const madeName = z
  .string()
  .max(120)
  .regex(/^[a-z0-9_.-]+$/i, 'wrong.file');
export const madeQuery = z.strictObject({ hxl: z.literal('1').optional().describe('1: a row of HXL tags under the headings of CSV and XLSX.') });
