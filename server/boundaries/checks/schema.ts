/** Families F (files, columns, levels) and S (computed columns and companion layers). COD-AB specification, "Layers" and "Attributes"; cod.md §2.2 and §2.6. */
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { Clause, Finding, Severity } from '../../contract/finding.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { asClause, clause } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import { finding, type FindingCode } from '../../words/findings.ts';
import type { ItemDraft } from '../../words/findings.ts';
import { matchColumns, standardHeading } from '../normalize/columns.ts';
import type { UploadedLevel } from '../normalize/model.ts';
import type { RawLayer } from '../../formats/raw.ts';
import { isInRow } from '../../geometry/ring.ts';
import type { BoundaryContext } from './context.ts';
import type { Check, CheckOutcome } from '../../checks/check.ts';
import { checkGazetteer } from './gazetteer.ts';
import { repairMojibake } from './letters.ts';
import { itemAt, rawColumn, tally } from './columns.ts';

const eachLevel = (run: (level: UploadedLevel, context: BoundaryContext) => Finding[]) => (context: BoundaryContext) =>
  context.boundaries.levels.flatMap((level) => run(level, context));

function report(level: AdminLevel | null, code: FindingCode, severity: Severity, items: ItemDraft[], params: Record<string, string | number> = {}): Finding[] {
  return finding(code, severity, level, items, params);
}

/** One item for a fault of a layer or a column: it has no place of its own. */
const whole = (code: string, level: AdminLevel | null, detail: string | Clause): ItemDraft => ({
  id: `${code}/${level ?? '-'}/${sayClause(asClause(detail), 'en')}`,
  pcodes: [],
  rows: [],
  clause: asClause(detail),
});

/** F2: levels follow each other without a hole. A level that could be dissolved from the one below is a warning: the shape is there, the names may not be. */
export function checkLevelsContiguous({ boundaries, published }: BoundaryContext): Finding[] {
  const uploaded = boundaries.levels.map(({ level }) => level);
  const deepest = Math.max(...uploaded);
  return Array.from({ length: deepest }, (_, level) => level as AdminLevel)
    .filter((level) => level > Math.min(...uploaded) && !uploaded.includes(level))
    .flatMap((level) => {
      const derived = published.some((table) => table.level === level);
      return report(level, derived ? 'level.derived' : 'level.missing', derived ? 'warning' : 'error', [whole('level.missing', level, `adm${level}`)]);
    });
}

/** F3: adm0 and adm1 exist. adm0 alone is not a COD-AB. */
export function checkUpperLevels({ boundaries, published }: BoundaryContext): Finding[] {
  const uploaded = boundaries.levels.map(({ level }) => level);
  // A hole between two uploaded levels is F2; here what is missing above the first one, and everything below adm0.
  return ([0, 1] as const)
    .filter((level) => !uploaded.includes(level) && (level < Math.min(...uploaded) || Math.max(...uploaded) === 0))
    .flatMap((level) => {
      const derived = published.some((table) => table.level === level);
      return report(level, derived ? 'level.derived' : 'level.missing', derived ? 'warning' : 'error', [whole('level.missing', level, `adm${level}`)]);
    });
}

/** F4: `{iso3}_admin{N}`. Downloads are named so whatever the upload was called. */
export function checkLayerNames({ boundaries }: BoundaryContext): Finding[] {
  const items = boundaries.levels
    .filter(({ level, raw }) => raw.layer.toLowerCase() !== `${boundaries.country.toLowerCase()}_admin${level}`)
    .map(({ level, raw }) => whole('file.name', level, clause('becomes', { before: raw.layer, after: `${boundaries.country.toLowerCase()}_admin${level}` })));
  return report(null, 'file.name', 'info', items);
}

/** F5: code and name columns of the level itself must be there; those of its ancestors, dates, version and language are filled in by us and said so. */
export function checkRequiredColumns(level: UploadedLevel): Finding[] {
  const has = new Set(level.columns.map(({ standard }) => standard));
  const own = [`adm${level.level}_pcode`, `adm${level.level}_name`].filter((standard) => !has.has(standard));
  const ancestors = Array.from({ length: level.level }, (_, above) => [`adm${above}_pcode`, `adm${above}_name`])
    .flat()
    .filter((standard) => !has.has(standard));
  return [
    ...report(
      level.level,
      'column.required',
      'error',
      own.map((standard) => whole('column.required', level.level, standard)),
    ),
    ...report(
      level.level,
      'column.ancestors',
      'warning',
      ancestors.map((standard) => whole('column.ancestors', level.level, standard)),
    ),
  ];
}

