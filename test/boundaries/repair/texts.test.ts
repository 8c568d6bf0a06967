/** Attribute repairs: each rule alone, with scripts in which the obvious would be wrong; carried out on the cells named, and on no other. */
import { describe, expect, test } from 'vitest';
import type { RepairPlan, TextOperation } from '../../../server/contract/boundaries/repair.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { NO_DECISIONS, accept, acceptTexts } from '../../../server/boundaries/repair/decide.ts';
import { openRepair } from '../../../server/boundaries/repair/repair.ts';
import { signsOf, tidy, unify } from '../../../server/boundaries/repair/texts/characters.ts';
import { longPrefix, plainCode, widthOf, withZeros } from '../../../server/boundaries/repair/texts/codes.ts';
import { fromDos, hasLost, reread, restore } from '../../../server/boundaries/repair/texts/lost.ts';
import { isAllCaps, titleCase } from '../../../server/boundaries/repair/texts/titleCase.ts';
import { takeRows } from '../../../server/boundaries/normalize/geometry.ts';
import type { RawLayer } from '../../../server/formats/raw.ts';
import { rawLayer, square } from '../../helpers/rawLayers.ts';
import { WHO } from './ground.ts';

const said = ({ texts, textOffers }: Pick<RepairPlan, 'texts' | 'textOffers'>) =>
  [...texts, ...textOffers].map(({ rule, column, before, after }) => [rule, column, before, after]);
const unit = (x: number, y: number, size = 1) => [square(x, y, size)];
const plan = async (layers: RawLayer[], country = 'SLE') => (await openRepair(layers, { country: country as Iso3 })).plan;

describe('characters', () => {
  test.each([
    [' Bo', 'Bo', 'blanks'],
    ['Port\u00a0Loko', 'Port Loko', 'blanks'],
    ['Port \t Loko', 'Port Loko', 'blanks'],
    ['\ufeffBo', 'Bo', 'invisible'],
    ['Ko\u200bno', 'Kono', 'invisible'],
    ['Ko\u00adno', 'Kono', 'invisible'],
    ['\u200fبغداد', 'بغداد', 'invisible'],
    ['E\u0301vora', 'Évora', 'nfc'],
    ['Ha\u0300 No\u0323\u0302i', 'Hà Nội', 'nfc'],
    ['Bo', 'Bo', null],
    ['', '', null],
  ])('%j → %j', (before, after, rule) => {
    expect(tidy(before)).toMatchObject({ text: after, rule });
  });

  test.each([
    ['می\u200cخواهم', 'Persian'],
    ['شهر\u200cکرد', 'Persian'],
    ['क्\u200dष', 'Devanagari'],
    ['শ্রী\u200cমঙ্গল', 'Bengali'],
    ['ശ്\u200dരീ', 'Malayalam'],
    ['ස්\u200dරී', 'Sinhala'],
    ['ភូមិ\u200cថ្មី', 'Khmer'],
    ['မြို့\u200cနယ်', 'Burmese'],
  ])('joiners between letters of %j stay (%s)', (text) => {
    expect(tidy(text).text).toBe(text.normalize('NFC'));
  });

  test.each(['Bo\u200c', '\u200dBo', 'B\u200co', 'بغداد\u200c', '\u200cبغداد', 'می\u200c خواهم'])('joiners that join nothing go: %j', (text) => {
    expect(tidy(text)).toMatchObject({ text: text.replace(/[\u200c\u200d]/g, ''), rule: 'invisible' });
  });

  test('other scripts are not touched', () => {
    for (const name of ['北京市', 'ประเทศไทย', 'አዲስ አበባ', 'Київ', 'Αθήνα', 'ירושלים', 'ᠮᠣᠩᠭᠣᠯ', 'Ñuflo de Chávez', 'Şırnak', 'Đắk Lắk', 'ʻAta'])
      expect(tidy(name)).toMatchObject({ text: name.normalize('NFC'), rule: null });
  });

  test('signs are those of nine in ten names; what may be a letter is only shown', () => {
    const names = (sign: string, count: number): [string, number][] => Array.from({ length: count }, (_, i) => [`N${sign}Gaoun${i}a`, 1]);
    const signs = signsOf([...names("'", 19), ['N`Zara', 1], ['Ban–Gui', 1], ...Array.from({ length: 20 }, (_, i): [string, number] => [`Bo-Ali${i}a`, 1])]);
    expect(unify('N`Zara', signs)).toMatchObject({ text: "N'Zara", rule: 'apostrophe', majority: { sign: "'", count: 19, of: 20 } });
    expect(unify('Ban–Gui', signs)).toMatchObject({ text: 'Ban-Gui', rule: 'hyphen' });
    expect(unify('Nʼzara', signs)).toMatchObject({ text: "N'zara", rule: 'look-alike' });
    expect(unify('N’zara', signs)).toMatchObject({ rule: 'look-alike' });
    expect(unify('Bo – Ali', signs)).toBeNull();
    expect(unify("N'Zara", signs)).toBeNull();
    // Eight of ten are no majority.
    expect(signsOf([...names("'", 8), ...names('`', 2)]).apostrophe).toBeNull();
    expect(signsOf(names("'", 9)).apostrophe).toBeNull();
  });
});

