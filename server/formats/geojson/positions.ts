/** The hot loop of reading GeoJSON: lists of positions, bytes to numbers. */
import { InputError } from '../../errors.ts';
import type { GeometryWriter } from '../builder.ts';
import type { JsonReader } from './json.ts';

/** 10^0 … 10^22 are exact, so one division gives the nearest double as long as the digits themselves are exact (up to 15 of them). */
const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** A position that fits into this many bytes is read without asking at each byte whether the window ends. */
const POSITION_BYTES = 256;
const MAX_POSITION_BYTES = 1 << 16;

/**
 * Reads positions into `geometry`: one position, or all of a list and its `]`. The reader stands behind the `[` of the first position.
 * The third and later ordinates are left out; answers true if there were any.
 * Numbers equal those of JSON.parse up to 15 significant digits, and to within 2 units in the last place beyond.
 */
export function readPositions(reader: JsonReader, geometry: GeometryWriter, list: boolean): boolean {
  let hasZ = false;
  let vertex = geometry.vertices;
  let coords = geometry.coords;
  let window: Uint8Array = reader.window;
  let need = POSITION_BYTES;
  for (;;) {
    if (reader.length - reader.position < need && reader.refill()) {
      window = reader.window;
      continue;
    }
    if (2 * vertex + 2 > coords.length) {
      geometry.grow();
      coords = geometry.coords;
    }
    const start = reader.position;
    let at = start;
    let byte = 0;
    let ordinate = 0;
    for (; ; ordinate++) {
      byte = window[at]!;
      while (byte === 32 || byte === 10 || byte === 13 || byte === 9) byte = window[++at]!;
      const numberStart = at;
      const negative = byte === 45;
      if (negative) byte = window[++at]!;
      let digits = 0;
      const firstDigit = at;
      while (byte >= 48 && byte <= 57) {
        digits = digits * 10 + (byte - 48);
        byte = window[++at]!;
      }
      let decimals = 0;
      let count = at - firstDigit;
      if (byte === 46) {
        byte = window[++at]!;
        const firstDecimal = at;
        while (byte >= 48 && byte <= 57) {
          digits = digits * 10 + (byte - 48);
          byte = window[++at]!;
        }
        decimals = at - firstDecimal;
        count += decimals;
      }
      let value: number;
      if (count > 21 || byte === 101 || byte === 69) {
        while ((byte >= 48 && byte <= 57) || byte === 101 || byte === 69 || byte === 43 || byte === 45) byte = window[++at]!;
        value = Number(reader.window.toString('latin1', numberStart, at));
      } else {
        value = digits / POWERS[decimals]!;
        if (negative) value = -value;
        if (count === 0) value = Number.NaN;
      }
      // x − x is 0 for every finite number and NaN for NaN and both infinities.
      if (value - value !== 0 && at < reader.length) byte = window[(at = skipNoValue(reader, at, ordinate, numberStart))]!;
      if (at >= reader.length) break;
      if (ordinate < 2) coords[2 * vertex + ordinate] = value;
      while (byte === 32 || byte === 10 || byte === 13 || byte === 9) byte = window[++at]!;
      if (byte !== 44) break;
      at++;
    }
    if (at < reader.length && byte !== 93) failAt(reader, at, 'a comma or the end of a position was expected');
    // Between this position and the next: `],[` or `]]`.
    let next = 0;
    if (at < reader.length) {
      at++;
      if (!list) next = 1;
      else {
        byte = window[at]!;
        while (byte === 32 || byte === 10 || byte === 13 || byte === 9) byte = window[++at]!;
        if (byte === 93) next = 1;
        else if (byte === 44) {
          byte = window[++at]!;
          while (byte === 32 || byte === 10 || byte === 13 || byte === 9) byte = window[++at]!;
          next = 2;
        }
      }
    }
    if (at >= reader.length && !(next === 1 && !list)) {
      // The window ended inside the position (long white space, many digits): read on and begin it again.
      need = reader.length - start + POSITION_BYTES;
      if (need > MAX_POSITION_BYTES) reader.fail('a position was expected');
      if (!reader.refill()) {
        reader.position = reader.length;
        reader.fail('a position was expected');
      }
      window = reader.window;
      continue;
    }
    if (ordinate === 0) failAt(reader, start, 'a position of two numbers was expected');
    if (ordinate > 1) hasZ = true;
    need = POSITION_BYTES;
    vertex++;
    if (next === 1) {
      reader.position = list ? at + 1 : at;
      break;
    }
    reader.position = at;
    if (next === 0) reader.fail('a comma or the end of the positions was expected');
    if (byte !== 91) reader.fail('a position was expected');
    reader.position = at + 1;
  }
  geometry.vertices = vertex;
  return hasZ;
}

/**
 * Where the word ends that stands for a missing ordinate, as writers spell it: null, NaN, Infinity. Only ordinates that are left out may lack
 * one (RFC 7946 §3.1.1). A word at the end of the window may be cut off: then the end of the window, and the position is read again.
 */
function skipNoValue(reader: JsonReader, at: number, ordinate: number, numberStart: number): number {
  const { window, length } = reader;
  let end = at;
  for (let byte = window[end]! | 32; byte >= 97 && byte <= 122; byte = window[end]! | 32) end++;
  if (end >= length) return length;
  if (ordinate < 2 || end - at > 8 || !/^(null|nan|inf|infinity)$/i.test(window.toString('latin1', at, end))) failNumber(reader, numberStart);
  return end;
}

function failAt(reader: JsonReader, at: number, expected: string): never {
  reader.position = at;
  reader.fail(expected);
}

function failNumber(reader: JsonReader, at: number): never {
  reader.position = at;
  throw new InputError(
    'geojson.coordinates',
    `A coordinate at byte ${reader.bytePosition} is not a finite number (it starts with ${JSON.stringify(reader.window.toString('latin1', at, Math.min(at + 12, reader.length)))}). Repair or remove that feature in the source and export it again.`,
    { details: { byte: reader.bytePosition } },
  );
}