/** The spelling a heading follows: `adm2_name` and `ADM2_EN` are two conventions. */
function convention(source: string): string | null {
  if (/^adm\d_(name\d?|pcode|ref_name)$/.test(source)) return 'adm2_name';
  if (/^ADM\d_?([A-Z]{2,3}|PCODE|REF)\d?$/.test(source)) return 'ADM2_EN';
  if (/^admin\d(Name|Pcod|RefN|Alt|Na_|Al_)/i.test(source)) return 'admin2Name';
  return /adm|name|code/i.test(source) ? source.replace(/\d/g, '#') : null;
}

/** F6: one spelling of the columns in all levels. */
export function checkColumnConvention({ boundaries }: BoundaryContext): Finding[] {
  const used = boundaries.levels.map(({ level, columns }) => {
    const styles = tally(columns.filter(({ standard }) => /_(name\d?|pcode)$/.test(standard)).flatMap(({ source }) => convention(source) ?? []));
    return { level, style: styles[0]?.[0] ?? '' };
  });
  const styles = new Set(used.map(({ style }) => style));
  return styles.size > 1
    ? report(
        null,
        'column.conventions',
        'warning',
        used.map(({ level, style }) => whole('column.conventions', level, `adm${level}: ${style}`)),
        { styles: styles.size },
      )
    : [];
}

/** F7: columns that the specification does not name are kept, after the standard ones. */
export function checkExtraColumns(level: UploadedLevel): Finding[] {
  return report(
    level.level,
    'column.extra',
    'info',
    level.table.extra.map(({ name }) => whole('column.extra', level.level, name)),
  );
}

/** F8: the specification's order, own level first, then upwards; mended on export. Only for files in its own spelling. */
export function checkColumnOrder(level: UploadedLevel): Finding[] {
  if (level.columns.some(({ how }) => how !== 'exact')) return [];
  const order = level.columns.map(({ standard }) => standard).filter((standard) => /^adm\d_/.test(standard));
  const levels = order.map((standard) => Number(standard[3]));
  const sorted = levels.every((each, index) => index === 0 || each <= levels[index - 1]!);
  return sorted ? [] : report(level.level, 'column.order', 'info', [whole('column.order', level.level, order.join(', '))]);
}

/** F9: headings and extra columns whose text was read in a wrong encoding. Names are check N6. */
export function checkTextEncoding(level: UploadedLevel): Finding[] {
  const damaged = (text: string) => text.includes('\ufffd') || repairMojibake(text) !== undefined;
  const headings = level.raw.columns.filter(({ name }) => damaged(name)).map(({ name }) => whole('file.encoding', level.level, name));
  const cells = level.table.extra.flatMap(({ name, values }) => {
    const wrong = values.flatMap((value, index) => (typeof value === 'string' && damaged(value) ? [index] : []));
    return wrong.length > 0 ? [itemAt(level, 'file.encoding', wrong, `${name}: ${String(values[wrong[0]!])}`)] : [];
  });
  return report(level.level, 'file.encoding', 'error', [...headings, ...cells]);
}

/** F10: two layers for one level: one was taken, a person must say whether it was the right one. */
export function checkDuplicateLayers({ boundaries }: BoundaryContext): Finding[] {
  return report(
    null,
    'level.duplicate',
    'error',
    boundaries.ignored.filter(({ reason }) => reason === 'duplicate-level').map(({ raw }) => whole('level.duplicate', null, `${raw.file}: ${raw.layer}`)),
  );
}

/** F11: one row at adm0, at least one elsewhere. */
export function checkRowCounts({ boundaries }: BoundaryContext): Finding[] {
  return boundaries.levels.flatMap(({ level, table }) => {
    const rows = table.units.length;
    const wrong = level === 0 ? rows !== 1 : rows === 0;
    return wrong ? report(level, 'level.rows', 'error', [whole('level.rows', level, String(rows))], { rows }) : [];
  });
}

/** S1: a stated area that is more than 1 % off for a unit was not computed from this geometry. Ours is always computed anew. */
export function checkStatedArea(level: UploadedLevel): Finding[] {
  const stated = rawColumn(level, 'area_sqkm') ?? level.table.extra.find(({ name }) => name === 'area_sqkm')?.values;
  if (!stated) return [];
  const wrong = stated.flatMap((value, index) => {
    const { areaSqKm } = level.table.units[index]!;
    const number = Number(value);
    return value !== null && value !== '' && areaSqKm > 0 && Math.abs(number - areaSqKm) > areaSqKm * 0.01 ? [{ index, number, areaSqKm }] : [];
  });
  const items = wrong.map(({ index, number, areaSqKm }) =>
    itemAt(level, 'computed.area', [index], clause('attributes.area', { stated: number, computed: areaSqKm }), {
      stated: number,
      computed: Number(areaSqKm.toFixed(3)),
    }),
  );
  return report(level.level, 'computed.area', 'warning', items);
}

