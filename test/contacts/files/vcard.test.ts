/** vCards read by programs that did not write them: equal after the round trip, lines of at most 75 octets, never broken inside a character. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import vcf from 'vcf';
import { parse as parse4 } from 'vcard4';
import { foldLine } from '../../../server/contacts/files/fold.ts';
import { toUrn } from '../../../server/contacts/files/uid.ts';
import { writeVcards } from '../../../server/contacts/files/vcard.ts';
import { noPython, PYTHON } from '../../helpers/meetings/made.ts';
import { aCard, aContact, aFile, hardCards, HARD_NAMES } from '../../helpers/contacts/cards.ts';

const cards = hardCards();
const text4 = writeVcards(aFile(cards), '4.0');
const text3 = writeVcards(aFile(cards), '3.0');
const blocks = (text: string) => text.split(/(?<=END:VCARD\r\n)/);
const WHY = noPython === null ? '' : ` (skipped: ${noPython})`;
const unfold = (text: string) => text.replaceAll('\r\n ', '');

/** What a reader leaves escaped. */
const unescape = (text: string) => text.replaceAll(/\\([\\,;nN])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter));

const read3 = `
import json, sys, vobject
out = []
for card in vobject.readComponents(sys.stdin.buffer.read().decode('utf-8')):
    out.append({
        'fn': card.fn.value, 'org': card.org.value, 'title': card.title.value, 'n': card.n.value.family,
        'emails': [e.value for e in card.contents['email']], 'tel': [t.value for t in card.contents['tel']],
        'categories': card.categories.value, 'note': card.note.value, 'version': card.version.value,
    })
print(json.dumps(out))
`;
interface Read3 {
  fn: string;
  org: string[];
  title: string;
  n: string;
  emails: string[];
  tel: string[];
  categories: string[];
  note: string;
  version: string;
}
const byPython = (text: string) => JSON.parse(execFileSync(PYTHON, ['-c', read3], { input: text, encoding: 'utf8', maxBuffer: 1e8 })) as Read3[];

describe.each([
  ['4.0', text4],
  ['3.0', text3],
])('%s', (version, text) => {
  test('its lines have at most 75 octets, end with CR LF, and each is UTF-8 by itself', () => {
    const bytes = Buffer.from(text);
    const lines: Buffer[] = [];
    for (let at = 0; at < bytes.length;) {
      const end = bytes.indexOf('\r\n', at);
      lines.push(bytes.subarray(at, end));
      at = end + 2;
    }
    expect(lines.length).toBeGreaterThan(cards.length * 10);
    expect(lines.some((line) => line[0] === 0x20)).toBe(true);
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(75);
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(line)).not.toThrow();
    }
  });
  test('is read by vcf: names, titles and addresses come back equal', () => {
    const read = vcf.parse(text).filter((card) => card.get('kind') === undefined || (card.get('kind') as { valueOf(): string }).valueOf() !== 'group');
    const of = (name: string) => read.map((card) => unescape((card.get(name) as { valueOf(): string }).valueOf()));
    expect(of('fn')).toEqual([...HARD_NAMES]);
    expect(of('title')).toEqual(HARD_NAMES.map((name) => `Title, of; ${name}`));
    expect(of('version').every((each) => each === version)).toBe(true);
  });
  test('carries for whom, when, until when, and that it is not passed on', () => {
    for (const block of blocks(unfold(text)).filter(Boolean))
      expect(unescape(block)).toContain('For Amina, 14 May 2026. Valid until 13 June 2026. Not to be forwarded publicly. Nothing is left out.');
  });
});

test.skipIf(noPython !== null)(`3.0 is read by vobject: everything comes back equal${WHY}`, () => {
  const read = byPython(text3);
  expect(read.map(({ fn }) => fn)).toEqual([...HARD_NAMES]);
  expect(read.map(({ n }) => n)).toEqual([...HARD_NAMES]);
  expect(read.map(({ title }) => title)).toEqual(HARD_NAMES.map((name) => `Title, of; ${name}`));
  for (const [i, card] of read.entries()) {
    expect(card.org).toEqual(['Blue, Savanna; "Ltd"']);
    expect(card.emails).toEqual([`person${i}@example.org`, `home${i}@example.org`]);
    expect(card.tel).toEqual([`+41 22 917 ${1000 + i}`]);
    expect(card.categories).toEqual(i % 2 === 0 ? ['WASH Cluster', 'GIS; maps, and data'] : ['WASH Cluster']);
  }
});

