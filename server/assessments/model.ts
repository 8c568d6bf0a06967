/** An assessment as it is kept, and what is told of its dates, names and bodies. Pure. */
import type { AssessmentFields, ENTERED, Question, RecordState } from '../contract/assessments/assessments.ts';
import type { Body } from '../contract/assessments/assessments.ts';
import type { Scope } from '../contract/groups/groups.ts';
import { foldName } from '../matching/fold.ts';
import { isSameBody, PROPOSE_SCORE } from '../matching/organisations.ts';
import { editSimilarity } from '../matching/similarity.ts';

export interface StoredAssessment extends AssessmentFields {
  id: string;
  scope: Scope;
  state: RecordState;
  entered: (typeof ENTERED)[number];
  /** As histories name them. */
  enteredBy: string | null;
  /** Account of it. */
  account: string | null;
  questions: Question[];
  /** Answers that were given, by the id of the question. */
  answers: Record<string, string>;
  /** Raised by whatever a calendar must learn. */
  sequence: number;
  createdAt: string;
  updatedAt: string;
}

export interface Window {
  start: string;
  end: string;
}

/** First and last day of the collection, as planned where it has not begun; null where nobody said. */
export function windowOf({
  collectionStart,
  collectionEnd,
  plannedStart,
}: Pick<AssessmentFields, 'collectionStart' | 'collectionEnd' | 'plannedStart'>): Window | null {
  const start = collectionStart ?? plannedStart ?? collectionEnd;
  if (start === null) return null;
  return { start, end: collectionEnd !== null && collectionEnd >= start ? collectionEnd : start };
}

/** In this language, else in English, else in the first it has. */
export const titleIn = ({ title }: Pick<AssessmentFields, 'title'>, lang: string): string => title[lang] ?? title['en'] ?? Object.values(title)[0] ?? '';

/** "Humanity & Inclusion" and "Humanity and Inclusion". */
const AND = new Set(['and', 'et', 'y', 'e', 'i', 'و']);
const sorted = (text: string, isBare: boolean): string =>
  foldName(text)
    .split(' ')
    .filter((word) => !isBare || !AND.has(word))
    .toSorted()
    .join(' ');

/** By the register where both are in it; else by their names, in whatever spelling of the same. */
export function isSameOrganisation(a: Body, b: Body): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id;
  return isSameBody(a.name, b.name) || [true, false].some((isBare) => editSimilarity(sorted(a.name, isBare), sorted(b.name, isBare)) >= PROPOSE_SCORE);
}

/** Whether one organisation leads both. */
export const shareLead = (a: Pick<AssessmentFields, 'leads'>, b: Pick<AssessmentFields, 'leads'>): boolean =>
  a.leads.some((one) => b.leads.some((other) => isSameOrganisation(one, other)));

/** Names of those who lead, with commas between. */
export const leadsOf = ({ leads }: Pick<AssessmentFields, 'leads'>): string => leads.map(({ name }) => name).join(', ');

/** A code stands for those below it: PRO for PRO-CPN. */
export const holdsSector = (asked: string, sector: string): boolean => sector === asked || sector.startsWith(`${asked}-`);
