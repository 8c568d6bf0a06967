/** Review and sign-off of drafts: who is asked, what they say, and what a group decided. Described in docs/review.md. */
import { z } from 'zod';
import { adminLevel, datasetId, datasetKind, pcode, versionTag } from '../ids.ts';
import { LANGS } from '../languages.ts';
import { day, groupId, line } from '../groups/groups.ts';
import { occurrenceRef } from '../meetings/names.ts';
import { versionParams } from './api.ts';
import { groupName } from './endorsement.ts';

const prose = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .refine((text) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text.replace(/[\n\r\t]/g, '')), 'wrong.control');
const id = z.string().min(1).max(64);

/** What a comment is about. `item`: the id of one occurrence of the finding, null for all of them. Degrees, WGS 84. */
export const commentAbout = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('finding'),
    check: z.string().max(20),
    code: z.string().max(100),
    level: adminLevel.nullable(),
    item: z.string().max(2000).nullable(),
  }),
  z.object({
    is: z.literal('place'),
    lon: z.number().min(-180).max(180),
    lat: z.number().min(-90).max(90),
    level: adminLevel.nullable(),
    pcode: pcode.nullable(),
  }),
  z.object({ is: z.literal('draft') }),
]);
export type CommentAbout = z.infer<typeof commentAbout>;

export const POINT_ANSWERS = ['yes', 'no', 'not-applicable'] as const;
export type PointAnswer = (typeof POINT_ANSWERS)[number];
export const DECISIONS = ['approve', 'changes'] as const;
export type Decision = (typeof DECISIONS)[number];

export const requestBody = z.object({ group: groupId, note: prose.nullable().default(null), due: day.nullable().default(null) });
export type RequestBody = z.infer<typeof requestBody>;
/** `thread`: the comment that is answered; what it is about is then that of the first one. */
export const commentBody = z.object({
  about: commentAbout.default({ is: 'draft' }),
  text: prose,
  thread: id.nullable().default(null),
  /** Id of a person with an account, from `people` of the review. */
  assignTo: id.nullable().default(null),
  mustResolve: z.boolean().default(false),
});
export type CommentBody = z.infer<typeof commentBody>;
/** Of the first comment of a thread. */
export const commentChangeBody = z
  .object({ resolved: z.boolean(), assignTo: id.nullable(), mustResolve: z.boolean() })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'wrong.nothing');
export type CommentChange = z.infer<typeof commentChangeBody>;
/** `answer` null takes an answer back. */
export const pointBody = z.object({ point: z.string().max(100), answer: z.enum(POINT_ANSWERS).nullable(), note: prose.nullable().default(null) });
export type PointBody = z.infer<typeof pointBody>;
/** `basis`: that of the review that was read, so that nobody approves what they have not seen. */
export const approvalBody = z
  .object({ decision: z.enum(DECISIONS), note: prose.nullable().default(null), basis: z.string().length(64) })
  .refine(({ decision, note }) => decision === 'approve' || note !== null, 'wrong.change-wanted');
export type ApprovalBody = z.infer<typeof approvalBody>;
/** `held`: a meeting of the calendar, beside or instead of its name as a text. */
export const endorsementBody = z.object({
  group: groupId,
  date: day,
  meeting: line(200).nullable().default(null),
  held: occurrenceRef.nullable().default(null),
  text: prose.nullable().default(null),
});
export type EndorsementBody = z.infer<typeof endorsementBody>;
export const entryParams = versionParams.extend({ entry: id });

/** Why a rule does not hold yet. */
export const OBSTACLES = ['approvals', 'changes-wanted', 'comments-open'] as const;
export type Obstacle = (typeof OBSTACLES)[number];
export const ruleState = z.object({
  kind: datasetKind,
  /** Whose rule it is, and whose members approve. */
  owner: groupName,
  from: groupName,
  needs: z.number().int(),
  has: z.number().int(),
  obstacles: z.array(z.enum(OBSTACLES)),
});
export type RuleState = z.infer<typeof ruleState>;

export const reviewAnswer = z.object({
  dataset: datasetId,
  version: versionTag,
  /** Hash of what the draft is now: files, metadata, accepted findings. An approval of another one no longer counts. */
  basis: z.string(),
  /** Empty: no group asks for a sign-off; who uploaded it does not publish it, and that is all. */
  rules: z.array(ruleState),
  requests: z.array(
    z.object({ id, group: groupName, note: z.string().nullable(), due: day.nullable(), by: z.string(), at: z.string(), closedAt: z.string().nullable() }),
  ),
  /** Oldest first; answers follow the first of their thread. */
  comments: z.array(
    z.object({
      id,
      thread: id,
      about: commentAbout,
      text: z.string(),
      by: z.string(),
      own: z.boolean(),
      at: z.string(),
      mustResolve: z.boolean(),
      assignedTo: z.object({ account: id, name: z.string() }).nullable(),
      resolved: z.object({ by: z.string(), at: z.string() }).nullable(),
    }),
  ),
  /** Of the evaluation checklist of boundaries: what only a person can know, with its text in each language. */
  points: z.array(
    z.object({
      point: z.string(),
      texts: z.record(z.enum(LANGS), z.string()),
      answer: z.enum(POINT_ANSWERS).nullable(),
      note: z.string().nullable(),
      by: z.string().nullable(),
      at: z.string().nullable(),
    }),
  ),
  approvals: z.array(
    z.object({
      by: z.string(),
      own: z.boolean(),
      decision: z.enum(DECISIONS),
      note: z.string().nullable(),
      at: z.string(),
      /** Said of the draft as it is now. */
      current: z.boolean(),
      /** Counts for a rule: said of the draft as it is now, by a standing member of the group who did not upload it. */
      counts: z.boolean(),
    }),
  ),
  /** Groups of the country that can be asked. */
  groups: z.array(groupName),
  /** Whom a comment can be assigned to: accounts with an appointment in the country. */
  people: z.array(z.object({ account: id, name: z.string() })),
  may: z.object({ request: z.boolean(), comment: z.boolean(), point: z.boolean(), approve: z.boolean(), endorse: z.boolean() }),
});
export type ReviewAnswer = z.infer<typeof reviewAnswer>;
