/** How large a painted picture may be. A picture as text (SVG) has no pixels: who needs a larger one takes that. */
import type { PictureQuery } from '../../contract/maps/map.ts';
import type { PaintedQuery } from '../../contract/maps/sheets.ts';
import { InputError } from '../../errors.ts';

/** A4 at 300 dots an inch for everybody, A3 for members: four bytes a pixel while it is painted, 35 and 70 MB. */
export const MOST_PIXELS = { stranger: 3508 * 2480, member: 4961 * 3508 } as const;

/** The size that other sites ask for when they preview a link. */
export const SOCIAL = { width: 1200, height: 630 };

export const pixelsOf = ({ width = SOCIAL.width, height = SOCIAL.height, scale = 1 }: PictureQuery): number =>
  Math.round(width * scale) * Math.round(height * scale);

/** Of a sheet that is painted: A4 or A3 at its dots an inch. */
export const sheetPixels = ({ paper, dpi = '150' }: Pick<PaintedQuery, 'paper' | 'dpi'>): number => {
  const a4 = dpi === '300' ? MOST_PIXELS.stranger : Math.round(MOST_PIXELS.stranger / 4);
  return paper === 'A3' ? 2 * a4 : a4;
};

/** @throws InputError `picture.too-large` */
export function refuseLarge(query: PictureQuery, isMember: boolean): void {
  refusePixels(pixelsOf(query), isMember);
}

/** A3 at 300 dots an inch is for members. @throws InputError `picture.too-large` */
export function refuseLargeSheet(query: PaintedQuery, isMember: boolean): void {
  refusePixels(sheetPixels(query), isMember);
}

function refusePixels(pixels: number, isMember: boolean): void {
  if (pixels <= MOST_PIXELS[isMember ? 'member' : 'stranger']) return;
  const million = (n: number) => `${(n / 1e6).toFixed(1)} million pixels`;
  const most = isMember
    ? `At most ${million(MOST_PIXELS.member)} are drawn (A3 at 300 dpi).`
    : `At most ${million(MOST_PIXELS.stranger)} are drawn (A4 at 300 dpi), for members ${million(MOST_PIXELS.member)} (A3).`;
  throw new InputError(
    'picture.too-large',
    `The picture would have ${million(pixels)}. ${most} Ask for a smaller one, or use the SVG, which prints at any size.`,
  );
}
