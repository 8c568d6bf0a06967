/** The changes as tables for others to join: all relations, or the lookup alone. */
import { stringify } from 'csv-stringify/sync';
import { defuse } from '../../checks/report/csv.ts';
import type { ChangesAnswer, CrosswalkLevel, CrosswalkRelation } from '../../contract/boundaries/crosswalk.ts';
import { roundShares } from '../../contract/boundaries/apportion.ts';
import { unitKey } from './chain.ts';

export const CHANGES_HEADER = [
  'level',
  'cluster',
  'relation',
  'source_pcode',
  'source_name',
  'target_pcode',
  'target_name',
  'source_area_sqkm',
  'target_area_sqkm',
  'shared_area_sqkm',
  'share_of_source',
  'share_of_target',
  'people_share_of_source',
  'people_share_of_target',
  'people_basis',
  'evidence',
  'certainty',
  'effective_date',
  'legal_act',
  'decided_by',
  'decided_at',
  'from_version',
  'to_version',
] as const;
export const LOOKUP_HEADER = ['source_pcode', 'target_pcode', 'weight', 'exact', 'basis', 'level'] as const;

/** Ground or people of a unit that no unit of the other version has. */
export const NONE = '(none)';

/** Who published the newer version, and when; empty where nobody has. */
export interface Decided {
  by: string;
  at: string;
}

/** UTF-8 with a byte order mark; cells that would run as formulas are defused. One row for each relation; shares of one unit add to 1. */
export function writeChangesCsv(answer: ChangesAnswer, decided: Decided): string {
  const rows = answer.levels.flatMap((own) => {
    const shares = sharesOf(own);
    return inOrder(own).map(({ relation: one, at }) => {
      const { source, target, relation, also = [], cluster, sharedAreaSqKm, evidence, certainty, people, recorded } = one;
      return [
        own.level,
        cluster,
        [relation, ...also].join(' '),
        source ? defuse(source.pcode) : NONE,
        defuse(source?.name ?? ''),
        target ? defuse(target.pcode) : NONE,
        defuse(target?.name ?? ''),
        source ? area(source.areaSqKm) : '',
        target ? area(target.areaSqKm) : '',
        sharedAreaSqKm === null ? '' : area(sharedAreaSqKm),
        ...shares.map((column) => column[at] ?? ''),
        people.basis ?? '',
        evidence.join(' '),
        certainty,
        recorded?.effectiveDate ?? answer.to.validFrom ?? '',
        defuse(recorded?.legalAct ?? ''),
        defuse(recorded?.by ?? decided.by),
        recorded?.at ?? decided.at,
        answer.from.version,
        answer.to.version,
      ];
    });
  });
  return stringify([CHANGES_HEADER, ...rows], { bom: true, record_delimiter: 'windows' });
}

/** `weight`: share of people where it is known, else of area (`basis`). Rows of one source add to 1. */
export function writeLookupCsv(answer: ChangesAnswer): string {
  const rows = answer.levels.flatMap((own) => {
    const [areas, , people] = sharesOf(own);
    return inOrder(own).flatMap(({ relation: { source, target, certainty, people: how }, at }) => {
      const weight = people![at] ?? areas![at];
      if (!source || weight === null || weight === undefined) return [];
      return [[defuse(source.pcode), target ? defuse(target.pcode) : NONE, weight, certainty === 'exact' ? 'yes' : 'no', how.basis ?? '', own.level]];
    });
  });
  return stringify([LOOKUP_HEADER, ...rows], { bom: true, record_delimiter: 'windows' });
}

const area = (value: number) => Number(value.toFixed(6));

/** By cluster, source and target. */
function inOrder({ relations }: CrosswalkLevel): { relation: CrosswalkRelation; at: number }[] {
  const text = (unit: CrosswalkRelation['source']) => (unit ? unitKey(unit) : '\uffff');
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return relations
    .map((relation, at) => ({ relation, at }))
    .toSorted(
      ({ relation: a }, { relation: b }) => a.cluster - b.cluster || compare(text(a.source), text(b.source)) || compare(text(a.target), text(b.target)),
    );
}

/** Shares of source and of target, by area and by people, with four decimals that add to the same within each unit. */
function sharesOf({ relations }: CrosswalkLevel): (number | null)[][] {
  const column = (unitOf: (one: CrosswalkRelation) => CrosswalkRelation['source'], shareOf: (one: CrosswalkRelation) => number | null): (number | null)[] => {
    const rounded: (number | null)[] = relations.map(() => null);
    const groups = Map.groupBy(
      [...relations.keys()].filter((at) => unitOf(relations[at]!) !== null && shareOf(relations[at]!) !== null),
      (at) => unitKey(unitOf(relations[at]!)!),
    );
    for (const rows of groups.values()) roundShares(rows.map((at) => shareOf(relations[at]!)!)).forEach((share, i) => (rounded[rows[i]!] = share));
    return rounded;
  };
  return [
    column(({ source }) => source, ({ shareOfSource }) => shareOfSource),
    column(({ target }) => target, ({ shareOfTarget }) => shareOfTarget),
    column(({ source }) => source, ({ people }) => people.shareOfSource?.value ?? null),
    column(({ target }) => target, ({ people }) => people.shareOfTarget?.value ?? null),
  ]; // prettier-ignore
}
