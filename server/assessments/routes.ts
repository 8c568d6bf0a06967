/** The registry of assessments over HTTP. Who may keep a record is asked in each handler, of its groups. */
import type { Request, RequestHandler, Response } from 'express';
import { saidColumns, assessmentRoutes as routes } from '../contract/assessments/routes.ts';
import type { Scope } from '../contract/groups/groups.ts';
import { InputError } from '../errors.ts';
import type { Groups } from '../groups/service.ts';
import { NO_RIGHTS, requireMember, requireRight, type WhoMay } from '../groups/who.ts';
import { sendObject, toDisposition } from '../http/send.ts';
import { page, reply, SENT, serve, type Served } from '../http/serve.ts';
import { limitEntries } from '../people/signin/limits.ts';
import { readSheetFile } from '../sheets/file.ts';
import { problemText } from '../words/problems.ts';
import { readKeptFile } from './kept/form.ts';
import type { CheckedObjects } from '../store/objects/checked.ts';
import { isMember, keepsAll, keptGroups, type Asker } from './seen.ts';
import type { Assessments } from './service.ts';

export interface ServeAssessmentsDeps {
  assessments: Assessments;
  groups: Pick<Groups, 'acting'>;
  whoMay: WhoMay;
  now: () => Date;
  /** Bytes that are those of their checksum. */
  objects: Pick<CheckedObjects, 'ensure' | 'stream'>;
  /** @throws ForbiddenError where a page of another origin sent the request */
  requireOwnPage: RequestHandler;
}

