/** Meetings, actions and decisions of groups: what is read of them, what is changed in them, and what calendars and feeds tell. Who may what is asked by the routes. */
import type { Scope } from '../contract/groups/groups.ts';
import { createActions, createDecisions } from './agreed.ts';
import { createAnswers } from './answers.ts';
import type { MeetingsDeps } from './deps.ts';
import { createLinks, type LinksDeps } from './links.ts';
import { createNews, type NewsSources } from './news.ts';
import { createPlanning } from './plan.ts';
import { createRecording } from './record.ts';

export type Meetings = ReturnType<typeof createMeetings>;

/** All of it. Refusals say what is wrong and leave everything as it was: NotFoundError, ConflictError and InputError `meeting.…`, `action.…`, `decision.…`, `calendar.…`. */
export function createMeetings(deps: MeetingsDeps & Pick<LinksDeps, 'links' | 'accounts'> & { sources: NewsSources }) {
  const { store } = deps;
  return {
    ...createPlanning(deps),
    ...createRecording(deps),
    ...createActions(deps),
    ...createDecisions(deps),
    answers: createAnswers(deps),
    links: createLinks(deps),
    news: createNews(deps),
    findMeeting: async (scope: Scope, id: string) => (await store.listMeetings(scope)).find((each) => each.id === id),
  };
}
