/** What a file is read against: units with their names and codes, sectors, organisations. Pure. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { Body } from '../../contract/assessments/assessments.ts';
import type { Iso3, Pcode, VersionTag } from '../../contract/ids.ts';
import type { OrganisationRegistry } from '../../matching/organisations.ts';
import { findPcode, indexPcodes } from '../../matching/pcodes.ts';
import { createPlaceMatcher } from '../../matching/places.ts';
import { isTransliterated } from '../../matching/transliteration.ts';
import type { KnownPlace } from '../store.ts';
import type { PlaceGround } from './places.ts';

/** Units to match places against; `known`: what spellings mean that were understood before. */
export function createPlaceGround(country: Iso3, version: VersionTag | null, units: readonly AdminUnit[], known: readonly KnownPlace[]): PlaceGround {
  const byLevel = Map.groupBy(units, ({ level }) => level);
  const levels = [...byLevel.keys()].toSorted((a, b) => a - b);
  const gazetteer = { levels: levels.map((level) => ({ level, units: byLevel.get(level)! })) };
  const index = indexPcodes(gazetteer.levels, country);
  const matcher = createPlaceMatcher(gazetteer, {
    transliterated: isTransliterated(country),
    repair(code, level) {
      const found = findPcode(index, code, level);
      return found && found.repairs.length > 0 ? { pcode: found.pcode as Pcode, how: found.repairs.join('+') } : undefined;
    },
  });
  return { version, levels, matcher, known };
}

/** @param registered ids of the register: what the reading of the file met besides is in no register yet */
export const bodyFinder =
  (registry: OrganisationRegistry, registered: ReadonlySet<string>) =>
  (name: string): Body => {
    const found = registry.resolve({ name, acronym: null, type: null });
    return found && registered.has(found.id) ? { id: found.id, name: found.name } : { id: null, name: name.trim() };
  };
