/** What an indicator that was read is called before the list names it. Pure. */
import { ALL_SECTORS } from '../contract/indicators/indicators.ts';
import { LANGS } from '../contract/languages.ts';
import { isWord, say } from '../words/words.ts';

/** By language: what is counted, and of which sector. */
export function indicatorTitle(concept: string, sector: string | null): Record<string, string> {
  const id = `indicator.concept.${concept}`;
  return Object.fromEntries(
    LANGS.map((lang) => {
      const name = isWord(id) ? say(lang, id) : concept;
      if (sector === null) return [lang, name];
      const own = `sector.${sector}`;
      const all = 'indicator.sector.ALL';
      const named = sector === ALL_SECTORS && isWord(all) ? say(lang, all) : isWord(own) ? say(lang, own) : sector;
      return [lang, `${name}: ${named}`];
    }),
  );
}
