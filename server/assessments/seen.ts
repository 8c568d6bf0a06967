/** Who sees which records, and what of them; who may change them. Pure. */
import type { Artifact, SeenArtifact } from '../contract/assessments/assessments.ts';
import { findManagers, type Structure } from '../groups/structure.ts';
import type { Rights } from '../groups/who.ts';
import type { StoredAssessment } from './model.ts';

export interface Asker {
  structure: Pick<Structure, 'groups'>;
  rights: Pick<Rights, 'member' | 'seePeople' | 'manage' | 'may'>;
}

/** `keeper`: confirms and changes the record; `member`: of the response; `stranger`: everybody. */
export type Standing = 'keeper' | 'member' | 'stranger';

/** Whoever records for the group that keeps the data of the country, and who administers it. */
export const keepsAll = ({ structure, rights }: Asker): boolean => {
  const keeper = findManagers(structure.groups);
  return keeper ? rights.may('record', keeper.id) : rights.manage;
};

/** A group keeps the assessments of its own. */
export const keeps = (asker: Asker, { groups }: Pick<StoredAssessment, 'groups'>): boolean =>
  keepsAll(asker) || groups.some((group) => asker.rights.may('record', group));

/** Groups that the one who asks keeps assessments of. */
export const keptGroups = ({ structure, rights }: Asker): string[] => structure.groups.filter(({ id }) => rights.may('record', id)).map(({ id }) => id);

/** Belongs to the response: sees what is for members. */
export const isMember = ({ rights }: Asker): boolean => rights.seePeople;

/** Whoever entered a record sees it, and changes it until it is confirmed. */
export const isOwn = ({ rights }: Asker, { account }: Pick<StoredAssessment, 'account'>): boolean => account !== null && rights.member?.id === account;

/** What one is to a record; null: it is not there for that one. */
export function standingOf(asker: Asker, record: StoredAssessment): Standing | null {
  if (keeps(asker, record)) return 'keeper';
  if (record.state !== 'confirmed' && !isOwn(asker, record)) return null;
  return isMember(asker) || isOwn(asker, record) ? 'member' : 'stranger';
}

/** Those who keep a record, and whoever entered it until it is confirmed. */
export const mayChange = (asker: Asker, record: StoredAssessment): boolean => keeps(asker, record) || (record.state !== 'confirmed' && isOwn(asker, record));

/**
 * What one may know of an artifact; null: not even that it is there.
 *
 * | access | everybody | members | keepers |
 * |---|---|---|---|
 * | public | link | link | link |
 * | on request | how to ask | how to ask | link |
 * | members | that it is there | link | link |
 * | not available, not applicable | that it says so | the same | the same |
 *
 * Of class high, a link is for members at most; of class severe for keepers, and strangers are not told of it.
 */
export function seeArtifact(artifact: Artifact, standing: Standing): SeenArtifact | null {
  const { access, link, how, file } = artifact;
  if (artifact.class === 'severe' && standing === 'stranger') return null;
  const isThere = access !== 'not-available' && access !== 'not-applicable';
  const isGiven =
    isThere &&
    (standing === 'keeper' ||
      (artifact.class !== 'severe' &&
        (access === 'public' ? artifact.class !== 'high' || standing === 'member' : access === 'members' && standing === 'member')));
  const isAsked = access === 'on-request' || standing !== 'stranger' || isGiven;
  const isKept = link !== null || file != null;
  return {
    ...artifact,
    link: isGiven ? link : null,
    file: isGiven ? (file ?? null) : null,
    how: isAsked ? how : null,
    withheld: isThere && !isGiven && isKept,
  };
}

/** The record as the one who asks may know it. */
export function seeFields(record: StoredAssessment, standing: Standing): Pick<StoredAssessment, 'notes' | 'enteredBy'> & { artifacts: SeenArtifact[] } {
  const isTold = standing !== 'stranger';
  return {
    notes: isTold ? record.notes : null,
    enteredBy: isTold ? record.enteredBy : null,
    artifacts: record.artifacts.flatMap((artifact) => seeArtifact(artifact, standing) ?? []),
  };
}
