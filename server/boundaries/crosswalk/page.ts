/** The changes as a page to read, print and file, in the reader's language. One file: no script, no outside font. */
import { REPORT_STYLE } from '../../checks/report/style.ts';
import { RELATIONS, type ChangedUnit } from '../../contract/boundaries/changes.ts';
import { LEAST_APPORTIONED, type ChangesAnswer, type CrosswalkLevel, type CrosswalkRelation, type Ranged } from '../../contract/boundaries/crosswalk.ts';
import type { Lang } from '../../contract/languages.ts';
import { escapeXml as text } from '../../formats/text/escape.ts';
import { isChange } from './select.ts';
import { languageOf, say, sayNumber, type Under } from '../../words/words.ts';

/** Lines of a table; the rest is in the CSV. */
const LISTED = 1000;

/** @param about title of the dataset, such as the name of the country, and what the publisher says of boundaries; texts of uploads are escaped */
export function writeChangesHtml(answer: ChangesAnswer, lang: Lang, { title, disclaimer }: { title: string; disclaimer: string }): string {
  const heading = say(lang, 'crosswalk.title', { from: answer.from.version, to: answer.to.version });
  const method = answer.method !== 'chain' ? say(lang, `crosswalk.method.${answer.method}`) : say(lang, 'crosswalk.method.chain', { via: answer.via });
  return `<!doctype html>
<html lang="${lang}" dir="${languageOf(lang).direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)} – ${text(heading)}</title><style>${REPORT_STYLE}${STYLE}</style></head>
<body>
<header><p>${text(title)}</p><h1>${text(heading)}</h1><p>${text(method)}</p>${bumpHtml(answer, lang)}</header>
<main>${answer.levels.map((level) => levelHtml(level, lang)).join('')}</main>
<footer><p>${text(disclaimer)}</p></footer>
</body></html>
`;
}

/** A proposal with its reasons: a person decides. */
function bumpHtml({ bump: { proposal, reasons } }: ChangesAnswer, lang: Lang): string {
  const told = reasons.map(({ code, level, count, of, figure = 0 }) => say(lang, `unitChange.reason.${code}`, { level: String(level), count, of, figure }));
  const list = told.length > 0 ? `<ul>${told.map((reason) => `<li>${text(reason)}</li>`).join('')}</ul>` : '';
  return `<p><strong>${text(say(lang, `unitChange.bump.${proposal}`))}</strong></p>${list}`;
}

function levelHtml(own: CrosswalkLevel, lang: Lang): string {
  const changed = own.relations.filter(isChange);
  const sentences = [
    say(lang, 'crosswalk.units', own.units),
    ...(own.noise.regenerated ? [say(lang, 'unitChange.regenerated', { level: String(own.level), width: own.noise.w50M })] : []),
    ...(own.noise.shift ? [say(lang, 'unitChange.shift', { level: String(own.level), east: own.noise.shift.eastM, north: own.noise.shift.northM })] : []),
    ...(changed.some(({ widthM }) => widthM !== undefined) ? [say(lang, 'crosswalk.floor', { width: own.noise.floorM })] : []),
    ...(own.scheme?.rules.map((rule) => say(lang, 'unitChange.scheme', { from: rule.from, to: rule.to, count: rule.units })) ?? []),
    ...peopleSentences(own, lang),
  ];
  const counts = RELATIONS.filter((relation) => own.counts[relation]).map(
    (relation) => `<tr><th scope="row">${text(say(lang, `unitChange.relation.${relation}`))}</th>${cell(sayNumber(own.counts[relation]!, lang))}</tr>`,
  );
  const rows = changed.slice(0, LISTED).map((one) => rowHtml(one, lang));
  const rest = changed.length > LISTED ? `<tr><td colspan="8">… ${text(say(lang, 'crosswalk.rest', { count: changed.length - LISTED }))}</td></tr>` : '';
  const columns = ['before', 'after', 'relation', 'of-source', 'of-target', 'people-of-source', 'count', 'certainty'] as const;
  const table =
    changed.length === 0
      ? `<p>${text(say(lang, 'crosswalk.none'))}</p>`
      : `<table><thead>${head(lang, ['relation', 'number'])}</thead><tbody>${counts.join('')}</tbody></table>
<div class="frame" role="region" tabindex="0" aria-label="${text(say(lang, 'crosswalk.relation'))}"><table class="wide"><thead>${head(lang, columns)}</thead><tbody>${rows.join('')}${rest}</tbody></table></div>`;
  return `<section><h2>${text(say(lang, 'crosswalk.level', { level: String(own.level) }))}</h2>${sentences.map((one) => `<p>${text(one)}</p>`).join('')}${table}</section>`;
}

