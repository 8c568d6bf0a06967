/** What strangers may ask of sheets: the letters of a PDF are packed, a page as SVG has them as outlines, the same for the same text. */
interface Asked {
  ask: string[];
  keeps: [path: string, keeps: 'minute'][];
  why?: string;
}

const SAME: Asked = { ask: [], keeps: [], why: 'the same sheet in another form' };

/** @param previews addresses of pictures of maps that are not saved */
export const sheetsAsked = (previews: readonly string[]): Record<string, Asked> => ({
  getMapPdf: { ask: ['/maps/{0}.pdf', '/maps/{1}.pdf'], keeps: [['/maps/{0}.pdf', 'minute']] },
  getSheetPdf: SAME,
  getSheetSvg: { ask: ['/maps/{1}/sheet.svg?lang=ar'], keeps: [['/maps/{0}/sheet.svg', 'minute']] },
  getSheetPng: SAME,
  previewSheetPdf: { ask: previews.slice(0, 2).map((path) => path.replace('/preview.pdf', '/preview/sheet.pdf')), keeps: [] },
  previewSheetSvg: SAME,
  previewSheetPng: SAME,
});
