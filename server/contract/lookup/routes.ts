/** Routes of the lookup of P-codes (decision 0091). */
import { z } from 'zod';
import { answering, defineRoutes } from '../route.ts';
import { lookupAnswer, lookupQuery, type LookupAnswer } from './lookup.ts';
import { tableQuery } from './table.ts';

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
});