/** S2: the stated centre lies in its own unit. */
export function checkStatedCenter(level: UploadedLevel): Finding[] {
  const column = (name: string) => rawColumn(level, name) ?? level.table.extra.find((each) => each.name === name)?.values;
  const lat = column('center_lat');
  const lon = column('center_lon');
  if (!lat || !lon) return [];
  const { geometry } = level.table;
  const outside = level.table.units.flatMap((_, index) => {
    if (lat[index] === null || lon[index] === null || geometry.kinds[index] !== GEOMETRY_KIND.polygon) return [];
    return isInRow(geometry, index, Number(lon[index]), Number(lat[index])) ? [] : [index];
  });
  return report(
    level.level,
    'computed.center',
    'warning',
    outside.map((index) => itemAt(level, 'computed.center', [index], `${lon[index]}, ${lat[index]}`)),
  );
}

/** Values of a standard column of a companion layer. */
function companionColumn(raw: RawLayer, standard: string) {
  const match = matchColumns(raw.columns.map(({ name }) => name)).find(({ role }) => standardHeading(role) === standard);
  return match ? raw.columns[match.column]!.values : undefined;
}

/** S3: capitals of adm1 are there, coded, and each lies in its unit. */
export function checkCapitals({ boundaries }: BoundaryContext): CheckOutcome {
  const capitals = boundaries.companions.filter(({ role }) => role === 'capitals');
  if (capitals.length === 0) return { skipped: clause('skipped.no-capitals') };
  const adm1 = boundaries.levels.find(({ level }) => level === 1);
  return capitals.flatMap(({ raw }) => {
    const outside: ItemDraft[] = [];
    const uncoded: ItemDraft[] = [];
    const found = new Set<string>();
    for (let row = 0; row < raw.rows; row++) {
      const vertex = raw.geometry.rings[raw.geometry.polygons[raw.geometry.rows[row]!]!]!;
      const [lon, lat] = [raw.geometry.coords[2 * vertex]!, raw.geometry.coords[2 * vertex + 1]!];
      let known = false;
      for (const level of boundaries.levels.toReversed()) {
        const code = companionColumn(raw, `adm${level.level}_pcode`)?.[row];
        if (code === null || code === undefined || code === '') continue;
        // The deepest code says which unit it is the capital of; its parents' codes prove nothing.
        const unit = level.table.units.findIndex(({ pcode }) => pcode === String(code));
        if (unit < 0) break;
        known = true;
        if (level.level === 1) found.add(String(code));
        if (!isInRow(level.table.geometry, unit, lon, lat)) {
          const place = `${String(code)} @${lon.toFixed(5)},${lat.toFixed(5)}`;
          outside.push({ ...whole('capital.outside', level.level, place), pcodes: [String(code)], rows: [row + 1], at: [lon, lat] });
        }
        break;
      }
      if (!known) uncoded.push({ ...whole('capital.uncoded', null, clause('row', { row: row + 1 })), rows: [row + 1], at: [lon, lat] });
    }
    const without = (adm1?.table.units ?? []).flatMap(({ pcode }, index) =>
      pcode && !found.has(pcode) ? [itemAt(adm1!, 'capital.missing', [index], pcode)] : [],
    );
    return [
      ...report(null, 'capital.outside', 'warning', outside),
      ...report(null, 'capital.uncoded', 'warning', uncoded),
      ...report(1, 'capital.missing', 'warning', companionColumn(raw, 'adm1_pcode') ? without : []),
    ];
  });
}

const SPEC = 'COD-AB specification';
export const schemaChecks: Check<BoundaryContext>[] = [
  { id: 'F2', spec: `${SPEC}, Levels`, run: checkLevelsContiguous },
  { id: 'F3', spec: `${SPEC}, Levels`, run: checkUpperLevels },
  { id: 'F4', spec: `${SPEC}, Names of layers`, run: checkLayerNames },
  { id: 'F5', spec: `${SPEC}, Attributes`, run: eachLevel(checkRequiredColumns) },
  { id: 'F6', spec: `${SPEC}, Attributes`, run: checkColumnConvention },
  { id: 'F7', spec: `${SPEC}, Attributes`, run: eachLevel(checkExtraColumns) },
  { id: 'F8', spec: `${SPEC}, Attributes`, run: eachLevel(checkColumnOrder) },
  { id: 'F9', spec: `${SPEC}: UTF-8`, run: eachLevel(checkTextEncoding) },
  { id: 'F10', spec: `${SPEC}, Layers`, run: checkDuplicateLayers },
  { id: 'F11', spec: `${SPEC}, Layers`, run: checkRowCounts },
];
export const companionChecks: Check<BoundaryContext>[] = [
  { id: 'S1', spec: `${SPEC}, Computed attributes`, run: eachLevel(checkStatedArea) },
  { id: 'S2', spec: `${SPEC}, Computed attributes`, run: eachLevel(checkStatedCenter) },
  { id: 'S3', spec: `${SPEC}, Capitals`, run: checkCapitals },
  { id: 'S4', spec: 'OCHA Data Evaluation Checklist', run: checkGazetteer },
];
