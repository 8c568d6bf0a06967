/** Real borders: the 330 communes of Emilia-Romagna, simplified, and with planted changes drawn again. Italy as a whole is in `node scripts/bench/boundaries/changes.ts`. */
import { describe, expect, test } from 'vitest';
import type { VersionTag } from '../../../server/contract/ids.ts';
import { compareVersions } from '../../../server/boundaries/change/compare.ts';
import { judge } from '../../helpers/boundaries/judge.ts';
import { Planting } from '../../helpers/boundaries/planted.ts';
import { hasReal, readReal } from '../../helpers/boundaries/real.ts';
import { simplified, trembling } from '../../helpers/boundaries/redraw.ts';
import { seeded } from '../../geometry/shapes.ts';

const FILE = 'bench/emilia_adm3.geojson.gz';
const plant = (seed: number) => {
  const { rows, units } = readReal(FILE, 3);
  return new Planting(rows, units, seeded(seed), 3);
};
const OPTIONS = { from: 'v01' as VersionTag, to: null };

describe.skipIf(!hasReal(FILE))(`real borders (skipped without ../shared/data/${FILE})`, () => {
  test.each([22, 55, 111, 222])('simplified by %i m: no unit changed, one finding with the right metres', (metres) => {
    const planting = plant(1);
    const [level] = compareVersions([planting.table(planting.before)], [planting.table(simplified(planting, planting.before, metres))], OPTIONS).levels;
    expect(level!.counts).toEqual({ unchanged: 330 });
    expect(level!.noise.regenerated).toBe(true);
    expect(Math.abs(level!.noise.w50M / metres - 1)).toBeLessThan(0.2);
  });

  test.each([0, 10, 50])('planted changes, drawn again within %i m', (metres) => {
    const random = seeded(40 + metres);
    const planting = plant(40 + metres);
    planting.split(8);
    planting.merge(4);
    planting.merge(4, 'absorbed');
    planting.splitOff(8);
    planting.transfer(8);
    planting.demerge(4);
    planting.redistrict(3);
    planting.rename(8);
    planting.recode(4);
    planting.reparent(4);
    const drawn = planting.table(planting.after, metres > 0 ? trembling(planting, planting.after, metres, random) : undefined);
    const changes = compareVersions([planting.table(planting.before)], [drawn], OPTIONS);
    const { right, wrong, worstShare } = judge(changes, 3, planting.truth, planting.table(planting.before), drawn);
    expect(wrong).toEqual([]);
    expect(right).toBe(55);
    expect(worstShare).toBeLessThan(metres === 0 ? 0.0005 : 0.005);
  });
});
