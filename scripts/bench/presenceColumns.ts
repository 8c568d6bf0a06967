/** Invented 3W columns of any size, for counting at full size: as messy in shape as real ones (several organisations in a cell, areas of responsibility, open periods). */
import type { PresenceColumns } from '../../server/contract/presence/presence.ts';
import { STATUSES } from '../../server/contract/presence/presence.ts';
import { createRandom } from '../../server/sample/random.ts';

export interface SyntheticSize {
  records: number;
  /** Units of level 1, and of level 2 below them. */
  parents: number;
  units: number;
  organisations: number;
  seed: number;
}

const SECTORS: PresenceColumns['sectors'] = [
  ...['HEA', 'WSH', 'FSC', 'EDU', 'NUT', 'SHL', 'PRO', 'CCM', 'LOG', 'ERY'].map((code) => ({ code, parent: null })),
  { code: 'PRO-CPN', parent: 'PRO' },
  { code: 'PRO-GBV', parent: 'PRO' },
];
const TYPES = ['437', '441', '447', null];

export function syntheticColumns({ records, parents, units: leaves, organisations, seed }: SyntheticSize): PresenceColumns {
  const generator = createRandom(seed);
  const random = () => generator.next();
  const pick = (n: number) => generator.below(n);
  const code = (at: number) => String(at + 1).padStart(2, '0');
  const units: PresenceColumns['units'] = [{ pcode: 'XX', level: 0, name: 'XX', parent: -1 }];
  for (let i = 0; i < parents; i++) units.push({ pcode: `XX${code(i)}`, level: 1, name: `Region ${i + 1}`, parent: 0 });
  for (let i = 0; i < leaves; i++) {
    const parent = 1 + (i % parents);
    units.push({ pcode: `${units[parent]!.pcode}${String(i + 1).padStart(4, '0')}`, level: 2, name: `Area ${i + 1}`, parent });
  }
  const lists = (count: number, items: number, longest: number) => [
    [],
    ...Array.from({ length: count }, () => [...new Set(Array.from({ length: 1 + pick(longest) }, () => pick(items)))]),
  ];
  const orgSets = lists(organisations * 2, organisations, 3);
  const sectorSets = lists(SECTORS.length * 3, SECTORS.length, 2);
  const month = (at: number) => `2025-${String(at + 1).padStart(2, '0')}`;
  const periods: PresenceColumns['periods'] = [
    [null, null],
    ['2025-01-10', null],
    ...Array.from({ length: 6 }, (_, i): [string, string] => [`${month(i)}-01`, `${month(Math.min(5, i + pick(3)))}-28`]),
  ];
  const column = (value: () => number) => Array.from({ length: records }, value);
  const unit = column(() => (random() < 0.05 ? pick(1 + parents) : random() < 0.01 ? -1 : 1 + parents + pick(leaves)));
  return {
    dataset: '3w-xxx',
    version: 'v01',
    boundaries: { dataset: 'cod-ab-xxx', version: 'v01' },
    units,
    organisations: Array.from({ length: organisations }, (_, i) => ({
      id: `org ${i}`,
      name: `Organisation ${i}`,
      acronym: `O${i}`,
      type: TYPES[i % TYPES.length]!,
    })),
    sectors: SECTORS,
    statuses: STATUSES,
    orgSets,
    sectorSets,
    periods,
    doubts: [[]],
    columns: {
      unit,
      // Most say no more than is known; some name a place below that could not be placed.
      stated: unit.map((at) => (at < 0 ? -1 : random() < 0.5 ? 2 : units[at]!.level)),
      doubt: unit.map(() => (random() < 0.02 ? 0 : -1)),
      implementing: column(() => pick(orgSets.length)),
      programming: column(() => (random() < 0.5 ? 0 : pick(orgSets.length))),
      funding: column(() => 0),
      sectors: column(() => pick(sectorSets.length)),
      status: column(() => pick(STATUSES.length)),
      period: column(() => pick(periods.length)),
      people: Array.from({ length: records }, () => (random() < 0.4 ? null : pick(900))),
      records: column(() => 1 + pick(3)),
    },
  };
}
