/** P-codes that tables spoiled: small letters, blanks, delimiters, zeros lost to a number, ISO3 for ISO2. */
import type { Iso3 } from '../../../contract/ids.ts';
import { iso2Of } from '../../../matching/countries.ts';

/** Siblings of one width. */
const ONE_WIDTH = 0.9;

/** As P-codes are written: capitals and digits alone. */
export const plainCode = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** The code in its plain spelling, where that is a code that others use; null where it is plain already or nobody does. */
export function respelled(code: string, isUsed: (code: string) => boolean): string | null {
  const plain = plainCode(code);
  return plain !== code && plain !== '' && isUsed(plain) ? plain : null;
}

/** Width that nearly all of the codes have; null where there is none. */
export function widthOf(codes: string[]): number | null {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code.length, (counts.get(code.length) ?? 0) + 1);
  const [most] = [...counts].sort((p, q) => q[1] - p[1]);
  return most && codes.length > 1 && most[1] >= ONE_WIDTH * codes.length ? most[0] : null;
}

/** A number that was a code: zeros are put back in front until it has the width of its siblings. Only where the result begins with the code of the unit above, or is used elsewhere. */
export function withZeros(code: string, width: number, above: readonly string[], isUsed: (code: string) => boolean): string | null {
  const isWritten = /^\d+$/.test(code);
  const digits = isWritten ? code : writtenOut(code);
  if (digits === null || digits.length > width) return null;
  const full = digits.padStart(width, '0');
  if (full === code) return null;
  // A power of ten may have lost digits at its end: then only who has the very code tells.
  return isUsed(full) || (isWritten && above.some((one) => one.length > 0 && one.length < width && full.startsWith(one))) ? full : null;
}

/** 1.01E+05 as 101000; null where it is no such number. */
function writtenOut(code: string): string | null {
  if (!/^\d+(?:\.\d+)?e\+?\d{1,2}$/i.test(code)) return null;
  const value = Number(code);
  return Number.isSafeInteger(value) ? String(value) : null;
}

/** ISO2 of a country all of whose codes begin with its ISO3 instead; null where that is not so. */
export function longPrefix(codes: string[], country: Iso3): string | null {
  const iso2 = iso2Of(country);
  if (!iso2 || codes.length === 0) return null;
  return codes.every((code) => code.toUpperCase().startsWith(country) && /^\d*$/.test(code.slice(3))) ? iso2 : null;
}
