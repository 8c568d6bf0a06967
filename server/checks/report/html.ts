/** The report as one self-contained HTML file: no script, no outside file, readable offline and printed. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { Endorsement } from '../../contract/datasets/endorsement.ts';
import type { Finding, FindingItem, Severity, ValidationReport } from '../../contract/finding.ts';
import { LISTED_ITEMS } from '../../contract/finding.ts';
import { findingText, findingTitle } from '../../words/findings.ts';
import { checkLabel } from '../../words/checks.ts';
import { itemDetail, skipReason } from '../../words/clauses.ts';
import type { Lang } from '../../contract/languages.ts';
import { escapeXml } from '../../formats/text/escape.ts';
import { sketch } from './sketch.ts';
import { REPORT_STYLE } from './style.ts';
import { localizeQuestions } from '../../words/columns.ts';
import { staffText } from '../../words/staff.ts';
import { shortNameIn } from '../../contract/groups/names.ts';
import { languageOf, say, sayNumber } from '../../words/words.ts';

export interface ReportAbout {
  /** `Sierra Leone · cod-ab-sle v02`. */
  title: string;
  /** Levels as published, for the outlines of the small maps; empty where they are not at hand. */
  tables: FeatureTable[];
  /** Of a version that is published: why, where errors stood against it. null of a draft. */
  published: { reason: string | null; endorsements?: readonly Endorsement[] } | null;
  /** What the publisher says of boundaries and names. */
  disclaimer: string;
}

/** Small maps for each finding; the table below them lists all items of the report. */
const MAPS = 12;

export function writeHtmlReport(report: ValidationReport, lang: Lang, about: ReportAbout): string {
  const findings = report.results.flatMap((result) => result.findings.map((finding) => ({ result, finding })));
  const order: Severity[] = ['error', 'warning', 'info'];
  const sections = order.flatMap((severity) => {
    const own = findings.filter(({ finding }) => finding.severity === severity);
    if (own.length === 0) return [];
    const body = own.map(({ result, finding }) => findingHtml(finding, `${result.check} · ${checkLabel(result, lang)}`, lang, about));
    return [`<section><h2 class="${severity}">${say(lang, `report.${severity}s`)}</h2>${body.join('')}</section>`];
  });
  const levels = report.levels.map(({ level, units }) => `<li><b><bdi>adm${level}</bdi></b> ${say(lang, 'report.counted.units', { n: units })}</li>`).join('');
  const checks = report.results.map(
    (result) =>
      `<tr><td>${result.check}</td><td>${escapeXml(checkLabel(result, lang))}</td><td class="${result.status}">${say(lang, `report.${result.status}`)}</td><td>${escapeXml(skipReason(result, lang) ?? '')}</td><td lang="en">${escapeXml(result.spec)}</td></tr>`,
  );
  const sums = (['errors', 'warnings', 'infos', 'accepted'] as const)
    .map((key) => `<div class="sum ${key}"><b>${sayNumber(report[key], lang)}</b> ${say(lang, `report.counted.${key}`, { n: report[key] })}</div>`)
    .join('');
  return `<!doctype html>
<html lang="${lang}" dir="${languageOf(lang).direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(about.title)} – ${say(lang, 'report.report')}</title><style>${REPORT_STYLE}</style></head>
<body>
<header><p>${say(lang, 'report.report')}</p><h1>${escapeXml(about.title)}</h1>${verdictHtml(report, lang, about)}<div class="sums">${sums}</div><ul class="levels">${levels}</ul></header>
<main>${questionsHtml(report, lang)}${publishedHtml(report, lang)}${sections.join('')}
<section><h2>${say(lang, 'report.allChecks')}</h2><table><tbody>${checks.join('')}</tbody></table></section></main>
<footer><p>${say(lang, 'report.source')}: <code>${escapeXml(report.sha256)}</code></p><p>${escapeXml(about.disclaimer)}</p></footer>
</body></html>
`;
}

/** What was published is no question any more, whatever stood against it. */
function verdictHtml({ publishable, questions = [] }: ValidationReport, lang: Lang, { published }: ReportAbout): string {
  const [tone, words] = published
    ? (['yes', 'report.isPublished'] as const)
    : publishable
      ? (['yes', 'report.publishable'] as const)
      : // Errors may be accepted with a reason; an open question may not.
        (['no', questions.length > 0 ? 'report.notPublishable' : 'report.publishableWithReason'] as const);
  const reason = published?.reason ? `: <bdi>${escapeXml(published.reason)}</bdi>` : '';
  return `<p class="verdict ${tone}">${say(lang, words)}${reason}</p>${(published?.endorsements ?? []).map((each) => endorsedHtml(each, lang)).join('')}`;
}

