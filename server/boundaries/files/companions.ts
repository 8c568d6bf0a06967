/** Lines and label points that go with the levels: `{iso3}_adminlines`, `{iso3}_adminpoints` (cod.md §1.1, §1.2). */
import type { FeatureTable } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { buildCoverage, type Coverage, type UpperLevel } from '../../geometry/coverage.ts';
import { ByteWriter } from '../../formats/archive/bytes.ts';
import { degrees } from '../../formats/geojson/write.ts';
import { languagesOf } from './columns.ts';

/** Arcs of one pair of sides, as `arc << 1 | reversed`, in the coverage that they are of. */
interface Border {
  coverage: Coverage;
  level: AdminLevel;
  /** Units by their row at `level`; -1 outside. */
  left: number;
  right: number;
  arcs: number[];
}

/**
 * Each boundary once, from the arcs: `adm_level` is the highest level (smallest number) at which its two sides differ, 0 towards the outside;
 * `left_pcod` and `right_pcod` are the units of that level on its sides, null outside. Arcs with the same sides are one feature.
 * @param kept levels that are published as they were uploaded: their boundaries are drawn as these levels are, not as the base level
 */
export function writeAdminLines(
  name: string,
  tables: FeatureTable[],
  coverage: Coverage,
  version: string | null,
  kept: ReadonlySet<AdminLevel> = new Set(),
): Uint8Array<ArrayBuffer> {
  const borders = [
    ...bordersOf(coverage, (level) => !kept.has(level)),
    ...tables.filter(({ level }) => kept.has(level)).flatMap((table) => bordersOf(coverageOf(table, tables), (level) => level === table.level)),
  ];
  const validOn = tables.find(({ level }) => level === coverage.base)?.units[0]?.validOn ?? null;
  const out = new ByteWriter();
  out.write(`{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[\n`);
  let first = true;
  for (const border of borders) {
    const { level, left, right } = border;
    const units = tables.find((table) => table.level === level)!.units;
    const code = (unit: number) => (unit < 0 ? null : units[unit]!.pcode || null);
    const properties = { adm_level: level, name: null, valid_on: validOn, valid_to: null, version, right_pcod: code(right), left_pcod: code(left) };
    out.write(`${first ? '' : ',\n'}{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":{"type":"MultiLineString","coordinates":[`);
    writeArcs(out, border);
    out.write(']}}');
    first = false;
  }
  out.write('\n]}\n');
  return out.finish();
}

function writeArcs(out: ByteWriter, { coverage, arcs }: Border): void {
  arcs.forEach((signed, at) => {
    out.write(at === 0 ? '[' : ',[');
    const [start, end] = [coverage.offsets[signed >>> 1]!, coverage.offsets[(signed >>> 1) + 1]!];
    for (let i = start; i < end; i++) {
      const v = signed & 1 ? end - 1 - (i - start) : i;
      out.write(`${i === start ? '' : ','}[${degrees(coverage.x[v]! / 1e7)},${degrees(coverage.y[v]! / 1e7)}]`);
    }
    out.write(']');
  });
}

/** @param isWanted of which highest level */
function bordersOf(coverage: Coverage, isWanted: (level: AdminLevel) => boolean): Border[] {
  const shallowFirst = coverage.levels.toSorted((a, b) => a.level - b.level);
  const groups = new Map<string, Border>();
  for (let arc = 0; arc < coverage.left.length; arc++) {
    const [left, right] = [coverage.left[arc]!, coverage.right[arc]!];
    const unit = (side: number, at: number) => (side < 0 ? -1 : shallowFirst[at]!.unitOfBase[side]!);
    let at = 0;
    while (at < shallowFirst.length && unit(left, at) === unit(right, at)) at++;
    // Both sides in one base unit: a spike of the source, no boundary.
    if (at === shallowFirst.length || !isWanted(shallowFirst[at]!.level)) continue;
    const [a, b] = [unit(left, at), unit(right, at)];
    // One direction for one pair of sides: the outside to the right, else the earlier unit to the left.
    const isTurned = b >= 0 && (a < 0 || a > b);
    const [onLeft, onRight] = isTurned ? [b, a] : [a, b];
    const key = `${at} ${onLeft} ${onRight}`;
    const signed = (arc << 1) | Number(isTurned);
    const group = groups.get(key);
    if (group) group.arcs.push(signed);
    else groups.set(key, { coverage, level: shallowFirst[at]!.level, left: onLeft, right: onRight, arcs: [signed] });
  }
  return [...groups.values()];
}

/** The arcs of a level of its own drawing, with the units above it by their codes. */
function coverageOf(table: FeatureTable, tables: readonly FeatureTable[]): Coverage {
  const uppers: UpperLevel[] = [];
  let [own, unitOf] = [table, Int32Array.from({ length: table.units.length }, (_, row) => row)];
  for (const above of tables.filter(({ level }) => level < table.level).toSorted((a, b) => b.level - a.level)) {
    const rows = new Map(above.units.map(({ pcode }, row) => [pcode, row]));
    const parents = own.units.map(({ parentPcode }) => (parentPcode === null ? -1 : (rows.get(parentPcode) ?? -1)));
    unitOf = unitOf.map((row) => (row < 0 ? -1 : parents[row]!));
    uppers.push({ level: above.level, unitOfBase: unitOf, units: above.units.length });
    own = above;
  }
  return buildCoverage(table, uppers);
}

/** One point for each unit of each level: the centre of its maximum inscribed circle. */
export function writeAdminPoints(name: string, tables: FeatureTable[], version: string | null): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  out.write(`{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[\n`);
  let first = true;
  for (const table of tables) {
    const languages = languagesOf(table.units);
    table.units.forEach((unit, row) => {
      if (table.geometry.rows[row] === table.geometry.rows[row + 1]) return;
      const names = Object.fromEntries(
        [0, 1, 2, 3].map((slot) => [`name${slot === 0 ? '' : slot}`, unit.names.find(({ lang }) => lang === languages[slot])?.name ?? null]),
      );
      const langs = Object.fromEntries([0, 1, 2, 3].map((slot) => [`lang${slot === 0 ? '' : slot}`, languages[slot] ?? null]));
      const properties = {
        adm_level: table.level,
        ...names,
        pcode: unit.pcode || null,
        parent_pcode: unit.parentPcode,
        valid_on: unit.validOn,
        valid_to: unit.validTo,
        version,
        ...langs,
      };
      const [lon, lat] = unit.center;
      out.write(
        `${first ? '' : ',\n'}{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":{"type":"Point","coordinates":[${degrees(lon)},${degrees(lat)}]}}`,
      );
      first = false;
    });
  }
  out.write('\n]}\n');
  return out.finish();
}
