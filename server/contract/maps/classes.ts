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
