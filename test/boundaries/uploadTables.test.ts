/** Tables beside boundary files: a gazetteer is compared with the layers (S4), population and 3W are told, what cannot be read blocks nothing. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/contract/finding.ts';
import type { Iso3 } from '../../server/contract/ids.ts';
import { TABLE_KINDS } from '../../server/app/kinds.ts';
import { judgeBoundaries } from '../../server/boundaries/pipeline.ts';
import type { UploadFile } from '../../server/formats/raw.ts';
import { makeSample, SAMPLE_COUNTRY } from '../../server/sample/write.ts';
import { geojsonText } from '../../server/sample/geojson.ts';
import { HAS_REAL_DATA, realUpload, rowsXml, uploadOf, workbookOf, zipOf } from '../helpers/tables/workbook.ts';
import { expectFindingsWorded } from '../helpers/worded.ts';

const { layers } = makeSample({ units: 40, levels: 2, cells: 2000 });
const texts = layers.map((layer) => ({ name: `${layer.name}.geojson`, text: [...geojsonText(layer)].join('') })).filter(({ name }) => /admin\d/.test(name));
const boundaries = () => texts.map(({ name, text }) => uploadOf(name, text));
const rowsOf = (level: number) =>
  (JSON.parse(texts.find(({ name }) => name.includes(`admin${level}.`))!.text) as { features: { properties: Record<string, string> }[] }).features.map(
    ({ properties }) => [properties[`adm${level}_pcode`]!, properties[`adm${level}_name`]!],
  );

async function judge(files: UploadFile[], country: string = SAMPLE_COUNTRY): Promise<{ find: (code: string) => Finding | undefined; s4: string }> {
  const { report } = await judgeBoundaries(files, { country: country as Iso3, dataset: null, sha256: '', today: '2026-11-22' }, { otherKinds: TABLE_KINDS });
  const findings = report.results.flatMap((result) => result.findings);
  expectFindingsWorded(findings.filter(({ code }) => /^(gazetteer|read)\./.test(code)));
  return { find: (code) => findings.find((entry) => entry.code === code), s4: report.results.find(({ check }) => check === 'S4')!.status };
}
const gazetteer = (levels: string[][][]) =>
  workbookOf(levels.map((rows, i) => ({ name: `xnv_admin${i + 1}`, rows: rowsXml([[`adm${i + 1}_pcode`, `adm${i + 1}_name`], ...rows]) })));

describe('a gazetteer workbook', () => {
  test('that agrees: S4 passes, and it is not listed among the documents', async () => {
    for (const file of [
      uploadOf('xnv.xlsx', gazetteer([rowsOf(1), rowsOf(2)])),
      uploadOf('xnv.zip', zipOf([{ name: 'docs/xnv.xlsx', data: gazetteer([rowsOf(1)]) }])),
    ]) {
      const { find, s4 } = await judge([...boundaries(), file]);
      expect([s4, find('read.fileIgnored')]).toEqual(['passed', undefined]);
    }
  });

  test('codes of one side only and other names, level by level', async () => {
    const [[code, name], ...others] = rowsOf(2) as [string[], ...string[][]];
    const { find } = await judge([
      ...boundaries(),
      uploadOf('xnv.xlsx', gazetteer([rowsOf(1), [...others.slice(1), [others[0]![0]!, 'Elsewhere'], ['XN9999', 'Nowhere']]])),
    ]);
    expect([name!.length > 0, find('gazetteer.missing')!.items.map(({ pcodes }) => pcodes), find('gazetteer.missing')!.level]).toEqual([true, [[code]], 2]);
    expect(find('gazetteer.extra')!.items.map(({ pcodes }) => pcodes)).toEqual([['XN9999']]);
    expect(find('gazetteer.name')!.items[0]!.detail).toBe(`${others[0]![0]}: Elsewhere in the gazetteer, ${others[0]![1]} in the layer`);
  });

  test('as CSV with the levels above beside the deepest', async () => {
    const csv = ['adm1_pcode,adm1_name,adm2_pcode,adm2_name', ...rowsOf(2).map(([code, name]) => `${code!.slice(0, 4)},,${code},"${name}"`)].join('\n');
    expect((await judge([...boundaries(), uploadOf('gazetteer.csv', csv)])).find('gazetteer.missing')).toBeUndefined();
  });

  test('that is damaged or a bomb is a finding, and the boundaries are judged', async () => {
    const bomb = zipOf([
      { name: 'xl/workbook.xml', data: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', data: new Uint8Array(80 << 20) },
    ]);
    for (const bytes of [Buffer.from('PK\u0003\u0004 not really'), bomb]) {
      const { find, s4 } = await judge([...boundaries(), uploadOf('xnv.xlsx', bytes)]);
      expect([find('read.tableRefused')?.severity, s4]).toEqual(['warning', 'skipped']);
    }
  });

  test('other tables stay documents', async () => {
    const { find } = await judge([...boundaries(), uploadOf('contacts.csv', 'Name,Phone\nA,1\n')]);
    expect(find('read.fileIgnored')!.items[0]!.detail).toContain('contacts.csv');
  });
});

test('JSON that holds no features is left aside and told; a broken file beside them still stops', async () => {
  const { find } = await judge([...boundaries(), uploadOf('manifest.json', '{"files": []}')]);
  expect(find('read.fileIgnored')!.items.map(({ detail }) => detail)).toEqual(['manifest.json: JSON without features']);
  await expect(judge([uploadOf('manifest.json', '{"files": []}')])).rejects.toMatchObject({ code: 'geojson.not-features' });
  await expect(judge([...boundaries(), uploadOf('xnv_admin9.geojson', '{"type":"FeatureCollection","features":[{')])).rejects.toMatchObject({
    code: 'geojson.truncated',
  });
});

describe('what belongs to another upload', () => {
  test('population and 3W beside boundaries are named in warnings', async () => {
    const population = ['ADM2_PCODE,F_TL,M_TL,T_TL', ...rowsOf(2).map(([code]) => `${code},1,2,3`)].join('\n');
    const presence = 'Organisation,Sector,Admin1,Admin1 Pcode\nUNICEF,WASH,North,XN01\n';
    const { find, s4 } = await judge([...boundaries(), uploadOf('people.csv', population), uploadOf('who.csv', presence)]);
    expect([find('read.populationBeside')?.severity, find('read.presenceBeside')?.severity, s4]).toEqual(['warning', 'warning', 'skipped']);
    expect(find('read.populationBeside')!.message).toContain('people.csv looks like a population file (COD-PS)');
    expect(find('read.presenceBeside')!.message).toContain('who.csv looks like');
    expect(find('read.fileIgnored')).toBeUndefined();
  });
});

test.skipIf(!HAS_REAL_DATA)('the gazetteer of the Central African Republic lists what its layers draw', async () => {
  const files = [1, 2, 3].map((level) => `caf/ab/caf_admin${level}.parquet`);
  const { find, s4 } = await judge([...files, 'caf/ab/caf_cod_ab.xlsx', 'caf/ps/caf_admpop_adm1_2015_v2.csv'].map(realUpload), 'CAF');
  expect([s4, find('gazetteer.missing'), find('gazetteer.extra'), find('gazetteer.name')]).toEqual(['passed', undefined, undefined, undefined]);
  expect(find('read.populationBeside')?.message).toContain('caf_admpop_adm1_2015_v2.csv');
});
