import { describe, expect, test } from 'vitest';
import type { AdminLevel, Iso3, Pcode } from '../../../server/contract/ids.ts';
import type { Finding } from '../../../server/contract/finding.ts';
import type { BoundaryContext } from '../../../server/boundaries/checks/context.ts';
import { pcodeChecks } from '../../../server/boundaries/checks/pcodes.ts';
import { sayClause } from '../../../server/words/words.ts';
import type { UploadedLevel } from '../../../server/boundaries/normalize/model.ts';

interface Row {
  code: string | number | null;
  parent?: string;
  name?: string;
  parentName?: string;
  bbox?: [number, number, number, number];
}

/** One level with squares for geometry; row i lies at i degrees east unless it has a box. */
function level(at: AdminLevel, rows: Row[], partial = false): UploadedLevel {
  const empty = new Uint32Array(rows.length + 1);
  return {
    level: at,
    partial,
    lineage: [],
    languages: ['en'],
    columns: [{ source: 'CODE', standard: `adm${at}_pcode`, how: 'legacy' }],
    ancestors: [
      {
        level: (at - 1) as AdminLevel,
        pcodes: rows.map(({ parent }) => parent ?? null),
        names: rows.map(({ parentName }) => (parentName ? [{ lang: 'en', name: parentName }] : [])),
      },
    ],
    raw: {
      file: 'f',
      layer: 'l',
      format: 'geojson',
      rows: rows.length,
      columns: [{ name: 'CODE', values: rows.map(({ code }) => code) }],
      geometry: { kinds: new Uint8Array(rows.length), coords: new Float64Array(), rings: empty, polygons: empty, rows: empty },
      crs: null,
      hasZ: false,
      encoding: { name: 'utf-8', from: 'format' },
      findings: [],
    },
    table: {
      level: at,
      extra: [],
      source: { file: 'f', layer: 'l', rowNumber: Uint32Array.from(rows, (_, index) => index + 1) },
      geometry: { kinds: new Uint8Array(rows.length).fill(3), coords: new Float64Array(), rings: empty, polygons: empty, rows: empty },
      units: rows.map(({ code, parent, name, bbox }, index) => ({
        level: at,
        pcode: String(code ?? '') as Pcode,
        parentPcode: (parent ?? null) as Pcode | null,
        names: [{ lang: 'en', name: name ?? `Name ${index}` }],
        validOn: null,
        validTo: null,
        areaSqKm: 100,
        center: [index + 0.5, 0.5] as [number, number],
        bbox: bbox ?? ([index, 0, index + 1, 1] as [number, number, number, number]),
      })),
    },
  };
}

async function run(id: string, levels: UploadedLevel[], country = 'AFG', previous: UploadedLevel[] | null = null): Promise<Finding[]> {
  const context: BoundaryContext = {
    boundaries: {
      country: country as Iso3,
      levels,
      companions: [],
      layersRead: [],
      ignored: [],
      deepestComplete: 1,
      findings: [],
      statedVersion: null,
      dateSource: null,
    },
    coverage: null,
    published: [],
    previous: previous?.map(({ table }) => table) ?? null,
    metadata: null,
    today: '2026-01-01',
  };
  const outcome = await pcodeChecks.find((check) => check.id === id)!.run(context, (_, make) => make());
  if ('skipped' in outcome) throw new Error(sayClause(outcome.skipped, 'en'));
  return outcome;
}
const codes = (findings: Finding[]) => findings.map(({ code, severity, count }) => [code, severity, count]);
const good: Row[] = Array.from({ length: 12 }, (_, index) => ({ code: `AF${String(index + 1).padStart(2, '0')}`, parent: 'AF' }));

test.each(pcodeChecks.filter(({ id }) => id !== 'P10').map(({ id }) => id))('%s finds nothing in a clean level', async (id) =>
  expect(await run(id, [level(1, good)])).toEqual([]),
);

describe('P1', () => {
  test('a missing code is an error', async () =>
    expect(codes(await run('P1', [level(1, [...good, { code: null }])]))).toEqual([['pcode.missing', 'error', 1]]));
  test('fillers of a partial level are one warning (CAF adm4)', async () => {
    expect(codes(await run('P1', [level(4, [...good, { code: null }, { code: null }], true)]))).toEqual([['pcode.filler', 'warning', 2]]);
  });
});

test('P2: numbers', async () => {
  const [finding] = await run('P2', [level(1, [{ code: 1 }, { code: 12 }])]);
  expect(finding).toMatchObject({ code: 'pcode.number', severity: 'error', count: 2, params: { widths: '1, 2' } });
});

