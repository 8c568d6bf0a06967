/** The working group over HTTP. Who may is asked in each handler, by the one function of `who.ts`. */
import type { Request, RequestHandler, Response } from 'express';
import type { Gap, HeldRole, Scope } from '../contract/groups/groups.ts';
import { groupRoutes as routes } from '../contract/groups/routes.ts';
import type { Lang } from '../contract/languages.ts';
import { toDisposition } from '../http/send.ts';
import { page, reply, serve, type Served } from '../http/serve.ts';
import { toGroupAnswer, toStructureAnswer } from './answers.ts';
import { unknownGroup } from './checks.ts';
import { writeStructureCsv } from './files/csv.ts';
import { writeStructureJsonld } from './files/jsonld.ts';
import type { Acting } from './deps.ts';
import type { Groups } from './service.ts';
import { publicPart, type Structure } from './structure.ts';
import { requireMember, requireRight, type Rights, type WhoMay } from './who.ts';

export interface ServeGroupsDeps {
  groups: Groups;
  whoMay: WhoMay;
  /** What other rooms miss in a structure, as the one who asks may know it (docs/documents.md). */
  moreGaps: (scope: Scope, asked: { structure: Structure; rights: Rights; lang: Lang }) => Promise<Gap[]>;
  /** @throws ForbiddenError where a page of another origin sent the request */
  requireOwnPage: RequestHandler;
}

interface Opened {
  structure: Structure;
  rights: Rights;
  acting: Acting;
}

/** Changes of one group that the last lines of its page show. */
const LAST_EVENTS = 50;

export function serveGroups({ groups, whoMay, moreGaps, requireOwnPage }: ServeGroupsDeps): Served[] {
  /** @param actor as it is recorded; the account where the route asks for no permission */
  async function open(request: Request, scope: Scope, actor: { name: string } | null = null): Promise<Opened> {
    const structure = await groups.read(scope);
    const rights = await whoMay(request, scope);
    return { structure, rights, acting: groups.acting(scope, actor?.name ?? rights.member?.name ?? null) };
  }
  /** The answer depends on who asks; where it names anybody, no cache may hold it. */
  const told = <T extends { roles: HeldRole[] }>(response: Response, { member, seePeople }: Rights, body: T) => {
    response.vary('Cookie');
    response.vary('Authorization');
    return member || seePeople || body.roles.some(({ person }) => person !== undefined) ? reply(body, { cache: 'private' }) : reply(body, {});
  };
  const personal = <T>(body: T) => reply(body, { cache: 'private' });
  const created = <T>(body: T) => reply(body, { cache: 'private', status: 201 });

  return [
    ...serveFiles(groups),
    serve(routes.getStructure, async ({ params: { scope }, query: { lang }, request, response }) => {
      const { structure, rights } = await open(request, scope);
      const more = await moreGaps(scope, { structure, rights, lang });
      return told(response, rights, toStructureAnswer(scope, structure, rights, groups.look(structure, rights), groups.today(), lang, more));
    }),
    serve(routes.getGroup, async ({ params: { scope, group }, query: { lang }, request, response }) => {
      const { structure, rights } = await open(request, scope);
      const sight = groups.look(structure, rights);
      const history = rights.seePeople ? await groups.listEvents(scope, structure, sight, LAST_EVENTS, group) : [];
      const claims = structure.persons.flatMap(({ claimedBy }) => (claimedBy === null ? [] : [claimedBy]));
      const accounts = rights.may('approve', group) ? await groups.readAccounts(claims) : new Map<string, never>();
      const gaps = await moreGaps(scope, { structure, rights, lang });
      const answer = toGroupAnswer(structure, group, rights, sight, groups.today(), lang, { history, accounts, gaps });
      if (!answer) throw unknownGroup(group);
      return told(response, rights, answer);
    }),

    serve(routes.createGroup, async ({ params: { scope }, body, request, actor }) => {
      const { structure, rights, acting } = await open(request, scope, actor);
      requireRight(rights, rights.manage || (body.parent !== null && rights.may('create', body.parent)));
      requireRight(rights, !rights.gains([...structure.groups, { ...body, status: 'active' }]));
      return created(await groups.createGroup(acting, body));
    }),
    serve(routes.changeGroup, async ({ params: { scope, group }, body, request, actor }) => {
      const { structure, rights, acting } = await open(request, scope, actor);
      requireRight(rights, mayChange(rights, structure, group, body));
      requireRight(rights, !rights.gains(structure.groups.map((each) => (each.id === group ? { ...each, ...body } : each))));
      return personal(await groups.changeGroup(acting, group, body));
    }),
    serve(routes.closeGroup, async ({ params: { scope, group }, body, request, actor }) => {
      const { rights, acting } = await open(request, scope, actor);
      requireRight(rights, rights.may('close', group));
      return personal(await groups.closeGroup(acting, group, body));
    }),
    serve(routes.deleteGroup, async ({ params: { scope, group }, request, actor }) => {
      const { rights, acting } = await open(request, scope, actor);
      requireRight(rights, rights.may('close', group));
      await groups.deleteGroup(acting, group);
    }),

    serve(routes.addSeat, async ({ params: { scope, group }, body, request, actor }) => {
      const { rights, acting } = await open(request, scope, actor);
      requireRight(rights, rights.may('edit', group));
      return created(await groups.addSeat(acting, group, body));
    }),
    serve(routes.changeSeat, async ({ params: { scope, group, seat }, body, request, actor }) => {
      const { rights, acting } = await open(request, scope, actor);
      requireRight(rights, rights.may('edit', group));
      return personal(await groups.changeSeat(acting, group, seat, body));
    }),
    serve(routes.deleteSeat, async ({ params: { scope, group, seat }, request, actor }) => {
      const { rights, acting } = await open(request, scope, actor);
      requireRight(rights, rights.may('edit', group));
      await groups.deleteSeat(acting, group, seat);
    }),

    ...servePersons(groups, open, personal, created, requireOwnPage),
    ...serveAppointments(groups, open, personal, created, requireOwnPage),
  ];
}

