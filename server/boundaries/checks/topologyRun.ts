/** The one pass over all levels that the topology and level checks read; two levels' edges are in memory at a time. */
import type { AdminLevel } from '../../contract/ids.ts';
import type { UploadedLevel } from '../normalize/model.ts';
import type { EdgeSet } from '../../geometry/overlay/edges.ts';
import { buildEdges } from '../../geometry/overlay/edges.ts';
import { Geos } from '../../geometry/overlay/geos.ts';
import type { Nesting } from '../../geometry/overlay/nesting.ts';
import { compareLevels } from '../../geometry/overlay/nesting.ts';
import type { LevelTopology } from '../../geometry/overlay/overlay.ts';
import { analyzeLevel } from '../../geometry/overlay/overlay.ts';
import type { BoundaryContext } from './context.ts';
import type { Shared } from '../../checks/check.ts';

export interface AnalyzedLevel {
  uploaded: UploadedLevel;
  topology: LevelTopology;
  /** Against the next level above that is in the upload; null for the shallowest. */
  above: { uploaded: UploadedLevel; nesting: Nesting; statedParent: Int32Array } | null;
}

export function geosOf(shared: Shared): Promise<Geos> {
  return shared('geos', () => Geos.create());
}

export function analyzeLevels(context: BoundaryContext, shared: Shared): Promise<AnalyzedLevel[]> {
  return shared('topology', async () => {
    const geos = await geosOf(shared);
    const result: AnalyzedLevel[] = [];
    let parentEdges: EdgeSet | null = null;
    for (const [i, uploaded] of context.boundaries.levels.entries()) {
      const edges = buildEdges(uploaded.table);
      const topology = analyzeLevel(uploaded.table, edges, geos);
      const parent = context.boundaries.levels[i - 1];
      let above: AnalyzedLevel['above'] = null;
      if (parent && parentEdges) {
        const statedParent = statedParents(uploaded, parent);
        above = { uploaded: parent, statedParent, nesting: compareLevels(uploaded.table, edges, parent.table, parentEdges, statedParent, geos) };
      }
      result.push({ uploaded, topology, above });
      parentEdges = edges;
    }
    return result;
  });
}

/** Code of the ancestor at a level that each row states; what the upload says goes before what was worked out. */
export function statedCodes({ table, ancestors }: UploadedLevel, level: AdminLevel): (string | null)[] {
  const stated = ancestors.find((ancestor) => ancestor.level === level)?.pcodes;
  return table.units.map((unit, row) => stated?.[row] || (level === table.level - 1 ? unit.parentPcode : null));
}

/** Row of the stated parent for each child row, -1 where it states none or one that is not there. */
export function statedParents(child: UploadedLevel, parent: UploadedLevel): Int32Array {
  const rowOf = new Map<string, number>();
  for (const [row, { pcode }] of parent.table.units.entries()) if (pcode && !rowOf.has(pcode)) rowOf.set(pcode, row);
  // A single country needs no code to be everybody's parent.
  const only = parent.level === 0 && parent.table.units.length === 1 ? 0 : -1;
  return Int32Array.from(statedCodes(child, parent.level), (code) => (code ? (rowOf.get(code) ?? -1) : only));
}
