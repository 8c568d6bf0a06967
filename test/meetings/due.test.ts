/** When actions ask for a reminder: told by the clock alone. */
import { expect, test } from 'vitest';
import { dueActions } from '../../server/meetings/due.ts';

const action = (id: string, due: string | null, state: 'open' | 'done' | 'dropped' = 'open') => ({ id, due, state });
const told = (due: string, at: string) => dueActions([action('a', due)], new Date(at)).map(({ reminder, on, daysLate }) => `${reminder} ${on} ${daysLate}`);

test.each([
  ['2026-12-07T23:59:59Z', []],
  ['2026-12-08T00:00:00Z', ['soon 2026-12-08 0']],
  ['2026-12-09T23:59:59Z', ['soon 2026-12-08 0']],
  ['2026-12-10T00:00:00Z', ['due 2026-12-10 0']],
  ['2026-12-10T23:59:59Z', ['due 2026-12-10 0']],
  ['2026-12-11T00:00:00Z', ['overdue 2026-12-11 1']],
  ['2026-12-17T12:00:00Z', ['overdue 2026-12-11 7']],
  ['2026-12-18T00:00:00Z', ['overdue 2026-12-18 8']],
  ['2027-01-01T00:00:00Z', ['overdue 2027-01-01 22']],
])('of an action due on 10 December, at %s', (at, expected) => expect(told('2026-12-10', at)).toEqual(expected));

test('closed ones and those without a day never ask; what was due longest ago comes first', () => {
  const all = [
    action('later', '2026-12-10'),
    action('none', null),
    action('done', '2026-12-01', 'done'),
    action('dropped', '2026-12-01', 'dropped'),
    action('first', '2026-11-01'),
  ];
  expect(dueActions(all, new Date('2026-12-10T08:00:00Z')).map((each) => each.action.id)).toEqual(['first', 'later']);
});