const personal = <T>(body: T, status = 200) => reply(body, { cache: 'private', status });
const secretOf = (request: Request): string | undefined => /^Entry (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
const nameOf = (scope: Scope, ext: string) => ({ headers: { 'Content-Disposition': toDisposition(`${scope.toLowerCase()}_assessments.${ext}`) } });
const vary = (response: Response) => {
  response.vary('Cookie');
  response.vary('Authorization');
};
/** What is for members no cache may hold. */
const isPersonal = (asker: Asker): boolean => isMember(asker) || asker.rights.member !== null;

type Opened = (request: Request, scope: Scope) => Promise<Asker>;
interface Parts extends ServeAssessmentsDeps {
  open: Opened;
  told: <T>(response: Response, asker: Asker, body: T) => ReturnType<typeof reply<T>>;
  allowed: (asker: Asker) => (may: boolean) => void;
}

/** All routes of the registry, none of which tells more than `seen.ts` allows. */
export function serveAssessments(deps: ServeAssessmentsDeps): Served[] {
  const { assessments, whoMay } = deps;
  const open: Opened = async (request, scope) => ({ structure: await assessments.readStructure(scope), rights: await whoMay(request, scope) });
  const told: Parts['told'] = (response, asker, body) => {
    vary(response);
    return isPersonal(asker) ? personal(body) : reply(body, {});
  };
  // The rights of who asks hold whatever is asked of them.
  const allowed: Parts['allowed'] = (asker) => (may) => requireRight(asker.rights as Parameters<typeof requireRight>[0], may);
  const parts = { ...deps, open, told, allowed };
  // Addresses with a word of their own before those with an id in the same place.
  return [...serveCoverage(parts), ...serveEntry(parts), ...serveRecords(parts), ...serveKept(parts), ...serveFiles(parts)];
}

function serveRecords({ assessments: { answers, changes }, groups, open, told, allowed, requireOwnPage }: Parts): Served[] {
  return [
    serve(routes.listAssessments, async ({ params: { scope }, query, request, response }) => {
      const asker = await open(request, scope);
      return told(response, asker, await answers.list(scope, asker, query, query.lang));
    }),
    serve(routes.getAssessment, async ({ params: { scope, assessment }, query: { lang }, request, response }) => {
      const asker = await open(request, scope);
      return told(response, asker, await answers.get(scope, asker, assessment, lang));
    }),
    serve(
      routes.changeAssessment,
      async ({ params: { scope, assessment }, query: { lang }, body, request }) => {
        const asker = await open(request, scope);
        await changes.change(groups.acting(scope, requireMember(asker.rights as never).name), asker, assessment, body, allowed(asker));
        return personal(await answers.get(scope, asker, assessment, lang));
      },
      requireOwnPage,
    ),
    serve(routes.confirmAssessment, async ({ params: { scope, assessment }, query: { lang }, request, actor }) => {
      const asker = await open(request, scope);
      await changes.confirm(groups.acting(scope, actor.name), asker, assessment, allowed(asker));
      return personal(await answers.get(scope, asker, assessment, lang));
    }),
    serve(routes.answerAssessment, async ({ params: { scope, assessment }, query: { lang }, body: { question, answer }, request, actor }) => {
      const asker = await open(request, scope);
      await changes.answer(groups.acting(scope, actor.name), asker, assessment, question, answer, allowed(asker));
      return personal(await answers.get(scope, asker, assessment, lang));
    }),
    serve(routes.deleteAssessment, async ({ params: { scope, assessment }, request, actor }) => {
      const asker = await open(request, scope);
      await changes.remove(groups.acting(scope, actor.name), asker, assessment, allowed(asker));
    }),
    serve(routes.decideAssessmentPair, async ({ params: { scope }, body, request, actor }) => {
      const asker = await open(request, scope);
      return personal(await changes.decide(groups.acting(scope, actor.name), asker, body, allowed(asker)));
    }),
  ];
}

/** If a browser showed one in spite of its disposition, nothing in it would run. */
const FILE_HEADERS = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox", 'X-Content-Type-Options': 'nosniff' } as const;

function serveKept({ assessments: { answers, files }, groups, objects, open, allowed, requireOwnPage }: Parts): Served[] {
  return [
    serve(
      routes.keepAssessmentFile,
      async ({ params: { scope, assessment }, query: { lang, artifact }, request, response }) => {
        const asker = await open(request, scope);
        const acting = groups.acting(scope, requireMember(asker.rights as never).name);
        await files.keep(acting, asker, assessment, artifact, await readKeptFile(request, response), allowed(asker));
        return personal(await answers.get(scope, asker, assessment, lang), 201);
      },
      requireOwnPage,
    ),
    serve(routes.getAssessmentFile, async ({ params: { scope, assessment, file }, request, response }) => {
      const asker = await open(request, scope);
      const { name, media, ...object } = await files.open(scope, asker, assessment, file);
      vary(response);
      for (const [header, value] of Object.entries(FILE_HEADERS)) response.setHeader(header, value);
      await sendObject(request, response, objects, { kind: 'source', file: name, mediaType: media, ...object }, isPersonal(asker) ? 'private' : 'minute');
      return SENT;
    }),
    serve(
      routes.dropAssessmentFile,
      async ({ params: { scope, assessment, file }, request }) => {
        const asker = await open(request, scope);
        await files.drop(groups.acting(scope, requireMember(asker.rights as never).name), asker, assessment, file, allowed(asker));
      },
      requireOwnPage,
    ),
  ];
}

function serveEntry({ assessments, groups, open, allowed, requireOwnPage }: Parts): Served[] {
  const { answers, changes, importing } = assessments;
  /** Whoever is signed in beside a link enters as a stranger: what comes through it is looked at by others. */
  const openStranger = async (scope: Scope): Promise<Asker> => ({ structure: await assessments.readStructure(scope), rights: NO_RIGHTS });
  /** Those who keep records of some group at least. */
  const openKeeper = async (request: Request, scope: Scope): Promise<Asker> => {
    const asker = await open(request, scope);
    allowed(asker)(keepsAll(asker) || keptGroups(asker).length > 0);
    return asker;
  };
  return [
    serve(
      routes.createAssessment,
      async ({ params: { scope }, query: { lang }, body, request }) => {
        const asker = await open(request, scope);
        const { id: account, name } = requireMember(asker.rights as never);
        const id = await changes.enter(groups.acting(scope, name), asker, body, { entered: 'account', account, link: null });
        return personal(await answers.entered(scope, asker, id, lang), 201);
      },
      requireOwnPage,
    ),
    serve(
      routes.submitAssessment,
      async ({ params: { scope }, query: { lang }, body, request }) => {
        const link = await assessments.openLink(scope, secretOf(request));
        const asker = await openStranger(scope);
        const id = await changes.enter(groups.acting(scope, null), asker, body, { entered: 'link', account: null, link });
        return personal(await answers.entered(scope, asker, id, lang), 201);
      },
      limitEntries((request) => secretOf(request) !== undefined),
    ),
    serve(
      routes.checkAssessment,
      async ({ params: { scope }, query: { lang, of }, body, request }) => {
        const isByLink = secretOf(request) !== undefined;
        if (isByLink) await assessments.findLink(scope, secretOf(request));
        const asker = isByLink ? await openStranger(scope) : await open(request, scope);
        if (!isByLink) requireMember(asker.rights as never);
        const before = of === undefined ? null : (await answers.get(scope, asker, of, lang)).assessment;
        return personal(await answers.check(scope, asker, await changes.read(scope, body, before), of ?? null, lang));
      },
      requireOwnPage,
    ),
    serve(routes.listAssessmentLinks, async ({ params: { scope }, request }) => {
      await openKeeper(request, scope);
      const links = (await assessments.listLinks(scope)).map(({ id, label, created_at, created_by, expires_at, revoked_at, used }) => ({ id, label, createdAt: created_at, createdBy: created_by, expiresAt: expires_at, revokedAt: revoked_at, used })); // prettier-ignore
      return personal({ links });
    }),
    serve(routes.createAssessmentLink, async ({ params: { scope }, body, request, actor, base }) => {
      await openKeeper(request, scope);
      const { id, secret, expiresAt } = await assessments.createLink(groups.acting(scope, actor.name), body);
      return personal({ id, link: `${base}/c/${scope.toLowerCase()}/assessments#${secret}`, expiresAt }, 201);
    }),
    serve(routes.revokeAssessmentLink, async ({ params: { scope, link }, request, actor }) => {
      await openKeeper(request, scope);
      await assessments.revokeLink(groups.acting(scope, actor.name), link);
    }),
    serve(routes.listAssessmentImports, async ({ params: { scope }, request }) => {
      await openKeeper(request, scope);
      return personal({ imports: await importing.list(scope) });
    }),
    serve(routes.importAssessments, async ({ params: { scope }, query: { lang, columns, preview }, request, response, actor }) => {
      const asker = await openKeeper(request, scope);
      const said = readSaid(columns);
      const file = await readSheetFile(request, response);
      const account = asker.rights.member?.id ?? null;
      // Records of a file belong to the groups of whoever reads it, unless that one keeps those of all.
      const own = keepsAll(asker) ? [] : keptGroups(asker);
      return personal(
        await importing.read(groups.acting(scope, actor.name), { file, said, lang, account, confirm: false, groups: own, preview: preview !== undefined }),
        201,
      );
    }),
  ];
}

function readSaid(text: string | undefined) {
  if (text === undefined) return [];
  try {
    const parsed = saidColumns.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Told below.
  }
  throw new InputError('assessments.json', problemText('assessments.json'));
}

function serveCoverage({ assessments: { answers }, open, told }: Parts): Served[] {
  return [
    serve(routes.getAssessmentCoverage, async ({ params: { scope }, query, request, response }) => {
      const asker = await open(request, scope);
      return told(response, asker, await answers.coverage(scope, asker, query));
    }),
    serve(routes.getAssessmentMatrix, async ({ params: { scope }, query, request, response }) => {
      const asker = await open(request, scope);
      return told(response, asker, await answers.matrix(scope, asker, query));
    }),
    serve(routes.getAssessmentGaps, async ({ params: { scope }, query, request, response }) => {
      const asker = await open(request, scope);
      return told(response, asker, await answers.gaps(scope, asker, query));
    }),
  ];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function serveFiles({ assessments: { news }, open, now }: Parts): Served[] {
  const how = (asker: Asker, scope: Scope, ext: string) => ({ ...nameOf(scope, ext), ...(isPersonal(asker) ? ({ cache: 'private' } as const) : {}) });
  const opened = async (request: Request, response: Response, scope: Scope) => {
    vary(response);
    return open(request, scope);
  };
  return [
    serve(routes.getAssessmentsCsv, async ({ params: { scope }, query, request, response }) => {
      const asker = await opened(request, response, scope);
      return page(await news.csv(scope, asker, query, query.lang), 'text/csv', how(asker, scope, 'csv'));
    }),
    serve(routes.getAssessmentsXlsx, async ({ params: { scope }, query, request, response }) => {
      const asker = await opened(request, response, scope);
      return page(await news.xlsx(scope, asker, query, query.lang), XLSX, how(asker, scope, 'xlsx'));
    }),
    serve(routes.getAssessmentsJson, async ({ params: { scope }, query, request, response }) => {
      const asker = await opened(request, response, scope);
      return page(await news.json(scope, asker, query, query.lang), 'application/json', how(asker, scope, 'json'));
    }),
    serve(routes.getAssessmentsHxl, async ({ params: { scope }, query, request, response }) => {
      const asker = await opened(request, response, scope);
      return page(await news.hxl(scope, asker, query, query.lang), 'text/csv', how(asker, scope, 'hxl.csv'));
    }),
    serve(routes.getAssessmentsGeojson, async ({ params: { scope }, query, request, response }) => {
      const asker = await opened(request, response, scope);
      return page(await news.geojson(scope, asker, query), 'application/geo+json', how(asker, scope, 'geojson'));
    }),
    serve(routes.getAssessmentsCalendar, async ({ params: { scope }, query, base }) =>
      page(await news.calendar(scope, query, query.lang, base), 'text/calendar', nameOf(scope, 'ics')),
    ),
    serve(routes.getAssessmentsFeed, async ({ params: { scope }, query, base }) =>
      page(await news.feed(scope, query, query.lang, base, now()), 'application/atom+xml', {}),
    ),
    serve(routes.getAssessmentForm, async ({ params: { scope }, query: { level, lang } }) =>
      page(await news.form(scope, level, lang), XLSX, { headers: { 'Content-Disposition': toDisposition(`${scope.toLowerCase()}_assessment_form.xlsx`) } }),
    ),
  ];
}
