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
  previewSheetSvg: SAME,
  previewSheetPng: SAME,
});
