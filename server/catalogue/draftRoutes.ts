/** What people do with a draft: metadata, accepted findings, the exception register of its dataset. */
import { Router } from 'express';
import { datasetParams } from '../contract/datasets/api.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { exceptionBody, exceptionParams, exceptionVersionParams, metadataBody, type ExceptionsAnswer } from '../contract/datasets/drafts.ts';
import type { Drafts, RegisteredException } from './drafts.ts';
import { toVersionAnswer } from './routes.ts';
import { parseBody, parseParams, publicUrlOf, type Authorize } from '../http/request.ts';
import { sendJson } from '../http/send.ts';

export interface DraftsRouterDeps {
  drafts: Drafts;
  authorize: Authorize;
  publicUrl: string | null;
}

export function draftsRouter({ drafts, authorize, publicUrl }: DraftsRouterDeps): Router {
  const router = Router();
  const VERSION = '/datasets/:id/versions/:version';

  router.patch(VERSION, async (request, response) => {
    const { id, version } = parseParams(exceptionVersionParams, request);
    const actor = await authorize(request, 'metadata.write', id);
    const done = await drafts.changeMetadata(id, version, parseBody(metadataBody, request), actor.name);
    await sendJson(request, response, toVersionAnswer(done, publicUrlOf(publicUrl, request)), 'never');
  });

  router.post(`${VERSION}/exceptions`, async (request, response) => {
    const { id, version } = parseParams(exceptionVersionParams, request);
    const actor = await authorize(request, 'finding.accept', id);
    const done: DatasetVersion = await drafts.acceptFindings(id, version, parseBody(exceptionBody, request), actor.name);
    await sendJson(request, response, toVersionAnswer(done, publicUrlOf(publicUrl, request)), 'never', 201);
  });

  router.get('/datasets/:id/exceptions', async (request, response) => {
    const { id } = parseParams(datasetParams, request);
    await authorize(request, 'draft.read', id);
    await sendJson(request, response, toAnswer(await drafts.listExceptions(id)), 'never');
  });

  router.delete('/datasets/:id/exceptions/:exception', async (request, response) => {
    const { id, exception } = parseParams(exceptionParams, request);
    const actor = await authorize(request, 'finding.accept', id);
    await sendJson(request, response, toAnswer(await drafts.undoException(id, exception, actor.name)), 'never');
  });

  return router;
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
