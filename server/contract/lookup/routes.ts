/** Routes of the lookup of P-codes and of files made on request (decisions 0091 and 0092). */
import { z } from 'zod';
import { versionParams } from '../datasets/api.ts';
import { answering, defineRoutes } from '../route.ts';
import { lookupAnswer, lookupQuery, type LookupAnswer } from './lookup.ts';
import { madeAnswer, madeName, madeQuery } from './made.ts';
import { tableQuery } from './table.ts';

const V = '/api/v1/datasets/cod-ab-sle/versions/current';

export const lookupRoutes = defineRoutes({
  lookUp: {
    summary:
      'Units by code (retired ones too, with what became of them), by name (candidates with scores) or by place (each level, with the distance to the border)',
    tag: 'boundaries',
    query: lookupQuery,
    answer: { status: 200, schema: answering<LookupAnswer>(lookupAnswer) },
    cache: 'minute',
    heavy: [],
    example: '/api/v1/lookup?country=SLE&code=SL0301',
  },
  codeTable: {
    summary:
      'A CSV or XLSX with P-codes: the same rows and columns, and beside them codes, names, method and doubts; nothing is stored. ?answer=summary tells how it would be read',
    tag: 'boundaries',
    query: tableQuery,
    form: z.object({ file: z.string().meta({ format: 'binary' }) }),
    answer: { status: 200, media: 'application/octet-stream' },
    open: 'nothing is changed and nothing is stored',
    example: '/api/v1/lookup/table?country=SLE',
  },
  listMade: {
    summary: 'Files that are made of a version on request: formats of GIS programs, choices for forms, packages',
    tag: 'datasets',
    params: versionParams,
    answer: { status: 200, schema: madeAnswer },
    example: `${V}/made`,
  },
  getMade: {
    summary: 'One of these files; made once and kept',
    tag: 'datasets',
    params: versionParams.extend({ file: madeName }),
    query: madeQuery,
    answer: { status: 200, media: 'application/octet-stream' },
    heavy: [],
    example: `${V}/made/sle_admin_boundaries.gpkg`,
  },
  getHdx: {
    summary: 'The metadata of a version as HDX wants them, for its package; organisation and maintainer are left to fill in',
    tag: 'datasets',
    params: versionParams,
    answer: { status: 200, schema: z.record(z.string(), z.unknown()) },
    example: `${V}/hdx.json`,
  },
});
