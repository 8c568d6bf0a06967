/** Documents as data: which version comes next, who reads what, when a review is due. */
import { describe, expect, test } from 'vitest';
import { AUDIENCES } from '../../server/contract/documents/documents.ts';
import type { Scope } from '../../server/contract/groups/groups.ts';
import { mayRead, mayReadDrafts, newDocumentId, nextTag, type Asker } from '../../server/documents/model.ts';
import { dueReviews, reviewStateOf } from '../../server/documents/reviews.ts';
import { daysBetween } from '../../server/groups/structure.ts';

describe('the next version', () => {
  test.each([
    [[], 'major', 'v1'],
    [[], 'minor', 'v1'],
    [['v1'], 'minor', 'v1.1'],
    [['v1', 'v1.1', 'v1.9', 'v1.10'], 'minor', 'v1.11'],
    [['v2', 'v1.10'], 'minor', 'v2.1'],
    [['v9', 'v10', 'v2'], 'major', 'v11'],
  ] as const)('after %s, %s: %s', (tags, bump, next) => expect(nextTag(tags, bump)).toBe(next));
});

describe('an id', () => {
  const made = (kind: 'tor' | 'minutes' | 'other', title: string, taken: string[] = []) => newDocumentId({ group: 'imwg', kind, title }, new Set(taken));
  test('is readable, and nobody else’s', () => {
    expect(made('tor', 'Terms')).toBe('imwg-tor');
    expect(made('tor', 'Terms', ['imwg-tor', 'imwg-tor-2'])).toBe('imwg-tor-3');
    expect(made('minutes', 'Réunion n° 12, 3 mai')).toBe('imwg-minutes-reunion-n-12-3-mai');
    expect(made('other', 'محضر الاجتماع')).toBe('imwg-other');
    expect(made('other', 'x'.repeat(200)).length).toBeLessThanOrEqual(80);
  });
});

describe('who reads', () => {
  const NOBODY: Asker = { member: false, stands: new Set(), records: () => false, classifiedAs: () => null, receives: () => true };
  const ASKERS: [string, Asker][] = [
    ['stranger', NOBODY],
    ['member of the country', { ...NOBODY, member: true }],
    ['member of the group', { ...NOBODY, member: true, stands: new Set(['imwg']) }],
    ['keeper of its records', { ...NOBODY, member: true, records: (group) => group === 'imwg' }],
    ['member of another group', { ...NOBODY, member: true, stands: new Set(['wash']), records: (group) => group === 'wash' }],
  ];
  const EXPECTED = {
    public: [true, true, true, true, true],
    members: [false, true, true, true, true],
    group: [false, false, true, true, false],
  };
  test.each(AUDIENCES)('for %s', (audience) => {
    expect(ASKERS.map(([, asker]) => mayRead({ kind: 'tor', audience, group: 'imwg' }, true, asker))).toEqual(EXPECTED[audience]);
    expect(ASKERS.map(([, asker]) => mayRead({ kind: 'tor', audience, group: 'imwg' }, false, asker))).toEqual(
      EXPECTED[audience === 'public' ? 'members' : audience],
    );
    expect(ASKERS.map(([, asker]) => mayReadDrafts({ kind: 'tor', audience, group: 'imwg' }, asker))).toEqual(
      EXPECTED[audience === 'public' ? 'members' : audience],
    );
  });
  test('what the country keeps from them is for nobody, whatever its own audience says', () =>
    expect(AUDIENCES.map((audience) => mayRead({ kind: 'minutes', audience, group: 'imwg' }, true, { ...ASKERS[2]![1], receives: () => false }))).toEqual([false, false, false])); // prettier-ignore
});

describe('a review', () => {
  const of = (document: string, reviewBy: string) => ({
    scope: 'SLE' as Scope,
    document,
    version: 'v1',
    group: 'imwg',
    title: document,
    language: 'en',
    reviewBy,
  });
  const at = (day: string, hour = '12:00:00') => new Date(`${day}T${hour}Z`);

  test('is due from 30 days before, overdue from the day after, to the day', () => {
    const said = (day: string, hour?: string) => dueReviews([of('a', '2026-06-30')], at(day, hour)).map(({ state, days }) => [state, days]);
    expect(said('2026-05-30', '23:59:59')).toEqual([]);
    expect(said('2026-05-31', '00:00:00')).toEqual([['due', 30]]);
    expect(said('2026-06-30', '23:59:59')).toEqual([['due', 0]]);
    expect(said('2026-07-01', '00:00:00')).toEqual([['overdue', -1]]);
  });
  test('the most urgent stands first', () => {
    const list = [of('c', '2026-06-20'), of('a', '2026-05-01'), of('b', '2026-06-20'), of('later', '2027-01-01')];
    expect(dueReviews(list, at('2026-06-10')).map(({ document }) => document)).toEqual(['a', 'b', 'c']);
  });
  test('is said in each language, counted as its grammar asks', () => {
    expect(reviewStateOf('2026-06-22', '2026-06-10', 'en')).toEqual({ by: '2026-06-22', days: 12, state: 'due', text: 'review due in 12 days' });
    expect(reviewStateOf('2026-06-22', '2026-06-10', 'fr').text).toBe('révision à faire dans 12 jours');
    expect(reviewStateOf('2026-06-12', '2026-06-10', 'ar').text).toBe('المراجعة مستحقة خلال يومين');
    expect(reviewStateOf('2026-06-13', '2026-06-10', 'ar').text).toBe('المراجعة مستحقة خلال 3 أيام');
    expect(reviewStateOf('2026-06-10', '2026-06-10', 'pt').text).toBe('revisão prevista para hoje');
    expect(reviewStateOf('2026-06-01', '2026-06-10', 'es')).toMatchObject({ days: -9, state: 'overdue', text: 'revisión atrasada 9 días' });
    expect(reviewStateOf('2026-12-31', '2026-06-10', 'en')).toMatchObject({ state: 'later', text: 'review by 31 December 2026' });
  });
  test('counts days over the ends of months and years', () => {
    expect([daysBetween('2026-12-31', '2027-01-01'), daysBetween('2028-02-28', '2028-03-01'), daysBetween('2026-03-01', '2026-02-28')]).toEqual([1, 2, -1]);
  });
});
