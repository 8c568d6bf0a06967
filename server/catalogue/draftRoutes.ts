/** What people do with a draft: metadata (those of a published version too), accepted findings, the exception register of its dataset. */
import { datasetRoutes as routes } from '../contract/datasets/routes.ts';
import type { ExceptionsAnswer } from '../contract/datasets/drafts.ts';
import type { Drafts, RegisteredException } from './drafts.ts';
import { serve, type Served } from '../http/serve.ts';
import { toVersionAnswer } from './versionAnswer.ts';

export function serveDrafts(drafts: Drafts): Served[] {
  return [
    serve(routes.changeMetadata, async ({ params: { id, version }, body, actor, base }) =>
      toVersionAnswer(await drafts.changeMetadata(id, version, body, actor.name), base),
    ),
    serve(routes.correctMetadata, async ({ params: { id, version }, body, actor, base }) =>
      toVersionAnswer(await drafts.correctMetadata(id, version, body, actor.name), base),
    ),
    serve(routes.acceptFindings, async ({ params: { id, version }, body, actor, base }) =>
      toVersionAnswer(await drafts.acceptFindings(id, version, body, actor.name), base),
    ),
    serve(routes.listExceptions, async ({ params: { id } }) => toAnswer(await drafts.listExceptions(id))),
    serve(routes.undoException, async ({ params: { id, exception }, actor }) => toAnswer(await drafts.undoException(id, exception, actor.name))),
  ];
}

function toAnswer(exceptions: RegisteredException[]): ExceptionsAnswer {
  return {
    exceptions: exceptions.map(({ id, code, level, pcodes, detail, reason, by, at, version }) => ({
      id,
      code,
      level,
      pcodes,
      detail,
      reason,
      by,
      at,
      version,
    })),
  };
}
