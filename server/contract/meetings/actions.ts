/** What groups agree to do, and what they decide. Owners are organisations in a role, never persons. */
import { z } from 'zod';
import { APPOINTMENT_ROLES, day, groupId, organisationId, prose, scope, VISIBILITIES } from '../groups/groups.ts';
import { datasetId, versionTag } from '../ids.ts';
import { entryId, instant, occurrenceRef } from './names.ts';

/** What it is about. */
export const link = z.discriminatedUnion('is', [
  z.object({ is: z.literal('version'), dataset: datasetId, version: versionTag }),
  z.object({ is: z.literal('document'), id: z.string().min(1).max(100), version: z.string().min(1).max(20).nullable().default(null) }),
  z.object({ is: z.literal('map'), id: z.string().min(1).max(64) }),
  z.object({ is: z.literal('url'), url: z.url({ protocol: /^https?$/ }).max(1000) }),
]);
export type Link = z.infer<typeof link>;
/** `title`: of the document or map; null where the one who asks may not know it, or it is gone. */
const shownLink = z.intersection(link, z.object({ title: z.string().nullable() }));
export type ShownLink = z.infer<typeof shownLink>;

export const ACTION_STATES = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** Several lines are allowed. */
const text = prose(2000).min(1);
const actionFields = {
  /** In which it was agreed; null: between meetings. */
  held: occurrenceRef.nullable(),
  text,
  organisation: organisationId.nullable(),
  role: z.enum(APPOINTMENT_ROLES).nullable(),
  due: day.nullable(),
  link: link.nullable(),
};

/** Members only. */
export const action = z.object({
  id: entryId,
  scope,
  group: groupId,
  ...actionFields,
  link: shownLink.nullable(),
  organisationName: z.string().nullable(),
  state: z.enum(ACTION_STATES),
  createdAt: instant,
  updatedAt: instant,
  closedOn: day.nullable(),
  /** Days since it was agreed, until it was closed. */
  age: z.number().int(),
  /** Days past the day it was due, of an open one; null where it is not late. */
  overdue: z.number().int().nullable(),
});
export type Action = z.infer<typeof action>;
export const newActionBody = z.object({
  group: groupId,
  held: actionFields.held.default(null),
  text,
  organisation: actionFields.organisation.default(null),
  role: actionFields.role.default(null),
  due: actionFields.due.default(null),
  link: actionFields.link.default(null),
});
export type NewAction = z.infer<typeof newActionBody>;
export const actionBody = z
  .object({
    text,
    organisation: actionFields.organisation,
    role: actionFields.role,
    due: actionFields.due,
    link: actionFields.link,
    state: z.enum(ACTION_STATES),
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'wrong.nothing');
export type ActionChange = z.infer<typeof actionBody>;

const decisionFields = {
  held: occurrenceRef.nullable(),
  date: day,
  text,
  link: link.nullable(),
  /** `public` holds where the group is public, and what it is about. */
  visibility: z.enum(VISIBILITIES),
};
export const decision = z.object({
  id: entryId,
  scope,
  group: groupId,
  ...decisionFields,
  link: shownLink.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type Decision = z.infer<typeof decision>;
export const newDecisionBody = z.object({
  group: groupId,
  held: decisionFields.held.default(null),
  date: day,
  text,
  link: decisionFields.link.default(null),
  visibility: decisionFields.visibility.default('public'),
});
export type NewDecision = z.infer<typeof newDecisionBody>;
export const decisionBody = z
  .object({ date: day, text, link: decisionFields.link, visibility: decisionFields.visibility })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'wrong.nothing');
export type DecisionChange = z.infer<typeof decisionBody>;

const groupLabel = z.object({ id: groupId, names: z.record(z.string(), z.string()), acronym: z.string().nullable() });
export const actionsAnswer = z.object({ today: day, groups: z.array(groupLabel), actions: z.array(action), may: z.object({ record: z.array(groupId) }) });
export type ActionsAnswer = z.infer<typeof actionsAnswer>;
/** `endorsements`: of the version asked for, those that name a meeting which the one who asks may see. */
export const decisionsAnswer = z.object({
  groups: z.array(groupLabel),
  decisions: z.array(decision),
  endorsements: z.array(z.object({ id: z.string(), held: occurrenceRef, title: z.string() })),
  may: z.object({ record: z.array(groupId) }),
});
export type DecisionsAnswer = z.infer<typeof decisionsAnswer>;

export const actionsQuery = z.object({
  group: groupId.optional(),
  state: z.enum([...ACTION_STATES, 'all']).default('open'),
});
export const decisionsQuery = z.object({
  group: groupId.optional(),
  dataset: datasetId.optional().describe('about a dataset'),
  version: versionTag.optional().describe('about this version of it'),
});
export const entryParams = z.object({ scope, entry: entryId });
