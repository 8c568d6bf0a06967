/** Rows of one population table gathered into levels: wide tables row by row, long tables pivoted to one row for each unit. */
import type { AdminLevel } from '../../contract/ids.ts';
import { MAX_ITEMS } from '../../contract/finding.ts';
import type { PopulationGroup } from '../../contract/population/population.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import type { Cell, RawTable } from '../../formats/tables/rawTable.ts';
import { groupKey, toAges, toGroup, toSex } from './columns.ts';
import type { PopulationRole } from './columns.ts';
import type { CellFault, Faults, PopulationLevel } from './model.ts';
import { parseNumber } from '../../formats/tables/numbers.ts';
import type { NumberStyle } from '../../contract/columns.ts';
import type { NumberReading } from './numberStyles.ts';
import type { Band } from './ageDates.ts';

export interface TableRoles {
  table: RawTable;
  roles: PopulationRole[];
  /** Columns of values, with the group that the heading states. */
  groups: { column: number; group: PopulationGroup }[];
  isLong: boolean;
  /** Level of a generic code column, row by row or for the whole table. */
  levelOf: (row: number) => AdminLevel | null;
  /** Keeps rows of the wanted country. */
  isOurs: (row: number) => boolean;
  /** How the cells write numbers. */
  numbers: NumberReading;
  /** What a person said of that, by column. */
  saidNumbers: ReadonlyMap<number, NumberStyle>;
  /** Of a long table: bands that a spreadsheet took for dates, by the text of the cell. */
  bands: ReadonlyMap<string, Band>;
  /** What totals named after their source say it is; a column of sources says more. */
  source: string | null;
}

/** All levels of one table. Rows of other countries are left out (counted by the caller); rows without code and value are none. */
export function gatherLevels({ table, roles, groups, isLong, levelOf, isOurs, numbers, source, bands }: TableRoles): PopulationLevel[] {
  const columnOf = (is: PopulationRole['is']) => roles.findIndex((role) => role.is === is);
  const codeColumns = columnsByLevel(roles, 'pcode');
  const nameColumns = columnsByLevel(roles, 'name');
  const genericCode = roles.findIndex((role) => role.is === 'pcode' && role.level === null);
  const genericName = roles.findIndex((role) => role.is === 'name' && role.level === null);
  const deepest = codeColumns.at(-1)?.level ?? null;
  const text = (column: number, row: number) => (column < 0 ? '' : cellText(table.columns[column]!.cells[row]!));
  const yearColumn = columnOf('year');
  const sourceColumn = columnOf('source');
  const long = isLong ? longReader(roles, text, bands) : null;
  const builders = new Map<AdminLevel, LevelBuilder>();

  for (let row = 0; row < table.rows; row++) {
    if (!isOurs(row)) continue;
    const codes = codeColumns.map(({ level, column }) => ({ level, code: text(column, row) }));
    let level: AdminLevel | null;
    let code: string;
    if (genericCode >= 0 && levelOf(row) !== null) {
      level = levelOf(row);
      code = text(genericCode, row);
    } else {
      const named = nameColumns.findLast(({ column }) => text(column, row) !== '');
      const coded = codes.findLast((entry) => entry.code !== '');
      // A name without its code is a unit that lacks its code, not a unit of the level above.
      level = named && deepest !== null && named.level > (coded?.level ?? -1) && named.level <= deepest ? named.level : (coded?.level ?? deepest);
      code = coded && coded.level === level ? coded.code : '';
    }
    if (level === null) continue;
    const own = level;
    let builder = builders.get(own);
    if (!builder)
      builders.set(
        own,
        (builder = new LevelBuilder(
          own,
          table,
          groups.length,
          codeColumns.map((entry) => entry.level).filter((other) => other < own),
        )),
      );
    const name = text(nameColumns.find((entry) => entry.level === own)?.column ?? genericName, row);
    const unit = builder.unit(row, code, name, codes, isLong);
    builder.addYear(unit, yearColumn < 0 ? null : toYear(table.columns[yearColumn]!.cells[row]!));
    builder.addSource(text(sourceColumn, row) || (source ?? ''));
    const read = long?.(row);
    for (const { column, group } of groups) {
      const heading = table.columns[column]!.name;
      const target = read ? read.group(group) : group;
      if (read?.unread) builder.fault('unreadBands', { unit, heading, text: read.unread });
      const number = parseNumber(table.columns[column]!.cells[row]!, numbers.styleOf(column));
      if (number.is === 'number') {
        if (number.scientific) builder.fault('scientific', { unit, heading, text: text(column, row) });
        if (number.separated) builder.addSeparated(unit, heading, text(column, row));
        builder.set(unit, target, number.value, heading);
      } else {
        builder.touch(target);
        if (number.is === 'notAvailable') builder.fault('notAvailable', { unit, heading, text: text(column, row) || 'NA' });
        if (number.is === 'text') builder.fault('notNumbers', { unit, heading, text: number.text });
      }
    }
  }
  return [...builders.values()].map((builder) => builder.finish()).sort((a, b) => a.level - b.level);
}

