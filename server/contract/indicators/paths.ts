/** Addresses of indicators, apart for the length of paths.ts. */
const INDICATORS = '/api/v1/datasets/:id/versions/:version/indicators';

export const INDICATOR_PATHS = {
  getIndicators: `get ${INDICATORS}`,
  getIndicatorValues: `get ${INDICATORS}/values`,
  getIndicatorsCsv: `get ${INDICATORS}.csv`,
  getIndicatorsXlsx: `get ${INDICATORS}.xlsx`,
} as const;

const LIST = '/api/v1/countries/:scope/indicators';

export const INDICATOR_LIST_PATHS = {
  getIndicatorList: `get ${LIST}`,
  getIndicatorListHistory: `get ${LIST}/history`,
  getIndicatorListVersion: `get ${LIST}/versions/:tag`,
  exportIndicatorList: `get ${LIST}/list.csv`,
  proposeIndicator: `post ${LIST}`,
  changeIndicator: `put ${LIST}/entries/:code`,
  retireIndicator: `post ${LIST}/entries/:code/retire`,
  agreeIndicators: `post ${LIST}/agree`,
  dropIndicatorDraft: `delete ${LIST}/draft`,
} as const;
