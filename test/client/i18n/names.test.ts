import { describe, expect, test } from 'vitest';
import { columnOfLanguage, languagesOnMap } from '../../../client/i18n/names.ts';

describe('languages on the map', () => {
  const layer = (id: string, ...fields: string[]) => ({ id, minzoom: 0, maxzoom: 5, fields: Object.fromEntries(fields.map((field) => [field, 'String'])) });
  test('a language that names the country alone is none of the map: nothing is called “English” there', () => {
    const tiles = {
      languages: ['und', 'en'],
      vector_layers: [layer('adm0', 'adm0_name1'), layer('adm1', 'adm1_pcode', 'adm1_name'), layer('labels', 'name', 'name1')],
    };
    expect(languagesOnMap(tiles)).toEqual(['und', '']);
    expect(columnOfLanguage(languagesOnMap(tiles), 'en')).toBe(0);
  });
  test('a language of one level is one of the map', () =>
    expect(languagesOnMap({ languages: ['fr', 'ar'], vector_layers: [layer('adm1', 'adm1_name', 'adm1_name1'), layer('adm2', 'adm2_name')] })).toEqual([
      'fr',
      'ar',
    ]));
  test('tiles that do not list their fields, and files without languages', () => {
    expect(languagesOnMap({ languages: ['fr', 'en'], vector_layers: [layer('adm1')] })).toEqual(['fr', 'en']);
    expect(languagesOnMap({ vector_layers: [layer('adm1', 'adm1_name')] })).toEqual([]);
  });
});
