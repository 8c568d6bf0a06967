/** Routes of sheets that are read into contacts; for whoever may enter people in a group, each their own sheets. */
import type { Request } from 'express';
import { contactFileRoutes as routes } from '../../contract/contacts/fileRoutes.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import type { Groups } from '../../groups/service.ts';
import { requireMember, requireRight, type Rights, type WhoMay } from '../../groups/who.ts';
import { serve, type Served } from '../../http/serve.ts';
import { readSheetFile } from '../../sheets/file.ts';
import { sightOf } from '../visibility.ts';
import type { ContactImports, Importer } from './service.ts';

export interface ServeContactImportsDeps {
  groups: Pick<Groups, 'acting' | 'read'>;
  imports: ContactImports;
  whoMay: WhoMay;
  now: () => Date;
}

export function serveContactImports({ groups, imports, whoMay, now }: ServeContactImportsDeps): Served[] {
  /** @throws UnauthorizedError without a session, ForbiddenError `group.forbidden` */
  async function open(request: Request, scope: Scope): Promise<Importer> {
    const rights = await whoMay(request, scope);
    const { id } = requireMember(rights);
    const structure = await groups.read(scope);
    requireRight(rights, structure.groups.some((group) => rights.may('approve', group.id)));
    return toImporter(rights, id, now);
  } // prettier-ignore

  return [
    serve(routes.listContactImports, async ({ params: { scope }, request }) => {
      const who = await open(request, scope);
      return { imports: await imports.list(scope, who) };
    }),
    serve(routes.readContactImport, async ({ params: { scope }, query: { lang }, request, response, actor }) => {
      const who = await open(request, scope);
      return imports.read(groups.acting(scope, actor.name), await readSheetFile(request, response), lang, who);
    }),
    serve(routes.getContactImport, async ({ params: { scope, import: id }, query: { lang }, request }) =>
      imports.get(scope, id, lang, await open(request, scope)),
    ),
    serve(routes.answerContactImport, async ({ params: { scope, import: id }, query: { lang }, body, request }) =>
      imports.say(scope, id, body, lang, await open(request, scope)),
    ),
    serve(routes.applyContactImport, async ({ params: { scope, import: id }, query: { lang }, body: { withDoubts }, request, actor }) =>
      imports.apply(groups.acting(scope, actor.name), id, withDoubts, lang, await open(request, scope)),
    ),
    serve(routes.inviteContactImport, async ({ params: { scope, import: id }, request, actor, base }) =>
      imports.invite(groups.acting(scope, actor.name), id, (secret) => `${base}/entry#${secret}`, await open(request, scope)),
    ),
    serve(routes.dropContactImport, async ({ params: { scope, import: id }, request }) => imports.drop(scope, id, await open(request, scope))),
  ];
}

/** Compared with are persons whom this one sees; what is changed are entries that they decide on. */
const toImporter = (rights: Rights, owner: string, now: () => Date): Importer => ({
  owner,
  mayGive: (role, group) => rights.may('approve', group) && rights.mayGive(role, group),
  knownIn(structure) {
    const sight = sightOf(structure, rights, now());
    return structure.persons.flatMap((person) => {
      const seen = sight.see(person);
      if (!seen) return [];
      const { fields, contacts, level } = seen;
      return [
        {
          id: person.id,
          name: person.name,
          given: person.given,
          family: person.family,
          organisation: fields.organisation ? person.organisation : null,
          jobTitle: fields.jobTitle ? person.jobTitle : null,
          dutyStation: fields.dutyStation ? person.dutyStation : null,
          languages: fields.languages ? person.languages : [],
          contacts,
          mayChange: level === 'approver' || level === 'self',
        },
      ];
    });
  },
});
