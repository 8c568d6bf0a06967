/**
 * The changes as the draft OCHA linkage table has them: identifiers that stay, and how one led to another. Until OCHA gives identifiers out, one is made
 * of what the unit is, so that everybody makes the same (decision 0061).
 */
import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import { defuse } from '../../checks/report/csv.ts';
import type { ChangedUnit, Relation, UnitRelation, VersionChanges } from '../../contract/boundaries/changes.ts';
import type { ChangesAnswer } from '../../contract/boundaries/crosswalk.ts';
import type { AdminLevel, VersionTag } from '../../contract/ids.ts';
import { unitKey } from './chain.ts';

/** The namespace of ISO OIDs in RFC 9562, appendix A. */
const NAMESPACE = '6ba7b812-9dad-11d1-80b4-00c04fd430c8';
/** An adjusted unit is another one from this change of its area on (draft 0.1.0). */
const SAME_AREA = 0.1;

const LINKS: Partial<Record<Relation, string>> = {
  split: 'split_into',
  'split-off': 'split_into',
  merged: 'merged_into',
  absorbed: 'absorbed_into',
  redistricted: 'redistricted_into',
  transferred: 'redistricted_into',
  adjusted: 'redistricted_into',
  recoded: 'redistricted_into',
  reparented: 'redistricted_into',
  relocated: 'redistricted_into',
  abolished: 'abolished',
};

export const LINKAGE_HEADER = ['source_uid', 'target_uid', 'relationship', 'effective_date', 'overlap_pct', 'notes'] as const;

/** UUIDv5 of `iso2|level|pcode|first version`. */
export function unitUid(iso2: string, level: AdminLevel, pcode: string, first: VersionTag): string {
  const namespace = Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex');
  const hash = createHash('sha1').update(namespace).update(`${iso2}|${level}|${pcode}|${first}`).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

/** The unit keeps its identifier: it goes on under its code and parent and absorbed others, or its area changed by less than a tenth. */
export function keepsUid({ goesOn, relation, source, target }: Pick<UnitRelation, 'goesOn' | 'relation' | 'source' | 'target'>): boolean {
  if (!goesOn || !source || !target || source.pcode !== target.pcode || source.parent !== target.parent) return false;
  return relation === 'absorbed' || source.areaSqKm === 0 || Math.abs(target.areaSqKm - source.areaSqKm) / source.areaSqKm < SAME_AREA;
}

/** The version in which each unit of the last one came to be, by its key. @param steps from the first stored version on, in their order */
export function firstVersions(steps: readonly VersionChanges[], level: AdminLevel): Map<string, VersionTag> {
  let first = new Map<string, VersionTag>();
  for (const { from, to, levels } of steps) {
    const relations = levels.find((one) => one.level === level)?.relations ?? [];
    const kept = new Map(relations.filter(keepsUid).map(({ source, target }) => [unitKey(target!), unitKey(source!)]));
    const targets = relations.flatMap(({ target }) => (target ? [unitKey(target)] : []));
    first = new Map(targets.map((target) => [target, kept.has(target) ? (first.get(kept.get(target)!) ?? from) : to!]));
  }
  return first;
}

export interface LinkageSource {
  answer: ChangesAnswer;
  /** ISO 3166 alpha-2. */
  iso2: string;
  /** By level and key; a unit that is not there came with the version itself. */
  firstOfSource: (level: AdminLevel, unit: ChangedUnit) => VersionTag;
  firstOfTarget: (level: AdminLevel, unit: ChangedUnit) => VersionTag;
}

/**
 * One row for each relation by which a unit came under another identifier, or under none. Units that keep theirs have no row, nor have those without a
 * code, from which no identifier can be made.
 */
export function writeLinkageCsv({ answer, iso2, firstOfSource, firstOfTarget }: LinkageSource): string {
  const uidOf = (level: AdminLevel, unit: ChangedUnit | null, first: LinkageSource['firstOfSource']) =>
    unit && unit.pcode !== '' ? unitUid(iso2, level, unit.pcode, first(level, unit)) : null;
  const rows = answer.levels.flatMap(({ level, relations }) =>
    relations.flatMap(({ source, target, relation, shareOfSource, certainty, also = [] }) => {
      const [from, to] = [uidOf(level, source, firstOfSource), uidOf(level, target, firstOfTarget)];
      const link = LINKS[relation];
      const isLost = target === null && relation === 'abolished';
      if (from === null || link === undefined || from === to || (to === null && !isLost)) return [];
      const notes = `adm${level} ${source!.pcode}${target ? ` > ${target.pcode}` : ''}; ${[relation, ...also].join(' + ')}; ${certainty}`;
      return [[from, to ?? '', link, answer.to.validFrom ?? '', shareOfSource === null ? '' : Math.round(100 * shareOfSource), defuse(notes)]];
    }),
  );
  return stringify([LINKAGE_HEADER, ...rows], { bom: true, record_delimiter: 'windows' });
}
