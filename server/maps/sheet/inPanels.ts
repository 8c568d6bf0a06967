/** A map as the sheet asks for it: with a small map for each cluster or organisation, or with one map of all, whatever it was saved as (decision 0077). */
import { coverValues } from '../../contract/maps/classes.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import type { Panels } from '../../contract/maps/paper.ts';
import type { AsOfQuery } from '../../contract/datasets/asOf.ts';
import { InputError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';
import type { FactsAsOf } from '../asOf.ts';
import type { MapFacts } from '../facts.ts';
import { classesFrom, numbersOf } from '../toldClasses.ts';

/** @throws InputError `sheet.no-panels` where the map has no clusters or organisations to be shown one by one */
export async function factsInPanels(factsAsOf: FactsAsOf, spec: MapSpec, { panels, ...day }: AsOfQuery & { panels?: Panels | undefined }): Promise<MapFacts> {
  const { data } = spec;
  if (panels === undefined) return factsAsOf(spec, day);
  const isCount = data.kind === 'presence' && data.measure.is === 'count';
  if (!isCount) {
    if (panels === 'none') return factsAsOf(spec, day);
    throw noPanels();
  }
  const facts = await factsAsOf({ ...spec, data: { ...data, split: panels } }, day);
  if (panels === 'none') return facts;
  if (facts.panels!.length === 0) throw noPanels();
  // Made for all together, or for parts of another kind, the classes of a map would paint those of a single one all alike.
  return data.split !== panels ? { ...facts, spec: { ...facts.spec, classes: ofPanels(facts) } } : facts;
}

const noPanels = () => new InputError('sheet.no-panels', problemText('sheet.no-panels'));

/** As many classes by the same rule, from the numbers of the small maps; those that somebody set by hand stay. */
function ofPanels({ spec: { classes }, panels }: MapFacts): MapSpec['classes'] {
  const told = panels!.flatMap(({ values }) => numbersOf(values));
  const isRule = classes.method !== 'manual' && classes.method !== 'integer' && classes.breaks.length > 1;
  const made = isRule && told.length > 0 ? classesFrom(classes, told, Math.min(...told)) : classes;
  return { ...made, breaks: panels!.reduce((breaks, { values }) => coverValues(breaks, values), made.breaks) };
}
