/**
 * Every check against its folders: test/fixtures/checks/<id>/{examples,counterexamples}/<case>/ with the files of an upload and
 * expected.json. An example gives findings; a counterexample none. Optional beside them: reference.json (a GeoJSON adm0) and
 * context.json ({ country, today, metadata }). UPDATE=1 rewrites expected.json; read the difference before committing it.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../server/contract/finding.ts';
import type { Iso3 } from '../../server/contract/ids.ts';
import type { BoundaryContext } from '../../server/boundaries/checks/context.ts';
import { CHECKS } from '../../server/boundaries/checks/all.ts';
import { runChecks } from '../../server/checks/run.ts';
import { normalizeBoundaries } from '../../server/boundaries/normalize/boundaries.ts';
import { bytesSource } from '../../server/formats/raw.ts';
import { readUpload } from '../../server/formats/upload.ts';
import { toTable } from '../helpers/boundaryTables.ts';
import { expectWorded } from '../helpers/worded.ts';

const ROOT = 'test/fixtures/checks';
const BESIDE = ['expected.json', 'reference.json', 'context.json'];
const folders = (path: string) =>
  existsSync(path) ? readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])) : [];

async function readContext(folder: string): Promise<BoundaryContext> {
  const files = readdirSync(folder).filter((name) => !BESIDE.includes(name));
  const { layers } = await readUpload(files.map((name) => ({ name, source: bytesSource(readFileSync(join(folder, name))) })));
  const path = join(folder, 'context.json');
  const { country = 'XNV', ...more } = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { country?: string }) : {};
  const boundaries = normalizeBoundaries(layers, { country: country as Iso3 });
  const referencePath = join(folder, 'reference.json');
  const reference = existsSync(referencePath) ? toTable(0, (JSON.parse(readFileSync(referencePath, 'utf8')) as { features: Feature[] }).features) : null;
  return {
    boundaries,
    coverage: null,
    published: boundaries.levels.map(({ table }) => table),
    previous: null,
    metadata: null,
    today: '2026-01-01',
    reference,
    ...more,
  };
}

/** What expected.json holds: all that a person would notice, without places to the last digit. */
function summarize({ status, reason, findings }: CheckResult) {
  return {
    status,
    ...(reason ? { reason } : {}),
    findings: findings.map(({ code, severity, level, count, items }) => ({
      code,
      severity,
      level,
      count,
      items: items.map(({ pcodes, rows, detail }) => ({ pcodes, rows, detail })),
    })),
  };
}

describe.each(folders(ROOT))('%s', (id) => {
  const check = CHECKS.find((candidate) => candidate.id === id);
  test('is registered, with an example and a counterexample', () => {
    expect(check, `no check ${id} in the registry`).toBeDefined();
    for (const kind of ['examples', 'counterexamples']) expect(folders(join(ROOT, id, kind)), `${id} has no ${kind}`).not.toHaveLength(0);
  });
  test.each(['examples', 'counterexamples'].flatMap((kind) => folders(join(ROOT, id, kind)).map((name) => join(kind, name))))('%s', async (name) => {
    const folder = join(ROOT, id, name);
    const [result] = await runChecks([check!], await readContext(folder));
    expect(result!.crashed, result!.reason).toBeUndefined();
    const summary = summarize(result!);
    expectWorded([result!]);
    if (name.startsWith('examples')) expect(result!.findings, 'an example gives a finding').not.toHaveLength(0);
    else expect(summary, 'a counterexample gives none').toEqual({ status: 'passed', findings: [] });
    const expected = join(folder, 'expected.json');
    if (process.env['UPDATE'] === '1') writeFileSync(expected, `${JSON.stringify(summary, null, 2)}\n`);
    expect(summary).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});
