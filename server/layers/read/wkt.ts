/** Well-known text (OGC 06-103r4 §7) of points, lines and areas into flat arrays; what is none of these is left out. */
import { GEOMETRY_KIND, type GeometryColumn } from '../../contract/admin.ts';
import { asText } from '../../formats/reader.ts';

const HEAD = /^\s*(?:SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)\s*(?:Z|M|ZM)?\s*(?=\()/i;
const KIND = { POINT: GEOMETRY_KIND.point, LINESTRING: GEOMETRY_KIND.line, POLYGON: GEOMETRY_KIND.polygon } as const;
/** Longer texts are no cell that a person made. */
const MOST = 20_000_000;

/** Whether a text begins as one. */
export const looksLikeWkt = (text: string): boolean => HEAD.test(text.slice(0, 80));

type Ring = number[];

/** Parts of a geometry, each of rings; null where the text is none that can be read. */
export function parseWkt(text: string): { kind: 1 | 2 | 3; parts: Ring[][] } | null {
  const head = HEAD.exec(text);
  if (!head || text.length > MOST) return null;
  const type = head[2]!.toUpperCase() as keyof typeof KIND;
  const kind = KIND[type];
  const body = text.slice(head[0].length).trim();
  // Points, lines and areas nest 1, 1 and 2 deep, with MULTI one deeper.
  const depth = (type === 'POLYGON' ? 2 : 1) + (head[1] ? 1 : 0);
  const rings = ringsOf(body, depth);
  if (!rings || rings.length === 0) return null;
  if (kind === GEOMETRY_KIND.point) return { kind, parts: rings.flatMap(({ ring }) => pointsOf(ring).map((point) => [point])) };
  if (kind === GEOMETRY_KIND.line) return { kind, parts: rings.map(({ ring }) => [ring]) };
  const parts: Ring[][] = [];
  for (const { ring, part } of rings) (parts[part] ??= []).push(closed(ring));
  return { kind, parts: parts.filter((part) => part.length > 0 && part[0]!.length >= 8) };
}

const pointsOf = (ring: Ring): Ring[] => Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]);

function closed(ring: Ring): Ring {
  const [x, y] = [ring[0]!, ring[1]!];
  return ring.at(-2) === x && ring.at(-1) === y ? ring : [...ring, x, y];
}

/** Lists of positions with the part that each belongs to; null where brackets or numbers are wrong. */
function ringsOf(body: string, depth: number): { ring: Ring; part: number }[] | null {
  const found: { ring: Ring; part: number }[] = [];
  let [open, part, start] = [0, -1, -1];
  for (let i = 0; i < body.length; i++) {
    const letter = body[i];
    if (letter === '(') {
      open++;
      if (open === Math.max(1, depth - 1)) part++;
      start = i + 1;
    } else if (letter === ')') {
      if (start >= 0) {
        const ring = positions(body.slice(start, i));
        if (!ring) return null;
        found.push({ ring, part: depth === 3 ? part : 0 });
      }
      start = -1;
      if (--open < 0) return null;
      if (open === 0) return body.slice(i + 1).trim() === '' ? found : null;
    }
  }
  return null;
}

function positions(text: string): Ring | null {
  const ring: Ring = [];
  for (const position of text.split(',')) {
    const numbers = position.trim().split(/\s+/).map(Number);
    if (numbers.length < 2 || !numbers.every(Number.isFinite)) return null;
    ring.push(numbers[0]!, numbers[1]!);
  }
  return ring;
}

/** A column of texts as geometries; `unread` are rows that hold a text which is none. */
export function readWktColumn(cells: readonly unknown[]): { geometry: GeometryColumn; unread: number[] } {
  const kinds = new Uint8Array(cells.length);
  const coords: number[] = [];
  const [rings, polygons, rows] = [[0], [0], new Uint32Array(cells.length + 1)];
  const unread: number[] = [];
  cells.forEach((cell, row) => {
    const text = asText(cell, '');
    const parsed = text.trim() === '' ? null : parseWkt(text);
    if (!parsed && text.trim() !== '') unread.push(row);
    kinds[row] = parsed?.kind ?? GEOMETRY_KIND.none;
    for (const part of parsed?.parts ?? []) {
      for (const ring of part) {
        for (const value of ring) coords.push(value);
        rings.push(coords.length / 2);
      }
      polygons.push(rings.length - 1);
    }
    rows[row + 1] = polygons.length - 1;
  });
  return { geometry: { kinds, coords: Float64Array.from(coords), rings: Uint32Array.from(rings), polygons: Uint32Array.from(polygons), rows }, unread };
}
