/** What a publisher says of an extent: which places are in it, in which language, and where it has no text. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DISCLAIMER_KEYS, publisherFile, type DisclaimerKey } from '../../server/contract/maps/disclaimers.ts';
import { placesIn } from '../../server/disclaimers/areas.ts';
import { disclaimerLines, disclaimersOf, unsaidIn } from '../../server/disclaimers/notes.ts';
import { DisclaimersError, publisherOf, readPublisher } from '../../server/disclaimers/publishers.ts';
import type { Box } from '../../server/geometry/box.ts';
import { text } from '../../scripts/disclaimers.ts';

describe('places in an extent', () => {
  test.each<[string, Box, DisclaimerKey[]]>([
    ['Sudan', [21.8, 8.7, 38.7, 22.2], ['sudan-south-sudan', 'abyei', 'hala-ib']],
    ['South Sudan', [24.1, 3.5, 35.9, 12.2], ['sudan-south-sudan', 'abyei', 'ilemi']],
    ['Ethiopia', [33, 3.4, 48, 14.9], ['sudan-south-sudan', 'ilemi']],
    ['Pakistan', [60.9, 23.7, 77.1, 37.1], ['jammu-kashmir']],
    ['Yemen, whose Abyan is no Abyei', [41.8, 12.1, 54.5, 19], []],
    ['Chad, 15 km from where their line ends', [13.5, 7.4, 24, 23.4], ['sudan-south-sudan']],
    ['Lebanon', [35.1, 33.05, 36.63, 34.7], ['golan']],
    ['Gaza', [34.2, 31.2, 34.6, 31.6], ['palestine']],
    ['Ukraine', [22.1, 44.4, 40.2, 52.4], ['crimea']],
    ['Serbia', [18.8, 42.2, 23, 46.2], ['kosovo']],
    ['Niger', [0.1, 11.6, 16, 23.6], []],
    ['Mauritania', [-17.1, 14.7, -4.8, 27.3], ['non-self-governing', 'western-sahara']],
    ['Egypt', [24.7, 21.7, 36.9, 31.7], ['hala-ib', 'palestine']],
    ['Kenya', [33.9, -4.7, 41.9, 5.5], ['ilemi']],
    ['Nepal', [80, 26.3, 88.2, 30.5], []],
    ['Bhutan', [88.7, 26.7, 92.1, 28.4], ['arunachal']],
    ['Argentina', [-73.6, -55.1, -53.6, -21.8], ['falkland-malvinas', 'non-self-governing']],
    ['Fiji, across the antimeridian', [177, -21, 182, -12], []],
    ['Tokelau, on the next turn of the Earth', [187, -10, 189.5, -8], ['non-self-governing']],
    ['the world', [-180, -90, 180, 90], [...DISCLAIMER_KEYS]],
  ])('%s', (_, box, places) => expect(placesIn(box)).toEqual(places));

  // The line runs at 9.33°N there.
  test.each<[string, Box, boolean]>([
    ['19 km north of the line between Sudan and South Sudan', [28.2, 9.6, 28.3, 9.7], true],
    ['of a box that holds no corner, and in which no corner lies', [28.2, 5, 28.3, 15], true],
    ['well within Abyei, of which no corner is in it', [28.4, 9.7, 28.5, 9.8], true],
    ['120 km south of it', [28.2, 8, 28.3, 8.2], false],
  ])('a note is asked for %s: %s', (_, box, isMet) => expect(placesIn(box).length > 0).toBe(isMet));

  test('the file is what its script makes of the ground', () => expect(readFileSync('data/disclaimers/areas.json', 'utf8')).toBe(text()));
});

describe('texts', () => {
  const un = publisherOf('un');
  const WORLD: Box = [-180, -90, 180, 90];

  test.each(['en', 'fr', 'es', 'ar', 'ru'] as const)('the United Nations have published all of theirs in %s', (lang) => {
    const { notes, unsaid } = disclaimersOf(un, WORLD, lang);
    expect(notes.map(({ key, lang: own }) => `${key} ${own}`)).toEqual(
      ['general', 'sudan-south-sudan', 'abyei', 'jammu-kashmir', 'falkland-malvinas', 'non-self-governing'].map((key) => `${key} ${lang}`),
    );
    expect(unsaid).toEqual(['kosovo', 'western-sahara', 'aksai-chin', 'arunachal', 'hala-ib', 'ilemi', 'golan', 'palestine', 'crimea']);
  });

  test('a language in which nothing is published has the nearest, and says so once', () => {
    const lines = disclaimerLines(un, [21.8, 8.7, 38.7, 22.2], 'pt');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^Sem texto publicado em português; em espanhol: Los límites/);
    expect(lines.slice(1).join()).not.toContain('espanhol');
    expect(disclaimerLines(publisherOf('ifrc'), null, 'ar')[0]).toMatch(/الإنجليزية\u2069: The maps used/);
  });

  test('sheets have the long form where it is published in their language', () => {
    expect(disclaimerLines(un, null, 'en', 'long')[0]).toContain('the Secretariat of the United Nations');
    expect(disclaimerLines(un, null, 'en')[0]).toContain('official endorsement');
    expect(disclaimerLines(un, null, 'fr', 'long')).toEqual(disclaimerLines(un, null, 'fr'));
  });

  test('FAO prints the notes of the United Nations, the IFRC none: its maker is told', () => {
    const sudan: Box = [21.8, 8.7, 38.7, 22.2];
    expect(disclaimersOf(publisherOf('fao'), sudan, 'en').notes.map(({ key }) => key)).toEqual(['general', 'sudan-south-sudan', 'abyei']);
    expect(disclaimersOf(publisherOf('ifrc'), sudan, 'en').notes.map(({ key }) => key)).toEqual(['general']);
    expect(unsaidIn(publisherOf('ifrc'), sudan)).toEqual(['sudan-south-sudan', 'abyei', 'hala-ib']);
  });

  test.each(['un', 'ifrc', 'fao'])('%s says where its texts were found', (key) => {
    const { sources } = publisherFile.parse(JSON.parse(readFileSync(`data/disclaimers/${key}.json`, 'utf8')));
    expect(sources.length).toBeGreaterThan(0);
  });
});

describe('a file of whoever runs the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'publisher-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  function read(said: unknown) {
    const path = join(folder, 'own.json');
    writeFileSync(path, typeof said === 'string' ? said : JSON.stringify(said));
    return readPublisher(path);
  }

  test('adds to what another publisher says, and is told apart', () => {
    const own = read({ name: 'Ours', extends: 'un', general: { short: { en: 'Ours.' } }, notes: { kosovo: { en: 'On Kosovo.' } } });
    expect(disclaimersOf(own, [20, 42, 21, 43], 'fr')).toEqual({
      publisher: 'Ours',
      notes: [{ key: 'general', text: 'Ours.', lang: 'en' }, { key: 'kosovo', text: 'On Kosovo.', lang: 'en' }],
      unsaid: [],
    }); // prettier-ignore
    expect(disclaimersOf(own, [28, 9, 29, 10], 'fr').notes[1]).toMatchObject({ key: 'sudan-south-sudan', lang: 'fr' });
    expect(own.stamp).not.toBe(publisherOf('un').stamp);
  });

  test.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /cannot be read as JSON/],
    ['no general form', { name: 'X', general: { short: {} } }, /general\.short: must have a text in at least one language/],
    ['a place that nobody knows', { name: 'X', general: { short: { en: 'x' } }, notes: { atlantis: { en: 'x' } } }, /notes/],
    ['an empty text', { name: 'X', general: { short: { en: ' ' } } }, /general\.short\.en/],
  ])('%s stops the start with words', (_, said, words) => {
    expect(() => read(said)).toThrow(DisclaimersError);
    expect(() => read(said)).toThrow(words);
  });
});
