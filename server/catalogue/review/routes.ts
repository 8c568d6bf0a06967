/** The review of a draft, and decisions of groups about what was published. */
import type { Request } from 'express';
import type { DatasetId } from '../../contract/ids.ts';
import { reviewRoutes as routes } from '../../contract/datasets/reviewRoutes.ts';
import { serve, type Served } from '../../http/serve.ts';
import { isAllowed, type Actor, type Authorize } from '../../http/request.ts';
import { toVersionAnswer } from '../versionAnswer.ts';
import type { Reviewer, Reviews } from './service.ts';

export function serveReviews(reviews: Reviews, authorize: Authorize): Served[] {
  async function toReviewer(request: Request, { id, name }: Actor, dataset: DatasetId): Promise<Reviewer> {
    const [mayAccept, mayWrite, mayPublish] = await Promise.all(
      (['finding.accept', 'metadata.write', 'version.publish'] as const).map((permission) => isAllowed(authorize, request, permission, dataset)),
    );
    return { id, name, mayAccept: mayAccept!, mayWrite: mayWrite!, mayPublish: mayPublish! };
  }

  return [
    serve(routes.getDraftReview, async ({ params: { id, version }, actor, request }) => reviews.getReview(id, version, await toReviewer(request, actor, id))),

    serve(routes.requestReview, async ({ params: { id, version }, body, actor, request }) => {
      const reviewer = await toReviewer(request, actor, id);
      await reviews.request(id, version, body, reviewer);
      return reviews.getReview(id, version, reviewer);
    }),

    serve(routes.closeReviewRequest, async ({ params: { id, version, entry }, actor, request }) => {
      const reviewer = await toReviewer(request, actor, id);
      await reviews.closeRequest(id, version, entry, reviewer);
      return reviews.getReview(id, version, reviewer);
    }),

    serve(routes.addReviewComment, async ({ params: { id, version }, body, actor, request }) => {
      const reviewer = await toReviewer(request, actor, id);
      await reviews.comment(id, version, body, reviewer);
      return reviews.getReview(id, version, reviewer);
    }),

    serve(routes.changeReviewComment, async ({ params: { id, version, entry }, body, actor, request }) => {
      const reviewer = await toReviewer(request, actor, id);
      await reviews.changeComment(id, version, entry, body, reviewer);
      return reviews.getReview(id, version, reviewer);
    }),

    serve(routes.deleteReviewComment, async ({ params: { id, version, entry }, actor, request }) => {
      const reviewer = await toReviewer(request, actor, id);
      await reviews.deleteComment(id, version, entry, reviewer);
      return reviews.getReview(id, version, reviewer);
    }),

    serve(routes.answerReviewPoint, async ({ params: { id, version }, body, actor, request }) => {
      const reviewer = await toReviewer(request, actor, id);
      await reviews.answerPoint(id, version, body, reviewer);
      return reviews.getReview(id, version, reviewer);
    }),

    serve(routes.approveDraft, async ({ params: { id, version }, body, actor, request }) => {
      const reviewer = await toReviewer(request, actor, id);
      await reviews.approve(id, version, body, reviewer);
      return reviews.getReview(id, version, reviewer);
    }),

    serve(routes.withdrawApproval, async ({ params: { id, version }, actor, request }) => {
      const reviewer = await toReviewer(request, actor, id);
      await reviews.withdrawApproval(id, version, reviewer);
      return reviews.getReview(id, version, reviewer);
    }),

    serve(routes.endorseVersion, async ({ params: { id, version }, body, actor, request, base }) =>
      toVersionAnswer(await reviews.endorse(id, version, body, await toReviewer(request, actor, id)), base),
    ),

    serve(routes.withdrawEndorsement, async ({ params: { id, version, entry }, actor, request, base }) =>
      toVersionAnswer(await reviews.withdrawEndorsement(id, version, entry, await toReviewer(request, actor, id)), base),
    ),
  ];
}
