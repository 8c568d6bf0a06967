/** Data from other servers, put together: the guarded door, what looks into files, what publishes, and the clockwork. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { createCatalog } from '../../catalogue/store.ts';
import type { Reviews } from '../../catalogue/review/service.ts';
import type { Config } from '../../config.ts';
import type { DatasetVersion } from '../../contract/datasets/dataset.ts';
import { toDatasetKind, type DatasetId } from '../../contract/ids.ts';
import { ForbiddenError, NotFoundError, orNull } from '../../errors.ts';
import { createGroupStore } from '../../groups/store.ts';
import { findManagers } from '../../groups/structure.ts';
import { requireMember, requireRight, type WhoMay } from '../../groups/who.ts';
import type { HarvestDeps } from '../../harvest/deps.ts';
import { createLook, type LookMessage } from '../../harvest/look.ts';
import { serveHarvest } from '../../harvest/routes.ts';
import { createHarvest, type Harvest } from '../../harvest/service.ts';
import { createHarvestStore } from '../../harvest/store.ts';
import type { Authorize } from '../../http/request.ts';
import type { Served } from '../../http/serve.ts';
import { createEgress, type Internet } from '../../outside/egress/egress.ts';
import type { Accounts } from '../../people/accounts.ts';
import { keeps } from '../../schedule/seen.ts';
import { createScheduleStore } from '../../schedule/store.ts';
import { problemText } from '../../words/problems.ts';
import type { Beside } from '../beside.ts';
import { HARVEST_PROCESS } from '../entries.ts';
import { createKinds } from '../kinds.ts';
import type { Store } from '../store.ts';

export type HarvestingParts = Omit<HarvestParts, 'publish' | 'owner' | 'version' | 'internet'> &
  PublishParts &
  Omit<HarvestRouteParts, 'harvest'> & { version: string };

/** For a server: what it serves of sources, and the clockwork, which runs where uploads are read too. */
export function openHarvesting(parts: HarvestingParts, internet?: Internet) {
  const owner = `${hostname()}:${process.pid}:${randomUUID()}`;
  const harvest = openHarvest({ ...parts, owner, publish: publishBy(parts), internet });
  return {
    served: openHarvestRoutes({ ...parts, harvest }),
    /** Leases that a process of this machine left behind when it died are free again first. */
    async start(isDead: (owner: string) => boolean): Promise<void> {
      if (!harvest || parts.config.ingest.workers === 0) return;
      await harvest.store.endLeases(isDead);
      harvest.start();
    },
    stop: async () => harvest?.stop(),
  };
}

export interface HarvestParts extends Pick<Store, 'db' | 'jobs' | 'objects' | 'names' | 'datasets'> {
  config: Config;
  version: string;
  secret: string;
  owner: string;
  uploads: HarvestDeps['uploads'];
  beside: Pick<Beside, 'startProcess'>;
  publish: HarvestDeps['publish'];
  internet?: Internet | undefined;
  pause?: HarvestDeps['pause'];
  log: HarvestDeps['log'];
  now: () => Date;
}

/** null where the administrator has allowed no hosts: then nothing is opened at all. */
export function openHarvest({ config, version, internet = {}, beside, pause, ...parts }: HarvestParts): Harvest | null {
  if (config.harvest === null) return null;
  const { db, jobs, now } = parts;
  const catalog = createCatalog(db);
  const schedule = createScheduleStore(db, randomUUID);
  const groups = createGroupStore(db, randomUUID, now);
  const userAgent = `Codmap/${version}${config.publicUrl === null ? '' : ` (+${config.publicUrl})`}`;
  return createHarvest({
    ...parts,
    ...(pause ? { pause } : {}),
    store: createHarvestStore(db),
    egress: createEgress({ allowedHosts: config.harvest.hosts, userAgent, now, ...internet }),
    look: createLook({ objects: config.objects, start: (data) => beside.startProcess<LookMessage>(HARVEST_PROCESS, data, config.ingest.memoryMb) }),
    findVersionBySource: (dataset, sha256) => catalog.findVersionBySource(dataset, sha256),
    jobs,
    async findKeeper({ scope, dataset, entry }) {
      const entries = await schedule.list(scope);
      const own = entries.find((each) => (dataset === null ? each.id === entry : each.dataset === dataset));
      return own?.group ?? findManagers((await groups.read(scope)).groups)?.id ?? null;
    },
    newId: randomUUID,
  });
}

export interface PublishParts extends Pick<Store, 'datasets' | 'db'> {
  accounts: Pick<Accounts, 'getMember' | 'rightsFor'>;
  reviews: Pick<Reviews, 'requireSignoff'>;
  sensitivity: { beforePublish(version: DatasetVersion): Promise<unknown> };
}

const approvalOf = (dataset: DatasetId) => createKinds(undefined)[toDatasetKind(dataset)].approval;

/** What a person would have to do: the right to it at this moment, other eyes than those that chose the address, approvals of groups, sensitivity. */
export const publishBy =
  ({ accounts, reviews, sensitivity, datasets }: PublishParts): HarvestDeps['publish'] =>
  async (version, { publishBy: by, publishAccount }) => {
    const member = publishAccount === null ? null : await orNull(accounts.getMember(publishAccount));
    const mayPublish = member !== null && (await accounts.rightsFor(member)).may('version.publish', version.dataset);
    const isOwn = approvalOf(version.dataset) === 'four eyes' && version.createdBy === by;
    if (!mayPublish || isOwn) throw new ForbiddenError('harvest.four-eyes', problemText('harvest.four-eyes'));
    const signoff = await reviews.requireSignoff(version);
    await sensitivity.beforePublish(version);
    await datasets.publishVersion(version.dataset, version.version, { by, reason: null, signoff });
  };

export interface HarvestRouteParts extends Pick<Store, 'db'> {
  harvest: Harvest | null;
  config: Pick<Config, 'harvest'>;
  authorize: Authorize;
  whoMay: WhoMay;
  now: () => Date;
}

/** Routes over it; also where it is off, which they say. */
export function openHarvestRoutes({ db, harvest, config, authorize, whoMay, now }: HarvestRouteParts): Served[] {
  const schedule = createScheduleStore(db, randomUUID);
  const groups = createGroupStore(db, randomUUID, now);
  return serveHarvest({
    harvest,
    hosts: config.harvest?.hosts ?? [],
    authorize,
    async requireEntryKeeper(request, scope, id) {
      const rights = await whoMay(request, scope);
      const entry = (await schedule.list(scope)).find((each) => each.id === id && each.dataset === null);
      if (!entry) throw new NotFoundError('schedule.unknown', problemText('schedule.unknown'));
      requireRight(rights, keeps({ structure: await groups.read(scope), rights }, entry.group));
      return requireMember(rights);
    },
    fourEyes: (dataset) => approvalOf(dataset) === 'four eyes',
    now,
  });
}