describe('letters read wrongly or lost', () => {
  test.each([
    ['Ã‰vora', 'Évora', 'windows-1252'],
    ['BogotÃ¡', 'Bogotá', 'windows-1252'],
    ['ÐšÐ¸Ñ—Ð²', 'Київ', 'windows-1252'],
    ['РљРёС—РІ', 'Київ', 'windows-1251'],
    ['Pr├®fecture', 'Préfecture', 'IBM850'],
    ['├ëvora', 'Évora', 'IBM850'],
    ['N├║├▒ez', 'Núñez', 'IBM850'],
    ['ðÜð©Ðùð▓', 'Київ', 'IBM850'],
  ])('%s is %s', (before, after, encoding) => {
    expect(reread(before)).toEqual({ text: after, encoding });
  });

  test('Arabic read as windows-1252 and as windows-1256 is Arabic again', () => {
    for (const encoding of ['windows-1252', 'windows-1256'] as const) {
      const spoiled = new TextDecoder(encoding).decode(new TextEncoder().encode('حلب'));
      expect(reread(spoiled)).toMatchObject({ text: 'حلب' });
    }
  });

  test.each(['Évora', 'Bogotá', 'Київ', 'بغداد', 'São Tomé', 'Nouakchott', 'Łódź', 'Ðà Nẵng', 'Ñ', '', 'Bo'])('a good name is left alone: %s', (name) => {
    expect(reread(name)).toBeNull();
  });

  test('bytes of DOS read as those of Windows: only where the very text is known elsewhere', () => {
    const isKnown = (text: string) => ['Préfecture', 'Núñez'].includes(text);
    expect(fromDos('Pr‚fecture', isKnown)).toEqual({ text: 'Préfecture', encoding: 'IBM850' });
    expect(fromDos('N£¤ez', isKnown)).toEqual({ text: 'Núñez', encoding: 'IBM850' });
    for (const name of ['Vall‚e', 'Préfecture', 'Bo', 'Київ', '']) expect(fromDos(name, isKnown)).toBeNull();
  });

  test('lost letters come from one name that fits, from none of several', () => {
    expect(hasLost('Bou?r')).toBe(true);
    expect(hasLost('Where?')).toBe(false);
    expect(restore('Bou\ufffdr', ['Bouar', 'Bangui'])).toBe('Bouar');
    expect(restore('N?ya', ['Noya', 'Naya'])).toBeNull();
    expect(restore('S\ufffd\ufffdo Tom\ufffd\ufffd', ['São Tomé'])).toBe('São Tomé');
    expect(restore('ب?داد', ['بغداد'])).toBe('بغداد');
    expect(restore('B.u?r', ['Bxuar'])).toBeNull();
  });
});

describe('capitals', () => {
  test.each([
    ['SAINT-LOUIS DU SÉNÉGAL', 'fr', 'Saint-Louis du Sénégal'],
    ['RIO DE JANEIRO', 'pt', 'Rio de Janeiro'],
    ['LA PAZ', 'es', 'La Paz'],
    ['IZMIR', 'tr', 'Izmır'],
    ['İZMİR', 'tr', 'İzmir'],
    ['DİYARBAKIR', 'tr', 'Diyarbakır'],
    ['DIYARBAKIR', 'en', 'Diyarbakir'],
    ['IJMUIDEN', 'nl', 'IJmuiden'],
    ['BERGEN OP ZOOM', 'nl', 'Bergen op Zoom'],
    ["N'DJAMENA", 'fr', "N'Djamena"],
    ['DISTRICT IV', 'en', 'District IV'],
    ['STRASSE', 'de', 'Strasse'],
    ['КИЇВ', 'uk', 'Київ'],
    ['ΑΘΗΝΑ', 'el', 'Αθηνα'],
    ['BO', 'en', 'Bo'],
    ['Bo', 'en', 'Bo'],
    ['بغداد', 'ar', 'بغداد'],
  ])('%s (%s) → %s', (before, lang, after) => {
    expect(titleCase(before, lang)).toBe(after);
  });

  test('a column is in capitals where nearly all its names are', () => {
    expect(isAllCaps(['KENEMA', 'KAILAHUN', 'BONTHE'])).toBe(true);
    expect(isAllCaps(['KENEMA', 'Kailahun', 'BONTHE'])).toBe(false);
    expect(isAllCaps(['بغداد', 'البصرة', 'الموصل'])).toBe(false);
    expect(isAllCaps(['北京市', '上海市', '天津市'])).toBe(false);
  });
});

