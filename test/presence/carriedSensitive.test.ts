/** A sensitive 3W on other boundaries, by a stranger who asks on both and subtracts: the second answer tells nothing that the first does not (decision 0062). */
import { describe, expect, test } from 'vitest';
import type { DatasetVersion } from '../../server/contract/datasets/dataset.ts';
import type { SummaryAnswer } from '../../server/contract/presence/api.ts';
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';
import { createPresence } from '../../server/presence/service.ts';
import { changesOf, dataOf, type Told, type Written } from '../helpers/carry.ts';
import { named } from '../helpers/presence.ts';
import { seededRandom } from '../helpers/random.ts';

const units = (parent: Record<string, string[]>) => [
  named(0, 'EX', null, 'Exland'),
  ...Object.keys(parent).map((code) => named(1, code, 'EX', code)),
  ...Object.entries(parent).flatMap(([region, codes]) => codes.map((code) => named(2, code, region, code))),
];
/** A and B are one; C is split; D stays; E has another code; F keeps its code and loses 40 % to F2; G takes a sliver of D. */
const BEFORE = units({ EX1: ['A', 'B', 'C', 'D'], EX2: ['E', 'F'] });
const NOW = units({ EX1: ['AB', 'C1', 'C2', 'D'], EX2: ['E9', 'F', 'F2'] });
const CHANGES = {
  levels: [
    changesOf(1, [['EX1', 'EX1', 'unchanged'], ['EX2', 'EX2', 'unchanged']]), // prettier-ignore
    changesOf(2, [
      ['A', 'AB', 'merged'],
      ['B', 'AB', 'merged'],
      ['C', 'C1', 'split', 0.5],
      ['C', 'C2', 'split', 0.5],
      ['D', 'D', 'adjusted', 0.99],
      ['E', 'E9', 'recoded'],
      ['F', 'F', 'split-off', 0.6],
      ['F', 'F2', 'split-off', 0.4],
    ] satisfies Told[]),
  ],
};

function serve(rows: Written[], trusted: boolean) {
  const data = { ...dataOf(BEFORE, rows), source: { file: '', sheet: '', headerRows: [], hxl: false }, sheets: [], profile: {}, columnsRead: [] };
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  const artifacts = [{ kind: 'presence', file: '3w.json', key: 'k', sha256: 'a', bytes: bytes.length, mediaType: 'application/json' }];
  const version = (dataset: string, tag: string) =>
    ({ dataset, version: tag, status: 'current', levels: [], artifacts: dataset.startsWith('3w') ? artifacts : [] }) as unknown as DatasetVersion;
  const presence = createPresence({
    datasets: {
      getVersion: async (dataset, ref) => version(dataset, ref === 'current' ? (dataset.startsWith('3w') ? 'v01' : 'v02') : ref),
      readArtifact: async () => bytes,
      listUnits: async (_, tag) => {
        const list = tag === 'v01' ? BEFORE : NOW;
        return { total: list.length, units: list };
      },
    },
    findPolicy: async () => ({ deepestLevel: 2, suppressBelow: 3, reason: '' }),
    tables: { sectors: 'code,parent,en,fr,es,ar,pt,hapi\n', orgTypes: 'code,en,fr,es,ar,pt\n' },
    following: { findChanges: async () => CHANGES },
  });
  const request = (onto?: 'v02') => ({ dataset: '3w-exl' as never, version: 'current' as const, trusted, onto: onto as never });
  return { presence, request };
}

/** All that is answered, on one version of the boundaries. */
async function askAll(rows: Written[], onto?: 'v02') {
  const { presence, request } = serve(rows, false);
  const answers: unknown[] = [];
  const summaries: SummaryAnswer[] = [];
  for (const level of [0, 1, 2] as const) {
    const summary = await presence.summarize(request(onto), level, DEFAULT_DEFINITION);
    summaries.push(summary);
    answers.push({ ...summary, carried: null, boundaries: null }, await presence.getMatrix(request(onto), level, DEFAULT_DEFINITION));
  }
  return { text: JSON.stringify(answers), summaries };
}
const world = (seed: number): Written[] => {
  const next = seededRandom(seed);
  return Array.from({ length: 5 }, () => ({ unit: ['A', 'B', 'C', 'D', 'E', 'F'][next(6)]!, org: next(4) }));
};

