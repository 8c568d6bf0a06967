/** Catalogues over HTTP: JSON-LD and STAC of what was published, as far as the one who asks may receive it. */
import type { Request, Response } from 'express';
import type { PublicVersion } from '../../catalogue/publicStore.ts';
import { OGC_TEXTS, ogcRoutes as routes } from '../../contract/ogc/routes.ts';
import { BOUNDARIES, POPULATION, type DatasetId } from '../../contract/ids.ts';
import { toAddress } from '../../contract/paths.ts';
import { NotFoundError } from '../../errors.ts';
import { ADMITTED, unknownVersion, type Admit } from '../../http/request.ts';
import { keepPrivate } from '../../http/send.ts';
import { reply, serve, type Served } from '../../http/serve.ts';
import type { FindPolicy } from '../../presence/policy.ts';
import { problemText } from '../../words/problems.ts';
import { collectionsOf } from '../collections.ts';
import type { Ogc } from '../service.ts';
import { datasetNode, toCatalog, toDocument } from './jsonld.ts';
import { stacCollection, stacCountry, stacRoot } from './stac.ts';

export interface CataloguesDeps {
  ogc: Pick<Ogc, 'open'>;
  datasets: { listPublic: () => Promise<PublicVersion[]> };
  /** Absent: everybody may receive everything that is public. */
  admit?: Admit | undefined;
  findPolicy: FindPolicy;
}

export function serveCatalogues({ ogc, datasets, admit = async () => ADMITTED, findPolicy }: CataloguesDeps): Served[] {
  /** What may be received. Of what is told as counts neither older versions nor files are there. */
  async function list(request: Request, response: Response): Promise<PublicVersion[]> {
    const admissions = new Map<DatasetId, { isAdmitted: boolean; isClosed: boolean }>();
    const found: PublicVersion[] = [];
    for (const version of await datasets.listPublic()) {
      const { dataset } = version;
      let known = admissions.get(dataset);
      if (!known) {
        const admission = await admit(request, dataset);
        if (admission !== ADMITTED) keepPrivate(response);
        admissions.set(dataset, (known = { isAdmitted: admission.isAdmitted, isClosed: (await findPolicy(dataset)) !== undefined }));
      }
      if (!known.isAdmitted || (known.isClosed && version.status !== 'current')) continue;
      found.push(known.isClosed ? { ...version, artifacts: [], bbox: null } : version);
    }
    return found;
  }
  const lines = (versions: readonly PublicVersion[]) => Map.groupBy(versions, ({ dataset }) => dataset);
  const tilejsonOf = (base: string, { dataset, version, artifacts }: PublicVersion) =>
    artifacts.some(({ kind }) => kind === 'pmtiles') ? `${base}${toAddress('getTilejson', { dataset, version })}` : null;
  const hasFiles = ({ kind }: PublicVersion) => kind === BOUNDARIES || kind === POPULATION;
  const serviceOf = (base: string, version: PublicVersion) => ({
    collections: hasFiles(version) ? collectionsOf(version, null).map(({ id }) => id) : [],
    tilejson: tilejsonOf(base, version),
  });
  const nodeOf = (base: string, version: PublicVersion, all: readonly PublicVersion[]) => datasetNode(base, version, all, serviceOf(base, version));

  return [
    serve(routes.getJsonld, async ({ params: { id, version: ref }, request, response, base }) => {
      const all = (await list(request, response)).filter(({ dataset }) => dataset === id);
      const version = all.find(({ version: tag, status }) => (ref === 'current' ? status === 'current' : tag === ref));
      if (!version) throw unknownVersion(id, ref);
      return reply(JSON.stringify(toDocument(nodeOf(base, version, all))), { cache: 'minute' });
    }),

    serve(routes.getCatalogJsonld, async ({ request, response, base }) => {
      const byDataset = lines(await list(request, response));
      const nodes = [...byDataset.values()].flatMap((all) => all.map((version) => nodeOf(base, version, all)));
      return JSON.stringify(toCatalog(base, OGC_TEXTS.title, nodes));
    }),

    serve(routes.getStac, async ({ request, response, base }) => stacRoot(base, OGC_TEXTS, await list(request, response))),

    serve(routes.getStacCountry, async ({ params: { iso3 }, request, response, base }) => {
      const own = (await list(request, response)).filter(({ country }) => country === iso3);
      if (own.length === 0) throw new NotFoundError('collection.unknown', problemText('collection.unknown'));
      return stacCountry(base, OGC_TEXTS, own);
    }),

    serve(routes.getStacCollection, async ({ params: { iso3, dataset, version: tag }, request, response, base }) => {
      const all = (await list(request, response)).filter((each) => each.dataset === dataset && each.country === iso3);
      const version = all.find((each) => each.version === tag);
      if (!version) throw unknownVersion(dataset, tag);
      const deepest = hasFiles(version) ? collectionsOf(version, null).findLast(({ level }) => level !== null) : undefined;
      const columns = deepest ? (await ogc.open(deepest)).source.rows.fields : null;
      return stacCollection(base, OGC_TEXTS, version, { all, columns, tilejson: tilejsonOf(base, version) });
    }),
  ];
}
