/** How the columns of a file were read and what people said of it, as a file of the version: shown with its draft, and what the next upload is read by. */
import type { IndicatorAnswers, IndicatorColumnAnswer, LayoutProfile } from '../contract/indicators/columns.ts';
import type { IndicatorData } from '../contract/indicators/data.ts';
import type { NewArtifact } from '../kinds/summary.ts';
import { foldName } from '../matching/fold.ts';

/** The artifact `columns`. */
export interface IndicatorColumnsFile extends Pick<IndicatorData, 'columnsRead' | 'columnQuestions'> {
  spec: 1;
  said: IndicatorAnswers;
  profiles: LayoutProfile[];
}

export function columnsFile(data: Pick<IndicatorData, 'columnsRead' | 'columnQuestions' | 'profiles'>, said: IndicatorAnswers): NewArtifact {
  const { columnsRead, columnQuestions, profiles } = data;
  const file: IndicatorColumnsFile = { spec: 1, columnsRead, columnQuestions, said, profiles };
  return { kind: 'columns', file: 'columns.json', mediaType: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(file)) };
}

export const parseColumnsFile = (bytes: Uint8Array): IndicatorColumnsFile => JSON.parse(Buffer.from(bytes).toString('utf8')) as IndicatorColumnsFile;

/** The later word on a column takes the place of the earlier one. */
export function mergeSaid(earlier: readonly IndicatorColumnAnswer[], later: readonly IndicatorColumnAnswer[]): IndicatorColumnAnswer[] {
  const merged = new Map<string, IndicatorColumnAnswer>();
  for (const answer of [...earlier, ...later]) {
    const key = JSON.stringify([answer.file, answer.sheet, foldName(answer.heading), answer.column]);
    merged.set(key, { ...merged.get(key), ...answer });
  }
  return [...merged.values()];
}
