/** Messages over HTTP: who may approve in a group sees what is due to its people, and takes texts to pass on. */
import { mailRoutes as routes } from '../contract/mail/routes.ts';
import type { WhoMay } from '../groups/who.ts';
import { serve, type Served } from '../http/serve.ts';
import type { Mails } from './service.ts';

export function serveMails({ mails, whoMay }: { mails: Mails; whoMay: WhoMay }): Served[] {
  return [
    serve(routes.listMails, async ({ params: { scope }, request }) => mails.list(scope, await whoMay(request, scope))),
    serve(routes.writeMail, async ({ params: { scope, mail }, body: { language }, request, base }) =>
      mails.writeText(scope, await whoMay(request, scope), mail, { language, at: base }),
    ),
  ];
}
