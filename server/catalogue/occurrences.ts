/** The occurrences of a report beyond what its answer lists: page by page, and as places of a map. */
import type { Finding, ValidationReport } from '../contract/finding.ts';
import { LISTED_ITEMS } from '../contract/finding.ts';
import { mapResults } from '../checks/run.ts';
import type { Place } from '../overlays/slice.ts';

/** All findings of a report in its order; the place in this list is a finding's number. */
export const findingsOf = (report: ValidationReport): Finding[] => report.results.flatMap(({ findings }) => findings);

/** The report with no more occurrences of each finding than an answer lists. */
export function toListed(report: ValidationReport): ValidationReport {
  return mapResults(report, (results) =>
    results.map((result) => ({ ...result, findings: result.findings.map((finding) => ({ ...finding, items: finding.items.slice(0, LISTED_ITEMS) })) })),
  );
}

/** Each occurrence that has a place: its area or line, and a point, so that a sliver of a square metre is seen from afar. */
export function placesOf(report: ValidationReport): Place[] {
  return findingsOf(report).flatMap((finding, number) =>
    finding.items.flatMap((item): Place[] => {
      // Spaces around each code, so that a filter finds whole codes.
      const properties = { id: item.id, finding: number, severity: item.accepted ? 'accepted' : finding.severity, pcodes: ` ${item.pcodes.join(' ')} ` };
      return [
        ...(item.overlay ? [{ geometry: item.overlay, properties }] : []),
        ...(item.at ? [{ geometry: { type: 'Point' as const, coordinates: item.at }, properties }] : []),
      ];
    }),
  );
}
