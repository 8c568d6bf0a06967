/** Contacts over HTTP. Lists and what is done to the entries of others ask who may in each handler; one's own needs a session or a personal link. */
import type { Request, RequestHandler } from 'express';
import { contactRoutes as routes } from '../contract/contacts/routes.ts';
import type { Scope } from '../contract/groups/groups.ts';
import { UnauthorizedError } from '../errors.ts';
import type { Rights, WhoMay } from '../groups/who.ts';
import { toDisposition } from '../http/send.ts';
import { page, reply, serve, type Served } from '../http/serve.ts';
import { hashOf } from '../people/secrets.ts';
import { limitEntries } from '../people/signin/limits.ts';
import { problemText } from '../words/problems.ts';
import type { Own, Owner } from './own.ts';
import type { Contacts } from './service.ts';
import type { ContactStore } from './store.ts';
import { writeOwnCard } from './ownCard.ts';

export interface ServeContactsDeps {
  contacts: Contacts;
  own: Own;
  links: Pick<ContactStore, 'findLinked'>;
  whoMay: WhoMay;
  now: () => Date;
  /** @throws ForbiddenError where a page of another origin sent the request */
  requireOwnPage: (request: Request) => void;
}

const secretOf = (request: Request): string | undefined => /^Entry (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
/** A form or an image of another page sends no such header, so it needs no proof of origin. */
const hasLink = (request: Request): boolean => secretOf(request) !== undefined;

export function serveContacts(deps: ServeContactsDeps): Served[] {
  const { contacts, whoMay } = deps;
  return [
    serve(routes.getContacts, async ({ params: { scope }, query, request, response }) => {
      response.vary('Cookie');
      return contacts.getContacts(await whoMay(request, scope), scope, query, query.for ?? 'page');
    }),
    serve(routes.listContactEvents, async ({ params: { scope }, query: { limit }, request }) => ({
      events: await contacts.listEvents(await whoMay(request, scope), scope, limit),
    })),
    serve(routes.verifyPerson, async ({ params: { scope, person }, request }) => contacts.verifyPerson(scope, await whoMay(request, scope), person)),
    serve(routes.createEntryLink, async ({ params: { scope, person }, request, base }) => {
      const { token, expiresAt } = await contacts.createEntryLink(scope, await whoMay(request, scope), person);
      return { link: `${base}/entry#${token}`, expiresAt };
    }),
    serve(routes.listHiddenEntries, async ({ params: { scope }, request }) => contacts.listHidden(scope, await whoMay(request, scope))),
    serve(routes.lookAtHidden, async ({ params: { scope, person }, body: { reason }, request }) =>
      contacts.lookAtHidden(scope, await whoMay(request, scope), person, reason),
    ),
    ...serveOwn(deps),
  ];
}

function serveOwn({ own, links, whoMay, now, requireOwnPage }: ServeContactsDeps): Served[] {
  /** By the link where one is given, whoever is signed in beside it; null of strangers. @throws UnauthorizedError `contact.link` */
  async function findOwner(request: Request, rights: Rights): Promise<Owner | null> {
    const secret = secretOf(request);
    if (secret === undefined) return rights.member && { by: 'session', account: rights.member.id };
    const linked = await links.findLinked(hashOf(secret), now());
    if (!linked) throw new UnauthorizedError('contact.link', problemText('contact.link'));
    return { by: 'link', ...linked };
  }
  /** @throws UnauthorizedError `auth.required`, `contact.link` */
  async function getOwner(request: Request, scope: Scope): Promise<Owner> {
    const owner = await findOwner(request, await whoMay(request, scope));
    if (!owner) throw new UnauthorizedError('auth.required', problemText('auth.required'));
    return owner;
  }
  const before: RequestHandler[] = [
    limitEntries(hasLink),
    (request, _response, next) => {
      if (request.method !== 'GET' && !hasLink(request)) requireOwnPage(request);
      next();
    },
  ];

  return [
    serve(routes.getOwnEntries, async ({ request }) => own.getEntries(await getOwner(request, 'global' as Scope)), ...before),
    serve(
      routes.changeOwnEntry,
      async ({ params: { scope, person }, body, request }) => own.changeEntry(await getOwner(request, scope), scope, person, body),
      ...before,
    ),
    serve(routes.confirmOwnEntry, async ({ params: { scope, person }, request }) => own.confirm(await getOwner(request, scope), scope, person), ...before),
    serve(
      routes.giveConsent,
      async ({ params: { scope, person }, body, request }) => own.consent(await getOwner(request, scope), scope, person, body),
      ...before,
    ),
    serve(
      routes.restrictOwnEntry,
      async ({ params: { scope, person }, body: { restricted }, request }) => own.restrict(await getOwner(request, scope), scope, person, restricted),
      ...before,
    ),
    serve(routes.deleteOwnEntry, async ({ params: { scope, person }, request }) => own.remove(await getOwner(request, scope), scope, person), ...before),
    serve(
      routes.exportOwnEntry,
      async ({ params: { scope, person, format }, request }) => {
        const entry = await own.getEntry(await getOwner(request, scope), scope, person);
        const headers = { 'Content-Disposition': toDisposition(`entry.${format}`) };
        if (format === 'vcf') return page(writeOwnCard(entry, now().toISOString()), 'text/vcard', { headers });
        return page(JSON.stringify(entry, null, 2), 'application/json', { headers });
      },
      ...before,
    ),
    serve(
      routes.checkIn,
      async ({ params, body: { until }, request }) => {
        const rights = await whoMay(request, params.scope);
        return reply(await own.checkIn(await findOwner(request, rights), rights, params, until), {});
      },
      ...before,
    ),
    serve(
      routes.checkOut,
      async ({ params, body: { reason }, request }) => {
        const rights = await whoMay(request, params.scope);
        return reply(await own.checkOut(await findOwner(request, rights), rights, params, reason), {});
      },
      ...before,
    ),
  ];
}
