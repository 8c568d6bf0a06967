/**
 * Sheets of a stored version: CPU, bytes and memory of one, and whether it is made the same twice.
 * node scripts/bench/maps/sheets.ts DATA DATASET LEVEL [--paper A4] [--lang en]
 */
import { parseArgs } from 'node:util';
import { openSheets } from '../../../server/app/print/sheets.ts';
import { openStore } from '../../../server/app/store.ts';
import { publisherOf } from '../../../server/disclaimers/publishers.ts';
import { loadConfig } from '../../../server/config.ts';
import type { AdminLevel, DatasetId } from '../../../server/contract/ids.ts';
import { PAPERS, type Paper } from '../../../server/contract/maps/paper.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { paper: { type: 'string', default: PAPERS[0] }, lang: { type: 'string', default: 'en' } },
});
const [data, dataset, level] = positionals as [string, DatasetId, string];
const store = await openStore(loadConfig({}, { CODMAP_DATA: data }));
const asked = { level: Number(level) as AdminLevel, paper: values.paper as Paper, lang: values.lang as never, dpi: '150', grey: false, draft: false } as const;

const rows: string[] = [];
let before: Uint8Array | null = null;
// The first one opens fonts, compiler and geometry; a server makes it once.
for (const kind of ['pdf', 'pdf', 'svg', 'png'] as const) {
  const sheets = openSheets(store, { clearance: false, publisher: publisherOf('un') });
  // Each has results and a compiler of its own: the first answer warms both.
  await sheets.ofDataset({ dataset, version: 'current' }, kind, { ...asked, paper: asked.paper === 'A4' ? 'A3' : 'A4' });
  const start = process.cpuUsage();
  const { bytes } = await sheets.ofDataset({ dataset, version: 'current' }, kind, asked);
  const { user, system } = process.cpuUsage(start);
  const same = kind === 'pdf' && before ? (Buffer.compare(bytes, before) === 0 ? 'same bytes' : 'OTHER BYTES') : '';
  if (kind === 'pdf') before = bytes;
  rows.push(
    `| ${dataset} adm${level} ${asked.paper} ${kind} | ${((user + system) / 1e6).toFixed(2)} | ${Math.round(bytes.length / 1000)} | ${Math.round(process.memoryUsage.rss() / 1e6)} | ${same} |`,
  );
}
process.stdout.write(`| Sheet | CPU s | kB | RSS MB | |\n|---|---|---|---|---|\n${rows.join('\n')}\n`);
await store.close();
process.exit(0);