/** Moving a group to another place, and what it owns and who signs off for it, is for whoever may make and close it; its own fields are for those who may edit it. */
function mayChange(rights: Rights, structure: Structure, group: string, change: Record<string, unknown>): boolean {
  if (rights.manage) return true;
  const above = ['parent', 'reportsTo', 'owns', 'signoff', 'status'].some((field) => change[field] !== undefined);
  const parent = typeof change['parent'] === 'string' ? change['parent'] : null;
  if (parent !== null && structure.groups.find(({ id }) => id === group)?.parent !== parent && !rights.may('create', parent)) return false;
  return above ? rights.may('close', group) : rights.may('edit', group);
}

/** Without persons, whoever asks: what is downloaded is handed on. */
function serveFiles(groups: Groups): Served[] {
  const fileOf = async (scope: Scope) => ({ structure: publicPart(await groups.read(scope)), stem: `${scope.toLowerCase()}_groups` });
  return [
    serve(routes.getStructureCsv, async ({ params: { scope }, query: { on = groups.today(), lang } }) => {
      const { structure, stem } = await fileOf(scope);
      return page(writeStructureCsv(structure, on, lang), 'text/csv', { headers: { 'Content-Disposition': toDisposition(`${stem}.csv`) } });
    }),
    serve(routes.getStructureJsonld, async ({ params: { scope }, base }) => {
      const { structure, stem } = await fileOf(scope);
      const text = writeStructureJsonld(scope, structure, base, groups.today());
      return page(text, 'application/ld+json', { headers: { 'Content-Disposition': toDisposition(`${stem}.jsonld`) } });
    }),
  ];
}

type Open = (request: Request, scope: Scope, actor?: { name: string } | null) => Promise<Opened>;
type Kept = <T>(body: T) => ReturnType<typeof reply<T>>;

