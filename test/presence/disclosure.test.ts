/** What strangers learn of a sensitive 3W, by an attacker with everything that the service answers: no withheld number follows from it (decision 0028). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatasetVersion } from '../../server/contract/datasets/dataset.ts';
import type { AdminLevel, DatasetId } from '../../server/contract/ids.ts';
import { DEFAULT_DEFINITION, STATUSES, type CountDefinition, type PresenceData } from '../../server/contract/presence/presence.ts';
import { createPresence } from '../../server/presence/service.ts';
import { cellKey, findRecovered, type Answers, type Relation } from '../helpers/disclosure.ts';

interface Row {
  /** Index of the unit; -1 where it names none. */
  unit: number;
  sectors: number[];
  orgs: number[];
  /** Index into STATUSES. */
  status: number;
}
interface Country {
  units: PresenceData['units'];
  rows: Row[];
  deepest: AdminLevel;
  below: number;
}

const SECTORS: PresenceData['sectors'] = [
  { code: 'HEA', parent: null },
  { code: 'WSH', parent: null },
  { code: 'PRO-GBV', parent: 'PRO' },
  { code: 'PRO', parent: null },
  // A cluster that is never named itself.
  { code: 'CCM-X', parent: 'CCM' },
];
const CLUSTERS: [code: string, parts: string[]][] = [
  ['PRO', ['PRO-GBV']],
  ['CCM', ['CCM-X']],
  ['*', ['HEA', 'WSH', 'PRO', 'CCM']],
];
const CODES = ['HEA', 'WSH', 'PRO-GBV', 'PRO', 'CCM-X', 'CCM', '*'];

/** One to three regions of one to four districts, of one to two sub-districts. */
const country = fc
  .record({
    shape: fc.array(fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    deepest: fc.constantFrom<AdminLevel>(1, 2, 3),
    below: fc.constantFrom(3, 3, 4, 5),
    /** Whether each organisation is in one place and one sector, which is when sums add up. */
    apart: fc.boolean(),
    seeds: fc.array(
      fc.record({
        at: fc.nat(),
        sectors: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
        orgs: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 2 }),
        status: fc.nat(4),
      }),
      { minLength: 1, maxLength: 60 },
    ),
  })
  .map(({ shape, deepest, below, apart, seeds }): Country => {
    const units: PresenceData['units'] = [{ pcode: 'X', level: 0, name: 'X', parent: -1 }];
    shape.forEach((districts, r) => {
      const region = units.push({ pcode: `X${r}`, level: 1, name: '', parent: 0 }) - 1;
      districts.forEach((subs, d) => {
        const district = units.push({ pcode: `X${r}${d}`, level: 2, name: '', parent: region }) - 1;
        for (let s = 0; s < subs; s++) units.push({ pcode: `X${r}${d}${s}`, level: 3, name: '', parent: district });
      });
    });
    const deep = units.flatMap(({ level }, i) => (level === 3 ? [i] : []));
    const rows = seeds.map(({ at, sectors, orgs, status }, i): Row => {
      if (apart) return { unit: deep[at % deep.length]!, sectors: [sectors[0] ?? 0], orgs: [i], status: 1 };
      // Most rows say where they are; some say a region only, or nothing.
      return { unit: at % 5 === 0 ? (at % (units.length + 1)) - 1 : deep[at % deep.length]!, sectors, orgs, status };
    });
    return { units, rows, deepest, below };
  });

const dataset = '3w-xxx' as DatasetId;
const PERIODS: PresenceData['periods'] = [['2025-05-01', '2025-05-31']];

