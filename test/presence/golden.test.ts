/** Cases met in real 3W files (3w.md §2.6), each with the units it needs: what is certain is placed, what is not goes to a person. */
import { describe, expect, test } from 'vitest';
import type { Gazetteer } from '../../server/contract/admin.ts';
import type { Iso3 } from '../../server/contract/ids.ts';
import { runPresenceIngest } from '../../server/presence/pipeline.ts';
import { hasData, ingestText, named, presenceOptions, realLevels } from '../helpers/presence.ts';
import { uploadOf } from '../helpers/tables/workbook.ts';

type Levels = Gazetteer['levels'];
type Row = [code1: string, name1: string, code2: string, name2: string];

/** Each row through the pipeline: where it is, how, and what is asked. */
async function place(country: string, levels: Levels, rows: Row[]) {
  const text = ['Organisation,Region Pcode,Region,District Pcode,District', ...rows.map((cells, i) => ['Org ' + String(i), ...cells].join(','))].join('\n');
  const { data, normalized } = await ingestText(text, levels, { country: country as Iso3 });
  return normalized.records.map(({ pcode, level, method, question }) => {
    const group = data.groups.find(({ id }) => id === question);
    return [
      pcode,
      level,
      method,
      ...(group ? [group.cause, group.candidates.map((each) => `${each.pcode} ${each.by}`).join(', '), group.swappedWith !== null] : []),
    ];
  });
}

const country = (code: string) => ({ level: 0 as const, units: [named(0, code, null, code)] });

test('Chad: TD14 is TCD14, prefix by prefix', async () => {
  const levels: Levels = [
    country('TCD'),
    { level: 1, units: [named(1, 'TCD14', 'TCD', 'Logone Oriental'), named(1, 'TCD05', 'TCD', 'Chari-Baguirmi'), named(1, 'TCD07', 'TCD', 'Guéra')] },
    { level: 2, units: [named(2, 'TCD1401', 'TCD14', 'La Pendé'), named(2, 'TCD0501', 'TCD05', 'Baguirmi'), named(2, 'TCD0701', 'TCD07', 'Guéra')] },
  ];
  expect(
    await place('TCD', levels, [
      ['TD14', 'Logone Oriental', '', ''],
      ['TD14', 'Logone Oriental', '', 'Garada'],
      ['TD05', '', '', 'Chari-Baguirmi'],
    ]),
  ).toEqual([
    ['TCD14', 1, 'code-repaired'],
    // A locality is not the district whose name sounds like it.
    ['TCD14', 1, 'code-repaired', 'name-unknown', '', false],
    // A province typed as a district: the district Baguirmi is only a suggestion.
    ['TCD05', 1, 'code-repaired', 'name-doubtful', 'TCD0501 name', false],
  ]);
});

test('Somalia: swapped codes show both candidates; a child of another region is certain nowhere', async () => {
  const levels: Levels = [
    country('SO'),
    { level: 1, units: [named(1, 'SO22', 'SO', 'Banadir'), named(1, 'SO24', 'SO', 'Bay'), named(1, 'SO25', 'SO', 'Bakool')] },
    { level: 2, units: [named(2, 'SO2208', 'SO22', 'Hodan'), named(2, 'SO2209', 'SO22', 'Heliwa'), named(2, 'SO2501', 'SO25', 'Xudur')] },
  ];
  expect(
    await place('SOM', levels, [
      ['SO22', 'Banadir', 'SO2208', 'Heliwa'],
      ['SO22', 'Banadir', 'SO2209', 'Hodan'],
      ['SO24', 'Bay', 'SO2501', 'Xudur'],
      ['#N/A', '#N/A', 'SO2208', 'Hodan'],
    ]),
  ).toEqual([
    ['SO22', 1, 'code', 'code-name-conflict', 'SO2208 code, SO2209 name', true],
    ['SO22', 1, 'code', 'code-name-conflict', 'SO2209 code, SO2208 name', true],
    ['SO', 0, 'none', 'parent-conflict', 'SO2501 code', false],
    ['SO2208', 2, 'code'],
  ]);
});

