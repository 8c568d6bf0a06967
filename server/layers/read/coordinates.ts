/** How cells write coordinates: plain degrees, a decimal comma, degrees with minutes and seconds, lengths of a projection. What is no plain number is told, and read only after a yes. */
import { asciiDigits } from '../../matching/digits.ts';
import { cellText, type Cell } from '../../formats/tables/rawTable.ts';

/** `commas`: a comma is the decimal sign; `degrees`: degrees with minutes. */
export type Notation = 'plain' | 'commas' | 'degrees';

export type Coordinate =
  | { is: 'number'; value: number; notation: Notation; /** What the letter says, where there is one. */ axis: 'lat' | 'lon' | null }
  | { is: 'blank' }
  | { is: 'text'; text: string };

const LETTER = /[NSEWOnsewo]/;
const AXIS: Record<string, { axis: 'lat' | 'lon'; sign: 1 | -1 }> = {
  N: { axis: 'lat', sign: 1 },
  S: { axis: 'lat', sign: -1 },
  E: { axis: 'lon', sign: 1 },
  W: { axis: 'lon', sign: -1 },
  // Ouest, oeste.
  O: { axis: 'lon', sign: -1 },
};
const PLAIN = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;
const COMMA = /^[-+]?\d{1,8},\d+$/;
const PARTS = /^([-+]?)(\d{1,3})\s*[°ºd˚:\s]\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:['’′´m:\s]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″s]|''|’’|′′)?)?)?$/;

/** A cell as a coordinate; what holds no number stays text. */
export function readCoordinate(cell: Cell): Coordinate {
  if (typeof cell === 'number') return { is: 'number', value: cell, notation: 'plain', axis: null };
  const whole = asciiDigits(cellText(cell)).replaceAll('\u2212', '-').replaceAll('\u066b', '.').trim();
  if (whole === '') return { is: 'blank' };
  const letters = whole.match(new RegExp(LETTER, 'g')) ?? [];
  // One letter at either end says the side of the Earth; more are words.
  const letter = letters.length === 1 && (LETTER.test(whole[0]!) || LETTER.test(whole.at(-1)!)) ? letters[0]!.toUpperCase() : null;
  const side = letter ? AXIS[letter]! : null;
  const bare = (letter ? whole.replace(LETTER, '') : whole).trim();
  const sign = side?.sign === -1 ? -1 : 1;
  const number = (value: number, notation: Notation): Coordinate => ({
    is: 'number',
    value: sign === -1 ? -Math.abs(value) : value,
    notation,
    axis: side?.axis ?? null,
  });
  const plain = bare.replace(/\s*[°º˚]$/, '');
  if (PLAIN.test(plain)) return number(Number(plain), 'plain');
  if (COMMA.test(plain)) return number(Number(plain.replace(',', '.')), 'commas');
  const parts = PARTS.exec(bare);
  if (parts) {
    const [, minus, degrees, minutes, seconds = '0'] = parts;
    const [m, s] = [minutes!, seconds].map((text) => Number(text.replace(',', '.'))) as [number, number];
    if (m < 60 && s < 60) return number((minus === '-' ? -1 : 1) * (Number(degrees) + m / 60 + s / 3600), 'degrees');
  }
  return { is: 'text', text: cellText(cell) };
}

/** Latitude and longitude in one cell, in this order, as forms write them (`33.3 44.4 0 0`): or with a comma or semicolon between. null where it holds no two numbers. */
export function readPoint(cell: Cell): [lat: number, lon: number] | null {
  const text = cellText(cell)
    .replace(/^[[(]|[\])]$/g, '')
    .trim();
  const parts = text.split(/\s*[;,\s]\s*/);
  if (parts.length < 2 || parts.length > 4 || !parts.every((part) => PLAIN.test(part))) return null;
  return [Number(parts[0]), Number(parts[1])];
}

/** Cells of two columns as they stand, row by row. */
export interface CoordinateCells {
  x: Float64Array;
  y: Float64Array;
  /** `missing`: nothing there; `unread`: no number. */
  state: ('read' | 'missing' | 'unread')[];
  /** Rows written other than plainly. */
  commas: number[];
  degrees: number[];
}

/** @param read which of the other ways of writing are read as numbers; those of the others are unread */
export function readPairs(lon: readonly Cell[], lat: readonly Cell[], read: { commas: boolean; degrees: boolean }): CoordinateCells {
  const rows = lon.length;
  const cells: CoordinateCells = { x: new Float64Array(rows), y: new Float64Array(rows), state: [], commas: [], degrees: [] };
  for (let row = 0; row < rows; row++) {
    const pair = [readCoordinate(lon[row] ?? null), readCoordinate(lat[row] ?? null)];
    const [x, y] = pair as [Coordinate, Coordinate];
    if (x.is === 'blank' || y.is === 'blank') {
      cells.state.push(x.is === 'blank' && y.is === 'blank' ? 'missing' : 'unread');
      continue;
    }
    if (x.is !== 'number' || y.is !== 'number') {
      cells.state.push('unread');
      continue;
    }
    const notations = [x.notation, y.notation];
    if (notations.includes('commas')) cells.commas.push(row);
    if (notations.includes('degrees')) cells.degrees.push(row);
    const isRead = (!notations.includes('commas') || read.commas) && (!notations.includes('degrees') || read.degrees);
    cells.x[row] = x.value;
    cells.y[row] = y.value;
    cells.state.push(isRead && Number.isFinite(x.value) && Number.isFinite(y.value) ? 'read' : 'unread');
  }
  return cells;
}
