/** Uploads, drafts and the exception register, as the API speaks of them. */
import { z } from 'zod';
import { boundaryLayerAnswer, crsText, encodingName } from '../boundaries/columns.ts';
import { columnAnswer } from '../columns.ts';
import { MAX_ITEMS, SEVERITIES } from '../finding.ts';
import { adminLevel, datasetId, datasetKind, iso3, layerSlug, versionTag } from '../ids.ts';
import { layerSaid } from '../overlays/said.ts';
import { PERSONAL_SAID, personalAnswer } from '../uploads/personal.ts';
import { versionParams } from './api.ts';

/** What a person may say with an upload; what is left out is found in the files, or asked for. */
const about = {
  kind: datasetKind.optional(),
  country: iso3.optional(),
  slug: layerSlug.optional().describe('Of an overlay: what it is called in its id; one that is there already gets a new version'),
  version: versionTag.optional(),
  encoding: encodingName.optional(),
  crs: crsText.optional(),
  personal: z
    .enum(PERSONAL_SAID)
    .optional()
    .describe('Personal data in the files: `keep` them for members, or `strip` all that can be taken out. Asked where nothing is said'),
};
export const fileName = z
  .string()
  .min(1)
  .max(300)
  // oxlint-disable-next-line no-control-regex -- these are what must not be in a name
  .regex(/^[^\u0000-\u001f\u007f]+$/, 'wrong.control')
  .refine((name) => !name.split(/[\\/]/).includes('..'), 'wrong.dots');
/** The fields beside the files of a multipart upload; an empty field counts as left out. */
export const uploadFields = z.preprocess(
  (fields) => Object.fromEntries(Object.entries((fields ?? {}) as Record<string, unknown>).filter(([, value]) => value !== '')),
  z.object(about),
);
/** The same form with its files, as OpenAPI describes it; the server streams the files and never holds them as values. */
export const uploadForm = z.object({ files: z.array(z.file()).min(1).max(1000), ...about });
/** Files that were sent by tus before, by the last part of their address. */
export const uploadBody = z.object({
  files: z
    .array(z.object({ id: z.string().regex(/^[0-9a-f]{32}$/, 'wrong.id'), name: fileName }))
    .min(1)
    .max(1000),
  ...about,
});
export type UploadBody = z.infer<typeof uploadBody>;
export type UploadAbout = Omit<UploadBody, 'files'>;
/** Answers to the question with which a job ended. */
export const answerBody = z
  .object({
    encoding: about.encoding,
    crs: about.crs,
    /** What columns hold, where none was found to hold organisations or places; roles are those of the kind of the upload. */
    columns: z.array(columnAnswer(z.unknown())).min(1).max(5000).optional(),
    /** Which level layers hold, where none was found to hold any. */
    layers: z.array(boundaryLayerAnswer).min(1).max(1000).optional(),
    /** Of an overlay: which part of the files is read. */
    overlay: layerSaid.optional(),
    /** What becomes of personal data in the files. */
    personal: personalAnswer.optional(),
  })
  .refine((body) => body.encoding ?? body.crs ?? body.columns ?? body.layers ?? body.overlay ?? body.personal, 'wrong.answer');
export type AnswerBody = z.output<typeof answerBody>;
export const fileParams = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/, 'wrong.id') });

const shortText = z.string().trim().max(500);
const longText = z.string().trim().max(10_000);
const isoDate = z.iso.date('wrong.day').nullable();
/** Only what is given is changed. */
export const metadataBody = z
  .object({
    title: shortText.min(3),
    source: shortText.min(2),
    contributor: shortText.min(2),
    license: shortText.min(2),
    caveats: longText,
    methodology: longText,
    dateSource: isoDate,
    dateValidOn: isoDate,
    dateReviewed: isoDate,
    updateFrequencyYears: z.number().int().min(0).max(50).nullable(),
  })
  .partial();
export type MetadataBody = z.infer<typeof metadataBody>;

/** Which findings, by what they are: `items` are the ids of the occurrences, all of them where it is left out. */
export const exceptionBody = z.object({
  check: z.string().max(20),
  code: z.string().max(100),
  level: adminLevel.nullable(),
  /** One check may find the same fault as an error here and as a warning there; without it all of them are meant. */
  severity: z.enum(SEVERITIES).optional(),
  items: z.array(z.string().max(2000)).min(1).max(MAX_ITEMS).optional(),
  reason: z.string().trim().min(3, 'wrong.reason').max(2000),
});
export type ExceptionBody = z.infer<typeof exceptionBody>;
export const exceptionParams = z.object({ id: datasetId, exception: z.string().min(1).max(64) });
export const exceptionVersionParams = versionParams;

const exception = z.object({
  id: z.string(),
  code: z.string(),
  level: adminLevel.nullable(),
  pcodes: z.array(z.string()),
  detail: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  version: versionTag,
});
export const exceptionsAnswer = z.object({ exceptions: z.array(exception) });
export type ExceptionsAnswer = z.infer<typeof exceptionsAnswer>;
