/** One small map for each organisation: what it does where, of those with most activities. Pure. */
import type { AdminLevel } from '../../../server/contract/ids.ts';
import { MOST_ORGANISATIONS } from '../../../server/contract/maps/paper.ts';
import type { CountDefinition, PresenceColumns } from '../../../server/contract/presence/presence.ts';
import { countPresence, organisationsIn, type Matrix } from './count.ts';

export interface Each {
  /** Columns are organisations, by id; those with most activities first. */
  matrix: Matrix;
  shown: number;
  all: number;
}

export const NOBODY: Each = { matrix: { clusters: [], parents: [], cells: new Map(), totals: [] }, shown: 0, all: 0 };

/** Of one organisation there is one everywhere: its activities are counted, on saved maps too. */
const countable = (definition: CountDefinition): CountDefinition => (definition.unit === 'organisations' ? { ...definition, unit: 'activities' } : definition);

export function eachOf(data: PresenceColumns, definition: CountDefinition, level: AdminLevel): Each {
  const counted = countable(definition);
  const found = organisationsIn(data, counted, level, null).map(({ org, records }) => ({ ...data.organisations[org]!, records }));
  const shown = found.toSorted((a, b) => b.records - a.records || (a.name < b.name ? -1 : 1)).slice(0, MOST_ORGANISATIONS);
  const counts = shown
    .map(({ id }) => ({ id, count: countPresence(data, { ...counted, orgs: [id] }, level) }))
    .toSorted((a, b) => (b.count.totals.count ?? 0) - (a.count.totals.count ?? 0));
  const cells = new Map<string, Float64Array>();
  counts.forEach(({ count }, column) => {
    for (const [pcode, own] of Object.entries(count.byPcode)) {
      if (!cells.has(pcode)) cells.set(pcode, new Float64Array(counts.length));
      cells.get(pcode)![column] = own.count ?? Number.NaN;
    }
  });
  return {
    matrix: {
      clusters: counts.map(({ id }) => id),
      parents: counts.map(() => null),
      cells,
      totals: counts.map(({ count: { totals, byPcode } }) => ({
        count: totals.count ?? Number.NaN,
        organisations: 1,
        units: Object.values(byPcode).filter(({ count }) => count !== null && count > 0).length,
      })),
    },
    shown: counts.length,
    all: found.length,
  };
}
