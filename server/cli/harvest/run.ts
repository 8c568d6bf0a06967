/** One source fetched by this process, and read into a version by it, whether a server runs on the store or not. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { BESIDE, type Beside } from '../../app/beside.ts';
import { openReviews } from '../../app/drafting.ts';
import { INGEST_PROCESS } from '../../app/entries.ts';
import type { Store } from '../../app/store.ts';
import { openHarvest, publishBy, type HarvestParts } from '../../app/workgroup/harvest.ts';
import { openHoldings, openSensitivity } from '../../app/workgroup/sensitivity.ts';
import { loadSecret, type Config } from '../../config.ts';
import { ConflictError, NotFoundError, NotSupportedError } from '../../errors.ts';
import type { StoredFetch, StoredSource } from '../../harvest/rows.ts';
import type { Harvest } from '../../harvest/service.ts';
import { toWorkerData } from '../../jobs/ingest.ts';
import { createRunner, type IngestMessage } from '../../jobs/runner.ts';
import { createLog } from '../../log.ts';
import { createMembers, createRightsFor } from '../../people/members.ts';
import { createStandingStore } from '../../people/standings.ts';
import { createAccountStore } from '../../people/store.ts';
import { COMMAND_LINE } from '../../contract/given.ts';
import { problemText } from '../../words/problems.ts';

const LOOK_MS = 250;

/** What it works with that is not of the store: the internet and processes of this machine where nothing else is said. */
export interface HarvestOutside extends Pick<HarvestParts, 'internet' | 'pause'> {
  beside?: Pick<Beside, 'startProcess'>;
}

export interface HarvestCommand extends HarvestOutside {
  program: string;
  config: Config;
  onStage: (stage: string) => void;
}

/** @throws NotSupportedError `harvest.off`, NotFoundError `harvest.unknown`, ConflictError where another process is at it */
export async function harvestSource(
  store: Store,
  named: string,
  { program, config, onStage, ...outside }: HarvestCommand,
): Promise<{ source: StoredSource; fetch: StoredFetch }> {
  const now = () => new Date();
  const log = createLog('silent');
  const owner = `${hostname()}:${process.pid}:${randomUUID()}`;
  const beside = outside.beside ?? BESIDE;
  const harvest = await open(store, { program, config, ...outside, beside }, owner, now);
  const runner = createRunner({
    ...store,
    log,
    owner,
    now,
    startProcess: (job) => beside.startProcess<IngestMessage>(INGEST_PROCESS, toWorkerData(job, config), config.ingest.memoryMb),
    workers: 1,
    minutes: config.ingest.minutes,
  });
  try {
    const source = find(await harvest.store.listAll(), named);
    onStage('fetch');
    const begun = await harvest.runNow(source.id, COMMAND_LINE);
    if (!begun) throw new ConflictError('harvest.busy', problemText('harvest.busy'));
    onStage('read');
    const fetch = await follow(harvest, begun, () => runner.tick());
    return { source, fetch };
  } finally {
    await harvest.stop();
    await runner.stop();
  }
}

type Opened = Pick<HarvestCommand, 'program' | 'config' | 'internet' | 'pause'> & Required<Pick<HarvestOutside, 'beside'>>;

async function open(store: Store, { program, ...given }: Opened, owner: string, now: () => Date): Promise<Harvest> {
  const standings = createStandingStore(store.db, randomUUID);
  const members = createMembers({ store: createAccountStore(store.db, randomUUID), standings, now });
  const harvest = openHarvest({
    ...store,
    ...given,
    version: program,
    secret: loadSecret(given.config),
    owner,
    uploads: { maxBytes: given.config.maxUploadBytes, store: (stream, limit) => store.objects.putStream('uploads', stream, limit) },
    publish: publishBy({
      ...store,
      accounts: { getMember: (id) => members.getMember(id), rightsFor: createRightsFor(standings, now) },
      reviews: openReviews({ ...store, now }),
      sensitivity: await openSensitivity({ ...store, holdings: openHoldings(store.db, 0), now }),
    }),
    log: createLog('silent'),
    now,
  });
  if (!harvest) throw new NotSupportedError('harvest.off', problemText('harvest.off'));
  return harvest;
}

/** By its id, or by its name where one has it. */
function find(all: readonly StoredSource[], named: string): StoredSource {
  const own = all.find(({ id }) => id === named);
  const alike = all.filter(({ name }) => name.toLowerCase() === named.toLowerCase());
  if (own) return own;
  if (alike.length === 1) return alike[0]!;
  const known = (alike.length > 1 ? alike : all).map(({ id, scope, name }) => `\n  ${id} ${scope} ${name}`).join('');
  throw new NotFoundError(
    'harvest.unknown',
    `${alike.length > 1 ? 'Several sources have this name; say the id:' : `There is no such source${known ? '; there are:' : '.'}`}${known}`,
  );
}

/** Until a version came of it, or it is known why none did. */
async function follow(harvest: Harvest, begun: StoredFetch, work: () => Promise<boolean>): Promise<StoredFetch> {
  for (let at = begun; ;) {
    if (at.state !== 'accepted') return at;
    await work();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    await harvest.advanceAll();
    at = (await harvest.store.findFetch(begun.id))!;
  }
}
