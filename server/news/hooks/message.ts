/** What a receiver is told of an event: what happened, to what, where to look. Ids and addresses; no content, no text, no person. */
import type { Scope } from '../../contract/groups/groups.ts';
import type { EventKind } from '../../contract/news/events.ts';
import type { HookMessage } from '../../contract/news/news.ts';
import { PAGES, toAddress } from '../../contract/paths.ts';
import { datasetPage, pageOf } from '../pages.ts';
import type { StoredEvent } from '../store.ts';

export function toMessage({ id, kind, at, scope, dataset, version, subject }: StoredEvent, base: string): HookMessage {
  const isVersion = kind === 'version.published' || kind === 'version.withdrawn';
  const isEntry = kind === 'calendar.overdue' || kind === 'assessment.planned';
  const page = dataset !== null && !isEntry ? datasetPage(scope, dataset) : pageOf(kind === 'assessment.planned' ? PAGES.assessments : PAGES.schedule, scope);
  return {
    type: kind as EventKind,
    timestamp: at,
    data: {
      id,
      scope,
      dataset,
      version,
      entry: kind === 'calendar.overdue' ? subject : null,
      source: kind.startsWith('harvest.') ? subject : null,
      assessment: kind === 'assessment.planned' ? subject : null,
      links: {
        page: `${base}${isVersion && version !== null ? `${page}?version=${version}` : isEntry ? `${page}?entry=${subject}` : page}`,
        api: dataset !== null && version !== null ? base + toAddress('getVersion', { id: dataset, version }) : null,
        feed: dataset === null ? base + toAddress('getCountryFeed', { scope }) : base + toAddress('getDatasetFeed', { id: dataset }),
      },
    },
  };
}

/** So that a receiver can be tried out. */
export const testMessage = (id: string, at: string, scope: Scope, base: string): HookMessage => ({
  type: 'test',
  timestamp: at,
  data: { id, scope, dataset: null, version: null, entry: null, source: null, assessment: null, links: { page: `${base}/`, api: null, feed: null } },
});
