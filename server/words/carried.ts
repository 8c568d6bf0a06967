/** What became of the rows of a 3W on other boundaries than those they were placed on, in sentences. */
import type { PrintLang } from '../contract/languages.ts';
import type { ToldCarried } from '../contract/presence/presence.ts';
import { say } from './words.ts';

/** Where rows are that were placed on other boundaries than those of the map: nobody moves them in silence. */
export function carriedSentences({ from, to, compared, rows }: ToldCarried, write: (value: number) => string, lang: PrintLang): string[] {
  const versions = { from: `\u2068${from}\u2069`, to: `\u2068${to}\u2069` };
  const unknown = compared ? [] : [say(lang, 'map.summary.notCompared', versions)];
  if (!rows) return [...unknown, say(lang, 'map.summary.carriedTold', versions)];
  const { exact, near, possible, notPlaced } = rows;
  const numbers = {
    exact: write(exact),
    near: write(near),
    possible: write(possible),
    notPlaced: write(notPlaced),
    all: write(exact + near + possible + notPlaced),
  };
  return [...unknown, say(lang, 'map.summary.carried', { ...versions, ...numbers }), ...(possible > 0 ? [say(lang, 'map.summary.split')] : [])];
}
