/** The shorter list of differences that the draft's page and the carrying over of a 3W read, from the changes of a version. */
import type { AdminUnit, FeatureTable } from '../../contract/admin.ts';
import type { LevelChanges, UnitRelation, VersionChanges } from '../../contract/boundaries/changes.ts';
import type { RetiredUnit, VersionDiff } from '../../contract/datasets/dataset.ts';

/** Units that overlap less were redrawn; what is less of a unit's area is no successor. */
const REDRAWN = 0.99;
const LEAST_SHARE = 0.05;
/** A unit with another code is the same from this intersection over union on. */
const SAME_PLACE = 0.9;

/** By the level of the new version; a level that was dropped by its old number. `before`: what units that are gone were called in all languages. */
export function toVersionDiff({ from, bump, levels }: VersionChanges, before: readonly FeatureTable[]): VersionDiff {
  const diffs = levels.map((level) => toLevelDiff(level, before.find((table) => table.level === level.level)?.units ?? []));
  return {
    against: from,
    bump: bump.proposal,
    ...(bump.reasons.length > 0 ? { reasons: bump.reasons } : {}),
    levels: diffs.toSorted((a, b) => a.level - b.level),
  };
}

type LevelDiff = VersionDiff['levels'][number];

function toLevelDiff({ level, toLevel, relations }: LevelChanges, units: readonly AdminUnit[]): LevelDiff {
  const rows = relations.filter(isOne);
  const came = new Set(rows.map(({ target }) => target));
  const gone = new Map<string, UnitRelation[]>();
  const added = new Map<string, string>();
  const goingOn = new Set(rows.map(({ source }) => keyOf(source!)));
  const goneTo = new Set([...came].map((target) => keyOf(target!)));
  for (const row of relations) {
    if (row.source && !goingOn.has(keyOf(row.source))) gone.set(keyOf(row.source), [...(gone.get(keyOf(row.source)) ?? []), row]);
    if (row.target && !goneTo.has(keyOf(row.target))) added.set(keyOf(row.target), labelOf(row.target));
  }
  const retired = [...gone.values()].flatMap((own) => retiredOf(own, units));
  return {
    level: toLevel ?? level,
    added: [...added.values()],
    removed: [...gone.values()].map(([row]) => labelOf(row!.source!)),
    renamed: rows.flatMap(({ source, target }) => (source!.name === target!.name ? [] : [{ pcode: target!.pcode, before: source!.name, after: target!.name }])),
    recoded: rows.flatMap(({ source, target }) => (source!.pcode === target!.pcode ? [] : [{ before: source!.pcode, after: target!.pcode }])),
    redrawn: rows.filter(isRedrawn).map(({ source, target }) => ({ pcode: target!.pcode, areaChangePercent: areaChange(source!.areaSqKm, target!.areaSqKm) })),
    ...(retired.length > 0 ? { retired } : {}),
  };
}

/**
 * A unit with its code elsewhere stays the same unit: whoever joined by the code has to know. One with another code is only where its ground is,
 * for its tables are carried over whole.
 */
const isOne = (row: UnitRelation) =>
  row.source !== null &&
  row.target !== null &&
  (row.relation === 'relocated' || (row.goesOn && (row.source.pcode === row.target.pcode || overlapOf(row) >= SAME_PLACE)));

/** Intersection over union; without ground what was asserted is believed. */
const overlapOf = ({ shareOfSource, shareOfTarget }: UnitRelation) =>
  shareOfSource === null || shareOfTarget === null ? 1 : 1 / (1 / shareOfSource + 1 / shareOfTarget - 1);

const isRedrawn = (row: UnitRelation) => row.relation === 'relocated' || overlapOf(row) < REDRAWN;

function retiredOf(rows: UnitRelation[], units: readonly AdminUnit[]): RetiredUnit[] {
  const source = rows[0]!.source!;
  const into = rows
    .flatMap(({ target, shareOfSource }) =>
      target && target.pcode !== '' && shareOfSource !== null ? [{ pcode: target.pcode, share: Number(shareOfSource.toFixed(3)) }] : [],
    )
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share || (a.pcode < b.pcode ? -1 : 1));
  if (into.length === 0 || source.pcode === '') return [];
  return [{ pcode: source.pcode, names: units.find(({ pcode }) => pcode === source.pcode)?.names.map(({ name }) => name) ?? [], into }];
}

function areaChange(was: number, is: number): number {
  if (was === 0) return is === 0 ? 0 : 100;
  return Number(((100 * (is - was)) / was).toFixed(2));
}

type Unit = NonNullable<UnitRelation['source']>;
/** Units without codes are told apart by what else is known of them. */
const keyOf = ({ pcode, name, areaSqKm }: Unit) => pcode || `${name} ${areaSqKm}`;
/** A unit without code is still one that came or went. */
const labelOf = ({ pcode, name }: Unit) => pcode || name || '(no code)';
