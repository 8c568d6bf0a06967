/** Routes that change documents and their versions, for whoever keeps the records of the group; endorsements for whoever keeps those of the endorsing one. */
import type { Request, Response } from 'express';
import { newDocumentForm, draftForm, replaceForm } from '../contract/documents/documents.ts';
import { documentRoutes as routes } from '../contract/documents/routes.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { Lang } from '../contract/languages.ts';
import { getGroup, getOpenGroup } from '../groups/checks.ts';
import { requireRight } from '../groups/who.ts';
import { reply, serve, type Served } from '../http/serve.ts';
import { toDocumentAnswer, toEditionAnswer, toGroupName, type Telling } from './answers.ts';
import { checkAudience, checkBasis, checkDraft, checkNoOpen, getEdition } from './checks.ts';
import { readForm, toFile, type SentFile } from './form.ts';
import { openOf } from './model.ts';
import { accountsOf, createOpen, type OpenDeps, type Opened } from './open.ts';

type Version = { scope: Scope; document: string; version: string };

export function serveChanges(deps: OpenDeps): Served[] {
  const { documents } = deps;
  const opener = createOpen(deps);
  const tellEdition = createTellEdition(deps);
  return [
    serve(routes.createDocument, async ({ params: { scope }, query: { lang }, body, request, response, actor }) => {
      const opened = await opener.open(request, scope, lang, actor);
      const { fields, file } = body ? { fields: body, file: toFile(body.text, body.title) } : await readForm(request, response, newDocumentForm);
      requireRight(opened.rights, opened.telling.asker.records(fields.group));
      checkAudience(getOpenGroup(opened.telling.structure, fields.group), fields.audience);
      const id = await documents.create(opened.acting, fields, await documents.storeFile(scope, file.name, file.bytes));
      return tellEdition(opened.telling, id, 'v1', 201);
    }),
    serve(routes.changeDocument, async ({ params: { scope, document: id }, query: { lang }, body, request, actor }) => {
      const opened = await opener.open(request, scope, lang, actor);
      const { group } = await opener.findToRecord(opened, id);
      if (body.audience) checkAudience(getGroup(opened.telling.structure, group), body.audience);
      await documents.change(opened.acting, id, body);
      const all = await documents.read(scope);
      const document = all.find((each) => each.id === id)!;
      const history = await documents.listEvents(scope, id, 200);
      const named = await opener.withNames(opened.telling, [...accountsOf(document), ...history.map(({ by }) => by)]);
      const classifications = await documents.listClassifications(document);
      return reply(toDocumentAnswer(named, document, all, { history, classifications }), { cache: 'private' });
    }),
    serve(routes.deleteDocument, async ({ params: { scope, document: id }, request, actor }) => {
      const opened = await opener.open(request, scope, 'en', actor);
      await opener.findToRecord(opened, id);
      await documents.remove(opened.acting, id);
    }),
    serve(routes.draftDocument, async ({ params: { scope, document: id }, query: { lang }, body, request, response, actor }) => {
      const opened = await opener.open(request, scope, lang, actor);
      const document = await opener.findToRecord(opened, id);
      // Before its file is read, and again when it is stored.
      checkNoOpen(openOf(document));
      const { fields, file } = body ? { fields: body, file: toFile(body.text, document.title) } : await readForm(request, response, draftForm);
      const version = await documents.draft(opened.acting, id, await documents.storeFile(scope, file.name, file.bytes), fields);
      return tellEdition(opened.telling, id, version, 201);
    }),
    ...serveDrafts(deps),
    ...serveDecisions(deps),
  ];
}

/** The version as it is now. */
function createTellEdition(deps: OpenDeps) {
  const opener = createOpen(deps);
  return async (telling: Telling, id: string, version: string, status = 200) => {
    const [document] = await deps.documents.read(telling.scope, id);
    const named = await opener.withNames(telling, accountsOf(document!));
    return reply(toEditionAnswer(named, document!, getEdition(document!, version)), { cache: 'private', status });
  };
}

