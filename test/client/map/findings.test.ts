import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { boxOfItem, findingLayers, findingSources, toFindingFeatures } from '../../../client/map/layers/findings.ts';
import { PALETTE } from '../../../server/contract/maps/palette.ts';
import { filterFindings, listFindings, NO_FILTER, onlyFinding, toPassing } from '../../../client/pages/draft/filter.ts';
import type { ShownReport } from '../../../server/contract/finding.ts';
import type { FindingItem } from '../../../server/contract/finding.ts';

const item = (id: string, more: Partial<FindingItem> = {}): FindingItem => ({ id, pcodes: [], rows: [], detail: id, ...more });
const square: FindingItem['overlay'] = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
};

describe('places of findings', () => {
  test('area and dot of one occurrence share its id; an accepted one is drawn apart', () => {
    const features = toFindingFeatures(item('a', { overlay: square!, at: [0.5, 0.5] }), 'error', 4);
    expect(features.map(({ geometry, properties }) => [geometry.type, properties])).toEqual([
      ['Polygon', { id: 'a', finding: 4, severity: 'error' }],
      ['Point', { id: 'a', finding: 4, severity: 'error' }],
    ]);
    const accepted = item('b', { at: [1, 2], accepted: { reason: 'lake', by: 'Amina', at: '2026-01-01' } });
    expect(toFindingFeatures(accepted, 'error', 4)[0]?.properties?.['severity']).toBe('accepted');
    expect(toFindingFeatures(item('c'), 'warning', 4)).toEqual([]);
  });

  test('a point is shown with its surroundings, a large place with half as much again', () => {
    expect(boxOfItem(item('a'))).toBeNull();
    expect(boxOfItem(item('a', { at: [10, 5] }))).toEqual([9.998, 4.998, 10.002, 5.002]);
    expect(boxOfItem(item('a', { at: [1, 1], bbox: [0, 0, 2, 4] }))).toEqual([-1, -2, 3, 6]);
  });

  test('sources and layers are valid style', () => {
    const shown = {
      tiles: 'https://x.org/report/{z}/{x}/{y}.mvt',
      passing: { whole: [0, 2], part: { findings: [1], items: ['a'], text: 'xx01' }, accepted: false, pcode: 'XX01' },
      chosen: toFindingFeatures(item('a', { overlay: square!, at: [0, 0] }), 'error', 4),
    };
    const style = { version: 8 as const, sources: findingSources(shown), layers: findingLayers(shown, PALETTE.light) };
    expect(validateStyleMin(style)).toEqual([]);
    expect([findingSources(null), findingLayers(null, PALETTE.light)]).toEqual([{}, []]);
  });
});

describe('the filter', () => {
  const finding = (code: string, severity: 'error' | 'warning' | 'info', level: number | null, items: FindingItem[]) =>
    ({ code, severity, level, items, title: `Title of ${code}`, message: '', params: {}, count: items.length, accepted: 0 }) as never;
  const report = {
    results: [
      {
        check: 'N1',
        label: 'Names',
        findings: [finding('name.x', 'warning', 1, [item('w', { pcodes: ['XX01'], detail: 'double blank' })]), finding('note', 'info', 0, [item('i')])],
      },
      {
        check: 'T1',
        label: 'Overlaps',
        findings: [
          finding('overlap', 'error', 2, [
            item('e1', { pcodes: ['XX0101', 'XX0102'] }),
            item('e2', { pcodes: ['XX0103'], accepted: { reason: 'r', by: 'b', at: '2026' } }),
          ]),
          finding('bare', 'error', null, []),
        ],
      },
    ],
  } as unknown as ShownReport;
  const ids = (filter: Partial<typeof NO_FILTER>) => listFindings(report, { ...NO_FILTER, ...filter }).map(({ item }) => item.id);

  test.each([
    [{}, ['e1', 'e2', 'w']],
    [{ severities: ['info'] as const }, ['i']],
    [{ level: 2 }, ['e1', 'e2']],
    [{ accepted: false }, ['e1', 'w']],
    [{ unit: { level: 2, pcode: 'XX0102', name: '' } }, ['e1']],
    [{ text: 'xx010' }, ['e1', 'e2']],
    [{ text: 'BLANK' }, ['w']],
    [{ text: 'title of overlap' }, ['e1', 'e2']],
    [{ text: 't1' }, ['e1', 'e2']],
    [{ text: 'nothing like it' }, []],
    [{ text: 'kailahun', named: new Set(['XX0102', 'XX01']) }, ['e1', 'w']],
  ])('%j', (filter, expected) => {
    expect(ids(filter)).toEqual(expected);
  });

  test('worst first; a finding without occurrences stays, unless a unit is asked for', () => {
    const codes = (filter: object) => filterFindings(report, { ...NO_FILTER, ...filter }).map(({ finding }) => finding.code);
    expect(codes({})).toEqual(['overlap', 'bare', 'name.x']);
    expect(codes({ unit: { level: 2, pcode: 'XX0102', name: '' } })).toEqual(['overlap']);
  });

  test('one finding alone on the map: of what passes, nothing of the others', () => {
    // Numbers are those of the report: name.x 0, note 1, overlap 2, bare 3.
    expect(onlyFinding(toPassing(report, NO_FILTER), 2)).toMatchObject({ whole: [2], part: null });
    // Its occurrences that do not pass stay away.
    const passing = toPassing(report, { ...NO_FILTER, text: 'xx0103', accepted: false });
    expect(onlyFinding(passing, 2)).toMatchObject({ whole: [], part: { findings: [2], text: 'xx0103' }, accepted: false });
    // Units found by their names are on the map as well.
    expect(toPassing(report, { ...NO_FILTER, text: 'kailahun', named: new Set(['XX0102']) }).part).toMatchObject({ items: ['e1'], text: 'kailahun' });
    // A finding that the filter holds back has nothing to show.
    expect(onlyFinding(toPassing(report, { ...NO_FILTER, level: 1 }), 2)).toMatchObject({ whole: [], part: null });
  });
});
