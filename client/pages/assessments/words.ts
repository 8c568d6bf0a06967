/** What the page of assessments says. Pure. */
import type assessmentMessages from '../../../server/words/en/interface/assessments/page.ts';
import type entryMessages from '../../../server/words/en/interface/assessments/entry.ts';
import type importMessages from '../../../server/words/en/interface/assessments/import.ts';
import type codeMessages from '../../../server/words/en/interface/codes.ts';
import type columnMessages from '../../../server/words/en/interface/columns.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type sharingMessages from '../../../server/words/en/interface/workgroup/sharing.ts';
import type { Access, Assessment, ArtifactKind, Population, Representative, Status } from '../../../server/contract/assessments/assessments.ts';
import type { Translate } from '../../i18n/translate.ts';
import { textIn } from '../../kit/workgroup/names.ts';

export type AssessmentKey =
  | keyof typeof assessmentMessages
  | keyof typeof entryMessages
  | keyof typeof importMessages
  | keyof typeof codeMessages
  | keyof typeof columnMessages
  | keyof typeof sharingMessages
  | keyof typeof commonMessages;
export type Words = Translate<AssessmentKey>;

/** In the order in which an assessment passes through them, as the server has it (server/contract/assessments). */
export const STATUSES = [
  'planned',
  'ongoing',
  'fieldwork-completed',
  'preliminary',
  'report-completed',
  'postponed',
  'cancelled',
] as const satisfies readonly Status[];
export const POPULATIONS = [
  'all-affected',
  'non-displaced',
  'IDP',
  'RET',
  'RDP',
  'REF',
  'ASY',
  'OIP',
  'HST',
  'STA',
  'MIG',
  'OOC',
] as const satisfies readonly Population[];
export const REPRESENTATIVE = ['0', '1', '2', '3', '4', '5', 'other', 'none'] as const satisfies readonly Representative[];
export const ARTIFACTS = ['report', 'questionnaire', 'data-clean', 'data-raw', 'analysis'] as const satisfies readonly ArtifactKind[];
export const ACCESSES = ['public', 'on-request', 'members', 'not-available', 'not-applicable'] as const satisfies readonly Access[];
/** Codes of data/sectors.csv that assessments are about. */
export const SECTORS = [
  'CCM',
  'EDU',
  'ERY',
  'FSC',
  'AGR',
  'HEA',
  'LOG',
  'NUT',
  'PRO',
  'PRO-CPN',
  'PRO-GBV',
  'PRO-HLP',
  'PRO-MIN',
  'SHL',
  'TEL',
  'WSH',
  'MPC',
  'MS',
  'REF',
  'OTH',
] as const;

const isKnown = (code: string): code is (typeof SECTORS)[number] => (SECTORS as readonly string[]).includes(code);

/** A sector by its name; one that is in no list by its code. */
export const sectorText = (t: Words, code: string): string => (isKnown(code) ? t(`sector.${code}`) : code);

export const titleOf = ({ title }: Pick<Assessment, 'title'>, language: string): string => textIn(title, language);

/** Names of those who lead, with commas between. */
export const leadText = ({ leads }: Pick<Assessment, 'leads'>): string => leads.map(({ name }) => name).join(', ');

/** First and last day of the collection, as planned where it has not begun; nulls where nobody said. */
export const windowOf = ({ collectionStart, plannedStart, collectionEnd }: Pick<Assessment, 'collectionStart' | 'plannedStart' | 'collectionEnd'>) => ({
  start: collectionStart ?? plannedStart ?? collectionEnd,
  end: collectionEnd,
});
