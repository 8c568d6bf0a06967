/** A process that fetches and reads as a server does, to be killed: `node child.ts DATA PORT`. Every name leads to a public address, and that to the port. */
import { connect } from 'node:net';
import { BESIDE } from '../../../server/app/beside.ts';
import { INGEST_PROCESS } from '../../../server/app/entries.ts';
import { openStore } from '../../../server/app/store.ts';
import { openHarvest } from '../../../server/app/workgroup/harvest.ts';
import { loadConfig, loadSecret } from '../../../server/config.ts';
import { toWorkerData } from '../../../server/jobs/ingest.ts';
import { createRunner, type IngestMessage } from '../../../server/jobs/runner.ts';
import { createLog } from '../../../server/log.ts';

const [data, port] = process.argv.slice(2) as [string, string];
const config = loadConfig({ CODMAP_DATA: data, CODMAP_HARVEST_HOSTS: 'data.example.org' });
const store = await openStore(config);
const log = createLog('silent');
const now = () => new Date();
const owner = `child:${process.pid}`;
const harvest = openHarvest({
  ...store,
  config,
  version: 'test',
  secret: loadSecret(config),
  owner,
  uploads: { maxBytes: 3_000_000, store: (stream, limit) => store.objects.putStream('uploads', stream, limit) },
  beside: BESIDE,
  publish: async () => {},
  internet: {
    resolve: async () => [{ address: '93.184.215.14', family: 4 }],
    dial: () =>
      new Promise((resolve, reject) => {
        const socket = connect(Number(port), '127.0.0.1', () => resolve(socket));
        socket.once('error', reject);
      }),
  },
  pause: async () => {},
  log,
  now,
})!;
const runner = createRunner({
  ...store,
  log,
  owner,
  now,
  startProcess: (job) => BESIDE.startProcess<IngestMessage>(INGEST_PROCESS, toWorkerData(job, config), config.ingest.memoryMb),
  workers: 1,
  minutes: 2,
  pollMs: 20,
});
// Whoever was here before was killed.
await store.jobs.endLeases((other) => other !== owner);
await harvest.store.endLeases((other) => other !== owner);
runner.start();
for (;;) {
  await harvest.tick();
  await new Promise((resolve) => setTimeout(resolve, 50));
}
