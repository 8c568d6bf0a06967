/** Law 1: no circle of imports, those of types included, so that each room can be read, moved and tested by itself. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const IMPORT = /(?:\bfrom\s+|^\s*import\s+|\bimport\()\s*['"](\.[^'"]+)['"]/gm;

/** File → files of the project it imports. */
function importsOf(folder: string): [file: string, imports: string[]][] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|js)$/.test(name) && !name.includes('/dist/'))
    .map((file) => [file, [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, spec]) => normalize(join(dirname(file), spec!.replace(/\?.*$/, ''))))]);
}

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
  expect(circles(new Map(importsOf(folder)))).toEqual([]);
});

test('no circle runs through two of them', () => {
  const whole = circles(new Map(['server', 'client', 'scripts'].flatMap(importsOf)));
  expect(whole.filter((part) => new Set(part.map((file) => file.split('/')[0])).size > 1)).toEqual([]);
});
