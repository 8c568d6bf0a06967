/** News of the data, put together: what they take from datasets, groups, the schedule and accounts; the clock that looks; the way out to receivers. */
import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { leadsOf, windowOf } from '../../assessments/model.ts';
import { createAssessmentStore } from '../../assessments/store.ts';
import { createNameCountry } from '../../catalogue/countryName.ts';
import type { Config } from '../../config.ts';
import { isPublic } from '../../contract/datasets/dataset.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import { PAGES } from '../../contract/pages.ts';
import type { Member } from '../../contract/people/people.ts';
import { CodmapError, orNull } from '../../errors.ts';
import { createGroupStore } from '../../groups/store.ts';
import type { Structure } from '../../groups/structure.ts';
import { createHarvestStore } from '../../harvest/store.ts';
import type { Served } from '../../http/serve.ts';
import type { Log } from '../../log.ts';
import type { DigestMails } from '../../mail/service.ts';
import { createMailStore } from '../../mail/store.ts';
import type { OpenEvents } from '../../meetings/routes.ts';
import type { AccountRights, Outside } from '../../news/deps.ts';
import { createDigests } from '../../news/digest/service.ts';
import { createDeliveries, SendFault, type Outgoing } from '../../news/hooks/deliver.ts';
import { createHooks } from '../../news/hooks/service.ts';
import { createHookStore } from '../../news/hooks/store.ts';
import { createKnower, type Knower } from '../../news/knower.ts';
import { pageOf } from '../../news/pages.ts';
import { scopesOf, type Reader } from '../../news/notices.ts';
import { tellOverdue } from '../../news/overdue.ts';
import { openFeed, serveNews } from '../../news/routes.ts';
import { createNewsService } from '../../news/service.ts';
import { createEventStore } from '../../news/store.ts';
import { createEgress, type Egress } from '../../outside/egress/egress.ts';
import type { Accounts } from '../../people/accounts.ts';
import type { Authorization } from '../../people/authorize.ts';
import type { Holdings } from '../../sensitivity/holdings.ts';
import type { Store } from '../store.ts';
import { openOwnPage, openWhoMay } from './grouping.ts';
import { openStandings } from './schedule.ts';

export interface NewsParts extends Pick<Store, 'db' | 'datasets'> {
  config: Pick<Config, 'publicUrl' | 'mail' | 'webhookHosts'>;
  holdings: Pick<Holdings, 'read'>;
  accounts: Pick<Accounts, 'getMember' | 'rightsFor' | 'listAppointments'>;
  authorization: Pick<Authorization, 'findRights' | 'findSignedIn' | 'requireOwnPage'>;
  secret: string;
  version: string;
  /** For tests: where webhooks go. */
  outgoing?: Outgoing | undefined;
  log: Log;
  now: () => Date;
}

export interface Newsroom {
  served: Served[];
  openEvents: OpenEvents;
  digests: DigestMails;
  stop(): Promise<void>;
}

/** Soon enough for who waits for a webhook, and one look at an index. */
const LOOK_MS = 2000;
const SWEEP_MS = 10 * 60_000;
/** A server that starts has something better to do. */
const FIRST_MS = 20_000;
/** An answer asks for the structure of a country many times. */
const STRUCTURE_MS = 2000;
/** What a receiver answers is not read. */
const ANSWER_BYTES = 65_536;

export function openOutside({ db, datasets, holdings, now }: Pick<NewsParts, 'db' | 'datasets' | 'holdings' | 'now'>) {
  const store = createGroupStore(db, randomUUID, now);
  const known = new Map<string, { at: number; structure: Promise<Structure> }>();
  const read = (scope: Scope): Promise<Structure> => {
    const found = known.get(scope);
    if (found && performance.now() - found.at < STRUCTURE_MS) return found.structure;
    const structure = store.read(scope);
    known.set(scope, { at: performance.now(), structure });
    structure.catch(() => known.delete(scope));
    return structure;
  };
  const sources = createHarvestStore(db);
  const assessments = createAssessmentStore(db, randomUUID);
  const standings = openStandings({ db, datasets, holdings, groups: { read } }, now);
  const outside: Outside = {
    readStructure: read,
    async findDataset(id) {
      const found = await orNull(datasets.getDataset(id));
      return found && { isPublished: found.versions.some(isPublic) };
    },
    findVersion: (dataset, version) => orNull(datasets.getVersion(dataset, version)),
    holdsOf: async (dataset) => (await holdings.read()).of(dataset).holds,
    nameCountry: createNameCountry(db),
    findEntry: (scope, id) => standings.findEntry(scope, id),
    async findSource(scope, id) {
      const source = await sources.find(id);
      if (!source || source.scope !== scope) return null;
      const page = pageOf(PAGES.schedule, scope);
      return { name: source.name, path: source.entry === null ? page : `${page}?entry=${source.entry}` };
    },
    async findAssessment(scope, id) {
      const found = await assessments.find(scope, id);
      if (!found || found.state !== 'confirmed' || found.status !== 'planned') return null;
      return { id, title: found.title, lead: leadsOf(found), start: windowOf(found)?.start ?? null };
    },
  };
  return { outside, listStandings: () => standings.listStandings() };
}