function servePersons(groups: Groups, open: Open, personal: Kept, created: Kept, requireOwnPage: RequestHandler): Served[] {
  return [
    serve(routes.getStructureHistory, async ({ params: { scope }, query: { limit }, request }) => {
      const { structure, rights } = await open(request, scope);
      requireRight(rights, rights.seePeople);
      return personal({ events: await groups.listEvents(scope, structure, groups.look(structure, rights), limit) });
    }),
    serve(routes.listRegistry, async ({ params: { scope }, request }) => {
      const { rights } = await open(request, scope);
      requireRight(rights, rights.seePeople);
      return groups.listOrganisations(scope);
    }),
    serve(routes.createOrganisation, async ({ params: { scope }, body, request, actor }) => {
      const { rights, acting } = await open(request, scope, actor);
      requireRight(rights, rights.manage);
      return created(await groups.createOrganisation(acting, body));
    }),
    serve(routes.changeOrganisation, async ({ params: { scope, organisation }, body, request, actor }) => {
      const { rights, acting } = await open(request, scope, actor);
      requireRight(rights, rights.manage);
      return personal(await groups.changeOrganisation(acting, organisation, body));
    }),
    serve(routes.deleteOrganisation, async ({ params: { scope, organisation }, request, actor }) => {
      const { rights, acting } = await open(request, scope, actor);
      requireRight(rights, rights.manage);
      await groups.deleteOrganisation(acting, organisation);
    }),

    serve(routes.listPersons, async ({ params: { scope }, request }) => {
      const { structure, rights } = await open(request, scope);
      requireRight(rights, rights.seePeople);
      return personal(await groups.listPersons(structure, rights));
    }),
    serve(routes.createPerson, async ({ params: { scope }, body, request, actor }) => {
      const { structure, rights, acting } = await open(request, scope, actor);
      requireRight(rights, rights.manage || structure.groups.some(({ id }) => rights.may('approve', id)));
      return created(await groups.createPerson(acting, rights, body));
    }),
    serve(routes.changePerson, async ({ params: { scope, person }, body, request, actor }) => {
      const { rights, acting } = await open(request, scope, actor);
      return personal(await groups.changePerson(acting, person, rights, body));
    }),
    serve(routes.deletePerson, async ({ params: { scope, person }, request, actor }) => {
      const { rights, acting } = await open(request, scope, actor);
      await groups.deletePerson(acting, person, rights);
    }),
    serve(
      routes.claimPerson,
      async ({ params: { scope, person }, request }) => {
        const { rights, acting } = await open(request, scope);
        return personal({ state: await groups.claimPerson(acting, person, requireMember(rights)) });
      },
      requireOwnPage,
    ),
    serve(routes.getMembership, async ({ request }) => {
      const { rights } = await open(request, 'global' as Scope);
      return personal(await groups.getMembership(requireMember(rights)));
    }),
  ];
}

function serveAppointments(groups: Groups, open: Open, personal: Kept, created: Kept, requireOwnPage: RequestHandler): Served[] {
  return [
    serve(
      routes.joinGroup,
      async ({ params: { scope, group }, body, request }) => {
        const { rights, acting } = await open(request, scope);
        return created(await groups.joinGroup(acting, group, rights, body));
      },
      requireOwnPage,
    ),
    serve(routes.createAppointment, async ({ params: { scope, group }, body, request, actor }) => {
      const { rights, acting } = await open(request, scope, actor);
      requireRight(rights, rights.may('approve', group) && rights.mayGive(body.role, group));
      return created(await groups.createAppointment(acting, group, body));
    }),
    serve(
      routes.approveAppointment,
      async ({ params: { scope, group, appointment }, body, request }) => {
        const { rights, acting } = await open(request, scope);
        return personal(await groups.approveAppointment(acting, group, appointment, rights, body));
      },
      requireOwnPage,
    ),
    serve(routes.changeAppointment, async ({ params: { scope, group, appointment }, body, request, actor }) => {
      const { rights, acting } = await open(request, scope, actor);
      return personal(await groups.changeAppointment(acting, group, appointment, rights, body));
    }),
    serve(
      routes.endAppointment,
      async ({ params: { scope, group, appointment }, body, request }) => {
        const { rights, acting } = await open(request, scope);
        return personal(await groups.endAppointment(acting, group, appointment, rights, body));
      },
      requireOwnPage,
    ),
  ];
}
