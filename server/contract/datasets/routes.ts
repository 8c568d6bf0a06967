/** Routes of datasets, their versions and drafts, and of their tiles. */
import { z } from 'zod';
import {
  datasetAnswer,
  datasetParams,
  datasetsAnswer,
  downloadParams,
  occurrencesAnswer,
  occurrencesQuery,
  overlayQuery,
  overlayTileParams,
  publishBody,
  reportAnswer,
  reportQuery,
  tilejsonAnswer,
  unitDetailAnswer,
  unitParams,
  unitsAnswer,
  versionAnswer,
  versionParams,
  withdrawBody,
} from './api.ts';
import { asOfPart, asOfQuery, unitAsOfQuery, unitsAsOfQuery } from './asOf.ts';
import { exceptionBody, exceptionParams, exceptionsAnswer, metadataBody } from './drafts.ts';
import type { FindingItem, ShownReport } from '../finding.ts';
import { datasetId, versionTag } from '../ids.ts';
import { answering, defineRoutes } from '../route.ts';

const EXAMPLE = '/api/v1/datasets/cod-ab-sle/versions/current';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const tileParams = z.object({
  dataset: datasetId,
  version: z.union([versionTag, z.literal('current')]),
  z: z.coerce.number().int().min(0).max(22),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
});
const tilejsonParams = tileParams.pick({ dataset: true, version: true });

/** One file beside the report, in the language asked for. */
const report = (file: string, media: string, summary: string) =>
  ({
    summary,
    tag: 'datasets',
    params: versionParams,
    query: reportQuery,
    answer: { status: 200, media },
    heavy: [],
    example: `${EXAMPLE}/${file}`,
  }) as const;

