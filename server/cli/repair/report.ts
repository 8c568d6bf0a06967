/** A plan and what came of it as lines for a terminal, in the reader's language. */
import type { RepairOperation, RepairPlan } from '../../contract/boundaries/repair.ts';
import type { Lang } from '../../contract/languages.ts';
import { namesOf, noteText, operationText, reasonTexts, repairedText, ruleText, textRuleText, unitText, type NameOf } from '../../boundaries/repairing/say.ts';
import { say } from '../../words/words.ts';
import type { AppliedFiles } from './files.ts';

/** Operations listed; `--json` and `--out` have them all. */
const SHOWN = 100;

/** Totals by width, notes, operations worst first with what must be accepted on its own, offers, texts by rule. @param out where the plan was written */
export function formatPlan(plan: RepairPlan, lang: Lang, out?: string): string {
  const { levels, outline, operations, offers, texts, textOffers, notes } = plan;
  const nameOf = namesOf(plan);
  const lines: string[] = [];
  for (const { level, units, widths } of levels) {
    lines.push(say(lang, widths.length > 0 ? 'repair.cli.level' : 'repair.cli.units', { level: String(level), units: units.length }));
    for (const { uptoM, overlaps, overlapM2, gaps, gapM2 } of widths)
      lines.push(`  ${say(lang, 'repair.cli.width', { upto: uptoM, overlaps, overlapArea: overlapM2, gaps, gapArea: gapM2 })}`);
  }
  if (outline) lines.push(say(lang, 'repair.cli.outline', { name: outline.name || outline.version || '' }));
  lines.push(...notes.map((note) => noteText(note, nameOf, lang)));
  const alone = operations.filter(({ single }) => single.length > 0).length;
  const borders = new Set(operations.map(({ level, border }) => `${level} ${border}`)).size;
  if (operations.length > 0) lines.push('', say(lang, 'repair.cli.proposed', { count: operations.length, borders }), ...list(operations, nameOf, lang));
  if (alone > 0) lines.push(say(lang, 'repair.cli.alone', { count: alone }));
  if (offers.length > 0) lines.push('', say(lang, 'repair.cli.offers', { count: offers.length }), ...list(offers, nameOf, lang));
  const all = [...texts, ...textOffers];
  if (all.length > 0) {
    lines.push('', say(lang, 'repair.cli.texts', { count: all.length }));
    for (const [rule, own] of Map.groupBy(all, (each) => each.rule))
      lines.push(`  ${say(lang, 'repair.cli.rule', { rule: textRuleText(rule, lang), count: own.length })}`);
  }
  if (operations.length + offers.length + all.length === 0) lines.push(say(lang, 'repair.cli.nothing'));
  else if (out !== undefined) lines.push('', say(lang, 'repair.cli.next', { file: out }));
  return `${lines.join('\n')}\n`;
}

function list(operations: RepairOperation[], nameOf: NameOf, lang: Lang): string[] {
  const lines = operations.slice(0, SHOWN).map((operation) => {
    const reasons = reasonTexts(operation, lang);
    const rule = ruleText(operation, lang);
    return `${reasons.length > 0 ? '*' : ' '} ${operation.id}  ${operationText(operation, nameOf, lang)} (${[rule, ...reasons].join(', ')})`;
  });
  return operations.length > SHOWN ? [...lines, `  ${say(lang, 'repair.cli.more', { count: operations.length - SHOWN })}`] : lines;
}

export function formatApplied(applied: AppliedFiles, lang: Lang): string {
  if (applied.done) {
    const undecided = applied.undecided > 0 ? [say(lang, 'repair.cli.undecided', { count: applied.undecided })] : [];
    return [repairedText(applied.summary, lang), ...undecided, ...applied.files].join('\n');
  }
  if (applied.accepted === 0) return say(lang, 'problem.repair.nothing-accepted');
  return [say(lang, 'repair.cli.waits'), ...applied.waiting.map((unit) => `  ${unit.id}  ${unitText(unit, lang)}`)].join('\n');
}
