/** Records ⇄ the columnar artifact of a version, and the compact form that counting works on. */
import type { AdminUnit, Gazetteer } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { OrganisationEntry, PresenceColumns, PresenceData, PresenceRecord } from '../../contract/presence/presence.ts';
import { METHODS, STATUSES } from '../../contract/presence/presence.ts';
import type { CodeTable } from '../../matching/sectors.ts';

type Encoded = Pick<
  PresenceData,
  'units' | 'organisations' | 'sectors' | 'orgSets' | 'sectorSets' | 'periods' | 'places' | 'activities' | 'questions' | 'records' | 'points'
>;

/** Values by index of first appearance; `key` tells equal values. */
function createList<T>(key: (value: T) => unknown, first: T[] = []) {
  const list: T[] = [];
  const index = new Map<unknown, number>();
  const add = (value: T): number => {
    const id = key(value);
    let at = index.get(id);
    if (at === undefined) index.set(id, (at = list.push(value) - 1));
    return at;
  };
  for (const value of first) add(value);
  return { list, add };
}

export interface EncodeOptions {
  organisations: OrganisationEntry[];
  sectorTable: CodeTable;
  /** Words of the source for sectors that no table of ours has, by code. */
  ownSectors: ReadonlyMap<string, string>;
  /** The boundaries that the records were placed in; empty where there are none. */
  gazetteer: Gazetteer;
}

export function encodePresence(records: PresenceRecord[], { organisations, sectorTable, ownSectors, gazetteer }: EncodeOptions): Encoded {
  const unitAt = createUnits(gazetteer);
  const orgIndex = new Map(organisations.map(({ id }, i) => [id, i]));
  const sectors = createList<string>((code) => code);
  const orgSets = createList<number[]>((list) => list.join(), [[]]);
  const sectorSets = createList<number[]>((list) => list.join(), [[]]);
  const periods = createList<[string | null, string | null]>((period) => period.join());
  // Rows that state the same place share the array, so identity tells them apart.
  const places = createList<PresenceRecord['stated']>((stated) => stated);
  const activities = createList<string>((text) => text);
  const questions = createList<string>((text) => text);
  const points = createList<[number, number]>((point) => point.join());
  const setOf = (ids: string[] | undefined) => (ids ? orgSets.add(ids.map((id) => orgIndex.get(id)!).sort((a, b) => a - b)) : 0);
  const columns: PresenceData['records'] = {
    row: [],
    unit: [],
    stated: [],
    implementing: [],
    programming: [],
    funding: [],
    sectors: [],
    status: [],
    period: [],
    people: [],
    activity: [],
    place: [],
    method: [],
    score: [],
    question: [],
  };
  const pointOf: number[] = [];
  for (const record of records) {
    columns.row.push(record.row);
    columns.unit.push(unitAt.add(record.level, record.pcode));
    columns.stated.push(record.statedLevel ?? -1);
    columns.implementing.push(setOf(record.orgs.implementing));
    columns.programming.push(setOf(record.orgs.programming));
    columns.funding.push(setOf(record.orgs.funding));
    columns.sectors.push(sectorSets.add(record.sectors.map(sectors.add).sort((a, b) => a - b)));
    columns.status.push(STATUSES.indexOf(record.status));
    columns.period.push(periods.add([record.start, record.end]));
    columns.people.push(record.people);
    columns.activity.push(record.activity === null ? -1 : activities.add(record.activity));
    columns.place.push(places.add(record.stated));
    columns.method.push(METHODS.indexOf(record.method));
    columns.score.push(Math.round(record.score * 1000) / 1000);
    columns.question.push(record.question === null ? -1 : questions.add(record.question));
    if (points.list.length > 0 || record.point !== null) pointOf.push(record.point === null ? -1 : points.add(record.point));
  }
  // Rows before the first one with a point have none; a file without points has no such column.
  if (pointOf.length > 0) columns.point = [...Array.from({ length: records.length - pointOf.length }, () => -1), ...pointOf];
  return {
    units: unitAt.units,
    organisations,
    sectors: sectors.list.map((code) => ({
      code,
      parent: sectorTable.get(code)?.parent ?? null,
      ...(ownSectors.has(code) ? { text: ownSectors.get(code)! } : {}),
    })),
    orgSets: orgSets.list,
    sectorSets: sectorSets.list,
    periods: periods.list,
    places: places.list,
    activities: activities.list,
    questions: questions.list,
    records: columns,
    ...(points.list.length > 0 ? { points: points.list } : {}),
  };
}

/** Units that records stand in, each with its parents before it. */
function createUnits(gazetteer: Gazetteer) {
  const units: PresenceData['units'] = [];
  const index = new Map<string, number>();
  const byCode = new Map<string, AdminUnit>();
  for (const { level, units: own } of gazetteer.levels) for (const unit of own) byCode.set(`${level} ${unit.pcode}`, unit);
  const add = (level: AdminLevel, pcode: string): number => {
    const key = `${level} ${pcode}`;
    const known = index.get(key);
    if (known !== undefined) return known;
    const unit = byCode.get(key);
    if (!unit) return -1;
    const parent = level > 0 && unit.parentPcode ? add((level - 1) as AdminLevel, unit.parentPcode) : -1;
    const at = units.push({ pcode, level, name: unit.names[0]?.name ?? '', parent }) - 1;
    index.set(key, at);
    return at;
  };
  return { units, add };
}

/** Rows that count alike become one entry: 275,845 rows of a real file become some thousands. */
export function compactPresence(data: Omit<PresenceData, 'dataset' | 'spec'>, dataset: string, version: string): PresenceColumns {
  const from = data.records;
  const columns: PresenceColumns['columns'] = {
    unit: [],
    stated: [],
    implementing: [],
    programming: [],
    funding: [],
    sectors: [],
    status: [],
    period: [],
    people: [],
    records: [],
  };
  const seen = new Map<string, number>();
  for (let i = 0; i < from.row.length; i++) {
    const key = `${from.unit[i]},${from.stated[i]},${from.implementing[i]},${from.programming[i]},${from.funding[i]},${from.sectors[i]},${from.status[i]},${from.period[i]}`;
    const people = from.people[i]!;
    const at = seen.get(key);
    if (at === undefined) {
      seen.set(key, columns.unit.length);
      columns.unit.push(from.unit[i]!);
      columns.stated.push(from.stated[i]!);
      columns.implementing.push(from.implementing[i]!);
      columns.programming.push(from.programming[i]!);
      columns.funding.push(from.funding[i]!);
      columns.sectors.push(from.sectors[i]!);
      columns.status.push(from.status[i]!);
      columns.period.push(from.period[i]!);
      columns.people.push(people);
      columns.records.push(1);
    } else {
      columns.records[at]!++;
      if (people !== null) columns.people[at] = (columns.people[at] ?? 0) + people;
    }
  }
  const { units, organisations, sectors, orgSets, sectorSets, periods, boundaries } = data;
  return { dataset, version, boundaries, units, organisations, sectors, statuses: STATUSES, orgSets, sectorSets, periods, columns };
}
