/** The invented country: clean tables pass, and each planted fault of COD-PS is found where it was planted. */
import { describe, expect, test } from 'vitest';
import { makeSample, SAMPLE_COUNTRY } from '../../server/sample/write.ts';
import type { Sample } from '../../server/sample/write.ts';
import { csvText } from '../../server/sample/population.ts';
import type { AdminLevel } from '../../server/contract/ids.ts';
import { checkPopulation } from '../../server/population/pipeline.ts';
import type { Levels } from '../helpers/population.ts';
import { optionsOf, summary, unitOf } from '../helpers/population.ts';
import { uploadOf } from '../helpers/tables/workbook.ts';

/** The true codes of the country, whatever the boundary files got planted. */
function boundariesOf({ country }: Sample): Levels {
  return country.levels.map(({ level, units }) => ({
    level: level as AdminLevel,
    units: units.map(({ pcode, parent }) => unitOf(level as AdminLevel, pcode, country.levels[level - 1]?.units[parent]?.pcode ?? null)),
  }));
}

const judge = (sample: Sample) =>
  checkPopulation(
    sample.population.map((table) => uploadOf(`${table.name}.csv`, [...csvText(table)].join(''))),
    optionsOf(SAMPLE_COUNTRY, boundariesOf(sample)),
  );

describe('the sample country', () => {
  test('clean tables: exact sums on all levels, all codes known, nothing to complain of but the source', async () => {
    const sample = makeSample({ units: 120, seed: 3, cells: 4000 });
    const result = await judge(sample);
    expect(result.levels.map(({ total }) => total)).toEqual(Array(4).fill(sample.manifest.population));
    expect(summary(result, ['error', 'warning'])).toEqual(['population.no-source warning - ×1']);
    expect(result.join.map(({ matched }) => matched)).toEqual(sample.manifest.units);
  });

  test.each([1, 2])('planted faults are all found, seed %s', async (seed) => {
    const sample = makeSample({ units: 120, seed, cells: 4000, defects: true });
    const { report } = await judge(sample);
    const planted = sample.manifest.defects.filter(({ file }) => file.includes('admpop'));
    expect(planted.length).toBeGreaterThan(10);
    const missed = planted.filter(({ check, severity, level, pcodes }) => {
      const findings = report.results.find((result) => result.check === check)!.findings.filter((finding) => finding.severity === severity);
      // A sum that fails is told of the unit above, one level up.
      return !findings.some(
        (finding) =>
          (finding.level === level || (check === 'Q11' && finding.level === level! - 1)) &&
          (pcodes.length === 0 || finding.items.some((item) => item.pcodes.some((code) => pcodes.includes(code)))),
      );
    });
    expect(missed.map(({ check, kind }) => `${check} ${kind}`)).toEqual([]);
  });
});
