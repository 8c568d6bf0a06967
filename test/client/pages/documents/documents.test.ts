/** What the pages of documents make of answers and addresses. */
import { describe, expect, test } from 'vitest';
import { byKind, EMPTY, fits, formatState, isFiltered, parseState } from '../../../../client/pages/documents/list/state.ts';
import { nextTag, titleOf, titleOfFile } from '../../../../client/pages/documents/write/tags.ts';
import type { DocumentEntry } from '../../../../server/contract/documents/documents.ts';

const entry = (id: string, given: Partial<DocumentEntry> = {}): DocumentEntry =>
  ({
    id,
    kind: 'tor',
    group: 'imwg',
    language: 'en',
    title: 'Terms of reference',
    groupName: { id: 'imwg', names: { en: 'Information Management Working Group', ar: 'فريق عمل إدارة المعلومات' }, acronym: 'IMWG' },
    current: null,
    open: null,
    ...given,
  }) as DocumentEntry;
const approved = (approvedOn: string) => ({ current: { approvedOn } as DocumentEntry['current'] });

describe('the list', () => {
  test('keeps what is looked for in the address, and leaves out what is none', () => {
    const state = parseState(new URLSearchParams('kind=isp&group=hct&language=fr&q= protocole '));
    expect(state).toEqual({ kind: 'isp', group: 'hct', language: 'fr', q: 'protocole' });
    expect(parseState(formatState(state, new URLSearchParams('lang=ar')))).toEqual(state);
    expect(formatState(EMPTY, new URLSearchParams('lang=ar&kind=isp')).toString()).toBe('lang=ar');
    expect(parseState(new URLSearchParams('kind=nonsense'))).toEqual(EMPTY);
    expect([isFiltered(EMPTY), isFiltered(state)]).toEqual([false, true]);
  });
  test('finds by every word, in title, id and names of the group; accents and case do not matter', () => {
    const document = entry('imwg-tor', { title: 'Termes de référence', language: 'fr' });
    for (const q of ['REFERENCE', 'termes imwg', 'tor', 'إدارة', '']) expect(fits({ ...EMPTY, q }, document), q).toBe(true);
    for (const q of ['protocol', 'termes hct']) expect(fits({ ...EMPTY, q }, document), q).toBe(false);
    expect(fits({ ...EMPTY, language: 'en' }, document)).toBe(false);
    expect(fits({ ...EMPTY, kind: 'tor', group: 'imwg' }, document)).toBe(true);
  });
  test('terms of reference first, the latest of a kind first', () => {
    const minutes = (id: string, day: string) => entry(id, { kind: 'minutes', ...approved(day) });
    const sorted = byKind([minutes('m13', '2026-10-12'), minutes('m14', '2026-11-12'), entry('tor')]);
    expect(sorted.map(([kind, documents]) => [kind, documents.map(({ id }) => id)])).toEqual([
      ['tor', ['tor']],
      ['minutes', ['m14', 'm13']],
    ]);
  });
});

describe('what is written', () => {
  test('the next version: another number, or one behind the point where little changes', () => {
    const versions = (...tags: string[]) => tags.map((version) => ({ version }));
    expect(nextTag([], 'major')).toBe('v1');
    expect(nextTag([], 'minor')).toBe('v1');
    expect(nextTag(versions('v1', 'v1.1', 'v2', 'v10'), 'major')).toBe('v11');
    expect(nextTag(versions('v2', 'v1.7', 'v2.3'), 'minor')).toBe('v2.4');
  });
  test('a text is called as its first heading says, a file as its name', () => {
    expect(titleOf('\n# Terms of **reference** #\n\n# Other')).toBe('Terms of reference');
    expect(titleOf('No heading\n## Second level')).toBe('');
    expect(titleOfFile('IMWG_ToR-2026.docx')).toBe('IMWG ToR-2026');
  });
});
