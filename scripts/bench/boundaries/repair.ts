/**
 * What a repair costs and does, and whether the project's own checks and GEOS find anything afterwards:
 * node scripts/bench/boundaries/repair.ts [case…]; without names all cases. Real files are read from ../shared/data, which has no part in the repository.
 * Each case runs in a process of its own, so that its peak of memory is its own. Times are of the processor: other work on the machine counts little.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CheckResult } from '../../../server/contract/finding.ts';
import type { RepairProof } from '../../../server/contract/boundaries/proof.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import type { RawLayer } from '../../../server/formats/raw.ts';
import type { Applied } from '../../../server/boundaries/repair/repair.ts';
import { CHECKS } from '../../../server/boundaries/checks/all.ts';
import { normalizeBoundaries } from '../../../server/boundaries/normalize/boundaries.ts';
import { proveRepair } from '../../../server/boundaries/proof/prove.ts';
import { accept, acceptUnits, NO_DECISIONS } from '../../../server/boundaries/repair/decide.ts';
import { openRepair } from '../../../server/boundaries/repair/repair.ts';
import { runChecks } from '../../../server/checks/run.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { readUpload } from '../../../server/formats/upload.ts';
import { makeSample } from '../../../server/sample/write.ts';
import { geojsonText } from '../../../server/sample/geojson.ts';

interface Case {
  name: string;
  country: Iso3;
  widthM: number;
  files?: string[];
  /** The sample country with this many units and planted defects. */
  units?: number;
}

const real = (name: string, country: string, widthM: number, ...files: string[]): Case => ({
  name,
  country: country as Iso3,
  widthM,
  files: files.map((file) => `../shared/data/${file}`),
});

const CASES: Case[] = [
  real('phl adm3, 1,000 m', 'PHL', 1000, 'phl/ab/phl_admin3_2025_v03.geojson'),
  real('phl adm3, 50 m', 'PHL', 50, 'phl/ab/phl_admin3_2025_v03.geojson'),
  real('phl adm2, 50 m', 'PHL', 50, 'phl/ab/phl_admin2_2025_v03.geojson'),
  real('eth legacy shapefile', 'ETH', 50, 'eth/ab/eth_legacy_adm1-3_adindan_utm37n_shp.zip'),
  real('bgd adm1 and adm2', 'BGD', 50, 'bgd/ab/bgd_itos_adm1.topojson', 'bgd/ab/bgd_itos_adm2.topojson'),
  real('egy adm1 to adm3', 'EGY', 50, 'egy/ab/egy_itos_adm1.topojson', 'egy/ab/egy_itos_adm2.topojson', 'egy/ab/egy_itos_adm3.topojson'),
  real('egy adm2, malformed', 'EGY', 50, 'egy/ab/egy_adm2_ibf_malformed.geojson'),
  real('mli adm1 to adm3', 'MLI', 50, 'mli/ab/mli_itos_adm1.geojson', 'mli/ab/mli_itos_adm2.geojson', 'mli/ab/mli_itos_adm3.geojson'),
  real('yem adm2', 'YEM', 50, 'yem/ab/yem_itos_adm2.topojson'),
  real('yem adm1', 'YEM', 50, 'yem/ab/yem_admin1_v01.geojson'),
  real('caf adm0 to adm4', 'CAF', 50, ...[0, 1, 2, 3, 4].map((level) => `caf/ab/caf_admin${level}.parquet`)),
  real('ita adm3', 'ITA', 50, 'bench/ita_adm3.geojson.gz'),
  real('phl adm4', 'PHL', 50, 'bench/phl_adm4.geojson.gz'),
  ...[1_000, 10_000, 50_000].map((units): Case => ({ name: `sample, ${units.toLocaleString('en')} units`, country: 'XXA' as Iso3, widthM: 50, units })),
];

const cpuS = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
const peakMB = () => Math.round(process.resourceUsage().maxRSS / 1024);

async function layersOf({ files, units }: Case): Promise<RawLayer[]> {
  if (units !== undefined) {
    const { layers } = makeSample({ units, defects: true });
    const named = layers.filter(({ name }) => /adm\w*\d$/.test(name));
    return (
      await readUpload(
        named.map((layer) => ({ name: `${layer.name}.geojson`, source: bytesSource(Buffer.concat([...geojsonText(layer)].map((text) => Buffer.from(text)))) })),
      )
    ).layers;
  }
  // One file states a datum that only GDAL converts. Its shift of 230 m is nothing to a repair.
  const said = {
    encodingOf: () => undefined,
    encodingBefore: () => undefined,
    crsOf: (_: unknown, stated: string | null) => (stated === 'EPSG:20137' ? { text: 'EPSG:32637', how: 'asked' as const } : undefined),
  };
  const read = (file: string) => (file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file));
  return (
    await readUpload(
      files!.map((file) => ({ name: basename(file, '.gz'), source: bytesSource(read(file)) })),
      { said },
    )
  ).layers;
}

