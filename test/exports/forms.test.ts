/** Forms and packages of a version: the rules of XLSForm, the cascade as another program runs it, what HDX asks for, what stays small. */
import type { Feature } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { DatasetVersion } from '../../server/contract/datasets/dataset.ts';
import { levelsToKml } from '../../server/boundaries/files/kml.ts';
import { populationTagOf, withHxl } from '../../server/boundaries/files/hxl.ts';
import { listNames } from '../../server/exports/files.ts';
import { toChoices } from '../../server/exports/forms/choices.ts';
import { isLong, writeChoicesCsv, writeEntitiesCsv, writeXlsForm, type FormAbout } from '../../server/exports/forms/xlsform.ts';
import { toHdx } from '../../server/exports/hdx.ts';
import { makeOfBoundaries, withTags } from '../../server/exports/make.ts';
import { NO_METADATA } from '../../server/kinds/summary.ts';
import { TABLES } from '../helpers/boundaries/lookup.ts';
import { toTable } from '../helpers/boundaryTables.ts';
import { manyDistricts } from '../helpers/forms/many.ts';
import { faultsOf, readForm } from '../helpers/forms/xlsform.ts';

const ABOUT: FormAbout = { title: 'Exland', id: 'cod_ab_exl_v02', version: '02', levelIn: (level, lang) => `${lang} ${level}` };
const VERSION = {
  dataset: 'cod-ab-exl',
  version: 'v02',
  publishedAt: '2026-01-01T00:00:00Z',
  metadata: {
    ...NO_METADATA,
    title: 'Exland: boundaries',
    source: 'Survey',
    license: 'CC BY-IGO',
    methodology: 'Census of 2016',
    dateValidOn: '2017',
    updateFrequencyYears: 1,
  },
  levels: TABLES.map(({ level, units }) => ({ level, units: units.length })),
  artifacts: [{ kind: 'geometry' }],
} as unknown as DatasetVersion;
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('XLSForm', () => {
  test('asks level by level, with the parent of equal labels in brackets', async () => {
    const form = await readForm(writeXlsForm(toChoices(TABLES), ABOUT));
    expect(faultsOf(form)).toEqual([]);
    expect(form.survey).toMatchObject([
      { type: 'select_one adm1', name: 'adm1' },
      { type: 'select_one adm2', name: 'adm2', choice_filter: 'adm1=${adm1}' },
    ]);
    const label = Object.keys(form.choices[0]!).find((heading) => heading.startsWith('label'))!;
    expect(form.choices.filter((choice) => choice['list_name'] === 'adm2').map((choice) => [choice['name'], choice[label], choice['adm1']])).toEqual([
      ['EX0101', 'Kailah (Northmark)', 'EX01'],
      ['EX0102', 'Riverton', 'EX01'],
      ['EX0201', 'Kailah (Southmark)', 'EX02'],
    ]);
    expect(form.settings).toMatchObject([{ form_id: 'cod_ab_exl_v02', version: '02' }]);
  });

  test('a list of more than two thousand comes from a file; codes keep their zeros', async () => {
    const choices = toChoices(manyDistricts());
    const [, districts] = choices.lists;
    expect([isLong(choices.lists[0]!), isLong(districts!)]).toEqual([false, true]);
    const form = await readForm(writeXlsForm(choices, ABOUT));
    expect(faultsOf(form)).toEqual(['survey: adm2.csv is missing']);
    expect(faultsOf(form, ['adm2.csv'])).toEqual([]);
    expect(form.survey[1]).toMatchObject({ type: 'select_one_from_file adm2.csv' });
    expect(form.choices.map(({ name }) => name)).toEqual(['01', '02', '03']);
    const lines = text(writeChoicesCsv(districts!, 'en')).split('\n');
    expect(lines.slice(0, 2)).toEqual(['name,label,adm1', '010000,Place 0 (Province 01),01']);
    expect(lines.length).toBe(2102);
    expect(text(writeEntitiesCsv(districts!, 'en')).split('\n')[0]).toBe('label,pcode,adm1_pcode,lat,lon');
  });

  test('the checker finds what a converter would stop at', async () => {
    const form = await readForm(writeXlsForm(toChoices(TABLES), ABOUT));
    const label = Object.keys(form.choices[0]!).find((heading) => heading.startsWith('label'))!;
    const broken = structuredClone(form);
    broken.choices[1]!['name'] = broken.choices[0]!['name']!;
    broken.choices[3]![label] = broken.choices[4]![label]!;
    broken.survey[1]!['choice_filter'] = 'adm1=${province}';
    expect(faultsOf(broken)).toEqual([
      'survey: adm2 filters by province, which nobody is asked',
      'choices: adm1 has a name twice',
      `choices: adm2 has a ${label} twice`,
    ]);
  });
});

