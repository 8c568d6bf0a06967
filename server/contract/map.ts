/** A saved map (MapSpec): everything the screen can show, as data. And the permission to show it elsewhere (EmbedSpec). */
import { z } from 'zod';
import { adminLevel, datasetId, versionTag } from './ids.ts';

const versionRef = z.union([versionTag, z.literal('current')]);
const lang = z.enum(['en', 'fr', 'es', 'ar']);
/** Values of a map are numbers by P-code; what they count is said here and printed with every output. */
const countDefinition = z.object({
  unit: z.enum(['organisations', 'activities', 'people']),
  role: z.enum(['implementing', 'programming', 'funding', 'any']),
  statuses: z.array(z.enum(['planned', 'ongoing', 'completed', 'suspended', 'unknown'])),
  sectors: z.array(z.string().max(40)).max(100),
  orgTypes: z.array(z.string().max(40)).max(100),
  orgs: z.array(z.string().max(300)).max(500),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});

export const mapData = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('boundaries') }),
  z.object({
    kind: z.literal('population'),
    dataset: datasetId,
    version: versionRef,
    measure: z.enum(['people', 'density']),
    sex: z.enum(['f', 'm', 't']),
    age: z.string().max(12),
  }),
  z.object({ kind: z.literal('presence'), dataset: datasetId, version: versionRef, definition: countDefinition }),
]);

/** Version 1. Older ones would be converted on reading, one file for each version. */
export const mapSpec = z.object({
  spec: z.literal(1),
  title: z.string().trim().min(1).max(200),
  lang,
  /** A draft says so across the picture; cleared maps have passed the publisher's own clearance. */
  status: z.enum(['draft', 'cleared']),
  boundary: z.object({ dataset: datasetId, version: versionRef, level: adminLevel }),
  data: mapData,
  /** The one break table of style, legend and picture: class i is breaks[i] ≤ v < breaks[i+1], the last class closed. Empty without data. */
  classes: z.object({ method: z.enum(['equal', 'quantile', 'jenks', 'manual', 'integer']), breaks: z.array(z.number()).max(10) }),
  labels: z.object({ show: z.enum(['none', 'names', 'pcodes']), lang: z.string().max(35) }),
  /** West, south, east, north; null shows the whole country. */
  view: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** One unit brought forward; null for none. */
  selected: z.string().max(64).nullable(),
});
export type MapSpec = z.infer<typeof mapSpec>;
export type MapData = z.infer<typeof mapData>;

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour such as #026cb6');

/** What a partner may set of the look: a closed list, never a foreign style sheet. */
export const embedTheme = z.object({
  mode: z.enum(['auto', 'light', 'dark']),
  accent: colour.nullable(),
  radius: z.number().int().min(0).max(24),
  font: z.enum(['noto', 'system', 'serif']),
});

/** `hosts`: origins that may frame it, `https://example.org` or `https://*.example.org`; empty lets everybody. */
export const embedSpec = z.object({
  map: z.string().min(4).max(40),
  hosts: z.array(z.string().regex(/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i, 'an origin such as https://example.org')).max(50),
  theme: embedTheme,
  lang: lang.nullable(),
});
export type EmbedSpec = z.infer<typeof embedSpec>;

export const savedMap = z.object({
  id: z.string(),
  spec: mapSpec,
  createdAt: z.string(),
  updatedAt: z.string(),
  createdBy: z.string().nullable(),
});
export type SavedMap = z.infer<typeof savedMap>;
