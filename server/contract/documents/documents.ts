/** Documents of groups: terms of reference, information sharing protocols, minutes and the like, as versions that never change. Terms: docs/documents.md. */
import { z } from 'zod';
import { groupName } from '../datasets/endorsement.ts';
import { day, groupId, languageTag, line, scope } from '../groups/groups.ts';
import { LANGS } from '../languages.ts';
import { occurrenceRef } from '../meetings/names.ts';
import { AUDIENCES as RECEIVERS, TABLE_STATES } from '../sensitivity/sensitivity.ts';

/** `tor`: terms of reference. `isp`: information sharing protocol. */
export const DOCUMENT_KINDS = ['tor', 'minutes', 'agenda', 'isp', 'work-plan', 'decision', 'strategy', 'template', 'standard', 'other'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
/** Who reads what is published of it: everybody; members of any group of the country; members of its own group. Drafts are for members at most. */
export const AUDIENCES = ['public', 'members', 'group'] as const;
export type Audience = (typeof AUDIENCES)[number];
/** `draft` can be changed; `reviewed` is fixed and waits for approval; `current` is what holds; `superseded` and `withdrawn` stay readable at their own address. */
export const EDITION_STATES = ['draft', 'reviewed', 'current', 'superseded', 'withdrawn'] as const;
export type EditionState = (typeof EDITION_STATES)[number];
/** Bytes of these never change again. */
export const PUBLISHED: readonly EditionState[] = ['current', 'superseded', 'withdrawn'];
export const DOCUMENT_FORMATS = ['markdown', 'docx', 'pdf'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];
/** Days before `reviewBy` from which the review is said to be due. */
export const REVIEW_NOTICE_DAYS = 30;

/** Unique in the scope, and never changes: other rooms name documents by it. */
export const documentId = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])$/, 'wrong.document-id')
  .describe('id of a document in its country');
/** `v1`, `v1.1`. */
export const editionTag = z
  .string()
  .regex(/^v[1-9]\d{0,3}(\.[1-9]\d{0,3})?$/, 'wrong.edition')
  .describe('v1, v1.1');

/** Several lines of plain text; no control characters, and none that turn the direction of the text around them. */
const prose = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text.replace(/[\n\r\t]/g, '')), 'wrong.control');
const id = z.string().min(1).max(64);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'wrong.id');

/** What a file tells beside its text, or what its view leaves out: said before it is published, in the language asked for. */
export const TOLD = [
  'author',
  'comments',
  'tracked-changes',
  'hidden-text',
  'emails',
  'images',
  'remote-images',
  'links-left-out',
  'html-left-out',
  'embedded-files',
  'long',
] as const;
export type ToldCode = (typeof TOLD)[number];
/** The first of these name persons, or show what nobody meant to publish. */
export const REVEALING: readonly ToldCode[] = ['author', 'comments', 'tracked-changes', 'hidden-text', 'emails'];
export const toldPoint = z.object({ code: z.enum(TOLD), count: z.number().int(), text: z.string() });
export type ToldPoint = z.infer<typeof toldPoint>;

/** `by` is null for strangers, and where the account is gone. */
export const documentEndorsement = z.object({
  id,
  group: groupName,
  date: day,
  meeting: z.string().nullable(),
  /** The meeting of the calendar in which it was decided; members only, else null. */
  held: occurrenceRef.nullable(),
  text: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string(),
});
export type DocumentEndorsement = z.infer<typeof documentEndorsement>;

export const edition = z.object({
  version: editionTag,
  state: z.enum(EDITION_STATES),
  format: z.enum(DOCUMENT_FORMATS),
  file: z.object({ name: z.string(), media: z.string(), bytes: z.number().int(), sha256 }),
  /** Whether there is a view to read in a browser; a PDF is only opened as a file. */
  readable: z.boolean(),
  /** What is new in it, as its author said. */
  note: z.string().nullable(),
  told: z.array(toldPoint),
  /** Names of accounts are for members; null for strangers. */
  draftedBy: z.string().nullable(),
  draftedAt: z.string(),
  /** When its file was last replaced, as a draft. */
  changedAt: z.string(),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  /** The day of the decision, and the day from which it holds. */
  approvedOn: day.nullable(),
  validFrom: day.nullable(),
  reviewBy: day.nullable(),
  /** The version that was current before it. */
  supersedes: editionTag.nullable(),
  supersededOn: day.nullable(),
  withdrawn: z.object({ on: day, reason: z.string() }).nullable(),
  endorsements: z.array(documentEndorsement),
  /** For members; zeros for strangers. */
  comments: z.object({ open: z.number().int(), all: z.number().int() }),
});
export type Edition = z.infer<typeof edition>;

const documentFields = {
  kind: z.enum(DOCUMENT_KINDS),
  group: groupId,
  language: languageTag,
  title: line(200),
  audience: z.enum(AUDIENCES),
  /** The document of the same scope of which it is a translation. */
  translates: documentId.nullable(),
};
export const documentRecord = z.object({ scope, id: documentId, ...documentFields, createdAt: z.string(), updatedAt: z.string() });
export type DocumentRecord = z.infer<typeof documentRecord>;

