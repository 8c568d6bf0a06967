/** Sends what is due to receivers: at least once, one at a time to each, again after a while, and given up after five days. */
import { concerns } from '../concern.ts';
import type { Outside } from '../deps.ts';
import type { Knower } from '../knower.ts';
import type { EventStore, StoredEvent } from '../store.ts';
import type { Log } from '../../log.ts';
import { unseal } from '../../store/seal.ts';
import { testMessage, toMessage } from './message.ts';
import { signedHeaders } from './sign.ts';
import type { DeliveryRow, HookStore, StoredHook } from './store.ts';

/** The way out, guarded: nothing goes to a host that is not allowed, nor to an address within (docs/news.md). */
export interface Outgoing {
  /** What an administrator allows; empty: nothing is sent at all. */
  hosts: readonly string[];
  /** Whether it may be sent there, as far as can be told without asking the network. */
  allows(url: string): boolean;
  /** @returns the status of the answer, of which nothing is read. @throws SendFault */
  post(url: string, given: { headers: Record<string, string>; body: string; timeoutMs: number }): Promise<{ status: number }>;
}

export type Fault = 'timeout' | 'network' | 'redirect' | 'status' | 'refused';
export class SendFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(`The message was not sent (${fault})`);
    this.name = 'SendFault';
    this.fault = fault;
  }
}

export interface DeliverDeps {
  hooks: HookStore;
  events: Pick<EventStore, 'find'>;
  outside: Outside;
  outgoing: Outgoing;
  /** What strangers may know, or what an account may; null where it is gone. */
  openKnower: (account: string | null) => Promise<Knower | null>;
  base: string;
  secret: string;
  log: Pick<Log, 'info' | 'warn'>;
  now: () => Date;
  /** Until a receiver must have answered. */
  timeoutMs?: number;
}

const SECOND_MS = 1000;
const DAY_MS = 86_400 * SECOND_MS;
/** Seconds until it is tried again, each time; then each day. */
const AGAIN = [5, 60, 5 * 60, 30 * 60, 2 * 3600, 6 * 3600, 12 * 3600];
const DAILY = 24 * 3600;
/** A receiver that has taken nothing for so long is left alone. */
const GIVEN_UP_MS = 5 * DAY_MS;
/** Longer than anybody waits for an answer, so that what one server is sending no other sends. */
const LEASE_MS = 60 * SECOND_MS;
const TIMEOUT_MS = 15 * SECOND_MS;
const AT_ONCE = 4;
const KEPT_MS = 90 * DAY_MS;

export const secondsAfter = (attempts: number): number => AGAIN[attempts] ?? DAILY;

/** Whether it is meant for a receiver at all; whether it may know of it is asked when it is sent. */
export function wants({ scope, group, dataset, events, created_at }: StoredHook, event: StoredEvent, isOfGroup: boolean): boolean {
  if (!(events as readonly string[]).includes(event.kind) || event.at < created_at) return false;
  if ((scope as string) !== 'global' && scope !== event.scope) return false;
  return (dataset === null || dataset === event.dataset) && (group === null || isOfGroup);
}