test('P9: scientific notation, and zeros that the parent betrays', async () => {
  const zeros = Array.from({ length: 6 }, (_, index) => ({ code: `AF02${String(index + 1).padStart(2, '0')}`, parent: 'AF02' }));
  const findings = await run('P9', [
    level(2, [...zeros, { code: '1.0E+11' }, { code: 'AF207', parent: 'AF02' }, { code: 'AF0299', parent: 'AF02' }, { code: 'AF03', parent: 'AF02' }]),
  ]);
  expect(findings.map(({ code, items }) => [code, items.map(({ detail }) => detail)])).toEqual([
    ['pcode.scientific', ['1.0E+11']],
    ['pcode.lost-zero', ['AF207 → AF0207']],
  ]);
});

describe('P3', () => {
  test('a slip among good codes is an error', async () =>
    expect(codes(await run('P3', [level(1, [...good, { code: 'AF 13' }])]))).toEqual([['pcode.delimiter', 'error', 1]]));
  test('a whole scheme with delimiters is a warning (HTI)', async () => {
    expect(codes(await run('P3', [level(2, [{ code: 'HT0114-01' }, { code: 'HT0114-02' }])], 'HTI'))).toEqual([['pcode.delimiter', 'warning', 1]]);
  });
  test('letters after the prefix, special areas', async () => {
    expect(codes(await run('P3', [level(2, [...good, { code: 'AFX01' }, { code: 'AF01D' }, { code: 'Conflict' }])]))).toEqual([
      ['pcode.letters', 'warning', 2],
      ['pcode.special', 'warning', 1],
    ]);
  });
});

test('P4: ZZ99 in an AFG layer, three letters, small letters, none', async () => {
  expect(codes(await run('P4', [level(1, [...good, { code: 'ZZ99' }, { code: 'AFG13' }, { code: 'af14' }, { code: '15' }])]))).toEqual([
    ['pcode.prefix-country', 'error', 1],
    ['pcode.prefix-missing', 'error', 1],
    ['pcode.prefix-iso3', 'warning', 1],
    ['pcode.prefix-case', 'warning', 1],
  ]);
  expect(codes(await run('P4', [level(1, [{ code: '10' }, { code: '20' }])], 'BGD'))).toEqual([['pcode.prefix-missing', 'warning', 1]]);
});

test('P5: one length in a level', async () => {
  const [finding] = await run('P5', [level(1, [...good, { code: 'AF1' }])]);
  expect(finding).toMatchObject({ code: 'pcode.length', severity: 'warning', count: 1, params: { usual: 4, lengths: '4 (12), 3 (1)' } });
});

test('P6: two units with one code, but not two parts of one unit', async () => {
  expect(codes(await run('P6', [level(1, [...good, { code: 'AF01', parent: 'AF', name: 'Elsewhere' }])]))).toEqual([['pcode.duplicate', 'error', 1]]);
  expect(await run('P6', [level(1, [...good, { code: 'AF01', parent: 'AF', name: 'Name 0' }])])).toEqual([]);
});

test('P7: a slip is an error, a scheme that is not nested a warning', async () => {
  expect(codes(await run('P7', [level(2, [...good, { code: 'AF99', parent: 'AX' }])]))).toEqual([['pcode.nesting', 'error', 1]]);
  expect(
    codes(
      await run(
        'P7',
        [
          level(2, [
            { code: 'LB51', parent: 'LB7' },
            { code: 'LB11', parent: 'LB1' },
          ]),
        ],
        'LBN',
      ),
    ),
  ).toEqual([['pcode.not-nested', 'warning', 1]]);
});

test('P8: a parent spelt in two ways', async () => {
  const rows = [
    { code: 'AF0101', parent: 'AF01', parentName: 'Kabul' },
    { code: 'AF0102', parent: 'AF01', parentName: 'Kabul' },
    { code: 'AF0103', parent: 'AF01', parentName: 'Kaboul' },
  ];
  const [finding] = await run('P8', [level(2, rows)]);
  expect(finding).toMatchObject({ code: 'pcode.two-names', count: 1, items: [{ rows: [3], detail: 'AF01: Kabul (2), Kaboul (1)' }] });
});

test('P10: reused for another place, recoded in the same place', async () => {
  const before = level(1, [{ code: 'AF01' }, { code: 'AF02' }]);
  const now = level(1, [
    { code: 'AF01', bbox: [40, 0, 41, 1] },
    { code: 'AF07', bbox: [1, 0, 2, 1] },
  ]);
  expect(codes(await run('P10', [now], 'AFG', [before]))).toEqual([
    ['pcode.reused', 'error', 1],
    ['pcode.recoded', 'warning', 1],
  ]);
  await expect(run('P10', [now])).rejects.toThrow('no published version');
});

test('P11: nine of nine one-digit codes', async () => {
  const rows = Array.from({ length: 9 }, (_, index) => ({ code: `AF01${index + 1}`, parent: 'AF01' }));
  expect(codes(await run('P11', [level(2, rows)]))).toEqual([['pcode.room', 'info', 1]]);
});