/** What the classification of the country says of documents of this kind (docs/sharing.md): the narrower of it and of `audience` holds. */
export const classified = z.object({ audience: z.enum(RECEIVERS), named: z.array(groupId), version: z.string() });
export type Classified = z.infer<typeof classified>;

/** `due`: from 30 days before; `overdue`: the day has passed. `days` from today, negative when overdue. */
export const reviewState = z.object({ by: day, days: z.number().int(), state: z.enum(['later', 'due', 'overdue']), text: z.string() });
export type ReviewState = z.infer<typeof reviewState>;

/** A document as lists show it. */
export const documentEntry = documentRecord.extend({
  groupName,
  /** The version that holds; null where there is none, or it was withdrawn. */
  current: edition.nullable(),
  /** The draft or reviewed version, for members; null for strangers. */
  open: edition.nullable(),
  /** Of the current version. */
  review: reviewState.nullable(),
});
export type DocumentEntry = z.infer<typeof documentEntry>;

export const DOCUMENT_NOTICES = ['review-due', 'review-overdue', 'no-tor', 'tor-without-review'] as const;
/** What a group should do about its documents, in words. `no-tor`: an active working group, cluster or AoR without terms of reference; for members. */
export const documentNotice = z.object({
  code: z.enum(DOCUMENT_NOTICES),
  group: groupId,
  document: documentId.nullable(),
  day: day.nullable(),
  text: z.string(),
});
export type DocumentNotice = z.infer<typeof documentNotice>;

export const documentsAnswer = z.object({
  scope,
  today: day,
  /** Newest first. */
  documents: z.array(documentEntry),
  notices: z.array(documentNotice),
  may: z.object({
    /** Groups for which one may write, review, approve and endorse documents. */
    record: z.array(groupId),
    /** Sees drafts and documents for members. */
    seeDrafts: z.boolean(),
  }),
});
export type DocumentsAnswer = z.infer<typeof documentsAnswer>;

export const DOCUMENT_ACTIONS = [
  'document.created',
  'document.changed',
  'document.deleted',
  'edition.drafted',
  'edition.replaced',
  'edition.reviewed',
  'edition.reopened',
  'edition.approved',
  'edition.endorsed',
  'edition.unendorsed',
  'edition.withdrawn',
  'edition.discarded',
  'comment.added',
  'comment.resolved',
  'comment.reopened',
  'comment.deleted',
] as const;
export type DocumentAction = (typeof DOCUMENT_ACTIONS)[number];
export const documentEvent = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  action: z.enum(DOCUMENT_ACTIONS),
  version: editionTag.nullable(),
  detail: z.record(z.string(), z.string().nullable()),
});
export type DocumentEvent = z.infer<typeof documentEvent>;

export const documentAnswer = z.object({
  today: day,
  document: documentRecord.extend({ groupName }),
  classified: classified.nullable(),
  /** Of an information sharing protocol: the classifications of the country that are part of it, latest first; of drafts members are told. */
  classifications: z.array(z.object({ version: z.string(), document: editionTag, state: z.enum(TABLE_STATES) })),
  /** Newest first; drafts for members only. */
  versions: z.array(edition),
  review: reviewState.nullable(),
  /** The same text in other languages, as far as the one who asks may see it. */
  translations: z.array(documentRecord.pick({ id: true, language: true, title: true })),
  notices: z.array(documentNotice),
  /** For members, newest first; empty for strangers. */
  history: z.array(documentEvent),
  may: z.object({
    /** Writes drafts, replaces, reviews, approves, withdraws, changes title and audience. */
    record: z.boolean(),
    comment: z.boolean(),
    /** Groups for which one may say that they endorse it. */
    endorse: z.array(groupName),
    delete: z.boolean(),
  }),
});
export type DocumentAnswer = z.infer<typeof documentAnswer>;

export const documentsQuery = z.object({
  kind: z.enum(DOCUMENT_KINDS).optional(),
  group: groupId.optional(),
  language: languageTag.optional().describe('of the document'),
  q: z.string().trim().max(200).optional().describe('words of title, group or id'),
  lang: z.enum(LANGS).default('en').describe('of what is said in words'),
});
export const saidQuery = z.object({ lang: z.enum(LANGS).default('en').describe('of what is said in words') });
export const outlineQuery = z.object({
  kind: z.literal('tor').default('tor'),
  group: groupId,
  lang: z.enum(LANGS).default('en').describe('language of the outline'),
});

export const documentsParams = z.object({ scope });
export const documentParams = z.object({ scope, document: documentId });
/** `current` is the version that holds; of a draft its own name. */
export const editionParams = documentParams.extend({ version: z.union([z.literal('current'), editionTag]) });
export const documentEntryParams = editionParams.extend({ entry: id });

