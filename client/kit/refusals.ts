/** Refusals in the reader's language. Pure. */
import type { JobStatus } from '../../server/contract/datasets/dataset.ts';

/** The sentence of a refusal in the reader's language, where the server sent it (`details.texts`), else as it came. */
export function refusalText(detail: string, details: Record<string, unknown> | undefined, language: string): string {
  const texts = details?.['texts'] as Record<string, unknown> | undefined;
  const own = texts?.[language];
  return typeof own === 'string' ? own : detail;
}

/** Why a job failed; `otherwise` where it does not say. */
export const failureOf = ({ error }: JobStatus, language: string, otherwise = ''): string =>
  error ? refusalText(error.detail, error.details, language) : otherwise;
