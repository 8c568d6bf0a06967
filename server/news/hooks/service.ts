/** Webhooks as people keep them: registered, changed, tried out, looked after. */
import { GLOBAL, type Scope } from '../../contract/groups/groups.ts';
import { toIso3 } from '../../contract/ids.ts';
import type { Delivery, Hook, HookBody, HookChange, HooksAnswer, NewHookAnswer } from '../../contract/news/news.ts';
import { ForbiddenError, InputError, NotFoundError } from '../../errors.ts';
import { findManagers } from '../../groups/structure.ts';
import { requireMember, requireRight, type Rights } from '../../groups/who.ts';
import { seal } from '../../store/seal.ts';
import { problemText } from '../../words/problems.ts';
import type { Outside } from '../deps.ts';
import type { Outgoing } from './deliver.ts';
import { newSecret } from './sign.ts';
import type { DeliveryRow, HookStore, StoredHook } from './store.ts';

export interface HooksDeps {
  hooks: HookStore;
  outside: Pick<Outside, 'readStructure' | 'findDataset'>;
  outgoing: Pick<Outgoing, 'hosts' | 'allows'>;
  /** Whether the server knows by which address it is reached, so that links lead somewhere. */
  hasAddress: boolean;
  /** Begins to send, and is not waited for. */
  wake: () => void;
  secret: string;
  now: () => Date;
  newId: () => string;
}

/** For so long two secrets sign. */
const BOTH_MS = 86_400_000;
/** More than anybody looks after. */
const MOST = 50;

const unknownHook = () => new NotFoundError('webhook.unknown', problemText('webhook.unknown'));

