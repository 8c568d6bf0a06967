/** The address of a map as a QR code of error level M, which paper survives. */
import { encode } from 'uqr';
import { PALETTE } from '../../contract/maps/palette.ts';

export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const d = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="${PALETTE.light.surface}"/><path d="${d}" fill="${PALETTE.light.ink}"/></svg>`;
}