describe('codes', () => {
  test('spelling, width, zeros, beginnings', () => {
    expect(plainCode(' sl-01.02')).toBe('SL0102');
    expect(widthOf(['0101', '0102', '201'])).toBeNull();
    expect(widthOf([...Array.from({ length: 18 }, (_, i) => `01${10 + i}`), '101', '102'])).toBe(4);
    const nobody = () => false;
    expect(withZeros('101', 4, ['01'], nobody)).toBe('0101');
    expect(withZeros('101', 4, ['02'], nobody)).toBeNull();
    expect(withZeros('101', 4, [], nobody)).toBeNull();
    expect(withZeros('101', 4, [], (code) => code === '0101')).toBe('0101');
    // 1.01E+05 may have been 101234: only who has the code tells.
    expect(withZeros('1.01E+05', 6, ['1'], nobody)).toBeNull();
    expect(withZeros('1.01E+05', 6, [], (code) => code === '101000')).toBe('101000');
    expect(withZeros('SL01', 6, ['SL'], nobody)).toBeNull();
    expect(longPrefix(['SLE01', 'SLE0102'], 'SLE' as Iso3)).toBe('SL');
    expect(longPrefix(['SLE01', 'SL0102'], 'SLE' as Iso3)).toBeNull();
  });
});

/** Two levels with a fault of each kind in their texts. */
function layers(): RawLayer[] {
  return [
    rawLayer(
      'sle_adm1',
      { ADM0_EN: ['Sierra Leone', null], ADM1_EN: ['Évora', 'South'], ADM1_PCODE: ['SL01', 'SL02'], validOn: ['1899-12-30', '2020-01-01'] },
      [unit(0, 0, 2), unit(2, 0, 2)],
    ),
    rawLayer(
      'sle_adm2',
      {
        ADM2_EN: [' Bo', 'Ko\u200bno', 'Port Loko', 'Pujehun'],
        ADM2_PCODE: ['SL0101', 'SL0102', 'SL0201', 'SL0202'],
        ADM1_EN: ['Ã‰vora', 'Évora', null, 'So?th'],
        ADM1_PCODE: ['SL01', 'SL01', 'SL02', 'sl-02'],
        people: [1, 2, 3.5, null],
      },
      [unit(0, 0), unit(1, 0), unit(2, 0), unit(3, 0)],
    ),
  ];
}

