/** What the boundaries, the code tables and the memory of a country know about cell values. */
import type { Gazetteer } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { foldName } from '../../matching/fold.ts';
import { splitFusedName, type Organisation } from '../../matching/organisations.ts';
import { splitFusedPlace } from '../../matching/fusedPlace.ts';
import { findPcode, type PcodeIndex } from '../../matching/pcodes.ts';
import { variants, type PlaceMatcher } from '../../matching/places.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import type { ValueContext } from './facts.ts';

export interface Knowledge {
  gazetteer: Gazetteer;
  index: PcodeIndex;
  places: PlaceMatcher;
  sectors: CodeTable;
  orgTypes: CodeTable;
  /** Organisations of the version before, and spellings that people decided on. */
  organisations: readonly Pick<Organisation, 'name' | 'acronym'>[];
  spellings: readonly string[];
}

/** Between several sectors of one cell. */
const BETWEEN = /\s*[,;|\n/&+]\s*|\s+(?:et|and|y|e|و)\s+/iu;

export function toValueContext({ gazetteer, index, places, sectors, orgTypes, organisations, spellings }: Knowledge): ValueContext {
  const levels = gazetteer.levels.map(({ level }) => level).sort((a, b) => b - a);
  const exact = new Map<string, AdminLevel>();
  for (const { level, units } of gazetteer.levels) for (const { pcode } of units) if (!exact.has(pcode)) exact.set(pcode, level);
  const known = new Set([...organisations.flatMap(({ name, acronym }) => [name, acronym ?? '']), ...spellings].map(foldName).filter(Boolean));
  const sure = (text: string) => sectors.sure(text);
  return {
    // An exact code of any level before a repaired one of another: GT14 is adm1, not adm2 GT0104 without its zero.
    levelOfCode: (text) => exact.get(text) ?? levels.find((level) => findPcode(index, text, level) !== undefined),
    levelsOfName(text) {
      const found = levels.filter((level) => level > 0 && variants(text).some((each) => places.names.exact(level, each).length > 0));
      // "TG0101 - Alba" is the name of the unit of that code.
      const fused = found.length > 0 ? null : splitFusedPlace(text, (code) => (exact.get(code) ?? 0) > 0);
      return fused ? [exact.get(fused.code)!] : found;
    },
    units: new Map(gazetteer.levels.map(({ level, units }) => [level, units.length])),
    sectorsOf(text) {
      const whole = sure(text);
      if (whole) return [whole];
      const parts = text.split(BETWEEN).filter(Boolean);
      const codes = parts.map(sure);
      return parts.length > 1 && codes.every((code) => code !== undefined) ? [...new Set(codes)] : [];
    },
    isOrgType: (text) => orgTypes.sure(text) !== undefined,
    isOrganisation: (text, folded) => {
      if (known.size === 0) return false;
      if (known.has(folded)) return true;
      const fused = splitFusedName(text);
      return fused.acronym !== null && (known.has(foldName(fused.name)) || known.has(foldName(fused.acronym)));
    },
    box: boxOf(gazetteer),
  };
}

/** Of all units; null where the boundaries have none. */
function boxOf({ levels }: Gazetteer): ValueContext['box'] {
  let box: [number, number, number, number] | null = null;
  for (const { units } of levels)
    for (const { bbox } of units) {
      if (!bbox.every(Number.isFinite) || bbox.every((value) => value === 0)) continue;
      box = box ? [Math.min(box[0], bbox[0]), Math.min(box[1], bbox[1]), Math.max(box[2], bbox[2]), Math.max(box[3], bbox[3])] : [...bbox];
    }
  return box;
}
