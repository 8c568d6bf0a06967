/** A text in a box of the chart, broken into lines. Pure but for the measure of a text, which the browser knows. */

/** How wide a text is, in pixels. */
export type Measure = (text: string) => number;

const MORE = '…';

/** At most `most` lines no wider than `width`, broken between words; what has no room ends in an ellipsis. */
export function toLines(text: string, width: number, most: number, measure: Measure): string[] {
  const words = text.split(/\s+/u).filter(Boolean);
  const lines: string[] = [];
  let at = 0;
  while (at < words.length && lines.length < most) {
    let line = words[at]!;
    at++;
    while (at < words.length && measure(`${line} ${words[at]!}`) <= width) line += ` ${words[at++]!}`;
    lines.push(line);
  }
  return lines.map((line, i) => {
    const isCut = i === lines.length - 1 && at < words.length;
    return isCut || measure(line) > width ? shorten(line, width, measure, isCut) : line;
  });
}

function shorten(line: string, width: number, measure: Measure, isCut: boolean): string {
  if (!isCut && measure(line) <= width) return line;
  const letters = Array.from(line);
  while (letters.length > 1 && measure(letters.join('').trimEnd() + MORE) > width) letters.pop();
  return letters.join('').trimEnd() + MORE;
}
