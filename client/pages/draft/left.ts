/** The steps that are left before a draft is published, in the reader's words: those of its kind, of its report, its metadata and its review. */
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type draftMessages from '../../../server/words/en/interface/draft.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type { DraftPart, DraftReview, DraftStep } from '../../kit/draft.ts';
import type { Translate } from '../../i18n/translate.ts';
import { stepsOf, type Needed } from './steps.ts';

type Key = keyof typeof draftMessages | keyof typeof commonMessages;

const FIELDS: Record<Needed, Key> = { source: 'meta.source', contributor: 'meta.contributor', license: 'meta.license' };

export interface Left {
  part: DraftPart | null;
  review: DraftReview | null;
  t: Translate<Key>;
  list: (texts: string[]) => string;
  showTab: (tab: string) => void;
}

export function stepsLeft(version: VersionAnswer, { part, review, t, list, showTab }: Left): DraftStep[] {
  const toTab = (id: string, label: string, tab: string, permission: string): DraftStep => ({ id, label, rows: null, permission, run: () => showTab(tab) });
  const questions = version.report?.questions ?? 0;
  const asked = part || questions === 0 ? [] : [toTab('questions', t('step.questions', { count: questions }), 'columns', 'upload.create')];
  const own = stepsOf(version, part?.steps() ?? asked, {
    errors: (count) => toTab('errors', t('step.errors', { count }), 'findings', 'draft.read'),
    metadata: (fields) => toTab('metadata', t('step.metadata', { fields: list(fields.map((name) => t(FIELDS[name]))) }), 'metadata', 'metadata.write'),
  });
  const signoff = review?.step();
  return signoff ? [...own, signoff] : own;
}
