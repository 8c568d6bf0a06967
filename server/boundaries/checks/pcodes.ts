/** Family P: P-codes. COD-AB specification 0.1.0-draft, "P-codes"; cod.md §1.3 and §2.6. */
import type { AdminUnit, FeatureTable } from '../../contract/admin.ts';
import type { Finding, Severity } from '../../contract/finding.ts';
import { clause } from '../../words/clauses.ts';
import { finding, type FindingCode } from '../../words/findings.ts';
import type { ItemDraft } from '../../words/findings.ts';
import type { UploadedLevel } from '../normalize/model.ts';
import { isOneUnit } from '../normalize/units.ts';
import { iso2Of } from '../../matching/countries.ts';
import { intersectionOverUnion, ScanEdges } from '../normalize/scan.ts';
import { touch, unroll } from '../../geometry/box.ts';
import type { BoundaryContext } from './context.ts';
import type { Check, CheckOutcome } from '../../checks/check.ts';
import { itemAt, rawColumn, tally } from './columns.ts';

/** Codes that stand for no ordinary unit and must be loadable: LBN `Conflict`, SOM `Unspecified`, ECU `ECISLA` (cod.md §1.3, point 9). */
const SPECIAL = /^(conflict|unspecified|unknown|disputed|contested|0+)$/i;
/** From this share on, a habit is the level's scheme and not somebody's slip. */
const SCHEME = 0.5;
/** A level follows nesting when this share of its codes does, as the established detectors have it. */
const NESTED = 0.9;

/** Rows with a code that is meant as one. */
function coded(level: UploadedLevel): { index: number; code: string; unit: AdminUnit }[] {
  return level.table.units.flatMap((unit, index) => (unit.pcode ? [{ index, code: unit.pcode as string, unit }] : []));
}

/** A habit of most codes is one thing to know about the level, not a fault of each row. */
const isScheme = (wrong: number, all: number) => all > 1 && wrong >= all * SCHEME;
function toItems(level: UploadedLevel, code: string, wrong: { index: number; code: string }[], all: number): ItemDraft[] {
  if (!isScheme(wrong.length, all)) return wrong.map(({ index, code: text }) => itemAt(level, code, [index], text));
  const some = wrong.slice(0, 3).map((each) => each.code);
  return [itemAt(level, code, [], clause('share', { count: wrong.length, total: all, text: `${some.join(', ')}${wrong.length > 3 ? ' …' : ''}` }))];
}

const perLevel = (run: (level: UploadedLevel, context: BoundaryContext) => Finding[]) => (context: BoundaryContext) =>
  context.boundaries.levels.flatMap((level) => run(level, context));

/** P1: every unit has a code. Rows of a partial deepest level that only fill up the country are one warning, not an error each. */
export function checkPcodePresent(level: UploadedLevel): Finding[] {
  const missing = level.table.units.flatMap((unit, index) => (unit.pcode ? [] : [index]));
  if (missing.length === 0) return [];
  const items = missing.map((index) =>
    itemAt(
      level,
      'pcode.missing',
      [index],
      clause('row-text', { row: level.table.source.rowNumber[index]!, text: level.table.units[index]!.names[0]?.name ?? '–' }),
    ),
  );
  return level.partial ? finding('pcode.filler', 'warning', level.level, items) : finding('pcode.missing', 'error', level.level, items);
}

/** P2: a code is text. As a number it may have lost leading zeros, and a long one its digits. */
export function checkPcodeText(level: UploadedLevel): Finding[] {
  const raw = rawColumn(level, `adm${level.level}_pcode`) ?? [];
  const numeric = raw.flatMap((value, index) => (typeof value === 'number' ? [index] : []));
  if (numeric.length === 0) return [];
  const widths = [...new Set(numeric.map((index) => String(raw[index]).length))].sort((a, b) => a - b);
  const items = numeric.map((index) => itemAt(level, 'pcode.number', [index], `${raw[index]}`));
  return finding('pcode.number', 'error', level.level, items, { widths: widths.join(', ') });
}

