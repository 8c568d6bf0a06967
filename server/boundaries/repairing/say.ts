/** A repair in words of the reader's language: what an operation does, why, and what it comes to. */
import type { RepairProof } from '../../contract/boundaries/proof.ts';
import type { RepairNote, RepairOperation, RepairPlan, TextOperation, UnitChange } from '../../contract/boundaries/repair.ts';
import type { ProofSummary } from '../../contract/boundaries/repairRoutes.ts';
import type { RepairSummary } from '../../contract/boundaries/repairSummary.ts';
import type { Lang } from '../../contract/languages.ts';
import { isWord, say } from '../../words/words.ts';

/** Units named in a sentence, and rows; the rest is counted. Files name all. */
const NAMED = 3;
const ROWS = 8;

/** What units are called, by level and key; a unit without a name by its code, one without a code by its key. */
export type NameOf = (level: number, key: string) => string;

export function namesOf({ levels }: Pick<RepairPlan, 'levels'>): NameOf {
  const names = new Map<string, string>(
    levels.flatMap(({ level, units }) => units.map(({ key, name, pcode }) => [`${level}:${key}`, name || pcode || key] as const)),
  );
  return (level, key) => names.get(`${level}:${key}`) ?? key;
}

type Told = Pick<RepairOperation, 'kind' | 'level' | 'units' | 'cutM2' | 'filledM2' | 'widthM' | 'movesM' | 'places' | 'moves' | 'ruler'>;

/** `Bua takes the line of Ilog; 0.8 km² cut, at most 38 m` */
export function operationText(operation: Told, nameOf: NameOf, lang: Lang, most = NAMED): string {
  const { filledM2, cutM2, movesM } = operation;
  const figures = [
    ...(filledM2 > 0 ? [say(lang, 'repair.filled', { area: filledM2 })] : []),
    ...(cutM2 > 0 ? [say(lang, 'repair.cut', { area: cutM2 })] : []),
    ...(movesM > 0 ? [say(lang, 'repair.most', { width: movesM })] : []),
  ];
  const what = deedText(operation, nameOf, lang, most);
  return figures.length === 0 ? what : say(lang, 'repair.operation', { what, figures });
}

function deedText({ kind, level, units: keys, places, widthM, moves, ruler }: Told, nameOf: NameOf, lang: Lang, most: number): string {
  const name = (key: string) => nameOf(level, key);
  const units = named(keys.map(name), lang, most);
  const receivers = named([...new Set(moves.flatMap(({ to }) => (to === null ? [] : [name(to)])))], lang, most);
  switch (kind) {
    case 'border': {
      const other = keys.find((key) => key !== ruler);
      return ruler !== null && other !== undefined && keys.length === 2
        ? say(lang, 'repair.operation.border', { other: name(other), ruler: name(ruler) })
        : say(lang, 'repair.operation.lines', { units });
    }
    case 'gap':
      return say(lang, keys.length > 1 ? 'repair.operation.gap' : 'repair.operation.hole', { units });
    case 'slit':
      return say(lang, keys.length > 1 ? 'repair.operation.slit' : 'repair.operation.notch', { units });
    case 'overlap':
    case 'extend':
      return say(lang, `repair.operation.${kind}`, { units, receivers: receivers.length > 0 ? receivers : units });
    case 'snap':
      return say(lang, widthM > 0 ? 'repair.operation.snap' : 'repair.operation.vertices', { units, places });
    case 'follow':
      return say(lang, 'repair.operation.follow', { units, level: String(level) });
    case 'clip':
      return say(lang, 'repair.operation.clip', { units, count: keys.length });
    default:
      return say(lang, `repair.operation.${kind}`, { units });
  }
}

/** `A, B, C and 3 others`, which is one longer than the list with its last one named. */
const named = (names: string[], lang: Lang, most = NAMED): string[] =>
  names.length <= most + 1 ? names : [...names.slice(0, most), say(lang, 'repair.others', { count: names.length - most })];

