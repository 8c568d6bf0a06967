/**
 * The files of ../shared/data/workgroup/indicators (skipped where absent), without a person: every expected value stands in the README of the folder or
 * is recomputed here by test/helpers/indicators/brute.ts, which shares no code with the product.
 */
import { describe, expect, test } from 'vitest';
import type { IndicatorIngest } from '../../server/indicators/pipeline.ts';
import { csvRows, sumOf, toNumber, xlsxRows, type Row } from '../helpers/indicators/brute.ts';
import { countOf, FOLDER, hasIndicators, ingestReal, levelsOf, WOREDAS } from '../helpers/indicators/ingest.ts';

const JIAF = 'global_jiaf_pin_severity_2025.xlsx';

/** Over all levels, and what is not placed. */
const total = ({ summary }: IndicatorIngest, indicator: string, status: string, more: Partial<{ type: string; phase: string; level: number | null }> = {}) =>
  summary.values
    .filter((each) => each.indicator === indicator && each.status === status && Object.entries(more).every(([key, value]) => each[key as 'type'] === value))
    .reduce((sum, { sum: own, count, noData }) => ({ sum: sum.sum + (own ?? 0), count: sum.count + count, noData: sum.noData + noData }), {
      sum: 0,
      count: 0,
      noData: 0,
    });

/** Units by their final severity. */
const SEVERITIES: Record<string, Record<number, number>> = { BFA: { 1: 19, 2: 167, 3: 134, 4: 31 }, YEM: { 3: 210, 4: 123 }, GTM: { 1: 93, 2: 23, 3: 81 } };
function severities({ data }: IndicatorIngest): Record<number, number> {
  const at = data.series.findIndex(({ indicator }) => data.indicators[indicator]!.code === 'SEVERITY-ALL');
  const found: Record<number, number> = {};
  data.values.series.forEach((series, i) => {
    if (series === at && data.values.value[i] !== null) found[data.values.value[i]!] = (found[data.values.value[i]!] ?? 0) + 1;
  });
  return found;
}

/** The ledger holds: every row is dropped, placed or not placed. */
function expectLedger({ summary: { rows } }: IndicatorIngest): void {
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0);
  expect(rows.read).toBe(sum(rows.dropped) + sum(rows.placed) + rows.notPlaced);
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');

/** Areas that were placed on a unit that neither its code nor its name is, each looked up plainly. */
async function wrong(country: string, { data }: IndicatorIngest): Promise<{ placed: number; wrong: string[] }> {
  const units = new Map((await levelsOf(country))!.flatMap(({ units: own }) => own.map((unit) => [unit.pcode as string, unit] as const)));
  const placed = data.areas.filter(({ pcode, unitLevel }) => pcode !== null && unitLevel !== 0);
  const bare = (code: string) => code.toUpperCase().replace(/^[A-Z]+/, '');
  const faults = placed.filter(({ pcode, stated }) => {
    const own = stated.at(-1)!;
    const isCode = own.code !== null && bare(own.code) === bare(pcode!);
    const isName = own.name !== null && units.get(pcode!)!.names.some(({ name }) => fold(name) === fold(own.name!));
    return !isCode && !isName;
  });
  return { placed: placed.length, wrong: faults.map(({ name, pcode }) => `${name} → ${pcode}`) };
}

async function expectRight(country: string, made: IndicatorIngest): Promise<void> {
  expectLedger(made);
  expect(made.data.columnQuestions).toEqual([]);
  expect(made.report.results.filter(({ crashed }) => crashed)).toEqual([]);
  const { placed, wrong: faults } = await wrong(country, made);
  expect(faults.length / Math.max(1, placed), faults.join(', ')).toBeLessThanOrEqual(0.01);
}