/** A decision of a group: by its acronym, else its name in the language of the report or in the one it has. */
function endorsedHtml({ group, date, meeting, text }: Endorsement, lang: Lang): string {
  const more = [meeting, text].flatMap((each) => (each === null ? [] : [`<bdi>${escapeXml(each)}</bdi>`]));
  return `<p class="verdict yes">${escapeXml(say(lang, 'report.endorsed', { group: shortNameIn(group, lang), date: new Date(date) }))}${more.length > 0 ? `: ${more.join(' – ')}` : ''}</p>`;
}

/** What a reader of the published files still finds in them: publishing mends the rest. */
function publishedHtml({ published }: ValidationReport, lang: Lang): string {
  if (!published) return '';
  const still = published.results.flatMap(({ findings }) => findings).filter(({ severity, count, accepted }) => severity !== 'info' && count > accepted);
  const rows = still.map(
    (finding) =>
      `<tr><td class="${finding.severity === 'error' ? 'failed' : ''}">${say(lang, `report.${finding.severity}`)}</td><td>${finding.level === null ? '' : `adm${finding.level}`}</td><td>${escapeXml(findingTitle(finding, lang))}</td><td>${say(lang, 'report.counted.occurrences', { n: finding.count - finding.accepted })}</td></tr>`,
  );
  const body = rows.length > 0 ? `<table><tbody>${rows.join('')}</tbody></table>` : `<p>${say(lang, 'report.nothingHolds')}</p>`;
  return `<section id="published"><h2>${say(lang, 'report.stillHolds')}</h2>${body}</section>`;
}

/** What keeps the draft from being published, before all else. */
function questionsHtml({ questions = [] }: ValidationReport, lang: Lang): string {
  if (questions.length === 0) return '';
  const one = ({ text, choices }: (typeof questions)[number]) =>
    `<article class="warning"><h3>${escapeXml(text)}</h3><ul>${choices.map((choice) => `<li><bdi>${escapeXml(choice.text)}</bdi></li>`).join('')}</ul></article>`;
  return `<section id="questions"><h2 class="warning">${say(lang, 'report.questions')}</h2>${localizeQuestions(questions, lang).map(one).join('')}</section>`;
}

function findingHtml(finding: Finding, check: string, lang: Lang, { tables }: ReportAbout): string {
  const table = tables.find(({ level }) => level === finding.level);
  const maps = finding.items.slice(0, MAPS).flatMap((item) => {
    const svg = item.overlay || item.areaM2 !== undefined || item.widthM !== undefined ? sketch(item, table) : null;
    return svg ? [`<figure>${svg}<figcaption dir="auto">${escapeXml(itemDetail(item, lang))}</figcaption></figure>`] : [];
  });
  const listed = finding.items.slice(0, LISTED_ITEMS);
  const rest = finding.count - listed.length;
  const more = rest > 0 ? `<tr><td colspan="4">… ${say(lang, 'report.counted.more', { n: rest })}</td></tr>` : '';
  const head = `<tr><th>${say(lang, 'report.pcodes')}</th><th>${say(lang, 'report.rows')}</th><th>${say(lang, 'report.detail')}</th><th>${say(lang, 'report.place')}</th></tr>`;
  const list =
    finding.items.length > 0
      ? `<details><summary>${say(lang, 'report.counted.occurrences', { n: finding.count })}</summary><table><thead>${head}</thead><tbody>${listed.map((item) => itemRow(item, lang)).join('')}${more}</tbody></table></details>`
      : '';
  const level = finding.level === null ? '' : ` · adm${finding.level}`;
  const { holds, count } = finding;
  const mended = holds === 0 ? say(lang, 'report.mended') : holds === undefined || holds === count ? '' : say(lang, 'report.holds', { holds, count });
  return `<article id="${escapeXml(`${finding.code}-${finding.level ?? ''}`)}" class="${finding.severity}"><h3>${escapeXml(findingTitle(finding, lang))}<small>${escapeXml(check)}${level}</small></h3><p>${escapeXml(findingText(finding, lang))}</p>${mended ? `<p><b>${mended}</b></p>` : ''}${maps.length > 0 ? `<div class="maps">${maps.join('')}</div>` : ''}${list}</article>`;
}

function itemRow(item: FindingItem, lang: Lang): string {
  const accepted = item.accepted
    ? `<br><em>${say(lang, 'report.acceptedBy')}: ${escapeXml(`${item.accepted.reason} (${staffText(item.accepted.by, lang)}, ${item.accepted.at.slice(0, 10)})`)}</em>`
    : '';
  const at = item.at ? `${item.at[1].toFixed(5)}, ${item.at[0].toFixed(5)}` : '';
  return `<tr><td><bdi>${escapeXml(item.pcodes.join(' '))}</bdi></td><td>${item.rows.slice(0, 20).join(' ')}${item.rows.length > 20 ? ' …' : ''}</td><td><bdi>${escapeXml(itemDetail(item, lang))}</bdi>${accepted}</td><td><bdi>${at}</bdi></td></tr>`;
}
