/** What strangers may ask of sheets: the letters of a PDF are packed, a page as SVG has them as outlines, the same for the same text. */
interface Asked {
  ask: string[];
  keeps: [path: string, keeps: 'minute'][];
  why?: string;
}

/** Its letters cannot be replaced in packed bytes as they are in texts. */
const ADDRESSED = 'the sheet of its spec, with the address of the map on it, which is another in each world';
const SAME: Asked = { ask: [], keeps: [], why: 'the same sheet in another form' };

/** @param previews addresses of pictures of maps that are not saved */
export const sheetsAsked = (previews: readonly string[]): Record<string, Asked> => ({
  getMapPdf: { ask: [], keeps: [['/maps/{0}.pdf', 'minute']], why: ADDRESSED },
  getSheetPdf: SAME,
  getSheetSvg: { ask: [], keeps: [['/maps/{0}/sheet.svg', 'minute']], why: ADDRESSED },
  getSheetPng: SAME,
  previewSheetPdf: { ask: previews.slice(0, 4).map((path) => path.replace('/preview.pdf', '/preview/sheet.pdf')), keeps: [] },
  planMapSeries: { ask: ['/maps/{0}/series.json'], keeps: [['/maps/{0}/series.json', 'minute']] },
  planSeries: { ask: previews.map((path) => path.replace('/preview.pdf', '/preview/series.json')), keeps: [] },
  // Those of no more than three sheets are made when they are asked for; longer ones are no more than these, begun by a job.
  getSeriesPdf: { ask: [], keeps: [], why: ADDRESSED },
  getSeriesZip: SAME,
  previewSeriesPdf: { ask: previews.slice(0, 4).map((path) => `${path.replace('/preview.pdf', '/preview/series.pdf')}&by=organisation`), keeps: [] },
  previewSeriesZip: SAME,
  getSeries: { ask: ['/api/v1/sheets/00000000-0000-4000-8000-000000000000'], keeps: [] },
  previewSheetSvg: SAME,
  previewSheetPng: SAME,
});