function toData({ units, rows }: Country): PresenceData {
  const sets = (lists: number[][]) => {
    const known: number[][] = [[]];
    return { known, at: lists.map((list) => (list.length === 0 ? 0 : known.push(list.toSorted((a, b) => a - b)) - 1)) };
  };
  const [orgs, sectors] = [sets(rows.map((row) => row.orgs)), sets(rows.map((row) => row.sectors))];
  const none = rows.map(() => 0);
  const records: PresenceData['records'] = {
    row: rows.map((_, i) => i),
    unit: rows.map(({ unit }) => unit),
    stated: rows.map(({ unit }) => (unit < 0 ? -1 : units[unit]!.level)),
    implementing: orgs.at,
    programming: none,
    funding: none,
    sectors: sectors.at,
    status: rows.map(({ status }) => status),
    period: none,
    people: rows.map((_, i) => i),
    activity: none,
    place: none,
    method: none,
    score: none,
    question: none.map(() => -1),
  };
  const organisations = Array.from({ length: 60 }, (_, i) => ({ id: `o${i}`, name: `O${i}`, acronym: null, type: i % 2 === 0 ? '437' : '441' }));
  return {
    spec: 1,
    dataset,
    boundaries: null,
    source: { file: 'f.xlsx', sheet: 's', headerRows: [1], hxl: false },
    sheets: [],
    period: null,
    proposedPeriod: null,
    profile: {} as PresenceData['profile'],
    columnsRead: [],
    columnQuestions: [],
    codeSchemes: [],
    units,
    organisations,
    sectors: SECTORS,
    orgSets: orgs.known,
    sectorSets: sectors.known,
    periods: PERIODS,
    places: [[]],
    activities: [''],
    questions: [],
    records,
    groups: [],
    repairs: [],
    merges: [],
    openSectors: [],
    openOrgTypes: [],
    rows: { read: rows.length, blank: 0, dropped: {}, placed: {}, notPlaced: 0, needReview: 0, nameDiffers: 0, organisations: 0 },
  };
}

function serve(made: Country) {
  const bytes = new TextEncoder().encode(JSON.stringify(toData(made)));
  const artifacts = [
    { kind: 'presence', file: '3w.json', key: 'k', sha256: 'a', bytes: bytes.length, mediaType: 'application/json' },
  ] as DatasetVersion['artifacts'];
  const version = (tag: string, status: string) => ({ dataset, version: tag, status, levels: [], artifacts }) as unknown as DatasetVersion;
  const [before, current] = [version('v01', 'superseded'), version('v02', 'current')];
  return createPresence({
    datasets: {
      getVersion: async (_, ref) => (ref === 'v01' ? before : current),
      readArtifact: async () => bytes,
      listUnits: async () => ({ total: 0, units: [] }),
    },
    findPolicy: async () => ({ deepestLevel: made.deepest, suppressBelow: made.below, reason: '' }),
    tables: { sectors: 'code,parent,en,fr,es,ar,hapi\n', orgTypes: 'code,en,fr,es,ar\n' },
  });
}

/** Codes of the sectors above and at one. */
const over = (code: string): string[] => [code, ...CLUSTERS.filter(([, parts]) => parts.includes(code)).flatMap(([cluster]) => over(cluster))];

/** Counted by hand, from the rows: numbers of every cell, and cells of which some record says no finer sector. */
function countByHand({ units, rows, deepest }: Country) {
  const found = new Map<string, Set<number>>();
  const vague = new Set<string>();
  for (const { unit, sectors, orgs, status } of rows) {
    if (!DEFAULT_DEFINITION.statuses.includes(STATUSES[status]!)) continue;
    const places = ['*'];
    for (let at = unit; at >= 0; at = units[at]!.parent) if (units[at]!.level <= deepest) places.push(units[at]!.pcode);
    const codes = sectors.length === 0 ? ['*'] : sectors.map((i) => SECTORS[i]!.code);
    for (const place of places) {
      for (const code of codes) vague.add(cellKey(place, code));
      for (const code of codes.flatMap(over))
        for (const org of orgs) {
          const key = cellKey(place, code);
          found.set(key, (found.get(key) ?? new Set()).add(org));
        }
    }
  }
  return { truth: new Map([...found].map(([cell, orgs]) => [cell, orgs.size])), vague };
}

const closed = { code: 'presence.sensitive' };

