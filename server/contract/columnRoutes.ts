/** Routes of the columns of a version, the same for every kind: of tables, and of layers of boundaries. */
import { z } from 'zod';
import type { BoundaryColumnRole, BoundaryLayer } from './boundaries/columns.ts';
import { boundaryColumnAnswer, boundaryLayerAnswer } from './boundaries/columns.ts';
import type { ColumnQuestion, ColumnReading } from './columns.ts';
import { versionParams } from './datasets/api.ts';
import { indicatorColumnAnswer, type IndicatorRole } from './indicators/columns.ts';
import type { DatasetId, VersionTag } from './ids.ts';
import { datasetId, versionTag } from './ids.ts';
import { LANGS } from './languages.ts';
import type { LayerColumnRole } from './overlays/layer.ts';
import { layerColumnAnswer, layerSaid, type LayerSaid } from './overlays/layer.ts';
import type { PopulationColumnRole } from './population/columns.ts';
import { populationColumnAnswer } from './population/columns.ts';
import type { PresenceRole } from './presence/columns.ts';
import { presenceColumnAnswer } from './presence/columns.ts';
import { answering, defineRoutes } from './route.ts';

/** What a column of any kind may be. */
export type TableRole = PresenceRole | PopulationColumnRole | BoundaryColumnRole | LayerColumnRole | IndicatorRole;

export interface ColumnsRead {
  dataset: DatasetId;
  version: VersionTag;
  columns: ColumnReading<TableRole>[];
  questions: ColumnQuestion<TableRole>[];
  /** Of boundaries only. */
  layers?: BoundaryLayer[];
  /** Of an overlay only: what people have said of it. */
  overlay?: LayerSaid;
}

/** The columns of a version as they were read, with their evidence: ColumnReading of contract/columns.ts. */
const columnsReadAnswer = z.object({
  dataset: datasetId,
  version: versionTag,
  columns: z.array(z.looseObject({ column: z.number(), heading: z.string(), role: z.unknown(), confidence: z.number() })),
  questions: z.array(
    z.looseObject({ id: z.string(), about: z.string(), text: z.string(), rows: z.number(), choices: z.array(z.looseObject({ text: z.string() })) }),
  ),
  layers: z.array(z.looseObject({ file: z.string(), layer: z.string(), level: z.number().nullable(), text: z.string() })).optional(),
  overlay: layerSaid.optional(),
});

const columnsSaidBody = z
  .object({
    columns: z
      .array(z.union([presenceColumnAnswer, populationColumnAnswer, boundaryColumnAnswer, layerColumnAnswer, indicatorColumnAnswer]))
      .max(20_000)
      .default([]),
    layers: z.array(boundaryLayerAnswer).max(1000).default([]).describe('Of boundaries only: level, coordinate system and text encoding of whole layers.'),
    codedBy: versionTag.optional().describe('Of a 3W only: the version of the boundaries that the codes of the file are those of.'),
    overlay: layerSaid.optional().describe('Of an overlay only: how its coordinates are read, and how it is shown.'),
    remember: z
      .boolean()
      .default(true)
      .describe(
        'Read files with this layout this way from now on: of a 3W at once, which the permission presence.decide allows; of boundaries once they were read so; of population once the version is published. Without it the answers hold for this file alone.',
      ),
  })
  .refine(({ columns, layers, codedBy, overlay }) => columns.length + layers.length > 0 || (codedBy ?? overlay) !== undefined, 'wrong.answer');

export const columnRoutes = defineRoutes({
  readColumns: {
    summary:
      'The columns of a version as they were read: role, confidence, reasons, samples and alternatives; of boundaries also their layers; and what must be answered before publishing',
    tag: 'datasets',
    params: versionParams,
    query: z.object({ lang: z.enum(LANGS).default('en') }),
    answer: { status: 200, schema: answering<ColumnsRead>(columnsReadAnswer) },
    permission: 'draft.read',
    heavy: [],
    example: '/api/v1/datasets/3w-sle/versions/v01/columns?lang=fr',
  },
  sayColumns: {
    summary:
      'Says what columns hold (role, level, language, separators, number style), of boundaries also level, coordinate system and encoding of layers; the kept files are read once more: a draft in its place, anything else as a new draft',
    tag: 'datasets',
    params: versionParams,
    body: columnsSaidBody,
    answer: { status: 202, schema: z.object({ job: z.string() }) },
    permission: 'upload.create',
    heavy: [],
    example: '/api/v1/datasets/3w-sle/versions/v01/columns',
  },
});
