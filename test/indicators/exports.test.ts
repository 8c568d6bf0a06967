/** Files of indicators, each read again by a parser that did not write it. */
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createSectorTable } from '../../server/matching/sectors.ts';
import { hasShape, writeHapiCsv } from '../../server/indicators/exports/hapi.ts';
import { writeHxlCsv } from '../../server/indicators/exports/hxl.ts';
import { writeSdmxCsv } from '../../server/indicators/exports/sdmx.ts';
import { writeIndicatorsXlsx, writeTidyCsv, writeWideCsv } from '../../server/indicators/exports/tidy.ts';
import { makeData, UNITS } from './made.ts';

const parts = { data: makeData(), units: UNITS, country: 'XNA' };
const hapi = { ...parts, sectors: createSectorTable(readFileSync(new URL('../../data/sectors.csv', import.meta.url), 'utf8')) };
const read = (bytes: Uint8Array) => parse(Buffer.from(bytes), { bom: true, columns: true }) as Record<string, string>[];
const heads = (bytes: Uint8Array) => (parse(Buffer.from(bytes), { bom: true, to: 1 }) as string[][])[0]!;

describe('tidy', () => {
  const rows = read(writeTidyCsv(parts, false));
  test('a value a row, with the columns of the command line first', () => {
    expect(heads(writeTidyCsv(parts, false)).slice(0, 9)).toEqual([
      'indicator',
      'status',
      'level',
      'pcode',
      'area',
      'period_start',
      'period_end',
      'value',
      'flag',
    ]);
    expect(rows).toHaveLength(parts.data.values.series.length);
    expect(rows.find(({ indicator, status, pcode }) => indicator === 'PEOPLE-ALL' && status === 'INN' && pcode === 'XN0203')).toMatchObject({
      value: '50.5',
      adm1_code: 'XN02',
      flag: 'given',
      period_start: '2025-01-01',
      cod_version: 'v01',
    });
  });

  test('nothing stays empty, nought is nought, and a name that looks like a formula is none', () => {
    const own = rows.filter(({ indicator, status }) => indicator === 'PEOPLE-ALL' && status === 'INN');
    expect(own.map(({ value, flag }) => [value, flag])).toEqual([
      ['10', 'given'],
      ['20', 'given'],
      ['', 'noData'],
      ['0', 'zero'],
      ['40', 'given'],
      ['50.5', 'given'],
      ['7', 'given'],
    ]);
    expect(own.at(-1)).toMatchObject({ area: `'=Camp, "North"`, pcode: '', not_placed: 'site', within: 'XN01' });
  });

  test('the row of tags is one more', () => {
    const tagged = read(writeTidyCsv(parts, true));
    expect(tagged).toHaveLength(rows.length + 1);
    expect(tagged[0]).toMatchObject({ indicator: '#indicator+code', value: '#value+num', period_start: '#date+start' });
  });
});

test('wide: an area a row, a series a column, no two of one name', () => {
  const names = heads(writeWideCsv(parts, false));
  expect(new Set(names).size).toBe(names.length);
  const rows = read(writeWideCsv(parts, false));
  expect(rows).toHaveLength(9);
  const column = names.find((name) => name.startsWith('PEOPLE-ALL INN'))!;
  expect(rows.map((row) => row[column])).toEqual(['10', '20', '', '0', '40', '50.5', '', '', '7']);
  const [tags] = read(writeWideCsv(parts, true));
  expect(tags![column]).toBe('#inneed+all');
});

test('HXL: people by status beside each other', () => {
  const [tags, ...rows] = read(writeHxlCsv(parts));
  expect(Object.values(tags!)).toEqual(expect.arrayContaining(['#indicator+code', '#indicator+name', '#adm2+code', '#adm2+name', '#date+start', '#date+end', '#population', '#affected', '#inneed', '#targeted', '#reached', '#severity+num', '#value+num', '#period+v_ipc', '#severity+v_ipc', '#affected+num', '#affected+pct'])); // prettier-ignore
  const own = rows.find((row) => row['indicator'] === 'PEOPLE-ALL' && row['adm2_code'] === 'XN0101');
  expect(own).toMatchObject({ population: '100', in_need: '10', targeted: '' });
  expect(rows.find((row) => row['indicator'] === 'SEVERITY' && row['adm2_code'] === 'XN0203')).toMatchObject({ severity: '2.5' });
});

