/** Routes of population. */
import { z } from 'zod';
import { versionParams, versionRef } from '../datasets/api.ts';
import { asOfPart, asOfQuery } from '../datasets/asOf.ts';
import { defineRoutes } from '../route.ts';
import { POPULATION_FORMATS, shownPopulation } from './carried.ts';
import { populationQuery } from './population.ts';

/** `on`: the version of the boundaries that the figures are wanted on; absent: those that they were counted on. `f` csv: one level, the deepest where none is said. */
export const shownQuery = populationQuery.extend({ on: versionRef.optional(), f: z.enum(POPULATION_FORMATS).default('json') });
export type ShownQuery = z.output<typeof shownQuery>;

export const populationRoutes = defineRoutes({
  getPopulation: {
    summary:
      'Population by P-code, sex and age: all levels, or those asked for; with `on` carried over to another version of the boundaries, with estimates and their range (json, csv)',
    tag: 'population',
    params: versionParams,
    query: shownQuery.extend(asOfQuery.shape),
    answer: { status: 200, schema: shownPopulation.extend(asOfPart) },
    heavy: [],
    example: '/api/v1/datasets/cod-ps-sle/versions/current/population?level=2&sex=t&age=all',
  },
});
