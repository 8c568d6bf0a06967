/** What a proof is told from, and who is named in it. */
import type { RepairProof } from '../../contract/boundaries/proof.ts';
import type { RepairOutcome, StoredRepair } from '../../contract/boundaries/repair.ts';
import type { DatasetId } from '../../contract/ids.ts';

export interface ToldProof extends StoredRepair {
  outcome: RepairOutcome;
  proof: RepairProof;
}

/** What strangers are told in the place of a name; `at`: when it was done, ISO 8601. */
export type RoleOf = (name: string, dataset: DatasetId, at: string) => Promise<string>;

/** Names of those who work here are for those who work here: strangers are told role and group. Reasons stay as they are. */
export async function hideNames(told: ToldProof, dataset: DatasetId, roleOf: RoleOf): Promise<ToldProof> {
  const acts: (readonly [by: string, at: string])[] = [
    ...told.proof.levels.flatMap(({ operations }) => operations.map(({ acceptedBy, acceptedAt }) => [acceptedBy, acceptedAt] as const)),
    ...[...Object.values(told.decisions.operations), ...Object.values(told.decisions.units)].map(({ by, at }) => [by, at] as const),
  ];
  // A person holds the same all day long.
  const keyOf = (by: string, at: string) => `${at.slice(0, 10)} ${by}`;
  const distinct = new Map(acts.map(([by, at]) => [keyOf(by, at), [by, at] as const]));
  const roles = new Map(await Promise.all([...distinct].map(async ([key, [by, at]]) => [key, by === '' ? '' : await roleOf(by, dataset, at)] as const)));
  const hide = <T extends { by: string; at: string }>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).map(([id, one]) => [id, { ...one, by: roles.get(keyOf(one.by, one.at))! }]));
  return {
    ...told,
    decisions: { operations: hide(told.decisions.operations), units: hide(told.decisions.units) },
    proof: {
      ...told.proof,
      levels: told.proof.levels.map((level) => ({
        ...level,
        operations: level.operations.map((operation) => ({ ...operation, acceptedBy: roles.get(keyOf(operation.acceptedBy, operation.acceptedAt))! })),
      })),
    },
  };
}
