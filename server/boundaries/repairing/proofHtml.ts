/** The proof as a page of its own, in the reader's language, to be read, printed and filed. One file: no script, no outside font. */
import { escapeXml } from '../../formats/text/escape.ts';
import { REPORT_STYLE } from '../../checks/report/style.ts';
import type { OperationProof, ProofLevel, UnitProof } from '../../contract/boundaries/proof.ts';
import type { Lang } from '../../contract/languages.ts';
import { fill } from '../../words/say.ts';
import { staffText } from '../../words/staff.ts';
import { languageOf, say, sayNumber, type Under } from '../../words/words.ts';
import { namesOf, operationText, repairedText, ruleText, textRuleText, textText, type NameOf } from './say.ts';
import { summarize } from './carryOut.ts';
import type { ToldProof } from './told.ts';

/** Lines of a table; the rest is in the CSV. */
const LISTED = 1000;

export function writeProofHtml(told: ToldProof, lang: Lang, { title, disclaimer }: { title: string; disclaimer: string }): string {
  const { proof, plan, outcome, decisions } = told;
  const nameOf = namesOf(plan);
  const heading = say(lang, 'repair.proof');
  const checks = proof.checks.map(
    ({ code, level, status, units }) =>
      `<tr><td>${text(say(lang, `repair.check.${code}`))}</td><td><bdi>adm${level}</bdi></td><td class="${status}">${text(say(lang, `repair.status.${status}`))} <bdi>${text(units.filter((key) => key !== '*').join(' '))}</bdi></td></tr>`,
  );
  const verdict = proof.ok
    ? `<p class="verdict yes">${text(say(lang, 'repair.proof.ok'))}</p>`
    : `<p class="verdict no">${text(say(lang, 'repair.proof.failed'))}</p>`;
  return `<!doctype html>
<html lang="${lang}" dir="${languageOf(lang).direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)} – ${text(heading)}</title><style>${REPORT_STYLE}${STYLE}</style></head>
<body>
<header><p>${text(heading)}</p><h1>${text(title)}</h1><p><b>${text(repairedText(summarize(outcome, proof, decisions, plan), lang))}</b></p>${verdict}</header>
<main><section><h2>${text(say(lang, 'repair.proof.checks'))}</h2><table><thead>${head(lang, ['check', 'level', 'result'])}</thead><tbody>${checks.join('')}</tbody></table></section>
${proof.levels.map((level) => levelHtml(level, told, nameOf, lang)).join('')}${textsHtml(told, lang)}</main>
<footer><p>${text(say(lang, 'repair.proof.method'))}</p><p>${text(disclaimer)}</p></footer>
</body></html>
`;
}

function levelHtml(level: ProofLevel, { outcome }: ToldProof, nameOf: NameOf, lang: Lang): string {
  const { units, operations, repaired } = level;
  const rest = (count: number, columns: number) =>
    count > LISTED ? `<tr><td colspan="${columns}">… ${text(say(lang, 'repair.proof.more', { count: count - LISTED }))}</td></tr>` : '';
  const unitsTable =
    units.length === 0
      ? `<p>${text(say(lang, 'repair.proof.unchanged'))}</p>`
      : `<h3>${text(say(lang, 'repair.proof.units'))}</h3>${frame(say(lang, 'repair.proof.units'))}<table class="wide"><thead>${head(lang, ['unit', 'areas', 'change', 'gained', 'lost-ground', 'displacement', 'place', 'parts', 'holes', 'vertices', 'neighbours-changed'])}</thead><tbody>${units
          .slice(0, LISTED)
          .map((unit) => unitRow(unit, (key) => nameOf(level.level, key), lang))
          .join('')}${rest(units.length, 11)}</tbody></table></div>`;
  const applied = new Map(outcome.applied.map((operation) => [operation.id, operation]));
  const deeds = operations
    .slice(0, LISTED)
    .map((one) =>
      operationRow(one, operationText({ places: 0, ruler: null, ...applied.get(one.id), ...one, level: level.level }, nameOf, lang, Infinity), lang),
    );
  const operationsTable =
    operations.length === 0
      ? ''
      : `<h3>${text(say(lang, 'repair.proof.operations'))}</h3>${frame(say(lang, 'repair.proof.operations'))}<table class="wide"><thead>${head(lang, ['what', 'why', 'width', 'displacement', 'place', 'accepted'])}</thead><tbody>${deeds.join('')}${rest(operations.length, 6)}</tbody></table></div>`;
  const follows = repaired ? '' : `<p>${text(say(lang, 'repair.proof.follows'))}</p>`;
  return `<section><h2>${text(say(lang, 'repair.proof.of-level', { level: String(level.level) }))}</h2>${follows}${wholeHtml(level, lang)}${unitsTable}${operationsTable}</section>`;
}

