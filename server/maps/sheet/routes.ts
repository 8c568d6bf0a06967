/** Sheets of maps over HTTP: of saved ones, and of a map that is not stored. */
import type { Request } from 'express';
import type { Cleared } from '../../contract/maps/clearance.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import { sheetRoutes as routes, type PaintedQuery, type SheetQuery } from '../../contract/maps/sheets.ts';
import { toIso3 } from '../../contract/ids.ts';
import { dayInName, mayReadDrafts } from '../../catalogue/visible.ts';
import type { Authorize } from '../../http/request.ts';
import { toDisposition } from '../../http/send.ts';
import { page, serve, type Served } from '../../http/serve.ts';
import type { FactsAsOf } from '../asOf.ts';
import { mapLinks } from '../links.ts';
import { refuseLargeSheet } from '../render/size.ts';
import { forOtherPages } from '../routes.ts';
import type { Maps } from '../service.ts';
import { factsInPanels } from './inPanels.ts';
import type { SheetKind, Sheets } from './sheets.ts';

export interface ServeSheetsDeps {
  maps: Maps;
  factsAsOf: FactsAsOf;
  sheets: Sheets;
  authorize: Authorize;
}

const MEDIA = { pdf: 'application/pdf', svg: 'image/svg+xml', png: 'image/png' } as const;
/** Letters that no font of sheets has: the file is then no PDF/UA. Percent-encoded, as headers are ASCII. */
export const MISSING = 'Codmap-Missing-Letters';

export function serveSheets({ maps, factsAsOf, sheets, authorize }: ServeSheetsDeps): Served[] {
  async function sheetOf(
    asked: { request: Request; goOn: () => void },
    { spec, cleared = null }: { spec: MapSpec; cleared?: Cleared | null },
    kind: SheetKind,
    query: SheetQuery,
    link: string | null,
  ) {
    const painted = query as PaintedQuery;
    if (kind === 'png') refuseLargeSheet(painted, await mayReadDrafts(authorize, asked.request, spec.boundary.dataset));
    const facts = await factsInPanels((one, day) => factsAsOf(one, day, cleared), spec, query);
    asked.goOn();
    const { bytes, missing } = await sheets.make(facts, kind, painted, link, asked.goOn);
    const { boundary, table } = facts;
    const name = `${toIso3(boundary.dataset).toLowerCase()}_adm${table.level}_${link?.split('/').at(-1) ?? spec.data.kind}${query.panels === undefined || query.panels === 'none' ? '' : `-${query.panels}`}${dayInName(facts.asOf)}_${query.paper}.${kind}`;
    const headers = {
      // Shown by a browser, saved under a name that says what it is.
      'Content-Disposition': toDisposition(name).replace(/^attachment/, 'inline'),
      ...(missing.length > 0 ? { [MISSING]: encodeURIComponent(missing.join('')), 'Access-Control-Expose-Headers': MISSING } : {}),
      ...(kind === 'svg' ? { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'" } : {}),
    };
    return page(bytes, MEDIA[kind], { cache: 'minute', headers });
  }
  const saved = [
    ['pdf', routes.getMapPdf],
    ['pdf', routes.getSheetPdf],
    ['svg', routes.getSheetSvg],
    ['png', routes.getSheetPng],
  ] as const;
  const unsaved = [
    ['pdf', routes.previewSheetPdf],
    ['svg', routes.previewSheetSvg],
    ['png', routes.previewSheetPng],
  ] as const;
  return [
    ...saved.map(([kind, route]) =>
      serve(
        route,
        async ({ params: { id }, query, base, request, goOn }) => sheetOf({ request, goOn }, await maps.getMap(id), kind, query, mapLinks(base, id).page),
        forOtherPages,
      ),
    ),
    ...unsaved.map(([kind, route]) =>
      serve(route, ({ query: { spec, ...query }, request, goOn }) => sheetOf({ request, goOn }, { spec }, kind, query, null), forOtherPages),
    ),
  ];
}