/** The guarded door to other servers (decision 0078), as webhooks use it: a redirect is a failure, and nothing of the answer is read. */
export function openOutgoing(egress: Egress, hosts: readonly string[]): Outgoing {
  return {
    hosts,
    allows(url) {
      try {
        egress.check(url);
        return true;
      } catch {
        return false;
      }
    },
    async post(url, { headers, body, timeoutMs }) {
      try {
        const answer = await egress.fetch(url, { method: 'POST', headers, body, redirects: 0, limits: { bytes: ANSWER_BYTES, seconds: timeoutMs / 1000 } });
        answer.cancel();
        return { status: answer.status };
      } catch (error) {
        throw toFault(error);
      }
    },
  };
}

const FAULTS: Record<string, SendFault['fault']> = {
  'outside.refused': 'refused',
  'outside.slow': 'timeout',
  'outside.redirects': 'redirect',
  'outside.unreachable': 'network',
  'outside.wait': 'network',
  'outside.large': 'network',
  'outside.encoding': 'network',
};
const toFault = (error: unknown): unknown => (error instanceof CodmapError && error.code in FAULTS ? new SendFault(FAULTS[error.code]!) : error);

function openReaders({ accounts, authorization }: Pick<NewsParts, 'accounts' | 'authorization'>, openKnower: (rights: AccountRights | null) => Knower) {
  async function readerOf(member: Member): Promise<Reader & { name: string; email: string }> {
    const [rights, held] = await Promise.all([accounts.rightsFor(member), accounts.listAppointments(member.id)]);
    const { id, name, email, createdAt, role } = member;
    return { account: id, name, email, createdAt, scopes: scopesOf(role === 'admin', held), knower: openKnower(rights) };
  }
  const findMember = (account: string) => orNull(accounts.getMember(account));
  return {
    findReader: async (account: string) => {
      const member = await findMember(account);
      return member && readerOf(member);
    },
    findAsking: async (request: Request) => {
      const member = await authorization.findSignedIn(request);
      return member && readerOf(member);
    },
    openKnowerOf: async (account: string | null): Promise<Knower | null> => {
      if (account === null) return openKnower(null);
      const member = await findMember(account);
      return member && openKnower(await accounts.rightsFor(member));
    },
  };
}

export function openNews(parts: NewsParts): Newsroom {
  const { db, config, authorization, secret, version, log, now } = parts;
  const { outside, listStandings } = openOutside(parts);
  const events = createEventStore(db);
  const hookStore = createHookStore(db);
  const base = config.publicUrl ?? '';
  const openKnower = (rights: AccountRights | null) => createKnower(rights, outside);
  const { findReader, findAsking, openKnowerOf } = openReaders(parts, openKnower);
  const egress = createEgress({ allowedHosts: config.webhookHosts, userAgent: `Codmap/${version} (+${base})`, now });
  const outgoing = parts.outgoing ?? openOutgoing(egress, config.webhookHosts);
  const deliveries = createDeliveries({ hooks: hookStore, events, outside, outgoing, openKnower: openKnowerOf, base, secret, log, now });
  const guarded = (work: () => Promise<unknown>) => () => void work().catch((error: unknown) => log.warn({ err: error }, 'News:WorkFailed'));
  const wake = guarded(() => deliveries.run());
  const hooks = createHooks({ hooks: hookStore, outside, outgoing, hasAddress: base !== '', wake, secret, now, newId: randomUUID });
  const mails = createMailStore(db);
  const queue: Parameters<typeof createDigests>[0]['queue'] = (tx, mail) => mails.add(mail, tx);
  const digests = createDigests({ events, outside, findReader, queue, base, secret, now });
  const news = createNewsService({ events, outside, sends: config.mail !== null, secret, now });

  const sweep = guarded(async () => {
    const told = await tellOverdue(db, await listStandings(), now());
    if (told > 0) log.info({ told }, 'News:Overdue');
    await deliveries.forget();
  });
  const timers = [setTimeout(sweep, FIRST_MS), setInterval(sweep, SWEEP_MS), ...(outgoing.hosts.length > 0 ? [setInterval(wake, LOOK_MS)] : [])];

  const findRights = (request: Request) => authorization.findRights(request);
  const whoMay = openWhoMay(authorization);
  const requireOwnPage = openOwnPage(authorization);
  return {
    served: serveNews({ news, hooks, whoMay, findRights, openKnower, findReader: findAsking, requireOwnPage }),
    async openEvents(request, response, asked) {
      const { knower, how } = await openFeed({ findRights, openKnower }, request, response);
      return { events: () => news.feeds.listEntries(knower, asked), how };
    },
    digests,
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await egress.close();
    },
  };
}
