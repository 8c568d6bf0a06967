import { describe, expect, test } from 'vitest';
import { gatherFiles, guessCountry } from '../../../../client/pages/upload/gather.ts';

const files = (...names: string[]) => names.map((name) => ({ name, size: 1 }));
const gather = (...names: string[]) =>
  gatherFiles(files(...names)).map(({ name, files, missing, advised }) => [name, files.length, missing.join(), advised.join()]);

describe('what was dropped', () => {
  test.each([
    [
      'a zip and a table stay as they are',
      ['irq_adm.zip', 'irq_pop.csv'],
      [
        ['irq_adm.zip', 1, '', ''],
        ['irq_pop.csv', 1, '', ''],
      ],
    ],
    ['loose parts are one shapefile', ['a.shp', 'a.shx', 'a.dbf', 'a.prj', 'a.cpg', 'a.sbn', 'a.shp.xml'], [['a.shp', 7, '', '']]],
    ['parts in capitals', ['A.SHP', 'a.shx', 'A.dbf', 'a.PRJ', 'a.cpg'], [['A.shp', 5, '', '']]],
    ['what is missing is named', ['a.shp', 'a.dbf'], [['a.shp', 2, '.shx', '']]],
    ['a lone .shp lacks two', ['a.shp'], [['a.shp', 1, '.shx,.dbf', '']]],
    ['what would spare a question is named', ['a.shp', 'a.shx', 'a.dbf'], [['a.shp', 3, '', '.prj,.cpg']]],
    ['a lone .dbf is a table', ['a.dbf'], [['a.dbf', 1, '', '']]],
    [
      'a .prj beside nothing is a file',
      ['b.prj', 'a.geojson'],
      [
        ['a.geojson', 1, '', ''],
        ['b.prj', 1, '', ''],
      ],
    ],
    [
      'two shapefiles',
      ['a.shp', 'a.shx', 'a.dbf', 'b.shp'],
      [
        ['a.shp', 3, '', '.prj,.cpg'],
        ['b.shp', 1, '.shx,.dbf', ''],
      ],
    ],
    ['litter of file managers is left', ['.DS_Store', 'Thumbs.db', 'a.gpkg'], [['a.gpkg', 1, '', '']]],
    ['the same name again takes the place', ['a.gpkg', 'a.gpkg'], [['a.gpkg', 1, '', '']]],
    ['names with several dots', ['phl.v03.admin2.geojson'], [['phl.v03.admin2.geojson', 1, '', '']]],
    ['nothing', [], []],
  ])('%s', (_case, names, expected) => {
    expect(gather(...names)).toEqual(expected);
  });
});

describe('the country that names tell', () => {
  test.each([
    [['irq_adm_cso.zip'], 'IRQ'],
    [['sle_admin1.geojson', 'SLE-admin2.geojson'], 'SLE'],
    [['sle_admin1.geojson', 'lbr_admin1.geojson'], ''],
    [['sle_admin1.geojson', 'readme.txt'], ''],
    [['boundaries.zip'], ''],
    [[], ''],
  ])('%j → %s', (names, expected) => {
    expect(guessCountry(names)).toBe(expected);
  });
});
