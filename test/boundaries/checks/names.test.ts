import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/contract/finding.ts';
import type { AdminLevel, Iso3, Pcode } from '../../../server/contract/ids.ts';
import type { BoundaryContext } from '../../../server/boundaries/checks/context.ts';
import { nameChecks } from '../../../server/boundaries/checks/names.ts';
import { sayClause } from '../../../server/words/words.ts';
import type { UploadedLevel } from '../../../server/boundaries/normalize/model.ts';

type Cells = (string | null)[];

/** A level with name columns by language; codes and parents are made up. */
function level(at: AdminLevel, names: Record<string, Cells>, parents?: string[]): UploadedLevel {
  const languages = Object.keys(names);
  const rows = names[languages[0]!]!.length;
  const offsets = new Uint32Array(rows + 1);
  const geometry = { kinds: new Uint8Array(rows).fill(3), coords: new Float64Array(), rings: offsets, polygons: offsets, rows: offsets };
  return {
    level: at,
    partial: false,
    lineage: [],
    languages,
    ancestors: [],
    columns: languages.map((_, index) => ({ source: `N${index}`, standard: `adm${at}_name${index || ''}`, how: 'legacy' })),
    raw: {
      file: 'f',
      layer: 'l',
      format: 'geojson',
      rows,
      columns: languages.map((lang, index) => ({ name: `N${index}`, values: names[lang]! })),
      geometry,
      crs: null,
      hasZ: false,
      encoding: { name: 'utf-8', from: 'format' },
      findings: [],
    },
    table: {
      level: at,
      extra: [],
      geometry,
      source: { file: 'f', layer: 'l', rowNumber: Uint32Array.from({ length: rows }, (_, index) => index + 1) },
      units: Array.from({ length: rows }, (_, index) => ({
        level: at,
        pcode: `AF${String(index + 1).padStart(2, '0')}` as Pcode,
        parentPcode: (parents?.[index] ?? 'AF') as Pcode,
        names: languages.map((lang) => ({ lang, name: (names[lang]![index] ?? '').trim() })),
        validOn: null,
        validTo: null,
        areaSqKm: 1,
        center: [0, 0] as [number, number],
        bbox: [0, 0, 1, 1] as [number, number, number, number],
      })),
    },
  };
}

async function run(id: string, levels: UploadedLevel[], country = 'AFG'): Promise<Finding[]> {
  const context: BoundaryContext = {
    boundaries: {
      country: country as Iso3,
      levels,
      companions: [],
      layersRead: [],
      ignored: [],
      deepestComplete: 1,
      findings: [],
      statedVersion: null,
      dateSource: null,
    },
    coverage: null,
    published: [],
    previous: null,
    metadata: null,
    today: '2026-01-01',
  };
  const outcome = await nameChecks.find((check) => check.id === id)!.run(context, (_, make) => make());
  if ('skipped' in outcome) throw new Error(sayClause(outcome.skipped, 'en'));
  return outcome;
}
const brief = (findings: Finding[]) => findings.map(({ code, severity, count }) => `${severity} ${code} ${count}`);
const clean = { en: ['Kabul', 'Herat', 'Balkh', 'Nimroz', 'Farah', 'Ghor'], ar: ['كابول', 'هرات', 'بلخ', 'نيمروز', 'فراه', 'غور'] };

test.each(nameChecks.filter(({ id }) => !['N16', 'N17'].includes(id)).map(({ id }) => id))('%s finds nothing in clean names', async (id) =>
  expect(await run(id, [level(1, clean)])).toEqual([]),
);

/** One bad name put among clean ones: check, name, expected. */
describe.each([
  ['N3', ' Foo', 'warning name.whitespace 1'],
  ['N3', 'Foo ', 'warning name.whitespace 1'],
  ['N3', 'Foo  Bar', 'warning name.whitespace 1'],
  ['N3', 'Foo\nBar', 'warning name.whitespace 1'],
  ['N4', 'Foo\u00a0Bar', 'warning name.invisible 1'],
  ['N4', 'Foo\u200f', 'warning name.invisible 1'],
  ['N5', 'Pende\u0301', 'info name.unnormalized 1'],
  ['N6', 'PrÃ©fecture', 'error name.encoding 1'],
  ['N6', 'Pr\ufffdfecture', 'error name.lost-letters 1'],
  ['N6', 'Gu?ra', 'error name.lost-letters 1'],
  ['N6', '?ank?r?', 'error name.lost-letters 1'],
  ['N6', 'Cox?s Bazar', 'error name.lost-letters 1'],
  ['N6', 'Ph??c', 'error name.lost-letters 1'],
  ['N6', 'Gu¿ra', 'error name.lost-letters 1'],
  ['N6', 'Gu\u001ara', 'error name.lost-letters 1'],
  ['N6', '????? ??????', 'error name.lost-letters 1'],
  ['N6', '?????? (2)', 'error name.lost-letters 1'],
  ['N6', 'K\u0131r?kkale', 'error name.lost-letters 1'],
  ['N6', 'Ka?', 'warning name.lost-letters 1'],
  ['N10', '???', 'error name.placeholder 1'],
  ['N7', 'KANDAHAR', 'warning name.case 1'],
  ['N7', 'kandahar', 'warning name.case 1'],
  ['N8', 'Rio De Janeiro', 'info name.particle 1'],
  ['N9', '1234', 'error name.no-letter 1'],
  ['N10', 'n/a', 'error name.placeholder 1'],
  ['N10', 'AF07', 'error name.placeholder 1'],
  ['N10', 'Conflict zone', 'warning name.special-area 1'],
  ['N11', 'Kandahar AF07', 'warning name.code-inside 1'],
  ['N12', 'Kandahař', 'warning name.letters 1'],
  ['N13', 'Kаndahar', 'error name.mixed-word 1'],
  ['N13', 'Кандагар', 'warning name.mixed-column 1'],
  ['N14', 'Kabul', 'warning name.duplicate 1'],
  ['N14', 'Kábul', 'info name.near-duplicate 1'],
  ['N2', 'x'.repeat(101), 'warning name.long 1'],
])('%s', (id, name, expected) => {
  test(JSON.stringify(name), async () => {
    const findings = await run(id, [level(1, { en: [...clean.en, name] })]);
    expect(brief(findings)).toEqual([expected]);
    expect(findings[0]!.items[0]!.rows).toContain(7);
  });
});

