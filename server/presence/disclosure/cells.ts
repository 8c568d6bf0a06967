/** The fixed table that a sensitive 3W is told by: distinct organisations by unit and sector, with all sums over both (decision 0028). Pure. */
import { DEFAULT_DEFINITION, type PresenceColumns } from '../../contract/presence/presence.ts';
import { selectPresence } from '../../contract/presence/count.ts';
import { createTree, type Cells } from '../../kinds/cells.ts';

/** `units` down to the level that is told, in the order of the 3W; `sectors` of the file in its order, then clusters that only areas of responsibility of theirs stand for. */
export interface CellTable extends Cells {
  sectorCodes: string[];
}

export function createCellTable(data: PresenceColumns, deepest: number): CellTable {
  const told = data.units.map(({ level }) => level <= deepest);
  const units = createTree(
    data.units.map(({ parent }) => parent),
    told,
  );
  const codes = data.sectors.map(({ code }) => code);
  for (const { parent } of data.sectors) if (parent !== null && !codes.includes(parent)) codes.push(parent);
  const sectors = createTree(codes.map((_, i) => (data.sectors[i]?.parent ? codes.indexOf(data.sectors[i].parent) : -1)));
  const wide = codes.length + 1;
  const values = new Int32Array((data.units.length + 1) * wide);
  const exact = new Uint8Array(values.length);
  const openUnit = new Uint8Array(values.length);
  const openSector = new Uint8Array(values.length);
  const seen = new Set<number>();
  const nearest = data.units.map((_, i) => {
    let at = i;
    while (at >= 0 && !told[at]) at = data.units[at]!.parent;
    return at < 0 ? units.root : at;
  });
  for (const { entry, orgs, sectors: own } of selectPresence(data, DEFAULT_DEFINITION).selected) {
    const unit = data.columns.unit[entry]!;
    const place = unit < 0 ? units.root : nearest[unit]!;
    for (const sector of own.length > 0 ? own : [sectors.root]) {
      exact[place * wide + sector] = 1;
      for (const t of sectors.chains[sector]!) openUnit[place * wide + t] = 1;
      for (const v of units.chains[place]!) openSector[v * wide + sector] = 1;
      for (const v of units.chains[place]!)
        for (const t of sectors.chains[sector]!)
          for (const org of orgs) {
            const cell = v * wide + t;
            const key = cell * data.organisations.length + org;
            if (seen.has(key)) continue;
            seen.add(key);
            values[cell]!++;
          }
    }
  }
  return { units, sectors, sectorCodes: codes, values, exact, openUnit, openSector };
}
