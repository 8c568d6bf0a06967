/** Routes of comments on drafts: whoever may read the draft says something about it. */
import type { Request } from 'express';
import { documentRoutes as routes } from '../contract/documents/routes.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { Lang } from '../contract/languages.ts';
import { requireMember, requireRight } from '../groups/who.ts';
import { reply, serve, type Served } from '../http/serve.ts';
import { toEditionAnswer, type Telling } from './answers.ts';
import { getEdition } from './checks.ts';
import { getComment } from './comments.ts';
import { mayReadDrafts } from './model.ts';
import { accountsOf, createOpen, type OpenDeps } from './open.ts';

export function serveComments(deps: OpenDeps): Served[] {
  const { documents } = deps;
  const opener = createOpen(deps);

  /** By a person and no key: a comment has an author. */
  async function open(request: Request, params: { scope: Scope; document: string; version: string }, lang: Lang) {
    const opened = await opener.open(request, params.scope, lang);
    const member = requireMember(opened.rights);
    const { document, edition } = await opener.findEdition(opened.telling, params.document, params.version);
    requireRight(opened.rights, mayReadDrafts(document, opened.telling.asker));
    return { ...opened, member, document, version: edition.version };
  }
  async function tell(telling: Telling, id: string, version: string, status = 200) {
    const [document] = await documents.read(telling.scope, id);
    return reply(toEditionAnswer(await opener.withNames(telling, accountsOf(document!)), document!, getEdition(document!, version)), {
      cache: 'private',
      status,
    });
  }

  return [
    serve(routes.addDocumentComment, async ({ params, query: { lang }, body, request }) => {
      const { telling, acting, document, version } = await open(request, params, lang);
      await documents.addComment(acting, document.id, version, body);
      return tell(telling, document.id, version, 201);
    }),
    serve(routes.changeDocumentComment, async ({ params, query: { lang }, body: { resolved }, request }) => {
      const { telling, acting, rights, member, document, version } = await open(request, params, lang);
      const { thread } = getComment(document, version, params.entry);
      requireRight(rights, telling.asker.records(document.group) || getComment(document, version, thread).by === member.id);
      await documents.resolveComment(acting, document.id, version, thread, resolved);
      return tell(telling, document.id, version);
    }),
    serve(routes.deleteDocumentComment, async ({ params, query: { lang }, request }) => {
      const { telling, acting, document, version } = await open(request, params, lang);
      await documents.deleteComment(acting, document.id, version, params.entry);
      return tell(telling, document.id, version);
    }),
  ];
}
