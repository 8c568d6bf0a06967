/** Arabic mirrors the pages by itself: so no style may speak of left and right. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = (readdirSync('client', { recursive: true }) as string[]).filter((file) => /\.css$|^ui\/.*\.ts$/.test(file) && !file.startsWith('dist'));
const PHYSICAL =
  /^\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[a-z-]*|left|right|top|bottom|(?:min-|max-)?(?:width|height)|float|text-align:\s*(?:left|right))\b.*[:;]/;

test.each(files)('%s uses logical properties only', (file) => {
  const text = readFileSync(`client/${file}`, 'utf8');
  const css = file.endsWith('.css') ? text : [...text.matchAll(/css`([^`]*)`/g)].map(([, part]) => part).join('\n');
  expect(css.split('\n').filter((line) => PHYSICAL.test(line))).toEqual([]);
});