describe('not wrong', () => {
  test.each([
    ['N7', 'DRC'],
    ['N7', 'Zone IV'],
    ['N8', 'Rio de Janeiro'],
    ['N12', "Cox's Bazar (North), 2"],
    ['N11', 'Route 66'],
  ])('%s: %s', async (id, name) => expect(await run(id, [level(1, { en: [...clean.en, name] })])).toEqual([]));
  test('the same name under another parent', async () => expect(await run('N14', [level(2, { en: ['Western', 'Western'] }, ['AF01', 'AF02'])])).toEqual([]));
  test('ZWNJ in Persian', async () => expect(await run('N4', [level(1, { fa: ['خانه\u200cها'] })])).toEqual([]));
});

test('N1: the first language is a must, another only where nearly full', async () => {
  const full = Array.from({ length: 20 }, (_, index) => `Name ${index}`);
  const gap = (cells: Cells) => cells.map((cell, index) => (index === 3 ? null : cell));
  expect(brief(await run('N1', [level(1, { en: gap(full) })]))).toEqual(['error name.missing 1']);
  expect(brief(await run('N1', [level(1, { en: full, ar: gap(full) })]))).toEqual(['warning name.missing-other 1']);
  expect(await run('N1', [level(1, { en: full, ar: full.map((cell, index) => (index < 10 ? cell : null)) })])).toEqual([]);
});

test('N16: the UN name, with the right value', async () => {
  const [finding] = await run('N16', [level(0, { en: ['Republic of Iraq'], ar: ['العراق'] })], 'IRQ');
  expect(finding).toMatchObject({ code: 'name.country', count: 1, items: [{ values: { expected: 'Iraq' } }] });
  await expect(run('N16', [level(0, { en: ['Nowhere'] })], 'XXA')).rejects.toThrow('UN M49 does not list the country');
});

test('N17: nearest name of ISO 3166-2', async () => {
  const [finding] = await run('N17', [level(1, { en: ['Kābul', 'Herat', 'Kandahaar'] })]);
  expect(finding!.items.map((item) => item.values)).toEqual([{ nearest: 'Herāt' }, { nearest: 'Kandahār' }].slice(1));
});

test('N18 and N19', async () => {
  expect(brief(await run('N18', [level(1, { en: ['St. Ann', 'Saint Paul'] })]))).toEqual(['info name.abbreviation 1']);
  expect(brief(await run('N19', [level(1, { und: ['Kabul'] })]))).toEqual(['warning name.language 1']);
});

test('a finding about most rows is cut to a short list and keeps its count (N20)', async () => {
  const [finding] = await run('N7', [level(1, { en: Array.from({ length: 60 }, (_, index) => `LONGNAME${String.fromCharCode(65 + (index % 26))}`) })]);
  expect([finding!.count, finding!.items.length]).toEqual([60, 20]);
});

describe('letters lost', () => {
  const spoil = (cells: readonly (string | null)[]) => cells.map((cell, index) => (index === 2 ? `${cell!.slice(0, 1)}?${cell!.slice(2)}` : cell));
  test.each(['en', 'ar', 'und', 'ckb', 'xx', 'my', 'zh', 'am', 'zgh'])('are told once, whatever the language: %s', async (lang) => {
    const own = level(1, { [lang]: spoil(lang === 'ar' ? clean.ar : clean.en) });
    expect(brief(await run('N6', [own]))).toEqual(['error name.lost-letters 1']);
    const others = await Promise.all(['N9', 'N10', 'N12'].map((id) => run(id, [own])));
    const [noLetter, placeholder, letters] = others as [Finding[], Finding[], Finding[]];
    expect([...noLetter, ...placeholder]).toEqual([]);
    expect(letters.flatMap(({ items }) => items.filter(({ values }) => String(values?.['characters']).includes('?')))).toEqual([]);
  });
  test.each(['Kono ?', 'Kono (?)', '?', 'Saint-Louis', 'Zone 1/2', '¿', "N'Djaména"])('%s is none', async (name) => {
    const cells = clean.en.map((cell, index) => (index === 2 ? name : cell));
    expect(await run('N6', [level(1, { en: cells })])).toEqual([]);
  });
});