test.skipIf(noPython !== null)(`4.0 is read by vobject too: names come back equal${WHY}`, () => {
  const names = execFileSync(
    PYTHON,
    ['-c', 'import json,sys,vobject\nprint(json.dumps([c.fn.value for c in vobject.readComponents(sys.stdin.buffer.read().decode("utf-8"))]))'],
    { input: text4, encoding: 'utf8' },
  );
  expect(JSON.parse(names)).toEqual(['WASH Cluster', 'GIS; maps, and data', ...HARD_NAMES]);
});

describe('4.0 as vcard4 reads it', () => {
  interface Property {
    value: string | string[];
    parameters: { value: string }[];
  }
  const read = blocks(text4)
    .filter(Boolean)
    .map((block) => parse4(block) as unknown as { getProperty: (name: string) => Property[]; repr: () => string });
  const valueOf = (card: (typeof read)[number], name: string) => card.getProperty(name).map(({ value }) => value);

  test('two groups with their members, then the persons', () => {
    expect(read.map((card) => valueOf(card, 'KIND')[0])).toEqual(['group', 'group', ...HARD_NAMES.map(() => 'individual')]);
    const uids = read.map((card) => valueOf(card, 'UID')[0] as string);
    expect(new Set(uids).size).toBe(uids.length);
    expect(valueOf(read[0]!, 'MEMBER')).toEqual(uids.slice(2));
    expect(valueOf(read[1]!, 'MEMBER')).toEqual(uids.slice(2).filter((_, i) => i % 2 === 0));
    expect(valueOf(read[0]!, 'EMAIL')).toEqual(['wash@example.org']);
  });
  test('of a list that has a group in part only, it has no card', () => {
    const text = writeVcards(aFile(cards, { whole: new Set(['wash']) }), '4.0');
    expect(text.match(/KIND:group/g)).toHaveLength(1);
    expect(writeVcards(aFile(cards, { whole: new Set() }), '4.0')).not.toContain('KIND:group');
  });
  test('phones are addresses where they name their country, texts where they do not', () => {
    const text = writeVcards(
      aFile([aCard('x', { contacts: [aContact('phone', '+41 (0)22 917-1234 ext. 55'), aContact('phone', '022 917 12 34', { label: 'personal' })] })]),
      '4.0',
    );
    expect(text).toContain('TEL;TYPE=work:tel:+41229171234;ext=55\r\n');
    expect(text).toContain('TEL;TYPE=home;VALUE=TEXT:022 917 12 34\r\n');
  });
});

test('a split name, messengers, a duty station, languages and links', () => {
  const card = aCard('x', {
    name: 'Zoé Abane',
    given: 'Zoé',
    family: 'Abane, née Borel',
    dutyStation: { pcode: null, name: 'Port; Azul' },
    languages: ['fr', 'ar'],
    contacts: [
      aContact('messenger', '+41 79 000', { service: 'Signal' }),
      aContact('other', 'https://example.org/a,b'),
      aContact('other', 'Call sign Alpha 5'),
    ],
  });
  const text = unfold(writeVcards(aFile([card]), '4.0'));
  for (const line of [
    String.raw`N:Abane\, née Borel;Zoé;;;`,
    String.raw`ADR;TYPE=work:;;;Port\; Azul;;;`,
    'LANG:fr',
    'LANG:ar',
    'IMPP;TYPE=work;SERVICE-TYPE=Signal:signal:%2B41%2079%20000',
    String.raw`NOTE:Call sign Alpha 5\nFor Amina\, 14 May 2026.`,
  ])
    expect(text).toContain(line);
  expect(text).toMatch(/\r\nURL:https:\/\/example\.org\/a\\?,b\r\n/);
});

test('folding: exactly 75 octets, the blank of the next line counted', () => {
  expect(foldLine('a'.repeat(75))).toBe('a'.repeat(75));
  expect(foldLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
  expect(foldLine('a'.repeat(150))).toBe(`${'a'.repeat(75)}\r\n ${'a'.repeat(74)}\r\n a`);
  expect(foldLine(`${'a'.repeat(73)}👩`)).toBe(`${'a'.repeat(73)}\r\n 👩`);
});

test('identifiers stay: a UUID is itself, anything else is made into one by scope', () => {
  expect(toUrn('NVL', '0B7D6A4E-0000-4000-8000-000000000001')).toBe('urn:uuid:0b7d6a4e-0000-4000-8000-000000000001');
  expect(toUrn('NVL', 'wash')).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(toUrn('NVL', 'wash')).toBe(toUrn('NVL', 'wash'));
  expect(toUrn('SLE', 'wash')).not.toBe(toUrn('NVL', 'wash'));
});
