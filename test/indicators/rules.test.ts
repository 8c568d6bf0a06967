/** The ten rules of truth of indicators, one test each, on two regions and four districts of Exland. */
import { describe, expect, test } from 'vitest';
import { classShares, isWhole, mayAdd, unitValues } from '../../server/contract/indicators/count.ts';
import type { IndicatorData } from '../../server/contract/indicators/data.ts';
import { FLAGS } from '../../server/contract/indicators/terms.ts';
import { decisionKey } from '../../server/matching/places.ts';
import { countOf, ingestText } from '../helpers/indicators/ingest.ts';
import { SMALL } from '../helpers/presence.ts';
import { expectWorded } from '../helpers/worded.ts';

const seriesOf = ({ indicators, series }: IndicatorData, code: string, status = 'INN') =>
  series.findIndex((each) => indicators[each.indicator]!.code === code && each.status === status);
const valuesOf = (data: IndicatorData, at: number) => data.values.series.flatMap((series, i) => (series === at ? [data.values.value[i]!] : []));
const LEVELS = { levels: SMALL };

describe('rules of truth', () => {
  test('1. nothing is not zero', async () => {
    const cells = ['', '-', ' -   ', '#N/A', 'n/a', '…', 'NSP', '0'];
    const { data, summary } = await ingestText(
      `admin2Pcode,Health: people in need\n${cells.map((cell, i) => `EX0${1 + (i % 2)}0${1 + (i % 2)},${cell}`).join('\n')}\n`,
    );
    const at = seriesOf(data, 'PEOPLE-HEA');
    expect(valuesOf(data, at)).toEqual([...Array.from({ length: 7 }, () => null), 0]);
    expect(data.values.flag.map((flag) => FLAGS[flag])).toEqual([...Array.from({ length: 7 }, () => 'noData'), 'zero']);
    expect(summary.values).toMatchObject([{ count: 1, noData: 7, sum: 0 }]);
  });

  test('2. blanks of all kinds and apostrophes are read; both styles of marks in one column are a question', async () => {
    const good = await ingestText('admin2Pcode,In need\nEX0101,80 418\nEX0102,80\u00a0418\nEX0201,80\u202f418\nEX0202,80\u2009418\n');
    expect(valuesOf(good.data, 0)).toEqual([80_418, 80_418, 80_418, 80_418]);
    expect(good.data.columnQuestions).toEqual([]);
    const text = 'admin2Pcode,In need\nEX0101,"1,234"\nEX0102,"1.234"\nEX0201,"12,345"\nEX0202,"12.345"\n';
    const asked = await ingestText(text);
    expect(asked.data.columnQuestions.map(({ about }) => about)).toEqual(['numbers']);
    expect(asked.report.publishable).toBe(false);
    const columns = asked.data.columnQuestions[0]!.choices[0]!.columns;
    const said = await ingestText(text, { answers: { columns } });
    expect(said.data.columnQuestions).toEqual([]);
    expect(valuesOf(said.data, 0)).toContain(1234);
  });

  test('3. parts of people are kept, and summed unrounded', async () => {
    const { data, summary } = await ingestText('admin2Pcode,In need\nEX0101,0.4\nEX0102,0.4\nEX0201,0.4\nEX0202,1.3\n');
    expect(valuesOf(data, 0)).toEqual([0.4, 0.4, 0.4, 1.3]);
    expect(summary.values[0]!.sum).toBeCloseTo(2.5, 10);
    expect(unitValues(data, 0, 0, LEVELS).byPcode.get('EX')!.value).toBeCloseTo(2.5, 10);
  });

  test('4. never over sectors, statuses, overlapping phases or groups; women and men, and single phases, are apart', async () => {
    const { data } = await ingestText('admin2Pcode,Final: in need,Health: in need,Health: targeted\nEX0101,9,5,4\n');
    const [all, health, target] = [seriesOf(data, 'PEOPLE-ALL'), seriesOf(data, 'PEOPLE-HEA'), seriesOf(data, 'PEOPLE-HEA', 'TGT')];
    expect([mayAdd(data, all, health), mayAdd(data, health, target)]).toEqual(['sector', 'status']);
    const phases = await ingestText(
      'Level 2,Validity period,From,To,Phase,Number\nBo,current,2025-01-01,2025-03-31,3,5\nBo,current,2025-01-01,2025-03-31,4,2\nBo,current,2025-01-01,2025-03-31,3+,7\nBo,first projection,2025-04-01,2025-06-30,3,6\n',
    );
    const of = (phase: string, type = 'observed') => phases.data.series.findIndex((each) => each.phase === phase && each.type === type);
    expect([mayAdd(phases.data, of('3'), of('4')), mayAdd(phases.data, of('3'), of('3+')), mayAdd(phases.data, of('3'), of('3', 'projected1'))]).toEqual([
      null,
      'phase',
      'type',
    ]);
    const sexes = await ingestText('admin2Pcode,Cluster,Sex,In need\nEX0101,EDU,female,5\nEX0101,EDU,male,4\n');
    expect(mayAdd(sexes.data, 0, 1)).toBeNull();
    const groups = await ingestText('admin2Pcode,Cluster,Category,In need\nEX0101,EDU,IDP,5\nEX0101,EDU,Children - Male,4\n');
    expect(mayAdd(groups.data, 0, 1)).toBe('group');
  });

  test('5. rolled up where it is additive, and partial where units below have no value', async () => {
    const { data } = await ingestText('admin2Pcode,In need\nEX0101,10\nEX0102,5\nEX0201,7\nEX0202,-\n');
    const { byPcode, from } = unitValues(data, 0, 1, LEVELS);
    expect(from).toBe(2);
    expect(byPcode.get('EX01')).toEqual({ value: 15, flag: 'given', parts: { count: 2, of: 2 } });
    expect(byPcode.get('EX02')).toEqual({ value: 7, flag: 'given', parts: { count: 1, of: 2 } });
    expect([isWhole(byPcode.get('EX01')!), isWhole(byPcode.get('EX02')!)]).toEqual([true, false]);
  });

  test('6. shares are made of numerator and denominator; without them nothing is rolled up', async () => {
    const head = 'Level 2,Validity period,From,To,Phase,Number,Percentage\n';
    const row = (name: string, phase: string, number: number, share: number) => `${name},current,2025-01-01,2025-03-31,${phase},${number},${share}\n`;
    const { data } = await ingestText(
      `${head}${row('Bo', 'all', 100, 1)}${row('Bo', '3+', 50, 0.5)}${row('Kailahun', 'all', 300, 1)}${row('Kailahun', '3+', 30, 0.1)}`,
    );
    const share = data.series.findIndex(({ indicator, phase }) => data.indicators[indicator]!.code === 'IPC-SHARE' && phase === '3+');
    expect(unitValues(data, share, 1, LEVELS).byPcode.get('EX01')).toMatchObject({ value: 0.2, parts: { count: 2, of: 2 } });
    const bare = await ingestText('admin2Pcode,IPC phase 3 percentage current\nEX0101,0.4\nEX0102,0.2\n');
    expect(unitValues(bare.data, 0, 1, LEVELS)).toMatchObject({ kept: 'no-denominator', byPcode: new Map() });
    expect(countOf(bare, 'indicators.no-denominator')).toBe(1);
  });

  test('7. severity is rolled up by the people in each class, never by a mean; means of the source are kept and told', async () => {
    const made = await ingestText('admin2Pcode,Final severity\nEX0101,4\nEX0102,2.5\nEX0201,3\n');
    const { data } = made;
    expect(unitValues(data, 0, 1, LEVELS)).toMatchObject({ kept: 'not-additive', byPcode: new Map() });
    const shares = classShares(
      data,
      0,
      1,
      LEVELS,
      new Map([
        ['EX0101', 100],
        ['EX0102', 300],
        ['EX0201', 50],
      ]),
    );
    expect(shares.get('EX01')).toMatchObject({ total: 400, worst: 0.25, fractional: 1, parts: { count: 2, of: 2 } });
    expect(shares.get('EX02')!.parts).toEqual({ count: 1, of: 2 });
    expect(countOf(made, 'indicators.fractional')).toBe(1);
  });

  test('8. contradictions are findings, and nothing is mended', async () => {
    const made = await ingestText(
      'admin2Pcode,Population,Final: in need,Health: in need,Final: targeted,Final: reached\nEX0101,100,120,130,125,126\nEX0102,100,-5,0,0,0\nEX0102,100,10,0,0,0\n',
    );
    const codes = ['above-population', 'cluster-above-final', 'target-above-need', 'reached-above-target', 'negative', 'repeated-key'];
    expect(codes.map((code) => countOf(made, `indicators.${code}`))).toEqual([1, 2, 2, 1, 1, 1]);
    expect(valuesOf(made.data, seriesOf(made.data, 'PEOPLE-ALL'))).toEqual([120, -5, 10]);
    expect(unitValues(made.data, seriesOf(made.data, 'PEOPLE-ALL'), 2, LEVELS).byPcode.get('EX0102')).toMatchObject({ value: null, flag: 'conflict' });
    const later = await ingestText('admin2Pcode,Final: in need\nEX0101,900\n', { previous: made.data });
    expect(countOf(later, 'indicators.changed')).toBe(1);
    expectWorded(made.report.results);
    expectWorded(later.report.results);
  });

  test('9. an area that is no unit keeps its name and is summed apart; a person maps it with shares, once', async () => {
    const text =
      'Level 1,Area,Current from,Current to,Population analyzed current\nNorth,Bo,2025-01-01,2025-03-31,10\nNorth,"Kailahun, cluster 1",2025-01-01,2025-03-31,40\n';
    const { data, summary } = await ingestText(text);
    const area = data.areas[1]!;
    expect(area).toMatchObject({ name: 'Kailahun, cluster 1', pcode: null, within: 'EX01', reason: 'part-of-unit' });
    expect(unitValues(data, 0, 2, LEVELS).apart).toEqual({ areas: 1, noData: 0, sum: 40 });
    expect(summary.areas).toEqual({ stated: 2, placed: 1, notPlaced: 1 });
    expect(area.question).toBe(decisionKey({ level: 2, code: null, name: 'Kailahun, cluster 1', parent: 'EX01' as never }));
    const id = area.question!;
    const decisions = new Map([[id, { id, shares: [{ pcode: 'EX0102' as never, level: 2 as const, share: 0.75 }] }]]);
    const mapped = await ingestText(text, { decisions });
    expect(mapped.data.questions).toEqual([]);
    expect(unitValues(mapped.data, 0, 2, LEVELS).byPcode.get('EX0102')).toEqual({ value: 30, flag: 'estimated', parts: null });
    expect(countOf(mapped, 'indicators.mapped')).toBe(1);
  });

  test('10. codes of another style are put right and told, with their rows in the ledger', async () => {
    const made = await ingestText('admin2Pcode,admin2Name,In need\nEXL0101,Bo,10\nEXL0102,Kailahun,5\nEX0201,Tonkolili,3\n');
    expect(made.data.areas.map(({ pcode, method }) => [pcode, method])).toEqual([['EX0101', 'code-repaired'], ['EX0102', 'code-repaired'], ['EX0201', 'code']]); // prettier-ignore
    expect(made.summary.rows).toMatchObject({ read: 3, placed: { 'code-repaired': 2, code: 1 }, notPlaced: 0 });
    expect(countOf(made, 'indicators.code-repaired')).toBe(2);
  });
});
