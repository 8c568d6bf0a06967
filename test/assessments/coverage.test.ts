/** Coverage of assessments against a recomputation that shares no code with it: 500 assessments, three versions of the boundaries (A6.3). */
import { describe, expect, test } from 'vitest';
import { coverageQuery } from '../../server/contract/assessments/coverage.ts';
import { STATUSES } from '../../server/contract/assessments/assessments.ts';
import { chainFates, fatesOfDiff } from '../../server/contract/boundaries/heirs.ts';
import type { VersionDiff } from '../../server/contract/datasets/dataset.ts';
import type { AdminLevel, VersionTag } from '../../server/contract/ids.ts';
import { createGround } from '../../server/assessments/coverage/ground.ts';
import { findGaps, monthsBefore } from '../../server/assessments/coverage/gaps.ts';
import { measure, monthsBetween, toMatrix } from '../../server/assessments/coverage/measure.ts';
import type { StoredAssessment } from '../../server/assessments/model.ts';
import { at, record, unit } from '../helpers/assessments/records.ts';
import { seededRandom } from '../helpers/random.ts';

const TODAY = '2027-03-15';
const asked = (query: object, level: number) => ({ ...coverageQuery.parse({ level, ...query }), scope: 'SLE' as never, today: TODAY, ofGroups: [] });

/** Regions R1 … R6 with twelve districts each, these with four communes each. Codes of a version begin with its letter. */
const REGIONS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'];
const districts = REGIONS.flatMap((region) => Array.from({ length: 12 }, (_, i) => ({ region, code: `${region}D${String(i).padStart(2, '0')}` })));

/** What became of each district on the way from v01 to v02: one in twelve merged with the next, was split, recoded, abolished. */
type Become = Map<string, string[]>;
const first: Become = new Map();
const second: Become = new Map();
const now = new Map<string, string>();
for (const [i, { region, code }] of districts.entries()) {
  const turn = i % 12;
  const heirs = turn === 0 || turn === 1 ? [`${region}M`] : turn === 2 ? [`${code}a`, `${code}b`] : turn === 3 ? [`${code}x`] : turn === 4 ? [] : [code];
  first.set(code, heirs);
  for (const heir of heirs) {
    // On to v03: what was split becomes one again in the first region; another is recoded once more; another split.
    const next = /[ab]$/.test(heir) && region === 'R1' ? [`${code}s`] : heir.endsWith('x') ? [`${heir}y`] : turn === 5 ? [`${code}p`, `${code}q`] : [heir];
    second.set(heir, next);
    for (const each of next) now.set(each, region);
  }
}
const diffOf = (against: string, become: Become): VersionDiff => {
  const gone = [...become].filter(([code, heirs]) => heirs.length !== 1 || heirs[0] !== code);
  const sources = Map.groupBy(gone.flatMap(([code, heirs]) => heirs.map((heir) => ({ code, heir }))), ({ heir }) => heir); // prettier-ignore
  const level2 = {
    level: 2 as AdminLevel,
    added: [],
    removed: gone.filter(([, heirs]) => heirs.length === 0).map(([code]) => code),
    renamed: [],
    redrawn: [],
    recoded: gone.flatMap(([code, heirs]) => (heirs.length === 1 && sources.get(heirs[0]!)!.length === 1 ? [{ before: code, after: heirs[0]! }] : [])),
    retired: gone.flatMap(([code, heirs]) =>
      heirs.length > 1 || (heirs.length === 1 && sources.get(heirs[0]!)!.length > 1)
        ? [{ pcode: code, names: [], into: heirs.map((pcode, i) => ({ pcode, share: heirs.length === 1 ? 1 : i === 0 ? 0.6 : 0.4 })) }]
        : [],
    ),
  };
  return { against, bump: 'major', levels: [{ ...level2, level: 1, removed: [], recoded: [], retired: [] }, level2] } as unknown as VersionDiff;
};
const steps = { v01: fatesOfDiff({ diff: diffOf('v01', first), back: false }), v02: fatesOfDiff({ diff: diffOf('v02', second), back: false }) };
const fates = { v01: chainFates([steps.v01, steps.v02]), v02: steps.v02 };
const ground = createGround(
  'v03' as VersionTag,
  [
    unit(0, 'X', null),
    ...REGIONS.map((region) => unit(1, region, 'X')),
    ...[...now].map(([code, region]) => unit(2, code, region)),
    ...[...now].flatMap(([code]) => [1, 2, 3].map((i) => unit(3, `${code}-${i}`, code))),
  ],
  (version: string) => (version === 'v01' || version === 'v02' ? fates[version] : null),
);

