/** Names of those who work here are for those who work here: on what is public, strangers are told role and group. Reasons stay as they are. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { Acceptance, ValidationReport } from '../contract/finding.ts';
import type { DatasetId } from '../contract/ids.ts';
import { mapResults } from '../checks/run.ts';

/** What the person of this name held in a group when it was done to the dataset (`at`: ISO 8601): `imo, GIS`; or `admin`, `member`, `command line`. */
export type RoleOf = (name: string, dataset: DatasetId, at: string) => Promise<string>;

type Named = Pick<
  DatasetVersion,
  'dataset' | 'createdAt' | 'createdBy' | 'publishedAt' | 'publishedBy' | 'artifacts' | 'corrections' | 'endorsements' | 'withdrawal'
>;

export async function withoutStaff<Version extends Named>(version: Version, roleOf: RoleOf): Promise<Version> {
  const told = async (name: string | null, at: string | null) => name && (await roleOf(name, version.dataset, at ?? version.createdAt));
  return {
    ...version,
    createdBy: await told(version.createdBy, version.createdAt),
    publishedBy: await told(version.publishedBy, version.publishedAt),
    ...(version.withdrawal ? { withdrawal: { ...version.withdrawal, by: await told(version.withdrawal.by, version.withdrawal.at) } } : {}),
    ...(version.corrections ? { corrections: await Promise.all(version.corrections.map(async (one) => ({ ...one, by: await told(one.by, one.at) }))) } : {}),
    ...(version.endorsements
      ? { endorsements: await Promise.all(version.endorsements.map(async ({ held: _held, ...one }) => ({ ...one, by: await told(one.by, one.at) }))) }
      : {}),
    // Files of the report and of a repair have the names of who accepted what; strangers read report and proof at their own addresses.
    artifacts: version.artifacts.filter((artifact) => !isStaffFile(artifact)),
  };
}

/** Files that name who decided what. */
export const isStaffFile = (artifact: { kind: string; mediaType: string }): boolean =>
  isReportFile(artifact) || artifact.kind === 'repair' || (artifact.kind === 'proof' && artifact.mediaType === 'application/json');

export const isReportFile = ({ kind, mediaType }: { kind: string; mediaType: string }): boolean => kind === 'report' && mediaType === 'application/json';

/** A person holds the same all day long. */
const keyOf = ({ by, at }: Acceptance): string => `${at.slice(0, 10)} ${by}`;

/** The report with roles in the place of names; the same object where nothing was accepted, as mostly. */
export async function reportWithoutStaff(report: ValidationReport, roleOf: RoleOf): Promise<ValidationReport> {
  const all = [...report.results, ...(report.published?.results ?? [])];
  const accepted = all.flatMap(({ findings }) => findings.flatMap(({ items }) => items.flatMap((item) => item.accepted ?? [])));
  if (accepted.length === 0) return report;
  const acts = new Map(accepted.map((one) => [keyOf(one), one]));
  const roles = new Map(await Promise.all([...acts].map(async ([key, { by, at }]) => [key, await roleOf(by, report.dataset as DatasetId, at)] as const)));
  return mapResults(report, (results) =>
    results.map((result) => ({
      ...result,
      findings: result.findings.map((finding) => ({
        ...finding,
        items: finding.items.map((item) => (item.accepted ? { ...item, accepted: { ...item.accepted, by: roles.get(keyOf(item.accepted))! } } : item)),
      })),
    })),
  );
}