function peopleSentences({ people, areaError, relations }: CrosswalkLevel, lang: Lang): string[] {
  const guessed = areaError !== null && relations.some((one) => one.people.basis === 'area' && one.certainty === 'estimated');
  const guess = guessed ? [say(lang, 'crosswalk.area-error', { percent: Math.round(100 * areaError) })] : [];
  if (!people) return guess;
  const { before, placed, unknown, remainders, dataset, version } = people;
  return [
    say(lang, 'crosswalk.people', { before, placed, left: before - placed, source: `${dataset} ${version}` }),
    ...(unknown > 0 ? [say(lang, 'crosswalk.unknown', { count: unknown })] : []),
    ...remainders
      .slice(0, LISTED)
      .map(({ pcode, name, people: count, why }) =>
        say(lang, `crosswalk.left.${why}`, { unit: `${name} ${pcode}`.trim(), people: count, ...(why === 'too-few' ? { least: LEAST_APPORTIONED } : {}) }),
      ),
    ...guess,
  ];
}

function rowHtml({ source, target, relation, also = [], shareOfSource, shareOfTarget, people, certainty, evidence }: CrosswalkRelation, lang: Lang): string {
  const kinds = [relation, ...also].map((kind) => say(lang, `unitChange.relation.${kind}`)).join(languageOf(lang).comma);
  const basis = people.basis === 'area' ? say(lang, 'crosswalk.basis.area') : (people.basis ?? '');
  const share = rangeText(people.shareOfSource, (value) => percent(value, lang), lang);
  const cells = [
    percent(shareOfSource, lang),
    percent(shareOfTarget, lang),
    share && basis ? `${share}; ${basis}` : share,
    rangeText(people.count, (value) => sayNumber(value, lang), lang),
    [say(lang, `unitChange.certainty.${certainty}`), ...evidence.map((one) => say(lang, `unitChange.evidence.${one}`))].join(languageOf(lang).semicolon),
  ];
  return `<tr>${unitCell(source, lang)}${unitCell(target, lang)}<td>${text(kinds)}</td>${cells.map(cell).join('')}</tr>`;
}

const unitCell = (unit: ChangedUnit | null, lang: Lang) =>
  unit ? `<td><bdi>${text(unit.name)}</bdi> <bdi>${text(unit.pcode)}</bdi></td>` : `<td>${text(say(lang, 'unitChange.nowhere'))}</td>`;

function rangeText(range: Ranged | null, write: (value: number) => string, lang: Lang): string {
  if (range === null) return '';
  const [value, low, high] = [write(range.value), write(range.low), write(range.high)];
  return low === high ? value : say(lang, 'crosswalk.about', { value, low, high });
}

const percent = (share: number | null, lang: Lang) => (share === null ? '' : `${sayNumber(100 * share, lang, { maximumFractionDigits: 1 })} %`);
const cell = (value: string) => `<td><bdi>${text(value)}</bdi></td>`;
const head = (lang: Lang, names: readonly Under<'crosswalk'>[]) =>
  `<tr>${names.map((name) => `<th>${text(say(lang, `crosswalk.${name}`))}</th>`).join('')}</tr>`;

const STYLE = `
body{max-width:90rem}th,td{overflow-wrap:normal}.frame{overflow-x:auto;margin-block-start:1rem}
table.wide{min-width:64rem}@media print{@page{size:landscape}.frame{overflow:visible}table.wide{min-width:0}tr{break-inside:avoid}}`;
