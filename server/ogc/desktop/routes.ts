/** Files for programs on the desk: a layer definition of QGIS, a MapLibre style. Of versions that were published, also `current`. */
import { createFindPublic } from '../../catalogue/visible.ts';
import { tilejsonOf } from '../../catalogue/tilejson.ts';
import type { Dataset, DatasetVersion } from '../../contract/datasets/dataset.ts';
import { ogcRoutes as routes } from '../../contract/ogc/routes.ts';
import type { DatasetId, VersionTag } from '../../contract/ids.ts';
import { toDisposition } from '../../http/send.ts';
import { page, reply, serve, type Served } from '../../http/serve.ts';
import type { Archives } from '../../tiles/archives.ts';
import type { ServedTile } from '../../tiles/serve.ts';
import type { Ogc } from '../service.ts';
import { collectionId } from '../ids.ts';
import { toQlr } from './qlr.ts';
import { levelsIn, toStyle } from './style.ts';

export interface DesktopDeps {
  ogc: Pick<Ogc, 'describe'>;
  datasets: {
    getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
    getDataset: (id: DatasetId) => Promise<Dataset>;
  };
  archives: Archives<ServedTile>;
  /** Whether the server knows its address, so that tiles of `current` lead on by a whole one; QGIS follows no other. */
  isAddressKnown: boolean;
}

export function serveDesktop({ ogc, datasets, archives, isAddressKnown }: DesktopDeps): Served[] {
  const find = createFindPublic(datasets);
  const tilesOf = async (version: DatasetVersion, base: string) =>
    version.artifacts.some(({ kind }) => kind === 'pmtiles') ? await tilejsonOf(version, archives, base) : null;

  return [
    serve(routes.getQlr, async ({ params: { id, version: ref }, query: { lang }, base }) => {
      const version = await find(id, ref);
      const [{ countryNames }, collections, tilejson] = await Promise.all([datasets.getDataset(id), ogc.describe(version), tilesOf(version, base)]);
      const country = countryNames[lang] ?? countryNames['en'] ?? id;
      const said = [country, id, ref, ...(version.metadata.dateValidOn ? [version.metadata.dateValidOn] : [])].join(' – ');
      const column = Math.max(0, (tilejson?.languages ?? []).indexOf(lang));
      const layers = collections.map(({ part }) => ({ collection: collectionId({ dataset: id, version: ref, part }), name: `${country} – ${part}` }));
      const tiles = tilejson && {
        ...tilejson,
        address: `${base}/tiles/${id}/${isAddressKnown ? ref : version.version}/{z}/{x}/{y}.mvt`,
        levels: levelsIn(tilejson),
        nameColumn: column,
        name: `${country} – ${id} ${ref}`,
      };
      const headers = { 'Content-Disposition': toDisposition(`${id}_${ref}.qlr`) };
      return page(toQlr({ title: said, base, tiles, layers }), routes.getQlr.answer.media, { cache: 'minute', headers });
    }),

    serve(routes.getStyle, async ({ params: { dataset, version: ref }, query, base }) => {
      const version = await find(dataset, ref);
      return reply(toStyle(await tilejsonOf(version, archives, base), query), { cache: 'minute' });
    }),
  ];
}
