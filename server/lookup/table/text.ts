/** The bytes of a CSV as text: by its byte order mark, as UTF-8, else as the likeliest code page of one byte. Pure; the same in a browser. */

export interface DecodedTable {
  text: string;
  /** A mark goes before what is written: it was there, or the file was in another encoding and a spreadsheet program must know. */
  bom: boolean;
  encoding: string;
}

/** Arabic letters of windows-1256 are bytes above 0xC0 in runs; in Latin text accented letters stand alone between others. */
const looksArabic = (bytes: Uint8Array): boolean => {
  let [pairs, alone] = [0, 0];
  for (let i = 0; i + 1 < bytes.length && i < 1 << 20; i++) {
    if (bytes[i]! < 0xc0) continue;
    if (bytes[i + 1]! >= 0xc0) pairs++;
    else alone++;
  }
  return pairs > 2 * alone;
};

export function decodeTable(bytes: Uint8Array): DecodedTable {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), bom: true, encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), bom: true, encoding: 'utf-16be' };
  const bom = a === 0xef && b === 0xbb && c === 0xbf;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bom, encoding: 'utf-8' };
  } catch {
    const encoding = looksArabic(bytes) ? 'windows-1256' : 'windows-1252';
    return { text: new TextDecoder(encoding).decode(bytes), bom: true, encoding };
  }
}
