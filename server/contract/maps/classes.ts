/** Classes of a saved map as server and page understand them. Imports nothing: the client bundles it. */
/** New data may leave the old classes: the outer ones are widened, the inner breaks stay, so that colours keep their meaning. */
export function coverValues(breaks: number[], values: ReadonlyMap<string, number | string> | null): number[] {
  if (breaks.length < 2 || !values) return breaks;
  let [low, high] = [breaks[0]!, breaks.at(-1)!];
  for (const value of values.values()) {
    if (typeof value !== 'number') continue;
    // Zero has a look of its own where the classes begin above it.
    if (value > 0 || breaks[0]! <= 0) low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, ...breaks.slice(1, -1), high];
}

/** From here on two digits say enough where a class begins: nobody reads 31,847 in a legend. */
const ROUNDED_FROM = 100;

/**
 * Where classes of whole numbers begin, from `least` on; the last class has no end. Numbers below `least` are left out.
 * @param numbers those that the classes are to tell apart
 * @param natural where natural breaks of them begin
 */
export function startsOf(
  numbers: Iterable<number>,
  { method, classes, breaks }: { method: 'equal' | 'quantile' | 'jenks' | 'manual'; classes: number; breaks: readonly number[] },
  least: number,
  natural: (sorted: readonly number[], classes: number) => number[],
): number[] {
  if (method === 'manual') return starting(breaks.map(Math.round), least);
  const sorted = [...numbers].filter((value) => Number.isFinite(value) && value >= least).sort((a, b) => a - b);
  const distinct = [...new Set(sorted.map(Math.round))];
  if (distinct.length <= classes) return starting(rounded(distinct.slice(1)), least);
  const starts = method === 'jenks' ? natural(sorted, classes) : method === 'equal' ? equalStarts(sorted, classes) : evenStarts(sorted, classes);
  return starting(rounded(starts.slice(1)), least);
}

const starting = (starts: readonly number[], least: number) => [least, ...new Set(starts.filter((start) => start > least).sort((a, b) => a - b))];

/** Two digits, unless that would make two classes one. */
function rounded(starts: readonly number[]): number[] {
  const whole = starts.map(Math.round);
  const short = whole.map((value) => (value >= ROUNDED_FROM ? Number(value.toPrecision(2)) : value));
  return new Set(short).size === new Set(whole).size ? short : whole;
}

function equalStarts(sorted: readonly number[], classes: number): number[] {
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  return Array.from({ length: classes }, (_, i) => Math.ceil(low + ((high - low) * i) / classes));
}

/**
 * As many numbers in each class as equal numbers allow, which stay together: what many share fills a class of its own, and the rest is
 * divided anew. Plain quantiles would give one class to 15 of 18 regions with one organisation each, and to the three others too.
 */
function evenStarts(sorted: readonly number[], classes: number): number[] {
  const starts = [sorted[0]!];
  let begun = 0;
  for (let at = 1; at < sorted.length && starts.length < classes; at++) {
    if (sorted[at] === sorted[at - 1]) continue;
    const share = (sorted.length - begun) / (classes - starts.length + 1);
    // The next run of equal numbers may overshoot further than this one falls short.
    let end = at + 1;
    while (end < sorted.length && sorted[end] === sorted[at]) end++;
    if (at - begun < share && Math.abs(end - begun - share) < Math.abs(at - begun - share)) continue;
    starts.push(sorted[at]!);
    begun = at;
  }
  return starts;
}
