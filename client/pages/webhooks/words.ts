/** What the page of webhooks says, and what may be chosen on it. */
import type { Hook, HookBody } from '../../../server/contract/news/news.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type hookMessages from '../../../server/words/en/interface/workgroup/webhooks.ts';

export type HookKey = keyof typeof commonMessages | keyof typeof hookMessages;

export type EventKind = Hook['events'][number];
export const EVENT_KINDS = [
  'version.published',
  'version.withdrawn',
  'harvest.changed',
  'harvest.failed',
  'calendar.overdue',
  'assessment.planned',
] as const satisfies readonly EventKind[];
export const REACHES = ['public', 'own'] as const satisfies readonly HookBody['reach'][];
