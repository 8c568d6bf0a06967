/** Routes of what lies around a country, and below its map (decision 0067). */
import { z } from 'zod';
import { datasetId, versionTag } from '../ids.ts';
import { answering, defineRoutes } from '../route.ts';
import type { GroundAnswer } from './ground.ts';

const versionParams = z.object({ id: datasetId, version: z.union([versionTag, z.literal('current')]) });

const groundAnswer = answering<GroundAnswer>(
  z.object({
    ground: z.looseObject({}).describe('TopoJSON: land, lakes, coast, borders, disputed borders; with names of countries by CLDR region, and towns'),
    world: z.string().describe('Address of the same for the whole Earth, coarser'),
    base: z
      .object({
        href: z.string(),
        bounds: z.array(z.number()),
        minzoom: z.number(),
        maxzoom: z.number(),
        layers: z.array(z.string()),
        attribution: z.string(),
      })
      .nullable()
      .describe('An archive of tiles that whoever runs the server has put below the maps'),
  }),
);

export const groundRoutes = defineRoutes({
  getGround: {
    summary: 'What lies around a country: land, lakes and borders of its neighbours, capitals and large towns',
    tag: 'maps',
    params: versionParams,
    answer: { status: 200, schema: groundAnswer },
    cache: 'minute',
    heavy: [],
    example: '/api/v1/datasets/cod-ab-sle/versions/current/ground',
  },
  getWorldGround: {
    summary: 'Land, lakes and borders of the whole Earth, as TopoJSON; `v` is in the address that comes with the surroundings of a country',
    tag: 'maps',
    query: z.object({ v: z.string().max(64).optional() }),
    answer: { status: 200, media: 'application/json' },
    cache: 'minute',
    example: '/api/v1/ground',
  },
  getBaseMap: {
    summary: 'The archive of tiles below the maps (PMTiles), by ranges of bytes, where whoever runs the server has put one there',
    tag: 'maps',
    answer: { status: 200, media: 'application/vnd.pmtiles' },
    cache: 'revalidate',
    example: '/basemap.pmtiles',
  },
});
