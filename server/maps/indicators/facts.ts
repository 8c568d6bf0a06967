/** The values of a map of indicators, with all that it says of them. */
import type { DatasetVersion } from '../../contract/datasets/dataset.ts';
import { hasCircles } from '../../contract/maps/circles.ts';
import type { IndicatorClass } from '../../contract/indicators/indicators.ts';
import type { IndicatorMapData } from '../../contract/maps/indicatorData.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import type { DatasetId, VersionTag } from '../../contract/ids.ts';
import { EMPTINESSES } from '../../contract/presence/measure.ts';
import type { Indicators, IndicatorsAsked, ShownIndicators } from '../../indicators/service.ts';
import { inEachPrinted, isWord, say, type WordId } from '../../words/words.ts';
import type { Emptiness, MapFacts, MapPanel } from '../facts.ts';
import type { ToldValues } from '../told/told.ts';
import { classTexts, definitionText, nationalTexts, periodText, sectorName, whatText, type IndicatorWords } from './words.ts';

export interface IndicatorFactsDeps extends IndicatorWords {
  indicators: Pick<Indicators, 'show' | 'open'>;
  publicVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
}

/** Fills `values`, `panels` and `told`, and says in the spec what the indicator says of itself: whether it counts, and the classes and colours of an index. */
export async function addIndicators(facts: MapFacts, data: IndicatorMapData, version: DatasetVersion, deps: IndicatorFactsDeps): Promise<void> {
  const shown = await deps.indicators.show(version, await toAsked(facts, data, version, deps));
  const { view, panels } = shown;
  facts.values = onMap(facts, view.values);
  facts.panels = panels && panels.map(({ sector, view: own }) => panelOf(facts, deps, sector, own));
  facts.spec = specOf(facts.spec, data, version, view);
  facts.told = toTold(facts, shown, deps, { code: data.measure.is === 'phase' ? 'IPC-PHASE' : view.indicator.code, classes: view.classes });
  const source = await deps.indicators.open(version);
  const placedOn = source.data.boundaries?.version ?? facts.boundary.version;
  const isChoropleth = data.measure.is === 'value' && !hasCircles(facts.spec);
  facts.told.definition = inEachPrinted((lang) => {
    const level = say(lang, 'map.level', { n: String(facts.table.level) });
    return definitionText(deps, { ...data, version: version.version }, shown, { level, isChoropleth, placedOn, shownOn: facts.boundary.version }, lang);
  });
}

async function toAsked(facts: MapFacts, { series, measure, split, dataset }: IndicatorMapData, version: DatasetVersion, deps: IndicatorFactsDeps) {
  const isChange = measure.is === 'change';
  const asked: IndicatorsAsked = {
    series: [series],
    level: facts.table.level,
    measure: measure.is === 'share' ? measure.of : isChange ? 'value' : measure.is,
    people: facts.people?.version ?? null,
    split,
    before: isChange
      ? {
          version: measure.version !== null && measure.version !== version.version ? await deps.publicVersion(dataset, measure.version) : null,
          period: measure.period,
          analysis: measure.analysis,
        }
      : null,
  };
  return asked;
}

/** Units of the map; those that the boundaries of the values did not have are not in the source. */
const onMap = ({ table }: Pick<MapFacts, 'table'>, values: ReadonlyMap<string, number | Emptiness>): Map<string, number | Emptiness> =>
  new Map(table.units.map(({ pcode }) => [pcode, values.get(pcode) ?? 'notReported']));

function panelOf(facts: MapFacts, deps: IndicatorFactsDeps, sector: string, view: ShownIndicators['view']): MapPanel {
  const values = onMap(facts, view.values);
  return {
    code: sector,
    parent: null,
    total: view.total,
    names: inEachPrinted((lang) => sectorName(deps, sector, lang)),
    values,
    partial: view.partial,
    organisations: null,
    units: [...values.values()].filter((value) => typeof value === 'number').length,
  };
}

/** Of an index the classes are those of the list, each with its own colour where it has one, whatever the author of the map chose. */
function specOf(spec: MapSpec, data: IndicatorMapData, version: DatasetVersion, told: { counts: boolean; classes: readonly IndicatorClass[] }): MapSpec {
  const { colours: _, ...plain } = data;
  const { classes } = told;
  const own = { ...plain, version: version.version, counts: told.counts, measure: (spec.data as IndicatorMapData).measure };
  if (classes.length === 0) return { ...spec, data: own };
  const coloured = classes.flatMap(({ colour }) => colour ?? []);
  const breaks = [...classes.map(({ value }) => value), classes.at(-1)!.value];
  return {
    ...spec,
    data: { ...own, ...(coloured.length === classes.length ? { colours: coloured } : {}) },
    classes: { method: 'manual', breaks, open: 'none', whole: false },
  };
}

function toTold(facts: MapFacts, shown: ShownIndicators, deps: IndicatorFactsDeps, classed: { code: string; classes: readonly IndicatorClass[] }): ToldValues {
  const data = facts.spec.data as IndicatorMapData;
  const { view, series } = shown;
  const empty = Object.fromEntries(
    EMPTINESSES.flatMap((kind) => (isWord(`indicator.empty.${kind}`) ? [[kind, inEachPrinted((lang) => say(lang, `indicator.empty.${kind}` as WordId))]] : [])),
  );
  const words = classed.classes.length === 0 ? null : inEachPrinted((lang) => classTexts(classed, lang));
  return {
    what: inEachPrinted((lang) => whatText(deps, data, shown, lang)),
    definition: inEachPrinted(() => ''),
    period: inEachPrinted((lang) =>
      [shown.before && periodText(shown.before.series[0]!, lang), periodText(series[0]!, lang)]
        .filter((text, i, all) => text && all.indexOf(text) === i)
        .join(' → '),
    ),
    notes: inEachPrinted((lang) => nationalTexts(shown, lang)),
    style: view.style,
    total: view.total,
    classes: words && classed.classes.map((_, i) => inEachPrinted((lang) => words[lang][i]!)),
    empty,
    partial: view.partial,
    topic: [
      'IND',
      view.indicator.code,
      ...(series[0]!.status === 'all' ? [] : [series[0]!.status]),
      ...(data.measure.is === 'value' ? [] : [data.measure.is]),
    ].join('_'),
  };
}
