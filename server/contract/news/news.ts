/** What is new for a person, how often a digest of it is sent, and webhooks. Terms: docs/news.md. */
import { z } from 'zod';
import { groupId, scope } from '../groups/groups.ts';
import { datasetId, versionTag } from '../ids.ts';
import { LANGS } from '../languages.ts';
import { EVENT_KINDS, eventKind, OWN_KINDS } from './events.ts';

/** A moment, or a day in UTC. */
export const since = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], 'wrong.since')
  .describe('only what is new since then: a moment (ISO 8601) or a day in UTC');
export const feedQuery = z.object({ lang: z.enum(LANGS).default('en').describe('of what stands around the titles'), since: since.optional() });

const anyKind = z.enum([...EVENT_KINDS, ...OWN_KINDS]);

export const newsItem = z.object({
  id: z.string(),
  kind: anyKind,
  at: z.string(),
  scope,
  group: groupId.nullable(),
  title: z.string(),
  text: z.string(),
  path: z.string().describe('The page that it is about.'),
  read: z.boolean(),
});
export type NewsItem = z.infer<typeof newsItem>;

export const DIGESTS = ['off', 'daily', 'weekly'] as const;
const zone = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_+\-/]+$/, 'wrong.zone');
export const digestBody = z.object({ every: z.enum(DIGESTS), language: z.enum(LANGS), zone: zone.describe('IANA name, on whose clock it is seven') });
export type Digest = z.infer<typeof digestBody>;

export const newsAnswer = z.object({
  unread: z.number().int(),
  items: z.array(newsItem).describe('Newest first, of the last 90 days.'),
  digest: digestBody.extend({ sends: z.boolean().describe('Whether this server sends mail at all.') }),
});
export type NewsAnswer = z.infer<typeof newsAnswer>;
export const newsQuery = z.object({ lang: z.enum(LANGS).default('en') });
/** null: nobody is signed in. */
export const countAnswer = z.object({ unread: z.number().int().nullable() });
/** All that is there until now, or those that are named. */
export const readBody = z.object({ ids: z.array(z.string().min(1).max(200)).max(500).optional() });
/** Sealed by the server; only it can open it. */
export const unsubscribeParams = z.object({ token: z.string().regex(/^[\w-]{40,400}$/, 'wrong.id') });

/** `public`: what strangers may know. `own`: also what the account that registered it may know at the moment of sending. */
export const REACHES = ['public', 'own'] as const;
export type Reach = (typeof REACHES)[number];
/** `disabled`: by the server, after five days of failure. */
export const HOOK_STATES = ['on', 'off', 'disabled'] as const;
export type HookState = (typeof HOOK_STATES)[number];

const hookUrl = z
  .url({ protocol: /^https$/, error: 'wrong.https' })
  .max(2000)
  .refine((text) => !URL.canParse(text) || (new URL(text).username === '' && new URL(text).password === ''), 'wrong.credentials');

export const hookBody = z.object({
  url: hookUrl,
  events: z.array(eventKind).min(1).max(EVENT_KINDS.length),
  group: groupId.nullable().default(null).describe('Only what concerns data and entries that this group answers for.'),
  dataset: datasetId.nullable().default(null).describe('Only of this dataset.'),
  reach: z.enum(REACHES).default('public'),
});
export type HookBody = z.output<typeof hookBody>;
export const hookChange = hookBody.partial().extend({ state: z.enum(['on', 'off']).optional() });
export type HookChange = { [Key in keyof HookBody]?: HookBody[Key] | undefined } & { state?: 'on' | 'off' | undefined };

export const hook = z.object({
  id: z.string(),
  scope,
  url: z.string(),
  events: z.array(eventKind),
  group: groupId.nullable(),
  dataset: datasetId.nullable(),
  reach: z.enum(REACHES),
  state: z.enum(HOOK_STATES),
  failingSince: z.string().nullable(),
  bothUntil: z.string().nullable().describe('Until then deliveries are signed with the secret before as well.'),
  createdAt: z.string(),
  createdBy: z.string(),
  waiting: z.number().int().describe('Deliveries that are on their way.'),
});
export type Hook = z.infer<typeof hook>;
export const hooksAnswer = z.object({
  scope,
  sends: z.boolean().describe('Whether an administrator lets this server send to any host.'),
  hosts: z.array(z.string()).describe('Hosts that may be sent to.'),
  groups: z.array(groupId).describe('For these one may register a webhook.'),
  whole: z.boolean().describe('Whether one may register a webhook for the whole country.'),
  hooks: z.array(hook),
});
export type HooksAnswer = z.infer<typeof hooksAnswer>;
/** The secret is shown this once. */
export const newHookAnswer = z.object({ hook, secret: z.string() });
export type NewHookAnswer = z.infer<typeof newHookAnswer>;

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed', 'dropped'] as const;
/** `fault`: `timeout`, `network`, `redirect`, `status`, `refused` (the guard lets nothing go there), `unseen` (it is not for this webhook any more), `disabled` (given up with the webhook). */
export const delivery = z.object({
  id: z.string(),
  kind: z.union([anyKind, z.literal('test')]),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number().int(),
  createdAt: z.string(),
  nextAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  status: z.number().int().nullable(),
  fault: z.string().nullable(),
});
export type Delivery = z.infer<typeof delivery>;
export const deliveriesAnswer = z.object({ deliveries: z.array(delivery).describe('Newest first, the last hundred.') });
export const hookParams = z.object({ scope, hook: z.string().min(1).max(64) });
export const deliveryParams = hookParams.extend({ delivery: z.string().regex(/^[0-9a-f]{32}$/, 'wrong.id') });

/** What a receiver gets: ids and addresses, no personal data, no content. */
export const hookMessage = z.object({
  type: z.union([eventKind, z.literal('test')]),
  timestamp: z.string(),
  data: z.object({
    id: z.string(),
    scope,
    dataset: datasetId.nullable(),
    version: versionTag.nullable(),
    entry: z.string().nullable(),
    source: z.string().nullable(),
    assessment: z.string().nullable(),
    links: z.object({ page: z.string(), api: z.string().nullable(), feed: z.string().nullable() }),
  }),
});
export type HookMessage = z.infer<typeof hookMessage>;
