/**
 * What lies below a name so that it is read on any ground: the outer edge of its letters, as polygons of few corners. The stroke around them is wider
 * than what is left out; drawn exactly they were more than half of a sheet with a hundred names.
 */
import { Pen } from './pen.ts';

/** The outer edges of a letter, or of a word whose letters join, at `EM` points; it begins at 0, and stands on 0. */
export interface Letter {
  /** Corners as x, y, x, y … */
  edges: number[][];
  advance: number;
}

/** Points: the size in which letters are kept. */
export const EM = 64;
/** Points: corners nearer to each other than this are one. */
const NEAR = 0.75;

/** @param x middle of the text, @param y what its letters stand on */
export function haloOf(letters: readonly Letter[], size: number, x: number, y: number): string {
  const scale = size / EM;
  const pen = new Pen();
  let at = x - (letters.reduce((sum, { advance }) => sum + advance, 0) * scale) / 2;
  for (const { edges, advance } of letters) {
    for (const edge of edges) drawEdge(pen, edge, scale, at, y);
    at += advance * scale;
  }
  return pen.d;
}

function drawEdge(pen: Pen, edge: readonly number[], scale: number, left: number, base: number): void {
  let [lastX, lastY] = [left + edge[0]! * scale, base + edge[1]! * scale];
  pen.move(lastX, lastY);
  for (let at = 2; at < edge.length; at += 2) {
    const [x, y] = [left + edge[at]! * scale, base + edge[at + 1]! * scale];
    if (Math.abs(x - lastX) < NEAR && Math.abs(y - lastY) < NEAR) continue;
    pen.line(x, y);
    [lastX, lastY] = [x, y];
  }
  pen.close();
}

/** What runs the other way than the largest contour is the inside of a letter, which is filled. @param path in absolute commands, as a canvas writes it */
export function edgesOf(path: string, left: number, base: number): number[][] {
  const contours = contoursOf(path, left, base).map((points) => ({ points, area: areaOf(points) }));
  const largest = contours.reduce((best, { area }) => (Math.abs(area) > Math.abs(best) ? area : best), 0);
  return contours.filter(({ area }) => area > 0 === largest > 0).map(({ points }) => points);
}

/** Curves by their ends: a letter of 8 points is drawn in curves shorter than two. */
function contoursOf(path: string, left: number, base: number): number[][] {
  const contours: number[][] = [];
  let points: number[] = [];
  const end = () => {
    if (points.length > 4) contours.push(points);
    points = [];
  };
  let [x, y] = [0, 0];
  for (const [, command, given] of path.matchAll(/([MLHVQCZ])([^MLHVQCZ]*)/g)) {
    if (command === 'M' || command === 'Z') end();
    const numbers = given!.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g)?.map(Number) ?? [];
    const step = { M: 2, L: 2, Q: 4, C: 6, H: 1, V: 1, Z: Infinity }[command as 'M'];
    for (let at = step; at <= numbers.length; at += step) {
      if (command !== 'V') x = numbers[at - (command === 'H' ? 1 : 2)]!;
      if (command !== 'H') y = numbers[at - 1]!;
      points.push(x - left, y - base);
    }
  }
  end();
  return contours;
}

function areaOf(points: readonly number[]): number {
  let area = 0;
  for (let at = 0; at < points.length; at += 2) {
    const next = (at + 2) % points.length;
    area += points[at]! * points[next + 1]! - points[next]! * points[at + 1]!;
  }
  return area;
}

/** Letters of these scripts stand by themselves: each is drawn once, whatever it is part of. Of others the whole text is. */
const APART = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Ethiopic}\p{N}\p{P}\p{S}\p{Zs}]*$/u;
export function piecesOf(text: string): string[] {
  const composed = text.normalize('NFC');
  return APART.test(composed) ? [...composed] : [composed];
}
