/** Families G, T and B on the sample country: every planted defect is found, nothing else is, and the clean country has no error. */
import { expect, test } from 'vitest';
import { hitsOf, judgeSample, score } from '../../../scripts/bench/checks.ts';
import { makeSample } from '../../../server/sample/write.ts';

test('precision and recall at 800 units', { timeout: 120_000 }, async () => {
  const clean = await judgeSample(makeSample({ units: 800 }));
  expect(hitsOf(clean.results).flatMap(({ check, severity, item }) => (severity === 'error' ? [`${check} ${item.detail}`] : []))).toEqual([]);
  const sample = makeSample({ units: 800, defects: true });
  const judged = await judgeSample(sample);
  const scores = score(sample.manifest.defects, judged.results, clean.results).filter(({ check }) => /^[GTB]\d/.test(check));
  expect(scores.reduce((sum, { planted }) => sum + planted, 0)).toBeGreaterThan(15);
  expect(scores.flatMap(({ missed }) => missed.map(({ check, kind }) => `${check} ${kind}`))).toEqual([]);
  expect(scores.flatMap(({ unexplained }) => unexplained.map(({ check, item }) => `${check} ${item.detail}`))).toEqual([]);
});
