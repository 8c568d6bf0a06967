/** Where the people of each unit are on the other version: whole, nearly whole, divided, or nowhere. Pure. */
import { LEAST_APPORTIONED, type CrosswalkLevel, type CrosswalkRelation, type Ranged } from '../../contract/boundaries/crosswalk.ts';
import { NEAR } from '../../contract/boundaries/heirs.ts';
import type { CarryMethod, RemainderReason } from '../../contract/population/carried.ts';

/** Shares are kept with four decimals. */
const WHOLE = 0.9995;

export interface Landing {
  how: CarryMethod;
  /** One where it is exact or near. `target` null: ground of no unit. */
  parts: { target: string | null; share: Ranged }[];
  basis: string | null;
  /** Of a remainder. */
  why?: RemainderReason;
}

/** By the code of the unit before. */
export function findLandings({ relations }: Pick<CrosswalkLevel, 'relations'>): Map<string, Landing> {
  const bySource = Map.groupBy(
    relations.filter(({ source }) => source !== null && source.pcode !== ''),
    ({ source }) => source!.pcode,
  );
  return new Map([...bySource].map(([pcode, rows]) => [pcode, land(rows)]));
}

const ALL: Ranged = { value: 1, low: 1, high: 1 };
const none = (why: RemainderReason): Landing => ({ how: 'remainder', parts: [], basis: null, why });

function land(rows: readonly CrosswalkRelation[]): Landing {
  // A code that is other ground now says nothing, unless the ground is that, too.
  const own = rows.filter(({ relation, shareOfSource }) => relation !== 'relocated' || (shareOfSource ?? 0) > 0);
  const ends = own.flatMap(({ target, people, shareOfSource, certainty }) => {
    const code = target === null || target.pcode === '' ? null : target.pcode;
    return people.shareOfSource ? [{ target: code, share: people.shareOfSource, ground: shareOfSource, certainty, basis: people.basis }] : [];
  });
  const best = ends.filter(({ target }) => target !== null).toSorted((a, b) => b.share.value - a.share.value)[0];
  if (!best) return none('no-ground');
  const whole = (how: CarryMethod): Landing => ({ how, parts: [{ target: best.target, share: ALL }], basis: null });
  // By codes and names alone.
  if (best.ground === null) return ends.length === 1 ? whole('near') : none('no-ground');
  if (best.certainty === 'exact' || best.ground >= WHOLE) return whole('exact');
  // Nearly all of the ground is not nearly all people, where it is known that a town lies on the rest.
  if (best.share.low >= NEAR || (best.ground >= NEAR && best.share.value >= NEAR)) return whole('near');
  const parts = ends.filter(({ share }) => share.high > 0).map(({ target, share }) => ({ target, share }));
  return { how: 'estimated', parts, basis: best.basis };
}

/** Fewer people than this are never divided. */
export const isTooFew = (people: number | null): boolean => people !== null && people < LEAST_APPORTIONED;
