/** A place written as two numbers, as people copy it from a GPS, a message or a map: which numbers, and which of them is the latitude. Pure. */
import { unroll, type Bbox } from '../../map/camera.ts';

export interface Place {
  lat: number;
  lon: number;
}

/** `stated`: letters or words say which is which. `open`: two numbers in an order that nobody states. */
export type Coordinates = ({ is: 'stated' } & Place) | { is: 'open'; first: number; second: number };

/** A place and how the numbers were read. */
export interface Reading extends Place {
  order: 'stated' | 'lat-first' | 'lon-first';
}

/** Zeros of the digits of scripts that names of places are written in; nine more follow each. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x1040, 0x17e0, 0xff10];
const SIGNS: [RegExp, string][] = [
  // Marks of direction come along from pages that run from the right.
  [/[\p{Cf}]/gu, ''],
  [/[−–—‐‑﹣－]/g, '-'],
  [/٫/g, '.'],
  [/[،，]/g, ','],
  [/؛/g, ';'],
  [/[º˚]|(?<=\d)\s*deg\b\.?/gi, '°'],
  [/''|′′|’’|[″”“ʺ]/g, '"'],
  [/[′’‘ʹ´`]/g, "'"],
  [/^geo:/i, ''],
  [/\blat(?:itud?e?)?\b\.?\s*[:=]?/gi, ' Y '],
  [/\b(?:lon(?:g(?:itud?e?)?)?|lng)\b\.?\s*[:=]?/gi, ' X '],
  // Of ouest and oeste; no language that reads this has its east with it.
  [/(?<!\p{L})o(?!\p{L})/giu, 'W'],
];
/** What stands for an axis: letters of the sky, and the words latitude and longitude. */
const AXIS: Record<string, { axis: 'lat' | 'lon'; sign: 1 | -1; letter: boolean }> = {
  N: { axis: 'lat', sign: 1, letter: true },
  S: { axis: 'lat', sign: -1, letter: true },
  Y: { axis: 'lat', sign: 1, letter: false },
  E: { axis: 'lon', sign: 1, letter: true },
  W: { axis: 'lon', sign: -1, letter: true },
  X: { axis: 'lon', sign: 1, letter: false },
};

/** In the order of `place.words`. */
const MEANT = ['N', 'S', 'E', 'W', ' Y ', ' X '];

/**
 * Two coordinates, or null where the text is something else: a name, a code, a single number.
 * @param words what the reader's language calls north, south, east, west, latitude and longitude, with `|` between them; each may go on
 */
