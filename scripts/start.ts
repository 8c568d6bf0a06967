/** `npm start`: builds the client if it is stale, makes the sample country on the first run, serves. The second start is instant. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withFiles } from '../server/cli/files.ts';
import { ingestFiles } from '../server/cli/ingest.ts';
import { ConfigError, loadConfig, type Config } from '../server/config.ts';
import { CodmapError } from '../server/errors.ts';
import type { DatasetKind, Iso3 } from '../server/contract/ids.ts';
import { createLog } from '../server/log.ts';
import { hasStore, openStore, startServer } from '../server/app/main.ts';
import { buildClient } from './buildClient.ts';
import { loadSampleGroups } from '../server/app/workgroup/sampleGroups.ts';
import { DEFAULT_SEED, makeSample as inventSample, writeSample } from '../server/sample/write.ts';
import { COUNTRY } from '../server/sample/names.ts';

const say = (text: string) => console.error(text);

/** What a person would say of the sample's workbook: how its cells of several clusters are split. */
const PRESENCE_ANSWERS = { separators: { 'CLUSTER (Choisir dans la liste déroulante) Pour les projets humanitaires uniquement': [' / ', '; ', ' & '] } };

/** On a store without any dataset: the invented country, through the ordinary pipelines, published. */
async function makeSample(config: Config): Promise<void> {
  if (hasStore(config)) {
    const store = await openStore(config);
    const datasets = await store.datasets.listDatasets().finally(() => store.close());
    if (datasets.length > 0) return;
  }
  say('Making the sample country …');
  const folder = mkdtempSync(join(tmpdir(), 'codmap-sample-'));
  try {
    const sample = inventSample();
    const { boundaries, population, presence } = await writeSample(folder, {}, sample);
    const parts: [DatasetKind, string[]][] = [
      ['cod-ab', boundaries],
      ['cod-ps', population],
      ['3w', [presence]],
    ];
    for (const [kind, names] of parts) {
      await withFiles(
        names.map((name) => join(folder, name)),
        { hash: true },
        (files) =>
          ingestFiles(config, {
            files,
            kind,
            country: COUNTRY.iso3 as Iso3,
            publish: true,
            options: kind === '3w' ? PRESENCE_ANSWERS : {},
            onProgress: () => undefined,
            onNotice: say,
          }),
      );
    }
    const store = await openStore(config);
    await loadSampleGroups(store, sample, DEFAULT_SEED, new Date().toISOString().slice(0, 10)).finally(() => store.close());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  const config = loadConfig();
  await buildClient(() => say('Building the client …'));
  await makeSample(config);
  const server = await startServer(config, createLog(config.logLevel));
  say(`Codmap is at ${server.url}`);
  if (server.firstLink) say(`Nobody can sign in yet. This link creates the administrator account; it works once, within 7 days:\n  ${server.firstLink}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
} catch (error) {
  if (error instanceof ConfigError) for (const fault of error.faults) say(fault);
  else if (error instanceof CodmapError) say(`${error.message} [${error.code}]`);
  else throw error;
  process.exitCode = 1;
}
