/** The registry of a real response (A6.1): 30 records as its public page had them, each figure counted independently of the product. */
import { describe, expect, test } from 'vitest';
import { findPairs } from '../../server/assessments/alike/pairs.ts';
import { createGround } from '../../server/assessments/coverage/ground.ts';
import { measure } from '../../server/assessments/coverage/measure.ts';
import type { ReadRow } from '../../server/assessments/import/row.ts';
import { coverageQuery } from '../../server/contract/assessments/coverage.ts';
import { record } from '../helpers/assessments/records.ts';
import { hasVen, readVen, venUnits } from '../helpers/assessments/ven.ts';

describe.skipIf(!hasVen)('the registry of 2026 (skipped where ../shared/data is not there)', () => {
  const read = hasVen ? readVen() : { rows: [], areas: null, learned: [], columns: [] };
  const records = read.rows.map(({ fields, isDraft, row }) =>
    record({ ...fields!, id: `r${String(row).padStart(2, '0')}`, state: isDraft ? 'draft' : 'confirmed' }),
  );
  const ground = createGround('v01' as never, hasVen ? venUnits() : []);
  const counts = (query: object = {}) => {
    const told = measure(ground, records, { ...coverageQuery.parse(query), scope: 'VEN' as never, today: '2026-08-22', ofGroups: [] });
    const of = (code: string) => told.units.find(({ pcode }) => pcode === code)!.assessments;
    return {
      ...told,
      by: ['VE01', 'VE05', 'VE08', 'VE11', 'VE15', 'VE22', 'VE24'].map(of),
      all: told.units.reduce((sum, { assessments }) => sum + assessments, 0),
    };
  };
  const withQuestion = (about: string) => read.rows.filter(({ questions }) => questions.some((each) => each.about === about)).map(({ row }) => row);

  test('30 are read; one is called Test and stays a draft', () => {
    expect([read.rows.length, read.rows.filter(({ fields }) => fields === null).length]).toEqual([30, 0]);
    expect(read.rows.filter(({ isDraft }) => isDraft).map(({ fields }) => fields!.title['und'])).toEqual(['Test']);
    expect(withQuestion('test')).toEqual([31]);
  });

  test('on the first level, and of WASH', () => {
    const all = counts();
    expect(all.by).toEqual([11, 3, 6, 7, 8, 4, 12]);
    expect(all.all).toBe(11 + 3 + 6 + 7 + 8 + 4 + 12);
    expect(counts({ sector: 'WSH' }).by).toEqual([6, 0, 3, 2, 3, 1, 9]);
    // With the draft nine have no place; all say that they are about the whole affected area.
    expect([all.total, all.placed, all.notPlaced.map(({ why }) => why)]).toEqual([29, 21, Array<string>(8).fill('affected')]);
    expect(records.filter(({ coverage }) => coverage.of === 'affected')).toHaveLength(9);
  });

  test('two names that the boundaries do not have are understood by the codes beside them; nothing is asked about places', () => {
    expect(read.learned.map(({ written, pcode, name }) => [written, pcode, name])).toEqual([
      ['Distrito Capital', 'VE01', 'Distrito Federal'],
      ['La Guaira', 'VE24', 'Vargas'],
    ]);
    expect(withQuestion('place')).toEqual([]);
    expect(withQuestion('sector')).toEqual([]);
    // 7 names, and 94 and 22 codes of levels that these boundaries do not have.
    expect(read.areas).toEqual({ stated: 7 + 94 + 22, placed: 7, notPlaced: 94 + 22 });
  });

  test('they are remembered: a file without codes beside them asks nothing', () => {
    const known = read.learned.map(({ level, pcode }, i) => ({ level, name: ['distrito capital', 'la guaira'][i]!, pcode, by: 'codes' as const }));
    expect(readVen(known).learned).toEqual([]);
    expect(readVen(known).rows.flatMap(({ fields }) => fields!.coverage.areas).length).toBe(read.rows.flatMap(({ fields }) => fields!.coverage.areas).length);
  });

  test('the same MIRA that was entered twice, and no other two', () => {
    const titles = findPairs(ground, records).map(({ a, b }) => [a, b].map((id) => records.find((each) => each.id === id)!.title['und']));
    expect(titles).toEqual([['MIRA — Terremoto Venezuela 2026 · Evaluación Rápida Multisectorial', 'MIRA — Terremoto Venezuela 2026']]);
  });

  test('the report that a note keeps within OCHA is proposed as on request, and asked about', () => {
    const { fields, questions } = read.rows.find(({ row }) => row === 4)! as ReadRow;
    expect(fields!.artifacts.find(({ kind }) => kind === 'report')).toMatchObject({ access: 'on-request', link: null });
    expect(questions.find(({ about }) => about === 'access')).toMatchObject({ written: 'Document for OCHA data use only, not to be shared outside OCHA.' });
  });

  test('three spellings of one lead are two questions; five that were completed have no report', () => {
    expect(withQuestion('organisation').map((row) => read.rows[row - 2]!.fields!.leads[0]!.name)).toEqual(['Humanity andi Inclusion', 'Humanity & Inclusion']);
    const done = records.filter(({ status }) => status === 'report-completed' || status === 'fieldwork-completed');
    expect([done.length, done.filter(({ status }) => status === 'fieldwork-completed').length]).toEqual([18, 5]);
  });
});
