/** Contacts as files and printed sheets over HTTP; who asks decides what is in them. */
import { contactFileRoutes as routes } from '../../contract/contacts/fileRoutes.ts';
import type { WhoMay } from '../../groups/who.ts';
import { toDisposition } from '../../http/send.ts';
import { page, serve, type Served } from '../../http/serve.ts';
import type { ContactFiles } from './service.ts';
import { SHEET_POLICY } from './sheet.ts';

export function serveContactFiles({ files, whoMay }: { files: ContactFiles; whoMay: WhoMay }): Served[] {
  return [
    serve(routes.exportContacts, async ({ params: { scope, format }, query, request, response }) => {
      response.vary('Cookie');
      const { body, media, name } = await files.write(await whoMay(request, scope), scope, query, format);
      return page(body, media, { headers: { 'Content-Disposition': toDisposition(name) } });
    }),
    serve(routes.printContacts, async ({ params: { scope }, query: { kind, layout, rows, ...query }, request, response }) => {
      response.vary('Cookie');
      const html = await files.print(await whoMay(request, scope), scope, query, { kind, layout, rows });
      return page(html, 'text/html', { headers: { 'Content-Security-Policy': SHEET_POLICY, 'Referrer-Policy': 'no-referrer' } });
    }),
  ];
}