/** Opened by whoever keeps the records of the group of the document. */
function createOpenToRecord(deps: OpenDeps) {
  const opener = createOpen(deps);
  return async (request: Request, { scope, document: id, version }: Version, lang: Lang, actor: { id: string }) => {
    const opened = await opener.open(request, scope, lang, actor);
    const document = await opener.findToRecord(opened, id);
    return { ...opened, document, edition: getEdition(document, version) };
  };
}

function serveDrafts(deps: OpenDeps): Served[] {
  const { documents } = deps;
  const open = createOpenToRecord(deps);
  const tellEdition = createTellEdition(deps);
  const readReplacement = async (
    request: Request,
    response: Response,
  ): Promise<{ file: SentFile; note?: string | null | undefined; basis?: string | undefined }> => {
    const { fields, file } = await readForm(request, response, replaceForm);
    return { ...fields, file };
  };
  return [
    serve(routes.replaceEdition, async ({ params, query: { lang }, body, request, response, actor }) => {
      const { telling, acting, document, edition } = await open(request, params, lang, actor);
      checkDraft(edition);
      const given = body ? { ...body, file: toFile(body.text, document.title) } : await readReplacement(request, response);
      checkBasis(edition, given.basis);
      const file = await documents.storeFile(params.scope, given.file.name, given.file.bytes);
      await documents.replace(acting, document.id, edition.version, file, given);
      return tellEdition(telling, document.id, edition.version);
    }),
    serve(routes.discardEdition, async ({ params, request, actor }) => {
      const { acting, document, edition } = await open(request, params, 'en', actor);
      await documents.discard(acting, document.id, edition.version);
    }),
    serve(routes.reviewEdition, async ({ params, query: { lang }, body: { basis }, request, actor }) => {
      const { telling, acting, document, edition } = await open(request, params, lang, actor);
      await documents.review(acting, document.id, edition.version, basis);
      return tellEdition(telling, document.id, edition.version);
    }),
    serve(routes.reopenEdition, async ({ params, query: { lang }, request, actor }) => {
      const { telling, acting, document, edition } = await open(request, params, lang, actor);
      await documents.reopen(acting, document.id, edition.version);
      return tellEdition(telling, document.id, edition.version);
    }),
  ];
}

function serveDecisions(deps: OpenDeps): Served[] {
  const { documents } = deps;
  const opener = createOpen(deps);
  const open = createOpenToRecord(deps);
  const tellEdition = createTellEdition(deps);
  /** By whoever keeps the records of the group that endorses, who may read the document. */
  const requireEndorsing = ({ rights, telling }: Opened, group: string) => requireRight(rights, telling.asker.records(group));
  return [
    serve(routes.approveEdition, async ({ params, query: { lang }, body, request, actor }) => {
      const { telling, acting, document, edition } = await open(request, params, lang, actor);
      await documents.approve(acting, document.id, edition.version, body);
      return tellEdition(telling, document.id, edition.version);
    }),
    serve(routes.withdrawEdition, async ({ params, query: { lang }, body: { reason }, request, actor }) => {
      const { telling, acting, document, edition } = await open(request, params, lang, actor);
      await documents.withdraw(acting, document.id, edition.version, reason);
      return tellEdition(telling, document.id, edition.version);
    }),
    serve(routes.endorseEdition, async ({ params: { scope, document: id, version }, query: { lang }, body, request, actor }) => {
      const opened = await opener.open(request, scope, lang, actor);
      const { edition } = await opener.findEdition(opened.telling, id, version);
      requireEndorsing(opened, body.group);
      const group = getOpenGroup(opened.telling.structure, body.group);
      await documents.endorse(opened.acting, id, edition.version, toGroupName(group), body);
      return tellEdition(opened.telling, id, edition.version, 201);
    }),
    serve(routes.unendorseEdition, async ({ params: { scope, document: id, version, entry }, query: { lang }, request, actor }) => {
      const opened = await opener.open(request, scope, lang, actor);
      const { edition } = await opener.findEdition(opened.telling, id, version);
      requireEndorsing(opened, edition.endorsements.find((each) => each.id === entry)?.group.id ?? '');
      await documents.unendorse(opened.acting, id, edition.version, entry);
      return tellEdition(opened.telling, id, edition.version);
    }),
  ];
}