async function openCheck(layers: RawLayer[], country: Iso3): Promise<Record<string, number>> {
  const boundaries = normalizeBoundaries(layers, { country });
  const context = { boundaries, coverage: null, published: boundaries.levels.map(({ table }) => table), previous: null, metadata: null, today: '2026-01-01' };
  const results = await runChecks(
    CHECKS.filter(({ id }) => ['T1', 'T3', 'G3'].includes(id)),
    context,
  );
  const count = ({ findings }: CheckResult) => findings.reduce((sum, { count: own }) => sum + own, 0);
  return Object.fromEntries(results.map((result) => [result.check, count(result)]));
}

async function measure(one: Case): Promise<Record<string, unknown>> {
  const layers = await layersOf(one);
  const ask = { country: one.country, options: { widthM: one.widthM } };
  const before = peakMB();
  const t0 = cpuS();
  const open = await openRepair(layers, ask);
  const t1 = cpuS();
  const who = { by: 'bench', at: '2026-01-01T00:00:00Z' };
  const first = accept(open.plan.operations, NO_DECISIONS, who);
  let done = open.apply(first);
  const t2 = cpuS();
  const repairMB = peakMB();
  const decisions = acceptUnits(
    done.outcome.units.filter(({ asks }) => asks),
    first,
    who,
  );
  done = open.apply(decisions);
  const t3 = cpuS();
  const { proof } = await proveRepair({ levels: done.levels, decisions, complete: done.outcome.complete, widthM: one.widthM });
  const t4 = cpuS();
  const again = await openRepair(done.layers, ask);
  return {
    case: one.name,
    ...figuresOf(done, proof),
    planned: open.plan.operations.length,
    offers: open.plan.offers.length,
    notes: open.plan.notes.map(({ code }) => code).join(' '),
    planS: round(t1 - t0),
    applyS: round(t2 - t1),
    proofS: round(t4 - t3),
    beforeMB: before,
    repairMB,
    again: again.plan.operations.length,
    checksBefore: await openCheck(layers, one.country),
    checksAfter: await openCheck(done.layers, one.country),
  };
}

function figuresOf({ outcome, levels }: Applied, proof: RepairProof): Record<string, unknown> {
  const own = proof.levels.filter(({ repaired }) => repaired);
  const units = own.reduce((sum, { unitCount }) => sum + unitCount, 0);
  const shares = outcome.units.map(({ share }) => share);
  const all = [...shares, ...Array.from({ length: Math.max(0, units - shares.length) }, () => 0)].sort((p, q) => p - q);
  const vertices = (which: 'before' | 'after') => levels.filter(({ operations }) => operations).reduce((sum, level) => sum + level[which].coords.length / 2, 0);
  return {
    units,
    unitsLost: outcome.units.filter(({ vanishes }) => vanishes).length,
    partsLost: outcome.units.reduce((sum, { partsLost }) => sum + partsLost, 0),
    movedKm2: round(outcome.units.reduce((sum, { beforeM2, afterM2 }) => sum + Math.abs(afterM2 - beforeM2), 0) / 1e6),
    medianPercent: round(100 * (all[units >> 1] ?? 0)),
    over1: shares.filter((share) => share > 0.01).length,
    over5: shares.filter((share) => share > 0.05).length,
    worstPercent: round(100 * Math.max(0, ...shares)),
    furthestM: Math.round(proof.furthestM),
    over500m: proof.moved.find(({ overM }) => overM === 500)!.units,
    vertexRatio: round(vertices('after') / vertices('before')),
    neighbours: own.map(({ whole }) => `${whole.neighboursKept} +${whole.neighboursGained} -${whole.neighboursLost}`).join('; '),
    unmatched: own.map(({ whole }) => `${whole.unmatchedBefore} → ${whole.unmatchedAfter}`).join('; '),
    invalid: own.map(({ whole }) => `${whole.invalidBefore} → ${whole.invalidAfter}`).join('; '),
    proof: proof.ok,
    failed: proof.checks
      .filter(({ status }) => status === 'failed')
      .map(({ code, level, units: keys, params }) => ({ code, level, keys: keys.slice(0, 3), params })),
    complete: outcome.complete,
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

const [flag, ...names] = process.argv.slice(2);
if (flag === '--one') {
  process.stdout.write(`${JSON.stringify(await measure(CASES.find(({ name }) => name === names[0])!))}\n`);
} else {
  const asked = [flag, ...names].filter((name) => name !== undefined);
  for (const one of CASES) {
    if (asked.length > 0 && !asked.some((name) => one.name.includes(name))) continue;
    if (one.files && !one.files.every((file) => existsSync(file))) {
      process.stdout.write(`${one.name}: no such files here\n`);
      continue;
    }
    const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, '--one', one.name], { encoding: 'utf8', maxBuffer: 1 << 26 });
    process.stdout.write(status === 0 ? stdout : `${one.name}: failed\n${stderr.slice(0, 4000)}\n`);
  }
}
