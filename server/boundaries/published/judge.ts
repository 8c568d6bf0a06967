/** The levels as they will be published, judged once more by the checks that the upload was put to: what a reader of the files will find. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { CheckResult, Finding, FindingException, FindingItem, PublishedJudgement, ValidationReport } from '../../contract/finding.ts';
import type { Iso3 } from '../../contract/ids.ts';
import { applyExceptions } from '../../checks/exceptions.ts';
import { runChecks, toPublished, type CheckProgress } from '../../checks/run.ts';
import type { RawLayer } from '../../formats/raw.ts';
import { CHECKS } from '../checks/all.ts';
import type { BoundaryContext } from '../checks/context.ts';
import { exportColumns, layerName } from '../files/columns.ts';
import { normalizeBoundaries } from '../normalize/boundaries.ts';

export interface PublishedContext extends Pick<BoundaryContext, 'previous' | 'metadata' | 'today' | 'reference'> {
  country: Iso3;
  /** As it is written into the files. */
  version: string | null;
  exceptions: FindingException[];
}

/**
 * `tables` are all published levels, on the grid of the files; they are read as the files would be, column by column. null where nothing in
 * them is drawn: no reader takes them for boundaries, and the checks of the upload have said why.
 */
export async function judgePublished(tables: FeatureTable[], context: PublishedContext, onProgress?: CheckProgress): Promise<PublishedJudgement | null> {
  if (!tables.some(({ geometry }) => geometry.coords.length > 0)) return null;
  const { country, exceptions, previous, metadata, today, reference } = context;
  const boundaries = normalizeBoundaries(
    tables.map((table) => toLayer(table, tables, context)),
    { country },
  );
  // I1 tells how an upload was read; these were written here.
  const checks = CHECKS.filter(({ id }) => id !== 'I1');
  const results = await runChecks(
    checks,
    { boundaries, coverage: null, published: tables, previous, metadata, today, reference: reference ?? null },
    onProgress,
  );
  return toPublished(applyExceptions(results.map(withoutDrawings), exceptions));
}

function toLayer(table: FeatureTable, tables: FeatureTable[], { country, version }: PublishedContext): RawLayer {
  const layer = layerName(country, table.level);
  return {
    file: `${layer}.geojson`,
    layer,
    format: 'geojson',
    rows: table.units.length,
    columns: exportColumns(table, tables, { country, version }),
    geometry: table.geometry,
    crs: null,
    hasZ: false,
    encoding: { name: 'UTF-8', from: 'format' },
    findings: [],
  };
}

/** The map draws the occurrences of the upload; those of the published files are listed. */
function withoutDrawings(result: CheckResult): CheckResult {
  const bare = (item: FindingItem): FindingItem => {
    const { overlay, ...kept } = item;
    return overlay ? kept : item;
  };
  return { ...result, findings: result.findings.map((finding) => ({ ...finding, items: finding.items.map(bare) })) };
}

const keyOf = ({ code, level, severity }: Finding): string => `${code} ${level ?? ''} ${severity}`;

/**
 * The report with what still holds of each finding in what is published: none where publishing mends it. Findings of reading, and of checks
 * that could not be made of the published files, are left as they are.
 */
export function tellPublished(report: ValidationReport, published: PublishedJudgement | null): ValidationReport {
  if (!published) return report;
  const known = new Map(published.results.flatMap(({ findings }) => findings.map((finding) => [keyOf(finding), finding.count] as const)));
  const judged = new Set(published.results.flatMap(({ check, status }) => (status === 'skipped' ? [] : [check])));
  const results = report.results.map((result) =>
    judged.has(result.check)
      ? { ...result, findings: result.findings.map((finding) => ({ ...finding, holds: Math.min(finding.count, known.get(keyOf(finding)) ?? 0) })) }
      : result,
  );
  return { ...report, results, published };
}
