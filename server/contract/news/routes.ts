/** Routes of feeds, notices, digests and webhooks. Who may keep a webhook is decided by the handler. */
import { scopeParams } from '../groups/groups.ts';
import { z } from 'zod';
import { datasetId } from '../ids.ts';
import { defineRoutes } from '../route.ts';
import {
  countAnswer,
  deliveriesAnswer,
  deliveryParams,
  digestBody,
  feedQuery,
  hook,
  hookBody,
  hookChange,
  hookParams,
  hooksAnswer,
  newHookAnswer,
  newsAnswer,
  newsQuery,
  readBody,
  unsubscribeParams,
} from './news.ts';

const ATOM = 'application/atom+xml';
const HOOKS = '/api/v1/countries/SLE/webhooks';
/** The handler asks whether the group, or the one that keeps the data of the country, may be edited. */
const MANAGE = { permission: 'group.manage', cache: 'private' } as const;
const OWN = 'it is of the account that asks, by its session';

export const newsRoutes = defineRoutes({
  getNewsFeed: {
    summary:
      'Atom feed (RFC 4287) of all countries: versions of data that were published or withdrawn, and what is overdue, as far as the one who asks may know',
    tag: 'news',
    query: feedQuery,
    answer: { status: 200, media: ATOM },
    cache: 'minute',
    example: '/api/v1/feed.atom',
  },
  getDatasetFeed: {
    summary: 'The same of one dataset',
    tag: 'news',
    params: z.object({ id: datasetId }),
    query: feedQuery,
    answer: { status: 200, media: ATOM },
    cache: 'minute',
    example: '/api/v1/datasets/cod-ab-sle/feed.atom',
  },
  listNews: {
    summary: 'What is new for whoever is signed in: versions of the data of their countries, what is overdue, what could not be fetched',
    tag: 'news',
    query: newsQuery,
    answer: { status: 200, schema: newsAnswer },
    cache: 'private',
    example: '/api/v1/news',
  },
  countNews: {
    summary: 'How much of it is unread; null for strangers',
    tag: 'news',
    answer: { status: 200, schema: countAnswer },
    cache: 'private',
    example: '/api/v1/news/count',
  },
  readNews: {
    summary: 'Marks as read: what is named, else all',
    tag: 'news',
    body: readBody,
    answer: { status: 200, schema: countAnswer },
    cache: 'private',
    open: OWN,
    example: '/api/v1/news/read',
  },
  setDigest: {
    summary: 'How often a digest is sent, in which language, on whose clock',
    tag: 'news',
    body: digestBody,
    answer: { status: 200, schema: digestBody },
    cache: 'private',
    open: OWN,
    example: '/api/v1/news/digest',
  },
  unsubscribe: {
    summary: 'Ends the digests of one account by the link of a message (RFC 8058); says nothing of whether there were any',
    tag: 'news',
    params: unsubscribeParams,
    answer: { status: 204, media: 'text/plain' },
    cache: 'private',
    open: 'whoever has the link may end the messages, as RFC 8058 asks for',
    example: '/api/v1/news/unsubscribe/TOKEN',
  },
  listWebhooks: {
    summary: 'Webhooks that one may keep, and what one may register',
    tag: 'news',
    params: scopeParams,
    answer: { status: 200, schema: hooksAnswer },
    ...MANAGE,
    example: HOOKS,
  },
  createWebhook: {
    summary: 'Registers a webhook (Standard Webhooks). The secret is shown this once',
    tag: 'news',
    params: scopeParams,
    body: hookBody,
    answer: { status: 201, schema: newHookAnswer },
    ...MANAGE,
    example: HOOKS,
  },
  changeWebhook: {
    summary: 'Changes a webhook, turns it on or off',
    tag: 'news',
    params: hookParams,
    body: hookChange,
    answer: { status: 200, schema: hook },
    ...MANAGE,
    example: `${HOOKS}/HOOK`,
  },
  deleteWebhook: {
    summary: 'Takes a webhook away, with what is on its way',
    tag: 'news',
    params: hookParams,
    answer: { status: 204, media: 'text/plain' },
    ...MANAGE,
    example: `${HOOKS}/HOOK`,
  },
  rotateWebhook: {
    summary: 'A new secret, shown this once; for a day deliveries are signed with both',
    tag: 'news',
    params: hookParams,
    answer: { status: 201, schema: newHookAnswer },
    ...MANAGE,
    example: `${HOOKS}/HOOK/secret`,
  },
  testWebhook: {
    summary: 'Sends a message of type `test`',
    tag: 'news',
    params: hookParams,
    answer: { status: 202, schema: deliveriesAnswer },
    ...MANAGE,
    example: `${HOOKS}/HOOK/test`,
  },
  listDeliveries: {
    summary: 'What was sent to a webhook, and what became of it',
    tag: 'news',
    params: hookParams,
    answer: { status: 200, schema: deliveriesAnswer },
    ...MANAGE,
    example: `${HOOKS}/HOOK/deliveries`,
  },
  resendDelivery: {
    summary: 'Sends one once more, under its own id',
    tag: 'news',
    params: deliveryParams,
    answer: { status: 202, schema: deliveriesAnswer },
    ...MANAGE,
    example: `${HOOKS}/HOOK/deliveries/DELIVERY/resend`,
  },
});
