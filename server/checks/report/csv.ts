/** The report as a table: one line for each occurrence, for people who work their way through it. */
import { stringify } from 'csv-stringify/sync';
import type { FindingItem, ValidationReport } from '../../contract/finding.ts';
import { findingText } from '../../words/findings.ts';
import { itemDetail } from '../../words/clauses.ts';
import { staffText } from '../../words/staff.ts';
import type { Lang } from '../../contract/languages.ts';

const HEADER = [
  'check',
  'code',
  'severity',
  'level',
  'pcodes',
  'rows',
  'detail',
  'longitude',
  'latitude',
  'area_m2',
  'width_m',
  'length_m',
  'accepted',
  'message',
];

/** UTF-8 with a byte order mark, so that spreadsheet programs read accents and Arabic. Texts that a spreadsheet would run as a formula are defused. */
export function writeCsvReport(report: ValidationReport, lang: Lang): string {
  const lines = report.results.flatMap(({ check, findings }) =>
    findings.flatMap((finding) => {
      const text = findingText(finding, lang);
      const head = [check, finding.code, finding.severity, finding.level === null ? '' : `adm${finding.level}`];
      const items: (FindingItem | null)[] = finding.items.length > 0 ? finding.items : [null];
      const listed = items.map((item) => [
        ...head,
        defuse(item?.pcodes.join(' ') ?? ''),
        item?.rows.join(' ') ?? '',
        defuse(item ? itemDetail(item, lang) : ''),
        item?.at?.[0] ?? '',
        item?.at?.[1] ?? '',
        item?.areaM2 ?? '',
        item?.widthM ?? '',
        item?.lengthM ?? '',
        defuse(item?.accepted ? `${item.accepted.reason} (${staffText(item.accepted.by, lang)}, ${item.accepted.at})` : ''),
        text,
      ]);
      // What the list had no room for is a line of its own, never silently absent.
      const rest = finding.count - finding.items.length;
      return rest > 0 && finding.items.length > 0 ? [...listed, [...head, '', '', `… + ${rest}`, '', '', '', '', '', '', text]] : listed;
    }),
  );
  return stringify([HEADER, ...lines], { bom: true, record_delimiter: 'windows' });
}

/** OWASP ASVS 1.2.10: a text cell that starts like a formula gets an apostrophe. */
export function defuse(text: string): string {
  return /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
}
