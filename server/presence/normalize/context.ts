/** What came before a file: recoded and retired units of the boundaries, and the profile of the file it follows. */
import type { RetiredUnit } from '../../contract/datasets/dataset.ts';
import type { AdminLevel, Pcode } from '../../contract/ids.ts';
import type { ImportProfile } from '../../contract/presence/presence.ts';
import { foldName } from '../../matching/fold.ts';
import type { PcodeIndex } from '../../matching/pcodes.ts';
import { findPcode } from '../../matching/pcodes.ts';
import type { PlaceMatcherOptions } from '../../matching/places.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';

/** Codes of the version before that the current boundaries have under another code. */
export type Recoded = { level: AdminLevel; before: string; after: string }[];
/** Units of versions before that are no more, with the last version that had them, and which units lie there now. */
export type Retired = (RetiredUnit & { level: AdminLevel; version?: string })[];

export function toRetired(version: string, retired: Retired = []): PlaceMatcherOptions['retired'] {
  const gone = new Map(
    retired.map((unit) => [
      `${unit.level} ${unit.pcode}`,
      { names: unit.names, into: unit.into as { pcode: Pcode; share: number }[], version: unit.version ?? version },
    ]),
  );
  return (code, level) => gone.get(`${level} ${code}`);
}

/**
 * The code repair that a place matcher asks for: the same code written otherwise, or the code a unit had in the version before.
 * Like every repair it counts only where the name beside it agrees.
 */
export function toRepair(index: PcodeIndex, recoded: Recoded = []): PlaceMatcherOptions['repair'] {
  const former = new Map(recoded.map(({ level, before, after }) => [`${level} ${before}`, after as Pcode]));
  return (code, level) => {
    const pcode = former.get(`${level} ${code}`);
    if (pcode) return { pcode, how: 'recoded' };
    const found = findPcode(index, code, level);
    return found && found.repairs.length > 0 ? { pcode: found.pcode as Pcode, how: found.repairs.join('+') } : undefined;
  };
}

/** Share of headings that a table must have in common with a profile to be its successor. */
const SAME_SHAPE = 0.7;

export interface Recognised {
  profile: ImportProfile;
  /** Headings of the table that the profile does not know, and the other way round. */
  added: string[];
  removed: string[];
}

/** Headings that are new or gone since a file, however little the two have in common. */
export function compareHeadings(table: RawTable, profile: ImportProfile): Pick<Recognised, 'added' | 'removed'> {
  const own = new Set(table.header.names.map(foldName).filter(Boolean));
  const theirs = new Set(profile.headings.filter(Boolean));
  return { added: [...own].filter((each) => !theirs.has(each)), removed: [...theirs].filter((each) => !own.has(each)) };
}

/** The profile whose file looked most like this table, if one did; of two that fit as well that of the same contributor. */
export function recogniseProfile(table: RawTable, profiles: ImportProfile[], contributor?: string): Recognised | undefined {
  const own = new Set(table.header.names.map(foldName).filter(Boolean));
  let best: { profile: ImportProfile; share: number } | undefined;
  for (const profile of profiles) {
    const theirs = new Set(profile.headings.filter(Boolean));
    const both = [...own].filter((heading) => theirs.has(heading)).length;
    const share = both / Math.max(1, own.size + theirs.size - both);
    if (share < SAME_SHAPE) continue;
    const isOwn = contributor !== undefined && profile.contributor === contributor;
    if (best && (best.share > share || (best.share === share && !isOwn))) continue;
    best = { profile, share };
  }
  return best && { profile: best.profile, ...compareHeadings(table, best.profile) };
}
