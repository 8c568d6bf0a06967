/** Files that are made of a version on request and kept: formats of other programs, choices for forms, the package for HDX. */
import { z } from 'zod';
import { adminLevel } from '../ids.ts';

export const MADE_KINDS = ['gpkg', 'shp', 'fgb', 'kml', 'xlsx', 'csv', 'geojson', 'package', 'xlsform', 'xlsform-zip', 'entities', 'hdx', 'hxl'] as const;
export type MadeKind = (typeof MADE_KINDS)[number];

/** Names of such files of boundaries, so that whoever asks for one as a download is led to it. */
export const MADE_FILE =
  /^[a-z]{3}_(admin[0-5]|admin_boundaries)\.(gpkg|fgb|kml|xlsx|csv|geojson|shp\.zip)$|^[a-z]{3}_(package|xlsform|hdx)\.zip$|^[a-z]{3}_xlsform_choices\.xlsx$|^[a-z]{3}_entities_adm[1-5]\.csv$/;

export const madeFile = z.object({
  file: z.string(),
  kind: z.enum(MADE_KINDS),
  level: adminLevel.nullable().describe('null: all levels.'),
  href: z.string(),
  bytes: z.number().int().nullable().describe('About how large; null: not known before it is made.'),
});
export type MadeFile = z.infer<typeof madeFile>;
export const madeAnswer = z.object({ files: z.array(madeFile) });
export type MadeAnswer = z.infer<typeof madeAnswer>;

export const madeName = z
  .string()
  .max(120)
  .regex(/^[\w.-]+$/, 'wrong.file');
export const madeQuery = z.strictObject({ hxl: z.literal('1').optional().describe('A row of HXL tags under the headings of CSV and XLSX.') });
