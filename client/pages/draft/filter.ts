/** Which findings are listed and drawn. Pure. */
import type { FindingItem, Severity } from '../../../server/contract/finding.ts';
import type { ShownFinding, ShownReport } from '../../../server/contract/finding.ts';
import type { Passing } from '../../map/layers/findings.ts';

export interface Filter {
  severities: readonly Severity[];
  /** null: all levels. */
  level: number | null;
  /** Part of a P-code, of a clause, of a title or of the name of a unit, in any case. */
  text: string;
  /** P-codes of the units whose names have the text. */
  named: ReadonlySet<string>;
  accepted: boolean;
  unit: { level: number; pcode: string; name: string } | null;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
export const NO_FILTER: Filter = { severities: ['error', 'warning'], level: null, text: '', named: new Set(), accepted: true, unit: null };

/** One occurrence with the finding and the check that it belongs to. */
export interface Listed {
  check: string;
  finding: ShownFinding;
  item: FindingItem;
}

export interface ListedFinding {
  /** Its place among all findings of the report. */
  number: number;
  check: string;
  label: string;
  finding: ShownFinding;
  items: FindingItem[];
}

/** Findings with the occurrences that pass the filter, worst first; those without any are left out, unless the finding has no occurrences at all. */
export function filterFindings(report: ShownReport, filter: Filter): ListedFinding[] {
  const text = toText(filter);
  let numbered = 0;
  const listed = report.results.flatMap(({ check, label, findings }) =>
    findings
      .map((finding) => ({ finding, number: numbered++ }))
      .filter(({ finding: { severity, level } }) => filter.severities.includes(severity) && (filter.level === null || level === filter.level))
      .map(({ finding, number }) => {
        const whole = isWhole(check, finding, text);
        const items = finding.items.filter(
          (item) =>
            (filter.accepted || !item.accepted) &&
            (filter.unit === null || item.pcodes.includes(filter.unit.pcode)) &&
            (whole || `${item.pcodes.join(' ')} ${item.detail}`.toLowerCase().includes(text) || isNamed(item, filter)),
        );
        return { number, check, label, finding, items, bare: finding.items.length === 0 && whole && filter.unit === null };
      })
      .filter(({ items, bare }) => items.length > 0 || bare)
      .map(({ number, check, label, finding, items }) => ({ number, check, label, finding, items })),
  );
  return listed.sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
}

const isNamed = ({ pcodes }: FindingItem, { named }: Filter): boolean => pcodes.some((pcode) => named.has(pcode));
const toText = (filter: Filter): string => filter.text.trim().toLowerCase();
/** Where the text is that of the finding itself, all its occurrences pass. */
const isWhole = (check: string, { title, code }: ShownFinding, text: string): boolean => !text || `${check} ${title} ${code}`.toLowerCase().includes(text);

/** The same for the map, which holds occurrences that are not in the list yet. */
export function toPassing(report: ShownReport, filter: Filter): Passing {
  const text = toText(filter);
  const all = report.results.flatMap(({ check, findings }) => findings.map((finding) => ({ check, finding })));
  const passing = [...all.entries()].filter(
    ([, { finding }]) => filter.severities.includes(finding.severity) && (filter.level === null || finding.level === filter.level),
  );
  const [whole, rest] = [true, false].map((is) => passing.filter(([, { check, finding }]) => isWhole(check, finding, text) === is));
  const numbers = (list: typeof passing) => list.map(([number]) => number);
  const items = rest!.flatMap(([, { finding }]) =>
    finding.items.filter((item) => item.detail.toLowerCase().includes(text) || isNamed(item, filter)).map(({ id }) => id),
  );
  return {
    whole: numbers(whole!),
    part: rest!.length > 0 ? { findings: numbers(rest!), items, text } : null,
    accepted: filter.accepted,
    pcode: filter.unit?.pcode ?? null,
  };
}

/** Beside the one that is looked at. */
export const NONE_PASSES: Passing = { whole: [], part: null, accepted: true, pcode: null };

/** Of what passes the occurrences of one finding. */
export function onlyFinding({ whole, part, accepted, pcode }: Passing, number: number): Passing {
  return {
    whole: whole.filter((one) => one === number),
    part: part?.findings.includes(number) ? { ...part, findings: [number] } : null,
    accepted,
    pcode,
  };
}

export function listFindings(report: ShownReport, filter: Filter): Listed[] {
  return filterFindings(report, filter).flatMap(({ check, finding, items }) => items.map((item) => ({ check, finding, item })));
}
