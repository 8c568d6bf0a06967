/** The columns of a published level, in the order of the COD-AB specification (cod.md §1.2), one for all formats. */
import type { AdminUnit, FeatureTable } from '../../contract/admin.ts';
import type { AdminLevel, Iso3 } from '../../contract/ids.ts';
import { round, type ExportColumn, type ExportValue } from '../../formats/columns.ts';
import { iso2Of } from '../../matching/countries.ts';

export interface ExportOptions {
  country: Iso3;
  /** `v02`; null writes an empty column. */
  version: string | null;
}

/** name, name1, name2, name3 of the specification. */
const SLOTS = 4;

/**
 * Columns of `table`: own name and code, those of every ancestor, dates, area, version, languages, iso2, iso3, centre, then the extra columns.
 * `tables` are all published levels, from which the ancestors' names come.
 */
export function exportColumns(table: FeatureTable, tables: FeatureTable[], { country, version }: ExportOptions): ExportColumn[] {
  const { units, level } = table;
  const columns: ExportColumn[] = [];
  const add = (name: string, type: ExportColumn['type'], values: ExportValue[]) => columns.push({ name, type, values });
  const constant = (value: ExportValue) => units.map(() => value);
  const lineage = lineageOf(table, tables);
  const languages = languagesOf(units, lineage);
  for (let at = level; at >= 0; at--) {
    const chain = lineage[at]!;
    if (at > 0 && at < level && chain.every((unit) => unit === null)) continue;
    for (let slot = 0; slot < SLOTS; slot++) {
      add(
        `adm${at}_name${slot === 0 ? '' : slot}`,
        'text',
        chain.map((unit) => nameIn(unit, languages[slot] ?? null, slot)),
      );
    }
    add(
      `adm${at}_pcode`,
      'text',
      chain.map((unit) => unit?.pcode || null),
    );
  }
  add(
    'valid_on',
    'date',
    units.map((unit) => unit.validOn),
  );
  add(
    'valid_to',
    'date',
    units.map((unit) => unit.validTo),
  );
  add(
    'area_sqkm',
    'number',
    units.map((unit) => round(unit.areaSqKm, 6)),
  );
  add('version', 'text', constant(version));
  for (let slot = 0; slot < SLOTS; slot++) add(`lang${slot === 0 ? '' : slot}`, 'text', constant(languages[slot] ?? null));
  add('iso2', 'text', constant(iso2Of(country) ?? statedIso2(lineage[0]!)));
  add('iso3', 'text', constant(country));
  add(
    'center_lat',
    'number',
    units.map((unit) => round(unit.center[1], 7)),
  );
  add(
    'center_lon',
    'number',
    units.map((unit) => round(unit.center[0], 7)),
  );
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  for (const { name, values } of table.extra) {
    // A source column that has a standard column's name but was not taken for it keeps its values under a name of its own; so does one whose
    // heading is empty or holds control characters, which databases refuse.
    const plain = name.replace(/\p{Cc}/gu, '').trim() || 'column';
    let free = plain;
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${plain}_${copy}`;
    taken.add(free.toLowerCase());
    columns.push({ name: free, type: 'mixed', values });
  }
  return columns;
}

/** The country's own P-code where it has the form of an ISO 3166 code that the standard does not hold (XK, the sample country). */
function statedIso2([unit]: (AdminUnit | null)[]): string | null {
  return unit && /^[A-Z]{2}$/.test(unit.pcode) ? unit.pcode : null;
}

/** The unit itself and its ancestors, by level: `lineage[level][row]`; null where unknown. Parents are found by P-code in the nearest level above. */
export function lineageOf(table: FeatureTable, tables: FeatureTable[]): (AdminUnit | null)[][] {
  const lineage: (AdminUnit | null)[][] = [];
  lineage[table.level] = table.units;
  let current: (AdminUnit | null)[] = table.units;
  for (let at = table.level - 1; at >= 0; at--) {
    const above = tables.find((entry) => entry.level === at);
    if (!above) {
      lineage[at] = table.units.map(() => null);
      continue;
    }
    const byCode = new Map(above.units.map((unit) => [unit.pcode as string, unit]));
    const only = at === 0 && above.units.length === 1 ? above.units[0]! : null;
    current = current.map((unit) => (unit === null ? only : (byCode.get(unit.parentPcode ?? '') ?? only)));
    lineage[at] = current;
  }
  return lineage;
}

/** The languages of lang, lang1, lang2, lang3: those of the level's own names first, in their order, then those of ancestors only. */
export function languagesOf(units: AdminUnit[], lineage: (AdminUnit | null)[][] = []): string[] {
  const languages = new Set<string>();
  for (const unit of units) for (const { lang } of unit.names) languages.add(lang);
  for (const chain of lineage.toReversed()) for (const unit of chain ?? []) for (const { lang } of unit?.names ?? []) languages.add(lang);
  return [...languages].slice(0, SLOTS);
}

function nameIn(unit: AdminUnit | null, lang: string | null, slot: number): string | null {
  const named = unit?.names.find((entry) => entry.lang === lang)?.name;
  // adm{L}_name must not be empty, so an ancestor without a name in this language shows the name it has.
  return named ?? (slot === 0 ? (unit?.names[0]?.name ?? null) : null);
}

/** `sle_admin2` (COD-AB specification, Files). */
export function layerName(country: Iso3, level: AdminLevel): string {
  return `${country.toLowerCase()}_admin${level}`;
}

/** Of files that hold all levels: `sle_admin_boundaries`. */
export function layerStem(country: Iso3): string {
  return `${country.toLowerCase()}_admin_boundaries`;
}