/** Markdown, at most 400,000 characters; more comes as a file. */
const markdown = z.string().min(1).max(400_000);
/** `bump`: `v2` after `v1`, or `v1.1`. */
export const BUMPS = ['major', 'minor'] as const;
const editionFields = {
  note: prose(2000).nullable().default(null),
};
/** A document with its first draft. With a file: the same fields beside it, as multipart/form-data. `id`: made of group, kind and title where it is not said. */
export const newDocumentBody = z.object({
  id: documentId.optional(),
  kind: documentFields.kind,
  group: documentFields.group,
  language: documentFields.language,
  title: documentFields.title,
  audience: documentFields.audience.default('members'),
  translates: documentFields.translates.default(null),
  ...editionFields,
  text: markdown.describe('Markdown'),
});
export type NewDocument = z.infer<typeof newDocumentBody>;
export const documentBody = z
  .object({
    kind: documentFields.kind,
    language: documentFields.language,
    title: documentFields.title,
    audience: documentFields.audience,
    translates: documentFields.translates,
    /** Made public although its file tells what `told` says. */
    accept: z.boolean(),
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'wrong.nothing');
export type DocumentChange = z.infer<typeof documentBody>;
export const draftBody = z.object({ bump: z.enum(BUMPS).default('major'), ...editionFields, text: markdown.describe('Markdown') });
export type DraftBody = z.infer<typeof draftBody>;
/** `basis`: SHA-256 of the file that was read, so that nobody overwrites what somebody else wrote meanwhile. */
export const replaceBody = z.object({ note: prose(2000).nullable().optional(), basis: sha256.optional(), text: markdown.describe('Markdown') });
export type ReplaceBody = z.infer<typeof replaceBody>;
const file = z.string().describe('PDF, DOCX or Markdown, at most 20 MB');
export const newDocumentForm = newDocumentBody.omit({ text: true }).extend({ file });
export const draftForm = draftBody.omit({ text: true }).extend({ file });
export const replaceForm = replaceBody.omit({ text: true }).extend({ file });

/** What is being written, as it will be shown. */
export const previewBody = z.object({ text: markdown.describe('Markdown'), language: languageTag });
/** `basis` as above: nobody approves what they have not read. `accept`: published although its file tells what `told` says. */
export const reviewBody = z.object({ basis: sha256.optional() });
/** `approvedOn` and `validFrom` are today where they are not said. */
export const approveDocumentBody = z
  .object({
    basis: sha256.optional(),
    approvedOn: day.optional(),
    validFrom: day.optional(),
    reviewBy: day.nullable().default(null),
    accept: z.boolean().default(false),
  })
  .refine(({ approvedOn, reviewBy }) => !approvedOn || !reviewBy || approvedOn < reviewBy, 'wrong.order');
export type ApproveDocument = z.infer<typeof approveDocumentBody>;
export const endorseDocumentBody = z.object({
  group: groupId,
  date: day,
  meeting: line(200).nullable().default(null),
  /** A meeting of the calendar, beside or instead of its name as a text: one of the group. */
  held: occurrenceRef.nullable().default(null),
  text: prose(2000).nullable().default(null),
});
export type EndorseDocument = z.infer<typeof endorseDocumentBody>;
export const withdrawDocumentBody = z.object({ reason: line(1000) });

/** `section`: the heading that it is about. `thread`: the comment that is answered. */
export const documentCommentBody = z.object({ text: prose(4000), section: line(300).nullable().default(null), thread: id.nullable().default(null) });
export type DocumentCommentBody = z.infer<typeof documentCommentBody>;
export const documentCommentChangeBody = z.object({ resolved: z.boolean() });
export const documentComment = z.object({
  id,
  thread: id,
  section: z.string().nullable(),
  text: z.string(),
  by: z.string().nullable(),
  own: z.boolean(),
  at: z.string(),
  /** Said of the file as it is now; false: the draft was replaced since. */
  ofThisFile: z.boolean(),
  resolved: z.object({ by: z.string().nullable(), at: z.string() }).nullable(),
});
export type DocumentComment = z.infer<typeof documentComment>;

/** A version with its comments, oldest first, answers after the first of their thread; none for strangers. */
export const editionAnswer = z.object({
  today: day,
  document: documentRecord.extend({ groupName }),
  edition,
  comments: z.array(documentComment),
  may: z.object({
    edit: z.boolean(),
    comment: z.boolean(),
    review: z.boolean(),
    reopen: z.boolean(),
    approve: z.boolean(),
    endorse: z.array(groupName),
    withdraw: z.boolean(),
    discard: z.boolean(),
  }),
});
export type EditionAnswer = z.infer<typeof editionAnswer>;

/** The text of a version, made safe: no scripts, no styles, no images from elsewhere. `html` is null where it has no view (PDF). */
export const bodyAnswer = z.object({
  format: z.enum(DOCUMENT_FORMATS),
  language: languageTag,
  html: z.string().nullable(),
  /** The Markdown itself, to go on writing; null of other formats. */
  text: z.string().nullable(),
  headings: z.array(z.object({ id: z.string(), level: z.number().int(), text: z.string() })),
  told: z.array(toldPoint),
});
export type BodyAnswer = z.infer<typeof bodyAnswer>;
