import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { CHECKS } from '../../../server/boundaries/checks/all.ts';
import { runChecks } from '../../../server/checks/run.ts';
import { judgeBoundaries } from '../../../server/boundaries/pipeline.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { toContext } from '../../helpers/boundaryTables.ts';

const DATA = '../shared/data/caf/ab';
const here = existsSync(DATA);

/** decisions/0011: what OCHA's own checker found in the same files. */
describe.skipIf(!here)(`Central African Republic against the published checks${here ? '' : ' (skipped: ../shared/data is not here)'}`, () => {
  // A skipped suite is still walked through, so nothing is read before a test runs.
  const files = () =>
    [0, 1, 2, 3].map((level) => ({ name: `caf_admin${level}.parquet`, source: bytesSource(readFileSync(`${DATA}/caf_admin${level}.parquet`)) }));
  const options = { country: 'CAF' as Iso3, dataset: null, sha256: '', today: '2026-11-22' };

  test('the figures agree level by level', async () => {
    const { published, report } = await judgeBoundaries(files(), options);
    const rows = parse<Record<string, string>>(readFileSync(`${DATA}/caf_checks.csv`), { columns: true, bom: true });
    for (const row of rows) {
      const table = published.find(({ level }) => level === Number(row.level))!;
      expect(table.units).toHaveLength(Number(row.geom_count));
      expect(table.units.reduce((sum, { areaSqKm }) => sum + areaSqKm, 0)).toBeCloseTo(Number(row.geom_area_km), 3);
      const bbox = table.units.map((unit) => unit.bbox);
      expect([Math.min(...bbox.map(([west]) => west)), Math.max(...bbox.map(([, , , north]) => north))]).toEqual([
        Number(row.geom_min_x),
        Number(row.geom_max_y),
      ]);
      expect(new Set(table.units.map(({ validOn }) => validOn))).toEqual(new Set([row.valid_on]));
    }
    // Where the checker gave full marks for geometry, topology, codes and names, we find no error either.
    expect([report.errors, report.publishable]).toEqual([0, true]);
    const quiet = [
      'G1',
      'G2',
      'G3',
      'G4',
      'G5',
      'T1',
      'T2',
      'B1',
      'B2',
      'B3',
      'B5',
      'B6',
      'P1',
      'P2',
      'P3',
      'P4',
      'P5',
      'P6',
      'P7',
      'P8',
      'N1',
      'N3',
      'N6',
      'N7',
      'N9',
      'N12',
      'N16',
      'S1',
      'S2',
    ];
    for (const id of quiet)
      expect(
        report.results.find(({ check }) => check === id),
        id,
      ).toMatchObject({ status: 'passed', findings: [] });
  });

  test('parents rounded to seven decimals give no error (other tools flag 63 of 72)', async () => {
    const { boundaries } = await judgeBoundaries(files(), options);
    const rounded = boundaries.levels.map(({ table }) => {
      const coords = table.geometry.coords.map((value) => Number(value.toFixed(7)));
      return table.level === 3 ? table : { ...table, geometry: { ...table.geometry, coords } };
    });
    const results = await runChecks(
      CHECKS.filter(({ id }) => id === 'B2'),
      toContext(rounded),
    );
    const crosser = results.find(({ check }) => check === 'B2')!;
    expect(crosser.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
