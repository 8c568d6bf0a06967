/** Law 9: colours. One palette (server/contract/maps/palette.ts); no file of the product writes a colour of its own. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PALETTE } from '../../server/contract/maps/palette.ts';

const HOME = 'server/contract/maps/palette.ts';
/** Read by browsers as a file of its own, so it cannot ask the palette; its colours must be in it. */
const PICTURES = ['client/ui/icon.svg'];
/** Lines with a colour that is none of ours. */
const FOREIGN: Record<string, RegExp> = { 'client/map/map.css': /^\s*background-color: salmon;$/ };

/** `#abc`, `#aabbcc`, with transparency or without; functions of colour; names of colours in style sheets. */
const HEX = /(?<![\w&.])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w(-])/i;
const FUNCTION = /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color-mix|color)\(\s*(?!from)[\d.%]/i;
const NAMED =
  /(?:color|background|fill|stroke|shadow|border|outline)[\w-]*\s*:[^;{}]*\b(?:white|black|red|green|blue|gr[ae]y|silver|orange|yellow|navy|teal|salmon)\b/i;

const files = ['server', 'client'].flatMap((folder) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|js|css|html|svg)$/.test(name) && !name.includes('/dist') && name !== HOME && !PICTURES.includes(name)),
);
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/^\s*\/\/.*$/gm, '');
const coloursIn = (text: string, file = '') =>
  withoutComments(text)
    .split('\n')
    .filter((line) => [HEX, FUNCTION, NAMED].some((colour) => colour.test(line)) && !FOREIGN[file]?.test(line));

test.each(files)('%s writes no colour', (file) => expect(coloursIn(readFileSync(file, 'utf8'), file)).toEqual([]));

test('what is left out is needed, and pictures have colours of the palette', () => {
  for (const [file, line] of Object.entries(FOREIGN))
    expect(
      readFileSync(file, 'utf8')
        .split('\n')
        .some((each) => line.test(each)),
      file,
    ).toBe(true);
  const own = new Set<string>(Object.values(PALETTE).flatMap(Object.values));
  for (const file of PICTURES) {
    const used = [...readFileSync(file, 'utf8').matchAll(/#[0-9a-f]{3,8}\b/gi)].map(([hex]) => hex.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3'));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((hex) => !own.has(hex))).toEqual([]);
  }
});

test.each([
  ["const INK = '#1b2733';", 1],
  ['color: #fff;', 1],
  ['a{color:#1a2530;background:#fff}', 1],
  ['box-shadow: 0 1px 2px rgb(20 35 50 / 12%);', 1],
  ['background: white;', 1],
  ['const style = `fill:#026cb611`;', 1],
  ['  #add(slot: number) {', 0],
  ['color: var(--ink); fill: currentcolor; background: transparent;', 0],
  ["text.replace(/'/g, '&#39;')", 0],
  ['/* like #026cb6 */', 0],
])('the law sees %s', (line, found) => expect(coloursIn(line)).toHaveLength(found));
