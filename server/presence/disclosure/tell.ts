/** What a stranger may be told of a sensitive 3W: read from its one table of cells, and refused where a question asks for more (decision 0028). Pure. */
import type { AdminLevel } from '../../contract/ids.ts';
import { DEFAULT_DEFINITION, type CountDefinition, type PresenceColumns } from '../../contract/presence/presence.ts';
import type { ToldCount, ToldUnit } from '../../contract/presence/told.ts';
import { countPresence } from '../../contract/presence/count.ts';
import { ForbiddenError } from '../../errors.ts';
import type { CellTable } from './cells.ts';

export interface ToldTable extends CellTable {
  /** 1 for each cell whose number is not told. */
  withheld: Uint8Array;
}

/** A number of a cell, nought where there is none, or that it is withheld. */
export type ToldCell = { organisations: number; reason?: undefined } | { organisations: null; reason: 'withheld' };

/** @param unit index of the 3W, or null for everything @param sector code, or null for all */
export function tellCell({ units, sectors, sectorCodes, values, withheld }: ToldTable, unit: number | null, sector: string | null): ToldCell {
  const column = sector === null ? sectors.root : sectorCodes.indexOf(sector);
  // A sector that the 3W never names has nobody.
  if (column < 0) return { organisations: 0 };
  const cell = (unit ?? units.root) * (sectors.root + 1) + column;
  return withheld[cell] === 1 ? { organisations: null, reason: 'withheld' } : { organisations: values[cell]! };
}

/**
 * The sector of a question that the table answers; null for all.
 * @throws ForbiddenError `presence.sensitive` for every other way of counting: two ways are two tables, and each would tell of the other
 */
export function toldSector(dataset: string, definition: CountDefinition): string | null {
  const { sectors, statuses, ...rest } = definition;
  const { sectors: _, statuses: usual, ...plain } = DEFAULT_DEFINITION;
  const isPlain = (Object.keys(plain) as (keyof typeof plain)[]).every((part) =>
    part === 'orgs' || part === 'orgTypes' ? rest[part].length === 0 : rest[part] === plain[part],
  );
  const isUsual = statuses.length === usual.length && statuses.every((status) => usual.includes(status));
  if (isPlain && isUsual && sectors.length <= 1) return sectors[0] ?? null;
  throw new ForbiddenError(
    'presence.sensitive',
    `${dataset} is sensitive: only one way of counting is available: organisations that are implementing partners, in all periods, ongoing, completed or without a stated status, for all clusters or for one. Leave out the other filters, or sign in as a member of the working group.`,
  );
}

const NOTHING_MORE = { sectors: null, records: null, people: null };

/** The count of the table's definition, or of one sector of it, at a level that is told. */
export function tellCount(data: PresenceColumns, table: ToldTable, level: AdminLevel, definition: CountDefinition, sector: string | null): ToldCount {
  // Strangers are not told of single places that rows may lie in.
  const { byPcode, reported, knownOnlyAbove, notPlaced, inDoubt, totals } = countPresence({ ...data, doubts: data.doubts.map(() => []) }, definition, level);
  const toUnit = (unit: number | null): ToldUnit => {
    const cell = tellCell(table, unit, sector);
    return { count: cell.organisations, ...cell, ...NOTHING_MORE };
  };
  const at = new Map(data.units.flatMap((unit, i) => (unit.level === level ? [[unit.pcode, i] as const] : [])));
  const withoutNumbers = (counts: Record<string, number>) => Object.fromEntries(Object.keys(counts).map((code) => [code, null]));
  return {
    level,
    definition,
    byPcode: Object.fromEntries(Object.keys(byPcode).map((code) => [code, toUnit(at.get(code)!)])),
    // Two numbers of one unit would each tell of the other.
    possible: {},
    reported,
    knownOnlyAbove: withoutNumbers(knownOnlyAbove),
    notPlaced: withoutNumbers(notPlaced),
    inDoubt: withoutNumbers(inDoubt),
    totals: { ...toUnit(null), units: totals.units, knownOnlyAbove: null, notPlaced: null, inDoubt: null, possible: null, withoutPlace: null, undated: null },
  };
}
