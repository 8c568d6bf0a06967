/** Law 1: no circle of imports, those of types included, so that each room can be read, moved and tested by itself. */
import { expect, test } from 'vitest';
import { filesIn, importsOf } from './sources.ts';

/** File → files of the project it imports. */
const graphOf = (...folders: string[]) => new Map(filesIn(folders).map((file) => [file, importsOf(file)]));

/** The strongly connected parts of more than one file, after Tarjan. A file that imports itself counts too. */
function circles(graph: Map<string, string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    low.set(file, order.get(file)!);
    stack.push(file);
    for (const next of graph.get(file)!) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) {
        visit(next);
        low.set(file, Math.min(low.get(file)!, low.get(next)!));
      } else if (stack.includes(next)) low.set(file, Math.min(low.get(file)!, order.get(next)!));
    }
    if (low.get(file) !== order.get(file)) return;
    const part = stack.splice(stack.indexOf(file));
    if (part.length > 1 || graph.get(file)!.includes(file)) found.push(part.sort());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}

test('a circle is found', () => {
  const graph = new Map(Object.entries({ a: ['b'], b: ['c', 'd'], c: ['a'], d: ['e'], e: [], f: ['f'] }));
  expect(circles(graph)).toEqual([['a', 'b', 'c'], ['f']]);
});

test.each(['server', 'client', 'scripts'])('%s has no circle of imports', (folder) => {
  expect(circles(graphOf(folder))).toEqual([]);
});

test('no circle runs through two of them', () => {
  const whole = circles(graphOf('server', 'client', 'scripts'));
  expect(whole.filter((part) => new Set(part.map((file) => file.split('/')[0])).size > 1)).toEqual([]);
});
