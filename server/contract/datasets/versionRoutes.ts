/** Routes of the life of versions: rolling back, who did what, and which one held on a day. */
import { datasetParams, rollbackBody, tilejsonAnswer, unitParams, versionAnswer, versionParams } from './api.ts';
import { asOfAnswer, asOfQuery, asOfTilesParams, knownQuery, timelineAnswer, unitAsOfAnswer, unitAsOfQuery, unitsAsOfAnswer, unitsAsOfQuery } from './asOf.ts';
import { historyAnswer, rollbackAnswer } from './history.ts';
import { defineRoutes } from '../route.ts';

const D = '/api/v1/datasets/cod-ab-sle';
const V = `${D}/versions/v01`;

export const versionRoutes = defineRoutes({
  previewRollback: {
    summary: 'What rolling back to this version would change: units, maps that follow the current version, data placed on it',
    tag: 'datasets',
    params: versionParams,
    answer: { status: 200, schema: rollbackAnswer },
    permission: 'version.publish',
    example: `${V}/rollback`,
  },
  rollBackVersion: {
    summary: 'Makes a version that was current before the current one again, with a reason; the replaced one is superseded, or withdrawn if asked',
    tag: 'datasets',
    params: versionParams,
    body: rollbackBody,
    answer: { status: 200, schema: versionAnswer },
    permission: 'version.publish',
    example: `${V}/rollback`,
  },
  getVersionHistory: {
    summary: 'Who did what to a version and why, latest first; strangers are told what made it public or ended that, with roles in the place of names',
    tag: 'datasets',
    params: versionParams,
    answer: { status: 200, schema: historyAnswer },
    example: `${V}/history`,
  },
  getVersionHistoryCsv: {
    summary: 'The same as a table',
    tag: 'datasets',
    params: versionParams,
    answer: { status: 200, media: 'text/csv' },
    example: `${V}/history.csv`,
  },
  getTimeline: {
    summary: 'All published versions of a dataset with the days in which each holds, and gaps, overlaps and missing days',
    tag: 'datasets',
    params: datasetParams,
    query: knownQuery,
    answer: { status: 200, schema: timelineAnswer },
    cache: 'revalidate',
    example: `${D}/timeline`,
  },
  getAsOf: {
    summary: 'The version that holds on a day, by what was published by another',
    tag: 'datasets',
    params: datasetParams,
    query: asOfQuery,
    answer: { status: 200, schema: asOfAnswer },
    example: `${D}/as-of?date=2019-06-01`,
  },
  listUnitsAsOf: {
    summary: 'The gazetteer as of a day',
    tag: 'datasets',
    params: datasetParams,
    query: unitsAsOfQuery,
    answer: { status: 200, schema: unitsAsOfAnswer },
    heavy: [],
    example: `${D}/units?date=2019-06-01&level=2&q=kailahun`,
  },
  getUnitAsOf: {
    summary: 'One unit as of a day, with its parents and children',
    tag: 'datasets',
    params: unitParams.omit({ version: true }),
    query: unitAsOfQuery,
    answer: { status: 200, schema: unitAsOfAnswer },
    example: `${D}/units/SL01?date=2019-06-01`,
  },
  getTilejsonAsOf: {
    summary: 'TileJSON of the version that holds on a day',
    tag: 'tiles',
    params: asOfTilesParams,
    query: asOfQuery,
    answer: { status: 200, schema: tilejsonAnswer },
    example: '/tiles/cod-ab-sle.json?date=2019-06-01',
  },
});
