/** Routes of sheets that are read into the structure; for whoever manages it. */
import type { Request } from 'express';
import type { Scope } from '../../contract/groups/groups.ts';
import { groupRoutes as routes } from '../../contract/groups/routes.ts';
import { reply, serve, type Served } from '../../http/serve.ts';
import { readSheetFile } from '../../sheets/file.ts';
import type { Groups } from '../service.ts';
import { requireRight, type WhoMay } from '../who.ts';
import type { Imports } from './service.ts';

export interface ServeImportsDeps {
  groups: Pick<Groups, 'acting'>;
  imports: Imports;
  whoMay: WhoMay;
}

export function serveImports({ groups, imports, whoMay }: ServeImportsDeps): Served[] {
  async function requireManager(request: Request, scope: Scope): Promise<void> {
    const rights = await whoMay(request, scope);
    requireRight(rights, rights.manage);
  }
  /** Cells hold names and addresses. */
  const personal = <T>(body: T, status?: number) => reply(body, { cache: 'private', ...(status === undefined ? {} : { status }) });

  return [
    serve(routes.listImports, async ({ params: { scope }, request }) => {
      await requireManager(request, scope);
      return personal({ imports: await imports.list(scope) });
    }),
    serve(routes.readImport, async ({ params: { scope }, query: { lang }, request, response, actor }) => {
      await requireManager(request, scope);
      const file = await readSheetFile(request, response);
      return personal(await imports.read(groups.acting(scope, actor.name), file, lang), 201);
    }),
    serve(routes.getImport, async ({ params: { scope, import: id }, query: { lang }, request }) => {
      await requireManager(request, scope);
      return personal(await imports.get(scope, id, lang));
    }),
    serve(routes.answerImport, async ({ params: { scope, import: id }, query: { lang }, body, request }) => {
      await requireManager(request, scope);
      return personal(await imports.say(scope, id, body, lang));
    }),
    serve(routes.applyImport, async ({ params: { scope, import: id }, query: { lang }, body: { withDoubts }, request, actor }) => {
      await requireManager(request, scope);
      return personal(await imports.apply(groups.acting(scope, actor.name), id, withDoubts, lang));
    }),
    serve(routes.dropImport, async ({ params: { scope, import: id }, request }) => {
      await requireManager(request, scope);
      await imports.drop(scope, id);
    }),
  ];
}