test('Ethiopia: contested stays contested, a newer region is no older one', async () => {
  const levels: Levels = [
    country('ET'),
    { level: 1, units: [named(1, 'ET01', 'ET', 'Tigray'), named(1, 'ET11', 'ET', 'South West Ethiopia')] },
    { level: 2, units: [named(2, 'ET0101', 'ET01', 'North Western'), named(2, 'ET0102', 'ET01', 'Zone 3'), named(2, 'ET0103', 'ET01', 'Southern')] },
  ];
  expect(
    await place('ETH', levels, [
      ['', 'Contested', 'ET990203', 'North Western'],
      ['', 'South Ethiopia', '', ''],
      ['ET01', 'Tigray', '', 'Zone2'],
      ['ET01', 'Tigray', '', 'Zone3'],
    ]),
  ).toEqual([
    ['ET', 0, 'none', 'name-unknown', '', false],
    ['ET', 0, 'none', 'name-doubtful', 'ET11 name', false],
    ['ET01', 1, 'code', 'name-doubtful', 'ET0102 name', false],
    // Spelt without the blank, and likeness of the core is whole.
    ['ET0102', 2, 'fuzzy'],
  ]);
});

test('codes of other shapes are taken as they are', async () => {
  const of = (top: string, region: string, district: string): Levels => [
    country(top),
    { level: 1, units: [named(1, region, top, 'One')] },
    { level: 2, units: [named(2, district, region, 'Two')] },
  ];
  for (const [iso3, top, region, district, written] of [
    ['MMR', 'MMR', 'MMR001', 'MMR001D001', 'MMR001D001'],
    ['IRQ', 'IQ', 'IQG01', 'IQG01Q01', 'IQG01Q01'],
    ['TJK', 'TJ', '350', '3501263', '3501263'],
    ['HTI', 'HT', 'HT08', 'HT0811-07', 'HT0811-07'],
  ] as const)
    expect(await place(iso3, of(top, region, district), [[region, 'One', written, 'Two']])).toEqual([[district, 2, 'code']]);
});

test('DRC: accents are no difference; a health zone stays at the territory; a shared name is asked', async () => {
  const levels: Levels = [
    country('CD'),
    { level: 1, units: [named(1, 'CD61', 'CD', 'Nord-Kivu'), named(1, 'CD62', 'CD', 'Sud-Kivu')] },
    {
      level: 2,
      units: [
        named(2, 'CD6103', 'CD61', 'Beni'),
        named(2, 'CD6104', 'CD61', 'Oicha'),
        named(2, 'CD6105', 'CD61', 'Ville de Goma'),
        named(2, 'CD6201', 'CD62', 'Mabanga'),
        named(2, 'CD6106', 'CD61', 'Mabanga'),
      ],
    },
    { level: 3, units: [named(3, 'CD610301', 'CD6103', 'Beni-Mbau')] },
  ];
  expect(
    await place('COD', levels, [
      ['CD61', 'Nord-Kivu', '', 'Oïcha'],
      ['', '', '', 'Mabanga'],
      ['CD62', '', '', 'Mabanga'],
    ]),
  ).toEqual([
    ['CD6104', 2, 'name'],
    ['CD', 0, 'none', 'name-ambiguous', 'CD6201 name, CD6106 name', false],
    ['CD6201', 2, 'name'],
  ]);
  const text = 'Acteur,Code Province,Code Territoire,Admin3 Pcode\nOrg,CD61,CD6103,CD6103ZS02\n';
  const { normalized } = await ingestText(text, levels, { country: 'COD' as Iso3 });
  expect(normalized.records[0]).toMatchObject({ pcode: 'CD6103', level: 2, statedLevel: 3 });
});

