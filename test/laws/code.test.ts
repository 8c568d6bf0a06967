/** Where the environment is read, who prints, and what the client takes of the contract. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** The one implementation of counting (decision 0013), colours and looks (0036), the ground (0067), the list of addresses and what the server calls things import nothing but types themselves, so the client may bundle them. */
const SHARED = [
  'server/contract/presence/count.ts',
  'server/contract/presence/measure.ts',
  'server/contract/maps/palette.ts',
  'server/contract/maps/looks.ts',
  'server/contract/maps/overlayLooks.ts',
  'server/contract/maps/circles.ts',
  'server/contract/maps/ground.ts',
  'server/contract/maps/leaders.ts',
  'server/contract/maps/classes.ts',
  'server/contract/maps/paper.ts',
  'server/contract/paths.ts',
  'server/contract/maps/sheetPaths.ts',
  'server/contract/news/paths.ts',
  'server/contract/ogc/paths.ts',
  'server/contract/assessments/paths.ts',
  'server/contract/indicators/paths.ts',
  'server/contract/assessments/measures.ts',
  'server/contract/lookup/paths.ts',
  'server/contract/indicators/paths.ts',
  'server/contract/indicators/count.ts',
  'server/contract/indicators/terms.ts',
  'server/contract/indicators/concepts.ts',
  'server/contract/schedule/paths.ts',
  'server/contract/news/feedOf.ts',
  'server/contract/given.ts',
];

const files = ['server', 'client'].flatMap((folder) =>
  (readdirSync(folder, { recursive: true }) as string[]).map((name) => join(folder, name)).filter((name) => /\.(ts|js)$/.test(name) && !name.includes('/dist')),
);

test.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  if (file.startsWith('server/')) {
    if (file !== 'server/config.ts') expect(text, 'only server/config.ts reads the environment').not.toMatch(/process\.env/);
    if (file !== 'server/cli/main.ts') expect(text, 'only the command line prints').not.toMatch(/\bconsole\./);
  }
  if (file.startsWith('client/')) {
    for (const [line] of text.matchAll(/^import[^;]*server\/contract[^;]*;/gm)) {
      if (!SHARED.some((each) => line.includes(each))) expect(line, 'the client takes types only').toMatch(/^import type/);
    }
  }
});

test.each(SHARED)('%s imports types only, and what is in this list', (file) => {
  for (const [line, from] of readFileSync(file, 'utf8').matchAll(/^import[^;]*from '([^']+)';/gm))
    if (!SHARED.includes(join(dirname(file), from!))) expect(line).toMatch(/^import type/);
});

/** Lists of texts that are a set of choices: of a schema, or a constant. Two with the same members are one list written twice. */
function listsOf(text: string): string[] {
  return [...text.matchAll(/z\.enum\(\[([^[\]]*)\]\)|\[([^[\]]*)\] as const/g)].flatMap(([, schema, constant]) => {
    const members = (schema ?? constant)!.split(',').map((each) => each.trim()).filter(Boolean); // prettier-ignore
    return members.length > 1 && members.every((each) => /^'[^']*'$/.test(each)) ? [members.toSorted().join()] : [];
  });
}

// The client takes types only of the contract, so it has lists of its own; among themselves they are held to the same.
test.each(['server/', 'client/'])('law 6: no list of choices is written twice in %s', (side) => {
  const where = new Map<string, string[]>();
  for (const file of files.filter((each) => each.startsWith(side)))
    for (const list of listsOf(readFileSync(file, 'utf8'))) where.set(list, [...(where.get(list) ?? []), file]);
  expect(where.size).toBeGreaterThan(5);
  expect([...where].filter(([, found]) => found.length > 1)).toEqual([]);
});

test('law 6 finds a list in another order and over several lines, and no list of other things', () => {
  expect(listsOf("z.enum(['b', 'a'])")).toEqual(listsOf("const AB = [\n  'a',\n  'b',\n] as const;"));
  expect(listsOf('const NUMBERS = [1, 2] as const; const ONE = [a, b] as const;')).toEqual([]);
});
