/** Printed sheets: names escaped, organisation and role filled in, empty rows, direction of the language, the notice on every sheet of paper. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../../server/contract/languages.ts';
import { writeContactSheet } from '../../../server/contacts/files/sheet.ts';
import { aCard, aFile, aRole, hardCards } from '../../helpers/contacts/cards.ts';

const options = { kind: 'contact', layout: 'compact', rows: 10 } as const;
const rowsOf = (html: string) => html.match(/<tr>/g)!.length;

test('names are text, never markup', () => {
  const html = writeContactSheet(aFile([aCard('x', { name: '<script>alert(1)</script>', jobTitle: '"><img src=x>' })]), options);
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain('&#60;script&#62;alert(1)');
});

describe('sign-in', () => {
  const file = aFile(hardCards(), { group: 'wash' });
  test('organisation and role stand there, a place to sign, and empty rows for others', () => {
    const html = writeContactSheet(file, { kind: 'sign-in', layout: 'compact', rows: 7 });
    // Headings, foot, twelve persons, the line to guests, seven empty rows.
    expect(rowsOf(html)).toBe(1 + 1 + 12 + 1 + 7);
    expect(html).toContain('<div><bdi>IM focal point</bdi></div>');
    expect(html).toContain('Blue, Savanna; &#34;Ltd&#34;');
    expect(html).not.toContain('@example.org');
    expect(html).toContain('size:A4 portrait');
  });
  test('the wide one has addresses and phones, and lies on its side', () => {
    const html = writeContactSheet(file, { kind: 'sign-in', layout: 'wide', rows: 0 });
    expect(html).toContain('person0<wbr>@example.org');
    expect(html).toContain('+41 22 917 1000');
    expect(html).toContain('size:A4 landscape');
    expect(rowsOf(html)).toBe(1 + 1 + 12);
  });
});

test('of several groups each role names its group; of one it does not', () => {
  const card = aCard('x', { roles: [aRole('wash', 'imo'), aRole('gis', 'chair')] });
  expect(writeContactSheet(aFile([card]), options)).toContain('<bdi>IM focal point, WASH</bdi></div><div><bdi>Chair, GIS; maps, and data</bdi>');
  const one = writeContactSheet(aFile([card], { group: 'wash' }), options);
  expect(one).toContain('<bdi>IM focal point</bdi>');
  expect(one).not.toContain('Chair');
});

test.each(LANGS)('%s: every word, its direction, and the notice at the foot that paper repeats', (lang) => {
  const html = writeContactSheet(aFile(hardCards(), { lang, leftOut: { persons: 2, fields: 0, why: { hidden: 0, withheld: 2, consent: 0, classification: 0 } } }), { kind: 'sign-in', layout: 'wide', rows: 3 }); // prettier-ignore
  expect(html).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`);
  expect(html).not.toMatch(/contactFile|undefined/);
  expect(html.match(/<tfoot>.*<\/tfoot>/)![0]).toContain('2026');
  expect(html).toMatch(/tfoot\{display:table-footer-group\}/);
});
