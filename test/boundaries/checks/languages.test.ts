import { expect, test } from 'vitest';
import type { Finding } from '../../../server/contract/finding.ts';
import type { AdminLevel, Iso3, Pcode } from '../../../server/contract/ids.ts';
import type { BoundaryContext } from '../../../server/boundaries/checks/context.ts';
import { dateChecks, languageChecks } from '../../../server/boundaries/checks/languages.ts';
import { readDate } from '../../../server/matching/dates.ts';
import type { UploadedLevel } from '../../../server/boundaries/normalize/model.ts';

/** Columns by their standard name; every column has the same number of rows. */
function level(at: AdminLevel, columns: Record<string, (string | number | null)[]>, languages = ['en']): UploadedLevel {
  const rows = Object.values(columns)[0]!.length;
  const offsets = new Uint32Array(rows + 1);
  const geometry = { kinds: new Uint8Array(rows), coords: new Float64Array(), rings: offsets, polygons: offsets, rows: offsets };
  return {
    level: at,
    partial: false,
    lineage: [],
    languages,
    ancestors: [],
    columns: Object.keys(columns).map((standard) => ({ source: standard, standard, how: 'exact' })),
    raw: {
      file: 'f',
      layer: 'l',
      format: 'geojson',
      rows,
      columns: Object.entries(columns).map(([name, values]) => ({ name, values })),
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
      units: Array.from({ length: rows }, (_, index) => {
        const day = readDate(columns.valid_on?.[index] ?? null);
        return {
          level: at,
          pcode: `AF0${index + 1}` as Pcode,
          parentPcode: 'AF' as Pcode,
          names: [],
          validOn: 'iso' in day ? day.iso : null,
          validTo: null,
          areaSqKm: 1,
          center: [0, 0] as [number, number],
          bbox: [0, 0, 1, 1] as [number, number, number, number],
        };
      }),
    },
  };
}

async function run(id: string, ...levels: UploadedLevel[]): Promise<string[]> {
  const context: BoundaryContext = {
    boundaries: {
      country: 'AFG' as Iso3,
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
    today: '2026-06-01',
  };
  const outcome = await [...languageChecks, ...dateChecks].find((check) => check.id === id)!.run(context, (_, make) => make());
  return (outcome as Finding[]).map(({ severity, code, items }) => `${severity} ${code}: ${items.map(({ detail }) => detail).join('; ')}`);
}

const two = (value: string | number | null) => [value, value];
const good = {
  lang: two('en'),
  lang1: two('fa'),
  adm1_name: ['Kabul', 'Herat'],
  adm1_name1: ['کابل', 'هرات'],
  valid_on: two('2026-01-01'),
  valid_to: two(null),
  version: two('v01'),
};

test.each([...languageChecks, ...dateChecks].map(({ id }) => id))('%s finds nothing in a good layer', async (id) =>
  expect(await run(id, level(1, good, ['en', 'fa']))).toEqual([]),
);

test('L1', async () => {
  expect(await run('L1', level(1, { adm1_name: two('Kabul') }, ['en']))).toEqual(['info lang.from-headings: lang']);
  expect(await run('L1', level(1, { adm1_name: two('Kabul') }, ['und']))).toEqual(['warning lang.missing: lang']);
  expect(await run('L1', level(1, { lang: ['en', null] }))).toEqual(['warning lang.blank: 1 / 2']);
  expect(await run('L1', level(1, { lang: ['en', 'fr'] }))).toEqual(['warning lang.varies: lang: en (1), fr (1)']);
});
test('L2', async () => {
  expect(await run('L2', level(1, { lang: two('xx'), lang1: two('UA') }))).toEqual(['warning lang.unknown: lang = xx; lang1 = UA']);
  // Exports write it where no language is stated; it is a code of BCP 47.
  expect(await run('L2', level(1, { lang: two('und') }))).toEqual([]);
  expect(await run('L2', level(1, { lang: two('uz-Latn') }))).toEqual([]);
});
test('L3: judged by the letters', async () => expect(await run('L3', level(1, { adm1_name: ['کابل', 'هرات'] }))).toEqual(['warning lang.not-romanized: Arab']));
test('L4', async () => expect(await run('L4', level(1, good, ['en']), level(2, good, ['en', 'fa']))).toEqual(['info lang.deeper: fa']));
test('L5: French under EN, Arabic letters under fr', async () => {
  const french = ['Préfecture du Nord', 'Préfecture du Sud', 'Haute-Sangha', 'Préfecture de l’Est', 'Ville des Îles'];
  expect(await run('L5', level(1, { adm1_name: french }, ['en']))).toEqual(['info lang.label: en → fr? (100 %)']);
  expect(await run('L5', level(1, { adm1_name: french }, ['fr']))).toEqual([]);
  expect(await run('L5', level(1, { adm1_name: ['کابل', 'هرات', 'بلخ', 'فراه', 'غور'] }, ['fr']))).toEqual(['info lang.label: fr: Arab']);
});
test('D1', async () => {
  expect(await run('D1', level(1, { adm1_name: two('x') }))).toEqual(['warning date.missing: valid_on']);
  expect(await run('D1', level(1, { valid_on: ['2026-01-01', null] }))).toEqual(['warning date.blank: 1 / 2']);
  expect(await run('D1', level(1, { valid_on: ['2026-01-01', '2025-01-01'] }))).toEqual(['warning date.varies: 2025-01-01 (1), 2026-01-01 (1)']);
});
test('D2', async () => expect(await run('D2', level(1, { valid_to: ['2020-01-01', null] }))).toEqual(['warning date.retired: 2020-01-01']));
test('D3', async () => {
  const dates = { valid_on: ['2026-01-02', '2030-01-01', '1899-12-30', '03/04/2020'], valid_to: ['2026-01-01', null, null, null] };
  expect((await run('D3', level(1, dates))).map((each) => each.split(':')[0])).toEqual([
    'warning date.order',
    'warning date.future',
    'warning date.artefact',
    'warning date.unreadable',
  ]);
});
test('D4 and D5', async () => {
  const old = level(1, { valid_on: two('2019-06-03') });
  expect(await run('D4', old)).toEqual(['info date.stale: 2019-06-03']);
  expect(await run('D5', level(0, { valid_on: two('2026-01-01') }), old)).toEqual(['info date.levels: adm0: 2026-01-01, adm1: 2019-06-03']);
});
test('R1', async () => {
  expect(await run('R1', level(1, { version: two('V_01') }))).toEqual(['warning version.pattern: V_01']);
  expect(await run('R1', level(1, { version: ['v01', 'v02'] }))).toEqual(['warning version.varies: v01 (1), v02 (1)']);
  expect(await run('R1', level(1, { adm1_name: two('x') }))).toEqual(['warning version.missing: version']);
});