describe('a plan of two layers', () => {
  test('each fault is told with what speaks for the change', async () => {
    const { texts, textOffers } = await plan(layers());
    expect(said({ texts, textOffers })).toEqual(
      expect.arrayContaining([
        ['blanks', 'ADM2_EN', ' Bo', 'Bo'],
        ['invisible', 'ADM2_EN', 'Ko\u200bno', 'Kono'],
        ['mojibake', 'ADM1_EN', 'Ã‰vora', 'Évora'],
        ['lost-letters', 'ADM1_EN', 'So?th', 'South'],
        ['code-spelling', 'ADM1_PCODE', 'sl-02', 'SL02'],
        ['parent-name', 'ADM1_EN', null, 'South'],
        ['country-name', 'ADM0_EN', null, 'Sierra Leone'],
        ['date-artefact', 'validOn', '1899-12-30', null],
      ]),
    );
    const of = (rule: TextOperation['rule']) => texts.find((operation) => operation.rule === rule)!;
    expect(of('blanks')).toMatchObject({ level: 2, rows: [1], units: ['SL0101'], bulk: true });
    expect(of('mojibake')).toMatchObject({ rows: [1], bulk: false, evidence: { code: 'also-in', params: { encoding: 'windows-1252' } } });
    expect(of('parent-name')).toMatchObject({ rows: [3], evidence: { code: 'layer-above', params: { pcode: 'SL02' } } });
    expect(of('invisible').evidence.params).toEqual({ marks: 'U+200B' });
  });

  test('what is accepted is in the cells named; every other cell is the value it was, and every other layer the object', async () => {
    const before = layers();
    const { plan: planned, apply } = await openRepair(before, { country: 'SLE' as Iso3 });
    const one = planned.texts.find(({ rule }) => rule === 'blanks')!;
    const { layers: after, outcome } = apply(accept([one], NO_DECISIONS, WHO));
    expect(outcome.texts).toEqual([one]);
    expect(after[0]).toBe(before[0]);
    expect(after[1]!.geometry).toBe(before[1]!.geometry);
    for (const [i, column] of after[1]!.columns.entries()) {
      if (column.name === 'ADM2_EN') expect(column.values).toEqual(['Bo', 'Ko\u200bno', 'Port Loko', 'Pujehun']);
      else expect(column).toBe(before[1]!.columns[i]);
    }
    expect(apply(NO_DECISIONS).layers).toEqual(before);
  });

  test('in bulk by rule: only rules named, and none that asks for a person', async () => {
    const { plan: planned, apply } = await openRepair(layers(), { country: 'SLE' as Iso3 });
    const decisions = acceptTexts(planned, NO_DECISIONS, ['blanks', 'mojibake', 'date-artefact'], WHO);
    expect(
      apply(decisions)
        .outcome.texts.map(({ rule }) => rule)
        .sort(),
    ).toEqual(['blanks', 'date-artefact']);
    expect(apply(decisions).layers[0]!.columns.find(({ name }) => name === 'validOn')!.values).toEqual([null, '2020-01-01']);
  });

  test('all accepted, a second plan finds nothing', async () => {
    const { plan: planned, apply } = await openRepair(layers(), { country: 'SLE' as Iso3 });
    const { layers: after } = apply(accept(planned.texts, NO_DECISIONS, WHO));
    expect((await plan(after)).texts).toEqual([]);
  });

  test('ids are the same whatever the order of rows', async () => {
    const [upper, lower] = layers();
    const rows = Uint32Array.from([3, 2, 1, 0]);
    const turned = {
      ...lower!,
      geometry: takeRows(lower!.geometry, rows),
      columns: lower!.columns.map(({ name, values }) => ({ name, values: values.toReversed() })),
    };
    const ids = async (list: RawLayer[]) => (await plan(list)).texts.map(({ id }) => id);
    expect(await ids([upper!, turned])).toEqual(await ids(layers()));
  });
});

describe('dates of validity', () => {
  const dated = (validOn: (string | null)[], more: Record<string, (string | null)[]> = {}) => [
    rawLayer(
      'sle_adm1',
      { ADM1_EN: ['East', 'North', 'South', 'West'], ADM1_PCODE: ['SL01', 'SL02', 'SL03', 'SL04'], validOn, ...more },
      [0, 1, 2, 3].map((x) => unit(x, 0)),
    ),
  ];
  const datesOf = async (layers: RawLayer[], validOn: string | null = null) => {
    const { texts } = (await openRepair(layers, { country: 'SLE' as Iso3, options: { validOn } })).plan;
    return texts.map(({ rule, rows, before, after, evidence }) => [rule, rows, before, after, evidence.code]);
  };

  test('a row without one has that of all other rows', async () => {
    expect(await datesOf(dated(['2020-01-01', null, '2020-01-01', '']), '2021-02-02')).toEqual([['valid-on', [2, 4], null, '2020-01-01', 'other-rows']]);
  });

  test('where no row has one, that of the metadata, else that of the source', async () => {
    expect(await datesOf(dated([null, null, null, null]), '2021-02-02')).toEqual([['valid-on', [1, 2, 3, 4], null, '2021-02-02', 'metadata']]);
    expect(await datesOf(dated([null, null, null, null], { date: Array(4).fill('2019-03-03') }))).toEqual([['valid-on', [1, 2, 3, 4], null, '2019-03-03', 'date-column']]); // prettier-ignore
    expect(await datesOf(dated([null, null, null, null]))).toEqual([]);
  });

  test('where rows have several, nobody can tell', async () => {
    expect(await datesOf(dated(['2020-01-01', '2021-01-01', '2020-01-01', null]), '2021-02-02')).toEqual([]);
  });

  test('a date that no one entered gives way to the one that the others have, and a second plan finds nothing', async () => {
    const spoiled = dated(['1970-01-01', '2020-01-01', '2020-01-01', null], { validTo: ['1899-12-30', null, null, null] });
    expect(await datesOf(spoiled)).toEqual([
      ['date-artefact', [1], '1970-01-01', '2020-01-01', 'day-zero-known'],
      ['date-artefact', [1], '1899-12-30', null, 'day-zero'],
      ['valid-on', [4], null, '2020-01-01', 'other-rows'],
    ]);
    const { plan: planned, apply } = await openRepair(spoiled, { country: 'SLE' as Iso3 });
    const { layers: after } = apply(accept(planned.texts, NO_DECISIONS, WHO));
    expect(after[0]!.columns.find(({ name }) => name === 'validOn')!.values).toEqual(Array(4).fill('2020-01-01'));
    expect((await plan(after)).texts).toEqual([]);
  });
});

