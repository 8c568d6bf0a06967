/** What of its layers a map does not show, in words. */
import type { PrintLang } from '../../contract/languages.ts';
import { say } from '../../words/words.ts';
import { overlayTitle, type MapOverlays } from './overlay.ts';

/** What is not on the map though it belongs there, layer by layer. */
export function overlayNotes({ shown, closed }: MapOverlays, left: readonly number[], lang: PrintLang): string[] {
  const notes = shown.flatMap(({ summary }, at) => {
    const title = `\u2068${overlayTitle(summary, lang)}\u2069`;
    const many = left[at] ?? 0;
    return many > 0 ? [say(lang, 'picture.layer.left', { title, n: many })] : [];
  });
  return [...notes, ...closedNotes(closed, lang)];
}

export const closedNotes = (closed: MapOverlays['closed'], lang: PrintLang): string[] =>
  closed.map(({ why, title }) =>
    title === null || why === 'unknown'
      ? say(lang, 'picture.layer.closed.unknown')
      : say(lang, `picture.layer.closed.${why}`, { title: `\u2068${title}\u2069` }),
  );

/** Small maps and tables are drawn without layers. */
export const smallNotes = ({ overlays }: { overlays: MapOverlays }, lang: PrintLang): string[] => [
  ...(overlays.shown.length > 0 ? [say(lang, 'picture.layer.small')] : []),
  ...closedNotes(overlays.closed, lang),
];
