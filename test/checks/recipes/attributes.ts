/** Cases of the families that judge attributes (F, P, N, L, D, R, S): each is the square country of squares.ts, and one thing done to its columns. */
import type { Case, Cases, Change, Layers, Recipes } from './squares.ts';
import { box, noChange, only, polygon, rename, unit } from './squares.ts';

const clean: Cases = { clean: [noChange] };

/** Changes the properties of every row of a layer. */
const each =
  (layer: string, change: (properties: Record<string, unknown>, row: number) => Record<string, unknown>): Change =>
  (layers) =>
    layers[layer]!.forEach((feature, row) => {
      feature.properties = change(feature.properties!, row);
    });
const without =
  (...columns: string[]) =>
  (properties: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(properties).filter(([name]) => !columns.includes(name)));
const named = (name: string | null): Change[] => [rename('admin2', 3, { adm2_name: name })];
const coded = (code: string | number | null): Change[] => [rename('admin2', 3, { adm2_pcode: code })];
const codes = (...list: (string | number)[]): Change => each('admin2', (properties, row) => ({ ...properties, adm2_pcode: list[row] }));
const names = (layer: string, ...list: string[]): Change => each(layer, (properties, row) => ({ ...properties, [`adm${layer.at(-1)}_name`]: list[row] }));
const layerOf =
  (name: string, make: (layers: Layers) => Layers[string]): Change =>
  (layers) => {
    layers[name] = make(layers);
  };
/** A point for each province, in it or beside it. */
const capitals = (...places: [code: string, lon: number, lat: number][]): Change =>
  layerOf('admincapitals', () => places.map(([code, lon, lat]) => unit(code, { type: 'Point', coordinates: [lon, lat] })));
/** Rows without geometry, as a gazetteer table has them. */
const gazetteer = (...list: string[]): Change => layerOf('admgz', () => list.map((code) => unit(code, null)));
const afghan = (changes: Change[]): Case => ({
  changes: [each('admin0', (properties) => ({ ...properties, adm0_name: 'Afghanistan' })), ...changes],
  country: 'AFG',
});

