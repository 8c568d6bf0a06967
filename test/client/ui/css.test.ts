/** Arabic mirrors the pages by itself: so no style may speak of left and right. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = (readdirSync('client', { recursive: true }) as string[]).filter((file) => /\.css$|^ui\/.*\.ts$/.test(file) && !file.startsWith('dist'));
const sheets = files.filter((file) => file.endsWith('.css'));
const PHYSICAL =
  /^\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[a-z-]*|left|right|top|bottom|(?:min-|max-)?(?:width|height)|float|text-align:\s*(?:left|right))\b.*[:;]/;

test.each(files)('%s uses logical properties only', (file) => {
  const text = readFileSync(`client/${file}`, 'utf8');
  const css = file.endsWith('.css') ? text : [...text.matchAll(/css`([^`]*)`/g)].map(([, part]) => part).join('\n');
  expect(css.split('\n').filter((line) => PHYSICAL.test(line))).toEqual([]);
});

/** All styles are one file, so what one page gives a name another page wears too. */
const SHARED: Record<string, string> = {
  notice: 'on a map it stands in a grid',
  country: 'when it is printed the sheet takes its place',
  'card-box': 'one that opens is a card with a head',
};

test('a class has its looks from one file', () => {
  const files = new Map<string, Set<string>>();
  for (const file of sheets) {
    const text = readFileSync(`client/${file}`, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
    for (const [, selectors] of text.matchAll(/([^{}]+)\{/g))
      for (const selector of selectors!.split(',')) {
        const name = /^\s*(?:[a-z-]+)?\.([a-z][\w-]*)/.exec(selector)?.[1];
        if (name) files.set(name, (files.get(name) ?? new Set()).add(file));
      }
  }
  const several = [...files].filter(([name, own]) => own.size > 1 && !(name in SHARED));
  expect(several.map(([name, own]) => `${name}: ${[...own].join(', ')}`)).toEqual([]);
  expect(Object.keys(SHARED).filter((name) => (files.get(name)?.size ?? 0) < 2)).toEqual([]);
});