class LevelBuilder {
  readonly #codes: string[] = [];
  readonly #names: string[] = [];
  readonly #rows: number[] = [];
  readonly #years: (number | null)[] = [];
  readonly #yearSet = new Set<number>();
  readonly #sources = new Set<string>();
  readonly #groups: PopulationGroup[] = [];
  readonly #byKey = new Map<string, number>();
  /** Grown by doubling; NaN where nothing was read. */
  readonly #values: Float64Array[] = [];
  #capacity = 1024;
  readonly #parents: { level: AdminLevel; codes: (string | null)[] }[];
  readonly #units = new Map<string, number>();
  readonly #faults: PopulationLevel['faults'] = {
    notNumbers: noFaults(),
    notAvailable: noFaults(),
    scientific: noFaults(),
    separated: new Map(),
    scientificCodes: [],
    repeatedValues: noFaults(),
    unreadBands: noFaults(),
  };
  readonly #level: AdminLevel;
  readonly #table: RawTable;

  constructor(level: AdminLevel, table: RawTable, groups: number, parents: AdminLevel[]) {
    this.#level = level;
    this.#table = table;
    if (groups === 0) throw new Error('a population table without value columns');
    this.#parents = parents.map((above) => ({ level: above, codes: [] }));
  }

  /** Index of the row's unit; in long tables rows of one code are one unit. */
  unit(row: number, code: string, name: string, codes: { level: AdminLevel; code: string }[], isLong: boolean): number {
    const key = `${code}\n${code === '' ? name : ''}`;
    const known = isLong ? this.#units.get(key) : undefined;
    if (known !== undefined) return known;
    const unit = this.#codes.length;
    this.#units.set(key, unit);
    this.#codes.push(code);
    this.#names.push(name);
    this.#rows.push(this.#table.rowNumbers[row]!);
    this.#years.push(null);
    for (const parent of this.#parents) parent.codes.push(codes.find((entry) => entry.level === parent.level)?.code || null);
    if (/^\d(\.\d+)?E\+?\d+$/i.test(code)) this.#faults.scientificCodes.push(unit);
    return unit;
  }

  addYear(unit: number, year: number | null): void {
    if (year === null) return;
    this.#yearSet.add(year);
    this.#years[unit] = Math.max(this.#years[unit] ?? 0, year);
  }

  addSource(source: string): void {
    if (source !== '' && this.#sources.size < 5) this.#sources.add(source);
  }

  fault(kind: Exclude<keyof PopulationLevel['faults'], 'scientificCodes' | 'separated'>, fault: CellFault): void {
    const faults = this.#faults[kind];
    faults.count++;
    if (faults.items.length < MAX_ITEMS) faults.items.push(fault);
  }

  addSeparated(unit: number, heading: string, text: string): void {
    const known = this.#faults.separated.get(heading) ?? { count: 0, text, units: [] };
    known.count++;
    if (known.units.length < 20) known.units.push(unit);
    this.#faults.separated.set(heading, known);
  }

  /** Makes sure that the group is there even where all its values are null. */
  touch(group: PopulationGroup): Float64Array {
    let g = this.#byKey.get(group.key);
    if (g === undefined) {
      g = this.#groups.push(group) - 1;
      this.#byKey.set(group.key, g);
      this.#values.push(new Float64Array(this.#capacity).fill(NaN));
    }
    return this.#values[g]!;
  }

  set(unit: number, group: PopulationGroup, value: number, heading: string): void {
    while (unit >= this.#capacity) this.#grow();
    const values = this.touch(group);
    if (Number.isNaN(values[unit]!)) values[unit] = value;
    else this.fault('repeatedValues', { unit, heading, text: `${group.key}: ${values[unit]!}, ${value}` });
  }

  #grow(): void {
    this.#capacity *= 2;
    for (const [g, values] of this.#values.entries()) {
      const larger = new Float64Array(this.#capacity).fill(NaN);
      larger.set(values);
      this.#values[g] = larger;
    }
  }

  finish(): PopulationLevel {
    const years = [...this.#yearSet].sort((a, b) => a - b);
    const count = this.#codes.length;
    while (count > this.#capacity) this.#grow();
    return {
      level: this.#level,
      file: this.#table.file,
      sheet: this.#table.sheet,
      codes: this.#codes,
      names: this.#names,
      parents: this.#parents,
      rowNumbers: Uint32Array.from(this.#rows),
      groups: this.#groups,
      values: this.#values.map((values) => values.slice(0, count)),
      year: years.at(-1) ?? null,
      yearFrom: years.length > 0 ? 'column' : null,
      years,
      yearOf: this.#years,
      source: [...this.#sources].join('; '),
      faults: this.#faults,
    };
  }
}

/** Reads sex, age and group name of one row of a long table. */
function longReader(roles: PopulationRole[], text: (column: number, row: number) => string, bands: ReadonlyMap<string, Band>) {
  const at = (is: PopulationRole['is']) => roles.findIndex((role) => role.is === is);
  const [sexColumn, rangeColumn, minColumn, maxColumn, nameColumn] = [at('sex'), at('ageRange'), at('ageMin'), at('ageMax'), at('groupName')];
  return (row: number) => {
    const sexText = text(sexColumn, row);
    const rangeText = text(rangeColumn, row);
    const sex = toSex(sexText);
    const min = text(minColumn, row);
    const max = text(maxColumn, row);
    const ages =
      min !== '' && /^\d+$/.test(min) ? { from: Number(min), to: /^\d+$/.test(max) ? Number(max) : null } : (bands.get(rangeText) ?? toAges(rangeText));
    const named = text(nameColumn, row);
    // "populationTotal", "all", "T_TL" name no group of their own.
    const other = named === '' || /^(pop(ulation)?[_ ]?)?(total|all|tl|t_tl|both)?$/i.test(named) ? '' : named;
    const unread = sex === null ? sexText : ages === null ? rangeText : '';
    return {
      unread,
      group(own: PopulationGroup): PopulationGroup {
        const shownSex = sexText === '' && sexColumn < 0 ? own.sex : (sex ?? 't');
        if (other === '' && unread === '')
          return { ...toGroup(shownSex, ages?.from ?? own.ageFrom, ages?.from == null ? own.ageTo : ages.to, own.heading), other: own.other };
        const label = [other, unread].filter(Boolean).join(' ');
        const from = ages?.from ?? null;
        const to = ages?.to ?? null;
        return { key: `${groupKey(shownSex, from, to)} ${label}`, sex: shownSex, ageFrom: from, ageTo: to, other: label, heading: own.heading };
      },
    };
  };
}

function columnsByLevel(roles: PopulationRole[], is: 'pcode' | 'name'): { level: AdminLevel; column: number }[] {
  const found = new Map<AdminLevel, number>();
  for (const [column, role] of roles.entries()) if (role.is === is && role.level !== null && !found.has(role.level)) found.set(role.level, column);
  return [...found].map(([level, column]) => ({ level, column })).sort((a, b) => a.level - b.level);
}

/** Year in a cell: a number, a date, or a text such as `2021-01-01`. */
export function toYear(cell: Cell): number | null {
  if (cell instanceof Date) return cell.getUTCFullYear();
  const year = /(?:^|\D)((?:19|20|21)\d\d)(?:\D|$)/.exec(cellText(cell))?.[1];
  return year === undefined ? null : Number(year);
}

function noFaults(): Faults<CellFault> {
  return { count: 0, items: [] };
}
