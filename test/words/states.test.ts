/** What became of a version, in words (server/words/states.ts). */
import { expect, test } from 'vitest';
import { stateText, type Stated } from '../../server/words/states.ts';
import { say } from '../../server/words/words.ts';

const said = (version: Partial<Stated>, lang: 'en' | 'ar' = 'en') =>
  stateText({ dataset: 'cod-ab-sle', version: 'v01', status: 'current', ...version }, say(lang, 'kind.cod-ab'), (iso) => iso.slice(0, 10), (key, values) => say(lang, key, values)); // prettier-ignore
const plain = (text: string | undefined) => text?.replace(/[\u2066-\u2069]/g, '');

test.each([
  [{ status: 'current' }, undefined, undefined],
  [{ status: 'draft' }, 'Boundaries v01: a draft, which only members see', undefined],
  [{ status: 'withdrawn', withdrawal: { at: '2026-05-03T10:00:00Z', by: null, reason: 'lost a district' } }, 'Boundaries v01: withdrawn on 2026-05-03', 'Reason: lost a district'],
  [{ status: 'withdrawn', withdrawal: { at: null, by: null, reason: null } }, 'Boundaries v01: withdrawn', undefined],
  [{ status: 'superseded', replaced: { at: '2026-05-03T10:00:00Z', by: 'v02', reason: null } }, 'Boundaries v01: replaced by v02 on 2026-05-03', undefined],
  [{ status: 'superseded', replaced: { at: '2026-05-03T10:00:00Z', by: 'v02', reason: 'wrong codes' } }, 'Boundaries v01: replaced by v02 on 2026-05-03', 'Reason: wrong codes'],
  [{ status: 'superseded' }, 'Boundaries v01: replaced by another version', undefined],
] as [Partial<Stated>, string | undefined, string | undefined][])('%o', (version, state, reason) => {
  const text = said(version);
  expect([plain(text?.state), plain(text?.reason ?? undefined)]).toEqual([state, reason]);
}); // prettier-ignore
test('a tag keeps its order within an Arabic sentence', () => expect(said({ status: 'withdrawn' }, 'ar')!.state).toContain('\u2068v01\u2069'));
