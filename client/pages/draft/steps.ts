/** What is honestly left before a draft is published. The first is what the page offers; publishing comes when nothing is left. Pure. */
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { DraftStep } from '../../kit/draft.ts';

/** Of whom, by whom, under which licence: without these nobody can use what is published. */
const NEEDED = ['source', 'contributor', 'license'] as const;
export type Needed = (typeof NEEDED)[number];

export const missingMetadata = ({ metadata }: Pick<VersionAnswer, 'metadata'>): Needed[] => NEEDED.filter((name) => metadata[name] === '');

interface Own {
  /** Of errors that nobody accepted. */
  errors: (count: number) => Omit<DraftStep, 'id' | 'permission' | 'rows'>;
  metadata: (fields: Needed[]) => Omit<DraftStep, 'id' | 'permission' | 'rows'>;
}

/** @param ofKind what the kind of data knows is to be decided; without it only questions that the report counts */
export function stepsOf(version: Pick<VersionAnswer, 'status' | 'report' | 'metadata'>, ofKind: readonly DraftStep[], own: Own): DraftStep[] {
  if (version.status !== 'draft') return [];
  const steps = [...ofKind];
  const errors = version.report?.errors ?? 0;
  if (errors > 0) steps.push({ id: 'errors', rows: null, permission: 'draft.read', ...own.errors(errors) });
  const missing = missingMetadata(version);
  if (missing.length > 0) steps.push({ id: 'metadata', rows: null, permission: 'metadata.write', ...own.metadata(missing) });
  return steps;
}
