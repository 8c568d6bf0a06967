/** Personal data that an uploaded file seems to hold, and what a person decides about them before anything is stored (decision 0056). */
import { z } from 'zod';

/**
 * `email` `phone` `name`: in cells, links or texts. `author`: who wrote, saved or refreshed it, and names in paths. `comment`: with those who wrote them.
 * `threaded-person`: accounts of those who discussed. `tracked-change`: changes with their authors. `property`: of the document. `link`: other files and
 * connections. `hidden-sheet` and `macro`: what nobody sees who opens the file. `unsearched`: what could not be looked into, and may hold anything.
 */
export const PERSONAL_KINDS = [
  'email',
  'phone',
  'name',
  'author',
  'comment',
  'threaded-person',
  'tracked-change',
  'property',
  'link',
  'hidden-sheet',
  'macro',
  'unsearched',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** `document`: what belongs to the file and stands in no sheet. */
const place = z.discriminatedUnion('is', [
  z.object({ is: z.literal('column'), sheet: z.string(), column: z.string().describe('In letters, as spreadsheets name it'), heading: z.string() }),
  z.object({ is: z.literal('outside'), sheet: z.string() }).describe('Texts above and below a table'),
  z.object({ is: z.literal('sheet'), sheet: z.string() }),
  z.object({ is: z.literal('document') }),
  z.object({ is: z.literal('text') }).describe('Running text'),
]);
export type PersonalPlace = z.infer<typeof place>;

export const personalFinding = z.object({
  id: z.string(),
  file: z.string(),
  kind: z.enum(PERSONAL_KINDS),
  place,
  count: z.number().int().describe('Cells, comments, authors, links'),
  example: z.string().nullable().describe('The first of them, masked'),
  evidence: z
    .object({ heading: z.boolean(), share: z.number() })
    .nullable()
    .describe('Of columns: whether the heading says it, and how many of the filled cells look like it (0 to 1)'),
  isPerson: z.boolean().describe('Whether it says something of a person. What does not is told beside, and asks nothing by itself'),
  removable: z.boolean().describe('Whether a copy without it can be written'),
  whole: z.boolean().optional().describe('Whether the copy is an archive without this file'),
});
export type PersonalFinding = z.infer<typeof personalFinding>;

/** What a person decides: kept for members, or a copy without the findings named. */
export const personalAnswer = z.discriminatedUnion('is', [
  z.object({ is: z.literal('keep') }),
  z.object({ is: z.literal('strip'), parts: z.array(z.string().max(1000)).min(1).max(20_000).describe('Ids of findings') }),
]);
export type PersonalAnswer = z.infer<typeof personalAnswer>;

/** What is said before anything was found: by programs and on the command line. `strip`: all that can be taken out. */
export const PERSONAL_SAID = ['keep', 'strip'] as const;
export type PersonalSaid = (typeof PERSONAL_SAID)[number];

/**
 * What became of it, kept with the version. `removed`: the stored files are copies, and the bytes as they came are not kept. `unsearched`: nothing of a
 * person was found, but part of the files could not be looked into.
 */
export const personalRecord = z.object({
  is: z.enum(['kept', 'removed', 'unsearched']),
  what: z.array(z.object({ kind: z.enum(PERSONAL_KINDS), count: z.number().int() })),
});
export type PersonalRecord = z.infer<typeof personalRecord>;

/** @returns whether it must be asked about before anything is stored */
export const asksOfPersons = (findings: readonly Pick<PersonalFinding, 'isPerson'>[]): boolean => findings.some(({ isPerson }) => isPerson);

/** Findings added up by kind, in the order of the kinds. */
export function countKinds(findings: readonly Pick<PersonalFinding, 'kind' | 'count'>[]): PersonalRecord['what'] {
  return PERSONAL_KINDS.flatMap((kind) => {
    const count = findings.reduce((sum, finding) => sum + (finding.kind === kind ? finding.count : 0), 0);
    return count > 0 ? [{ kind, count }] : [];
  });
}
