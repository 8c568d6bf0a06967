/** The table of a sensitive layer as everybody is given it: how many features each unit has, small numbers withheld and with them what would tell them. Pure. */
import type { LayerUnit } from '../contract/overlays/layer.ts';
import { createTree, type Cells } from '../kinds/cells.ts';
import { withhold } from '../kinds/withhold.ts';
import type { LayerTable } from './facts.ts';

/** @param levels down to the deepest that is told, the country first @param below counts above zero and below this are withheld */
export function withholdUnits(levels: LayerTable['levels'], below: number): LayerTable['levels'] {
  const country = levels.find(({ level }) => level === 0)?.rows[0];
  const units = levels.filter(({ level }) => level > 0).flatMap(({ rows }) => rows);
  const cells = toCells(units, country?.features ?? 0);
  let hidden = new Uint8Array(cells.values.length);
  const steps = withhold(cells, below);
  for (let step = steps.next(); ; step = steps.next())
    if (step.done) {
      hidden = Uint8Array.from(step.value);
      break;
    }
  const at = new Map(units.map((unit, i) => [unit, i]));
  return levels.map(({ level, rows }) => ({ level, rows: rows.map((unit) => told(unit, hidden[level === 0 ? units.length : at.get(unit)!] === 1)) }));
}

/** How many and nothing else: sums, lengths and classes would tell of single features. */
const told = (unit: LayerUnit, isHidden: boolean): LayerUnit => ({
  ...unit,
  features: isHidden ? null : unit.features,
  near: null,
  sum: null,
  lengthKm: null,
  areaKm2: null,
  share: null,
  classes: null,
});

function toCells(units: readonly LayerUnit[], total: number): Cells {
  const index = new Map(units.map(({ level, pcode }, i) => [`${level} ${pcode}`, i]));
  const tree = createTree(units.map(({ level, parent }) => index.get(`${level - 1} ${parent}`) ?? -1));
  const values = Int32Array.from([...units.map(({ features }) => features ?? 0), total]);
  // Features lie in the deepest units that are told.
  const exact = Uint8Array.from([...units.keys(), units.length], (i) => (values[i]! > 0 && tree.children[i]!.length === 0 ? 1 : 0));
  return { units: tree, sectors: createTree([]), values, exact, openUnit: new Uint8Array(values.length), openSector: new Uint8Array(values.length) };
}