describe('strangers', () => {
  test('are told cells of the one table under the codes of today, and of what changed nothing', async () => {
    const rows = ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((unit) => [0, 1, 2, 3].map((org): Written => ({ unit, org })));
    const { summaries } = await askAll(rows, 'v02');
    const { byPcode, possible, carried, boundaries, withheld, totals } = summaries[2]!;
    expect(Object.fromEntries(Object.entries(byPcode).map(([code, { count, reason }]) => [code, count ?? reason]))).toEqual({
      AB: 'withheld',
      C1: 'withheld',
      C2: 'withheld',
      D: 4,
      E9: 4,
      F: 'withheld',
      F2: 'withheld',
    });
    expect([possible, withheld.length, totals.possible, totals.records, boundaries!.version]).toEqual([{}, 5, null, null, 'v02']);
    expect(carried).toEqual({ from: 'v01', to: 'v02', compared: true, rows: null, moved: null });
    const { presence, request } = serve(rows, false);
    await expect(presence.getColumns(request('v02'))).rejects.toMatchObject({ code: 'presence.sensitive' });
    await expect(presence.writeCsv(request('v02'), 'hapi', DEFAULT_DEFINITION, null)).rejects.toMatchObject({ code: 'presence.sensitive' });
    const matrix = await presence.getMatrix(request('v02'), 2, DEFAULT_DEFINITION);
    expect([matrix.possible, matrix.units.map(({ pcode }, i) => [pcode, matrix.unitTotals[i]]).filter(([, total]) => total !== null)]).toEqual([
      undefined,
      [['D', 4], ['E9', 4]], // prettier-ignore
    ]);
  });

  test('cannot tell two tables apart on new boundaries that they cannot tell apart on the old ones', async () => {
    const byOld = new Map<string, { now: string; rows: string }[]>();
    for (let seed = 0; seed < 150; seed++) {
      const rows = world(seed);
      const old = await askAll(rows);
      const own = byOld.get(old.text) ?? [];
      own.push({ now: (await askAll(rows, 'v02')).text, rows: JSON.stringify(rows) });
      byOld.set(old.text, own);
    }
    // Only worlds that look the same and are not say anything.
    const alike = [...byOld.values()].filter((own) => new Set(own.map(({ rows }) => rows)).size > 1);
    expect(alike.length).toBeGreaterThan(10);
    for (const own of alike) expect(new Set(own.map(({ now }) => now)).size).toBe(1);
  });

  test('every number on new boundaries is a number on the old ones', async () => {
    const SAME: Record<string, string> = { D: 'D', E9: 'E', EX1: 'EX1', EX2: 'EX2', EX: 'EX' };
    for (let seed = 0; seed < 40; seed++) {
      const [old, now] = [await askAll(world(seed)), await askAll(world(seed), 'v02')];
      now.summaries.forEach(({ byPcode, totals }, level) => {
        const before = old.summaries[level]!;
        expect(totals.organisations).toBe(before.totals.organisations);
        for (const [code, { organisations }] of Object.entries(byPcode))
          if (organisations !== null) expect(organisations, code).toBe(before.byPcode[SAME[code]!]!.organisations);
      });
    }
  });
});

test('members see all of it, carried like any other', async () => {
  const { presence, request } = serve([{ unit: 'C', org: 0 }, { unit: 'A', org: 1 }, { unit: 'B', org: 1 }], true); // prettier-ignore
  const { byPcode, possible, carried } = await presence.summarize(request('v02'), 2, DEFAULT_DEFINITION);
  expect([Object.keys(byPcode), Object.keys(possible).sort(), carried!.rows]).toEqual([['AB'], ['C1', 'C2'], { exact: 2, near: 0, possible: 1, notPlaced: 0 }]);
});
