/** 3W as CSV: every record, and organisation × sector × unit in the columns of HDX HAPI (3w.md §1.4) with ours after them, with or without HXL tags. */
import { toCsv } from '../formats/tables/write.ts';
import type { CountDefinition, PresenceColumns, PresenceData } from '../contract/presence/presence.ts';
import { METHODS, STATUSES } from '../contract/presence/presence.ts';
import { selectPresence } from '../contract/presence/count.ts';
import type { CodeTable } from '../matching/sectors.ts';

type Row = (string | number | null)[];

const RECORD_COLUMNS = [
  'row',
  'implementing',
  'programming',
  'funding',
  'sector_code',
  'status',
  'start',
  'end',
  'activity',
  'people',
  'provider_places',
  'level',
  'pcode',
  'stated_level',
  'method',
  'score',
  'needs_review',
  'cod_dataset',
  'cod_version',
  'sector_in_source',
  'longitude',
  'latitude',
];

/** @param under only records in this unit or below; null for all */
export function writeRecordsCsv(data: PresenceData, under: string | null): Uint8Array {
  const { records } = data;
  const names = data.orgSets.map((set) => set.map((i) => data.organisations[i]!.name).join('; '));
  // A sector that no list has stands in the words of the file, beside the codes and not among them.
  const sectors = data.sectorSets.map((set) => set.flatMap((i) => (data.sectors[i]!.text === undefined ? [data.sectors[i]!.code] : [])).join('; '));
  const words = data.sectorSets.map((set) => set.flatMap((i) => data.sectors[i]!.text ?? []).join('; '));
  const places = data.places.map((stated) => stated.map(({ code, name }) => [name, code].filter(Boolean).join(' ')).join(' > '));
  const inside = unitsUnder(data.units, under);
  const rows: Row[] = [RECORD_COLUMNS];
  for (let i = 0; i < records.row.length; i++) {
    const unit = records.unit[i]!;
    if (inside && !inside.has(unit)) continue;
    const [start, end] = data.periods[records.period[i]!]!;
    const activity = records.activity[i]!;
    rows.push([
      records.row[i]!,
      names[records.implementing[i]!]!,
      names[records.programming[i]!]!,
      names[records.funding[i]!]!,
      sectors[records.sectors[i]!]!,
      STATUSES[records.status[i]!]!,
      start,
      end,
      activity < 0 ? null : data.activities[activity]!,
      records.people[i]!,
      places[records.place[i]!]!,
      unit < 0 ? null : data.units[unit]!.level,
      unit < 0 ? null : data.units[unit]!.pcode,
      records.stated[i]! < 0 ? null : records.stated[i]!,
      METHODS[records.method[i]!]!,
      records.score[i]!,
      records.question[i]! < 0 ? 'no' : 'yes',
      data.boundaries?.dataset ?? null,
      data.boundaries?.version ?? null,
      words[records.sectors[i]!]! || null,
      ...(data.points?.[records.point?.[i] ?? -1] ?? [null, null]),
    ]);
  }
  return toCsv(rows);
}

/** Indices of a unit and all below it; null for no limit, empty where the 3W has nothing there. */
export function unitsUnder(units: PresenceData['units'], pcode: string | null): Set<number> | null {
  if (pcode === null) return null;
  const inside = new Set<number>();
  units.forEach((unit, i) => {
    if (unit.pcode === pcode || (unit.parent >= 0 && inside.has(unit.parent))) inside.add(i);
  });
  return inside;
}

/** Headings and their HXL tags; the first fifteen are those of HAPI. */
const HAPI: [heading: string, tag: string][] = [
  ['location_code', '#country+code'],
  ['has_hrp', ''],
  ['in_gho', ''],
  ['provider_admin1_name', '#adm1+name+provider'],
  ['provider_admin2_name', '#adm2+name+provider'],
  ['admin1_code', '#adm1+code'],
  ['admin1_name', '#adm1+name'],
  ['admin2_code', '#adm2+code'],
  ['admin2_name', '#adm2+name'],
  ['admin_level', '#meta+adm+level'],
  ['org_acronym', '#org+acronym'],
  ['org_name', '#org+name'],
  ['org_type_code', '#org+type+code'],
  ['sector_code', '#sector+code'],
  ['sector_name', '#sector+name'],
  ['reference_period_start', '#date+start'],
  ['reference_period_end', '#date+end'],
  ['sector_code_own', '#sector+code+own'],
  ['unit_code', '#adm+code+deepest'],
  ['unit_level', '#meta+adm+level+deepest'],
  ['activities', '#activity+num'],
  ['role', '#meta+role'],
  ['cod_dataset', '#meta+boundaries'],
  ['cod_version', '#meta+boundaries+version'],
];

