/** The P-code and name hierarchy without geometry, as JSON and as one CSV table. */
import { toCsv } from '../../formats/tables/write.ts';
import type { FeatureTable, Gazetteer } from '../../contract/admin.ts';
import type { ExportOptions } from './columns.ts';
import { languagesOf, lineageOf } from './columns.ts';
import { round } from '../../formats/columns.ts';

export function toGazetteer(tables: FeatureTable[]): Gazetteer {
  return {
    levels: tables.map(({ level, units }) => ({
      level,
      units: units.map((unit) => ({
        ...unit,
        areaSqKm: round(unit.areaSqKm, 6),
        center: [round(unit.center[0], 7), round(unit.center[1], 7)],
        bbox: [round(unit.bbox[0], 7), round(unit.bbox[1], 7), round(unit.bbox[2], 7), round(unit.bbox[3], 7)],
      })),
    })),
  };
}

export function writeGazetteerJson(gazetteer: Gazetteer): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(gazetteer));
}

/** One row for each unit of each level, with the P-codes of its ancestors. Cells that a spreadsheet would run as a formula are made plain text. */
export function writeGazetteerCsv(tables: FeatureTable[], { country, version }: ExportOptions): Uint8Array<ArrayBuffer> {
  const deepest = Math.max(...tables.map(({ level }) => level));
  const languages = [...new Set(tables.flatMap((table) => languagesOf(table.units)))];
  const levels = Array.from({ length: deepest + 1 }, (_, level) => level);
  const header = ['iso3', 'adm_level', 'pcode', 'parent_pcode', ...languages.map((lang) => `name_${lang}`), ...levels.map((level) => `adm${level}_pcode`)];
  const rows: (string | number | null)[][] = [[...header, 'valid_on', 'valid_to', 'area_sqkm', 'center_lat', 'center_lon', 'version']];
  for (const table of tables) {
    const lineage = lineageOf(table, tables);
    table.units.forEach((unit, row) => {
      rows.push([
        country,
        unit.level,
        unit.pcode,
        unit.parentPcode,
        ...languages.map((lang) => unit.names.find((entry) => entry.lang === lang)?.name ?? null),
        ...levels.map((level) => lineage[level]?.[row]?.pcode ?? null),
        unit.validOn,
        unit.validTo,
        round(unit.areaSqKm, 6),
        round(unit.center[1], 7),
        round(unit.center[0], 7),
        version,
      ]);
    });
  }
  return toCsv(rows);
}
