/** What pages say of documents: what kind they are, where they stand, when they are to be reviewed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentEntry, DocumentKind, Edition, ReviewState } from '../../../server/contract/documents/documents.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type papersMessages from '../../../server/words/en/interface/workgroup/papers.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon } from '../../ui/icon.ts';
import type { App } from '../view.ts';
import './papers.css';

export type PapersKey = keyof typeof papersMessages | keyof typeof commonMessages;
type Words = Translate<PapersKey>;

/** In the order in which somebody new reads them. */
export const KINDS_IN_ORDER: readonly DocumentKind[] = [
  'tor',
  'isp',
  'work-plan',
  'strategy',
  'standard',
  'template',
  'decision',
  'minutes',
  'agenda',
  'other',
];

export const kindText = (t: Words, kind: DocumentKind): string => t(`paper.kind.${kind}`);

/** `draft`, `current` …; what holds stands out. */
export function stateBadge(t: Words, state: Edition['state']): TemplateResult {
  const look = { draft: 'badge-warning', reviewed: 'badge-warning', current: 'badge-good', superseded: '', withdrawn: 'badge-error' }[state];
  return html`<span class="badge ${look}">${state === 'current' ? icon('check', 14) : nothing} ${t(`paper.state.${state}`)}</span>`;
}

/** “Review due in 12 days”, in the server's words; marked once it is due. */
export function reviewNote(review: ReviewState | null): TemplateResult | typeof nothing {
  if (!review) return nothing;
  return html`<span class="paper-review" data-state=${review.state} dir="auto"
    >${review.state === 'later' ? nothing : icon('warning', 14)} ${review.text}</span
  >`;
}

/** What is known of a version in a line: the day from which it holds, who endorsed it. */
export function factsOf(t: Words, app: App, { approvedOn, endorsements, draftedAt, state }: Edition): string[] {
  const said = approvedOn ? [t('paper.approved', { date: approvedOn })] : [];
  if (state === 'draft' || state === 'reviewed') said.push(t('paper.drafted', { date: app.format.date(draftedAt) }));
  return said.concat(
    endorsements.map(({ group, date }) =>
      t('paper.endorsed', { group: group.acronym ?? group.names[app.language] ?? group.names['en'] ?? Object.values(group.names)[0] ?? group.id, date }),
    ),
  );
}

/** The version that a list shows: what holds, else what is being written. */
export const shownEdition = ({ current, open }: Pick<DocumentEntry, 'current' | 'open'>): Edition | null => current ?? open;

/** The day that a reader knows a document by: of the decision, else of the draft. */
const dayOf = ({ current, open }: DocumentEntry): string => current?.approvedOn ?? open?.draftedAt ?? '';

export const latestFirst = (documents: readonly DocumentEntry[]): DocumentEntry[] =>
  documents.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
