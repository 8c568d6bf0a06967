/** Where the environment is read, who prints, and what the client takes of the contract. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The one implementation of counting (decision 0013), colours and looks (0036) and the list of addresses import nothing but types themselves, so the client may bundle them. */
const SHARED = [
  'server/contract/presence/count.ts',
  'server/contract/presence/measure.ts',
  'server/contract/maps/palette.ts',
  'server/contract/maps/looks.ts',
  'server/contract/maps/classes.ts',
  'server/contract/paths.ts',
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

test.each(SHARED)('%s imports types only', (file) => {
  for (const [line] of readFileSync(file, 'utf8').matchAll(/^import[^;]*;/gm)) expect(line).toMatch(/^import type/);
});
