/**
 * Precision and recall of the checks against the manifest of planted defects, and their time: node scripts/bench/checks.ts [units…]
 * A planted defect is found when its check reports its code at its level with its severity and one of its units.
 */
import { makeSample } from '../../server/sample/write.ts';
import { geojsonText } from '../../server/sample/geojson.ts';
import type { Planted, Sample } from '../../server/sample/write.ts';
import type { FindingItem, Severity } from '../../server/contract/finding.ts';
import type { CheckResult } from '../../server/contract/finding.ts';
import type { Iso3 } from '../../server/contract/ids.ts';
import type { BoundaryContext } from '../../server/boundaries/checks/context.ts';
import { CHECKS } from '../../server/boundaries/checks/all.ts';
import { runChecks } from '../../server/checks/run.ts';
import { normalizeBoundaries } from '../../server/boundaries/normalize/boundaries.ts';
import { bytesSource } from '../../server/formats/raw.ts';
import { readUpload } from '../../server/formats/upload.ts';

export interface Judged {
  results: CheckResult[];
  ms: number;
  vertices: number;
}

/** The layers as files through the readers, so that what is judged is what an upload gives. */
export async function judgeSample(sample: Sample): Promise<Judged> {
  const encoder = new TextEncoder();
  const files = sample.layers.map((layer) => {
    const parts = [...geojsonText(layer)].map((text) => encoder.encode(text));
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return { name: `${layer.name}.geojson`, source: bytesSource(bytes) };
  });
  const { layers } = await readUpload(files);
  const boundaries = normalizeBoundaries(layers, { country: sample.manifest.country.iso3 as Iso3 });
  const context: BoundaryContext = {
    boundaries,
    coverage: null,
    published: boundaries.levels.map(({ table }) => table),
    previous: null,
    metadata: null,
    today: '2026-01-01',
  };
  const start = performance.now();
  const results = await runChecks(CHECKS, context);
  return { results, ms: performance.now() - start, vertices: boundaries.levels.reduce((sum, { table }) => sum + table.geometry.coords.length / 2, 0) };
}

interface Hit {
  check: string;
  severity: Severity;
  level: number | null;
  code: string;
  item: FindingItem;
}

export function hitsOf(results: CheckResult[]): Hit[] {
  return results.flatMap(({ check, findings }) =>
    findings.flatMap(({ severity, level, code, items }) => items.map((item) => ({ check, severity, level, code, item }))),
  );
}

/** A fault of a whole layer names no unit. */
const touches = (planted: Planted, { item, level }: Hit) =>
  (planted.level === level || level === null) &&
  (item.pcodes.length + item.rows.length === 0 ||
    item.pcodes.some((code) => planted.pcodes.includes(code)) ||
    item.rows.some((row) => planted.rows.includes(row)));

/** What is done to a unit shows in its parents too, and the other way round; codes of the sample begin with their parent's. */
const isRelated = (planted: Planted, { item, level }: Hit) =>
  planted.level !== level && item.pcodes.some((code) => planted.pcodes.some((other) => code.startsWith(other) || other.startsWith(code)));

export interface Score {
  check: string;
  planted: number;
  found: number;
  /** Items of this check that no planted defect explains, by severity. */
  unexplained: Hit[];
  missed: Planted[];
}

/** One score for each check; an item is explained by a planted defect of that check, or one that names it in `also`, with a unit, parent or child in common. */
export function score(defects: Planted[], results: CheckResult[], clean: CheckResult[]): Score[] {
  const hits = hitsOf(results);
  // What the clean sample already gives (lakes, notes on reading) is no answer to a planted defect.
  const known = new Set(hitsOf(clean).map(({ item }) => item.id));
  return results.map(({ check }) => {
    const own = defects.filter((planted) => planted.check === check);
    const ownHits = hits.filter((hit) => hit.check === check);
    const missed = own.filter((planted) => !ownHits.some((hit) => hit.severity === planted.severity && touches(planted, hit)));
    const causes = defects.filter((planted) => planted.check === check || planted.also.includes(check));
    const unexplained = ownHits.filter((hit) => !known.has(hit.item.id) && !causes.some((planted) => touches(planted, hit) || isRelated(planted, hit)));
    return { check, planted: own.length, found: own.length - missed.length, unexplained, missed };
  });
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  for (const units of sizes.length > 0 ? sizes : [1000, 10_000]) {
    const clean = await judgeSample(makeSample({ units }));
    const sample = makeSample({ units, defects: true });
    const judged = await judgeSample(sample);
    const errors = hitsOf(clean.results).filter(({ severity }) => severity === 'error');
    console.log(`\n${units} units, ${judged.vertices} vertices, checks ${(judged.ms / 1000).toFixed(2)} s; errors on the clean sample: ${errors.length}\n`);
    for (const { check, code, item } of errors.slice(0, 5)) console.log(`  ${check} ${code}: ${item.detail}`);
    console.log('| Check | Planted | Found | Recall | Unexplained errors | warnings | infos |\n|---|---|---|---|---|---|---|');
    const counted = ['error', 'warning', 'info'] as const;
    for (const { check, planted, found, unexplained, missed } of score(sample.manifest.defects, judged.results, clean.results)) {
      if (planted === 0 && unexplained.length === 0) continue;
      const by = counted.map((severity) => unexplained.filter((hit) => hit.severity === severity).length);
      console.log(`| ${check} | ${planted} | ${found} | ${planted > 0 ? `${Math.round((100 * found) / planted)} %` : '–'} | ${by.join(' | ')} |`);
      for (const { kind, severity, pcodes } of missed) console.error(`  missed ${check} ${kind} (${severity}) ${pcodes.join(' ')}`);
      for (const { severity, code, item } of unexplained.slice(0, 3)) console.error(`  unexplained ${check} ${severity} ${code}: ${item.detail}`);
    }
  }
}