function wholeHtml({ whole }: ProofLevel, lang: Lang): string {
  const area = (value: number) => measure(value, 'm2', lang);
  const exact = (value: number) => areaText(value, lang);
  const count = (value: number) => sayNumber(value, lang);
  const rows: [Under<'repair.proof'>, string, string][] = [
    ['area', exact(whole.sumBeforeM2), exact(whole.sumAfterM2)],
    ['ground', exact(whole.unionBeforeM2), exact(whole.unionAfterM2)],
    ['filled', '', area(whole.filledM2)],
    ['dropped', '', area(whole.droppedM2)],
    ['neighbours', '', [whole.neighboursKept, whole.neighboursGained, whole.neighboursLost].map(count).join(' · ')],
    ['parts', count(whole.partsBefore), count(whole.partsAfter)],
    ['unmatched', count(whole.unmatchedBefore), count(whole.unmatchedAfter)],
    ['invalid', count(whole.invalidBefore), count(whole.invalidAfter)],
    ['lost', '', whole.unitsLost.length === 0 ? count(0) : whole.unitsLost.join(' ')],
  ];
  const body = rows.map(([name, before, after]) => `<tr><th scope="row">${text(say(lang, `repair.proof.${name}`))}</th>${cell(before)}${cell(after)}</tr>`);
  return `<h3>${text(say(lang, 'repair.proof.whole'))}</h3><table><thead><tr><td></td><th>${text(say(lang, 'repair.proof.before'))}</th><th>${text(say(lang, 'repair.proof.after'))}</th></tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function unitRow(unit: UnitProof, nameOf: (key: string) => string, lang: Lang): string {
  const { name, pcode, key, beforeM2, afterM2, share, gainedM2, lostM2, displacementM, at, explained } = unit;
  // Arrows are not mirrored where writing runs from the right.
  const arrow = languageOf(lang).direction === 'rtl' ? '←' : '→';
  const both = (before: number, after: number) => (before === after ? sayNumber(after, lang) : `${sayNumber(before, lang)} → ${sayNumber(after, lang)}`);
  const percent = `${share > 0 ? '+' : ''}${sayNumber(100 * share, lang, { maximumSignificantDigits: 3 })} %`;
  const neighbours = [...unit.neighboursGained.map((other) => `+ ${nameOf(other)}`), ...unit.neighboursLost.map((other) => `− ${nameOf(other)}`)].join(', ');
  const fault = explained ? '' : `<br><em>${text(say(lang, 'repair.proof.unexplained'))}</em>`;
  return `<tr><td${explained ? '' : ' class="failed"'}><bdi>${text(name || key)}</bdi> <bdi>${text(pcode)}</bdi>${fault}</td>${cell(`${areaText(beforeM2, lang)} ${arrow} ${areaText(afterM2, lang)}`)}${cell(percent)}${cell(measure(gainedM2, 'm2', lang))}${cell(measure(lostM2, 'm2', lang))}${cell(measure(displacementM, 'm', lang))}${cell(placeText(at))}${cell(both(unit.partsBefore, unit.partsAfter))}${cell(both(unit.holesBefore, unit.holesAfter))}${cell(both(unit.verticesBefore, unit.verticesAfter))}${cell(neighbours)}</tr>`;
}

function operationRow({ rule, widthM, movesM, at, acceptedBy, acceptedAt, reason, seen }: OperationProof, what: string, lang: Lang): string {
  const fault = seen ? '' : `<br><em>${text(say(lang, 'repair.proof.unseen'))}</em>`;
  const by = [staffText(acceptedBy, lang), acceptedAt.slice(0, 10), reason ?? ''].filter(Boolean).join(', ');
  return `<tr><td${seen ? '' : ' class="failed"'}>${text(what)}${fault}</td><td>${text(ruleText({ rule }, lang))}</td>${cell(measure(widthM, 'm', lang))}${cell(measure(movesM, 'm', lang))}${cell(placeText(at))}${cell(by)}</tr>`;
}

function textsHtml({ outcome: { texts }, decisions }: ToldProof, lang: Lang): string {
  if (texts.length === 0) return '';
  const groups = [...Map.groupBy(texts, ({ rule }) => rule)].map(([rule, own]) => {
    const rows = own
      .slice(0, LISTED)
      .map((one) => `<tr><td>${text(textText(one, lang))}</td>${cell(staffText(decisions.operations[one.id]?.by ?? '', lang))}</tr>`);
    const rest = own.length > LISTED ? `<tr><td colspan="2">… ${text(say(lang, 'repair.proof.more', { count: own.length - LISTED }))}</td></tr>` : '';
    return `<h3>${text(textRuleText(rule, lang))}</h3><table><thead>${head(lang, ['what', 'accepted'])}</thead><tbody>${rows.join('')}${rest}</tbody></table>`;
  });
  return `<section><h2>${text(say(lang, 'repair.proof.texts'))}</h2>${groups.join('')}</section>`;
}

/** Scrolls by itself on a narrow screen, by keyboard too. */
const frame = (label: string) => `<div class="frame" role="region" tabindex="0" aria-label="${text(label)}">`;
const text = escapeXml;
const cell = (value: string) => `<td><bdi>${text(value)}</bdi></td>`;
const head = (lang: Lang, names: Under<'repair.proof'>[]) => `<tr>${names.map((name) => `<th>${text(say(lang, `repair.proof.${name}`))}</th>`).join('')}</tr>`;
const placeText = (at: readonly number[] | null) => (at ? `${at[1]!.toFixed(5)}, ${at[0]!.toFixed(5)}` : '');
/** So exact that a change of a thousandth is seen. */
function areaText(value: number, lang: Lang): string {
  const { m, km } = languageOf(lang).units;
  const [scale, unit] = value >= 1e5 ? [1e6, km] : [1, m];
  return `${sayNumber(value / scale, lang, { maximumSignificantDigits: 8 })} ${unit}²`;
}
/** A figure with its unit, as sentences have it. */
const measure = (value: number, kind: 'm' | 'm2', lang: Lang) => fill(`{value, ${kind}}`, languageOf(lang), { value });

const STYLE = `
body{max-width:90rem}h3{margin:1.6rem 0 .3rem}header b{color:var(--ink)}th,td{overflow-wrap:normal}.failed{font-weight:600}.frame{overflow-x:auto}
table.wide{min-width:64rem}@media print{@page{size:landscape}.frame{overflow:visible}table.wide{min-width:0}tr{break-inside:avoid}}`;
