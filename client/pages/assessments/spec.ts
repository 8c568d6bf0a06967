/** The map of coverage ⇄ a map that can be saved, drawn, embedded and printed. Pure. */
import type { CoverageMapData } from '../../../server/contract/maps/coverageData.ts';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import type { Measure } from '../../../server/contract/assessments/measures.ts';
import type { Bbox } from '../../map/camera.ts';
import { EMPTY, type AssessmentsState } from './state.ts';

export interface SharedCoverage {
  title: string;
  lang: MapSpec['lang'];
  /** The boundaries that it is told on. */
  dataset: string;
  level: number;
  state: AssessmentsState;
  breaks: readonly number[];
  /** What is looked at; null: the whole country. */
  box: Bbox | null;
}

/** On the boundaries that are current, whatever these will be. */
export function toSpec({ title, lang, dataset, level, state, breaks, box }: SharedCoverage): MapSpec {
  const { measure, months, sector, group, status, population, from, to, representative, unit } = state;
  const data = {
    kind: 'coverage',
    dataset,
    version: 'current',
    measure,
    months,
    sectors: sector === null ? [] : [sector],
    group,
    status,
    population,
    from,
    to,
    representative: representative === null ? null : Number(representative),
  } as CoverageMapData;
  return {
    spec: 1,
    title,
    lang,
    status: 'unmarked',
    boundary: { dataset, version: 'current', level } as MapSpec['boundary'],
    data,
    classes: { method: measure === 'age' ? 'manual' : 'jenks', breaks: [...breaks], open: 'none', whole: true },
    layers: [],
    labels: { show: 'names', lang, values: false },
    view: box === null ? null : [...box],
    selected: unit,
    selectedLevel: null,
  };
}

/** The state of the page that shows a saved map. */
export function fromSpec({ boundary, selected }: Pick<MapSpec, 'boundary' | 'selected'>, data: CoverageMapData, map: string): AssessmentsState {
  const { measure, months, sectors, group, status, population, from, to, representative } = data;
  return {
    ...EMPTY,
    tab: 'map',
    measure: measure as Measure,
    months,
    sector: sectors[0] ?? null,
    group,
    status,
    population,
    from,
    to,
    representative: representative === null ? null : String(representative),
    level: boundary.level,
    unit: selected,
    map,
  };
}
