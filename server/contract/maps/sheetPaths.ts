/** Addresses of sheets and of series of them, apart for the length of paths.ts. */
export const SHEET_PATHS = {
  getMapPdf: 'get /maps/:id.pdf',
  getSheetPdf: 'get /maps/:id/sheet.pdf',
  getSheetSvg: 'get /maps/:id/sheet.svg',
  getSheetPng: 'get /maps/:id/sheet.png',
  startMapSeries: 'post /api/v1/maps/:id/sheet',
  startSeries: 'post /api/v1/sheets',
  getSeries: 'get /api/v1/sheets/:job',
  cancelSeries: 'delete /api/v1/sheets/:job',
  getSeriesPdf: 'get /maps/:id/series.pdf',
  getSeriesZip: 'get /maps/:id/series.zip',
  previewSeriesPdf: 'get /preview/series.pdf',
  previewSeriesZip: 'get /preview/series.zip',
  previewSheetPdf: 'get /preview/sheet.pdf',
  previewSheetSvg: 'get /preview/sheet.svg',
  previewSheetPng: 'get /preview/sheet.png',
} as const;
