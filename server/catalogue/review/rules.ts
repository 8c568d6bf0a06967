/** Which sign-offs the groups of a country ask for, and whether they are there. Pure: what holds today is given. */
import { createHash } from 'node:crypto';
import type { DatasetVersion } from '../../contract/datasets/dataset.ts';
import type { GroupName, Signoff } from '../../contract/datasets/endorsement.ts';
import type { Decision, Obstacle, RuleState } from '../../contract/datasets/review.ts';
import type { AppointmentRole, Group } from '../../contract/groups/groups.ts';
import type { DatasetKind } from '../../contract/ids.ts';

export type ReviewGroup = Pick<Group, 'id' | 'names' | 'acronym' | 'status' | 'owns' | 'signoff'>;

/** An account with an appointment that stands today. */
export interface Holder {
  account: string;
  name: string;
  group: string;
  role: AppointmentRole;
}

export interface Approval {
  account: string;
  name: string;
  decision: Decision;
  note: string | null;
  basis: string;
  at: string;
}

export interface Thread {
  mustResolve: boolean;
  isResolved: boolean;
}

/** Whether an account has a say in one of these groups: whoever only observes a group decides nothing in it. */
export const decidesIn = (groups: readonly string[], account: string, holders: readonly Holder[]): boolean =>
  holders.some((holder) => holder.account === account && groups.includes(holder.group) && holder.role !== 'observer');

export const toGroupName = ({ id, names, acronym }: ReviewGroup): GroupName => ({ id, names, acronym });

/** A group that is gone is called by its id. */
export function nameGroup(groups: readonly ReviewGroup[], id: string): GroupName {
  const found = groups.find((group) => group.id === id);
  return found ? toGroupName(found) : { id, names: { en: id }, acronym: null };
}

/**
 * What a draft is: whoever approves one approves this. Every file of it counts, the report too, in which acceptances are, and what is said of it.
 * @returns SHA-256 in hexadecimal
 */
export function basisOf({ artifacts, metadata }: Pick<DatasetVersion, 'artifacts' | 'metadata'>): string {
  const files = artifacts.map(({ file, sha256 }) => [file, sha256]).toSorted(([a], [b]) => (a! < b! ? -1 : 1));
  const said = Object.entries(metadata).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([files, said]))
    .digest('hex');
}

/** Whether what somebody said of a draft counts for a rule of a group: said of the draft as it is, by one who is in the group today and did not upload it. */
export function counts(
  { account, name, basis }: Pick<Approval, 'account' | 'name' | 'basis'>,
  from: string,
  about: { basis: string; uploader: string | null; holders: readonly Holder[] },
): boolean {
  return basis === about.basis && name !== about.uploader && decidesIn([from], account, about.holders);
}

/**
 * The rules for a kind of data, of groups that are not closed and own it, with what is there of each. A rule whose group of approvers is gone
 * still holds: nobody can fulfil it until the group that made it changes it.
 */
export function judgeRules(
  kind: DatasetKind,
  groups: readonly ReviewGroup[],
  about: { basis: string; uploader: string | null; holders: readonly Holder[]; approvals: readonly Approval[]; threads: readonly Thread[] },
): RuleState[] {
  const open = about.threads.some(({ mustResolve, isResolved }) => mustResolve && !isResolved);
  return groups
    .filter(({ status, owns }) => status !== 'closed' && owns.some((owned) => owned.kind === kind && owned.sector === undefined))
    .flatMap((owner) =>
      owner.signoff
        .filter((rule) => rule.kind === kind)
        .map(({ approvals: needs, from }) => {
          const said = about.approvals.filter((approval) => counts(approval, from, about));
          const has = said.filter(({ decision }) => decision === 'approve').length;
          const obstacles: Obstacle[] = [
            ...(has < needs ? ['approvals' as const] : []),
            ...(said.some(({ decision }) => decision === 'changes') ? ['changes-wanted' as const] : []),
            ...(open ? ['comments-open' as const] : []),
          ];
          return { kind, owner: toGroupName(owner), from: nameGroup(groups, from), needs, has, obstacles };
        }),
    );
}

/** As it is kept with the version. Who wants changes, and what is open, is not counted in: the number says what was there. */
export const toSignoffs = (rules: readonly RuleState[]): Signoff[] => rules.map(({ from, needs, has }) => ({ group: from, needs, has }));
