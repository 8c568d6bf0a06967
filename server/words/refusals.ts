/** Why a table is refused: what the file is, and what to do. The error carries the sentence in every language; who shows it chooses. */
import { InputError } from '../errors.ts';
import { sayAll, type Under } from './words.ts';

/** An InputError with its English sentence; `details.texts` holds the sentence in each language. */
export function refuse(code: string, reason: Under<'refusal'>, params: { file: string } & Record<string, string | number>, cause?: unknown): InputError {
  const texts = sayAll(`refusal.${reason}`, params);
  return new InputError(code, texts.en, { cause, details: { texts } });
}