export function createDeliveries(deps: DeliverDeps) {
  const { hooks, events, outside, outgoing, openKnower, base, secret, log, now, timeoutMs = TIMEOUT_MS } = deps;

  async function passOn(): Promise<void> {
    const groups = new Map<string, Awaited<ReturnType<Outside['readStructure']>>['groups']>();
    for (;;) {
      const at = now().toISOString();
      // Structures are read before, since within a transaction nothing else is asked.
      for (const { scope } of await hooks.listOfGroups()) if (!groups.has(scope)) groups.set(scope, (await outside.readStructure(scope)).groups);
      const isOfGroup = ({ group, scope }: StoredHook, event: StoredEvent) => group !== null && concerns(event, group, groups.get(scope) ?? []);
      if ((await hooks.passOn((hook, event) => wants(hook, event, isOfGroup(hook, event)), at)) === 0) return;
    }
  }

  /** null: it is not for this receiver any more, or not there any more. */
  async function bodyOf(delivery: DeliveryRow, hook: StoredHook): Promise<string | null> {
    if (delivery.event === null) return JSON.stringify(testMessage(delivery.id, delivery.created_at, hook.scope, base));
    const event = await events.find(delivery.event);
    if (!event) return null;
    // Whose account is gone is told what everybody may know.
    const knower = (hook.reach === 'own' ? await openKnower(hook.account) : null) ?? (await openKnower(null))!;
    return (await knower.mayKnow(event)) ? JSON.stringify(toMessage(event, base)) : null;
  }

  function secretsOf({ secret: sealed, old_secret, old_until }: StoredHook, at: Date): string[] {
    const open = (text: string) => (unseal(text, secret) as { secret: string } | undefined)?.secret;
    const both = old_secret !== null && old_until !== null && new Date(old_until) > at ? [sealed, old_secret] : [sealed];
    return both.map(open).filter((each) => each !== undefined);
  }

  async function send(delivery: DeliveryRow): Promise<void> {
    const hook = (await hooks.get(delivery.webhook))!;
    const body = await bodyOf(delivery, hook);
    if (body === null) return hooks.drop(delivery.id, now().toISOString());
    const secrets = secretsOf(hook, now());
    try {
      // Sealed with the secret of another server: a new one must be made.
      if (secrets.length === 0) throw new SendFault('refused');
      const { status } = await outgoing.post(hook.url, { headers: signedHeaders(delivery.id, now(), body, secrets), body, timeoutMs });
      if (status >= 200 && status < 300) {
        await hooks.done(delivery.id, hook.id, now().toISOString(), status);
        log.info({ webhook: hook.id, delivery: delivery.id, status }, 'Webhook:Delivered');
      } else await fail(delivery, hook, status >= 300 && status < 400 ? 'redirect' : 'status', status);
    } catch (error) {
      if (!(error instanceof SendFault)) throw error;
      await fail(delivery, hook, error.fault, null);
    }
  }

  async function fail(delivery: DeliveryRow, hook: StoredHook, fault: Fault, status: number | null): Promise<void> {
    const at = now();
    const since = new Date(hook.failing_since ?? at);
    // 410: the receiver says that it is gone for good.
    const isOver = status === 410 || at.getTime() - since.getTime() >= GIVEN_UP_MS;
    const isTest = delivery.event === null;
    const next = isOver || isTest ? null : new Date(at.getTime() + secondsAfter(delivery.attempts) * SECOND_MS).toISOString();
    await hooks.failed(delivery.id, hook.id, at.toISOString(), { next, status, fault, counts: !isTest });
    log.warn({ webhook: hook.id, delivery: delivery.id, fault, status, attempt: delivery.attempts + 1, next }, 'Webhook:NotDelivered');
    if (!isOver || isTest) return;
    await hooks.disable(hook.id, at.toISOString(), {
      id: `webhook.disabled/${hook.id}/${since.toISOString()}`,
      kind: 'webhook.disabled',
      at: at.toISOString(),
      scope: hook.scope,
      subject: hook.id,
      group: hook.group,
      audience: 'keepers',
      detail: { host: new URL(hook.url).host },
    });
  }

  let running: Promise<void> | undefined;
  async function work(): Promise<void> {
    for (;;) {
      const at = now();
      const delivery = await hooks.claim(at.toISOString(), new Date(at.getTime() + LEASE_MS).toISOString());
      if (!delivery) return;
      await send(delivery);
    }
  }

  return {
    /** Passes on what is new and sends what is due; nothing where no host is allowed. Ends when nothing is left that is due now. */
    async run(): Promise<void> {
      if (outgoing.hosts.length === 0 || base === '') return;
      running ??= (async () => {
        await passOn();
        await Promise.all(Array.from({ length: AT_ONCE }, work));
      })().finally(() => (running = undefined));
      await running;
    },
    forget: () => hooks.forget(new Date(now().getTime() - KEPT_MS).toISOString()),
  };
}
