/** The data-sharing schedule of countries: what is told of it, what is changed in it, and its files. Who may what is asked by the routes. */
import type { Scope } from '../contract/groups/groups.ts';
import { createAnswers } from './answers.ts';
import { createChanges } from './change.ts';
import type { ScheduleDeps } from './deps.ts';
import { createNews } from './news.ts';

export type Schedule = ReturnType<typeof createSchedule>;

/** All of it. Refusals say what is wrong and leave everything as it was: NotFoundError, ConflictError and InputError `schedule.…`, `group.…`. */
export function createSchedule(deps: ScheduleDeps) {
  const answers = createAnswers(deps);
  return { ...createChanges(deps), answers, news: createNews(deps, answers), readStructure: (scope: Scope) => deps.outside.readStructure(scope) };
}
