/** What units are looked up in: the gazetteer of a version with its names and codes, and the outlines of its levels. Pure, and the same in a browser (decision 0091). */
import type { AdminUnit, FeatureTable, Gazetteer } from '../contract/admin.ts';
import type { AdminLevel, Iso3 } from '../contract/ids.ts';
import type { FoundUnit } from '../contract/lookup/lookup.ts';
import { indexUnits, type UnitIndex } from '../layers/join/units.ts';
import { indexPcodes, type PcodeIndex } from '../matching/pcodes.ts';
import { createPlaceMatcher, type PlaceMatcher } from '../matching/places.ts';
import { isTransliterated } from '../matching/transliteration.ts';
import { findFormer, type FormerStep } from '../presence/carry/former.ts';
import { toRepair, toRetired, type Recoded, type Retired } from '../presence/normalize/context.ts';

/** Codes of versions before: of units that go on under another code, and of units that are no more. */
export interface FormerCodes {
  recoded: Recoded;
  retired: Retired;
}

export interface LookupGround {
  country: Iso3;
  levels: Gazetteer['levels'];
  codes: PcodeIndex;
  places: PlaceMatcher;
}

export interface LookupOutlines {
  /** Shallow levels first. */
  levels: { level: AdminLevel; units: AdminUnit[]; index: UnitIndex }[];
}

const NO_FORMER: FormerCodes = { recoded: [], retired: [] };

/** @param steps those to the version of the gazetteer first */
export function formerOf(steps: readonly FormerStep[], levels: Gazetteer['levels']): FormerCodes {
  const codes = new Set(levels.flatMap(({ level, units }) => units.map(({ pcode }) => `${level} ${pcode}`)));
  return steps.length === 0 ? NO_FORMER : findFormer(steps, (level, pcode) => codes.has(`${level} ${pcode}`));
}

/** Matches as a 3W does: names by ear, codes with what they may be misspelt for, codes of versions before. */
export function createGround(country: Iso3, levels: Gazetteer['levels'], former: FormerCodes = NO_FORMER): LookupGround {
  const codes = indexPcodes(levels, country);
  const places = createPlaceMatcher(
    { levels },
    { repair: toRepair(codes, former.recoded), retired: toRetired('', former.retired), transliterated: isTransliterated(country) },
  );
  return { country, levels, codes, places };
}

export function createOutlines(tables: readonly FeatureTable[]): LookupOutlines {
  return {
    levels: tables.toSorted((a, b) => a.level - b.level).map((table) => ({ level: table.level, units: table.units, index: indexUnits(table) })),
  };
}

export const nameOf = ({ names, pcode }: Pick<AdminUnit, 'names' | 'pcode'>): string => names[0]?.name ?? pcode;
export const toNamed = (unit: AdminUnit) => ({ level: unit.level, pcode: unit.pcode as string, name: nameOf(unit) });

/** The unit and those above it, the country first. */
export function chainOf({ places: { tree } }: Pick<LookupGround, 'places'>, unit: AdminUnit): AdminUnit[] {
  const chain: AdminUnit[] = [];
  for (let level = 0; level < unit.level; level++) {
    const above = tree.ancestorAt(unit, level as AdminLevel);
    if (above) chain.push(above);
  }
  return [...chain, unit];
}

export function toFound(ground: Pick<LookupGround, 'places'>, unit: AdminUnit): FoundUnit {
  return { ...toNamed(unit), names: unit.names, parents: chainOf(ground, unit).slice(0, -1).map(toNamed) };
}
