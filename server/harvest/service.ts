/** Sources as people keep them, and the clockwork that fetches them. Who may what is asked by the routes. */
import type { NewSource, SourceChange, TriedAnswer } from '../contract/harvest/harvest.ts';
import type { Scope } from '../contract/groups/groups.ts';
import { CodmapError, ConflictError, InputError, NotFoundError, toStorageFull, UnavailableError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import { createAdvance } from './advance.ts';
import type { HarvestDeps } from './deps.ts';
import { KINDS } from './kinds/all.ts';
import type { StoredFetch, StoredSource } from './rows.ts';
import { createRun, plain } from './run.ts';
import { sealSecret, toHeaders } from './secret.ts';
import { problemOf } from './told.ts';
import { nextRegular } from './when.ts';

export type Harvest = ReturnType<typeof createHarvest>;

/** Sources that one server fetches at the same time, and tries for people. */
const AT_ONCE = 2;
const POLL_MS = 15_000;
/** While an upload is being read. */
const SOON_MS = 2000;
const OPEN_DAYS = 30;
const TRY_MS = 10 * 60_000;

/** Names of parameters that hold what nobody else should have. */
const SECRETS = /^(token|access_?token|auth_?token|api_?key|apikey|password|passwd|secret|client_secret)$/i;

/** What is said of a source that is not there, and of one that the one who asks may not know of. */
export const unknownSource = () => new NotFoundError('harvest.unknown', problemText('harvest.unknown'));

/** All of it. Refusals say what is wrong and leave everything as it was: NotFoundError, ConflictError, InputError and UnavailableError `harvest.…`, ForbiddenError `outside.refused`. */
export function createHarvest(deps: HarvestDeps) {
  const { store, egress, now, newId, secret, owner, log } = deps;
  const run = createRun(deps);
  const advance = createAdvance(deps, run);
  const running = new Set<Promise<unknown>>();
  let trying = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;

  /** @throws InputError `harvest.address`, `harvest.secret-in-address`, ForbiddenError `outside.refused` */
  function checkAddress({ kind, url }: Pick<NewSource, 'kind' | 'url'>): string {
    const given = egress.check(url);
    for (const name of given.searchParams.keys())
      if (SECRETS.test(name)) throw new InputError('harvest.secret-in-address', problemText('harvest.secret-in-address'));
    egress.check(KINDS[kind].toUrl(url));
    return given.href;
  }

  async function advanceAll(): Promise<number> {
    const since = new Date(now().getTime() - OPEN_DAYS * 86_400_000).toISOString();
    const open = await store.listOpen(since);
    for (const fetch of open) await advance(fetch).catch((error: unknown) => log.error({ err: error, fetch: fetch.id }, 'Harvest:NotAdvanced'));
    return open.filter(({ state }) => state === 'accepted').length;
  }

  async function runClaimed(source: StoredSource): Promise<StoredFetch | undefined> {
    const done = await run.run(source);
    if (done?.state === 'accepted') await advance(done);
    return done;
  }

  /** Looks for work once. @returns how much is being read meanwhile */
  async function tick(): Promise<number> {
    while (running.size < AT_ONCE) {
      if (stopping) break;
      const source = await store.claim(owner, now().toISOString(), run.leaseUntil());
      if (!source) break;
      const work = runClaimed(source)
        .catch((error: unknown) => log.error({ err: error, source: source.id }, 'Harvest:NotRecorded'))
        .finally(() => running.delete(work));
      running.add(work);
    }
    return advanceAll();
  }

  const loop = async () => {
    let wait = POLL_MS;
    try {
      if ((await tick()) > 0) wait = SOON_MS;
    } catch (error) {
      log.error({ err: error }, 'Harvest:QueueFailed');
    }
    if (!stopping) timer = setTimeout(() => void loop(), wait);
  };

  return {
    store,

    start: () => void loop(),
    tick,
    /** Waits for what is being fetched by this server. */
    idle: async () => void (await Promise.all(running)),
    async stop(): Promise<void> {
      stopping = true;
      clearTimeout(timer);
      await egress.close();
      await Promise.all(running);
    },
    /** Looks soon: somebody waits. */
    wake(): void {
      if (stopping || timer === undefined) return;
      clearTimeout(timer);
      timer = setTimeout(() => void loop(), 50);
    },

    async find(scope: Scope, id: string): Promise<StoredSource> {
      const source = await store.find(id);
      if (source?.scope !== scope) throw unknownSource();
      return source;
    },

    /** @throws ConflictError `harvest.twice` and as `checkAddress` */
    async create(scope: Scope, given: NewSource, by: string, publishAccount: string | null): Promise<StoredSource> {
      const [id, at] = [newId(), now()];
      const { secret: said, ...fields } = given;
      const source: StoredSource = {
        ...fields,
        id,
        scope,
        url: checkAddress(given),
        secret: said === null ? null : sealSecret(said, id, secret),
        addressBy: by,
        publishBy: given.onChange === 'publish' ? by : null,
        publishAccount: given.onChange === 'publish' ? publishAccount : null,
        etag: null,
        modified: null,
        fingerprint: null,
        lastAt: null,
        lastChange: null,
        changes: 0,
        failingSince: null,
        failures: 0,
        nextAt: given.every === null ? null : at.toISOString(),
        askedBy: null,
        leaseUntil: null,
        createdAt: at.toISOString(),
        createdBy: by,
        updatedAt: at.toISOString(),
      };
      if (!(await store.insert(source))) throw new ConflictError('harvest.twice', problemText('harvest.twice'));
      this.wake();
      return source;
    },

    /**
     * With another address a change is a draft again until somebody says otherwise, and the secret is said anew.
     * @throws InputError `harvest.secret-again`, ConflictError `schedule.changed`
     */
    async change(before: StoredSource, given: SourceChange, by: string, publishAccount: string | null): Promise<StoredSource> {
      const { secret: said, ...fields } = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as SourceChange;
      const after: StoredSource = { ...before, ...(fields as Partial<StoredSource>), updatedAt: stampAfter(before.updatedAt, now()) };
      const isOther = after.url !== before.url || after.kind !== before.kind;
      if (isOther || fields.pick !== undefined) {
        after.url = checkAddress(after);
        after.addressBy = by;
      }
      const isOtherHost = new URL(after.url).host !== new URL(before.url).host;
      if (after.auth === 'none') after.secret = null;
      else if (said !== undefined) after.secret = sealSecret(said, before.id, secret);
      else if (after.secret === null || isOtherHost || after.kind !== before.kind)
        throw new InputError('harvest.secret-again', problemText('harvest.secret-again'));
      if (after.entry !== null) after.onChange = 'tell';
      if (isOther && before.onChange === 'publish' && given.onChange !== 'publish') after.onChange = 'draft';
      if (after.onChange !== 'publish') after.publishBy = after.publishAccount = null;
      else if (given.onChange === 'publish') [after.publishBy, after.publishAccount] = [by, publishAccount];
      if (isOther) after.nextAt = after.every === null ? null : now().toISOString();
      else if (after.every !== before.every || (before.paused && !after.paused)) after.nextAt = nextRegular(after, now());
      if (!(await store.change(after, before))) throw new ConflictError('schedule.changed', problemText('schedule.changed'));
      this.wake();
      return this.find(before.scope, before.id);
    },

    async ask({ scope, id }: StoredSource, by: string): Promise<StoredSource> {
      await store.ask(id, by, now().toISOString());
      this.wake();
      return this.find(scope, id);
    },

    /** Now, by this process; also where it is not due. @returns undefined where another one has it */
    async runNow(id: string, by: string): Promise<StoredFetch | undefined> {
      const source = await store.claim(owner, now().toISOString(), run.leaseUntil(), id);
      return source && runClaimed({ ...source, askedBy: by });
    },
    advanceAll,

    /** What would come; nothing of it is kept. @throws UnavailableError `busy.server` */
    async tryOut(given: NewSource): Promise<TriedAnswer> {
      const url = checkAddress(given);
      if (trying >= AT_ONCE) throw new UnavailableError('busy.server', problemText('busy.server'));
      trying++;
      const { fetching } = run;
      try {
        const source = { kind: given.kind, url, name: given.name, pick: given.pick, etag: null, modified: null };
        const brought = await fetching.bring(source, toHeaders(given.auth, given.secret), AbortSignal.timeout(TRY_MS));
        if (brought.is === 'unchanged') return { status: brought.status, came: null, same: null, problem: null };
        const { status, files, came, sha256 } = brought;
        try {
          const { parts } = await deps.look(files);
          const same = given.dataset === null ? undefined : await deps.findVersionBySource(given.dataset, sha256);
          return { status, came: { ...came, parts }, same: same ?? null, problem: null };
        } finally {
          await fetching.drop(files);
        }
      } catch (error) {
        const known = error instanceof CodmapError ? error : toStorageFull(error);
        if (!known) throw error;
        return { status: null, came: null, same: null, problem: problemOf(known.code, plain(known.details)) };
      } finally {
        trying--;
      }
    },
  };
}

/** Two changes within a millisecond are two. */
const stampAfter = (before: string, now: Date): string => new Date(Math.max(now.getTime(), Date.parse(before) + 1)).toISOString();