/** All that people do with webhooks. Each function asks first whether the one who asks may: UnauthorizedError, ForbiddenError `group.forbidden`, NotFoundError `webhook.unknown`. */
export function createHooks({ hooks, outside, outgoing, hasAddress, wake, secret, now, newId }: HooksDeps) {
  const sends = hasAddress && outgoing.hosts.length > 0;

  /** Whoever edits a group keeps its webhooks; those of a whole country who edits the group that keeps its data; of all countries administrators. */
  async function mayKeep(scope: Scope, rights: Rights, group: string | null): Promise<boolean> {
    if (rights.manage) return true;
    if (scope === GLOBAL) return false;
    if (group !== null && rights.may('edit', group)) return true;
    const keeper = findManagers((await outside.readStructure(scope)).groups);
    return keeper !== undefined && rights.may('edit', keeper.id);
  }

  async function requireHook(scope: Scope, rights: Rights, id: string): Promise<StoredHook> {
    const found = await hooks.find(scope, id);
    // Whoever keeps none of them is not told which there are.
    if (!found || !(await mayKeep(scope, rights, found.group))) {
      requireRight(rights, rights.member !== null);
      throw unknownHook();
    }
    return found;
  }

  /** @throws ForbiddenError `webhook.off`, InputError `webhook.host`, `webhook.place` */
  async function check(scope: Scope, { url, group, dataset }: Pick<HookBody, 'url' | 'group' | 'dataset'>): Promise<void> {
    if (!sends) throw new ForbiddenError('webhook.off', problemText('webhook.off'));
    if (!outgoing.allows(url)) throw new InputError('webhook.host', problemText('webhook.host'), { details: { hosts: [...outgoing.hosts] } });
    const hasGroup = group === null || (scope !== GLOBAL && (await outside.readStructure(scope)).groups.some(({ id }) => id === group));
    const hasDataset = dataset === null || ((scope === GLOBAL || (toIso3(dataset) as string) === scope) && (await outside.findDataset(dataset)) !== null);
    if (!hasGroup || !hasDataset) throw new InputError('webhook.place', problemText('webhook.place'));
  }

  async function toHook(stored: StoredHook, waiting: number): Promise<Hook> {
    const { id, scope, url, events, group, dataset, reach, state, failing_since, old_until, created_at, created_by } = stored;
    const bothUntil = old_until !== null && new Date(old_until) > now() ? old_until : null;
    return {
      id,
      scope,
      url,
      events,
      group,
      dataset,
      reach,
      state,
      failingSince: failing_since,
      bothUntil,
      createdAt: created_at,
      createdBy: created_by,
      waiting,
    };
  }
  const tell = async (stored: StoredHook): Promise<Hook> => toHook(stored, (await hooks.countWaiting([stored.id])).get(stored.id) ?? 0);

  return {
    async list(scope: Scope, rights: Rights): Promise<HooksAnswer> {
      const { groups } = await outside.readStructure(scope);
      const whole = await mayKeep(scope, rights, null);
      const own = scope === GLOBAL ? [] : groups.filter(({ id, status }) => status !== 'closed' && (whole || rights.may('edit', id))).map(({ id }) => id);
      requireRight(rights, whole || own.length > 0);
      const kept: StoredHook[] = [];
      for (const hook of await hooks.list(scope)) if (await mayKeep(scope, rights, hook.group)) kept.push(hook);
      const waiting = await hooks.countWaiting(kept.map(({ id }) => id));
      const told = await Promise.all(kept.map((hook) => toHook(hook, waiting.get(hook.id) ?? 0)));
      return { scope, sends, hosts: [...outgoing.hosts], groups: own, whole, hooks: told };
    },

    /** @throws as `check` */
    async create(scope: Scope, rights: Rights, body: HookBody): Promise<NewHookAnswer> {
      requireRight(rights, await mayKeep(scope, rights, body.group));
      const member = requireMember(rights);
      await check(scope, body);
      if ((await hooks.list(scope)).length >= MOST) throw new InputError('webhook.many', problemText('webhook.many'));
      const made = newSecret();
      const stored: StoredHook = {
        id: newId(),
        scope,
        group: body.group,
        dataset: body.dataset,
        url: body.url,
        events: [...new Set(body.events)],
        reach: body.reach,
        account: member.id,
        secret: seal({ secret: made }, secret),
        old_secret: null,
        old_until: null,
        state: 'on',
        failing_since: null,
        created_at: now().toISOString(),
        created_by: member.name,
      };
      await hooks.insert(stored);
      return { hook: await tell(stored), secret: made };
    },

    /** Who lets it tell more, or lets it tell somebody else, answers for it from then on: it is told what that account may know. */
    async change(scope: Scope, rights: Rights, id: string, { state, ...body }: HookChange): Promise<Hook> {
      const found = await requireHook(scope, rights, id);
      const { url = found.url, group = found.group, dataset = found.dataset, events = found.events, reach = found.reach } = body;
      requireRight(rights, await mayKeep(scope, rights, group));
      const member = requireMember(rights);
      if (state !== 'off') await check(scope, { url, group, dataset });
      const isOther =
        url !== found.url ||
        (reach === 'own' &&
          (reach !== found.reach || group !== found.group || dataset !== found.dataset || events.some((each) => !found.events.includes(each))));
      await hooks.update(id, {
        url,
        workgroup: group,
        dataset,
        events: JSON.stringify([...new Set(events)]),
        reach,
        ...(isOther ? { account: member.id } : {}),
        ...(state === undefined ? {} : { state, failing_since: null }),
      });
      wake();
      return tell((await hooks.get(id))!);
    },

    async remove(scope: Scope, rights: Rights, id: string): Promise<void> {
      await requireHook(scope, rights, id);
      await hooks.delete(id);
    },

    async rotate(scope: Scope, rights: Rights, id: string): Promise<NewHookAnswer> {
      const found = await requireHook(scope, rights, id);
      requireMember(rights);
      const made = newSecret();
      await hooks.update(id, {
        secret: seal({ secret: made }, secret),
        old_secret: found.secret,
        old_until: new Date(now().getTime() + BOTH_MS).toISOString(),
      });
      return { hook: await tell((await hooks.get(id))!), secret: made };
    },

    /** @throws as `check` */
    async sendTest(scope: Scope, rights: Rights, id: string): Promise<{ deliveries: Delivery[] }> {
      const found = await requireHook(scope, rights, id);
      await check(scope, found);
      await hooks.addDelivery({ id: newId().replaceAll('-', ''), webhook: id, event: null, kind: 'test', created_at: now().toISOString() });
      wake();
      return { deliveries: (await hooks.listDeliveries(id)).map(toDelivery) };
    },

    async listDeliveries(scope: Scope, rights: Rights, id: string): Promise<{ deliveries: Delivery[] }> {
      await requireHook(scope, rights, id);
      return { deliveries: (await hooks.listDeliveries(id)).map(toDelivery) };
    },

    /** @throws NotFoundError `webhook.delivery`, and as `check` */
    async resend(scope: Scope, rights: Rights, id: string, delivery: string): Promise<{ deliveries: Delivery[] }> {
      const found = await requireHook(scope, rights, id);
      await check(scope, found);
      if (!(await hooks.resend(id, delivery, now().toISOString()))) throw new NotFoundError('webhook.delivery', problemText('webhook.delivery'));
      wake();
      return { deliveries: (await hooks.listDeliveries(id)).map(toDelivery) };
    },
  };
}

const toDelivery = ({ id, kind, state, attempts, created_at, next_at, done_at, status, fault }: DeliveryRow): Delivery => ({
  id,
  kind: kind as Delivery['kind'],
  state,
  attempts,
  createdAt: created_at,
  nextAt: state === 'waiting' ? next_at : null,
  doneAt: done_at,
  status,
  fault,
});
