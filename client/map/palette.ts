/** The colours that apply to an element now: those of the palette, which the style sheets were made from, and what a page has set of them. */
import { PALETTE, propertyOf, type Palette, type Token } from '../../server/contract/maps/palette.ts';

export type { Palette };

/** A colour that the page does not say (a widget in a foreign page) keeps its light value. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (Object.entries(PALETTE.light) as [Token, string][]).map(([token, light]) => [token, style.getPropertyValue(propertyOf(token)).trim() || light]);
  return Object.fromEntries(read) as Palette;
}