/** Everything that is answered to a stranger, by all levels, sectors and routes; anything else must be refused. */
async function askAll(made: Country): Promise<{ answers: Answers; relations: Relation[] }> {
  const presence = serve(made);
  const request = { dataset, version: 'current' as const, trusted: false };
  const answers: Answers = new Map();
  const opens = new Map<string, Set<string>>();
  const learn = (cell: string, organisations: number | null, reason: string | undefined) => {
    expect(organisations === null).toBe(reason === 'withheld');
    const answer = organisations ?? 'withheld';
    // Two routes never say two things of one cell.
    expect(answers.get(cell) ?? answer).toBe(answer);
    answers.set(cell, answer);
  };
  for (const level of [0, 1, 2, 3] as const) {
    for (const code of CODES) {
      const definition = { ...DEFAULT_DEFINITION, sectors: code === '*' ? [] : [code] };
      if (level > made.deepest) {
        await expect(presence.summarize(request, level, definition)).rejects.toMatchObject({ code: 'presence.too-deep' });
        continue;
      }
      const { byPcode, totals, knownOnlyAbove, notPlaced, withheld } = await presence.summarize(request, level, definition);
      for (const [pcode, { count, organisations, sectors, records, people, reason }] of Object.entries(byPcode)) {
        expect([count, sectors, records, people, withheld.includes(pcode)]).toEqual([organisations, null, null, null, reason === 'withheld']);
        learn(cellKey(pcode, code), organisations, reason);
      }
      expect([
        totals.count,
        totals.sectors,
        totals.records,
        totals.people,
        totals.knownOnlyAbove,
        totals.notPlaced,
        totals.withoutPlace,
        totals.undated,
      ]).toEqual([totals.organisations, ...Array.from({ length: 7 }, () => null)]);
      learn(cellKey('*', code), totals.organisations, totals.reason);
      for (const told of [knownOnlyAbove, notPlaced])
        expect(new Set(Object.values(told)).size === 0 || Object.values(told).every((n) => n === null)).toBe(true);
      opens.set(`${level} ${code}`, new Set([...Object.keys(knownOnlyAbove), ...Object.keys(notPlaced)]));
    }
    if (level > made.deepest) continue;
    const { units, sectors, counts, empty } = await presence.getMatrix(request, level, DEFAULT_DEFINITION);
    expect(empty).toBe('withheld');
    units.forEach(({ pcode }, row) =>
      sectors.forEach((code, column) => learn(cellKey(pcode, code), counts[row]![column]!, counts[row]![column] === null ? 'withheld' : undefined)),
    );
  }
  const overview = await presence.getOverview(request);
  for (const { code, organisations, reason, records } of overview.sectors) {
    expect(records).toBeNull();
    learn(cellKey('*', code), organisations, reason);
  }
  expect([overview.rows, overview.review, overview.orgTypes, overview.statuses, overview.sheets]).toEqual([null, null, [], [], []]);
  const relations: Relation[] = [];
  const inLevels = made.units.filter(({ level }) => level <= made.deepest);
  for (const code of CODES) {
    relations.push({ whole: cellKey('*', code), parts: [cellKey('X', code)], open: opens.get(`0 ${code}`)!.has('') });
    inLevels.forEach(({ pcode, level }) => {
      if (level === made.deepest) return;
      const parts = made.units.filter((unit) => unit.parent >= 0 && made.units[unit.parent]!.pcode === pcode).map((unit) => cellKey(unit.pcode, code));
      relations.push({ whole: cellKey(pcode, code), parts, open: opens.get(`${level + 1} ${code}`)!.has(pcode) });
    });
  }
  const { vague } = countByHand(made);
  for (const place of ['*', ...inLevels.map(({ pcode }) => pcode)])
    for (const [cluster, parts] of CLUSTERS)
      // Whether a record names no finer sector is told by nothing; the attacker is given it all the same.
      relations.push({ whole: cellKey(place, cluster), parts: parts.map((part) => cellKey(place, part)), open: vague.has(cellKey(place, cluster)) });
  return { answers, relations };
}

const RUNS = { numRuns: 50 };

