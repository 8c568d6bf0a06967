/** Names of those who work here are for those who work here: on what is public, strangers are told the role. Reasons stay as they are. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { ValidationReport } from '../contract/finding.ts';
import { mapResults } from '../checks/run.ts';

/** The role of the member of this name, or what stands for it where there is none (`command line`, `member`). */
export type RoleOf = (name: string) => Promise<string>;

export async function withoutStaff<Version extends Pick<DatasetVersion, 'createdBy' | 'publishedBy' | 'artifacts' | 'corrections' | 'endorsements'>>(
  version: Version,
  roleOf: RoleOf,
): Promise<Version> {
  const told = async (name: string | null) => name && (await roleOf(name));
  return {
    ...version,
    createdBy: await told(version.createdBy),
    publishedBy: await told(version.publishedBy),
    ...(version.corrections ? { corrections: await Promise.all(version.corrections.map(async (one) => ({ ...one, by: await told(one.by) }))) } : {}),
    ...(version.endorsements ? { endorsements: await Promise.all(version.endorsements.map(async (one) => ({ ...one, by: await told(one.by) }))) } : {}),
    // Files of the report and of a repair have the names of who accepted what; strangers read report and proof at their own addresses.
    artifacts: version.artifacts.filter((artifact) => !isStaffFile(artifact)),
  };
}

/** Files that name who decided what. */
export const isStaffFile = (artifact: { kind: string; mediaType: string }): boolean =>
  isReportFile(artifact) || artifact.kind === 'repair' || (artifact.kind === 'proof' && artifact.mediaType === 'application/json');

export const isReportFile = ({ kind, mediaType }: { kind: string; mediaType: string }): boolean => kind === 'report' && mediaType === 'application/json';

/** The report with roles in the place of names; the same object where nothing was accepted, as mostly. */
export async function reportWithoutStaff(report: ValidationReport, roleOf: RoleOf): Promise<ValidationReport> {
  const all = [...report.results, ...(report.published?.results ?? [])];
  const names = new Set(all.flatMap(({ findings }) => findings.flatMap(({ items }) => items.flatMap(({ accepted }) => accepted?.by ?? []))));
  if (names.size === 0) return report;
  const roles = new Map(await Promise.all([...names].map(async (name) => [name, await roleOf(name)] as const)));
  return mapResults(report, (results) =>
    results.map((result) => ({
      ...result,
      findings: result.findings.map((finding) => ({
        ...finding,
        items: finding.items.map((item) => (item.accepted ? { ...item, accepted: { ...item.accepted, by: roles.get(item.accepted.by)! } } : item)),
      })),
    })),
  );
}
