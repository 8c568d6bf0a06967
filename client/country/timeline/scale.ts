/** Where days lie on the picture of the versions. Pure. */
import type { TimelineAnswer } from '../../../server/contract/datasets/asOf.ts';

const DAY_MS = 86_400_000;
/** Of all of the picture, before the first day and after the last. */
const MARGIN = 0.03;
/** Marks of years at most. */
const MARKS = 6;

export const dayNumber = (iso: string): number => Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS);

export interface Scale {
  /** Hundredths of the width, from the side where reading begins. */
  at: (iso: string) => number;
  years: { year: number; at: number }[];
}

/** @param today YYYY-MM-DD: versions without an end go on until then */
export function scaleOf(timelines: readonly Pick<TimelineAnswer, 'versions'>[], today: string): Scale {
  const days = timelines.flatMap(({ versions }) =>
    versions.flatMap(({ publishedAt, period }) => [publishedAt, ...(period ? [period.from, ...(period.to ? [period.to] : [])] : [])]),
  );
  const numbers = [...days, today].map(dayNumber);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const pad = Math.max(1, (last - first) * MARGIN);
  const [from, span] = [first - pad, last - first + 2 * pad];
  const at = (iso: string) => Math.round(((dayNumber(iso) - from) / span) * 10_000) / 100;
  const [firstYear, lastYear] = [first, last].map((day) => new Date(day * DAY_MS).getUTCFullYear()) as [number, number];
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (lastYear - firstYear) / each < MARKS) ?? 500;
  const years = [];
  for (let year = Math.ceil(firstYear / step) * step; year <= lastYear; year += step) {
    const where = at(`${year}-01-01`);
    if (where >= 0) years.push({ year, at: where });
  }
  return { at, years };
}

/** Bars of one kind in as few lanes as they fit, so that none covers another. */
export function lanesOf(bars: readonly { from: number; to: number }[]): number[] {
  const ends: number[] = [];
  return bars.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
}
