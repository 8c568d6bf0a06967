/** What a publisher says of a map: the general form, and a note for each place in view that it has a text for. */
import type { DisclaimerKey, DisclaimersAnswer, PublisherFile } from '../contract/maps/disclaimers.ts';
import { PRINT_LANGS, type PrintLang } from '../contract/languages.ts';
import type { Box } from '../geometry/box.ts';
import { languageOf, say } from '../words/words.ts';
import { placesIn } from './areas.ts';
import type { Publisher } from './publishers.ts';

export interface Disclaimers extends DisclaimersAnswer {}
export type Form = 'short' | 'long';

/** @param box what is drawn, in degrees; null of what shows no place */
export function disclaimersOf({ name, general, notes, nearest }: Publisher, box: Box | null, lang: PrintLang, form: Form = 'short'): Disclaimers {
  const own = (form === 'long' && general.long?.[lang]) || general.short[lang];
  const chosen = own ? { text: own, lang } : (choose(form === 'long' ? general.long : undefined, lang, nearest) ?? choose(general.short, lang, nearest)!);
  const places = box ? placesIn(box) : [];
  const said = places.flatMap((key): Disclaimers['notes'] => {
    const text = choose(notes[key], lang, nearest);
    return text ? [{ key, ...text }] : [];
  });
  return { publisher: name, notes: [{ key: 'general', ...chosen }, ...said], unsaid: places.filter((key) => !notes[key]) };
}

/** In the language, in the nearest in which something was published, in English, in any. */
function choose(texts: PublisherFile['general']['long'], lang: PrintLang, nearest: Publisher['nearest']): { text: string; lang: PrintLang } | null {
  const found = [lang, nearest[lang], 'en' as const, ...PRINT_LANGS].find((each) => each && texts?.[each]);
  return found ? { text: texts![found]!, lang: found } : null;
}

/** The same as lines to print; the first of another language says which one it is. */
export function disclaimerLines(publisher: Publisher, box: Box | null, lang: PrintLang, form: Form = 'short'): string[] {
  let isSaid = false;
  return disclaimersOf(publisher, box, lang, form).notes.map(({ text, lang: own }) => {
    if (own === lang || isSaid) return text;
    isSaid = true;
    const language = new Intl.DisplayNames([languageOf(lang).locale], { type: 'language' }).of(own)!;
    return `${say(lang, 'disclaimer.elsewhere', { language })} ${text}`;
  });
}

/** Places in view that the publisher has no text for: for whoever makes the map. */
export const unsaidIn = ({ notes }: Publisher, box: Box): DisclaimerKey[] => placesIn(box).filter((key) => !notes[key]);

/** The general form alone, for pages without a map of one extent. */
export const disclaimIn =
  (publisher: Publisher): Disclaim =>
  (lang) =>
    disclaimerLines(publisher, null, lang).join(' ');
export type Disclaim = (lang: PrintLang) => string;
