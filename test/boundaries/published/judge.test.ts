/** What is published is judged once more, and the report says of each finding whether it still holds. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/contract/finding.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { judgeBoundaries, runBoundaryIngest, type BoundaryResult } from '../../../server/boundaries/pipeline.ts';
import { toSummary } from '../../../server/checks/run.ts';
import { bytesSource, type UploadFile } from '../../../server/formats/raw.ts';

type Ring = [number, number][];
const box = (west: number, south: number, east: number, north: number): Ring => [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
const file = (level: number, units: { properties: object; rings: Ring[] }[]): UploadFile => ({
  name: `tgo_admin${level}.geojson`,
  source: bytesSource(
    new TextEncoder().encode(
      JSON.stringify({
        type: 'FeatureCollection',
        features: units.map(({ properties, rings }) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings } })),
      }),
    ),
  ),
});
const dates = { valid_on: '2024-01-31', valid_to: null, version: 'v01', lang: 'fr', lang1: null, lang2: null, lang3: null };
const country = { adm0_name: 'Togo', adm0_pcode: 'TG' };
const region = (n: number) => ({ adm1_name: `Region ${'AB'[n - 1]}`, adm1_pcode: `TG0${n}` });
const district = (n: number, m: number, name: string) => ({ adm2_name: name, adm2_pcode: `TG0${n}0${m}`, ...region(n), ...country, ...dates });

/** Two regions of two districts. The border of the regions runs 0.01° beside that of the districts, and one district's coast crosses itself on 100 m. */
const upload = () => [
  file(0, [{ properties: { ...country, ...dates }, rings: [box(0, 6, 2, 8)] }]),
  file(1, [
    { properties: { ...region(1), ...country, ...dates }, rings: [box(0, 6, 1.01, 8)] },
    { properties: { ...region(2), ...country, ...dates }, rings: [box(1.01, 6, 2, 8)] },
  ]),
  file(2, [
    { properties: district(1, 1, 'Alba'), rings: [[[0, 6], [1, 6], [1, 7], [0, 7], [0, 6.501], [-0.001, 6.5], [-0.001, 6.501], [0, 6.5], [0, 6]]] }, // prettier-ignore
    { properties: district(1, 2, 'Bero'), rings: [box(0, 7, 1, 8)] },
    { properties: district(2, 1, 'Kpele'), rings: [box(1, 6, 2, 7)] },
    { properties: district(2, 2, 'Doma'), rings: [box(1, 7, 2, 8)] },
  ]),
];
const options = { country: 'TGO' as Iso3, dataset: null, sha256: '', today: '2026-11-22' };
const findingsOf = (results: { findings: Finding[] }[] = []) => results.flatMap(({ findings }) => findings);
const errorsOf = (results: { findings: Finding[] }[] = []) =>
  findingsOf(results).flatMap(({ code, severity, level }) => (severity === 'error' ? [`${code} ${level}`] : []));

/** The downloads of a version, as somebody would upload them again. */
const downloads = ({ artifacts }: BoundaryResult): UploadFile[] =>
  artifacts.filter(({ kind, level }) => kind === 'geojson' && level !== undefined).map(({ file: name, bytes }) => ({ name, source: bytesSource(bytes) }));

describe('an upload with a coast that crosses itself and a region beside its districts', async () => {
  const result = await runBoundaryIngest(upload(), options);
  const { report } = result;
  const find = (code: string, level?: number) =>
    findingsOf(report.results).find((finding) => finding.code === code && (level ?? finding.level) === finding.level);

  test('both are found in the upload and told as mended', () => {
    expect(find('geometry.invalid')).toMatchObject({ severity: 'error', level: 2, count: 1, holds: 0 });
    expect(find('levels.border-apart')).toMatchObject({ level: 1, holds: 0 });
  });

  test('what publishing changes is said: the outline with its area, the region with metres', () => {
    expect(find('normalize.outlines-mended')).toMatchObject({ level: 2, count: 1 });
    expect(find('normalize.outlines-mended')).not.toHaveProperty('holds');
    const moved = find('normalize.level-dissolved', 1)!;
    expect(moved).toMatchObject({ severity: 'info', level: 1, count: 2 });
    // 0.01° of longitude at 6 to 8° north.
    expect(moved.params['distance']).toBeGreaterThan(1095);
    expect(moved.params['distance']).toBeLessThan(1110);
  });

  test('the published report has no invalid polygon, and the summary counts its kinds', () => {
    expect(errorsOf(report.published!.results)).not.toContain('geometry.invalid 2');
    const kinds = new Set(
      findingsOf(report.published!.results).flatMap(({ code, severity, count, accepted }) => (severity === 'error' && count > accepted ? [code] : [])),
    );
    expect(toSummary(report).published).toMatchObject({ errors: kinds.size });
  });

  test('the downloads, checked like any upload, have no error that the published report does not list', async () => {
    const again = await judgeBoundaries(downloads(result), options);
    expect(errorsOf(again.report.results).filter((error) => !errorsOf(report.published!.results).includes(error))).toEqual([]);
    expect(errorsOf(again.report.results).filter((error) => error.startsWith('geometry.'))).toEqual([]);
  });
});

test('where nothing that is drawn is left, the upload is told why and nothing is judged twice', async () => {
  const speck: Ring = [[0, 6], [0.00000001, 6], [0.00000001, 6.00000001], [0, 6]]; // prettier-ignore
  const { report, bbox } = await runBoundaryIngest([file(2, [{ properties: district(1, 1, 'Alba'), rings: [speck] }])], {
    ...options,
    dataset: null as never,
    metadata: {},
  });
  expect(bbox).toBeNull();
  expect(report.published).toBeUndefined();
  expect(report.publishable).toBe(false);
  expect(errorsOf(report.results).length).toBeGreaterThan(0);
});