export function parseCoordinates(text: string, words = ''): Coordinates | null {
  const spoken = words.split('|').map((word, i): [RegExp, string] => [new RegExp(`(?<!\\p{L})${word}[\\p{L}\\p{M}]*\\s*[:=]?`, 'giu'), MEANT[i] ?? '']);
  const said = [...(words ? spoken : []), ...SIGNS]
    .reduce((all, [from, to]) => all.replace(from, to), toDigits(text))
    .replace(/^[\s()[\]{}]+|[\s()[\]{}]+$/g, '')
    .replace(/\b([nsew])\b|(?<=[\d°'"])\s*([nsew])(?![a-z])/gi, (_, a?: string, b?: string) => (a ?? b ?? '').toUpperCase());
  if (!/\d/.test(said) || !/^[\d\s.,;/°'"NSEWXY+-]+$/.test(said)) return null;
  const marks = [...said.matchAll(/[NSEWXY]/g)];
  if (marks.length > 0) return marks.length === 2 ? toStated(said, marks as [RegExpExecArray, RegExpExecArray]) : null;
  const parts = /[°'"]/.test(said) ? splitDegrees(said) : splitNumbers(said);
  if (!parts) return null;
  const [first, second] = parts.map(toDegrees) as [number | null, number | null];
  if (first === null || second === null) return null;
  return fits({ lat: first, lon: second }) || fits({ lat: second, lon: first }) ? { is: 'open', first, second } : null;
}

/** How `coordinates` can be meant of a country: every order whose place lies in its extent. None where both lie outside. */
export function readingsOf(coordinates: Coordinates, extent: Bbox): Reading[] {
  return possible(coordinates).filter((place) => isWithin(place, extent));
}

/** Every order in which the numbers are a place on Earth. */
export function possible(coordinates: Coordinates): Reading[] {
  if (coordinates.is === 'stated') return [{ lat: coordinates.lat, lon: turn(coordinates.lon), order: 'stated' }];
  const { first, second } = coordinates;
  const both: Reading[] = [
    { lat: first, lon: turn(second), order: 'lat-first' },
    { lat: second, lon: turn(first), order: 'lon-first' },
  ];
  return both.filter(
    (place, i) => fits(i === 0 ? { lat: first, lon: second } : { lat: second, lon: first }) && (i === 0 || first !== second || place.lat !== first),
  );
}

const fits = ({ lat, lon }: Place): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 360;
const turn = (lon: number): number => (lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon);

/** A place on the coast is rounded into the sea: some 100 m of it belong to the country. */
const ROUNDED = 0.001;

function isWithin({ lat, lon }: Place, extent: Bbox): boolean {
  const [west, south, east, north] = unroll(extent);
  const turned = [lon, lon + 360];
  return lat >= south - ROUNDED && lat <= north + ROUNDED && turned.some((at) => at >= west - ROUNDED && at <= east + ROUNDED);
}

const toDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    const zero = ZEROS.find((zero) => code >= zero && code < zero + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/** Each half holds one mark, before its numbers or after them. */
function toStated(said: string, [one, two]: [RegExpExecArray, RegExpExecArray]): Coordinates | null {
  const at = one.index === 0 || /^[\s]*$/.test(said.slice(0, one.index)) ? two.index : one.index + 1;
  const place: Partial<Place> = {};
  for (const [mark, half] of [
    [one[0], said.slice(0, at)],
    [two[0], said.slice(at)],
  ] as const) {
    const { axis, sign, letter } = AXIS[mark]!;
    const degrees = toDegrees(half.replace(mark, ' '));
    // A letter says the side; a sign beside it would say it twice, or against it.
    if (degrees === null || place[axis] !== undefined || (letter && degrees < 0)) return null;
    place[axis] = sign * degrees;
  }
  const { lat, lon } = place;
  return lat !== undefined && lon !== undefined && fits({ lat, lon }) ? { is: 'stated', lat, lon } : null;
}

/** `0°20'51" 32°34'57"`: the second begins with the number before its own degrees. */
function splitDegrees(said: string): [string, string] | null {
  const found = /^(.*?°.*?)([+-]?\d+(?:[.,]\d+)?\s*°.*)$/.exec(said);
  return found ? [found[1]!, found[2]!] : null;
}

/**
 * Two numbers without marks. With a point anywhere commas stand between numbers; otherwise a comma is a decimal one where only that makes two
 * numbers: `0,3476 32,5825`, `0,3476; 32,5825`, `0,3476,32,5825`, but not `1,2,3`.
 */
function splitNumbers(said: string): [string, string] | null {
  const clean = said.replace(/^[\s,;/]+|[\s,;/]+$/g, '');
  const halves = (parts: string[]): [string, string] | null => (parts.length === 2 ? (parts as [string, string]) : null);
  if (/[;/]/.test(clean)) return halves(clean.split(/\s*[;/]\s*/));
  if (clean.includes('.')) return halves(clean.split(/\s*,\s*|\s+/));
  const words = clean.split(/\s+/).filter((word) => word !== ',');
  // Two whole numbers without anything between them are as likely a code.
  if (words.length === 2) return /,/.test(clean) ? halves(words.map((word) => word.replace(/^,|,$/g, ''))) : null;
  const whole = clean.split(',');
  if (words.length !== 1) return null;
  return whole.length === 4 ? [`${whole[0]},${whole[1]}`, `${whole[2]},${whole[3]}`] : halves(whole);
}

/** One coordinate in degrees: one number, or two or three of which the later are minutes and seconds below 60. */
function toDegrees(part: string): number | null {
  const clean = part.trim().replace(/^[\s,;/]+|[\s,;/]+$/g, '');
  const found = /^([+-]?)\s*(\d+(?:[.,]\d+)?)\s*°?(?:\s*(\d+(?:[.,]\d+)?)\s*'?(?:\s*(\d+(?:[.,]\d+)?)\s*"?)?)?$/.exec(clean);
  if (!found) return null;
  const [, sign, ...numbers] = found;
  const [degrees, minutes = 0, seconds = 0] = numbers.map((number) => (number === undefined ? undefined : Number(number.replace(',', '.')))) as [
    number,
    number?,
    number?,
  ];
  const broken = (numbers[1] !== undefined && /[.,]/.test(numbers[0]!)) || (numbers[2] !== undefined && /[.,]/.test(numbers[1]!));
  if (broken || minutes >= 60 || seconds >= 60) return null;
  return (sign === '-' ? -1 : 1) * (degrees + minutes / 60 + seconds / 3600);
}
