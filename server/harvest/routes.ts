/** Sources over HTTP. Who may keep one is asked in each handler, of what it fills. */
import type { Request } from 'express';
import { harvestRoutes as routes } from '../contract/harvest/routes.ts';
import type { NewSource, Source } from '../contract/harvest/harvest.ts';
import type { Scope } from '../contract/groups/groups.ts';
import { toIso3, type DatasetId } from '../contract/ids.ts';
import { ForbiddenError, InputError, NotSupportedError } from '../errors.ts';
import { isAllowed, type Actor, type Authorize } from '../http/request.ts';
import { serve, type Served } from '../http/serve.ts';
import { problemText } from '../words/problems.ts';
import type { StoredSource } from './rows.ts';
import { unknownSource, type Harvest } from './service.ts';
import { toFetchAnswer, toSourceAnswer } from './told.ts';

/** Fetches that are told at once. */
const TOLD = 50;

export interface ServeHarvestDeps {
  /** null: this server fetches nothing. */
  harvest: Harvest | null;
  hosts: readonly string[];
  authorize: Authorize;
  /** Who asks, if that one keeps the entry of the schedule. @throws as `authorize`, NotFoundError `schedule.unknown` */
  requireEntryKeeper: (request: Request, scope: Scope, entry: string) => Promise<Actor>;
  /** Whether whoever uploads data of this kind does not publish them. */
  fourEyes: (dataset: DatasetId) => boolean;
  now: () => Date;
}

/** @throws from each NotSupportedError `harvest.off` where the server fetches nothing */
export function serveHarvest({ harvest, hosts, authorize, requireEntryKeeper, fourEyes, now }: ServeHarvestDeps): Served[] {
  const requireOn = (): Harvest => {
    if (!harvest) throw new NotSupportedError('harvest.off', problemText('harvest.off'));
    return harvest;
  };

  /** @throws where the one who asks may not keep it */
  const requireKeeper = (request: Request, { scope, dataset, entry }: Pick<StoredSource, 'scope' | 'dataset' | 'entry'>): Promise<Actor> =>
    dataset === null ? requireEntryKeeper(request, scope, entry!) : authorize(request, 'upload.create', dataset);
  const keeps = (...asked: Parameters<typeof requireKeeper>): Promise<boolean> =>
    requireKeeper(...asked).then(
      () => true,
      () => false,
    );

  /** Of a source of which the one who asks may not know there is none. */
  async function find(request: Request, scope: Scope, id: string): Promise<{ on: Harvest; source: StoredSource; actor: Actor }> {
    const on = requireOn();
    const source = await on.find(scope, id);
    if (!(await keeps(request, source))) throw unknownSource();
    return { on, source, actor: await requireKeeper(request, source) };
  }

  const toAnswer = async (on: Harvest, source: StoredSource): Promise<Source> => toSourceAnswer(source, (await on.store.listFetches(source.id, 1))[0], now());

  /** To have changes published unseen takes the right to publish, and other eyes than those that chose the address. */
  async function requirePublisher(request: Request, dataset: DatasetId, addressBy: string): Promise<Actor> {
    const actor = await authorize(request, 'version.publish', dataset);
    if (fourEyes(dataset) && actor.name === addressBy) throw new ForbiddenError('harvest.four-eyes', problemText('harvest.four-eyes'));
    return actor;
  }

  async function requireNew(request: Request, scope: Scope, given: NewSource): Promise<Actor> {
    const { dataset, entry, onChange } = given;
    if (dataset !== null && (toIso3(dataset) as string) !== (scope as string)) throw new InputError('harvest.dataset', problemText('harvest.dataset'));
    const actor = await requireKeeper(request, { scope, dataset, entry });
    if (onChange === 'publish') await requirePublisher(request, dataset!, actor.name);
    return actor;
  }

  return [
    serve(routes.listSources, async ({ params: { scope }, request }) => {
      if (!harvest) return { on: false, hosts: [], sources: [] };
      const sources: Source[] = [];
      for (const source of await harvest.store.list(scope)) if (await keeps(request, source)) sources.push(await toAnswer(harvest, source));
      return { on: true, hosts: (await isAllowed(authorize, request, 'upload.create')) ? [...hosts] : [], sources };
    }),

    serve(routes.createSource, async ({ params: { scope }, body, request }) => {
      const on = requireOn();
      const { id, name } = await requireNew(request, scope, body);
      return toAnswer(on, await on.create(scope, body, name, id));
    }),

    serve(routes.trySource, async ({ params: { scope }, body, request }) => {
      const on = requireOn();
      await requireNew(request, scope, { ...body, onChange: 'draft' });
      return on.tryOut(body);
    }),

    serve(routes.getSource, async ({ params: { scope, source: id }, request }) => {
      const { on, source } = await find(request, scope, id);
      const fetches = await on.store.listFetches(source.id, TOLD);
      return { source: toSourceAnswer(source, fetches[0], now()), fetches: fetches.map(toFetchAnswer) };
    }),

    serve(routes.changeSource, async ({ params: { scope, source: id }, body, request }) => {
      const { on, source, actor } = await find(request, scope, id);
      const isOther = body.url !== undefined || body.kind !== undefined || body.pick !== undefined;
      if (body.onChange === 'publish' && source.dataset !== null) await requirePublisher(request, source.dataset, isOther ? actor.name : source.addressBy);
      return toAnswer(on, await on.change(source, body, actor.name, actor.id));
    }),

    serve(routes.runSource, async ({ params: { scope, source: id }, request }) => {
      const { on, source, actor } = await find(request, scope, id);
      return toAnswer(on, await on.ask(source, actor.name));
    }),

    serve(routes.deleteSource, async ({ params: { scope, source: id }, request }) => {
      const { on, source } = await find(request, scope, id);
      await on.store.delete(source.id);
    }),
  ];
}
