/** Routes of population. */
import { versionParams } from '../datasets/api.ts';
import { asOfPart, asOfQuery } from '../datasets/asOf.ts';
import { defineRoutes } from '../route.ts';
import { populationAnswer, populationQuery } from './population.ts';

export const populationRoutes = defineRoutes({
  getPopulation: {
    summary: 'Population by P-code, sex and age: all levels, or those asked for',
    tag: 'population',
    params: versionParams,
    query: populationQuery.extend(asOfQuery.shape),
    answer: { status: 200, schema: populationAnswer.extend(asOfPart) },
    heavy: [],
    example: '/api/v1/datasets/cod-ps-sle/versions/current/population?level=2&sex=t&age=all',
  },
});
