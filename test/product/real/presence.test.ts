/**
 * Every real 3W file, read once: its rows and places, and its columns. The numbers were counted once by another program (a script on Python's standard library that reads the sheets and the
 * boundary files by itself): rows; rows whose deepest code is in the boundaries and contradicted neither by the codes and names above it nor
 * by being another unit's name; names exact in their parent; distinct organisations after folding. Where the two differ the reason is given.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Gazetteer } from '../../../server/contract/admin.ts';
import type { PresenceRole } from '../../../server/contract/presence/presence.ts';
import { roleKey } from '../../../server/presence/columns/hints.ts';
import type { PresenceIngest } from '../../../server/presence/pipeline.ts';
import { runPresenceIngest } from '../../../server/presence/pipeline.ts';
import { hasData, presenceOptions, realLevels } from '../../helpers/presence.ts';
import { REAL_3W, recompute } from '../../helpers/realTables.ts';
import { realUpload } from '../../helpers/tables/workbook.ts';

if (!hasData) console.warn('real/presence.test.ts: skipped, the folder of real data is not beside this checkout');

interface Case {
  file: string;
  sheet: string;
  read: number;
  blank?: number;
  placed: Record<string, number>;
  notPlaced: number;
  needReview: number;
  organisations: number;
  /** The largest group that waits for a person. */
  first?: string;
  repairs?: string;
  /** What is asked about columns before publishing, and of how many rows: cells that name several donors or partners. */
  asks?: string[];
}

const CASES: Case[] = [
  {
    file: 'bfa/3w/bfa_5w_fev2022.xlsx',
    sheet: 'Jan - Fev Public',
    read: 420,
    blank: 2029,
    placed: { code: 419 },
    notPlaced: 1,
    needReview: 1,
    // Of the column "Partenaire de mise en œuvre"; "Organisation *" beside it programmes and has 50.
    organisations: 60,
    first: '1 parent-conflict adm2 Bam',
    asks: ['several:bailleur de fonds ×2'],
  },
  {
    file: 'caf/3w/caf_3w_mar2022.xlsx',
    sheet: 'RCA 3W Qui fait Quoi Où T1 2022',
    read: 1809,
    // 85 rows name one of the arrondissements 2 to 8 of Bangui, which is one unit at levels 1 and 2.
    placed: { code: 1723, name: 85 },
    notPlaced: 1,
    needReview: 1,
    organisations: 136,
    first: '1 parent-conflict adm2 CF111 Bimbo',
  },
  {
    file: 'gtm/3w/gtm_345w.csv',
    sheet: 'gtm_345w',
    read: 1197,
    // 27 rows are about the whole country.
    placed: { code: 1161, name: 27 },
    notPlaced: 9,
    needReview: 9,
    // 40 with the 36 rows that are only planned.
    organisations: 38,
    first: '4 parent-conflict adm2 31',
  },
  {
    file: 'irq/3w/irq_3w_jan_to_apr_2022_longtable.xlsx',
    sheet: '3W longtable Jan-Apr 2022 ',
    read: 4839,
    placed: { code: 4839 },
    notPlaced: 0,
    needReview: 0,
    organisations: 107,
  },
  {
    file: 'lbn/3w/lbn_sectorsreporting_bydistrict_20240902_hxlated.csv',
    sheet: 'lbn_sectorsreporting_bydistrict_20240902_hxlated',
    read: 13_599,
    // 11,211 known codes, of which 44 rows say Beirut in Mount Lebanon; 35 rows name no place.
    // Seven districts are spelled by ear (Hasbaiya, Metn): 496 rows.
    placed: { code: 11_167, name: 1848, fuzzy: 496 },
    notPlaced: 88,
    needReview: 53,
    // 85 spellings, "WFP" and "World Food Programme" being one.
    organisations: 84,
    first: '44 parent-conflict adm2 LB11 Beirut',
    asks: ['several:partner name ×31'],
  },
  {
    file: 'mli/3w/mli_5w_mar2022.xlsx',
    sheet: 'ML_5W',
    read: 22_805,
    // 38 rows have the code of a cercle of Bamako beside the region's name.
    placed: { code: 22_338 },
    notPlaced: 467,
    needReview: 467,
    organisations: 156,
    first: '434 code-unknown adm1 MLI10 Menaka',
    repairs: 'MLIxx → MLxx ×21634',
  },
  {
    file: 'ven/3w/ven_3w.xlsx',
    sheet: '3W - Venezuela',
    read: 275_845,
    placed: { code: 275_845 },
    notPlaced: 0,
    needReview: 0,
    organisations: 159,
  },
  {
    file: 'yem/3w/yem_education_cluster_activities_2019.xlsx',
    sheet: 'YHRP Dataset ( Jan-June )',
    read: 4728,
    // 2,905 rows have a Latin spelling that is one district's exactly, 1,532 one with the same consonants or nearly the same letters,
    // 176 the Arabic name of a governorate that the district shares; 81 an Arabic name that sounds as one district's Latin one.
    placed: { name: 2905, fuzzy: 1613, alias: 176 },
    notPlaced: 34,
    needReview: 34,
    organisations: 43,
    first: '23 name-unknown adm2 كريتر / Craiter',
  },
  {
    file: 'eth/3w/ethiopia_4w_may_to_july_2025.csv',
    sheet: 'ethiopia_4w_may_to_july_2025',
    read: 9969,
    // 8,515 known codes; two of those rows name a zone that is another's.
    placed: { code: 8513 },
    notPlaced: 1456,
    needReview: 1456,
    // 141 spellings, "IOM" and its full name being one.
    organisations: 140,
    first: '712 name-unknown adm1 Contested',
  },
  {
    file: 'eth/3w/ethiopia_4w_february_2022.xlsx',
    sheet: 'Eth_4Ws_February_2022',
    read: 7900,
    // 325 rows repeat the zone's code beside the name of one of its woredas. 7,305 known codes; 13 of those rows contradict their zone.
    // 131 hold one of nine codes that stand beside the names of three to 30 other woredas, each the one of that name in its zone.
    placed: { code: 7292, name: 479, fuzzy: 4 },
    notPlaced: 125,
    needReview: 125,
    // 123 spellings, "IRC" and its full name being one.
    organisations: 122,
    first: '15 name-doubtful adm2 East Guji',
    asks: ['several:donor ×543', 'several:implementing agency name ×6'],
  },
];

