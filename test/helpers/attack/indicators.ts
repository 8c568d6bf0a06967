/** What is asked of indicators: a country without any tells of none. */
import type { Asks } from './groupAsks.ts';

const of = (path: string) => ['current', 'v01', 'v02'].map((version) => `/api/v1/datasets/indicators-exl/versions/${version}/indicators${path}`);

/** The agreed list; what holds is for everybody. */
const LIST = '/api/v1/countries/EXL/indicators';

export const INDICATORS: Asks = {
  getIndicators: { ask: of(''), keeps: [] },
  getIndicatorValues: { ask: [...of('/values?indicator=PEOPLE-ALL&level=2'), ...of('/values?indicator=IPC&phase=3%2B&level=1&measure=own')], keeps: [] },
  getIndicatorsCsv: { ask: ['tidy', 'wide', 'hxl', 'needs', 'sdmx'].flatMap((shape) => of(`.csv?shape=${shape}`)), keeps: [] },
  getIndicatorsXlsx: { ask: of('.xlsx'), keeps: [] },
  getIndicatorList: { ask: [LIST], keeps: [[LIST, 'minute']] },
  getIndicatorListHistory: { ask: [`${LIST}/history`], keeps: [[`${LIST}/history`, 'minute']] },
  getIndicatorListVersion: { ask: [`${LIST}/versions/v1`], keeps: [] },
  exportIndicatorList: { ask: [`${LIST}/list.csv`], keeps: [[`${LIST}/list.csv`, 'minute']] },
};
