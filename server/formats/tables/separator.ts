/** By what a CSV is cut. It imports nothing, so tables are read in a browser too (decision 0091). */

/** The separator that cuts the first records into the most columns of a steady number; a table of one column is read with commas. */
export function sniffSeparator(start: string): string {
  const declared = /^\ufeff?"?sep=(.)/i.exec(start);
  if (declared) return declared[1]!;
  let best = ',';
  let bestScore = 0;
  for (const separator of [',', ';', '\t', '|']) {
    const counts = countFields(start, separator);
    if (counts.length === 0) continue;
    const tally = new Map<number, number>();
    for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
    const [columns, records] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]!;
    const score = columns < 2 ? 0 : (records / counts.length) * Math.log2(columns);
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/** Fields of each complete non-blank record, separators inside quotes not counted. */
function countFields(text: string, separator: string): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let blank = true;
  for (let i = 0; i < text.length && counts.length < 50; i++) {
    const char = text[i]!;
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === separator) fields++;
    else if (char === '\n' || char === '\r') {
      if (!blank || fields > 1) counts.push(fields);
      fields = 1;
      blank = true;
      continue;
    }
    blank = false;
  }
  if (counts.length === 0) counts.push(fields);
  return counts;
}