test('a file coded to the boundaries before: a unit that got another code is found, if its name agrees', async () => {
  const levels: Levels = [country('EX'), { level: 1, units: [named(1, 'EX07', 'EX', 'North'), named(1, 'EX02', 'EX', 'South')] }];
  const options = presenceOptions('EXL', levels);
  const boundaries = {
    ...options.boundaries!,
    before: { version: 'v01' as never, recoded: [{ level: 1 as const, before: 'EX01', after: 'EX07' }], retired: [] },
  };
  const text = 'Organisation,Region Pcode,Region\nA,EX01,North\nB,EX01,Elsewhere\nC,EX02,South\n';
  const { data, normalized } = await runPresenceIngest([uploadOf('exl.csv', text)], { ...options, boundaries });
  expect(normalized.records.map(({ pcode, method }) => [pcode, method])).toEqual([
    ['EX07', 'code-repaired'],
    ['EX', 'none'],
    ['EX02', 'code'],
  ]);
  expect(data.repairs.map(({ how, rows, codes }) => [how, rows, codes[0]!.before, codes[0]!.after])).toEqual([['recoded', 1, 'EX01', 'EX07']]);
});

test('a file coded to the boundaries before: units that merged are followed, those that were split are asked for (§2.6, 7)', async () => {
  const levels: Levels = [
    country('EX'),
    { level: 1, units: [named(1, 'EX01', 'EX', 'North'), named(1, 'EX02', 'EX', 'South')] },
    {
      level: 2,
      units: [
        named(2, 'EX0101', 'EX01', 'Alta'),
        named(2, 'EX0108', 'EX01', 'Bora East'),
        named(2, 'EX0109', 'EX01', 'Bora West'),
        named(2, 'EX0201', 'EX02', 'Ceno'),
      ],
    },
  ];
  const options = presenceOptions('EXL', levels);
  const retired = [
    {
      level: 2 as const,
      pcode: 'EX0102',
      names: ['Bora'],
      into: [
        { pcode: 'EX0108', share: 0.62 },
        { pcode: 'EX0109', share: 0.38 },
      ],
    },
    { level: 2 as const, pcode: 'EX0103', names: ['Dalu'], into: [{ pcode: 'EX0101', share: 0.98 }] },
    // Split across two regions.
    {
      level: 2 as const,
      pcode: 'EX0104',
      names: ['Enga'],
      into: [
        { pcode: 'EX0201', share: 0.6 },
        { pcode: 'EX0101', share: 0.4 },
      ],
    },
  ];
  const boundaries = { ...options.boundaries!, before: { version: 'v01' as never, recoded: [], retired } };
  const text = [
    'Organisation,Region Pcode,District Pcode,District',
    'A,EX01,EX0103,Dalu', // merged, under its own name
    'B,EX01,EX0103,Alta', // merged, under the name of its successor
    'C,EX01,EX0103,Ceno', // merged, but the name says another place
    'D,EX01,EX0102,Bora', // split
    'E,,EX0102,', // split, and nothing else is said
    'F,,EX0104,Enga', // split across two parents: only the country is certain
    'G,EX02,EX0103,Dalu', // merged into a unit of another parent than the row says
    'H,EX01,EX0101,Alta',
  ].join('\n');
  const { data, normalized } = await runPresenceIngest([uploadOf('exl.csv', text)], { ...options, boundaries });
  expect(normalized.records.map(({ pcode, method }) => [pcode, method])).toEqual([
    ['EX0101', 'code-repaired'],
    ['EX0101', 'code-repaired'],
    ['EX01', 'code'],
    ['EX01', 'code'],
    ['EX01', 'code-repaired'],
    ['EX', 'none'],
    ['EX', 'none'],
    ['EX0101', 'code'],
  ]);
  expect(data.repairs.map(({ how, rows, codes }) => [how, rows, codes[0]!.before, codes[0]!.after])).toEqual([['merged', 2, 'EX0103', 'EX0101']]);
  const split = data.groups.find(({ code, name }) => code === 'EX0102' && name === 'Bora')!;
  expect([split.cause, split.proposal, split.candidates.map(({ pcode, score }) => [pcode, score])]).toEqual(['code-retired', null, [['EX0108', 0.62], ['EX0109', 0.38]]]); // prettier-ignore
});

