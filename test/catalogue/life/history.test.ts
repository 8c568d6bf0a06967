/** What the audit tells of versions (server/catalogue/history.ts). */
import { describe, expect, test } from 'vitest';
import { currentAt, historyOf, inForceAt, writeHistoryCsv } from '../../../server/catalogue/life/history.ts';
import type { AuditEntry } from '../../../server/catalogue/audit.ts';
import type { DatasetId, VersionTag } from '../../../server/contract/ids.ts';

const [V1, V2, V3] = ['v01', 'v02', 'v03'] as VersionTag[] as [VersionTag, VersionTag, VersionTag];
const line = (day: string, action: string, version: VersionTag, reason: string | null = null): AuditEntry => ({
  id: `${day}${action}`,
  at: `${day}T12:00:00.000Z`,
  actor: 'Amina',
  action,
  dataset: 'cod-ab-sle' as DatasetId,
  version,
  reason,
  sha256: null,
});
const LINES = [
  line('2020-01-01', 'version.drafted', V1),
  line('2020-01-02', 'version.published', V1),
  line('2021-01-01', 'version.published', V2),
  line('2022-01-01', 'version.published', V3, 'urgent'),
  line('2022-02-01', 'version.rolled-back', V1, '=1+1 wrong codes'),
  line('2022-03-01', 'version.published', V3),
  line('2022-04-01', 'version.withdrawn', V3, 'lost a district'),
];

describe('in force', () => {
  test.each([
    ['2019-12-31', [], null, []],
    ['2020-01-02', [V1], V1, []],
    ['2021-06-01', [V1, V2], V2, []],
    ['2022-01-31', [V1, V2, V3], V3, []],
    // Rolled back over two: both are set aside.
    ['2022-02-01', [V1], V1, ['v02 rolled-back', 'v03 rolled-back']],
    ['2022-03-01', [V1, V3], V3, ['v02 rolled-back']],
    ['2022-04-01', [V1], null, ['v02 rolled-back', 'v03 withdrawn']],
  ])('at the end of %s', (known, own, current, aside) => {
    const { line: found, current: then, setAside } = inForceAt(LINES, known);
    expect([found, then, setAside.map(({ version, why }) => `${version} ${why}`).sort()]).toEqual([own, current, aside]);
  });
  test('a rollback that withdraws what it replaces, in one moment and whichever line comes first', () => {
    const both = [line('2022-02-01', 'version.rolled-back', V1), line('2022-02-01', 'version.withdrawn', V3)];
    for (const last of [both, both.toReversed()]) {
      const found = inForceAt([...LINES.slice(0, 4), ...last], null);
      expect([found.line, found.current, found.setAside.find(({ version }) => version === V3)?.why]).toEqual([[V1], V1, 'withdrawn']);
    }
  });
  test('a withdrawn draft was never in force; a publication that the audit lost is', () => {
    const found = inForceAt([line('2020-01-01', 'version.withdrawn', V2)], null, [{ version: V1, publishedAt: '2019-01-01T00:00:00.000Z' }]);
    expect(found).toEqual({ line: [V1], current: V1, setAside: [] });
  });
  test('what was current at a moment', () => {
    expect(['2019-01-01T00:00:00Z', '2021-06-01T00:00:00Z', '2022-02-01T12:00:00.000Z'].map((at) => currentAt(LINES, at))).toEqual([null, V2, V1]);
  });
});

describe('who did what', () => {
  const told = (version: VersionTag, isOurs: boolean) =>
    historyOf(LINES, version, isOurs).map(({ at, action, other }) => `${at.slice(0, 10)} ${action} ${other ?? ''}`.trim());
  test('latest first, with what took its place; drafts only for those who work here', () => {
    expect(told(V1, true)).toEqual([
      '2022-03-01 version.superseded v03',
      '2022-02-01 version.rolled-back v03',
      '2021-01-01 version.superseded v02',
      '2020-01-02 version.published',
      '2020-01-01 version.drafted',
    ]);
    expect(told(V1, false)).toHaveLength(4);
    expect(told(V3, false)).toEqual([
      '2022-04-01 version.withdrawn',
      '2022-03-01 version.published v01',
      '2022-02-01 version.superseded v01',
      '2022-01-01 version.published v02',
    ]);
  });
  test('of a draft that was discarded under the same tag nothing is told', () => {
    const acts = historyOf(
      [line('2020-01-01', 'version.drafted', V1), line('2020-01-02', 'version.discarded', V1), line('2020-01-03', 'version.drafted', V1)],
      V1,
      true,
    );
    expect(acts.map(({ at }) => at.slice(0, 10))).toEqual(['2020-01-03']);
  });
  test('as a table no cell runs as a formula', () => {
    const text = new TextDecoder().decode(writeHistoryCsv('cod-ab-sle', V1, historyOf(LINES, V1, false)));
    expect(text.split('\r\n')[0]).toBe('at,dataset,version,action,by,other_version,reason');
    expect(text).toContain("'=1+1 wrong codes");
    expect(text).not.toMatch(/(^|,)=/m);
  });
});
