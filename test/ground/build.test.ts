/** data/basemap is what scripts/basemap.ts makes of the packages that are installed, to the byte. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { files } from '../../scripts/basemap.ts';

const stored = (name: string) => readFileSync(`data/basemap/${name}`, 'utf8');
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

test.each(Object.entries(files))('%s', (name, make) => expect(hash(make())).toBe(hash(stored(name))));

test('the ground of the Earth and that of a country weigh less than 250 kB together', () => {
  expect(gzipSync(stored('world.topojson')).length).toBeLessThan(210_000);
});
