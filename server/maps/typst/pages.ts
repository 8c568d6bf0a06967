/** One page of a sheet, of the picture of all. Pure. */
import { PALETTE } from '../../contract/maps/palette.ts';

/**
 * The window of a page: they stand below each other in one picture, all of one size. The ground of each is painted where that of the first is, over
 * whatever the first page shows, so one is left, below all.
 */
export function pageOf(svg: string, page: number, pages: number): string {
  if (pages === 1) return svg;
  let [wide, tall] = ['', 0];
  const window = svg.replace(/viewBox="0 0 ([\d.]+) ([\d.]+)" width="[\d.]+pt" height="[\d.]+pt"/, (_, width: string, height: string) => {
    [wide, tall] = [width, Number(height) / pages];
    return `viewBox="0 ${tall * (page - 1)} ${width} ${tall}" width="${width}pt" height="${tall}pt"`;
  });
  const isPage = (height: string, width: string) => Math.abs(Number(height) - tall) < 0.01 && Math.abs(Number(width) - Number(wide)) < 0.01;
  return window
    .replace(
      /<path class="typst-shape" fill="[^"]*" fill-rule="nonzero" d="M 0 0v ([\d.]+) h ([\d.]+) v -[\d.]+ Z "\/>/g,
      (path, height: string, width: string) => (isPage(height, width) ? '' : path),
    )
    .replace(/(<svg [^>]*>)/, `$1<rect width="100%" height="100%" y="${tall * (page - 1)}" fill="${PALETTE.light.surface}"/>`);
}
