/** A 3W crossed: units by clusters and areas of responsibility, and organisations by unit. Totals are unions, never sums. Pure. */
import type { AdminLevel } from '../../contract/ids.ts';
import type { CountDefinition, OrganisationEntry, PresenceColumns } from '../../contract/presence/presence.ts';
import type { MatrixAnswer } from '../../contract/presence/api.ts';
import { ancestorsAt, countPresence, selectPresence } from '../../contract/presence/count.ts';
import { possibleOf } from '../../contract/presence/measure.ts';
import { tellCell, type ToldTable } from '../disclosure/tell.ts';

type Head = MatrixAnswer['heads'][number];
type Crossed = Pick<MatrixAnswer, 'possible' | 'heads' | 'sectors' | 'units' | 'counts' | 'unitTotals' | 'sectorTotals' | 'total'>;

/** The clusters that are asked for, or all, each with its areas of responsibility after it. A cluster may stand in no row by its own name. */
export function crossSectors(sectors: PresenceColumns['sectors'], asked: readonly string[]): Head[] {
  const clusters = [...new Set(sectors.map(({ code, parent }) => parent ?? code))];
  const isAsked = ({ code, parent }: Head) => asked.length === 0 || asked.includes(code) || (parent !== null && asked.includes(parent));
  return clusters
    .flatMap((cluster): Head[] => [
      { code: cluster, parent: null },
      ...sectors.filter(({ code, parent }) => parent === cluster && code !== cluster).map(({ code }) => ({ code, parent: cluster })),
    ])
    .filter(isAsked);
}

/** Units of the level that any row is placed in, or may be in since its own was split, by code. */
function unitsAt(columns: PresenceColumns, level: AdminLevel): { unit: number; pcode: string; name: string }[] {
  const at = ancestorsAt(columns.units, level);
  const perhaps = columns.doubts.slice(columns.heirsFrom ?? Infinity).flat();
  const present = new Set([...columns.columns.unit, ...perhaps].flatMap((unit) => (unit >= 0 && at[unit]! >= 0 ? [at[unit]!] : [])));
  return [...present]
    .map((unit) => ({ unit, pcode: columns.units[unit]!.pcode, name: columns.units[unit]!.name }))
    .sort((a, b) => (a.pcode < b.pcode ? -1 : 1));
}

export function countMatrix(columns: PresenceColumns, definition: CountDefinition, level: AdminLevel, heads: Head[]): Crossed {
  const units = unitsAt(columns, level);
  const whole = countPresence(columns, definition, level);
  const bySector = heads.map(({ code }) => countPresence(columns, { ...definition, sectors: [code] }, level));
  const numberOf = ({ byPcode }: typeof whole, pcode: string) => (byPcode[pcode] ? byPcode[pcode].count : 0);
  return {
    heads,
    sectors: heads.map(({ code }) => code),
    units: units.map(({ pcode, name }) => ({ pcode, name })),
    counts: units.map(({ pcode }) => bySector.map((count) => numberOf(count, pcode))),
    unitTotals: units.map(({ pcode }) => numberOf(whole, pcode)),
    sectorTotals: bySector.map(({ totals }) => totals.count),
    total: whole.totals.count,
    ...(columns.carried ? { possible: units.map(({ pcode }) => possibleOf(whole, pcode)) } : {}),
  };
}

/** Of a sensitive 3W: cells of the one table that strangers are told. @param sector that is asked for; null for all */
export function toldMatrix(columns: PresenceColumns, told: ToldTable, level: AdminLevel, heads: Head[], sector: string | null): Crossed {
  const units = unitsAt(columns, level);
  const cell = (unit: number | null, code: string | null) => tellCell(told, unit, code).organisations;
  return {
    heads,
    sectors: heads.map(({ code }) => code),
    units: units.map(({ pcode, name }) => ({ pcode, name })),
    counts: units.map(({ unit }) => heads.map(({ code }) => cell(unit, code))),
    unitTotals: units.map(({ unit }) => cell(unit, sector)),
    sectorTotals: heads.map(({ code }) => cell(null, code)),
    total: cell(null, sector),
  };
}

export interface AreaList {
  pcode: string;
  name: string;
  organisations: { organisation: OrganisationEntry; sectors: string[]; records: number }[];
}

/** Organisations of the definition in each unit of the level, by name; units without any are left out. */
export function listByArea(columns: PresenceColumns, definition: CountDefinition, level: AdminLevel): AreaList[] {
  const at = ancestorsAt(columns.units, level);
  const found = new Map<number, Map<number, { sectors: Set<number>; records: number }>>();
  for (const { entry, orgs, sectors } of selectPresence(columns, definition).selected) {
    const own = columns.columns.unit[entry]!;
    const unit = own < 0 ? -1 : at[own]!;
    if (unit < 0) continue;
    let list = found.get(unit);
    if (!list) found.set(unit, (list = new Map()));
    for (const org of orgs) {
      let row = list.get(org);
      if (!row) list.set(org, (row = { sectors: new Set(), records: 0 }));
      for (const sector of sectors) row.sectors.add(sector);
      row.records += columns.columns.records[entry]!;
    }
  }
  return unitsAt(columns, level).flatMap(({ unit, pcode, name }) => {
    const list = found.get(unit);
    if (!list) return [];
    const organisations = [...list]
      .map(([org, { sectors, records }]) => ({
        organisation: columns.organisations[org]!,
        sectors: [...sectors].map((sector) => columns.sectors[sector]!.code).sort(),
        records,
      }))
      .sort((a, b) => (a.organisation.name < b.organisation.name ? -1 : 1));
    return [{ pcode, name, organisations }];
  });
}