/** On other boundaries: units in one of which the activity is, where its unit was split; the unit beside it is certain. */
const POSSIBLE: [heading: string, tag: string] = ['possible_unit_codes', '#adm+code+possible'];

/** Codes of these units for an entry; null where the 3W stands on the boundaries that it was placed on. */
function heirsOf({ carried, columns, doubts, heirsFrom = Infinity, units }: PresenceColumns): ((entry: number) => string) | null {
  if (!carried) return null;
  return (entry) => (columns.doubt[entry]! >= heirsFrom ? doubts[columns.doubt[entry]!]!.map((unit) => units[unit]!.pcode).join('; ') : '');
}

export interface HapiOptions {
  country: string;
  definition: CountDefinition;
  sectors: CodeTable;
  /** Adds the row of tags. */
  hxl: boolean;
  /** Only this unit and those below it. */
  under: string | null;
}

/**
 * Distinct organisation × sector × deepest certain unit × period. Sectors go by the code that HAPI has for ours, with our own beside it;
 * the two flags on response plans are not known here and stay empty.
 */
export function writeHapiCsv(data: PresenceColumns, { country, definition, sectors, hxl, under }: HapiOptions): Uint8Array {
  const inside = unitsUnder(data.units, under);
  const { selected } = selectPresence(data, definition);
  const perhaps = heirsOf(data);
  const groups = new Map<string, { org: number; sector: number; unit: number; period: number; heirs: string; records: number }>();
  for (const { entry, orgs, sectors: own } of selected) {
    const unit = data.columns.unit[entry]!;
    if (inside && !inside.has(unit)) continue;
    const period = data.columns.period[entry]!;
    for (const org of orgs) {
      for (const sector of own.length > 0 ? own : [-1]) {
        const heirs = perhaps ? perhaps(entry) : '';
        const key = `${org},${sector},${unit},${period},${heirs}`;
        const group = groups.get(key);
        if (group) group.records += data.columns.records[entry]!;
        else groups.set(key, { org, sector, unit, period, heirs, records: data.columns.records[entry]! });
      }
    }
  }
  const columns = perhaps ? [...HAPI, POSSIBLE] : HAPI;
  const rows: Row[] = [columns.map(([heading]) => heading)];
  if (hxl) rows.push(columns.map(([, tag]) => tag));
  const parts = data.units.map((_, i) => {
    const chain: Record<number, { pcode: string; name: string }> = {};
    for (let at = i; at >= 0; at = data.units[at]!.parent) chain[data.units[at]!.level] = data.units[at]!;
    return chain;
  });
  for (const { org, sector, unit, period, heirs, records } of groups.values()) {
    const chain = unit < 0 ? {} : parts[unit]!;
    const { name, acronym, type } = data.organisations[org]!;
    const own = sector < 0 ? null : data.sectors[sector]!.code;
    const entry = own === null ? undefined : sectors.get(own);
    // A sector of the file's own has no code there; its words stand beside the blank.
    const hapi = own === null || own.startsWith('own:') ? null : (entry?.hapi ?? own);
    const [start, end] = data.periods[period]!;
    const level = unit < 0 ? null : data.units[unit]!.level;
    rows.push([
      country,
      null,
      null,
      chain[1]?.name ?? null,
      chain[2]?.name ?? null,
      chain[1]?.pcode ?? null,
      chain[1]?.name ?? null,
      chain[2]?.pcode ?? null,
      chain[2]?.name ?? null,
      level === null ? null : Math.min(2, level),
      acronym ?? name,
      name,
      type,
      hapi,
      entry?.names.en ?? null,
      start,
      end,
      own?.startsWith('own:') ? null : own,
      unit < 0 ? null : data.units[unit]!.pcode,
      level,
      records,
      definition.role,
      data.boundaries?.dataset ?? null,
      data.boundaries?.version ?? null,
      ...(perhaps ? [heirs || null] : []),
    ]);
  }
  return toCsv(rows);
}
