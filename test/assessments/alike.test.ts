/** Likely duplicates and overlaps of assessments, and what the clock asks of a record. */
import { describe, expect, test } from 'vitest';
import { findPairs } from '../../server/assessments/alike/pairs.ts';
import { findOverlaps } from '../../server/assessments/alike/overlaps.ts';
import { ALIKE, likenessOfTitles } from '../../server/assessments/alike/title.ts';
import { commonUnits } from '../../server/assessments/coverage/measure.ts';
import { createGround } from '../../server/assessments/coverage/ground.ts';
import type { StoredAssessment } from '../../server/assessments/model.ts';
import { remindersOf } from '../../server/assessments/reminders.ts';
import { at, led, record, unit } from '../helpers/assessments/records.ts';

describe('titles', () => {
  test.each([
    ['MIRA — Terremoto Venezuela 2026 · Evaluación Rápida Multisectorial', 'MIRA — Terremoto Venezuela 2026'],
    ['Évaluation rapide des besoins, Ségou 2025', 'Evaluation rapide des besoins (Segou) – 2026'],
    ['Multi-sector needs assessment 2026', 'Multisector Needs Assessment'],
    ['MSNA round II', 'MSNA Round 2'],
  ])('%s is like %s', (one, other) => expect(likenessOfTitles(one, other)).toBeGreaterThanOrEqual(ALIKE));
  test.each([
    ['Vector assessment #01', 'Vector assessment #02'],
    ['MSNA round 2', 'MSNA round 3'],
    ['Rapid Assessment', 'Rapid Assessment of schools in Bo and Kenema after the floods'],
    ['2026', '2026'],
    ['Naiguatá', 'Playa Verde'],
  ])('%s is not %s', (one, other) => expect(likenessOfTitles(one, other)).toBeLessThan(ALIKE));
});

const GROUND = createGround(null, []);
const BASE: Partial<StoredAssessment> = {
  title: { en: 'Rapid needs assessment' },
  leads: led('GOAL'),
  collectionStart: '2026-06-01',
  collectionEnd: '2026-06-10',
  coverage: at('v01', [2, 'A1'], [2, 'A2'], [2, 'A3'], [2, 'A4']),
};

describe('a likely duplicate', () => {
  const pairs = (change: Partial<StoredAssessment>) => findPairs(GROUND, [record(BASE), record({ ...BASE, ...change })]);
  test('has the lead, the days, half the units and the title', () => {
    expect(pairs({})).toMatchObject([{ likeness: 1, common: 1 }]);
    expect(pairs({ coverage: at('v01', [2, 'A1'], [2, 'B1']) })).toMatchObject([{ common: 0.5 }]);
    expect(pairs({ leads: led('G.O.A.L.'), collectionStart: '2026-06-10', collectionEnd: null })).toHaveLength(0);
    expect(pairs({ leads: [{ id: null, name: 'Goal' }], collectionStart: '2026-06-10', collectionEnd: null })).toHaveLength(1);
  });
  test.each<[string, Partial<StoredAssessment>]>([
    ['another lead', { leads: led('ACTED') }],
    ['another of the register with the same name', { leads: [{ id: 'goal-2', name: 'GOAL' }] }],
    ['other days', { collectionStart: '2026-06-11', collectionEnd: '2026-06-12' }],
    ['no days', { collectionStart: null, collectionEnd: null }],
    ['a third of the units', { coverage: at('v01', [2, 'A1'], [2, 'B1'], [2, 'B2']) }],
    ['no units', { coverage: { of: 'affected', areas: [], text: null, points: [] } }],
    ['another title', { title: { en: 'School survey' } }],
    ['it was cancelled', { status: 'cancelled' }],
  ])('is none: %s', (why, change) => {
    const first = why.startsWith('another of') ? { ...BASE, leads: [{ id: 'goal', name: 'GOAL' }] } : BASE;
    expect(findPairs(GROUND, [record(first), record({ ...BASE, ...change })])).toEqual([]);
  });
  test('is none where one says that it is a round of the other', () => {
    const first = record(BASE);
    expect(findPairs(GROUND, [first, record({ ...BASE, related: [{ id: first.id, is: 'round-of' }] })])).toEqual([]);
  });
});