describe('an import profile', () => {
  const levels: Levels = [country('EX'), { level: 1, units: [named(1, 'EX01', 'EX', 'North'), named(1, 'EX02', 'EX', 'South')] }];
  const may = 'Agency,Where it works,Theme\nOrg,EX01,Health\nOther,EX02,Health\n';

  test('recognises next month’s file by its shape, though columns moved, and says what changed', async () => {
    const first = await ingestText(may, levels, { roles: { Theme: { is: 'activity' } } });
    const next = 'Theme,Agency,Where it works,Month\nHealth,Org,EX01,June 2025\n';
    const { data, report } = await ingestText(next, levels, { previous: first.data });
    expect(data.columnsRead.map(({ heading, role, from }) => [heading, role.is, from])).toEqual([
      ['Theme', 'activity', 'profile'],
      ['Agency', 'org', 'profile'],
      ['Where it works', 'place', 'profile'],
      ['Month', 'month', 'heading'],
    ]);
    const findings = report.results.flatMap((result) => result.findings);
    expect(findings.find(({ code }) => code === 'presence.profile-changed')?.items.map(({ detail }) => detail)).toEqual(['new: month']);
  });
  test('what was not needed last month is looked at again, unless a person said so', async () => {
    const text = 'Agency,Where it works,Remarks,Sector\nOrg,EX01,x,Health\nOther,EX02,y,Health\n';
    const first = await ingestText(text, levels, { roles: { Sector: { is: 'ignore' } } });
    const { data } = await ingestText(text.replaceAll(',x,', ',Ongoing,').replaceAll(',y,', ',Completed,'), levels, { previous: first.data });
    expect(data.columnsRead.map(({ heading, role, from }) => [heading, role.is, from])).toEqual([
      ['Agency', 'org', 'profile'],
      ['Where it works', 'place', 'profile'],
      ['Remarks', 'status', 'values'],
      ['Sector', 'ignore', 'profile'],
    ]);
  });
  test('organisations keep their ids from month to month', async () => {
    const first = await ingestText(may, levels);
    const { data } = await ingestText(may.replace('Org,', 'ORG,'), levels, { previous: first.data });
    expect(data.organisations.map(({ id }) => id)).toEqual(first.data.organisations.map(({ id }) => id));
  });
  test('a file of another shape is read by itself', async () => {
    const first = await ingestText(may, levels, { roles: { Theme: { is: 'ignore' } } });
    const { data } = await ingestText('Partner,Region,Cluster,Status,Donor\nOrg,North,Health,Ongoing,X\n', levels, { previous: first.data });
    expect(data.columnsRead.every(({ from }) => from !== 'profile')).toBe(true);
  });
});

describe.skipIf(!hasData)('on real boundaries', () => {
  test('decisions are remembered by spelling and parent, and applied to the next file', async () => {
    const levels = await realLevels('MLI', ['mli/ab/mli_itos_adm1.geojson', 'mli/ab/mli_itos_adm2.geojson']);
    const text = 'Organisation,admin1Pcod,Region\nA,MLI10,Menaka\nB,MLI07,Gao\nC,MLI01,Kayes\nD,MLI05,Mopti\n';
    const options = presenceOptions('MLI', levels);
    const first = await runPresenceIngest([uploadOf('mli.csv', text)], options);
    const [group] = first.data.groups;
    expect(group).toMatchObject({ cause: 'code-unknown', code: 'MLI10', rows: 1 });
    const { level, code, name, parent } = group!;
    const decided = { level, code, name, parent, pcode: levels[1]!.units[0]!.pcode, by: 'ann', at: '2025-06-01T00:00:00Z' };
    const memory = { places: [decided], sectors: [], orgTypes: [], organisations: [], distinct: [], profiles: [] };
    const again = await runPresenceIngest([uploadOf('mli.csv', text.replace('MLI10,Menaka', 'mli10,MÉNAKA'))], { ...options, memory });
    expect(again.normalized.records[0]).toMatchObject({ method: 'human', pcode: decided.pcode, question: null });
    expect(again.data.rows.placed).toEqual({ human: 1, 'code-repaired': 3 });
  });
});
