/**
 * Law 4: sizes. A file has at most 400 lines, a folder at most 20 files of code, a function at most 80 lines. What is larger today
 * stands in sizes.json with its figure, and figures may only shrink: `UPDATE=1 npx vitest run test/laws/sizes.test.ts` writes the smaller ones.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';

const FILE = 400;
const FOLDER = 20;
const FUNCTION = 80;
const LIST = join(import.meta.dirname, 'sizes.json');

const listed = JSON.parse(readFileSync(LIST, 'utf8')) as { files: Record<string, number>; functions: Record<string, number> };
const all = ['server', 'client', 'scripts', 'test'].flatMap((folder) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|js|css)$/.test(name) && !/\/dist|^test\/fixtures\//.test(name)),
);

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/**
 * Functions longer than allowed, with their own lines: a function within counts for itself, so a factory that gives out short methods is short.
 * A nameless one is called by the function around it and its turn there.
 */
function longFunctions(file: string): Record<string, number> {
  const text = stripTypeScriptTypes(readFileSync(file, 'utf8').replace(/^#!.*/, ''));
  const found: Record<string, number> = {};
  /** @returns the lines that functions within the node take beyond their first. */
  const walk = (node: Node, name: string): number => {
    const isFunction = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
    const id = (node['id'] ?? node['key']) as { name?: string; type?: string } | null | undefined;
    const own = id?.name ?? name;
    let within = 0;
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (child && typeof (child as Node).type === 'string') within += walk(child as Node, own);
    if (!isFunction) return within;
    const lines = text.slice(node.start, node.end).split('\n').length;
    if (lines - within > FUNCTION) {
      let label = `${file} ${own}`;
      for (let turn = 2; label in found; turn++) label = `${file} ${own} ${turn}`;
      found[label] = lines - within;
    }
    return lines - 1;
  };
  walk(parseAst(text) as unknown as Node, 'module');
  return found;
}

/** What is over the limit must be listed with its figure; what shrank is written down. */
function judge(found: Record<string, number>, figures: Record<string, number>): string[] {
  return [
    ...Object.entries(found).flatMap(([name, lines]) => {
      const figure = figures[name];
      if (figure === undefined) return [`${name} has ${lines} lines: split it`];
      if (lines > figure) return [`${name} grew from ${figure} to ${lines} lines`];
      return lines < figure ? [`${name} shrank to ${lines} lines: write it down (UPDATE=1)`] : [];
    }),
    ...Object.keys(figures).flatMap((name) => (name in found ? [] : [`${name} is small enough now: take it off the list (UPDATE=1)`])),
  ];
}

const files = Object.fromEntries(all.map((file) => [file, readFileSync(file, 'utf8').split('\n').length - 1] as const).filter(([, lines]) => lines > FILE));
const functions = Object.assign({}, ...all.filter((file) => /\.(ts|js)$/.test(file) && !file.startsWith('test/')).map(longFunctions)) as Record<string, number>;

if (process.env['UPDATE']) {
  const shrink = (found: Record<string, number>, figures: Record<string, number>) =>
    Object.fromEntries(Object.entries(figures).flatMap(([name, figure]) => (name in found ? [[name, Math.min(figure, found[name]!)]] : [])));
  Object.assign(listed, { files: shrink(files, listed.files), functions: shrink(functions, listed.functions) });
  writeFileSync(LIST, `${JSON.stringify(listed, null, 2)}\n`);
}

test('files have at most 400 lines', () => expect(judge(files, listed.files)).toEqual([]));

test('functions have at most 80 lines', () => expect(judge(functions, listed.functions)).toEqual([]));

test('folders hold at most 20 files', () => {
  const count: Record<string, number> = {};
  for (const file of all) count[dirname(file)] = (count[dirname(file)] ?? 0) + 1;
  expect(Object.entries(count).filter(([, files]) => files > FOLDER)).toEqual([]);
});
