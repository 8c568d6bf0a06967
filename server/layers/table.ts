/** The table of a stored layer at a level: whole, or as everybody is given it, with small counts withheld and all that would tell them. Pure. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { AdminLevel } from '../contract/ids.ts';
import type { LayerUnits } from '../contract/overlays/layer.ts';
import type { LayerFacts, LayerTable } from './facts.ts';
import { withholdUnits } from './withhold.ts';

/** What everybody is given of a layer of which everybody is given counts. */
export interface CountsPolicy {
  deepestLevel: number;
  suppressBelow: number;
}

/** null where the layer has no such level, or it is not told. The deepest that is told where none is asked for. */
export function unitsOf(
  { dataset, version }: Pick<DatasetVersion, 'dataset' | 'version'>,
  facts: LayerFacts,
  { levels }: LayerTable,
  level: AdminLevel | undefined,
  policy?: CountsPolicy,
): LayerUnits | null {
  const { boundary } = facts.join;
  if (!boundary) return null;
  const told = levels.filter((each) => !policy || each.level <= policy.deepestLevel);
  const shown = policy ? withholdUnits(told, policy.suppressBelow) : told;
  const wanted = level === undefined ? shown.at(-1) : shown.find((each) => each.level === level);
  const country = shown.find((each) => each.level === 0)?.rows[0];
  if (!wanted || !country) return null;
  return {
    dataset,
    version,
    boundary: { dataset: boundary.dataset, version: boundary.version },
    level: wanted.level,
    levels: shown.map((each) => each.level),
    // What there is of each class is withheld, and so is which classes there are.
    legend: policy ? [] : facts.legend.entries.map(({ value }) => value),
    units: wanted.rows,
    total: country,
    withheldBelow: policy ? policy.suppressBelow : null,
  };
}
