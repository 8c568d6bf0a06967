/** Looking up units of the boundaries of a country: by code, by name, by place. What is doubtful is a list, never one that was chosen silently. */
import { z } from 'zod';
import { asOfAnswer, asOfQuery } from '../datasets/asOf.ts';
import { adminLevel, datasetId, iso3, pcode, versionTag } from '../ids.ts';

const degrees = (most: number) => z.coerce.number().min(-most).max(most);

/** Exactly one of `code`, `name`, and `lon` with `lat`; the handler refuses others. */
export const lookupQuery = z.strictObject({
  country: iso3,
  code: z.string().trim().min(1).max(64).optional().describe('A P-code as it is written; retired and misspelt ones are found too.'),
  name: z.string().trim().min(1).max(200).optional().describe('A name as it is written.'),
  within: pcode.optional().describe('With `name`: only inside the unit with this code.'),
  level: z.coerce.number().pipe(adminLevel).optional(),
  lon: degrees(180).optional(),
  lat: degrees(90).optional(),
  on: asOfQuery.shape.date.describe('The day whose boundaries are asked; absent: those of today.'),
  limit: z.coerce.number().int().min(1).max(20).default(5).describe('With `name`: candidates at most.'),
});
export type LookupQuery = z.infer<typeof lookupQuery>;

const named = z.object({ level: adminLevel, pcode: z.string(), name: z.string() });
export const foundUnit = named.extend({
  names: z.array(z.object({ lang: z.string(), name: z.string() })),
  parents: z.array(named).describe('The country first.'),
});
export type FoundUnit = z.infer<typeof foundUnit>;

export const LOOKUP_MEANS = ['code', 'spelling', 'name', 'near-name'] as const;
export const lookupCandidate = foundUnit.extend({
  score: z.number().describe('0 … 1; 1 for the same spelling.'),
  by: z.enum(LOOKUP_MEANS).describe('`spelling`: the code written otherwise (blanks, lost zeros, prefix of the country).'),
  sure: z.boolean().describe('Whether a 3W would take it without asking.'),
});
export type LookupCandidate = z.infer<typeof lookupCandidate>;

/** A code that the version does not have, but another one has: what became of its unit. Shares of the unit, 0 … 1. */
export const formerUnit = named.extend({
  version: versionTag.describe('A version that has it.'),
  into: z.array(named.extend({ shareOfArea: z.number().nullable(), shareOfPeople: z.number().nullable() })).describe('Largest share first; empty: abolished.'),
});
export type FormerUnit = z.infer<typeof formerUnit>;

export const unitAtPoint = foundUnit.extend({
  inside: z.boolean(),
  distanceKm: z.number().nullable().describe('Inside: to the border of the unit. Outside: to the unit. null: more than 5 km.'),
  near: z.boolean().describe('Within 1 km of the border of the unit, or outside it.'),
});
export type UnitAtPoint = z.infer<typeof unitAtPoint>;

const about = z.object({ country: iso3, dataset: datasetId, version: versionTag, asOf: asOfAnswer.optional() });
export const lookupAnswer = z.discriminatedUnion('by', [
  about.extend({
    by: z.literal('code'),
    units: z.array(foundUnit).describe('Those with exactly this code; more than one where levels share it.'),
    former: z.array(formerUnit),
    candidates: z.array(lookupCandidate).describe('Where none has exactly this code: those that it may be written for.'),
  }),
  about.extend({ by: z.literal('name'), candidates: z.array(lookupCandidate).describe('Best first.') }),
  about.extend({ by: z.literal('point'), units: z.array(unitAtPoint).describe('By level, the country first; empty where none lies within 5 km.') }),
]);
export type LookupAnswer = z.infer<typeof lookupAnswer>;