test('zeros that a number lost are proposed where the code above is the beginning', async () => {
  const codes = Array.from({ length: 20 }, (_, i) => `01${String(i + 1).padStart(2, '0')}`);
  const dirty = [
    rawLayer('sle_adm1', { ADM1_EN: ['North'], ADM1_PCODE: ['01'] }, [unit(0, 0, 20)]),
    rawLayer(
      'sle_adm2',
      { ADM2_EN: codes.map((code) => `Bo ${code}`), ADM2_PCODE: codes.with(4, '105'), ADM1_PCODE: codes.map(() => '01') },
      codes.map((_, x) => unit(x, 0)),
    ),
  ];
  const { texts } = await plan(dirty);
  expect(said({ texts, textOffers: [] })).toEqual([['code-zeros', 'ADM2_PCODE', '105', '0105']]);
  expect(texts[0]).toMatchObject({ rows: [5], bulk: true, evidence: { code: 'width', params: { width: 4, pcode: '01' } } });
});

test('ISO3 for ISO2 is one decision for all codes of all layers', async () => {
  const dirty = [
    rawLayer('sle_adm1', { ADM1_EN: ['North', 'South'], ADM1_PCODE: ['SLE01', 'SLE02'] }, [unit(0, 0, 2), unit(2, 0, 2)]),
    rawLayer('sle_adm2', { ADM2_EN: ['Bo', 'Kono'], ADM2_PCODE: ['SLE0101', 'SLE0201'], ADM1_PCODE: ['SLE01', 'SLE02'] }, [unit(0, 0, 2), unit(2, 0, 2)]),
  ];
  const { plan: planned, apply } = await openRepair(dirty, { country: 'SLE' as Iso3 });
  expect(planned.texts).toMatchObject([{ rule: 'code-prefix', column: '*', before: 'SLE', after: 'SL', bulk: false, evidence: { params: { count: 6 } } }]);
  const { layers: after } = apply(accept(planned.texts, NO_DECISIONS, WHO));
  expect(after.map(({ columns }) => columns.filter(({ name }) => name.includes('PCODE')).map(({ values }) => values))).toEqual([
    [['SL01', 'SL02']],
    [
      ['SL0101', 'SL0201'],
      ['SL01', 'SL02'],
    ],
  ]);
});

test('a district that lies in another region than its code says is a question', async () => {
  const dirty = [
    rawLayer('sle_adm1', { ADM1_EN: ['North', 'South'], ADM1_PCODE: ['SL01', 'SL02'] }, [unit(0, 0, 2), unit(2, 0, 2)]),
    rawLayer('sle_adm2', { ADM2_EN: ['Bo', 'Kono'], ADM2_PCODE: ['SL0101', 'SL0201'], ADM1_PCODE: ['SL01', 'SL01'] }, [unit(0, 0, 2), unit(2, 0, 2)]),
  ];
  const { texts, textOffers } = await plan(dirty);
  expect(texts).toEqual([]);
  expect(textOffers).toMatchObject([
    {
      rule: 'parent-place',
      column: 'ADM1_PCODE',
      before: 'SL01',
      after: 'SL02',
      rows: [2],
      units: ['SL0201'],
      bulk: false,
      evidence: { params: { percent: 100 } },
    },
  ]);
});

test('capitals are offered by the language of the column, and an offer holds what is proposed', async () => {
  const dirty = [
    rawLayer('tur_adm1', { adm1_name: [' DİYARBAKIR', 'IĞDIR', 'İZMİR'], adm1_pcode: ['TR21', 'TR76', 'TR35'], lang: ['tr', 'tr', 'tr'] }, [
      unit(0, 0),
      unit(1, 0),
      unit(2, 0),
    ]),
  ];
  const { plan: planned, apply } = await openRepair(dirty, { country: 'TUR' as Iso3 });
  expect(said({ texts: [], textOffers: planned.textOffers }).map(([, , before, after]) => [before, after])).toEqual(
    expect.arrayContaining([
      [' DİYARBAKIR', 'Diyarbakır'],
      ['IĞDIR', 'Iğdır'],
      ['İZMİR', 'İzmir'],
    ]),
  );
  const decisions = acceptTexts(planned, NO_DECISIONS, ['title-case', 'blanks'], WHO);
  expect(apply(decisions).layers[0]!.columns[0]!.values).toEqual(['Diyarbakır', 'Iğdır', 'İzmir']);
});
