/** Codes of versions of the boundaries before: recoded and retired units, as a place matcher asks for them. */
import type { RetiredUnit } from '../contract/datasets/dataset.ts';
import type { AdminLevel, Pcode } from '../contract/ids.ts';
import { findPcode, type PcodeIndex } from './pcodes.ts';
import type { PlaceMatcherOptions } from './places.ts';

/** Codes of the version before that the current boundaries have under another code. */
export type Recoded = { level: AdminLevel; before: string; after: string }[];
/** Units of versions before that are no more, with the last version that had them, and which units lie there now. */
export type Retired = (RetiredUnit & { level: AdminLevel; version?: string })[];

export function toRetired(version: string, retired: Retired = []): PlaceMatcherOptions['retired'] {
  const gone = new Map(
    retired.map((unit) => [
      `${unit.level} ${unit.pcode}`,
      { names: unit.names, into: unit.into as { pcode: Pcode; share: number }[], version: unit.version ?? version },
    ]),
  );
  return (code, level) => gone.get(`${level} ${code}`);
}

/**
 * The code repair that a place matcher asks for: the same code written otherwise, or the code a unit had in the version before.
 * Like every repair it counts only where the name beside it agrees.
 */
export function toRepair(index: PcodeIndex, recoded: Recoded = []): PlaceMatcherOptions['repair'] {
  const former = new Map(recoded.map(({ level, before, after }) => [`${level} ${before}`, after as Pcode]));
  return (code, level) => {
    const pcode = former.get(`${level} ${code}`);
    if (pcode) return { pcode, how: 'recoded' };
    const found = findPcode(index, code, level);
    return found && found.repairs.length > 0 ? { pcode: found.pcode as Pcode, how: found.repairs.join('+') } : undefined;
  };
}

