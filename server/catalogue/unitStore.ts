/** Queries about the units of a version: lists, search, parents and children. Part of the catalogue. */
import { sql } from 'kysely';
import type { AdminUnit, Name } from '../contract/admin.ts';
import type { AdminLevel, DatasetId, Pcode, VersionTag } from '../contract/ids.ts';
import type { Database, UnitRow } from '../store/schema.ts';

/** A unit with the folded text by which it is found. */
export interface SearchableUnit {
  unit: AdminUnit;
  search: string;
}

export interface UnitFilter {
  level?: AdminLevel | undefined;
  parent?: Pcode | undefined;
  /** Of these codes alone. */
  pcodes?: readonly string[] | undefined;
  /** Already folded. */
  q?: string | undefined;
  limit: number;
  offset: number;
}

export interface UnitRef extends Pick<UnitRow, 'level' | 'ord' | 'search'> {}

/** Units that a misspelt name is looked for among. */
const SEARCHED = 100_000;

export function unitQueries(db: Database) {
  const unitsOf = (dataset: DatasetId, version: VersionTag) => db.selectFrom('unit').where('dataset', '=', dataset).where('version', '=', version);

  return {
    async listUnits(dataset: DatasetId, version: VersionTag, filter: UnitFilter): Promise<{ total: number; units: AdminUnit[] }> {
      const { level, parent, pcodes, q } = filter;
      const narrowed = unitsOf(dataset, version)
        .$if(level !== undefined, (query) => query.where('level', '=', level!))
        .$if(parent !== undefined, (query) => query.where('parent_pcode', '=', parent!))
        .$if(pcodes !== undefined, (query) => query.where('pcode', 'in', pcodes!))
        .$if(Boolean(q), (query) => query.where(sql<string>`search`, 'like', sql<string>`${`%${escapeLike(q!)}%`} escape '\\'`));
      const { total } = await narrowed.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
      const rows = await narrowed
        .selectAll()
        // Whole code or name first, then beginnings, then parts; shallow levels before deep ones.
        .$if(Boolean(q), (query) =>
          query.orderBy(
            sql`case when search like ${`%|${escapeLike(q!)}|%`} escape '\\' then 0 when search like ${`%|${escapeLike(q!)}%`} escape '\\' then 1 else 2 end`,
          ),
        )
        .orderBy('level')
        .orderBy('ord')
        .limit(filter.limit)
        .offset(filter.offset)
        .execute();
      return { total, units: rows.map(toUnit) };
    },

    /** What each unit is found by, for names that nobody spells so; shallow levels first. */
    async listSearchTexts(dataset: DatasetId, version: VersionTag, { level, parent }: Pick<UnitFilter, 'level' | 'parent'>): Promise<UnitRef[]> {
      return unitsOf(dataset, version)
        .select(['level', 'ord', 'search'])
        .$if(level !== undefined, (query) => query.where('level', '=', level!))
        .$if(parent !== undefined, (query) => query.where('parent_pcode', '=', parent!))
        .orderBy('level')
        .orderBy('ord')
        .limit(SEARCHED)
        .execute();
    },

    /** In the order in which they are asked for. */
    async listUnitsAt(dataset: DatasetId, version: VersionTag, refs: readonly Pick<UnitRef, 'level' | 'ord'>[]): Promise<AdminUnit[]> {
      if (refs.length === 0) return [];
      const rows = await unitsOf(dataset, version)
        .selectAll()
        .where((eb) => eb.or(refs.map(({ level, ord }) => eb.and([eb('level', '=', level), eb('ord', '=', ord)]))))
        .execute();
      const at = new Map(rows.map((row) => [`${row.level} ${row.ord}`, toUnit(row)]));
      return refs.flatMap(({ level, ord }) => at.get(`${level} ${ord}`) ?? []);
    },

    /** P-codes are unique only within a level; where two levels share one, the shallower unit is meant unless a level is given. */
    async findUnit(dataset: DatasetId, version: VersionTag, pcode: Pcode, level?: AdminLevel): Promise<AdminUnit | undefined> {
      const row = await unitsOf(dataset, version)
        .selectAll()
        .where('pcode', '=', pcode)
        .$if(level !== undefined, (query) => query.where('level', '=', level!))
        .orderBy('level')
        .orderBy('ord')
        .executeTakeFirst();
      return row && toUnit(row);
    },

    async listChildren(dataset: DatasetId, version: VersionTag, parent: AdminUnit): Promise<AdminUnit[]> {
      const rows = await unitsOf(dataset, version)
        .selectAll()
        .where('parent_pcode', '=', parent.pcode)
        .where('level', '=', parent.level + 1)
        .orderBy('ord')
        .execute();
      return rows.map(toUnit);
    },

    /** Country first. */
    async listParents(dataset: DatasetId, version: VersionTag, unit: AdminUnit): Promise<AdminUnit[]> {
      const parents: AdminUnit[] = [];
      let at: AdminUnit | undefined = unit;
      while (at?.parentPcode && at.level > 0) {
        const row: UnitRow | undefined = await unitsOf(dataset, version)
          .selectAll()
          .where('pcode', '=', at.parentPcode)
          .where('level', '=', at.level - 1)
          .executeTakeFirst();
        at = row && toUnit(row);
        if (at) parents.unshift(at);
      }
      return parents;
    },

    /** The P-codes of a version by level. */
    async listCodes(dataset: DatasetId, version: VersionTag): Promise<Map<number, Set<string>>> {
      const rows = await unitsOf(dataset, version).select(['level', 'pcode']).execute();
      const levels = Map.groupBy(rows, ({ level }) => level);
      return new Map([...levels].map(([level, units]) => [level, new Set(units.map(({ pcode }) => pcode))]));
    },

    /** All units of a version, level by level: the gazetteer that a new upload is compared with. */
    async listGazetteer(dataset: DatasetId, version: VersionTag): Promise<{ level: AdminLevel; units: AdminUnit[] }[]> {
      const rows = await unitsOf(dataset, version).selectAll().orderBy('level').orderBy('ord').execute();
      const levels = new Map<AdminLevel, AdminUnit[]>();
      for (const row of rows) {
        const unit = toUnit(row);
        const units = levels.get(unit.level);
        if (units) units.push(unit);
        else levels.set(unit.level, [unit]);
      }
      return [...levels].map(([level, units]) => ({ level, units }));
    },
  };
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function toUnit(row: UnitRow): AdminUnit {
  return {
    level: row.level as AdminLevel,
    pcode: row.pcode as Pcode,
    parentPcode: row.parent_pcode as Pcode | null,
    names: JSON.parse(row.names) as Name[],
    validOn: row.valid_on,
    validTo: row.valid_to,
    areaSqKm: row.area_sqkm,
    center: [row.center_lon, row.center_lat],
    bbox: [row.west, row.south, row.east, row.north],
  };
}

export function toUnitRow({ dataset, version }: { dataset: DatasetId; version: VersionTag }, ord: number, { unit, search }: SearchableUnit): UnitRow {
  return {
    dataset,
    version,
    level: unit.level,
    ord,
    pcode: unit.pcode,
    parent_pcode: unit.parentPcode,
    names: JSON.stringify(unit.names),
    valid_on: unit.validOn,
    valid_to: unit.validTo,
    area_sqkm: unit.areaSqKm,
    center_lon: unit.center[0],
    center_lat: unit.center[1],
    west: unit.bbox[0],
    south: unit.bbox[1],
    east: unit.bbox[2],
    north: unit.bbox[3],
    search,
  };
}
