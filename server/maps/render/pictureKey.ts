/** What a picture or sheet of a map hangs on. */
import type { MapFacts } from '../facts.ts';

/**
 * Versions never change, but what of them may be given does, and what is said of them may be corrected, so values and metadata are among them.
 */
export function keyOfFacts({
  spec,
  values,
  panels,
  told,
  population,
  presence,
  countryNames,
  boundary,
  data,
  people,
  ended,
  asOf,
  overlays,
  cleared,
}: MapFacts): unknown[] {
  const sources = [boundary, data, people].map((version) => version && [version.artifacts.map(({ sha256 }) => sha256), version.metadata]);
  const gone = ended.map(({ version, current }) => [version.dataset, version.status, version.withdrawal, version.replaced, current]);
  // What is said of a layer may be corrected, and its last day passes, without another version.
  const layers = [overlays.shown.map(({ version, summary }) => [version.artifacts.map(({ sha256 }) => sha256), version.metadata, summary]), overlays.closed];
  return [
    layers,
    gone,
    cleared?.at ?? null,
    asOf ?? null,
    spec,
    values && [...values],
    panels?.map((panel) => [...panel.values]),
    told && { ...told, partial: [...told.partial] },
    population,
    presence,
    countryNames,
    sources,
  ];
}
