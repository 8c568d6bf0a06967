import { NOT_ADDED } from '../../server/contract/indicators/count.ts';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VARIABLES } from '../../server/config.ts';
import { DATASET_KINDS } from '../../server/contract/ids.ts';
import { toOpenApi } from '../../server/contract/openapi.ts';
import { SENSITIVITY_FAULTS } from '../../server/contract/sensitivity/sensitivity.ts';
import { PROBLEMS } from '../../server/words/problems.ts';
import { ROUTES } from '../../server/contract/routes.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** Codes of problems: where an error is made, where a job fails, where the tile path answers by itself. */
const CODE_PLACES = [
  /\brefuseFaults\('([^']+)'/g,
  /new \w+Error\(\s*'([a-z]\w*(?:[.-]\w+)+)'/g,
  /problem\(response, \d+, '([a-z]\w*(?:[.-]\w+)+)'/g,
  /fail\(\s*'([a-z]\w*(?:[.-]\w+)+)'/g,
  /code: '((?:job|internal|repair\.|document\.|lookup\.)[\w.-]*)'/g,
  /^const [A-Z_]+ = '((?:request|route|internal)[\w.-]*)';/gm,
  // Refused before a route is found: by the limits of connections, and for hosts that are not ours.
  /refuse\(\s*response,\s*\d+,\s*'([a-z]\w*(?:[.-]\w+)+)'/g,
  /type: '\/problems\/([a-z]\w*(?:[.-]\w+)+)'/g,
  // Refusals worded in every language (refusals.ts).
  /refuse\(\s*'((?:table|boundaries)\.[\w-]+)'/g,
  // Local functions of documents, of the data schedule and of assessments.
  /\b(?:conflict|refused)\(\s*'((?:document|schedule|assessments)\.[\w-]+)'/g,
  /checkState\(edition, \[[^\]]*\], '(document\.[\w-]+)'/g,
  // Faults of fetching, which rows and events name too.
  /(?:\b(?:fault|passing)\(|(?<!kind)[:?] )'(harvest\.[\w-]+)'/g,
  // One of two, by what is missing.
  /[?:] '(indicators\.no-(?:place|values))'/g,
  // A local function of archive.ts.
  /refuse\w*\(\s*(?:\w+, )?'(read\.archive\.\w+)'/g,
];

function codesInSource(): Set<string> {
  // What is wrong with a sensitivity is one list of the contract.
  const codes = new Set<string>(SENSITIVITY_FAULTS.map((fault) => `sensitivity.${fault}`));
  // So are the reasons for which values of indicators are not added.
  for (const reason of NOT_ADDED) codes.add(`indicators.add-${reason}`);
  for (const name of readdirSync(join(root, 'server'), { recursive: true }) as string[]) {
    if (!name.endsWith('.ts')) continue;
    const text = readFileSync(join(root, 'server', name), 'utf8');
    for (const place of CODE_PLACES) for (const [, code] of text.matchAll(place)) codes.add(code!);
    // The window reader of JSON serves GeoJSON; its codes start with the prefix it is given.
    for (const [, rest] of text.matchAll(/`\$\{this\.#prefix\}\.([\w-]+)`/g)) codes.add(`geojson.${rest}`);
  }
  return codes;
}

describe('docs', () => {
  test('errors.md has a line for each problem code, and no other (npm run openapi)', () => {
    expect(Object.keys(PROBLEMS).toSorted()).toEqual([...codesInSource()].toSorted());
    const listed = [...readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(/^\| `([a-z]\w*(?:[.-]\w+)*)` \| (.*) \|$/gm)].map(([, code, text]) => [
      code!,
      text!,
    ]);
    expect(listed).toEqual(Object.entries(PROBLEMS));
  });

  test('README has a line for each variable, and no other', () => {
    const listed = [...readme.matchAll(/^\| `(CODMAP_\w+)` \|/gm)].map(([, name]) => name!);
    expect(listed.toSorted()).toEqual(Object.keys(VARIABLES).toSorted());
  });
});

describe('OpenAPI', () => {
  const document = toOpenApi(version) as {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string }[]; responses: Record<string, unknown> }>>;
  };

  test('data/openapi.json is fresh (npm run openapi)', () => {
    expect(JSON.parse(readFileSync(join(root, 'data/openapi.json'), 'utf8'))).toEqual(document);
  });

  test('every route is in it, with its path parameters', () => {
    for (const route of ROUTES.filter(({ hidden }) => hidden === undefined)) {
      const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method];
      expect(operation, `${route.method} ${route.path}`).toBeDefined();
      const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
      const stated = (operation!.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect(stated.toSorted(), route.path).toEqual(names.toSorted());
      expect(operation!.responses).toHaveProperty('default');
    }
  });

  test('the multipart form of an upload is described beside JSON, with its files', () => {
    const { requestBody } = document.paths['/api/v1/uploads']!['post'] as unknown as { requestBody: { content: Record<string, { schema: object }> } };
    expect(Object.keys(requestBody.content)).toEqual(['multipart/form-data', 'application/json']);
    expect(requestBody.content['multipart/form-data']!.schema).toMatchObject({
      required: ['files'],
      properties: {
        files: { type: 'array', items: { type: 'string', format: 'binary' } },
        country: { type: 'string' },
        kind: { enum: DATASET_KINDS },
      },
    });
  });

  test('whatever changes something needs a permission, or says why it is open', () => {
    for (const { method, path, permission, open } of ROUTES) if (method !== 'get') expect(permission ?? open, `${method} ${path}`).toBeDefined();
  });
});
