/** Parts of an answer that are asked for. */
import type { ChangesAnswer, CrosswalkRelation } from '../../contract/boundaries/crosswalk.ts';
import { NotFoundError } from '../../errors.ts';

/** @throws NotFoundError `changes.no-level` where neither version has the level */
export function ofLevel(answer: ChangesAnswer, level: number | undefined): ChangesAnswer {
  if (level === undefined) return answer;
  const levels = answer.levels.filter((own) => own.level === level);
  if (levels.length > 0) return { ...answer, levels };
  const known = answer.levels.map((own) => `adm${own.level}`).join(', ');
  throw new NotFoundError('changes.no-level', `Neither ${answer.from.version} nor ${answer.to.version} has adm${level}; they have ${known}.`);
}

/** Units that stayed as they were are counted, not listed. */
export const isChange = ({ relation, also = [] }: Pick<CrosswalkRelation, 'relation' | 'also'>): boolean => relation !== 'unchanged' || also.length > 0;

export const changedOnly = (answer: ChangesAnswer): ChangesAnswer => ({
  ...answer,
  levels: answer.levels.map((own) => ({ ...own, relations: own.relations.filter(isChange) })),
});

/** What fits on a slow link whatever the country: the proposal, and how often of each level; its rows are asked for level by level. */
export const countsOnly = (answer: ChangesAnswer): ChangesAnswer => ({
  ...answer,
  levels: answer.levels.map((own) => ({
    ...own,
    relations: [],
    scheme: own.scheme && { ...own.scheme, exceptions: [] },
    people: own.people && { ...own.people, remainders: [] },
  })),
});
