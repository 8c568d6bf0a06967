/**
 * Every check against its cases, whose files are made from recipes/: a faulty case gives the findings of test/fixtures/checks/<id>.json, a
 * sound one none. UPDATE=1 rewrites these files; read the difference before committing it.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
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
import { RECIPES, make, type Made } from './recipes/all.ts';

const ROOT = 'test/fixtures/checks';

async function toContext({ files, reference, country }: Made): Promise<BoundaryContext> {
  const { layers } = await readUpload(files.map(({ name, text }) => ({ name, source: bytesSource(Buffer.from(text)) })));
  const boundaries = normalizeBoundaries(layers, { country: country as Iso3 });
  return {
    boundaries,
    coverage: null,
    published: boundaries.levels.map(({ table }) => table),
    previous: null,
    metadata: null,
    today: '2026-01-01',
    reference: reference && toTable(0, reference),
  };
}

/** What is expected of a case: all that a person would notice, without places to the last digit. */
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

type Summary = ReturnType<typeof summarize>;
const pathOf = (id: string) => join(ROOT, `${id}.json`);

test('no expectation is left of a check that has no cases', () => {
  expect(
    readdirSync(ROOT)
      .map((name) => name.replace('.json', ''))
      .sort(),
  ).toEqual(Object.keys(RECIPES).sort());
});

describe.each(Object.entries(RECIPES))('%s', (id, { faulty, sound }) => {
  const check = CHECKS.find((candidate) => candidate.id === id);
  const isUpdate = process.env['UPDATE'] === '1';
  const expected = (existsSync(pathOf(id)) ? JSON.parse(readFileSync(pathOf(id), 'utf8')) : {}) as Record<string, Summary>;
  const found: Record<string, Summary> = {};

  async function run(recipe: Parameters<typeof make>[0]): Promise<CheckResult> {
    const [result] = await runChecks([check!], await toContext(make(recipe)));
    expect(result!.crashed, result!.reason).toBeUndefined();
    expectWorded([result!]);
    return result!;
  }

  test('is registered, with a faulty and a sound case, and what is expected is of these', () => {
    expect(check, `no check ${id} in the registry`).toBeDefined();
    for (const cases of [faulty, sound]) expect(Object.keys(cases)).not.toHaveLength(0);
    if (!isUpdate) expect(Object.keys(expected).sort()).toEqual(Object.keys(faulty).sort());
  });
  test.each(Object.entries(faulty))('faulty: %s', async (name, recipe) => {
    const result = await run(recipe);
    expect(result.findings, 'a faulty case gives a finding').not.toHaveLength(0);
    found[name] = summarize(result);
    if (!isUpdate) expect(found[name]).toEqual(expected[name]);
  });
  test.each(Object.entries(sound))('sound: %s', async (_name, recipe) => {
    expect(summarize(await run(recipe)), 'a sound case gives none').toEqual({ status: 'passed', findings: [] });
  });
  afterAll(() => {
    if (isUpdate) writeFileSync(pathOf(id), `${JSON.stringify(found, null, 2)}\n`);
  });
});