/** P9: what spreadsheets do to codes: scientific notation, and zeros lost at the front, which its parent's code betrays. */
export function checkPcodeDamage(level: UploadedLevel): Finding[] {
  const raw = rawColumn(level, `adm${level.level}_pcode`) ?? [];
  const scientific = raw.flatMap((value, index) =>
    /^\d(\.\d+)?E\+?\d+$/i.test(String(value ?? '')) ? [itemAt(level, 'pcode.scientific', [index], String(value))] : [],
  );
  const all = coded(level).filter(({ code }) => !SPECIAL.test(code));
  const usual = tally(all.map(({ code }) => code.length))[0]?.[0] ?? 0;
  const lost = all.flatMap(({ index, code, unit }) => {
    const [, letters = '', digits = ''] = /^([A-Za-z]*)(\d+)$/.exec(code) ?? [];
    const parent = unit.parentPcode;
    if (!digits || !parent || code.length >= usual || code.startsWith(parent)) return [];
    // The zeros stood after the prefix, or after the parent's code where the code without them begins otherwise.
    const whole = letters + digits.padStart(usual - letters.length, '0');
    const own = digits.slice(parent.replace(/^[A-Za-z]*0*/, '').length);
    const inside = parent + own.padStart(usual - parent.length, '0');
    const after = [whole, inside].find((candidate) => candidate.startsWith(parent) && candidate.replaceAll('0', '') === code.replaceAll('0', ''));
    return after ? [itemAt(level, 'pcode.lost-zero', [index], clause('becomes', { before: code, after }), { before: code, after })] : [];
  });
  return [...finding('pcode.scientific', 'error', level.level, scientific), ...finding('pcode.lost-zero', 'error', level.level, lost)];
}

/** P3: letters of the prefix, then digits. A delimiter in most codes is the country's scheme (HTI `HT0114-01`), in one it is a slip. */
export function checkPcodeCharacters(level: UploadedLevel, { boundaries }: BoundaryContext): Finding[] {
  const all = coded(level);
  const afterPrefix = (code: string) => code.slice(code.startsWith(boundaries.country) ? 3 : 2);
  const findings: Finding[] = [];
  const group = (code: FindingCode, wrong: { index: number; code: string }[], slip: Severity) => {
    if (wrong.length === 0) return;
    const scheme = isScheme(wrong.length, all.length);
    findings.push(...finding(code, scheme ? 'warning' : slip, level.level, toItems(level, code, wrong, all.length), { affected: wrong.length }));
  };
  group(
    'pcode.delimiter',
    all.filter(({ code }) => /[\s./_-]/.test(code)),
    'error',
  );
  group(
    'pcode.character',
    all.filter(({ code }) => /[^\sA-Za-z0-9./_-]/.test(code)),
    'error',
  );
  group(
    'pcode.letters',
    all.filter(({ code }) => /^[A-Za-z0-9]+$/.test(code) && !SPECIAL.test(code) && /[A-Za-z]/.test(afterPrefix(code))),
    'warning',
  );
  group(
    'pcode.special',
    all.filter(({ code }) => SPECIAL.test(code)),
    'warning',
  );
  return findings;
}

/** P4: the prefix is the ISO 3166-1 alpha-2 code of this country, in capitals. */
export function checkPcodePrefix(level: UploadedLevel, { boundaries }: BoundaryContext): Finding[] {
  const iso3 = boundaries.country as string;
  const all = coded(level).filter(({ code }) => !SPECIAL.test(code));
  // A country that ISO does not list (an invented one, Kosovo) has the prefix that its codes share.
  const iso2 = iso2Of(boundaries.country) ?? tally(boundaries.levels.flatMap((each) => coded(each).map(({ code }) => code.slice(0, 2))))[0]?.[0] ?? '';
  const kinds = { lower: [] as typeof all, iso3: [] as typeof all, none: [] as typeof all, wrong: [] as typeof all };
  for (const each of all) {
    // First: the alpha-2 code may be the beginning of the alpha-3 code.
    if (each.code.startsWith(iso3)) kinds.iso3.push(each);
    else if (each.code.startsWith(iso2)) continue;
    else if (each.code.toUpperCase().startsWith(iso2)) kinds.lower.push(each);
    else if (/^\d/.test(each.code)) kinds.none.push(each);
    else kinds.wrong.push(each);
  }
  const make = (code: FindingCode, severity: Severity, list: typeof all) =>
    list.length > 0 ? finding(code, severity, level.level, toItems(level, code, list, all.length), { prefix: iso2, affected: list.length }) : [];
  return [
    ...make('pcode.prefix-country', 'error', kinds.wrong),
    ...make('pcode.prefix-missing', kinds.none.length >= all.length * SCHEME ? 'warning' : 'error', kinds.none),
    ...make('pcode.prefix-iso3', 'warning', kinds.iso3),
    ...make('pcode.prefix-case', 'warning', kinds.lower),
  ];
}

