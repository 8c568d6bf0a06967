/** Which step comes next on the page of a draft. */
import { expect, test } from 'vitest';
import { openParts } from '../../../../client/kinds/presence/draft/steps.ts';
import { stepsOf } from '../../../../client/pages/draft/steps.ts';

const whole = { source: 'OCHA', contributor: 'Clusters', license: 'CC BY' };
const report = { errors: 0, warnings: 3, infos: 0, accepted: 0, publishable: true };
const own = { errors: (count: number) => ({ label: `errors ${count}` }), metadata: (fields: string[]) => ({ label: fields.join() }) };
const steps = (version: object, ofKind: object[] = []) =>
  stepsOf({ status: 'draft', report, metadata: whole, ...version } as never, ofKind as never, own).map(({ id, label }) => `${id}: ${label}`);

test('nothing is left of a clean draft, and of what was published', () => {
  expect(steps({})).toEqual([]);
  expect(steps({ status: 'current', metadata: { ...whole, license: '' } })).toEqual([]);
});

test('what the kind asks comes first, then errors, then who gives it', () => {
  const version = { report: { ...report, errors: 2 }, metadata: { ...whole, license: '', source: '' } };
  expect(steps(version, [{ id: 'questions', label: 'q' }])).toEqual(['questions: q', 'errors: errors 2', 'metadata: source,license']);
});

const group = (rows: number, decision: object | null = null) => ({ rows, decision });
const side = (rows: number) => ({ id: 'a', name: 'A', acronym: null, rows });

test('parts of a 3W: only what is open, with the rows that hang on it', () => {
  const list = {
    groups: [group(10), group(5, { pcode: null }), group(7)],
    sectors: [group(3, { codes: [] })],
    orgTypes: [],
    merges: [
      { a: side(9), b: side(2), decision: null },
      { a: side(1), b: side(1), decision: { kept: null } },
    ],
    dates: [{ odd: [{ rows: 4 }, { rows: 6, decision: null }] }],
  };
  expect(openParts(list as never, [{ rows: 40 }, { rows: 30 }])).toEqual([
    { part: 'questions', open: 2, rows: 40 },
    { part: 'dates', open: 1, rows: 4 },
    { part: 'places', open: 2, rows: 17 },
    { part: 'organisations', open: 1, rows: 2 },
  ]);
  expect(openParts(null, [])).toEqual([]);
});
