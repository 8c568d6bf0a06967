/** `npm run openapi`: the routes of server/contract as data/openapi.json, the problem codes as docs/errors.md. Tests check that both are fresh. */
import { readFileSync, writeFileSync } from 'node:fs';
import { toOpenApi } from '../server/contract/openapi.ts';
import { PROBLEMS } from '../server/words/problems.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
writeFileSync(new URL('../data/openapi.json', import.meta.url), `${JSON.stringify(toOpenApi(version), null, 2)}\n`);

const lines = Object.entries(PROBLEMS).map(([code, text]) => `| \`${code}\` | ${text} |`);
const head = '# Errors\n\nWritten by `npm run openapi` from `server/words/en/problems.ts`. Over HTTP each code is the page `/problems/CODE`.';
writeFileSync(new URL('../docs/errors.md', import.meta.url), `${head}\n\n| Code | What to do |\n|---|---|\n${lines.join('\n')}\n`);
