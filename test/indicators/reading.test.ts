/** What tables of indicators are told by, layouts without a file of their own here, profiles that are remembered, and files that are written. */
import { describe, expect, test } from 'vitest';
import { detectKind } from '../../server/app/kinds.ts';
import { INDICATORS, PRESENCE } from '../../server/contract/ids.ts';
import { parseColumnsFile, columnsFile, mergeSaid } from '../../server/indicators/columnsFile.ts';
import { writeValuesCsv } from '../../server/indicators/files.ts';
import { ingestText } from '../helpers/indicators/ingest.ts';
import { uploadOf } from '../helpers/tables/workbook.ts';

const CH =
  'adm1_name,adm2_name,chtype,reference_label,population,phase_class,phase1,phase2,phase3,phase4,phase5,phase35\nNorth,Bo,current,Sep-Dec 2025,100,3,40,30,20,10,0,30\n';

describe('tables of indicators', () => {
  test.each([
    ['phases, long', 'Level 1,Area,Validity period,From,To,Phase,Number\nNorth,Bo,current,2025-01-01,2025-03-31,3,5\n', INDICATORS],
    ['needs by sector', 'admin2Pcode,Health: people in need,Education: people in need\nEX0101,5,4\n', INDICATORS],
    ['displacement', 'Admin 2,Admin 2 pcode,Total IDPs (individuals)\nBo,EX0101,5\n', INDICATORS],
    ['who does what', 'Organisation,Cluster,Admin 2,People reached\nOxfam,WASH,Bo,5\n', PRESENCE],
  ])('%s are told without a word', async (_, text, kind) => {
    expect(await detectKind([uploadOf('x.csv', text)])).toBe(kind);
  });

  test('Cadre Harmonisé: phases side by side, 3 to 5 as 3+', async () => {
    const { summary } = await ingestText(CH);
    expect(summary.layouts).toEqual(['ch']);
    expect(Object.fromEntries(summary.values.filter(({ indicator }) => indicator === 'IPC').map(({ phase, sum }) => [phase, sum]))).toEqual({
      1: 40,
      2: 30,
      3: 20,
      4: 10,
      5: 0,
      '3+': 30,
      all: 100,
    });
  });

  test('any table by what a person says of it, remembered for the next one', async () => {
    const text = 'place,x1\nBo,5\nMoyamba,7\n';
    const columns = [{ heading: 'x1', role: { is: 'value' as const, indicator: 'HA.1.a', sector: null, status: 'all' as const, measure: 'things' as const } }];
    await expect(ingestText(text)).rejects.toMatchObject({ code: 'indicators.no-values' });
    const { data } = await ingestText(text, { answers: { columns } });
    expect(data.indicators.map(({ code }) => code)).toEqual(['HA.1.a']);
    const next = await ingestText('place,x1\nBo,6\n', { profiles: parseColumnsFile(columnsFile(data, { columns }).bytes).profiles });
    expect(next.summary.values).toMatchObject([{ indicator: 'HA.1.a', level: 2, sum: 6 }]);
    expect(next.data.columnsRead[1]).toMatchObject({ from: 'profile' });
    expect(mergeSaid(columns, [{ heading: 'X1', numbers: null }])).toEqual([{ ...columns[0], heading: 'X1', numbers: null }]);
  });

  test('a heading of three rows, without merged cells: groups are carried to the right', async () => {
    const { data } = await ingestText(
      'LOCATION,,HEALTH,,EDUCATION,\nadmin2Pcode,Name,In need,Target,In need,Target\nEX0101,Bo,5,4,3,2\nEX0102,Kailahun,5,4,3,2\n',
    );
    expect(data.columnsRead.map(({ heading }) => heading)).toEqual([
      'LOCATION admin2Pcode',
      'LOCATION Name',
      'HEALTH In need',
      'HEALTH Target',
      'EDUCATION In need',
      'EDUCATION Target',
    ]);
    expect(data.series.map(({ indicator, status }) => [data.indicators[indicator]!.code, status])).toEqual([['PEOPLE-HEA', 'INN'], ['PEOPLE-HEA', 'TGT'], ['PEOPLE-EDU', 'INN'], ['PEOPLE-EDU', 'TGT']]); // prettier-ignore
  });

  test('values are written a row each, with where in the source they stand', async () => {
    const { data } = await ingestText('admin2Pcode,In need\nEX0101,5\nEX0102,-\n');
    const [head, ...rows] = Buffer.from(writeValuesCsv(data, null)).toString('utf8').replace('\uFEFF', '').trimEnd().split('\r\n').map((line) => line.split(',')); // prettier-ignore
    const at = (name: string) => head!.indexOf(name);
    expect(rows.map((row) => ['indicator', 'population_status', 'pcode', 'value', 'flag', 'row', 'column'].map((name) => row[at(name)]))).toEqual([
      ['PEOPLE-ALL', 'INN', 'EX0101', '5', 'given', '2', '2'],
      ['PEOPLE-ALL', 'INN', 'EX0102', '', 'noData', '3', '2'],
    ]);
  });
});
