/** What the page of indicators shows ⇄ the data of a MapSpec. Pure. */
import type { DatasetId, VersionTag } from '../../../server/contract/ids.ts';
import type { IndicatorMapData } from '../../../server/contract/maps/indicatorData.ts';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import type { SharedData } from '../../country/spec.ts';
import { slugOf } from '../../kit/kinds.ts';
import { classingOf } from '../../map/classing.ts';
import type { SeriesRef } from '../../../server/contract/indicators/series.ts';
import { INDICATORS_STATE, toPeriod, type IndicatorsState } from './state.ts';
import { stateOf } from './series.ts';

export interface Shared {
  dataset: DatasetId;
  series: SeriesRef;
  counts: boolean;
  /** Of the classes of an index; null where it has none of its own. */
  colours: readonly string[] | null;
  /** Population to divide by, where one is. */
  population: { dataset: DatasetId; version: VersionTag | 'current' } | null;
  classes: MapSpec['classes'];
}

export function toIndicators({ data, measure, before, beforePeriod, beforeAnalysis, split }: IndicatorsState, shared: Shared): SharedData {
  const { dataset, series, counts, colours, population, classes } = shared;
  const isCompared = before !== null || beforePeriod !== '' || beforeAnalysis !== '';
  const of: IndicatorMapData['measure'] = isCompared
    ? { is: 'change', version: before, period: toPeriod(beforePeriod), analysis: beforeAnalysis || null }
    : measure === 'value' || measure === 'phase'
      ? { is: measure }
      : { is: 'share', of: measure, population };
  return {
    data: {
      kind: 'indicators',
      dataset,
      version: data ?? 'current',
      series,
      measure: of,
      split: isCompared || measure === 'phase' ? 'none' : split,
      counts,
      ...(colours && !isCompared ? { colours: [...colours] } : {}),
    },
    classes,
    ...(split === 'sectors' ? { whole: true } : {}),
  };
}

/** The way back: the state of the page that shows a saved map. */
export function fromIndicators({ dataset, version, series, measure, split }: IndicatorMapData, { boundary, classes }: MapSpec): IndicatorsState {
  const isChange = measure.is === 'change';
  const population = measure.is === 'share' ? measure.population : null;
  return {
    ...INDICATORS_STATE,
    ...classingOf(boundary.level, classes),
    source: slugOf(dataset),
    data: version === 'current' ? null : version,
    series: stateOf(series),
    measure: measure.is === 'share' ? measure.of : isChange ? 'value' : measure.is,
    people: population && population.version !== 'current' ? population.version : null,
    before: isChange ? measure.version : null,
    beforePeriod: isChange && measure.period ? `${measure.period.start}/${measure.period.end}` : '',
    beforeAnalysis: isChange ? (measure.analysis ?? '') : '',
    split,
  };
}