export const datasetRoutes = defineRoutes({
  listDatasets: {
    summary: 'All datasets with their versions',
    tag: 'datasets',
    answer: { status: 200, schema: datasetsAnswer },
    cache: 'revalidate',
    example: '/api/v1/datasets',
  },
  getDataset: {
    summary: 'One dataset with its versions',
    tag: 'datasets',
    params: datasetParams,
    answer: { status: 200, schema: datasetAnswer },
    cache: 'revalidate',
    example: '/api/v1/datasets/cod-ab-sle',
  },
  getVersion: {
    summary: 'One version: counts, metadata, report summary, files; `current` is the published one',
    tag: 'datasets',
    params: versionParams,
    answer: { status: 200, schema: versionAnswer },
    example: EXAMPLE,
  },
  getReport: {
    summary: 'What the checks found; of each finding the first 500 occurrences',
    tag: 'datasets',
    params: versionParams,
    query: reportQuery,
    answer: { status: 200, schema: answering<ShownReport>(reportAnswer) },
    heavy: [],
    example: `${EXAMPLE}/report`,
  },
  getReportHtml: report('report.html', 'text/html', 'The same as a page to read and print'),
  getReportCsv: report('report.csv', 'text/csv', 'The same as a table, one row per place'),
  getReportGeojson: report('report.geojson', 'application/geo+json', 'The same as features for a GIS'),
  listOccurrences: {
    summary: 'Further occurrences of a finding, page by page; or the page that contains one',
    tag: 'datasets',
    params: versionParams,
    query: occurrencesQuery,
    answer: { status: 200, schema: answering<{ finding: number; count: number; kept: number; offset: number; items: FindingItem[] }>(occurrencesAnswer) },
    heavy: [],
    example: `${EXAMPLE}/report/occurrences?finding=0`,
  },
  getReportTile: {
    summary: 'A vector tile of all occurrences that have a place: layer `findings` with `id`, `finding`, `severity`, `pcodes`; 204 where there are none',
    tag: 'datasets',
    params: overlayTileParams,
    query: overlayQuery,
    answer: { status: 200, media: 'application/vnd.mapbox-vector-tile' },
    heavy: [],
    example: `${EXAMPLE}/report/6/29/30.mvt`,
  },
  getChecklistHtml: report('checklist.html', 'text/html', 'The Data Evaluation Checklist of OCHA, filled in from the report, as a page'),
  getChecklistXlsx: report('checklist.xlsx', XLSX, 'The same as a workbook'),
  listUnits: {
    summary: 'The gazetteer; `q` finds a P-code or a name in any language and script, accents folded',
    tag: 'datasets',
    params: versionParams,
    query: unitsAsOfQuery,
    answer: { status: 200, schema: unitsAnswer.extend(asOfPart) },
    heavy: [],
    example: `${EXAMPLE}/units?level=2&q=kailahun`,
  },
  getUnit: {
    summary: 'One unit with its parents, country first, and its children',
    tag: 'datasets',
    params: unitParams,
    query: unitAsOfQuery,
    answer: { status: 200, schema: unitDetailAnswer.extend(asOfPart) },
    example: `${EXAMPLE}/units/SL01`,
  },
  download: {
    summary: 'One file of the version; byte ranges are supported',
    tag: 'datasets',
    params: downloadParams,
    answer: { status: 200, media: 'application/octet-stream' },
    example: `${EXAMPLE}/download/sle_admin2.geojson`,
  },
  publishVersion: {
    summary: 'Makes a version the current one; if there are errors, `reason` says why they are accepted',
    tag: 'datasets',
    params: versionParams,
    body: publishBody,
    answer: { status: 200, schema: versionAnswer },
    permission: 'version.publish',
    example: '/api/v1/datasets/cod-ab-sle/versions/v01/publish',
  },
  withdrawVersion: {
    summary:
      'Withdraws a version, with a reason; it stays readable at its own address. Whoever uploaded a draft may withdraw it; else this needs version.withdraw',
    tag: 'datasets',
    params: versionParams,
    body: withdrawBody,
    answer: { status: 200, schema: versionAnswer },
    permission: 'draft.read',
    example: '/api/v1/datasets/cod-ab-sle/versions/v01/withdraw',
  },
  discardVersion: {
    summary: 'Discards a draft that was never public, and frees its tag; for drafts of others this needs version.withdraw',
    tag: 'datasets',
    params: versionParams,
    answer: { status: 200, schema: z.object({}) },
    permission: 'draft.read',
    example: '/api/v1/datasets/cod-ab-sle/versions/v01',
  },
  changeMetadata: {
    summary: 'Metadata of a draft; only what is given is changed',
    tag: 'datasets',
    params: versionParams,
    body: metadataBody,
    answer: { status: 200, schema: versionAnswer },
    permission: 'metadata.write',
    example: '/api/v1/datasets/cod-ab-sle/versions/v01',
  },
  correctMetadata: {
    summary: 'Corrects the metadata of a published version; what changed is kept in its history, and its files stay as they are',
    tag: 'datasets',
    params: versionParams,
    body: metadataBody,
    answer: { status: 200, schema: versionAnswer },
    permission: 'version.publish',
    example: '/api/v1/datasets/cod-ab-sle/versions/v01/corrections',
  },
  acceptFindings: {
    summary: 'Accepts findings of a draft with a reason; they stay accepted in later versions while they stay the same',
    tag: 'datasets',
    params: versionParams,
    body: exceptionBody,
    answer: { status: 201, schema: versionAnswer },
    permission: 'finding.accept',
    example: '/api/v1/datasets/cod-ab-sle/versions/v01/exceptions',
    heavy: [],
  },
  listExceptions: {
    summary: 'The exception register of a dataset: what was accepted, by whom, when and why',
    tag: 'datasets',
    params: datasetParams,
    answer: { status: 200, schema: exceptionsAnswer },
    permission: 'draft.read',
    example: '/api/v1/datasets/cod-ab-sle/exceptions',
  },
  undoException: {
    summary: 'Removes an exception; drafts are judged again',
    tag: 'datasets',
    params: exceptionParams,
    answer: { status: 200, schema: exceptionsAnswer },
    permission: 'finding.accept',
    example: '/api/v1/datasets/cod-ab-sle/exceptions/ID',
    heavy: [],
  },
  getTilejson: {
    summary: 'TileJSON 3.0; names the concrete version, so a map never mixes two',
    tag: 'tiles',
    params: tilejsonParams,
    query: asOfQuery,
    answer: { status: 200, schema: tilejsonAnswer },
    example: '/tiles/cod-ab-sle/current.json',
  },
  getTile: {
    summary: 'A vector tile: layers adm0…admN, lines, labels; 204 where there is nothing, 404 outside the zoom levels',
    tag: 'tiles',
    params: tileParams,
    answer: { status: 200, media: 'application/vnd.mapbox-vector-tile' },
    example: '/tiles/cod-ab-sle/v01/6/29/30.mvt',
  },
});