/** P5: one length in a level, at most 20 characters. */
export function checkPcodeLength(level: UploadedLevel): Finding[] {
  const all = coded(level).filter(({ code }) => !SPECIAL.test(code));
  const findings: Finding[] = [];
  const long = all.filter(({ code }) => code.length > 20);
  findings.push(
    ...finding(
      'pcode.long',
      'error',
      level.level,
      long.map(({ index, code }) => itemAt(level, 'pcode.long', [index], code)),
    ),
  );
  const lengths = tally(all.map(({ code }) => code.length));
  if (lengths.length > 1) {
    const usual = lengths[0]![0];
    const odd = all.filter(({ code }) => code.length !== usual);
    const items = odd.map(({ index, code }) => itemAt(level, 'pcode.length', [index], `${code}: ${code.length}`));
    findings.push(
      ...finding('pcode.length', 'warning', level.level, items, { usual, lengths: lengths.map(([length, count]) => `${length} (${count})`).join(', ') }),
    );
  }
  return findings;
}

/** P6: a code is one unit. Rows that agree in parent and names are parts of one unit and belong to check G9. */
export function checkPcodeUnique(level: UploadedLevel): Finding[] {
  const rows = Map.groupBy(coded(level), ({ code }) => code);
  const items = [...rows]
    .filter(([, list]) => list.some(({ unit }) => !isOneUnit(list[0]!.unit, unit)))
    .map(([code, list]) =>
      itemAt(
        level,
        'pcode.duplicate',
        list.map(({ index }) => index),
        `${code}: ${list.map(({ unit }) => unit.names[0]?.name ?? '–').join(', ')}`,
      ),
    );
  return finding('pcode.duplicate', 'error', level.level, items);
}

/** P7: a child's code starts with its parent's. Where fewer than nine in ten do, the scheme is simply not nested (TJK, KGZ). */
export function checkPcodeNested(level: UploadedLevel): Finding[] {
  const children = coded(level).filter(({ unit }) => unit.parentPcode);
  const wrong = children.filter(({ code, unit }) => !code.startsWith(unit.parentPcode!));
  if (wrong.length === 0) return [];
  const items = wrong.map(({ index, code, unit }) =>
    itemAt(level, 'pcode.nesting', [index], `${code} ∉ ${unit.parentPcode}`, { pcode: code, parent: unit.parentPcode }),
  );
  const follows = children.length - wrong.length;
  const params = { follows, total: children.length };
  return follows >= children.length * NESTED
    ? finding('pcode.nesting', 'error', level.level, items, params)
    : finding('pcode.not-nested', 'warning', level.level, items, params);
}

/** P8: one code has one name, in its own layer and wherever a lower layer repeats it. */
export function checkPcodeName(level: UploadedLevel): Finding[] {
  const findings: Finding[] = [];
  for (const ancestor of level.ancestors) {
    const names = new Map<string, Map<string, number[]>>();
    ancestor.pcodes.forEach((code, index) => {
      const name = ancestor.names[index]?.[0]?.name;
      if (!code || !name) return;
      let spellings = names.get(code);
      if (!spellings) names.set(code, (spellings = new Map()));
      const rows = spellings.get(name);
      if (rows) rows.push(index);
      else spellings.set(name, [index]);
    });
    const items = [...names]
      .filter(([, spellings]) => spellings.size > 1)
      .map(([code, spellings]) => {
        const byCount = [...spellings].sort((a, b) => b[1].length - a[1].length);
        return itemAt(
          level,
          'pcode.two-names',
          byCount.slice(1).flatMap(([, rows]) => rows),
          `${code}: ${byCount.map(([name, rows]) => `${name} (${rows.length})`).join(', ')}`,
        );
      });
    findings.push(...finding('pcode.two-names', 'error', level.level, items, { ancestor: ancestor.level }));
  }
  return findings;
}

/** P11: room for new units: a sibling group that has used up the digits of its level. */
export function checkPcodeRoom(level: UploadedLevel): Finding[] {
  const nested = coded(level).filter(({ code, unit }) => unit.parentPcode && code.startsWith(unit.parentPcode));
  const groups = Map.groupBy(nested, ({ unit }) => unit.parentPcode!);
  const items = [...groups].flatMap(([parent, list]) => {
    const digits = list[0]!.code.length - parent.length;
    const capacity = 10 ** digits - 1;
    const full = list.length >= Math.max(9, capacity * 0.9) && list.every(({ code }) => /^\d+$/.test(code.slice(parent.length)));
    return full ? [itemAt(level, 'pcode.room', [list[0]!.index], `${parent}: ${list.length} / ${capacity}`)] : [];
  });
  return finding('pcode.room', 'info', level.level, items);
}

