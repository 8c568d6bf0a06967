/** Names of the checks, by catalogue id. */
import type { Lang } from '../contract/languages.ts';
import { isWord, say } from './words.ts';

/** A stored report may name a check that is no more: its own English label is the fallback. */
export function checkLabel({ check, label }: { check: string; label: string }, lang: Lang): string {
  const id = `check.${check}`;
  return isWord(id) ? say(lang, id) : label;
}
