/** Routes of indicators: what a version has, values by unit, files. */
import { defineRoutes } from '../route.ts';
import { asOfQuery } from '../datasets/asOf.ts';
import { fileQuery, indicatorParams, indicatorsAnswer, shownAnswer, shownAsOfQuery, workbookQuery } from './api.ts';

const E = '/api/v1/datasets/indicators-bfa/versions/current/indicators';

export const indicatorRoutes = defineRoutes({
  getIndicators: {
    summary: 'Indicators of a version: what they are, which series of values there are, of which periods, and what of it is no unit',
    tag: 'indicators',
    params: indicatorParams,
    query: asOfQuery,
    answer: { status: 200, schema: indicatorsAnswer },
    heavy: [],
    example: E,
  },
  getIndicatorValues: {
    summary:
      'Values of an indicator by P-code at a level, rolled up where that is allowed, with what is not on the map; as a share, a phase or a change. What must not be added is refused with the reason (400)',
    tag: 'indicators',
    params: indicatorParams,
    query: shownAsOfQuery,
    answer: { status: 200, schema: shownAnswer },
    heavy: [],
    example: `${E}/values?indicator=PEOPLE-ALL&status=INN&level=3`,
  },
  getIndicatorsCsv: {
    summary: 'All values as CSV: tidy, wide, tagged with HXL, in the columns of HAPI v2 (needs, food security, displaced people) or as SDMX-CSV 2.0',
    tag: 'indicators',
    params: indicatorParams,
    query: fileQuery,
    answer: { status: 200, media: 'text/csv' },
    heavy: [],
    example: `${E}.csv?shape=sdmx`,
  },
  getIndicatorsXlsx: {
    summary: 'All values as a workbook: units with their values, values one a row, the indicators, what the file is',
    tag: 'indicators',
    params: indicatorParams,
    query: workbookQuery,
    answer: { status: 200, media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    heavy: [],
    example: `${E}.xlsx`,
  },
});
