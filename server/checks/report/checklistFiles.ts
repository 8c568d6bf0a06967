/** The filled checklist as a sheet and as a page. */
import writeXlsxFile from 'write-excel-file/node';
import type { Lang } from '../../contract/languages.ts';
import { PALETTE, themedRoot, type Token } from '../../contract/maps/palette.ts';
import type { Checklist, Mark } from './checklist.ts';
import { defuse } from './csv.ts';
import { escapeXml } from '../../formats/text/escape.ts';
import { languageOf, say } from '../../words/words.ts';

const TOKENS = { '✔': 'goodSoft', '!': 'warningSoft', '✘': 'errorSoft', '–': 'surface3' } as const satisfies Record<Mark, Token>;

export async function writeChecklistXlsx(checklist: Checklist, lang: Lang, title: string): Promise<Uint8Array> {
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const head = [
    [bold(say(lang, 'report.checklist')), null, null, null, null],
    [defuse(title), null, null, null, null].map((value) => (value === null ? null : { value })),
    [bold(checklist.workOrder), null, null, bold(say(lang, 'report.result')), bold(say(lang, `report.${checklist.result}`))],
    [
      bold(say(lang, 'report.section')),
      bold(say(lang, 'report.question')),
      bold(say(lang, 'report.mark')),
      bold(say(lang, 'report.remark')),
      bold(say(lang, 'report.check')),
    ],
  ];
  const lines = checklist.sections.flatMap((section) => [
    [bold(`${section.number}`), bold(section.title), { ...bold(section.mark), backgroundColor: PALETTE.light[TOKENS[section.mark]] }, null, null],
    ...section.points.map((point) => [
      null,
      { value: point.text, wrap: true },
      { value: point.mark, backgroundColor: PALETTE.light[TOKENS[point.mark]], align: 'center' as const },
      { value: defuse(point.remarks.join('\n') || (point.mark === '–' ? say(lang, 'report.byHand') : '')), wrap: true },
      { value: point.checks.join(' ') },
    ]),
  ]);
  const buffer = await writeXlsxFile(
    [...head, ...lines] as never,
    { columns: [{ width: 9 }, { width: 46 }, { width: 8 }, { width: 90 }, { width: 22 }], rightToLeft: languageOf(lang).direction === 'rtl' } as never,
  ).toBuffer();
  return new Uint8Array(buffer);
}

const STYLE = `${themedRoot(['surface', 'surface3', 'ink', 'rule', 'accentSoft', 'goodSoft', 'warningSoft', 'errorSoft'])}body{margin:0 auto;max-width:75rem;padding:1.5rem;font:1rem/1.5 "Noto Sans","Noto Sans Arabic",system-ui,sans-serif;color:var(--ink);background:var(--surface)}h1{margin:0;font-size:1.5rem}table{width:100%;border-collapse:collapse;font-size:.92rem}th,td{padding:.4rem .6rem;text-align:start;vertical-align:top;border-block-end:1px solid var(--rule)}td p{margin:0 0 .3rem}.section th{background:var(--accent-soft)}.yes{background:var(--good-soft)}.doubt{background:var(--warning-soft)}.no{background:var(--error-soft)}.open{background:var(--surface-3)}`;

export function writeChecklistHtml(checklist: Checklist, lang: Lang, title: string): string {
  const rows = checklist.sections.map((section) => {
    const points = section.points.map(
      (point) =>
        `<tr><td></td><td>${escapeXml(point.text)}</td><td class="${NAMES[point.mark]}">${point.mark}</td><td>${point.remarks.map((remark) => `<p>${escapeXml(remark)}</p>`).join('') || (point.mark === '–' ? say(lang, 'report.byHand') : '')}</td><td><bdi>${point.checks.join(' ')}</bdi></td></tr>`,
    );
    return `<tr class="section"><th>${section.number}</th><th>${escapeXml(section.title)}</th><th class="${NAMES[section.mark]}">${section.mark}</th><th colspan="2"></th></tr>${points.join('')}`;
  });
  return `<!doctype html>
<html lang="${lang}" dir="${languageOf(lang).direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say(lang, 'report.checklist')} – ${escapeXml(title)}</title><style>${STYLE}</style></head>
<body><h1>${say(lang, 'report.checklist')}</h1><p>${escapeXml(title)} · <bdi>${checklist.workOrder}</bdi></p><p><b>${say(lang, 'report.result')}: ${say(lang, `report.${checklist.result}`)}</b></p>
<table><thead><tr><th>${say(lang, 'report.section')}</th><th>${say(lang, 'report.question')}</th><th>${say(lang, 'report.mark')}</th><th>${say(lang, 'report.remark')}</th><th>${say(lang, 'report.check')}</th></tr></thead><tbody>${rows.join('')}</tbody></table></body></html>
`;
}

const NAMES: Record<Mark, string> = { '✔': 'yes', '!': 'doubt', '✘': 'no', '–': 'open' };
