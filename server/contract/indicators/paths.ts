/** Addresses of indicators, apart for the length of paths.ts. */
const INDICATORS = '/api/v1/datasets/:id/versions/:version/indicators';

export const INDICATOR_PATHS = {
  getIndicators: `get ${INDICATORS}`,
  getIndicatorValues: `get ${INDICATORS}/values`,
  getIndicatorsCsv: `get ${INDICATORS}.csv`,
  getIndicatorsXlsx: `get ${INDICATORS}.xlsx`,
} as const;
