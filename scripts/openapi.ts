/** `npm run openapi`: the routes of server/contract as data/openapi.json. A test checks that the file is fresh. */
import { readFileSync, writeFileSync } from 'node:fs';
import { toOpenApi } from '../server/contract/openapi.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
writeFileSync(new URL('../data/openapi.json', import.meta.url), `${JSON.stringify(toOpenApi(version), null, 2)}\n`);
