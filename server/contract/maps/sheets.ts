/** Sheets: a map laid out for paper, with all that a reader of a printed map asks for (decision 0068). */
import { z } from 'zod';
import { asOfQuery } from '../datasets/asOf.ts';
import { PRINT_LANGS } from '../languages.ts';
import { mapParams, mapSpecText } from './map.ts';
import { ORIENTATIONS, PANELS, PAPERS } from './paper.ts';
import { defineRoutes } from '../route.ts';

/** Of a painted sheet. */
export const SHEET_DPI = ['150', '300'] as const;

/** `orientation` that is not asked for follows the shape of what is shown. `page` is of SVG and PNG, which have one page each. */
export const sheetQuery = z.object({
  paper: z.enum(PAPERS).default('A4'),
  orientation: z.enum(ORIENTATIONS).optional(),
  lang: z.enum(PRINT_LANGS).optional(),
  grey: z
    .enum(['0', '1'])
    .transform((text) => text === '1')
    .optional()
    .describe('1: classes and looks in greys, for printers without colour'),
  panels: z
    .enum(PANELS)
    .optional()
    .describe(
      'Of a map that counts a 3W: a small map for each cluster, or each organisation (at most 24), with one legend, or one map of all. Absent: as the map was saved.',
    ),
  ...asOfQuery.shape,
});
const pageQuery = sheetQuery.extend({ page: z.coerce.number().int().min(1).max(500).optional() });
const paintedQuery = pageQuery.extend({ dpi: z.enum(SHEET_DPI).optional() });
export type SheetQuery = z.infer<typeof sheetQuery>;
export type PaintedQuery = z.infer<typeof paintedQuery>;

const SHEETS = {
  pdf: ['application/pdf', 'a sheet to print: vector PDF, tagged (PDF/UA-1)', sheetQuery],
  svg: ['image/svg+xml', 'one page of a sheet, with its letters as outlines', pageQuery],
  png: ['image/png', 'one page of a sheet, painted at 150 or 300 dots an inch', paintedQuery],
} as const;
type Kind = keyof typeof SHEETS;

const saved = <K extends Kind>(kind: K, example: string) => {
  const [media, what, query] = SHEETS[kind] as unknown as readonly [string, string, (typeof SHEETS)[K][2]];
  return { summary: `The map as ${what}`, tag: 'maps', params: mapParams, query, answer: { status: 200, media }, cache: 'minute', heavy: [], example } as const;
};
const unsaved = <K extends Kind>(kind: K) => {
  const [media, what, query] = SHEETS[kind];
  return {
    summary: `A map that is not stored, as ${what}; \`spec\` is the map as JSON`,
    tag: 'maps',
    query: (query as typeof paintedQuery).extend({ spec: mapSpecText }),
    answer: { status: 200, media },
    cache: 'minute',
    heavy: [],
    example: `/preview/sheet.${kind}?spec=JSON`,
  } as const;
};

export const sheetRoutes = defineRoutes({
  getMapPdf: saved('pdf', '/maps/MAP.pdf'),
  getSheetPdf: saved('pdf', '/maps/MAP/sheet.pdf'),
  getSheetSvg: saved('svg', '/maps/MAP/sheet.svg'),
  getSheetPng: saved('png', '/maps/MAP/sheet.png'),
  previewSheetPdf: unsaved('pdf'),
  previewSheetSvg: unsaved('svg'),
  previewSheetPng: unsaved('png'),
});