describe('HAPI', () => {
  test('needs', () => {
    const bytes = writeHapiCsv(hapi, 'needs', false);
    expect(heads(bytes).slice(0, 18)).toEqual(['location_code', 'has_hrp', 'in_gho', 'provider_admin1_name', 'provider_admin2_name', 'admin1_code', 'admin1_name', 'admin2_code', 'admin2_name', 'admin_level', 'sector_code', 'category', 'population_status', 'population', 'reference_period_start', 'reference_period_end', 'warning', 'error']); // prettier-ignore
    const rows = read(bytes);
    expect(rows.every(({ location_code }) => location_code === 'XNA')).toBe(true);
    expect(rows.find((row) => row['admin2_code'] === 'XN0103' && row['sector_code'] === 'FSC' && row['population_status'] === 'INN')).toMatchObject({
      population: '15',
    });
    expect(rows.find((row) => row['unit_code'] === '' && row['population'] === '7')).toMatchObject({
      warning: 'not placed: site',
      sector_code: 'Intersectoral',
    });
    // Displaced people and phases have shapes of their own.
    expect(rows.some(({ indicator_code }) => /^(IDP|IPC|SEVERITY)/.test(indicator_code!))).toBe(false);
  });

  test('food security: the share is of all phases of the same area', () => {
    const rows = read(writeHapiCsv(hapi, 'food-security', false));
    expect(rows).toHaveLength(42);
    expect(rows.find((row) => row['admin2_code'] === 'XN0103' && row['ipc_phase'] === '3+')).toMatchObject({
      ipc_type: 'current',
      population_in_phase: '60',
      population_fraction_in_phase: '0.3',
    });
  });

  test('displaced people', () => {
    expect(read(writeHapiCsv(hapi, 'idps', false))).toHaveLength(12);
    expect((['needs', 'food-security', 'idps'] as const).every((shape) => hasShape(parts, shape))).toBe(true);
  });
});

test('SDMX-CSV 2.0: one observation a row, no two with one key', () => {
  const rows = read(writeSdmxCsv(parts));
  expect(heads(writeSdmxCsv(parts)).slice(0, 3)).toEqual(['STRUCTURE', 'STRUCTURE_ID', 'ACTION']);
  expect(
    rows.every((row) => row['STRUCTURE'] === 'dataflow' && /^CODMAP:INDICATORS\(\d+\.\d+\.\d+\)$/.test(row['STRUCTURE_ID']!) && row['ACTION'] === 'I'),
  ).toBe(true);
  const dimensions = heads(writeSdmxCsv(parts)).slice(3, heads(writeSdmxCsv(parts)).indexOf('OBS_VALUE'));
  expect(new Set(rows.map((row) => JSON.stringify(dimensions.map((name) => row[name])))).size).toBe(rows.length);
  const missing = rows.find((row) => row['INDICATOR'] === 'PEOPLE-ALL' && row['REF_AREA'] === 'XN0103' && row['POPULATION_STATUS'] === 'INN');
  expect(missing).toMatchObject({ OBS_VALUE: '', OBS_STATUS: 'O', TIME_PERIOD: '2025-01-01/P365D' });
});

test('a workbook: numbers are numbers, and what the indicators are stands beside them', async () => {
  const sheets = await readXlsxFile(Buffer.from(await writeIndicatorsXlsx(parts, [['title', 'Made']])));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['units', 'values', 'indicators', 'about']);
  const rows = sheets[0]!.data as (string | number | null)[][];
  expect(rows[0]!.slice(0, 2)).toEqual(['adm1_code', 'adm1_name']);
  expect(rows[1]).toContain(10);
  expect(sheets[1]!.data).toHaveLength(parts.data.values.series.length + 1);
});
