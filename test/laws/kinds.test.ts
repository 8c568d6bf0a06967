/** Law 5 of the house: the id of a kind of data stands in one place of the server and one of the client, and ids are taken apart by their own functions. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const files = ['server', 'client'].flatMap((folder) =>
  (readdirSync(folder, { recursive: true }) as string[]).map((name) => join(folder, name)).filter((name) => name.endsWith('.ts') && !name.includes('/dist/')),
);
const HOMES = ['server/contract/ids.ts', 'client/kit/kinds.ts'];
/** The words of a kind are keyed by it; addresses of pages and examples of the interface are texts of their own. */
const others = files.filter((file) => !HOMES.includes(file) && !file.startsWith('server/words/'));
const faults = (text: string) => [
  ...text.matchAll(/(['"`])(cod-ab|cod-ps|3w)\1/g),
  ...text.matchAll(/`(cod-ab|cod-ps|3w)-\$\{/g),
  ...text.matchAll(/startsWith\('(cod-ab|cod-ps|3w)-?'\)/g),
  ...text.matchAll(/(dataset|\bid|Id)\w*!?\.slice\((-3|0, -4)\)/g),
  ...text.matchAll(/'(XXX|ZZZ)'/g),
];

describe('a kind of data', () => {
  test.each(others)('%s names none', (file) => {
    expect(faults(readFileSync(file, 'utf8')).map(([found]) => found)).toEqual([]);
  });

  test('the law finds what it forbids', () => {
    const bad = ["kind === '3w'", 'const id = `cod-ps-${iso3}`;', "id.startsWith('cod-ab-')", 'version.dataset.slice(-3)', "'ZZZ'"];
    expect(bad.map((line) => faults(line).length)).toEqual(bad.map(() => 1));
  });

  test('generic rooms know no single kind: only boundaries are the ground of all', () => {
    const generic = ['jobs', 'uploads', 'catalogue', 'checks', 'kinds', 'cli', 'http', 'people', 'maps', 'store'];
    const named = others.filter(
      (file) => generic.some((room) => file.startsWith(`server/${room}/`)) && /\b(POPULATION|PRESENCE|INDICATORS)\b/.test(readFileSync(file, 'utf8')),
    );
    expect(named).toEqual([]);
  });
});
