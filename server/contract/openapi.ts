/** The routes as an OpenAPI 3.1 document. */
import { z } from 'zod';
import { problemDetails } from './datasets/api.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

type Json = Record<string, unknown>;

const toSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json;
  return rest;
};

/** Same routes, same document: keys come in the order of the routes; hidden ones are left out. */
export function toOpenApi(version: string, routes: Route[] = ROUTES): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes.filter(({ hidden }) => hidden === undefined)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: toOperation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Codmap',
      version,
      description: "A country's Common Operational Datasets: boundaries, population, 3W. Errors are RFC 9457 problem documents.",
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: toSchema(problemDetails, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'codmap.session_token' }, apiKey: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function toOperation(route: Route): Json {
  const parameters = [...toParameters(route.params, 'path'), ...toParameters(route.query, 'query')];
  const { status, schema, media } = route.answer;
  const content = schema ? { 'application/json': { schema: toSchema(schema, 'output') } } : { [media ?? 'application/octet-stream']: {} };
  return {
    summary: route.summary,
    tags: [route.tag],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...toRequestBody(route),
    ...(route.permission ? { security: [{ session: [] }, { apiKey: [] }], 'x-permission': route.permission } : {}),
    responses: {
      [status]: { description: route.summary, content },
      default: { description: 'A problem', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

/** A form beside JSON: whoever sends chooses by the content type. */
function toRequestBody({ body, form }: Route): Json {
  const content = {
    ...(form ? { 'multipart/form-data': { schema: toSchema(form, 'input') } } : {}),
    ...(body ? { 'application/json': { schema: toSchema(body, 'input') } } : {}),
  };
  return body || form ? { requestBody: { required: true, content } } : {};
}

function toParameters(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toSchema(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: property }));
}