const random = seededRandom(17);
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
const SECTORS = ['WSH', 'HEA', 'EDU', 'PRO', 'PRO-CPN'];
const day = () => new Date(Date.UTC(2025, 6 + random(22), 1 + random(28))).toISOString().slice(0, 10);
const codesOf = { v01: [...first.keys()], v02: [...second.keys()], v03: [...now.keys()] };

const records: StoredAssessment[] = Array.from({ length: 500 }, (): StoredAssessment => {
  const version = pick(['v01', 'v02', 'v03'] as const);
  const kind = random(10);
  const places = Array.from({ length: 1 + random(9) }, (): [number, string] => {
    if (kind === 1) return [1, pick(REGIONS)];
    if (kind === 2 && version === 'v03') return [3, `${pick(codesOf.v03)}-${1 + random(3)}`];
    return random(15) === 0 ? [2, 'NOWHERE'] : [2, pick(codesOf[version])];
  });
  const of = kind === 3 ? pick(['affected', 'unknown', 'country'] as const) : 'units';
  const start = day();
  return record({
    status: pick(STATUSES),
    sectors: [...new Set([pick(SECTORS), pick(SECTORS)])],
    collectionStart: random(8) === 0 ? null : start,
    collectionEnd: random(3) === 0 ? null : monthsBefore(start, -1),
    representative: pick([null, '1', '2', '3', 'other', 'none']),
    coverage: of === 'units' ? at(version, ...places) : { of, areas: [], text: null, points: [] },
  });
});

/** By walking from each unit to its parents, record by record: no trees, no fates. */
const regionOf = (code: string) => now.get(code.replace(/-\d$/, ''))!;
const parentsOf = (code: string): string[] =>
  code.includes('-') ? [code, code.slice(0, -2), regionOf(code)] : now.has(code) ? [code, regionOf(code)] : [code];
const levelOf = (code: string) => (code === 'X' ? 0 : REGIONS.includes(code) ? 1 : code.includes('-') ? 3 : 2);
/** Units in which an area is, and units in one of which it is. */
function goes(version: string, level: number, code: string): { sure: string | null; possible: string[] } {
  if (level === 1) return { sure: code, possible: [] };
  if (version === 'v03') return { sure: now.has(code.replace(/-\d$/, '')) ? code : null, possible: [] };
  const middle = version === 'v01' ? (first.get(code) ?? []) : second.has(code) ? [code] : [];
  const ends = [...new Set(middle.flatMap((each) => second.get(each) ?? []))];
  if (ends.length <= 1) return { sure: ends[0] ?? null, possible: [] };
  return { sure: regionOf(ends[0]!), possible: ends };
}
function brute(level: number, list: readonly StoredAssessment[]) {
  const units = level === 1 ? REGIONS : level === 2 ? [...now.keys()] : [...now.keys()].flatMap((code) => [1, 2, 3].map((i) => `${code}-${i}`));
  return units.map((code) => {
    const own: StoredAssessment[] = [];
    let above = 0;
    for (const each of list) {
      const landed = each.coverage.areas.map((area) => goes(area.version!, area.level, area.pcode!));
      const isOwn = landed.some(({ sure }) => sure !== null && levelOf(sure) >= level && parentsOf(sure).includes(code));
      const isAbove =
        each.coverage.of === 'country' ||
        landed.some(({ sure, possible }) =>
          sure !== null && levelOf(sure) < level
            ? possible.length > 0
              ? possible.some((end) => parentsOf(code).includes(end))
              : parentsOf(code).includes(sure)
            : false,
        );
      if (isOwn) own.push(each);
      else if (isAbove) above++;
    }
    return { code, own, above };
  });
}
const lastOf = (each: StoredAssessment): string | null => {
  if (!/completed|preliminary/.test(each.status)) return null;
  const start = each.collectionStart ?? each.collectionEnd;
  if (start === null) return null;
  const end = each.collectionEnd !== null && each.collectionEnd > start ? each.collectionEnd : start;
  return end < TODAY ? end : TODAY;
};
const isOn = ({ status }: StoredAssessment) => status !== 'postponed' && status !== 'cancelled';

