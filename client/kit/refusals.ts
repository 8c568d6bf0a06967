/** Refusals in the reader's language. Pure. */
/** The sentence of a refusal in the reader's language, where the server sent it (`details.texts`), else as it came. */
export function refusalText(detail: string, details: Record<string, unknown> | undefined, language: string): string {
  const texts = details?.['texts'] as Record<string, unknown> | undefined;
  const own = texts?.[language];
  return typeof own === 'string' ? own : detail;
}
