/**
 * Age groups that a spreadsheet took for dates when the table was opened: `5-9` became `09-May` or `05-Sep`, `10-14` became `Oct-14` and in the file
 * `2014-10-01`. A month and a day (or a year) are the two ends of the band; where both orders are bands, the bands beside it decide.
 */
import { monthOf } from '../../matching/months.ts';

export interface Band {
  from: number;
  to: number;
}

/** The bands that a text which is a date may have been; none where it is no date. */
export function bandsOfDate(text: string): Band[] {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T\s]|$)/.exec(text);
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
    // A first of the month is mostly a month with its year: 10-14 is October 2014.
    const bands = day === 1 ? [toBand(month, year % 100), toBand(1, month)] : [toBand(month, day)];
    return bands.filter((band) => band !== null);
  }
  const words = /^(\d{1,2}|\d{4})[\s./-]+(\p{L}+)\.?$/u.exec(text) ?? /^(\p{L}+)\.?[\s./-]+(\d{1,2}|\d{4})$/u.exec(text);
  if (!words) return [];
  const [word, number] = /^\d/.test(words[1]!) ? [words[2]!, words[1]!] : [words[1]!, words[2]!];
  const month = monthOf(word);
  const band = month === undefined ? null : toBand(month, Number(number) % 100);
  return band ? [band] : [];
}

function toBand(a: number, b: number): Band | null {
  return a === b || Math.max(a, b) > 99 ? null : { from: Math.min(a, b), to: Math.max(a, b) };
}

/** @param known bands that stand as bands in the same table; null where two are equally likely */
export function chooseBand(bands: Band[], known: readonly Band[]): Band | null {
  if (bands.length < 2) return bands[0] ?? null;
  const score = ({ from, to }: Band) =>
    Number(known.some((band) => band.to === from - 1)) +
    Number(known.some((band) => band.from === to + 1)) +
    // Five years from a multiple of five is how bands are made.
    0.5 * Number(from % 5 === 0 && to === from + 4);
  const [first, second] = bands.map((band) => ({ band, score: score(band) })).sort((a, b) => b.score - a.score);
  return first!.score > second!.score ? first!.band : null;
}
