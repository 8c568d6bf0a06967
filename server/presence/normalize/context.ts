/** What came before a file: the profile of the file it follows. */
import type { ImportProfile } from '../../contract/presence/presence.ts';
import { foldName } from '../../matching/fold.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';

export { toRepair, toRetired, type Recoded, type Retired } from '../../matching/pcodes.ts';

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
