/** A report as lines for a terminal. */
import { styleText } from 'node:util';
import type { Finding, Severity, ValidationReport } from '../contract/finding.ts';

const COLOURS = ['red', 'yellow', 'dim', 'bold'] as const;
type Colours = Record<(typeof COLOURS)[number], (text: string) => string>;

const ORDER: Severity[] = ['error', 'warning', 'info'];
/** Occurrences shown for each finding; `--format json` and `csv` have them all. */
const SHOWN = 5;

export function toColours(enabled: boolean): Colours {
  // Whether colours are wanted is decided by whoever asks, not by the stream that stands behind.
  const paint = (colour: (typeof COLOURS)[number]) => (text: string) => (enabled ? styleText(colour, text, { validateStream: false }) : text);
  return Object.fromEntries(COLOURS.map((colour) => [colour, paint(colour)])) as Colours;
}

/** Errors first, then warnings, then notes; what was skipped and why; one line of sums. */
export function formatReport(report: ValidationReport, colours: Colours): string {
  const paint: Record<Severity, (text: string) => string> = { error: colours.red, warning: colours.yellow, info: colours.dim };
  const lines: string[] = [];
  lines.push(report.levels.map(({ level, units }) => `adm${level}: ${units.toLocaleString('en')}`).join('  '), '');
  const findings = report.results.flatMap(({ check, findings }) => findings.map((finding) => ({ check, finding })));
  for (const severity of ORDER) {
    for (const { check, finding } of findings.filter((entry) => entry.finding.severity === severity)) {
      const accepted = finding.accepted > 0 ? colours.dim(` (${finding.accepted} accepted)`) : '';
      lines.push(`${paint[severity](severity.padEnd(7))} ${colours.bold(check)} ${finding.code}: ${finding.message}${accepted}`);
      lines.push(...formatItems(finding, colours));
    }
  }
  lines.push(...formatColumns(report, colours));
  for (const { check, label, reason } of report.results.filter(({ status }) => status === 'skipped'))
    lines.push(colours.dim(`skipped ${check} ${label}: ${reason}`));
  const passed = report.results.filter(({ status }) => status === 'passed');
  const warned = passed.filter(({ findings }) => findings.some(({ severity, count, accepted }) => severity === 'warning' && count > accepted)).length;
  lines.push(
    '',
    `${passed.length} of ${report.results.length} checks passed${warned > 0 ? `, ${warned} of them with warnings to look at` : ''}. ${colours.red(counted(report.errors, 'error'))}, ${colours.yellow(counted(report.warnings, 'warning'))}, ${counted(report.infos, 'note')}${report.accepted > 0 ? `, ${report.accepted} accepted` : ''}.`,
  );
  return `${lines.join('\n')}\n`;
}

/** Open questions with what may be answered, and the columns as they were read, used ones first by their place in the table. */
function formatColumns({ questions = [], results }: ValidationReport, colours: Colours): string[] {
  const used = results.flatMap(({ findings }) => findings).find(({ code }) => code.endsWith('.columns-used'));
  const asks = questions.flatMap(({ text, choices }) => [`  ${text}`, ...choices.map((choice) => colours.dim(`      ${choice.text}`))]);
  return [
    ...(asks.length > 0 ? ['', colours.yellow('Questions to answer before publishing (--columns FILE.json)'), ...asks] : []),
    ...(used ? ['', colours.bold('Columns used'), ...used.items.map(({ detail }) => colours.dim(`  ${detail}`))] : []),
  ];
}

function formatItems({ items, count, severity }: Finding, colours: Colours): string[] {
  if (severity === 'info') return [];
  const lines = items.slice(0, SHOWN).map(({ detail, at }) => colours.dim(`        ${detail}${at ? ` at ${at[0].toFixed(5)}, ${at[1].toFixed(5)}` : ''}`));
  if (count > SHOWN) lines.push(colours.dim(`        and ${count - Math.min(SHOWN, items.length)} more`));
  return lines;
}

/** `1 error`, `2 errors`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
