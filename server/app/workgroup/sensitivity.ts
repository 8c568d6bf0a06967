/** Sensitivity put together: what holds in memory, who may receive what, and what the service must know of data, maps and groups. */
import { publisherOf } from '../../disclaimers/publishers.ts';
import { randomUUID } from 'node:crypto';
import { isOfFacilities, openLayerFacts } from '../../layers/service.ts';
import type { PresencePolicy } from '../../presence/policy.ts';
import type { DatasetVersion } from '../../contract/datasets/dataset.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import { toIso3, type DatasetId } from '../../contract/ids.ts';
import { LEAST_COUNT, type Sensitivity } from '../../contract/sensitivity/sensitivity.ts';
import { isPublished } from '../../documents/model.ts';
import { createDocumentStore } from '../../documents/store.ts';
import { createGroupStore } from '../../groups/store.ts';
import { ForbiddenError, orNull } from '../../errors.ts';
import { authorizeAdmitted, type Admit, type Authorize } from '../../http/request.ts';
import type { Served } from '../../http/serve.ts';
import { createStandingStore } from '../../people/standings.ts';
import { createAdmit, createAdmitSource, type AdmitDeps } from '../../sensitivity/admit.ts';
import { createHoldings, type Holdings } from '../../sensitivity/holdings.ts';
import { deepestOf, isCountsOnly } from '../../sensitivity/order.ts';
import { serveSensitivity } from '../../sensitivity/routes.ts';
import { createSensitivity, type SensitivityService } from '../../sensitivity/service.ts';
import { createSensitivityStore } from '../../sensitivity/store.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../store.ts';
import { openTables } from '../tables.ts';

/** How soon a server knows what another process of the store changed. */
const OTHERS_MS = 1000;

/** What strangers are told of a 3W of which everybody is given counts. */
export const policyOf = (holds: Sensitivity, reason: string): PresencePolicy | undefined =>
  isCountsOnly(holds) ? { deepestLevel: deepestOf(holds), suppressBelow: Math.max(LEAST_COUNT, holds.smallestCount ?? 0), reason } : undefined;

/** @param maxAgeMs 0: looked up each time */
export const openHoldings = (db: Database, maxAgeMs = OTHERS_MS): ReturnType<typeof createHoldings> => createHoldings(createSensitivityStore(db), maxAgeMs);

export const findPolicyBy =
  (holdings: Pick<Holdings, 'read'>) =>
  async (dataset: DatasetId): Promise<PresencePolicy | undefined> => {
    const { holds, set } = (await holdings.read()).of(dataset);
    return policyOf(holds, set?.reason ?? '');
  };

export interface Gate {
  holdings: ReturnType<typeof createHoldings>;
  admit: Admit;
  /** Of files as they were uploaded, beside `admit`. */
  admitSource: Admit;
  authorize: Authorize;
}

/** Opened before anything is served: every question of who may what goes through it. */
export function openGate(db: Database, authorize: Authorize, findRights: AdmitDeps['findRights']): Gate {
  const holdings = openHoldings(db);
  const admit = createAdmit({ holdings, findRights });
  return { holdings, admit, admitSource: createAdmitSource({ holdings, findRights }), authorize: authorizeAdmitted(authorize, admit) };
}

export type SensitivityParts = Pick<Store, 'db' | 'datasets' | 'catalog' | 'jobs'> & Pick<Gate, 'holdings'> & { now: () => Date };

/** Of public groups, published and for everybody by their own audience. */
async function listOpenMinutes(db: Database, scope: Scope, now: () => Date): Promise<{ id: string; title: string }[]> {
  const { groups } = await createGroupStore(db, randomUUID, now).read(scope);
  const open = new Set(groups.filter(({ visibility }) => visibility === 'public').map(({ id }) => id));
  return (await createDocumentStore(db, randomUUID).read(scope))
    .filter(({ kind, audience, group, editions }) => kind === 'minutes' && audience === 'public' && open.has(group) && editions.some(isPublished))
    .map(({ id, title }) => ({ id, title }));
}

/** The service over a store, for the server and for the command line. */
export async function openSensitivity({ holdings, ...parts }: SensitivityParts): Promise<SensitivityService> {
  const { db, datasets, catalog, now } = parts;
  const { createMapStore } = await import('../../maps/store.ts');
  const maps = createMapStore(db);
  const { presence } = openTables({ ...parts, findPolicy: findPolicyBy(holdings) });
  const standings = createStandingStore(db, randomUUID);
  return createSensitivity({
    store: createSensitivityStore(db),
    holdings,
    async listVersions(dataset) {
      const found = await catalog.findDataset(dataset);
      if (!found) return undefined;
      return (await Promise.all(found.versions.map(({ version }) => orNull(datasets.getVersion(dataset, version))))).filter((each) => each !== null);
    },
    listDatasets: async (country) => (await datasets.listDatasets()).map(({ id }) => id).filter((id) => toIso3(id) === country),
    hasCoordinates: async (version: DatasetVersion) => ((await presence.open(version)).data.points ?? []).length > 0,
    isOfFacilities: async (version: DatasetVersion) => isOfFacilities(await openLayerFacts(datasets, version)),
    listMaps: () => maps.listMaps(Number.MAX_SAFE_INTEGER),
    listEmbeds: (map) => maps.listEmbeds(map),
    async wouldClose({ spec }, limits) {
      const { createMapFacts } = await import('../../maps/findFacts.ts');
      const then = openTables({ ...parts, findPolicy: async () => policyOf(limits, '') });
      // What lies around is open whatever becomes of the data.
      return createMapFacts({ datasets, findGround: { read: () => Promise.resolve(null) }, publisher: publisherOf('un'), ...then })(spec).then(
        () => false,
        (error: unknown) => error instanceof ForbiddenError,
      );
    },
    listOpenMinutes: (scope) => listOpenMinutes(db, scope as Scope, now),
    async findDocument(scope, id) {
      const [found] = await createDocumentStore(db, randomUUID).read(scope as Scope, id);
      return found ? { kind: found.kind, versions: found.editions.map((edition) => edition.version) } : null;
    },
    listGroups: (scope) => standings.listPlaces([scope]),
    now,
    newId: randomUUID,
  });
}

export async function openSharing(parts: SensitivityParts & Pick<Gate, 'admit' | 'authorize'>): Promise<{ sensitivity: SensitivityService; served: Served[] }> {
  const sensitivity = await openSensitivity(parts);
  const { admit, authorize, datasets } = parts;
  return { sensitivity, served: serveSensitivity({ sensitivity, admit, authorize, getVersion: (id, version) => datasets.getVersion(id, version) }) };
}