describe('HDX', () => {
  test('has the fields that its library asks for', () => {
    const hdx = toHdx(VERSION, 'Exland', ['exl_admin_boundaries.gpkg', 'exl_admin_boundaries.shp.zip'], '2026-11-30');
    expect(hdx).toMatchObject({
      name: 'cod-ab-exl-v02', private: true, title: 'Exland: boundaries', dataset_source: 'Survey', owner_org: null, maintainer: null,
      dataset_date: '[2017-01-01T00:00:00 TO 2026-11-30T23:59:59]', data_update_frequency: '365', groups: [{ name: 'exl' }], license_id: 'cc-by-igo',
      methodology: 'Census', tags: [{ name: 'administrative boundaries-divisions' }, { name: 'gazetteer' }], subnational: '1', cod_level: 'cod-candidate', p_coded: true,
      resources: [{ name: 'exl_admin_boundaries.gpkg', format: 'Geopackage', url_type: 'upload', resource_type: 'file.upload' }, { format: 'SHP' }],
    }); // prettier-ignore
    const other = toHdx({ ...VERSION, metadata: { ...VERSION.metadata, license: 'As the office says', methodology: '' } }, 'Exland', [], '2026-11-30');
    expect(other).toMatchObject({ license_id: 'hdx-other', license_other: 'As the office says', methodology: 'Other', methodology_other: null });
  });
});

describe('HXL', () => {
  test('tags of boundaries and of a population', () => {
    const columns = withHxl([{ name: 'adm1_name', type: 'text', values: ['A'] }, { name: 'adm1_pcode', type: 'text', values: ['X'] }, { name: 'lang', type: 'text', values: ['fr'] }]); // prettier-ignore
    expect(columns.map(({ values }) => values)).toEqual([['#adm1+name+i_fr', 'A'], ['#adm1+code', 'X'], ['#meta+lang', 'fr']]); // prettier-ignore
    expect(['ADM1_PCODE', 'T_TL', 'F_00_04', 'M_80PLUS', 'M_TL', 'year'].map(populationTagOf)).toEqual(['#adm1+code', '#population+total', '#population+f+age_0_4', '#population+m+age_80_plus', '#population+m', '#date+year']); // prettier-ignore
    expect(text(withTags(new TextEncoder().encode('\ufeffADM1_PCODE,T_TL\r\nX,1\r\n')))).toBe(
      '\ufeffADM1_PCODE,T_TL\r\n#adm1+code,#population+total\r\nX,1\r\n',
    );
  });
});

describe('files', () => {
  test('KML is simplified until it is small, neighbours together, and every unit stays', () => {
    const wave = (x: number, from: number, to: number) =>
      Array.from({ length: 2001 }, (_, i) => [x + 0.002 * Math.sin(i / 3), from + ((to - from) * i) / 2000]);
    const ring = (left: number[][], right: number[][]) => [...right, ...left.toReversed(), right[0]!];
    const [a, b, c] = [wave(0, 0, 1), wave(1, 0, 1), wave(2, 0, 1)];
    const feature = (pcode: string, coordinates: number[][][]): Feature => ({
      type: 'Feature',
      properties: { pcode, parent: 'X', name: pcode },
      geometry: { type: 'Polygon', coordinates },
    });
    const table = toTable(1, [feature('X1', [ring(a, b)]), feature('X2', [ring(b, c)])]);
    const kml = (most: number) => text(levelsToKml('t', [{ name: 'adm1', table, columns: [] }], most));
    expect(kml(5_000_000).length).toBeGreaterThan(100_000);
    const small = kml(20_000);
    expect(small.length).toBeLessThan(20_000);
    expect(small.match(/<Placemark>/g)).toHaveLength(2);
    // The border of both is drawn with the same vertices.
    const [first, second] = [...small.matchAll(/<coordinates>([^<]*)</g)].map(([, each]) => new Set(each!.split(' ')));
    expect([...first!].filter((each) => second!.has(each)).length).toBeGreaterThan(2);
  });

  test('every file that is offered can be made', async () => {
    for (const name of listNames(VERSION).filter(({ kind }) => kind !== 'hdx')) {
      const { bytes, mediaType } = await makeOfBoundaries(name.kind, name, VERSION, TABLES, true);
      expect([name.file, bytes.length > 50, mediaType]).toEqual([name.file, true, expect.stringContaining('/')]);
    }
  });
});