describe.skipIf(!hasIndicators)('real files of indicators (../shared/data/workgroup, skipped where absent)', () => {
  const pin = hasIndicators ? xlsxRows(`${FOLDER}${JIAF}`, 1) : [];
  const severity = hasIndicators ? xlsxRows(`${FOLDER}${JIAF}`, 2) : [];
  const final = (row: Row) => toNumber(row[26]);

  test('301 areas of the JIAF workbook have no final figure', () => {
    expect(pin.slice(2).filter((row) => typeof row[1] === 'string' && final(row) === null)).toHaveLength(301);
  });

  test.each([
    ['BFA', 3, 351, 351, 5_915_136, 0],
    ['YEM', 2, 333, 333, 19_540_217, 0],
    ['GTM', 2, 197, 197, 2_163_953, 116],
    [WOREDAS, 2, 101, 75, 0, 101],
    ['MLI', 2, 53, 49, 6_152_338, 0],
  ] as const)('JIAF %s: adm%s, %s areas, %s placed, %s people, %s without a final figure', async (ground, level, stated, placed, people, missing) => {
    const country = ground.slice(0, 3);
    const made = await ingestReal(ground, JIAF);
    await expectRight(ground, made);
    expect(made.summary.layouts).toEqual(['jiaf']);
    const own = pin.filter((row) => row[1] === country);
    const codes = new Set((await levelsOf(ground))!.find((each) => each.level === level)!.units.map(({ pcode }) => pcode as string));
    const column = level === 3 ? 7 : 5;
    expect(new Set(own.map((row) => row[column])).size).toBe(stated);
    expect(new Set(own.map((row) => row[column] as string).filter((code) => codes.has(code))).size).toBe(placed);
    expect(made.summary.areas).toEqual({ stated, placed, notPlaced: stated - placed });
    const sum = total(made, 'PEOPLE-ALL', 'INN');
    expect(sum.sum).toBeCloseTo(sumOf(own.map((row) => row[26])), 3);
    expect(Math.round(sum.sum)).toBe(people);
    expect(sum.noData).toBe(missing);
    expect(countOf(made, 'indicators.final-missing')).toBe(missing);
    expect(severities(made)).toMatchObject(SEVERITIES[country] ?? {});
    const others =
      pin.slice(2).filter((row) => typeof row[1] === 'string' && row[1] !== country).length +
      severity.slice(3).filter((row) => typeof row[1] === 'string' && row[1] !== country).length;
    expect(made.summary.rows.dropped['otherCountry']).toBe(others);
    expect(Object.keys(made.summary.rows.otherCountries)).toHaveLength(23);
    expect(countOf(made, 'indicators.other-country')).toBe(others);
  });

  test('ETH drought: three rows of headings, 371 of 391 placed, 391 empty cells of "reached" are no data', async () => {
    const made = await ingestReal('ETH', 'eth_drought_affected_targeted_reached_2022.csv');
    await expectRight('ETH', made);
    const rows = csvRows(`${FOLDER}eth_drought_affected_targeted_reached_2022.csv`).slice(3);
    expect(made.summary).toMatchObject({
      layouts: ['office'],
      areas: { stated: 391, placed: 371, notPlaced: 20 },
      rows: { read: 391, notPlaced: 20, needReview: 20 },
    });
    const sums = {
      affected: total(made, 'PEOPLE-ALL', 'AFF'),
      target: total(made, 'PEOPLE-ALL', 'TGT'),
      reached: total(made, 'PEOPLE-ALL', 'REA'),
      food: total(made, 'PEOPLE-FSC', 'AFF'),
    };
    expect(sums).toMatchObject({
      affected: { sum: 24_179_494 },
      target: { sum: 17_081_021 },
      reached: { sum: 0, count: 0, noData: 391 },
      food: { sum: 9_873_982 },
    });
    expect([7, 8, 16].map((column) => sumOf(rows.map((row) => row[column])))).toEqual([24_179_494, 17_081_021, 9_873_982]);
    const over = rows.filter((row) => (toNumber(row[8]) ?? 0) > (toNumber(row[7]) ?? Infinity)).length;
    const told = made.report.results.flatMap(({ findings }) =>
      findings.filter(({ code }) => code === 'indicators.target-above-need').flatMap(({ items }) => items),
    );
    expect(over).toBe(6);
    expect(told.filter(({ detail }) => detail.includes('PEOPLE-ALL'))).toHaveLength(6);
    // Two clusters have tags without the cluster, and each of eight says "in need" under "Affected".
    expect(countOf(made, 'indicators.tag-differs')).toBe(8);
  });

  test('CAF IPC: 71 of 79 areas and 17 of 17 upper ones by name, the eight of Bangui kept with a reason', async () => {
    const areas = await ingestReal('CAF', 'ipc_caf_area_wide_latest.csv');
    await expectRight('CAF', areas);
    expect(areas.summary).toMatchObject({ layouts: ['ipc-wide'], areas: { stated: 79, placed: 71, notPlaced: 8 } });
    expect(areas.data.areas.filter(({ pcode }) => pcode === null).map(({ name, reason }) => [/^Arrondissement \d$/.test(name), reason])).toEqual(
      Array.from({ length: 8 }, () => [true, 'part-of-unit']),
    );
    const upper = await ingestReal('CAF', 'ipc_caf_level1_wide_latest.csv');
    await expectRight('CAF', upper);
    expect(upper.summary.areas).toEqual({ stated: 17, placed: 17, notPlaced: 0 });
    const national = csvRows(`${FOLDER}ipc_caf_national_long.csv`).find((row) => row[0] === 'Apr 2023' && row[3] === 'current' && row[6] === 'all')!;
    expect(total(upper, 'IPC', 'all', { type: 'observed', phase: 'all' }).sum).toBe(toNumber(national[7]));
  });

  test('CAF IPC, all analyses: phases do not add up in 9, 3+ is another sum in 5 of 1,022 groups', async () => {
    const made = await ingestReal('CAF', 'ipc_caf_area_long.csv');
    expectLedger(made);
    const rows = csvRows(`${FOLDER}ipc_caf_area_long.csv`)
      .slice(1)
      .filter((row) => row.length > 8);
    const groups = Map.groupBy(rows, (row) => JSON.stringify([row[0], row[3], row[4], row[5], row[6], row[7]]));
    const broken = { all: 0, severe: 0 };
    for (const group of groups.values()) {
      const of = (phase: string) => toNumber(group.find((row) => row[8] === phase)?.[9]);
      const all = of('all')!;
      const sum = (...phases: string[]) => phases.reduce((own, phase) => own + (of(phase) ?? 0), 0);
      if (Math.abs(sum('1', '2', '3', '4', '5') - all) > 0.01 * all) broken.all++;
      if (Math.abs(sum('3', '4', '5') - of('3+')!) > 0.01 * all) broken.severe++;
    }
    expect([groups.size, broken]).toEqual([1022, { all: 9, severe: 5 }]);
    expect([made.summary.rows.read, countOf(made, 'indicators.phases-sum'), countOf(made, 'indicators.phase3-sum')]).toEqual([7146, 9, 5]);
    expect((await wrong('CAF', made)).wrong).toEqual([]);
  });

  test('ETH IPC: clusters and livelihood zones are no units, 172 rows repeat a key', async () => {
    const made = await ingestReal('ETH', 'ipc_eth_area_long.csv');
    await expectRight('ETH', made);
    expect(made.data.areas.filter(({ name, pcode }) => /cluster \d/i.test(name) && pcode !== null)).toEqual([]);
    expect(made.data.areas.filter(({ name }) => /cluster \d/i.test(name)).every(({ reason }) => reason === 'part-of-unit')).toBe(true);
    expect(countOf(made, 'indicators.repeated-key')).toBe(172);
    const keys = new Map<string, number>();
    for (const row of csvRows(`${FOLDER}ipc_eth_area_long.csv`).slice(1)) {
      const key = JSON.stringify([row[0], row[3], row[4], row[5], row[6], row[7], row[8]]);
      keys.set(key, (keys.get(key) ?? 0) + 1);
    }
    expect([...keys.values()].reduce((sum, count) => sum + count - 1, 0)).toBe(172);
  });

  test('CAF DTM: 91 of 92 codes once their prefix is put right, 574 rows without one, 426,600 people accounted for', async () => {
    const made = await ingestReal('CAF', 'caf_dtm_baseline_r14.xlsx');
    await expectRight('CAF', made);
    const rows = xlsxRows(`${FOLDER}caf_dtm_baseline_r14.xlsx`, 1).slice(2);
    expect(rows.filter((row) => row[8] === '#N/A')).toHaveLength(574);
    expect(made.summary).toMatchObject({
      layouts: ['dtm'],
      areas: { stated: 92, placed: 91, notPlaced: 1 },
      rows: { read: 2496, placed: { 'code-repaired': 1922 }, notPlaced: 574 },
    });
    expect(made.data.areas.filter(({ pcode }) => pcode === null).every(({ reason }) => reason === 'not-stated')).toBe(true);
    expect([total(made, 'IDP', 'all').sum, sumOf(rows.map((row) => row[11]))]).toEqual([426_600, 426_600]);
    expect(made.data.repeats).toBe('sites');
  });

  test('MLI DTM 55 of 56 codes, ETH DTM 278 of 289 with 2,057,004 people', async () => {
    const mali = await ingestReal('MLI', 'mli_dtm_baseline_r72.xlsx');
    await expectRight('MLI', mali);
    expect(mali.summary.areas).toEqual({ stated: 56, placed: 55, notPlaced: 1 });
    const ethiopia = await ingestReal('ETH', 'eth_dtm_sites_r28.xlsx');
    await expectRight('ETH', ethiopia);
    expect(ethiopia.summary.areas).toEqual({ stated: 289, placed: 278, notPlaced: 11 });
    expect(total(ethiopia, 'IDP', 'all').sum).toBe(2_057_004);
  });

  test.each(['AFG', 'SDN'])('HPC %s: rows of the other country are told, ALL is a value of its own, categories are taken apart', async (country) => {
    const made = await ingestReal(country, 'hpc_hno_2024_afg_sdn.csv');
    expectLedger(made);
    const rows = csvRows(`${FOLDER}hpc_hno_2024_afg_sdn.csv`).slice(1);
    const own = rows.filter((row) => row[0] === country);
    expect(made.summary).toMatchObject({ layouts: ['hpc'], rows: { read: 1058, dropped: { otherCountry: 1058 - own.length } } });
    for (const [column, status] of [
      [9, 'INN'],
      [10, 'TGT'],
    ] as const) {
      const read = made.summary.values
        .filter(({ indicator, status: of }) => indicator.startsWith('PEOPLE-') && of === status)
        .reduce((sum, each) => sum + each.sum!, 0);
      expect(read).toBe(sumOf(own.map((row) => row[column])));
      const all = total(made, 'PEOPLE-ALL', status).sum;
      expect(all).toBe(sumOf(own.filter((row) => row[6] === 'ALL').map((row) => row[column])));
    }
    expect(
      made.data.series
        .filter(({ dimensions }) => dimensions.category === 'Adult - Female - IDP')
        .every(({ dimensions: { sex, age, group } }) => sex === 'f' && age === 'adults' && group === 'IDP'),
    ).toBe(true);
  });
});
