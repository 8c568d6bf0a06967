/** Units by code, by name and by place. Pure: a version in, answers out. */
import type { AdminUnit } from '../contract/admin.ts';
import type { AdminLevel, Pcode } from '../contract/ids.ts';
import type { FoundUnit, LookupCandidate, UnitAtPoint } from '../contract/lookup/lookup.ts';
import { NEAR_M } from '../layers/join/shares.ts';
import { findPcode, nearPcodes } from '../matching/pcodes.ts';
import { variants } from '../matching/places.ts';
import { toFound, type LookupGround, type LookupOutlines } from './ground.ts';

/** Within this of a border two drawings, or a phone, may put a place on the other side. */
export const BORDER_M = 1000;

/** Units with exactly this code, of the level where one is asked for. */
export function findByCode(ground: LookupGround, code: string, level?: AdminLevel): FoundUnit[] {
  const { tree } = ground.places;
  return tree
    .withCode(code)
    .filter((unit) => level === undefined || unit.level === level)
    .map((unit) => toFound(ground, unit));
}

/** What a code that no unit has may be written for: the same code in other writing first, then codes that look like it. */
export function suggestCodes(ground: LookupGround, code: string, level?: AdminLevel): LookupCandidate[] {
  const { tree } = ground.places;
  const found = new Map<AdminUnit, LookupCandidate>();
  const add = (unit: AdminUnit | undefined, by: LookupCandidate['by'], score: number) => {
    if (unit && !found.has(unit)) found.set(unit, { ...toFound(ground, unit), by, score, sure: false });
  };
  const levels = ground.levels.map((each) => each.level).filter((each) => each > 0 && (level === undefined || each === level));
  for (const each of levels) {
    const match = findPcode(ground.codes, code, each);
    if (match) add(tree.find(each, match.pcode), 'spelling', match.repairs.length === 1 ? 0.95 : 0.9);
  }
  for (const each of levels) for (const near of nearPcodes(ground.codes, code, each)) add(tree.find(each, near), 'code', 0.5);
  return [...found.values()].slice(0, 5);
}

/** Candidates for a name, best first: the same spelling in any language before names that are near to it. */
export function findByName(
  ground: LookupGround,
  name: string,
  { within, level, limit }: { within?: Pcode | undefined; level?: AdminLevel | undefined; limit: number },
): LookupCandidate[] {
  const { names } = ground.places;
  const spellings = variants(name);
  const candidates = new Map<AdminUnit, LookupCandidate>();
  const add = (unit: AdminUnit, by: LookupCandidate['by'], score: number, sure: boolean) => {
    const known = candidates.get(unit);
    if (!known || known.score < score) candidates.set(unit, { ...toFound(ground, unit), by, score: Math.round(score * 1000) / 1000, sure });
  };
  for (const { level: each } of ground.levels) {
    if (level === undefined ? each === 0 : each !== level) continue;
    const same = new Set(spellings.flatMap((spelling) => names.exact(each, spelling, within ?? null)));
    for (const unit of same) add(unit, 'name', 1, same.size === 1);
    for (const spelling of spellings)
      for (const near of names.suggest(each, spelling, within ?? null, limit)) {
        const sure = within !== undefined && same.size === 0 && names.accept(each, spelling, within)?.unit === near.unit;
        if (!same.has(near.unit)) add(near.unit, 'near-name', Math.min(0.999, near.rank), sure);
      }
  }
  const sorted = [...candidates.values()].toSorted((a, b) => b.score - a.score || a.level - b.level || (a.pcode < b.pcode ? -1 : 1));
  // A name that units of several levels bear is of none of them for sure.
  const certain = sorted.filter(({ sure }) => sure);
  return sorted.slice(0, limit).map((each) => ({ ...each, sure: each.sure && certain.length === 1 }));
}

/** The unit of each level that holds the place, or the nearest within five kilometres, which is said. */
export function findAtPoint(ground: LookupGround, outlines: LookupOutlines, lon: number, lat: number, level?: AdminLevel): UnitAtPoint[] {
  return outlines.levels.flatMap(({ level: own, units, index }) => {
    if (level !== undefined && own !== level) return [];
    const row = index.at(lon, lat);
    const edge = index.nearest(lon, lat, NEAR_M);
    const unit = units[row >= 0 ? row : (edge?.row ?? -1)];
    if (!unit) return [];
    const distanceKm = edge ? Math.round(edge.metres) / 1000 : null;
    return [{ ...toFound(ground, unit), inside: row >= 0, distanceKm, near: row < 0 || (edge !== null && edge.metres <= BORDER_M) }];
  });
}