describe('an attacker with every answer', () => {
  test('finds no withheld number, and what is told is true', async () => {
    let withheld = 0;
    await fc.assert(
      fc.asyncProperty(country, async (made) => {
        const { answers, relations } = await askAll(made);
        const { truth } = countByHand(made);
        for (const [cell, answer] of answers) {
          if (answer !== 'withheld') expect([cell, answer]).toEqual([cell, truth.get(cell) ?? 0]);
          const own = truth.get(cell) ?? 0;
          if (own > 0 && own < made.below) expect([cell, answer]).toEqual([cell, 'withheld']);
          if (answer === 'withheld') withheld++;
        }
        for (const [cell] of truth) expect(answers.has(cell), cell).toBe(true);
        expect(findRecovered(answers, relations, truth)).toEqual([]);
      }),
      RUNS,
    );
    expect(withheld).toBeGreaterThan(500);
  }, 240_000);

  test('nor where it guesses rightly that sums add up, as parents minus children and sectors minus sectors do', async () => {
    await fc.assert(
      fc.asyncProperty(country, async (made) => {
        const { answers, relations } = await askAll(made);
        const { truth } = countByHand(made);
        const number = (cell: string) => truth.get(cell) ?? 0;
        const added = new Set(relations.filter(({ whole, parts, open }) => !open && number(whole) === parts.reduce((sum, part) => sum + number(part), 0)));
        expect(findRecovered(answers, relations, truth, added)).toEqual([]);
      }),
      RUNS,
    );
  }, 240_000);

  test('the attacker itself finds what primary suppression alone gives away', async () => {
    let recovered = 0;
    await fc.assert(
      fc.asyncProperty(country, async (made) => {
        const { answers, relations } = await askAll(made);
        const { truth } = countByHand(made);
        const number = (cell: string) => truth.get(cell) ?? 0;
        const added = new Set(relations.filter(({ whole, parts, open }) => !open && number(whole) === parts.reduce((sum, part) => sum + number(part), 0)));
        const primary: Answers = new Map([...answers.keys()].map((cell) => [cell, number(cell) > 0 && number(cell) < made.below ? 'withheld' : number(cell)]));
        recovered += findRecovered(primary, relations, truth, added).length;
      }),
      { numRuns: 20 },
    );
    expect(recovered).toBeGreaterThan(10);
  }, 240_000);
});

describe('every other way of counting', () => {
  const made: Country = {
    units: [{ pcode: 'X', level: 0, name: 'X', parent: -1 }],
    rows: [{ unit: 0, sectors: [0], orgs: [0], status: 1 }],
    deepest: 1,
    below: 3,
  };
  const ways: [string, Partial<CountDefinition>][] = [
    ['activities', { unit: 'activities' }],
    ['people', { unit: 'people' }],
    ...(['programming', 'funding', 'any'] as const).map((role): [string, Partial<CountDefinition>] => [role, { role }]),
    ...STATUSES.map((status): [string, Partial<CountDefinition>] => [status, { statuses: [status] }]),
    ['all statuses', { statuses: [...STATUSES] }],
    ['two sectors', { sectors: ['HEA', 'WSH'] }],
    ['a type', { orgTypes: ['437'] }],
    ['a type that nobody is of', { orgTypes: ['999'] }],
    ['an organisation', { orgs: ['o0'] }],
    ['an organisation that is not there', { orgs: ['nobody'] }],
    ['from', { from: '2025-05-01' }],
    ['to', { to: '2025-05-31' }],
  ];
  test.each(ways)('%s is refused, by a sentence that names nothing of the data', async (_, part) => {
    const presence = serve(made);
    const request = { dataset, version: 'current' as const, trusted: false };
    const definition = { ...DEFAULT_DEFINITION, ...part };
    await expect(presence.summarize(request, 1, definition)).rejects.toMatchObject(closed);
    await expect(presence.getMatrix(request, 1, definition)).rejects.toMatchObject(closed);
    await expect(presence.refuseUnknown(request, definition)).rejects.toMatchObject(closed);
    for (const version of ['current', 'v01'] as const) {
      const own = { ...request, version: version as 'current' };
      await expect(presence.listRecords(own, definition, { pcode: null, limit: 9, offset: 0 })).rejects.toMatchObject(closed);
      await expect(presence.listOrganisations(own, definition, null)).rejects.toMatchObject(closed);
      for (const kind of ['records', 'hapi', 'hxl'] as const) await expect(presence.writeCsv(own, kind, definition, null)).rejects.toMatchObject(closed);
      await expect(presence.getColumns(own)).rejects.toMatchObject(closed);
    }
  });
  test('an earlier version is refused: two tables would each tell of the other', async () => {
    const presence = serve(made);
    const request = { dataset, version: 'v01' as 'current', trusted: false };
    await expect(presence.summarize(request, 1, DEFAULT_DEFINITION)).rejects.toMatchObject(closed);
    await expect(presence.getMatrix(request, 1, DEFAULT_DEFINITION)).rejects.toMatchObject(closed);
    await expect(presence.getOverview(request)).rejects.toMatchObject(closed);
    await expect(presence.summarize({ ...request, trusted: true }, 1, DEFAULT_DEFINITION)).resolves.toMatchObject({ withheld: [] });
  });
});
