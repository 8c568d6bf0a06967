/** A map of the coverage of assessments: numbers, and why there is none, in words of its own; the page and the map say the same. */
import { describe, expect, test } from 'vitest';
import { fromSpec, toSpec } from '../../client/pages/assessments/spec.ts';
import { EMPTY } from '../../client/pages/assessments/state.ts';
import type { CoverageAnswer, CoverageQuery, UnitCoverage } from '../../server/contract/assessments/coverage.ts';
import { ageBreaks, MEASURES, type Measure } from '../../server/contract/assessments/measures.ts';
import { PRINT_LANGS } from '../../server/contract/languages.ts';
import type { CoverageMapData } from '../../server/contract/maps/coverageData.ts';
import { mapSpec } from '../../server/contract/maps/map.ts';
import { classColours } from '../../server/contract/maps/palette.ts';
import { addCoverage } from '../../server/maps/assessments/facts.ts';
import type { MapFacts } from '../../server/maps/facts.ts';
import { sectorTable } from '../helpers/assessments/ven.ts';
import { unit } from '../helpers/assessments/records.ts';

const UNITS = ['SL0101', 'SL0102', 'SL0103', 'SL0104'];
const of = (pcode: string, more: Partial<UnitCoverage>): UnitCoverage => ({ pcode, name: pcode, parent: 'SL01', assessments: 0, represented: 0, above: 0, planned: 0, last: null, months: null, stale: false, missing: [], ...more }) as UnitCoverage; // prettier-ignore
const ANSWER = {
  scope: 'SLE',
  version: 'v02',
  level: 2,
  months: 6,
  today: '2027-02-01',
  total: 7,
  placed: 4,
  country: 1,
  notPlaced: [
    { id: 'a', why: 'affected' },
    { id: 'b', why: 'affected' },
    { id: 'c', why: 'unknown' },
  ],
  areas: { stated: 4, placed: 4, notPlaced: 0 },
  sectors: ['HEA', 'WSH'],
  units: [
    of('SL0101', { assessments: 3, planned: 1, last: '2026-12-01', months: 2, missing: ['HEA'] }),
    of('SL0102', { assessments: 1, above: 2, missing: ['HEA', 'WSH'] }),
    of('SL0103', { above: 1, missing: ['HEA', 'WSH'] }),
    of('SL0104', { missing: ['HEA', 'WSH'] }),
  ],
} as unknown as CoverageAnswer;

const stateOf = (measure: Measure) => ({
  ...EMPTY,
  tab: 'map' as const,
  measure,
  sector: 'WSH',
  from: '2026-01-01',
  representative: '2',
  level: 2,
  unit: 'SL0101',
});
const specOf = (measure: Measure) =>
  mapSpec.parse(toSpec({ title: 'X', lang: 'en', dataset: 'cod-ab-sle', level: 2, state: stateOf(measure), breaks: [1, 2, 3], box: null }));

async function told(measure: Measure) {
  const asked: { query: CoverageQuery; on: string }[] = [];
  const boundary = { dataset: 'cod-ab-sle', version: 'v02' };
  const facts = { boundary, table: { level: 2, units: UNITS.map((pcode) => unit(2, pcode, 'SL01')) }, pinned: true } as unknown as MapFacts;
  const coverage = (_: unknown, query: CoverageQuery, on: string) => (asked.push({ query, on }), Promise.resolve(ANSWER));
  await addCoverage(facts, specOf(measure).data as CoverageMapData, { coverage, sectors: sectorTable() });
  return { facts, asked: asked[0]! };
}

describe('a map of coverage', () => {
  test.each([
    ['assessments', [3, 1, 'aboveOnly', 'zero']],
    ['age', [2, 'aboveOnly', 'aboveOnly', 'notReported']],
    ['missing', [1, 2, 2, 2]],
    ['planned', [1, 'zero', 'zero', 'zero']],
  ] as const)('%s: each unit has its number or why it has none; no total, since of several units one assessment is one', async (measure, expected) => {
    const { facts } = await told(measure);
    expect([...facts.values!.values()]).toEqual(expected);
    expect([facts.told!.total, facts.pinned]).toEqual([null, false]);
  });

  test('asks for what the page shows, on the version of the map, and only for what everybody may know', async () => {
    const { asked } = await told('assessments');
    expect(asked).toMatchObject({ on: 'v02', query: { level: 2, months: 6, state: 'confirmed', sector: ['WSH'], from: '2026-01-01', representative: 2 } });
  });

  test('says in every language what is counted, of which part of the registry, and what is not placed: placed and not placed are all', async () => {
    const { facts } = await told('assessments');
    for (const lang of PRINT_LANGS) expect(facts.told!.definition[lang], lang).toMatch(/4.*7/s);
    expect(facts.told!.definition.en.replace(/[\u2066-\u2069]/g, '')).toBe(
      'Distinct assessments in each unit (admin 2 units), by union and never by sum. Sectors: Water, Sanitation and Hygiene. Collected in: 1 January 2026 –. Results hold for admin 2 units or below. On the map: 4 of 7 assessments. About the whole country: 1. About the whole affected area, which is no unit: 2. Without a stated place: 1.',
    );
  });

  test('opens as the page that it was saved from', () => {
    for (const measure of MEASURES) {
      const spec = specOf(measure);
      expect(fromSpec(spec, spec.data as CoverageMapData, 'm1')).toEqual({ ...stateOf(measure), map: 'm1' });
    }
  });

  test('ages: what is stale is in no class with what is not, and old is pale', () => {
    for (const months of [1, 3, 6, 12, 60]) for (const oldest of [0, 1, 5, 7, 40]) expect(ageBreaks(months, oldest)).toSatisfy((breaks: number[]) => breaks.at(-1)! > oldest && (oldest < months || breaks.includes(months)) && breaks.every((at, i) => i === 0 || at > breaks[i - 1]!)); // prettier-ignore
    const { data } = specOf('age');
    const classes = { method: 'manual' as const, breaks: [0, 3, 6, 12], open: 'none' as const, whole: true };
    expect(classColours({ data, classes }, false)).toEqual(classColours({ data: specOf('missing').data, classes }, false).toReversed());
  });
});
