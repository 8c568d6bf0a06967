/** Which findings are listed and drawn. Pure. */
import type { FindingItem, Severity } from '../../../server/contract/finding.ts';
import type { ShownFinding, ShownReport } from '../../../server/contract/finding.ts';

export interface Filter {
  severities: readonly Severity[];
  /** null: all levels. */
  level: number | null;
  /** Part of a P-code, of a clause or of a title, in any case. */
  text: string;
  accepted: boolean;
  unit: { level: number; pcode: string; name: string } | null;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
export const NO_FILTER: Filter = { severities: ['error', 'warning'], level: null, text: '', accepted: true, unit: null };

/** One occurrence with the finding and the check that it belongs to. */
export interface Listed {
  check: string;
  finding: ShownFinding;
  item: FindingItem;
}

export interface ListedFinding {
  check: string;
  label: string;
  finding: ShownFinding;
  items: FindingItem[];
}

/** Findings with the occurrences that pass the filter, worst first; those without any are left out, unless the finding has no occurrences at all. */
export function filterFindings(report: ShownReport, filter: Filter): ListedFinding[] {
  const text = filter.text.trim().toLowerCase();
  const listed = report.results.flatMap(({ check, label, findings }) =>
    findings
      .filter(({ severity, level }) => filter.severities.includes(severity) && (filter.level === null || level === filter.level))
      .map((finding) => {
        const whole = !text || `${check} ${finding.title} ${finding.code}`.toLowerCase().includes(text);
        const items = finding.items.filter(
          (item) =>
            (filter.accepted || !item.accepted) &&
            (filter.unit === null || item.pcodes.includes(filter.unit.pcode)) &&
            (whole || `${item.pcodes.join(' ')} ${item.detail}`.toLowerCase().includes(text)),
        );
        return { check, label, finding, items, bare: finding.items.length === 0 && whole && filter.unit === null };
      })
      .filter(({ items, bare }) => items.length > 0 || bare)
      .map(({ check, label, finding, items }) => ({ check, label, finding, items })),
  );
  return listed.sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
}

export function listFindings(report: ShownReport, filter: Filter): Listed[] {
  return filterFindings(report, filter).flatMap(({ check, finding, items }) => items.map((item) => ({ check, finding, item })));
}
