/** The review queue as the page works on it. */
import { expect, test } from 'vitest';
import { ROLE_KEYS, accept, byCause, place, progress, roleKey, toRole, type Group } from '../../../../client/kinds/presence/review.ts';
import { createTranslate } from '../../../../client/i18n/translate.ts';
import { roleText } from '../../../../client/kinds/presence/draft/words.ts';
import { presenceAnswers, type PresenceRole } from '../../../../server/contract/presence/presence.ts';
import { decisionsBody } from '../../../../server/contract/presence/api.ts';

const group = (id: string, cause: string, rows: number, proposal: string | null, decided = false): Group => ({
  id,
  cause,
  level: 2,
  code: null,
  name: id,
  parent: null,
  rows,
  sampleRows: [1],
  candidates: [],
  proposal: proposal as never,
  swappedWith: null,
  decision: decided ? { pcode: null, by: 'Ada', at: '2026-01-01' } : null,
  decisionId: decided ? 'd' : null,
});
const groups = [group('a', 'x', 1, 'P1'), group('b', 'y', 9, null), group('c', 'x', 5, 'P2', true), group('d', 'x', 2, 'P3'), group('e', 'y', 3, null, true)];

test('causes and groups with most rows come first; one click takes only open proposals', () => {
  expect(byCause(groups).map(({ cause, rows, groups }) => [cause, rows, groups.map(({ id }) => id)])).toEqual([
    ['y', 12, ['b', 'e']],
    ['x', 8, ['c', 'd', 'a']],
  ]);
  const decisions = accept(byCause(groups)[1]!.proposals);
  expect(decisions).toEqual([
    { kind: 'place', group: 'a', pcode: 'P1' },
    { kind: 'place', group: 'd', pcode: 'P3' },
  ]);
  expect(decisionsBody.parse({ decisions: [...decisions, place(groups[1]!, null)] }).decisions).toHaveLength(3);
});

test('what is open and what is decided', () => {
  const spelling = { text: 's', rows: 50, candidates: [], decision: null };
  expect(progress({ groups, sectors: [spelling], orgTypes: [] } as never)).toEqual({ openRows: 12, open: 4, decided: 2 });
});

test('every role that is offered is one that the API takes, and comes back as it went', () => {
  for (const key of ROLE_KEYS) expect(roleKey(toRole(key))).toBe(key);
  expect(new Set(ROLE_KEYS).size).toBe(ROLE_KEYS.length);
  presenceAnswers.parse({ roles: Object.fromEntries(ROLE_KEYS.map((key) => [key, toRole(key)])) });
});

test('one of several columns has words of its own, and comes back whole', async () => {
  const { default: words } = await import('../../../../server/words/en/interface/review.ts');
  const said = (role: PresenceRole) => roleText(createTranslate('en', words), roleKey(role));
  const roles: [PresenceRole, string][] = [
    [{ is: 'people', part: 'Women / girls' }, 'Part of the people reached'],
    [{ is: 'people', part: 'Mars', month: '2025-03' }, 'People reached in 2025-03'],
    [{ is: 'month', choice: '03' }, 'Marked where active in 03'],
    [{ is: 'sector', choice: 'Water/Sanitation' }, 'Cluster “Water/Sanitation” chosen'],
    [{ is: 'people' }, 'People reached'],
  ];
  for (const [role, text] of roles) {
    expect(said(role).replace(/[\u2066-\u2069]/g, '')).toBe(text);
    expect(toRole(roleKey(role))).toEqual(role);
  }
});
