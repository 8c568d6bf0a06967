/** Indicators as SDMX-CSV 2.0 (data message): a dataflow of ours, one observation a row, words of CL_OBS_STATUS. */
import { toCsv } from '../../formats/tables/write.ts';
import type { Flag } from '../../contract/indicators/terms.ts';
import { exportRows, titleIn, type ExportParts } from './rows.ts';

/** Agency, id and version of the dataflow; its dimensions are the columns up to the value. */
export const SDMX_DATAFLOW = 'CODMAP:INDICATORS(1.0.0)';

const HEAD = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'REF_AREA',
  'AREA_LEVEL',
  'AREA',
  'INDICATOR',
  'SECTOR',
  'POPULATION_STATUS',
  'OBS_TYPE',
  'PHASE',
  'SEX',
  'AGE',
  'POPULATION_GROUP',
  'DISABILITY',
  'CATEGORY',
  'ANALYSIS',
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
  'UNIT_MEASURE',
  'INDICATOR_NAME',
  'BOUNDARIES',
];

/** Codes of CL_OBS_STATUS 2.2: normal, missing, suppressed, estimated; forecast where the value is a projection. */
const STATUS: Record<Flag, string> = { given: 'A', zero: 'A', rounded: 'A', noData: 'O', conflict: 'O', estimated: 'E', suppressed: 'Q' };
/** Total, and not applicable, as SDMX writes them. */
const [TOTAL, NONE] = ['_T', '_Z'];

/** An area that is no unit has `_O` (other) as its code and its own name beside it. `I`: the rows are information, whoever reads them adds what is new. */
export function writeSdmxCsv({ data, country }: ExportParts): Uint8Array {
  const boundaries = data.boundaries ? `${data.boundaries.dataset} ${data.boundaries.version}` : '';
  const rows = exportRows(data).map(({ series, indicator, area, value, flag }) => {
    const { sex, age, group, disability, category } = series.dimensions;
    const isNational = area.pcode === null && area.level === null && area.reason === null;
    const status = flag === 'given' && series.type.startsWith('projected') ? 'F' : STATUS[flag];
    return [
      'dataflow',
      SDMX_DATAFLOW,
      'I',
      area.pcode ?? (isNational ? country : '_O'),
      area.unitLevel ?? (isNational ? 0 : null),
      area.name,
      indicator.code,
      indicator.sector ?? NONE,
      series.status,
      series.type,
      series.phase ?? NONE,
      sex === undefined ? TOTAL : sex.toUpperCase(),
      age ?? TOTAL,
      group ?? TOTAL,
      disability ? 'Y' : TOTAL,
      category ?? NONE,
      series.analysis ?? NONE,
      // An interval of ISO 8601, which SDMX allows for a time range only with a duration: the first day and how many days.
      series.period ? `${series.period.start}/P${daysOf(series.period)}D` : null,
      value,
      status,
      indicator.unit,
      titleIn(indicator, 'en'),
      boundaries,
    ];
  });
  return toCsv([HEAD, ...rows]);
}

const DAY = 86_400_000;
const daysOf = ({ start, end }: { start: string; end: string }) => Math.round((Date.parse(end) - Date.parse(start)) / DAY) + 1;