describe.each([1, 2, 3])('at level %i', (level) => {
  test.each([
    ['all', {}, isOn],
    ['a sector, with those below it', { sector: 'PRO' }, (each: StoredAssessment) => isOn(each) && each.sectors.some((code) => code.startsWith('PRO'))],
    ['a status', { status: 'planned,cancelled' }, ({ status }: StoredAssessment) => ['planned', 'cancelled'].includes(status)],
    ['results that hold at level 2', { representative: '2' }, (each: StoredAssessment) => isOn(each) && ['2', '3'].includes(each.representative ?? '')],
  ])('%s', (_, query, filter) => {
    const list = records.filter(filter);
    const told = measure(ground, records, asked(query, level));
    const expected = brute(level, list).map(({ code, own, above }) => {
      const last = own.map(lastOf).filter((each) => each !== null).toSorted().at(-1) ?? null; // prettier-ignore
      return {
        code,
        assessments: own.length,
        represented: own.filter(({ representative }) => representative !== null && Number(representative) >= level).length,
        above,
        planned: own.filter(({ status }) => status === 'planned').length,
        last,
      };
    });
    const found = told.units.map(({ pcode, assessments, represented, above, planned, last }) => ({ code: pcode as string, assessments, represented, above, planned, last })); // prettier-ignore
    expect(found.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual(expected.toSorted((a, b) => (a.code < b.code ? -1 : 1)));
    expect([told.total, told.placed + told.notPlaced.length]).toEqual([list.length, list.length]);
    const isPlaced = (each: StoredAssessment) =>
      each.coverage.of === 'country' || each.coverage.areas.some((area) => goes(area.version!, area.level, area.pcode!).sure !== null);
    expect(told.placed).toBe(list.filter(isPlaced).length);
    expect(told.areas.placed + told.areas.notPlaced).toBe(told.areas.stated);
  });

  test('a unit is a gap where nobody collected since a day, and nobody is doing so', () => {
    const since = '2026-09-15';
    const people = new Map(ground.unitsAt(level as AdminLevel).map(({ pcode }, i) => [pcode as string, i * 1000 + 1]));
    const told = findGaps(ground, records, { ...asked({ sector: 'WSH' }, level), since }, { of: people, source: null });
    const fills = (each: StoredAssessment) => each.sectors.includes('WSH') && isOn(each) && (each.status === 'ongoing' || (lastOf(each) ?? '') >= since);
    const expected = brute(level, records.filter(fills)).filter(({ own }) => own.length === 0);
    expect(told.gaps.map(({ pcode }) => pcode as string).toSorted()).toEqual(expected.map(({ code }) => code).toSorted());
    expect(told.people).toBe(expected.reduce((sum, { code }) => sum + people.get(code)!, 0));
    expect(told.withoutAny.units).toBe(expected.filter(({ above }) => above === 0).length);
    if (level > 1) expect(told.gaps.length).toBeGreaterThan(0);
  });
});

test('a unit counts an assessment once, however many of its parts were visited; regions are no sums', () => {
  const two = [record({ coverage: at('v03', [3, 'R2D06-1'], [3, 'R2D06-2'], [3, 'R2D07-1']) })];
  const counts = (level: number) => measure(ground, two, asked({}, level)).units.filter(({ assessments }) => assessments > 0).map(({ pcode, assessments }) => [pcode, assessments]); // prettier-ignore
  expect([counts(1), counts(2)]).toEqual([[['R2', 1]], [['R2D06', 1], ['R2D07', 1]]]); // prettier-ignore
});

test('the matrix holds each unit and sector with something, with its age', () => {
  const one = record({ sectors: ['PRO-CPN'], collectionStart: '2026-12-20', coverage: at('v03', [1, 'R1']) });
  const { cells } = toMatrix(ground, [one], asked({ sector: 'PRO,WSH' }, 1));
  expect(cells).toEqual([{ pcode: 'R1', sector: 'PRO', assessments: 1, last: '2026-12-20', months: 2 }]);
});

test('months are whole ones', () => {
  expect([monthsBetween('2026-09-15', TODAY), monthsBetween('2026-09-16', TODAY), monthsBetween('2027-04-01', TODAY)]).toEqual([6, 5, 0]);
  expect([monthsBefore('2027-03-31', 1), monthsBefore('2027-03-15', 6), monthsBefore('2028-03-31', 13)]).toEqual(['2027-02-28', '2026-09-15', '2027-02-28']);
});
