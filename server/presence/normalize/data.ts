/** Records ⇄ the columnar artifact of a version, and the compact form that counting works on. */
import type { AdminUnit, Gazetteer } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { OrganisationEntry, PresenceColumns, PresenceData, PresenceRecord, ReviewGroup } from '../../contract/presence/presence.ts';
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

function remembered<T extends object>(read: (value: T) => number): (value: T) => number {
  const known = new Map<T, number>();
  return (value) => {
    let at = known.get(value);
    if (at === undefined) known.set(value, (at = read(value)));
    return at;
  };
}

export interface EncodeOptions {
  organisations: OrganisationEntry[];
  sectorTable: CodeTable;
  /** Words of the source for sectors that no table of ours has, by code. */
  ownSectors: ReadonlyMap<string, string>;
  /** The boundaries that the records were placed in; empty where there are none. */
  gazetteer: Gazetteer;
  /** Questions about places: their candidates are listed among the units. */
  groups: readonly Pick<ReviewGroup, 'candidates'>[];
}

export function encodePresence(records: PresenceRecord[], { organisations, sectorTable, ownSectors, gazetteer, groups }: EncodeOptions): Encoded {
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
  // Rows that state the same share their lists: each is looked up once.
  const setOf = remembered((ids: string[]) => orgSets.add(ids.map((id) => orgIndex.get(id)!).sort((a, b) => a - b)));
  const sectorSetOf = remembered((codes: string[]) => sectorSets.add(codes.map(sectors.add).sort((a, b) => a - b)));
  let last = { start: null as string | null, end: null as string | null, at: -1 };
  // As long as they will be from the start: growing each by pushes copies megabytes again and again.
  // eslint-disable-next-line unicorn/no-new-array -- a length
  const column = <T>() => new Array<T>(records.length);
  const columns: PresenceData['records'] = {
    row: column<number>(),
    unit: column<number>(),
    stated: column<number>(),
    implementing: column<number>(),
    programming: column<number>(),
    funding: column<number>(),
    sectors: column<number>(),
    status: column<number>(),
    period: column<number>(),
    people: column<number | null>(),
    activity: column<number>(),
    place: column<number>(),
    method: column<number>(),
    score: column<number>(),
    question: column<number>(),
  };
  const pointOf: number[] = [];
  for (let i = 0; i < records.length; i++) {
    const record = records[i]!;
    columns.row[i] = record.row;
    columns.unit[i] = unitAt.add(record.level, record.pcode);
    columns.stated[i] = record.statedLevel ?? -1;
    const { implementing, programming, funding } = record.orgs;
    columns.implementing[i] = implementing ? setOf(implementing) : 0;
    columns.programming[i] = programming ? setOf(programming) : 0;
    columns.funding[i] = funding ? setOf(funding) : 0;
    columns.sectors[i] = sectorSetOf(record.sectors);
    columns.status[i] = STATUSES.indexOf(record.status);
    const { start, end } = record;
    if (last.at < 0 || last.start !== start || last.end !== end) last = { start, end, at: periods.add([start, end]) };
    columns.period[i] = last.at;
    columns.people[i] = record.people;
    columns.activity[i] = record.activity === null ? -1 : activities.add(record.activity);
    columns.place[i] = places.add(record.stated);
    columns.method[i] = METHODS.indexOf(record.method);
    columns.score[i] = Math.round(record.score * 1000) / 1000;
    columns.question[i] = record.question === null ? -1 : questions.add(record.question);
    if (points.list.length > 0 || record.point !== null) pointOf.push(record.point === null ? -1 : points.add(record.point));
  }
  for (const { candidates } of groups) for (const { level, pcode } of candidates) unitAt.add(level, pcode);
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

/** Units that records stand in or may lie in, each with its parents before it. */
function createUnits(gazetteer: Gazetteer) {
  const units: PresenceData['units'] = [];
  const index: Map<string, number>[] = [];
  const byCode = new Map<string, AdminUnit>();
  for (const { level, units: own } of gazetteer.levels) for (const unit of own) byCode.set(`${level} ${unit.pcode}`, unit);
  const add = (level: AdminLevel, pcode: string): number => {
    const own = (index[level] ??= new Map());
    const known = own.get(pcode);
    if (known !== undefined) return known;
    const key = `${level} ${pcode}`;
    const unit = byCode.get(key);
    if (!unit) return -1;
    const parent = level > 0 && unit.parentPcode ? add((level - 1) as AdminLevel, unit.parentPcode) : -1;
    const at = units.push({ pcode, level, name: unit.names[0]?.name ?? '', parent }) - 1;
    own.set(pcode, at);
    return at;
  };
  return { units, add };
}

/** Rows that count alike become one entry: 275,845 rows of a real file become some thousands. */
export function compactPresence(data: Omit<PresenceData, 'dataset' | 'spec'>, dataset: string, version: string): PresenceColumns {
  return compactApart(data, dataset, version, () => '').columns;
}

/** The same, with rows apart that are told apart by something else too: what that is, for each entry. */
export function compactApart(
  data: Omit<PresenceData, 'dataset' | 'spec'>,
  dataset: string,
  version: string,
  apartOf: (row: number) => string,
): { columns: PresenceColumns; apart: string[] } {
  const from = data.records;
  const { doubts, doubtOf } = findDoubts(data);
  const columns: PresenceColumns['columns'] = {
    unit: [],
    stated: [],
    doubt: [],
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
  const apart: string[] = [];
  for (let i = 0; i < from.row.length; i++) {
    const own = apartOf(i);
    const key = `${own}${own && ' '}${from.unit[i]},${from.stated[i]},${from.implementing[i]},${from.programming[i]},${from.funding[i]},${from.sectors[i]},${from.status[i]},${from.period[i]},${doubtOf[from.question[i]!] ?? -1}`;
    const people = from.people[i]!;
    const at = seen.get(key);
    if (at === undefined) {
      seen.set(key, columns.unit.length);
      columns.unit.push(from.unit[i]!);
      columns.stated.push(from.stated[i]!);
      columns.doubt.push(doubtOf[from.question[i]!] ?? -1);
      columns.implementing.push(from.implementing[i]!);
      columns.programming.push(from.programming[i]!);
      columns.funding.push(from.funding[i]!);
      columns.sectors.push(from.sectors[i]!);
      columns.status.push(from.status[i]!);
      columns.period.push(from.period[i]!);
      columns.people.push(people);
      columns.records.push(1);
      apart.push(own);
    } else {
      columns.records[at]!++;
      if (people !== null) columns.people[at] = (columns.people[at] ?? 0) + people;
    }
  }
  const { units, organisations, sectors, orgSets, sectorSets, periods, boundaries } = data;
  const whole = { dataset, version, boundaries, units, organisations, sectors, statuses: STATUSES, orgSets, sectorSets, periods, doubts, columns };
  return { columns: whole, apart };
}

/**
 * Where rows behind open questions may lie: in the candidates of the question. Where it has none, or one that no list of the version knows, nothing
 * more is known than the unit that is certain.
 */
function findDoubts({ questions, groups, units }: Pick<PresenceData, 'questions' | 'groups' | 'units'>): { doubts: number[][]; doubtOf: number[] } {
  const doubts = createList<number[]>((list) => list.join(), [[]]);
  const unitAt = new Map(units.map(({ level, pcode }, i) => [`${level} ${pcode}`, i]));
  const byId = new Map(groups.map((group) => [group.id, group]));
  const doubtOf = questions.map((id) => {
    const { candidates = [], decision = null } = byId.get(id) ?? {};
    if (decision) return -1;
    const found = candidates.map(({ level, pcode }) => unitAt.get(`${level} ${pcode}`));
    return doubts.add(found.every((unit) => unit !== undefined) ? found.sort((a, b) => a - b) : []);
  });
  return { doubts: doubts.list, doubtOf };
}
