/** Files made on request over HTTP: whoever may see a version may have them. */
import { lookupRoutes as routes } from '../contract/lookup/routes.ts';
import { toAddress } from '../contract/paths.ts';
import { toDisposition } from '../http/send.ts';
import { page, reply, serve, type Served } from '../http/serve.ts';
import { findVisible, type VisibleDeps } from '../catalogue/visible.ts';
import { toDatasetKind, type DatasetKind } from '../contract/ids.ts';
import type { Exports } from './service.ts';

export interface ServeExportsDeps extends VisibleDeps {
  exports: Exports;
  mayClose: (kind: DatasetKind) => boolean;
}

export function serveExports({ datasets, authorize, exports: made, mayClose }: ServeExportsDeps): Served[] {
  return [
    serve(routes.listMade, async ({ params: { id, version }, request }) => {
      const found = await findVisible({ datasets, authorize }, request, id, version);
      const at = { id, version: found.version.version };
      const files = made
        .list(found.version)
        .map((each) => ({ ...each, href: toAddress('getMade', { ...at, file: each.file }, each.kind === 'hxl' ? { hxl: 1 } : {}) }));
      return reply({ files }, { cache: found.cache });
    }),
    serve(routes.getMade, async ({ params: { id, version, file }, query: { hxl }, request }) => {
      const found = await findVisible({ datasets, authorize }, request, id, version);
      const { bytes, mediaType } = await made.get(found.version, file, hxl === '1');
      const cache = mayClose(toDatasetKind(id)) || file.endsWith('_hdx.zip') ? found.cache : found.dataCache;
      return page(bytes, mediaType, { cache, headers: { 'Content-Disposition': toDisposition(hxl === '1' ? file.replace(/(\.\w+)$/, '.hxl$1') : file) } });
    }),
    serve(routes.getHdx, async ({ params: { id, version }, request }) => {
      const found = await findVisible({ datasets, authorize }, request, id, version);
      return reply(made.hdx(found.version), { cache: found.cache });
    }),
  ];
}
