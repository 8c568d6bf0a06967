/** How checks are run, summed up and excused. */
import { describe, expect, test } from 'vitest';
import type { CheckResult, Finding, FindingException, FindingItem } from '../../server/contract/finding.ts';
import type { Check } from '../../server/checks/check.ts';
import { itemId } from '../../server/checks/check.ts';
import { applyExceptions, fingerprint } from '../../server/checks/exceptions.ts';
import { CHECKS } from '../../server/boundaries/checks/all.ts';
import { runChecks, toReport } from '../../server/checks/run.ts';
import { verbatim } from '../../server/words/clauses.ts';

const item = (more: Partial<FindingItem> = {}): FindingItem => ({
  id: 'x',
  pcodes: ['XN0101', 'XN0102'],
  rows: [1, 2],
  detail: 'a lake',
  at: [20, 5],
  bbox: [19.99, 4.99, 20.01, 5.01],
  areaM2: 1e6,
  ...more,
});
const finding = (more: Partial<Finding> = {}): Finding => ({
  code: 'topology.overlap',
  severity: 'error',
  level: 2,
  message: 'one',
  params: {},
  count: 1,
  accepted: 0,
  items: [item()],
  ...more,
});
const check = (id: string, run: Check<null>['run']): Check<null> => ({ id, spec: 'test', run });
const about = { dataset: null, sha256: '', levels: [] };

describe('running', () => {
  test('three outcomes, the worst first, progress before each check', async () => {
    const seen: string[] = [];
    let clock = 0;
    const results = await runChecks(
      [
        check('A1', () => []),
        check('A2', () => [finding({ severity: 'info' }), finding(), finding({ severity: 'warning' })]),
        check('A3', () => ({ skipped: verbatim('no lines') })),
        check('A4', async () => [finding({ severity: 'warning' })]),
      ],
      null,
      (done, total, label) => seen.push(`${done}/${total} ${label}`),
      () => (clock += 5),
    );
    expect(results.map(({ check: id, status, reason, ms }) => [id, status, reason, ms])).toEqual([
      ['A1', 'passed', undefined, 5],
      ['A2', 'failed', undefined, 5],
      ['A3', 'skipped', 'no lines', 5],
      ['A4', 'passed', undefined, 5],
    ]);
    expect(results[1]!.findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'info']);
    expect(seen).toEqual(['0/4 A1', '1/4 A2', '2/4 A3', '3/4 A4', '4/4 ']);
  });

  test('a crash is a skip that blocks publishing', async () => {
    const results = await runChecks(
      [
        check('A1', () => {
          throw new Error('division by a lake');
        }),
      ],
      null,
    );
    expect(results[0]).toMatchObject({ status: 'skipped', crashed: true, findings: [] });
    expect(results[0]!.reason).toContain('division by a lake');
    expect(toReport(results, about).publishable).toBe(false);
    expect(toReport([], about).publishable).toBe(true);
  });

  test('what checks share is made once in a run', async () => {
    let made = 0;
    const counting = (id: string) =>
      check(id, (_, shared) => {
        shared('index', () => (made += 1));
        return [];
      });
    await runChecks([counting('A1'), counting('A2')], null);
    expect(made).toBe(1);
  });

  test('the registry has each id once', () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(ids).toHaveLength(new Set(ids).size);
    for (const id of ['G1', 'G15', 'T1', 'T5', 'B1', 'B9']) expect(ids).toContain(id);
  });
});

describe('the exception register', () => {
  const results = (own: Finding): CheckResult[] => [{ check: 'T1', label: 'T1', spec: '', status: 'failed', findings: [own], ms: 0 }];
  const exception = (more: Partial<FindingException> = {}): FindingException => ({
    code: 'topology.overlap',
    level: 2,
    pcodes: ['XN0102', 'XN0101'],
    reason: 'disputed',
    by: 'Ada',
    at: '2025-05-01T00:00:00Z',
    fingerprint: fingerprint(item()),
    ...more,
  });

  test('accepts what is the same, shows it and counts it apart', () => {
    const [result] = applyExceptions(results(finding()), [exception()]);
    expect(result!.status).toBe('passed');
    expect(result!.findings[0]).toMatchObject({ count: 1, accepted: 1, items: [{ accepted: { reason: 'disputed', by: 'Ada' } }] });
    expect(toReport([result!], about)).toMatchObject({ errors: 0, accepted: 1, publishable: true });
  });

  test.each<[string, Partial<FindingItem>, boolean]>([
    ['redrawn by 10 m', { at: [20.0001, 5] }, true],
    ['area 4 % more', { areaM2: 1.04e6 }, true],
    ['area twice', { areaM2: 2e6 }, false],
    ['elsewhere', { at: [20.1, 5], bbox: [20.09, 4.99, 20.11, 5.01] }, false],
    ['other units', { pcodes: ['XN0101'] }, false],
    ['longer to the east', { bbox: [19.99, 4.99, 20.03, 5.01] }, false],
  ])('%s', (_, change, accepted) => {
    const [result] = applyExceptions(results(finding({ items: [item(change)] })), [exception()]);
    expect(result!.findings[0]!.accepted).toBe(accepted ? 1 : 0);
    expect(result!.status).toBe(accepted ? 'passed' : 'failed');
  });

  test('another level or code is another fault, and faults without a place go by codes', () => {
    expect(applyExceptions(results(finding({ level: 3 })), [exception()])[0]!.findings[0]!.accepted).toBe(0);
    expect(applyExceptions(results(finding({ code: 'topology.slit' })), [exception()])[0]!.findings[0]!.accepted).toBe(0);
    const bare: FindingItem = { id: 'y', pcodes: ['XN01'], rows: [1], detail: 'no name' };
    const excuse = exception({ pcodes: ['XN01'], fingerprint: fingerprint(bare) });
    expect(applyExceptions(results(finding({ items: [bare] })), [excuse])[0]!.findings[0]!.accepted).toBe(1);
    const nameless = { ...bare, pcodes: [] };
    const byDetail = exception({ pcodes: [], fingerprint: fingerprint(nameless) });
    expect(applyExceptions(results(finding({ items: [{ ...nameless, detail: 'other' }] })), [byDetail])[0]!.findings[0]!.accepted).toBe(0);
  });

  test('ten thousand rows without a code go by their words, each by its own', () => {
    const rows = Array.from({ length: 10_000 }, (_, i): FindingItem => ({
      id: `r${i}`,
      pcodes: [],
      rows: [i],
      detail: `row 1,${String(i).padStart(4, '0')} has no name`,
    }));
    const excuses = rows.map((row) => exception({ pcodes: [], fingerprint: { detail: row.detail.replace('1,', '1') } }));
    const changed = rows.map((row, i) => (i % 4 ? row : { ...row, detail: `${row.detail} at all` }));
    const [result] = applyExceptions(results(finding({ items: changed, count: rows.length })), excuses);
    expect(result!.findings[0]!.accepted).toBe(7500);
  });

  test('more occurrences than are listed cannot all be accepted', () => {
    const [result] = applyExceptions(results(finding({ count: 700 })), [exception()]);
    expect(result!.status).toBe('failed');
  });
});

test('ids of items do not depend on the order of codes', () => {
  expect(itemId('a.b', 2, ['Z', 'A'], [20.123456789, 5])).toBe(itemId('a.b', 2, ['A', 'Z'], [20.123456, 5]));
  expect(itemId('a.b', null, [], undefined, [3])).toBe('a.b/-/#3');
});
