/** Routes of what changed between two versions of the boundaries, and of the history of a unit (decision 0061). */
import { z } from 'zod';
import { datasetParams, reportQuery, versionRef } from '../datasets/api.ts';
import { adminLevel, pcode, versionTag } from '../ids.ts';
import { defineRoutes } from '../route.ts';
import { toDay } from '../datasets/asOf.ts';
import { CHANGE_FORMATS, changesAnswer, historyAnswer, recordedAct } from './crosswalk.ts';

/** `f`: a table of relations, the lookup of weights, the linkage of identifiers, moved ground as polygons, or a page to print. `changed`: without units that stayed as they were (json, html). `rows=false`: the proposal and the counts of each level alone, without relations, remainders and exceptions (json). */
export const changesQuery = reportQuery.extend({
  from: versionRef,
  to: versionRef,
  level: z.coerce.number().pipe(adminLevel).optional(),
  f: z.enum(CHANGE_FORMATS).default('json'),
  changed: z.stringbool().default(false),
  rows: z.stringbool().default(true),
});

/** `version`: in which the P-code is meant; the newest that has it where none is said. */
export const historyQuery = z.object({ level: z.coerce.number().pipe(adminLevel).optional(), version: versionTag.optional() });

/** A `cluster` of the answer, or one pair of units; null: on that side there is none. */
export const actBody = z
  .object({
    from: versionTag,
    to: versionTag,
    level: adminLevel,
    cluster: z.number().int().min(0).optional(),
    source: pcode.nullable().optional(),
    target: pcode.nullable().optional(),
    legalAct: z.string().trim().min(1).max(500),
    effectiveDate: z
      .string()
      .refine((text) => toDay(text) !== null, 'wrong.day')
      .nullable()
      .default(null),
  })
  .refine(
    ({ cluster, source, target }) => (cluster === undefined ? (source ?? target ?? null) !== null : source === undefined && target === undefined),
    'wrong.answer',
  );
export const actParams = datasetParams.extend({ act: z.string().min(1).max(64) });
const actAnswer = recordedAct.extend({ level: adminLevel, pairs: z.array(z.tuple([z.string().nullable(), z.string().nullable()])) });

export const changeRoutes = defineRoutes({
  recordAct: {
    summary: 'Records the legal act behind a relation, or all of a cluster, from one published version to another, and the day from which it holds',
    tag: 'boundaries',
    params: datasetParams,
    body: actBody,
    answer: { status: 201, schema: actAnswer },
    permission: 'version.publish',
    heavy: [],
    example: '/api/v1/datasets/cod-ab-sle/changes/acts',
  },
  undoAct: {
    summary: 'Takes a recorded act off; the one before it holds again',
    tag: 'boundaries',
    params: actParams,
    answer: { status: 200, schema: actAnswer },
    permission: 'version.publish',
    example: '/api/v1/datasets/cod-ab-sle/changes/acts/ID',
  },
  getChanges: {
    summary: 'What became of each unit between two versions of the boundaries, with shares of area and people (json, csv, lookup, linkage, geojson, html)',
    tag: 'boundaries',
    params: datasetParams,
    query: changesQuery,
    answer: { status: 200, schema: changesAnswer },
    heavy: [],
    example: '/api/v1/datasets/cod-ab-sle/changes?from=v01&to=v02&level=2',
  },
  getUnitHistory: {
    summary: 'Where a unit came from and what became of it, over all versions',
    tag: 'boundaries',
    params: datasetParams.extend({ pcode }),
    query: historyQuery,
    answer: { status: 200, schema: historyAnswer },
    heavy: [],
    example: '/api/v1/datasets/cod-ab-sle/units/SL01/history',
  },
});