const faulty: Record<string, Cases> = {
  F2: { 'adm1-missing': [only('admin0', 'admin2')] },
  F3: { 'adm0-alone': [only('admin0')], 'adm2-alone': [only('admin2')] },
  F4: { 'other-name': [(layers) => void ((layers['districts_adm2_final'] = layers['admin2']!), delete layers['admin2'])] },
  F5: {
    'no-code-column': [only('admin0', 'admin1'), each('admin1', without('adm1_pcode'))],
    'no-parent-columns': [each('admin2', without('adm1_pcode', 'adm1_name'))],
  },
  F6: { 'two-spellings': [each('admin1', ({ adm1_name, adm1_pcode, ...rest }) => ({ ADM1_EN: adm1_name, ADM1_PCODE: adm1_pcode, ...rest }))] },
  F7: { 'population-column': [each('admin2', (properties) => ({ ...properties, population: 7 }))] },
  F8: {
    'country-first': [
      each('admin1', ({ adm1_name, adm1_pcode, adm0_name, adm0_pcode, ...rest }) => ({ adm0_name, adm0_pcode, adm1_name, adm1_pcode, ...rest })),
    ],
  },
  F9: {
    'damaged-heading': [each('admin2', (properties) => ({ ...properties, 'PrÃ©fecture': 'x' }))],
    'damaged-cells': [each('admin2', (properties) => ({ ...properties, remark: 'PrÃ©fecture' }))],
  },
  F10: { 'two-layers': [layerOf('admin2_old', ({ admin2 }) => structuredClone(admin2!))] },
  F11: { 'two-countries': [(layers) => void layers['admin0']!.push(unit('XN', polygon(box(21, 5, 21.1, 5.1))))] },
  P1: { 'empty-code': coded(null) },
  P2: { numbers: [codes(101, 102, 201, 202)] },
  P9: { 'scientific-notation': coded('1.01E+11'), 'lost-zero': coded('XN202') },
  P3: {
    'blank-inside': coded('XN 0202'),
    'scheme-with-dashes': [codes('XN01-01', 'XN01-02', 'XN02-01', 'XN02-02')],
    'letters-after-prefix': coded('XN02D2'),
    'special-area': coded('Conflict'),
  },
  P4: { 'other-country': coded('ZZ99'), 'three-letters': coded('XNV0202'), 'small-letters': coded('xn0202'), 'no-prefix': coded('0202') },
  P5: { 'lost-zero': coded('XN22') },
  P6: { 'one-code-for-two': coded('XN0201') },
  P7: {
    'not-its-parent': [
      each('admin2', (properties, row) => ({ ...properties, adm2_pcode: row === 3 ? 'XN0902' : properties['adm2_pcode'] })),
      ...Array.from(
        { length: 8 },
        (_, index) => (layers: Layers) => void layers['admin2']!.push(unit(`XN021${index}`, polygon(box(21 + index, 5, 21.1 + index, 5.1)))),
      ),
    ],
    'scheme-not-nested': [codes('XN1', 'XN2', 'XN3', 'XN4')],
  },
  P8: { 'parent-spelt-twice': [rename('admin2', 3, { adm1_name: 'Plaice 02' })] },
  P11: {
    'nine-of-nine': [
      only('admin2'),
      each('admin2', (properties, row) => ({ ...properties, adm1_pcode: 'XN01', adm2_pcode: `XN01${row + 1}` })),
      (layers) =>
        void layers['admin2']!.push(
          ...[5, 6, 7, 8, 9].map((digit) => unit('XN0301', polygon(box(21 + digit, 5, 21.1 + digit, 5.1)), { adm1_pcode: 'XN01', adm2_pcode: `XN01${digit}` })),
        ),
    ],
  },
  N1: { 'empty-name': named(null) },
  N2: { '101-letters': named(`Place ${'x'.repeat(95)}`) },
  N3: { 'blank-before': named(' Foo'), 'blank-after': named('Foo '), 'two-blanks': named('Foo  Bar'), 'line-break': named('Foo\nBar') },
  N4: { 'no-break-blank': named('Foo\u00a0Bar'), 'direction-mark': named('Foo\u200f') },
  N5: { 'separate-accents': named('Pende\u0301') },
  N6: {
    'utf-8-read-as-1252': named('PrÃ©fecture'),
    'replacement-character': named('Pr\ufffdfecture'),
    'question-mark': named('Pr?fecture'),
    'mark-at-the-end': named('Harbour?'),
  },
  N7: { 'all-capitals': named('SOUTH HARBOUR'), 'all-small': named('south harbour') },
  N8: { 'capital-particle': named('Villa De Arriba') },
  N9: { digits: named('0202') },
  N10: { 'not-available': named('n/a'), 'the-code': named('XN0202'), disputed: named('Disputed area') },
  N11: { 'code-in-brackets': named('South Harbour (XN0202)') },
  N12: { 'letters-of-another-language': named('Kandahař') },
  N13: { 'cyrillic-a': named('Plаce'), 'another-script': named('Место') },
  N14: { 'same-name': named('Place 0201'), 'nearly-the-same': named('place-0201') },
  N16: { 'formal-name': { changes: [each('admin0', (properties) => ({ ...properties, adm0_name: 'Islamic Republic of Afghanistan' }))], country: 'AFG' } },
  N17: { 'another-spelling': afghan([names('admin1', 'Kabool', 'Herāt')]) },
  N18: { 'st-and-saint': [names('admin2', 'St. Ann', 'Saint Paul', 'Harbour', 'Hill')] },
  N19: { 'no-language': [each('admin2', without('lang'))] },
  L1: { 'empty-cells': [rename('admin2', 3, { lang: null })], 'two-languages': [rename('admin2', 3, { lang: 'fr' })] },
  L2: { 'no-such-code': [each('admin2', (properties) => ({ ...properties, lang: 'xx' }))] },
  L3: { arabic: [each('admin2', (properties) => ({ ...properties, lang: 'ar' })), names('admin2', 'الشمال', 'الجنوب', 'الشرق', 'الغرب')] },
  L4: { 'french-below-only': [each('admin2', (properties) => ({ ...properties, adm2_name1: 'Lieu', lang1: 'fr' }))] },
  L5: {
    'french-under-en': [
      only('admin2'),
      names('admin2', 'Préfecture du Nord', 'Préfecture du Sud', 'Haute Rive', 'Ville des Îles'),
      (layers) => void layers['admin2']!.push(unit('XN0203', polygon(box(21, 5, 21.1, 5.1)), { adm2_name: 'Rivière du Milieu' })),
    ],
  },
  D1: {
    'empty-cells': [rename('admin2', 3, { valid_on: null })],
    'two-days': [rename('admin2', 3, { valid_on: '2024-01-01' })],
    'no-column': [each('admin2', without('valid_on'))],
  },
  D2: { retired: [rename('admin2', 3, { valid_to: '2025-06-01' })], 'no-column': [each('admin2', without('valid_to'))] },
  D3: {
    'end-before-start': [rename('admin2', 3, { valid_to: '2020-01-01' })],
    'in-the-future': [rename('admin2', 3, { valid_on: '2031-01-01' })],
    '1899': [rename('admin2', 3, { valid_to: '1899-12-30' })],
    ambiguous: [rename('admin2', 3, { valid_on: '03/04/2025' })],
  },
  D4: {
    'three-years': [
      each('admin0', (p) => ({ ...p, valid_on: '2022-05-01' })),
      each('admin1', (p) => ({ ...p, valid_on: '2022-05-01' })),
      each('admin2', (p) => ({ ...p, valid_on: '2022-05-01' })),
    ],
  },
  D5: { 'two-releases': [each('admin2', (properties) => ({ ...properties, valid_on: '2024-01-01' }))] },
  R1: {
    'old-form': [each('admin2', (properties) => ({ ...properties, version: 'V_01' }))],
    'two-versions': [rename('admin2', 3, { version: 'v02' })],
    'no-column': [each('admin2', without('version'))],
  },
  S1: { 'five-per-cent-off': [each('admin2', (properties) => ({ ...properties, area_sqkm: 130 }))] },
  S2: { outside: [each('admin2', (properties) => ({ ...properties, center_lon: 20.05, center_lat: 5.05 }))] },
  S3: {
    'outside-its-province': [capitals(['XN01', 20.15, 5.05], ['XN02', 20.15, 5.05])],
    'one-missing': [capitals(['XN01', 20.05, 5.05])],
    'no-such-code': [capitals(['XN01', 20.05, 5.05], ['XN02', 20.15, 5.05], ['XN07', 20.15, 5.05])],
  },
  S4: { 'one-missing': [gazetteer('XN0101', 'XN0102', 'XN0201')], 'one-too-many': [gazetteer('XN0101', 'XN0102', 'XN0201', 'XN0202', 'XN0909')] },
};

