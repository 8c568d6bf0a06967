/** Small maps of organisations: which, in which order, and what each counts. */
import { expect, test } from 'vitest';
import { eachOf } from '../../../../client/kinds/presence/each.ts';
import { DEFINITION } from '../../../../client/kinds/presence/state.ts';
import { MOST_ORGANISATIONS } from '../../../../server/contract/maps/paper.ts';
import { syntheticColumns } from '../../../../scripts/bench/presenceColumns.ts';

const columns = syntheticColumns({ records: 3000, parents: 12, units: 150, organisations: 60, seed: 7 });

/** Activities of one organisation, written out: by unit of the level, and in all. */
function activitiesOf(id: string) {
  const { columns: c, organisations, orgSets, statuses, units } = columns;
  const org = organisations.findIndex((each) => each.id === id);
  const byUnit = new Map<string, number>();
  let total = 0;
  c.unit.forEach((unit, entry) => {
    if (!DEFINITION.statuses.includes(statuses[c.status[entry]!]!) || !orgSets[c.implementing[entry]!]!.includes(org)) return;
    total += c.records[entry]!;
    if (unit < 0 || units[unit]!.level !== 2) return;
    const { pcode } = units[unit]!;
    byUnit.set(pcode, (byUnit.get(pcode) ?? 0) + c.records[entry]!);
  });
  return { byUnit, total };
}

test('those with most activities come first, as many as a page holds, and how many there are is known', () => {
  const { matrix, shown, all } = eachOf(columns, DEFINITION, 2);
  expect([matrix.clusters.length, shown]).toEqual([MOST_ORGANISATIONS, MOST_ORGANISATIONS]);
  const everybody = columns.organisations.map(({ id }) => ({ id, ...activitiesOf(id) })).filter(({ total }) => total > 0);
  expect(all).toBe(everybody.length);
  const most = everybody.map(({ total }) => total).toSorted((a, b) => b - a);
  expect(matrix.totals.map(({ count }) => count)).toEqual(most.slice(0, MOST_ORGANISATIONS));
  matrix.clusters.forEach((id, column) => {
    const { byUnit } = activitiesOf(id);
    expect(matrix.totals[column]!.units).toBe(byUnit.size);
    for (const [pcode, row] of matrix.cells) expect(row[column], `${id} ${pcode}`).toBe(byUnit.get(pcode) ?? 0);
  });
});

test('those that the definition names, and no other', () => {
  const two = columns.organisations.slice(3, 5).map(({ id }) => id);
  const { matrix, shown, all } = eachOf(columns, { ...DEFINITION, orgs: two }, 2);
  expect([matrix.clusters.toSorted(), shown, all]).toEqual([two.toSorted(), 2, 2]);
});
