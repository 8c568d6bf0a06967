/** One line of the audit: who did what to which version, and why. */
import type { DatasetId, VersionTag } from '../contract/ids.ts';

export interface AuditEntry {
  id: string;
  at: string;
  actor: string | null;
  action: string;
  dataset: DatasetId;
  version: VersionTag | null;
  reason: string | null;
  sha256: string | null;
}

export type Audit = ReturnType<typeof createAudit>;

/** Clock and ids are those of the service. */
export const createAudit =
  ({ now, newId }: { now: () => Date; newId: () => string }) =>
  (action: string, dataset: DatasetId, version: VersionTag | null, actor: string | null, reason: string | null, sha256: string | null = null): AuditEntry => ({
    id: newId(),
    at: now().toISOString(),
    actor,
    action,
    dataset,
    version,
    reason,
    sha256,
  });
