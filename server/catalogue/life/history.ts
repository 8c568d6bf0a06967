/** What the audit tells of the versions of a dataset: which were in force at a time, and who did what to one of them. Pure. */
import type { Act } from '../../contract/datasets/history.ts';
import { PUBLIC_ACTS } from '../../contract/datasets/history.ts';
import type { SetAside } from '../../contract/datasets/asOf.ts';
import type { VersionTag } from '../../contract/ids.ts';
import { toCsv } from '../../formats/tables/write.ts';
import type { AuditEntry } from '../audit.ts';

export interface InForce {
  /** Published and not set aside since, in the order of publishing. */
  line: VersionTag[];
  /** The version that was current; null: none. */
  current: VersionTag | null;
  setAside: SetAside[];
}

export type Line = Pick<AuditEntry, 'at' | 'action' | 'version'>;

/** A rollback that withdraws what it replaces writes two lines at one time. */
const ORDER = ['version.published', 'version.rolled-back', 'version.withdrawn'];

const inOrder = <L extends Line>(lines: readonly L[]): L[] =>
  lines.toSorted((a, b) => (a.at === b.at ? ORDER.indexOf(a.action) - ORDER.indexOf(b.action) : a.at < b.at ? -1 : 1));

/**
 * What was in force at the end of a day, or is now. Rolling back takes all that was published since the chosen version out of the line: it is as if
 * that had not been, until somebody publishes or rolls back again. Publishing an older version, as was possible before, is the same.
 * @param known YYYY-MM-DD in UTC; null: everything
 * @param published versions whose publication the audit may have lost, with its time
 */
export function inForceAt(lines: readonly Line[], known: string | null, published: readonly { version: VersionTag; publishedAt: string }[] = []): InForce {
  const told = new Set(lines.filter(({ action }) => action === 'version.published').map(({ version }) => version));
  const lost = published
    .filter(({ version }) => !told.has(version))
    .map(({ version, publishedAt }): Line => ({ at: publishedAt, action: 'version.published', version }));
  let line: VersionTag[] = [];
  let current: VersionTag | null = null;
  const aside = new Map<VersionTag, SetAside>();
  const everPublic = new Set<VersionTag>();
  for (const { at, action, version } of inOrder([...lines, ...lost])) {
    if (version === null || (known !== null && at.slice(0, 10) > known)) continue;
    if (action === 'version.withdrawn') {
      line = line.filter((each) => each !== version);
      // A draft that is withdrawn was in force at no time.
      if (everPublic.has(version)) aside.set(version, { version, why: 'withdrawn', at });
      if (current === version) current = null;
    } else if (action === 'version.published' || action === 'version.rolled-back') {
      const back = line.indexOf(version);
      const gone = back < 0 ? [] : line.slice(back + 1);
      for (const each of gone) aside.set(each, { version: each, why: 'rolled-back', at });
      line = back < 0 ? [...line, version] : line.slice(0, back + 1);
      aside.delete(version);
      everPublic.add(version);
      current = version;
    }
  }
  return { line, current, setAside: [...aside.values()] };
}

/** The version that was current at a moment (ISO 8601), as far as the audit knows. */
export const currentAt = (lines: readonly Line[], moment: string): VersionTag | null =>
  inForceAt(
    lines.filter(({ at }) => at <= moment),
    null,
  ).current;

/**
 * What was done to a version, latest first. That another took its place is told too, which the audit has as what was done to the other.
 * @param isOurs whether the one who asks reads drafts; else only what made the version public or ended that is told
 */
export function historyOf(lines: readonly AuditEntry[], version: VersionTag, isOurs: boolean): Act[] {
  const told = new Set<string>(PUBLIC_ACTS);
  const acts: Act[] = [];
  let current: VersionTag | null = null;
  for (const { at, action, version: about, actor: by, reason } of inOrder(lines)) {
    const isMade = action === 'version.published' || action === 'version.rolled-back';
    const before: VersionTag | null = isMade && current !== about ? current : null;
    if (isMade && before === version)
      acts.push({ at, action: 'version.superseded', by, other: about, reason: action === 'version.rolled-back' ? reason : null });
    if (about === version && (isOurs || told.has(action))) acts.push({ at, action, by, other: before, reason });
    if (isMade) current = about;
    else if (action === 'version.withdrawn' && about === current) current = null;
  }
  // Of a draft that was discarded the tag was free again: what came before is of another.
  const discarded = acts.findLastIndex(({ action }) => action === 'version.discarded');
  return acts.slice(discarded + 1).toReversed();
}

/** UTF-8 with a byte order mark; texts that a spreadsheet would run as a formula are defused. */
export const writeHistoryCsv = (dataset: string, version: string, acts: readonly Act[]): Uint8Array<ArrayBuffer> =>
  toCsv([
    ['at', 'dataset', 'version', 'action', 'by', 'other_version', 'reason'],
    ...acts.map(({ at, action, by, other, reason }) => [at, dataset, version, action, by, other, reason]),
  ]);
