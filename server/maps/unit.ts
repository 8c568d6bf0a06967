/** One unit of a map in words, for who points at it: what the map shows there, and who is there. */
import { populationOf, type MapUnitAnswer } from '../contract/maps/map.ts';
import type { PrintLang } from '../contract/languages.ts';
import { ForbiddenError, NotFoundError } from '../errors.ts';
import type { Presence } from '../presence/service.ts';
import type { MapFacts } from './facts.ts';
import { nameIn, valueText, valueWriter } from './sentences.ts';
import { withPartial } from './told/told.ts';

/** @throws NotFoundError `unit.unknown` where the level of the map has no such unit */
export async function sayUnit(
  { facts, presence }: { facts: MapFacts; presence: Pick<Presence, 'listOrganisations'> },
  pcode: string,
  lang: PrintLang,
): Promise<MapUnitAnswer> {
  const { spec, table, values, possible, ranges, told } = facts;
  const unit = table.units.find((each) => each.pcode === pcode);
  if (!unit) throw new NotFoundError('unit.unknown', `adm${table.level} of this map has no unit with the P-code ${pcode}.`);
  const most = populationOf(spec.data) === null ? possible.get(pcode) : undefined;
  return {
    pcode,
    name: nameIn(unit.names, spec.labels.lang),
    value:
      values &&
      withPartial(
        valueText(values.get(pcode) ?? 'noData', most ?? ranges?.get(pcode), valueWriter({ spec, told }, lang), lang, told),
        told?.partial.get(pcode),
        lang,
      ),
    organisations: await whoIsThere(facts, presence, pcode),
  };
}

/** As somebody unknown asks, on the boundaries of the map. */
async function whoIsThere({ spec: { data }, boundary, data: version }: MapFacts, presence: Pick<Presence, 'listOrganisations'>, pcode: string) {
  if (data.kind !== 'presence' || !version) return null;
  const request = { dataset: version.dataset, version: version.version, trusted: false, onto: boundary.version };
  try {
    const { organisations } = await presence.listOrganisations(request, data.definition, pcode);
    return organisations.map(({ id, name, sectors }) => ({ id, name, sectors }));
  } catch (error) {
    if (error instanceof ForbiddenError && error.code === 'presence.sensitive') return null;
    throw error;
  }
}
