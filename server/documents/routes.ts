/** Documents over HTTP: what is read. Whether it may be is asked at each request; what changes: changeRoutes.ts. */
import type { Response } from 'express';
import type { NameCountry } from '../catalogue/countryName.ts';
import { documentRoutes as routes } from '../contract/documents/routes.ts';
import { GLOBAL } from '../contract/groups/groups.ts';
import { NotFoundError } from '../errors.ts';
import type { Groups } from '../groups/service.ts';
import { requireRight, type WhoMay } from '../groups/who.ts';
import { sendObject } from '../http/send.ts';
import { page, reply, SENT, serve, type Served } from '../http/serve.ts';
import type { CheckedObjects } from '../store/objects/checked.ts';
import { problemText } from '../words/problems.ts';
import { titleOf, toldOf, toBodyAnswer, toDocumentAnswer, toDocumentsAnswer, toEditionAnswer, type Telling } from './answers.ts';
import { serveChanges } from './changeRoutes.ts';
import { serveComments } from './commentRoutes.ts';
import { isPublished, type StoredDocument, type StoredEdition } from './model.ts';
import { accountsOf, createOpen, told } from './open.ts';
import { writeOutline } from './outline.ts';
import { FILE_HEADERS, PAGE_HEADERS, writePage } from './page.ts';
import type { Documents } from './service.ts';

export interface ServeDocumentsDeps {
  documents: Documents;
  groups: Pick<Groups, 'read'>;
  whoMay: WhoMay;
  nameCountry: NameCountry;
  /** Bytes that are those of their checksum (decision 0022). */
  objects: Pick<CheckedObjects, 'ensure' | 'stream' | 'read'>;
}

/** Lines of its history that an answer holds. */
const LAST_EVENTS = 200;

export function serveDocuments(deps: ServeDocumentsDeps): Served[] {
  const { documents } = deps;
  const opener = createOpen(deps);
  return [
    serve(routes.listDocuments, async ({ params: { scope }, query: { lang, ...sought }, request, response }) => {
      const { telling } = await opener.open(request, scope, lang);
      const all = await documents.read(scope);
      const named = await opener.withNames(telling, all.flatMap(accountsOf));
      return told(response, telling, toDocumentsAnswer(named, all, sought));
    }),
    serve(routes.getOutline, async ({ params: { scope }, query: { group, lang }, request }) => {
      const { telling, rights } = await opener.open(request, scope, lang);
      requireRight(rights, rights.seePeople);
      const country = scope === GLOBAL ? null : await deps.nameCountry(scope, telling.lang);
      return page(writeOutline(country, telling.structure, group, lang, documents.today()), 'text/markdown', { cache: 'private' });
    }),
    serve(routes.previewDocument, async ({ params: { scope }, query: { lang }, body: { text, language }, request, actor }) => {
      const { rights, telling } = await opener.open(request, scope, lang, actor);
      requireRight(
        rights,
        telling.structure.groups.some(({ id }) => telling.asker.records(id)),
      );
      const file = await documents.preview(text);
      const { format, html, headings } = file;
      return reply({ format, language, html, text, headings, told: toldOf({ file }, lang) }, { cache: 'private' });
    }),
    serve(routes.getDocument, async ({ params: { scope, document: id }, query: { lang }, request, response }) => {
      const { telling } = await opener.open(request, scope, lang);
      await opener.find(telling, id);
      const all = await documents.read(scope);
      const document = all.find((each) => each.id === id)!;
      const history = telling.asker.member ? await documents.listEvents(scope, id, LAST_EVENTS) : [];
      const named = await opener.withNames(telling, [...accountsOf(document), ...history.map(({ by }) => by)]);
      const classifications = await documents.listClassifications(document);
      return told(response, telling, toDocumentAnswer(named, document, all, { history, classifications }));
    }),
    serve(routes.getEdition, async ({ params: { scope, document: id, version }, query: { lang }, request, response }) => {
      const { telling } = await opener.open(request, scope, lang);
      const { document, edition } = await opener.findEdition(telling, id, version);
      return told(response, telling, toEditionAnswer(await opener.withNames(telling, accountsOf(document)), document, edition));
    }),
    ...serveFiles(deps),
    ...serveChanges(deps),
    ...serveComments(deps),
  ];
}

/** Published and for everybody: kept, and asked for each time, since it may be closed tomorrow. All else is for one person. */
const cacheOf = ({ audience }: StoredDocument, edition: StoredEdition, { asker }: Telling) =>
  audience === 'public' && isPublished(edition) && !asker.member ? ({ cache: 'revalidate' } as const) : ({ cache: 'private' } as const);

const vary = (response: Response) => {
  response.vary('Cookie');
  response.vary('Authorization');
};

function serveFiles(deps: ServeDocumentsDeps): Served[] {
  const { objects } = deps;
  const opener = createOpen(deps);
  const readText = async (object: { key: string } | null) => (object === null ? null : new TextDecoder().decode(await objects.read(object.key)));
  return [
    serve(routes.getEditionBody, async ({ params: { scope, document: id, version }, query: { lang }, request, response }) => {
      const { telling } = await opener.open(request, scope, lang);
      const { document, edition } = await opener.findEdition(telling, id, version);
      const { format, object, view } = edition.file;
      vary(response);
      const text = format === 'markdown' ? await readText(object) : null;
      return reply(toBodyAnswer(document, edition, await readText(view), text, lang), cacheOf(document, edition, telling));
    }),
    serve(routes.showEdition, async ({ params: { scope, document: id, version }, query: { lang }, request, response }) => {
      const { telling } = await opener.open(request, scope, lang);
      const { document, edition } = await opener.findEdition(telling, id, version);
      const html = await readText(edition.file.view);
      if (html === null) throw new NotFoundError('document.no-view', problemText('document.no-view'));
      vary(response);
      const written = writePage({ title: `${titleOf(telling, document)} (${edition.version})`, language: document.language, html });
      return page(written, 'text/html', { ...cacheOf(document, edition, telling), headers: { ...PAGE_HEADERS } });
    }),
    serve(routes.getEditionFile, async ({ params: { scope, document: id, version }, request, response }) => {
      const { telling } = await opener.open(request, scope, 'en');
      const { document, edition } = await opener.findEdition(telling, id, version);
      const { name, media, object } = edition.file;
      vary(response);
      for (const [header, value] of Object.entries(FILE_HEADERS)) response.setHeader(header, value);
      const artifact = { kind: 'source', file: name, mediaType: media, ...object } as const;
      await sendObject(request, response, objects, artifact, cacheOf(document, edition, telling).cache);
      return SENT;
    }),
  ];
}
