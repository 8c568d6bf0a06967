/** Series: one sheet for each cluster, region or organisation, with a cover (decision 0073). Made as a job, kept for a while, fetched by what was asked. */
import { z } from 'zod';
import { asOfQuery } from '../datasets/asOf.ts';
import { PRINT_LANGS } from '../languages.ts';
import { defineRoutes } from '../route.ts';
import { mapParams, mapSpec, mapSpecText } from './map.ts';
import { SERIES, SERIES_FORMS } from './paper.ts';
import { sheetQuery } from './sheets.ts';

export const seriesQuery = sheetQuery.omit({ panels: true }).extend({ by: z.enum(SERIES) });
export type SeriesQuery = z.infer<typeof seriesQuery>;
const seriesBody = seriesQuery.extend({ as: z.enum(SERIES_FORMS).default('pdf').describe('pdf: one file; zip: one file for each sheet') });
export type SeriesBody = z.infer<typeof seriesBody>;

const said = z.object({ code: z.string(), detail: z.string(), details: z.record(z.string(), z.unknown()).optional() });

const planQuery = z.object({ lang: z.enum(PRINT_LANGS).optional(), ...asOfQuery.shape });
export type SeriesPlanQuery = z.infer<typeof planQuery>;
/** What series there can be of a map, before one is begun. */
export const seriesPlan = z.object({
  choices: z.array(
    z.object({
      by: z.enum(SERIES),
      sheets: z.number().int().nullable().describe('How many sheets there are, without the cover; null where there can be none.'),
      unmatched: z
        .array(z.string())
        .describe('By cluster: spellings that nobody has matched to a cluster yet. They stand together on one sheet, the last one.'),
      refused: said.nullable().describe('Why there can be no such series.'),
    }),
  ),
  ready: z.boolean().describe('false: this installation lacks the packages that sheets need, and answers 501 `sheet.absent`.'),
});
export type SeriesPlan = z.infer<typeof seriesPlan>;

export const SERIES_STATES = ['waiting', 'running', 'succeeded', 'failed', 'cancelled'] as const;

export const seriesJob = z.object({
  id: z.uuid(),
  state: z.enum(SERIES_STATES),
  done: z.number().int().describe('Sheets that are laid out, the cover among them.'),
  total: z.number().int().nullable().describe('null until it is known.'),
  part: z.string().nullable().describe('What the sheet in work is of.'),
  error: said.nullable(),
  file: z
    .object({
      href: z.string(),
      name: z.string(),
      bytes: z.number().int(),
      pages: z.number().int(),
      missing: z.array(z.string()).describe('Letters that no font of sheets has; the file is then no PDF/UA.'),
    })
    .nullable()
    .describe('Once it has succeeded. Kept for seven days; the same request gives the same bytes.'),
});
export type SeriesJob = z.infer<typeof seriesJob>;

const jobParams = z.object({ job: z.uuid() });
/** It changes nothing that is stored, and whoever may see the map may print it. */
const OPEN = 'prints what everybody may see; bounded in number, size and time';

const KINDS = { pdf: ['application/pdf', 'one PDF with bookmarks'], zip: ['application/zip', 'a ZIP with one PDF for each sheet'] } as const;
type Kind = keyof typeof KINDS;
const saved = <K extends Kind>(kind: K) =>
  ({
    summary: `The map as a series of sheets: ${KINDS[kind][1]}. Up to three sheets at once, more once they have been made as a job`,
    tag: 'maps',
    params: mapParams,
    query: seriesQuery,
    answer: { status: 200, media: KINDS[kind][0] },
    cache: 'minute',
    heavy: [],
    example: `/maps/MAP/series.${kind}?by=cluster`,
  }) as const;
const unsaved = <K extends Kind>(kind: K) =>
  ({
    summary: `A map that is not stored, as a series of sheets: ${KINDS[kind][1]}`,
    tag: 'maps',
    query: seriesQuery.extend({ spec: mapSpecText }),
    answer: { status: 200, media: KINDS[kind][0] },
    cache: 'minute',
    heavy: [],
    example: `/preview/series.${kind}?by=adm1&spec=JSON`,
  }) as const;

export const seriesRoutes = defineRoutes({
  planMapSeries: {
    summary: 'Which series of sheets a saved map can be printed as, and how many sheets each has',
    tag: 'maps',
    params: mapParams,
    query: planQuery,
    answer: { status: 200, schema: seriesPlan },
    cache: 'minute',
    heavy: [],
    example: '/maps/MAP/series.json',
  },
  planSeries: {
    summary: 'Which series of sheets a map that is not stored can be printed as, and how many sheets each has',
    tag: 'maps',
    query: planQuery.extend({ spec: mapSpecText }),
    answer: { status: 200, schema: seriesPlan },
    cache: 'minute',
    heavy: [],
    example: '/preview/series.json?spec=JSON',
  },
  startMapSeries: {
    summary: 'Makes a series of sheets of a saved map, as a job',
    tag: 'maps',
    params: mapParams,
    body: seriesBody,
    answer: { status: 202, schema: seriesJob },
    open: OPEN,
    example: '/api/v1/maps/MAP/sheet',
  },
  startSeries: {
    summary: 'Makes a series of sheets of a map that is not stored, as a job',
    tag: 'maps',
    body: seriesBody.extend({ spec: mapSpec }),
    answer: { status: 202, schema: seriesJob },
    open: OPEN,
    example: '/api/v1/sheets',
  },
  getSeries: {
    summary: 'How far a series of sheets is',
    tag: 'maps',
    params: jobParams,
    answer: { status: 200, schema: seriesJob },
    example: '/api/v1/sheets/00000000-0000-0000-0000-000000000000',
  },
  cancelSeries: {
    summary: 'Stops making a series of sheets',
    tag: 'maps',
    params: jobParams,
    answer: { status: 200, schema: seriesJob },
    open: 'who knows the number of the job began it',
    example: '/api/v1/sheets/00000000-0000-0000-0000-000000000000',
  },
  getSeriesPdf: saved('pdf'),
  getSeriesZip: saved('zip'),
  previewSeriesPdf: unsaved('pdf'),
  previewSeriesZip: unsaved('zip'),
});
