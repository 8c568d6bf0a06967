/** What a publisher says of boundaries and names on its maps: always, and where a place that states do not agree on is in view (decision 0074). */
import { z } from 'zod';
import { PRINT_LANGS } from '../languages.ts';
import { defineRoutes } from '../route.ts';

/** Places that notes are about, in the order in which notes stand. */
export const DISCLAIMER_KEYS = [
  'sudan-south-sudan',
  'abyei',
  'jammu-kashmir',
  'falkland-malvinas',
  'non-self-governing',
  'kosovo',
  'western-sahara',
  'aksai-chin',
  'arunachal',
  'hala-ib',
  'ilemi',
  'golan',
  'palestine',
  'crimea',
] as const;
export type DisclaimerKey = (typeof DISCLAIMER_KEYS)[number];

/** Texts that come with the program; `own`: a file of whoever runs the server. */
export const PUBLISHERS = ['un', 'ifrc', 'fao'] as const;
export type PublisherKey = (typeof PUBLISHERS)[number];

/** By language: only what the publisher itself has published in it. */
const texts = z.partialRecord(z.enum(PRINT_LANGS), z.string().trim().min(1).max(1500));
const general = texts.refine((said) => Object.keys(said).length > 0, { message: 'must have a text in at least one language' });

/** A file of texts. */
export const publisherFile = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** Where the texts were found. */
  sources: z.array(z.string().max(1000)).default([]),
  /** The notes of another publisher hold too, where this one has none of its own. */
  extends: z.enum(PUBLISHERS).optional(),
  /** Said on every map: `short` where there is little room, `long` on sheets; without `long`, `short` everywhere. */
  general: z.strictObject({ short: general, long: texts.optional() }),
  notes: z.partialRecord(z.enum(DISCLAIMER_KEYS), general).default({}),
  /** Of a language in which nothing was published: the one that stands in its place. */
  nearest: z.partialRecord(z.enum(PRINT_LANGS), z.enum(PRINT_LANGS)).default({}),
});
export type PublisherFile = z.infer<typeof publisherFile>;

/** West, south, east, north; east above 180 over the antimeridian. */
const box = z
  .string()
  .regex(/^-?\d{1,3}(\.\d+)?(,-?\d{1,3}(\.\d+)?){3}$/, 'wrong.box')
  .transform((text) => text.split(',').map(Number) as [number, number, number, number])
  .refine(([west, south, east, north]) => west <= east && south <= north && east - west <= 360, 'wrong.box');

export const disclaimersAnswer = z.object({
  publisher: z.string(),
  notes: z.array(
    z.object({
      key: z.enum(['general', ...DISCLAIMER_KEYS]),
      text: z.string(),
      lang: z.enum(PRINT_LANGS).describe('The language of the text: another one than was asked for where the publisher has none in it.'),
    }),
  ),
  unsaid: z.array(z.enum(DISCLAIMER_KEYS)).describe('Places in view that the publisher has no text for: whoever makes the map is told, nobody else.'),
});
export type DisclaimersAnswer = z.infer<typeof disclaimersAnswer>;

export const disclaimerRoutes = defineRoutes({
  getDisclaimers: {
    summary: 'What is said of boundaries and names on a map of a box of degrees (without one: on every map), and for which places the publisher has no text',
    tag: 'maps',
    query: z.object({ box: box.optional(), lang: z.enum(PRINT_LANGS).default('en') }),
    answer: { status: 200, schema: disclaimersAnswer },
    cache: 'minute',
    example: '/api/v1/disclaimers?box=21,8,39,23&lang=en',
  },
});