/** Two outlines are the same place when box and area agree within a hundredth. */
function samePlace(a: AdminUnit, b: AdminUnit): boolean {
  const [west, , east] = unroll(b.bbox);
  const span = Math.max(east - west, b.bbox[3] - b.bbox[1], 1e-9);
  return (
    a.bbox.every((value, side) => Math.abs(value - b.bbox[side]!) <= span * 0.01) &&
    Math.abs(a.areaSqKm - b.areaSqKm) <= Math.max(a.areaSqKm, b.areaSqKm) * 0.01
  );
}

/** A unit that lost more of its ground than this, or that holds more of other ground, is another place; from the second share on it is in doubt. */
const OTHER_PLACE = 0.1;
const DOUBTFUL_PLACE = 0.5;

/** Common ground of a code's unit then and now, 0 … 1: intersection over union. Boxes decide where one of them is not drawn. */
function commonGround(now: FeatureTable, row: number, before: FeatureTable, old: number): number {
  const [a, b] = [now.units[row]!, before.units[old]!];
  if (!touch(a.bbox, b.bbox)) return 0;
  if (samePlace(a, b) || isEmpty(now, row) || isEmpty(before, old)) return 1;
  return intersectionOverUnion(new ScanEdges(now.geometry, row), new ScanEdges(before.geometry, old));
}

const isEmpty = ({ geometry: { rows } }: FeatureTable, row: number): boolean => rows[row] === rows[row + 1];

/** P10: codes against the current published version: one reused for another place breaks every joined table in silence. */
export function checkPcodeContinuity(context: BoundaryContext): CheckOutcome {
  if (!context.previous) return { skipped: clause('skipped.no-published') };
  const findings: Finding[] = [];
  for (const level of context.boundaries.levels) {
    const before = context.previous.find((table) => table.level === level.level);
    if (!before) continue;
    const oldByCode = new Map(before.units.map((unit, row) => [unit.pcode as string, row]));
    const now = coded(level);
    const codes = new Set(now.map(({ code }) => code));
    const gone = before.units.filter((unit) => !codes.has(unit.pcode));
    const kept = now.flatMap(({ index, code }) => {
      const old = oldByCode.get(code);
      const share = old === undefined ? 1 : commonGround(level.table, index, before, old);
      return share < DOUBTFUL_PLACE ? [{ index, code, share }] : [];
    });
    const itemsOf = (list: typeof kept) =>
      list.map(({ index, code, share }) => itemAt(level, 'pcode.reused', [index], clause('attributes.common-ground', { code, share: 100 * share })));
    const recoded = now.flatMap((each) => {
      if (oldByCode.has(each.code)) return [];
      const old = gone.find((unit) => samePlace(each.unit, unit));
      return old ? [{ ...each, old: old.pcode as string }] : [];
    });
    findings.push(
      ...finding('pcode.reused', 'error', level.level, itemsOf(kept.filter(({ share }) => share < OTHER_PLACE))),
      ...finding('pcode.reused', 'warning', level.level, itemsOf(kept.filter(({ share }) => share >= OTHER_PLACE))),
      ...finding(
        'pcode.recoded',
        'warning',
        level.level,
        recoded.map(({ index, code, old }) =>
          itemAt(level, 'pcode.recoded', [index], clause('becomes', { before: old, after: code }), { before: old, after: code }),
        ),
      ),
    );
  }
  return findings;
}

const SPEC = 'COD-AB specification, P-codes';
export const pcodeChecks: Check<BoundaryContext>[] = [
  { id: 'P1', spec: SPEC, run: perLevel(checkPcodePresent) },
  { id: 'P2', spec: SPEC, run: perLevel(checkPcodeText) },
  { id: 'P3', spec: SPEC, run: perLevel(checkPcodeCharacters) },
  { id: 'P4', spec: `${SPEC}: Prefix`, run: perLevel(checkPcodePrefix) },
  { id: 'P5', spec: SPEC, run: perLevel(checkPcodeLength) },
  { id: 'P6', spec: `${SPEC}: Uniqueness and Hierarchy`, run: perLevel(checkPcodeUnique) },
  { id: 'P7', spec: `${SPEC}: Uniqueness and Hierarchy`, run: perLevel(checkPcodeNested) },
  { id: 'P8', spec: SPEC, run: perLevel(checkPcodeName) },
  { id: 'P9', spec: SPEC, run: perLevel(checkPcodeDamage) },
  { id: 'P10', spec: `${SPEC}: Stability`, run: checkPcodeContinuity },
  { id: 'P11', spec: 'OCHA P-code guidance', run: perLevel(checkPcodeRoom) },
];
