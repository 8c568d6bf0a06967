/** What a proof is told from, and who is named in it. */
import type { RepairProof } from '../../contract/boundaries/proof.ts';
import type { RepairOutcome, StoredRepair } from '../../contract/boundaries/repair.ts';

export interface ToldProof extends StoredRepair {
  outcome: RepairOutcome;
  proof: RepairProof;
}

/** Names of those who work here are for those who work here: strangers are told the role. Reasons stay as they are. */
export async function hideNames(told: ToldProof, roleOf: (name: string) => Promise<string>): Promise<ToldProof> {
  const names = new Set([
    ...told.proof.levels.flatMap(({ operations }) => operations.map(({ acceptedBy }) => acceptedBy)),
    ...Object.values(told.decisions.operations).map(({ by }) => by),
    ...Object.values(told.decisions.units).map(({ by }) => by),
  ]);
  const roles = new Map(await Promise.all([...names].map(async (name) => [name, name === '' ? '' : await roleOf(name)] as const)));
  const hide = <T extends { by: string }>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).map(([id, one]) => [id, { ...one, by: roles.get(one.by)! }]));
  return {
    ...told,
    decisions: { operations: hide(told.decisions.operations), units: hide(told.decisions.units) },
    proof: {
      ...told.proof,
      levels: told.proof.levels.map((level) => ({
        ...level,
        operations: level.operations.map((operation) => ({ ...operation, acceptedBy: roles.get(operation.acceptedBy)! })),
      })),
    },
  };
}