const rowsText = (rows: readonly number[], lang: Lang): string[] =>
  rows.length <= ROWS ? rows.map(String) : [...rows.slice(0, ROWS).map(String), say(lang, 'repair.rows.more', { count: rows.length - ROWS })];

export const ruleText = ({ rule }: Pick<RepairOperation, 'rule'>, lang: Lang): string => say(lang, `repair.rule.${rule}`);
export const reasonTexts = ({ single }: Pick<RepairOperation, 'single'>, lang: Lang): string[] => single.map((reason) => say(lang, `repair.single.${reason}`));

export function noteText({ code, level, units, params }: RepairNote, nameOf: NameOf, lang: Lang): string {
  // Every value that a note may speak of, so that one stored by another version is told all the same.
  const none = { percent: 0, km2: 0, widthM: 0, lengthM: 0, count: units.length };
  return say(lang, `repair.note.${code}`, {
    ...none,
    ...params,
    level: String(level),
    units: named(
      units.map((key) => nameOf(level, key)),
      lang,
    ),
  });
}

export function unitText({ name, pcode, key, share, beforeM2, afterM2, partsLost, vanishes }: UnitChange, lang: Lang): string {
  const unit = { name: name || pcode || key, percent: 100 * share, before: beforeM2, after: afterM2, parts: partsLost };
  return say(lang, vanishes ? 'repair.unit.vanishes' : partsLost > 0 ? 'repair.unit.parts' : 'repair.unit.change', unit);
}

export function textText({ rows, column, before, after }: Pick<TextOperation, 'rows' | 'column' | 'before' | 'after'>, lang: Lang): string {
  // One decision for all codes.
  if (rows.length === 0) return say(lang, 'repair.text.prefix', { before: before ?? '', after: after ?? '' });
  const values = { count: rows.length, rows: rowsText(rows, lang), column, before: before ?? '', after: after ?? '' };
  if (after === before || (after === null && before === null)) return say(lang, 'repair.text.question', values);
  if (after === null || after === '') return say(lang, 'repair.text.empty', values);
  return say(lang, before === null || before === '' ? 'repair.text.filled' : 'repair.text', values);
}

export const textRuleText = (rule: TextOperation['rule'], lang: Lang): string => say(lang, `repair.texts.${rule}`);

/** What speaks for a change; '' where the rule says it all, or where the evidence is of another version. */
export function evidenceText({ evidence: { code, params } }: Pick<TextOperation, 'evidence'>, lang: Lang): string {
  // Blanks are no signs to be named.
  const id = `repair.evidence.${code === 'marks' && params['marks'] === '' ? 'blanks' : code}`;
  return isWord(id) ? say(lang, id, params) : '';
}

/** `No border moved by more than 38 m; 5 units by more than 10 m.` */
export function movedText({ furthestM, moved }: Pick<RepairProof, 'furthestM' | 'moved'>, lang: Lang): string {
  if (furthestM <= 0) return say(lang, 'repair.moved.none');
  const most = moved.filter(({ units }) => units > 0).at(-1);
  return most
    ? say(lang, 'repair.moved.some', { furthest: furthestM, units: most.units, over: most.overM })
    : say(lang, 'repair.moved.furthest', { furthest: furthestM });
}

/** `Repaired: 2,381 borders in 1,402 units. No border moved by more than 38 m.` */
export function repairedText(summary: RepairSummary, lang: Lang): string {
  const { borders, units, texts, unfit, operations } = summary;
  const moved = movedText(summary, lang);
  const told = operations > 0 || texts === 0 ? say(lang, 'repair.repaired', { borders, units, moved }) : say(lang, 'repair.repaired.texts', { texts, moved });
  return unfit > 0 ? `${told} ${say(lang, 'repair.unfit', { count: unfit })}` : told;
}

export function proofSummaryOf({ ok, furthestM, moved, checks }: RepairProof, lang: Lang): ProofSummary {
  return {
    ok,
    text: movedText({ furthestM, moved }, lang),
    furthestM,
    moved,
    checks: checks.map(({ code, level, status, units }) => ({ code, level, status, units, text: say(lang, `repair.check.${code}`) })),
  };
}