test('each file is counted and looked up', () => expect(CASES.map(({ file }) => file)).toEqual(REAL_3W.map(({ file }) => file)));

describe.skipIf(!hasData).each(REAL_3W)('$file', (own) => {
  let levels: Gazetteer['levels'];
  let result: PresenceIngest;
  beforeAll(async () => {
    levels = await realLevels(own.country, own.boundaries);
    result = await runPresenceIngest([realUpload(own.file)], presenceOptions(own.country, levels));
  });
  // A quarter of a million rows are not kept while the next file is read.
  afterAll(() => {
    result = undefined!;
  });

  test('rows, places and organisations as counted by another program', () => {
    const { sheet, read, blank = 0, first, repairs, asks = [], file: _, ...expected } = CASES.find(({ file }) => file === own.file)!;
    const { data, report } = result;
    const { rows, groups, records } = data;
    expect({ sheet: data.source.sheet, read: rows.read, blank: rows.blank, dropped: rows.dropped }).toEqual({ sheet, read, blank, dropped: {} });
    const { placed, notPlaced, needReview, organisations } = rows;
    expect({ placed, notPlaced, needReview, organisations }).toEqual(expected);
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, each) => all + each, 0);
    expect(sum(rows.dropped) + sum(placed) + notPlaced, 'every row is accounted for').toBe(read);
    expect(records.row).toHaveLength(read);
    expect(groups.reduce((all, group) => all + group.rows, 0)).toBe(needReview);
    const [top] = groups;
    expect(top && [top.rows, top.cause, `adm${top.level}`, top.code, top.name].filter((each) => each !== null).join(' ')).toBe(first);
    if (repairs) expect(data.repairs.map(({ pattern, rows: count }) => `${pattern} ×${count}`)).toContain(repairs);
    expect((report.questions ?? []).map(({ id, rows: count }) => `${id} ×${count}`)).toEqual(asks);
    expect(report.publishable).toBe(asks.length === 0);
  });

  test('the columns a person would name are found without one, and every placement is looked up again by other code', () => {
    const { data, guesses, report } = result;
    expect([data.source.sheet, data.rows.read]).toEqual([own.sheet, own.rows]);
    const used = new Map(guesses.filter(({ role }) => role.is !== 'ignore').map(({ role, heading }) => [roleKey(role), heading]));
    const key = (role: PresenceRole) => used.get(roleKey(role)) ?? null;
    const body = (role: 'implementing' | 'programming' | 'funding', part: 'name' | 'acronym') => key({ is: 'org', role, part });
    expect({
      implementing: { name: body('implementing', 'name'), acronym: body('implementing', 'acronym') },
      programming: body('programming', 'name'),
      funding: body('funding', 'name'),
      sector: key({ is: 'sector' }),
    }).toEqual({ implementing: own.implementing, programming: own.programming, funding: own.funding, sector: own.sector });
    for (const [level, heading] of own.codes) expect(key({ is: 'place', level, part: 'code' })).toBe(heading);
    for (const [level, heading] of own.names) expect(key({ is: 'place', level, part: 'name' })).toBe(heading);
    expect(
      (report.questions ?? []).map(({ id, rows }) => `${id} ×${rows}`),
      'nothing is asked about columns but their lists',
    ).toEqual(own.lists ?? []);

    const again = recompute(own, result, levels);
    expect(again.wrong.slice(0, 5)).toEqual([]);
    expect(again.placed).toBe(Object.values(data.rows.placed).reduce((sum, count) => sum + count, 0));
    // Of the spellings some are one organisation; none is lost. ("Every where" and "Everywhere" are one here and two there.)
    expect(again.organisations).toBeLessThanOrEqual(again.spellings * 1.02);
    expect(again.organisations).toBeGreaterThan(again.spellings * 0.9);
  });
});
