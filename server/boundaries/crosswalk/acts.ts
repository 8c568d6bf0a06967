/** Legal acts that people recorded for relations, put beside the table. Pure. */
import type { ChangesAnswer, CrosswalkRelation, RecordedAct } from '../../contract/boundaries/crosswalk.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { unitKey } from './chain.ts';

export type ActPair = [source: string | null, target: string | null];

/** As it is stored: for pairs of one level, from one version to another. */
export interface StoredAct extends RecordedAct {
  level: AdminLevel;
  pairs: ActPair[];
}

const keyOf = (level: number, [source, target]: ActPair) => JSON.stringify([level, source, target]);
export const pairOf = ({ source, target }: Pick<CrosswalkRelation, 'source' | 'target'>): ActPair => [source && unitKey(source), target && unitKey(target)];

/** @param acts that stand, in the order in which they were recorded: the last one on a pair holds */
export function withActs(answer: ChangesAnswer, acts: readonly StoredAct[]): ChangesAnswer {
  if (acts.length === 0) return answer;
  const known = new Map(acts.flatMap(({ level, pairs, ...act }) => pairs.map((pair) => [keyOf(level, pair), act] as const)));
  return {
    ...answer,
    levels: answer.levels.map((own) => ({
      ...own,
      relations: own.relations.map((one) => {
        const recorded = known.get(keyOf(own.level, pairOf(one)));
        return recorded ? { ...one, recorded } : one;
      }),
    })),
  };
}

/** Relations that an act is about: of one cluster, or of one pair of units. Empty where there are none. */
export function pairsOfAct(
  answer: ChangesAnswer,
  about: { level: AdminLevel; cluster?: number | undefined; source?: string | null | undefined; target?: string | null | undefined },
): ActPair[] {
  const relations = answer.levels.find(({ level }) => level === about.level)?.relations ?? [];
  const isMeant = (one: CrosswalkRelation) =>
    about.cluster === undefined
      ? (one.source?.pcode ?? null) === (about.source ?? null) && (one.target?.pcode ?? null) === (about.target ?? null)
      : one.cluster === about.cluster;
  return relations.filter(isMeant).map(pairOf);
}
