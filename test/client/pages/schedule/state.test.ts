/** What of the data schedule is looked at, in the address. */
import { expect, test } from 'vitest';
import { formatState, isShown, parseState } from '../../../../client/pages/schedule/state.ts';
import { GRID as SERVER } from '../../../../server/contract/schedule/schedule.ts';
import { GRID } from '../../../../client/pages/schedule/words.ts';

test('is written and read back, and keeps what is not its own; what does not parse is left out', () => {
  const state = { custodian: 'wash', state: 'due-soon', entry: 'e1' } as const;
  const query = formatState(state, new URLSearchParams('lang=ar'));
  expect([query.toString(), parseState(query)]).toEqual(['lang=ar&custodian=wash&state=due-soon&entry=e1', state]);
  expect(parseState(new URLSearchParams('state=late&custodian=&entry=%20'))).toEqual({ custodian: null, state: null, entry: null });
  expect(formatState({ custodian: null, state: null, entry: null }, query).toString()).toBe('lang=ar');
});

test('filters by custodian and state; nobody is one too, and an organisation alone is somebody', () => {
  const entry = { group: 'wash', organisation: null, state: 'due' } as const;
  const shown = (custodian: string | null, state: 'due' | 'fresh' | null, of: Parameters<typeof isShown>[1] = entry) =>
    isShown({ custodian, state, entry: null }, of);
  expect([shown(null, null), shown('wash', 'due'), shown('food', null), shown('wash', 'fresh'), shown('nobody', null)]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect([shown('nobody', null, { ...entry, group: null }), shown('nobody', null, { ...entry, group: null, organisation: 'iom' })]).toEqual([true, false]);
});

test('the page has the grid of the server', () => expect(GRID).toEqual(SERVER));