const sound: Record<string, Cases> = {
  N3: { ...clean, 'one-blank': named('Foo Bar') },
  N4: { ...clean, 'joiner-in-persian': [each('admin2', (p) => ({ ...p, lang: 'fa' })), ...named('خانه\u200cها')] },
  N7: { ...clean, acronym: named('DRC'), 'roman-numeral': named('Zone IV') },
  N8: { ...clean, 'small-particle': named('Villa de Arriba'), 'direction-after-name': named('Livou Est') },
  N12: { ...clean, apostrophe: named("Cox's Bazar (North), 2") },
  N14: { ...clean, 'another-parent': named('Place 0101') },
  N16: { official: afghan([]) },
  N17: { official: afghan([names('admin1', 'Kābul', 'Herāt')]) },
  P11: clean,
  S1: { 'half-a-per-cent-off': [each('admin2', (properties) => ({ ...properties, area_sqkm: 123 }))] },
  S2: { inside: [each('admin2', (p, row) => ({ ...p, center_lon: row < 2 ? 20.05 : 20.15, center_lat: row % 2 === 0 ? 5.05 : 5.15 }))] },
  S3: { inside: [capitals(['XN01', 20.05, 5.05], ['XN02', 20.15, 5.05])] },
  S4: { equal: [gazetteer('XN0101', 'XN0102', 'XN0201', 'XN0202')] },
};

/** The square country with every column that the specification asks for, so that only the planted fault shows. */
const complete: Change[] = ['admin0', 'admin1', 'admin2'].map((layer) =>
  each(layer, (properties) => ({ ...properties, valid_on: '2025-06-01', valid_to: null })),
);

const whole = (cases: Cases): Cases =>
  Object.fromEntries(
    Object.entries(cases).map(([name, entry]) => {
      const { changes, ...more } = Array.isArray(entry) ? { changes: entry } : entry;
      return [name, { changes: [...complete, ...changes], ...more }];
    }),
  );

export const ATTRIBUTES: Recipes = Object.fromEntries(
  Object.entries(faulty).map(([id, cases]) => [id, { faulty: whole(cases), sound: whole(sound[id] ?? clean) }]),
);
