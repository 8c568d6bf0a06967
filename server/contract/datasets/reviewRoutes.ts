/** Routes of the review of a draft and of what groups decide about a published version. */
import { defineRoutes } from '../route.ts';
import { versionAnswer, versionParams } from './api.ts';
import { approvalBody, commentBody, commentChangeBody, endorsementBody, entryParams, pointBody, requestBody, reviewAnswer } from './review.ts';

const R = '/api/v1/datasets/cod-ab-sle/versions/v02/review';
const answer = { status: 200, schema: reviewAnswer } as const;
const made = { status: 201, schema: reviewAnswer } as const;

export const reviewRoutes = defineRoutes({
  getDraftReview: {
    summary: 'The review of a draft: who is asked, comments, answered points of the checklist, approvals, and what the rules of its group still ask for',
    tag: 'datasets',
    params: versionParams,
    answer,
    permission: 'draft.read',
    example: R,
  },
  requestReview: {
    summary: 'Asks a group of the country to review a draft',
    tag: 'datasets',
    params: versionParams,
    body: requestBody,
    answer: made,
    permission: 'metadata.write',
    example: `${R}/requests`,
  },
  closeReviewRequest: {
    summary: 'Ends a request for review',
    tag: 'datasets',
    params: entryParams,
    answer,
    permission: 'metadata.write',
    example: `${R}/requests/ENTRY`,
  },
  addReviewComment: {
    summary: 'Comments on a finding, a place or the draft, or answers a comment; may be assigned to a person and held until it is resolved',
    tag: 'datasets',
    params: versionParams,
    body: commentBody,
    answer: made,
    permission: 'draft.read',
    example: `${R}/comments`,
  },
  changeReviewComment: {
    summary: 'Resolves or reopens a thread, or assigns it. Its author, the person it is assigned to and whoever may accept findings may',
    tag: 'datasets',
    params: entryParams,
    body: commentChangeBody,
    answer,
    permission: 'draft.read',
    example: `${R}/comments/ENTRY`,
  },
  deleteReviewComment: {
    summary: 'Deletes one’s own comment that nobody has answered',
    tag: 'datasets',
    params: entryParams,
    answer,
    permission: 'draft.read',
    example: `${R}/comments/ENTRY`,
  },
  answerReviewPoint: {
    summary: 'Answers a point of the evaluation checklist that no check can know',
    tag: 'datasets',
    params: versionParams,
    body: pointBody,
    answer,
    permission: 'finding.accept',
    example: `${R}/points`,
  },
  approveDraft: {
    summary: 'Approves a draft as it is now, or says what should change; counts where a rule asks for it from a group in which one is appointed',
    tag: 'datasets',
    params: versionParams,
    body: approvalBody,
    answer,
    permission: 'draft.read',
    example: `${R}/approval`,
  },
  withdrawApproval: {
    summary: 'Takes back what one has said of a draft',
    tag: 'datasets',
    params: versionParams,
    answer,
    permission: 'draft.read',
    example: `${R}/approval`,
  },
  endorseVersion: {
    summary: 'Records what a group decided about a published version: on which day, in which meeting',
    tag: 'datasets',
    params: versionParams,
    body: endorsementBody,
    answer: { status: 201, schema: versionAnswer },
    permission: 'version.publish',
    example: '/api/v1/datasets/cod-ab-sle/versions/v02/endorsements',
  },
  withdrawEndorsement: {
    summary: 'Takes a decision that was recorded by mistake off a version; the audit keeps it',
    tag: 'datasets',
    params: entryParams,
    answer: { status: 200, schema: versionAnswer },
    permission: 'version.publish',
    example: '/api/v1/datasets/cod-ab-sle/versions/v02/endorsements/ENTRY',
  },
});
