/** Addresses of feeds, notices and webhooks, apart for the length of paths.ts. */
const API = '/api/v1';
const HOOKS = `${API}/countries/:scope/webhooks` as const;
const HOOK = `${HOOKS}/:hook` as const;

export const NEWS_PATHS = {
  getNewsFeed: `get ${API}/feed.atom`,
  getDatasetFeed: `get ${API}/datasets/:id/feed.atom`,
  listNews: `get ${API}/news`,
  countNews: `get ${API}/news/count`,
  readNews: `post ${API}/news/read`,
  setDigest: `put ${API}/news/digest`,
  unsubscribe: `post ${API}/news/unsubscribe/:token`,
  listWebhooks: `get ${HOOKS}`,
  createWebhook: `post ${HOOKS}`,
  changeWebhook: `patch ${HOOK}`,
  deleteWebhook: `delete ${HOOK}`,
  rotateWebhook: `post ${HOOK}/secret`,
  testWebhook: `post ${HOOK}/test`,
  listDeliveries: `get ${HOOK}/deliveries`,
  resendDelivery: `post ${HOOK}/deliveries/:delivery/resend`,
} as const;