describe('an overlap', () => {
  const ground = createGround('v01' as never, [unit(0, 'X', null), unit(1, 'A', 'X'), unit(1, 'B', 'X'), unit(2, 'A1', 'A'), unit(2, 'A2', 'A'), unit(2, 'B1', 'B')]); // prettier-ignore
  const mine: Partial<StoredAssessment> = {
    leads: led('ACTED'),
    status: 'planned',
    sectors: ['WSH'],
    populations: ['IDP'],
    plannedStart: '2026-08-01',
    coverage: at('v01', [2, 'A1'], [2, 'B1']),
  };
  const theirs: Partial<StoredAssessment> = {
    ...BASE,
    status: 'ongoing',
    sectors: ['WSH', 'HEA'],
    populations: ['all-affected'],
    coverage: at('v01', [1, 'A']),
  };
  const overlaps = (change: Partial<StoredAssessment>, own = mine) => findOverlaps([record(own), record({ ...theirs, ...change })], commonUnits(ground));
  test('names the units at the deeper level, the sectors and the other lead', () => {
    expect(overlaps({})).toMatchObject([
      { sectors: ['WSH'], populations: ['IDP'], units: [{ level: 2, pcode: 'A1' }], days: 52, leadA: 'ACTED', leadB: 'GOAL' },
    ]);
  });
  test.each<[string, Partial<StoredAssessment>, Partial<StoredAssessment>?]>([
    ['the same lead', { leads: led('Acted') }],
    ['another sector', { sectors: ['EDU'] }],
    ['other people', { populations: ['REF'] }],
    ['another unit', { coverage: at('v01', [1, 'B']) }, { ...mine, coverage: at('v01', [2, 'A1']) }],
    ['61 days between', { collectionStart: '2026-05-01', collectionEnd: '2026-06-01' }],
    ['none of them is planned any more', {}, { ...mine, status: 'ongoing' }],
    ['the other was cancelled', { status: 'cancelled' }],
    ['the whole affected area, which is no unit', { coverage: { of: 'affected', areas: [], text: null, points: [] } }],
  ])('is none: %s', (_, change, own) => expect(overlaps(change, own)).toEqual([]));
  test('60 days between are near', () => expect(overlaps({ collectionStart: '2026-05-01', collectionEnd: '2026-06-02' })).toMatchObject([{ days: 60 }]));
  test('who did not say whom may ask anybody', () => expect(overlaps({ populations: [] })).toMatchObject([{ populations: [] }]));
});

describe('asked about', () => {
  const of = (change: Partial<StoredAssessment>, today: string) => remindersOf(record(change), today);
  test('a planned start that passed by more than 14 days', () => {
    expect(of({ status: 'planned', plannedStart: '2026-06-01' }, '2026-06-15')).toEqual([]);
    expect(of({ status: 'planned', plannedStart: '2026-06-01' }, '2026-06-16')).toEqual(['start-passed']);
    expect(of({ status: 'ongoing', plannedStart: '2026-06-01' }, '2026-09-16')).toEqual([]);
  });
  test('field work that ended more than 60 days ago without a report', () => {
    const done: Partial<StoredAssessment> = { status: 'fieldwork-completed', collectionEnd: '2026-06-01' };
    expect(of(done, '2026-07-31')).toEqual([]);
    expect(of(done, '2026-08-01')).toEqual(['report-missing']);
    const report = { kind: 'report', class: 'low', link: null, how: null, contact: null, disclosure: null } as const;
    expect(of({ ...done, artifacts: [{ ...report, access: 'on-request' }] }, '2026-08-01')).toEqual([]);
    expect(of({ ...done, artifacts: [{ ...report, access: 'not-available' }] }, '2026-08-01')).toEqual(['report-missing']);
  });
});
