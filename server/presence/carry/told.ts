/**
 * What strangers are told of a sensitive 3W on other boundaries (decision 0062): the cells of its one table under the codes that the same ground has
 * now, and nothing that was counted anew. An answer made of an answer and of public boundaries tells nothing more than it, so that the two cannot be
 * subtracted. Pure.
 */
import type { AdminUnit } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { MatrixAnswer } from '../../contract/presence/api.ts';
import type { ToldCount, ToldUnit } from '../../contract/presence/told.ts';
import type { Fate, Fates } from '../../contract/boundaries/heirs.ts';

type Unit = Pick<AdminUnit, 'level' | 'pcode'> & Partial<Pick<AdminUnit, 'names'>>;

export interface ToldAsked {
  /** null: codes are taken as they are. */
  fates: Fates | null;
  before: readonly Unit[];
  units: readonly Unit[];
}

interface Relabelling {
  /** The one unit that is the same ground as one before, at its level. */
  same: ReadonlyMap<string, string>;
  /** All units in which it is now, at whatever level. */
  heirs: ReadonlyMap<string, string[]>;
}

function relabel(level: AdminLevel, { fates, before, units }: ToldAsked): Relabelling {
  const there = new Set(units.map((unit) => `${unit.level} ${unit.pcode}`));
  const fateOf = (unit: Unit): Fate => {
    const own: Fate = { how: 'near', heirs: [{ level: unit.level, pcode: unit.pcode, share: null }] };
    return fates?.(unit.level, unit.pcode) ?? (there.has(`${unit.level} ${unit.pcode}`) ? own : { how: 'gone', heirs: [] });
  };
  const sources = new Map<string, number>();
  const heirs = new Map<string, string[]>();
  const one: [string, string][] = [];
  for (const unit of before) {
    const fate = fateOf(unit);
    if (unit.level < level) heirs.set(unit.pcode, [...new Set([...(heirs.get(unit.pcode) ?? []), ...fate.heirs.map(({ pcode }) => pcode)])]);
    if (unit.level !== level) continue;
    const own = fate.heirs.filter((heir) => heir.level === level);
    heirs.set(
      unit.pcode,
      own.map(({ pcode }) => pcode),
    );
    for (const { pcode } of own) sources.set(pcode, (sources.get(pcode) ?? 0) + 1);
    if (fate.how !== 'split' && own.length === 1) one.push([unit.pcode, own[0]!.pcode]);
  }
  return { same: new Map(one.filter(([, pcode]) => sources.get(pcode) === 1)), heirs };
}

const WITHHELD: ToldUnit = { count: null, organisations: null, sectors: null, records: null, people: null, reason: 'withheld' };

/** Units that are no longer what they were are withheld, with whatever lies in them. */
export function tellOnto(count: ToldCount, asked: ToldAsked): ToldCount {
  const { same, heirs } = relabel(count.level, asked);
  const keys = (codes: Record<string, number | null>) =>
    Object.fromEntries(
      Object.keys(codes).flatMap((code): [string, null][] => (code === '' ? [['', null]] : (heirs.get(code) ?? []).map((heir) => [heir, null]))),
    );
  const byPcode: Record<string, ToldUnit> = {};
  for (const code of Object.keys(count.byPcode)) {
    const own = same.get(code);
    if (own !== undefined) byPcode[own] = count.byPcode[code]!;
    else for (const heir of heirs.get(code) ?? []) byPcode[heir] = WITHHELD;
  }
  return {
    ...count,
    byPcode,
    reported: [...new Set(count.reported.flatMap((code) => heirs.get(code) ?? []))].sort(),
    knownOnlyAbove: keys(count.knownOnlyAbove),
    notPlaced: keys(count.notPlaced),
    inDoubt: keys(count.inDoubt),
    totals: { ...count.totals, units: Object.keys(byPcode).length },
  };
}

export function matrixOnto<T extends Pick<MatrixAnswer, 'units' | 'counts' | 'unitTotals'>>(matrix: T, level: AdminLevel, asked: ToldAsked): T {
  const { same, heirs } = relabel(level, asked);
  const names = new Map(asked.units.map((unit) => [`${unit.level} ${unit.pcode}`, unit.names?.[0]?.name ?? unit.pcode]));
  const rows = new Map<string, { counts: (number | null)[]; total: number | null }>();
  matrix.units.forEach(({ pcode }, i) => {
    const own = same.get(pcode);
    if (own !== undefined) rows.set(own, { counts: matrix.counts[i]!, total: matrix.unitTotals[i]! });
    else for (const heir of heirs.get(pcode) ?? []) rows.set(heir, { counts: matrix.counts[i]!.map(() => null), total: null });
  });
  const all = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...matrix,
    units: all.map(([pcode]) => ({ pcode, name: names.get(`${level} ${pcode}`) ?? pcode })),
    counts: all.map(([, { counts }]) => counts),
    unitTotals: all.map(([, { total }]) => total),
  };
}
