/** A server that sends one webhook, to be killed while it does: node hookChild.ts DATABASE PORT NOW */
import { databaseAt } from '../../../server/store/place.ts';
import { createDeliveries } from '../../../server/news/hooks/deliver.ts';
import { createHookStore } from '../../../server/news/hooks/store.ts';
import { createEventStore } from '../../../server/news/store.ts';

const [path, port, now] = process.argv.slice(2) as [string, string, string];
const db = databaseAt({ driver: 'sqlite', path }).open();
const deliveries = createDeliveries({
  hooks: createHookStore(db),
  events: createEventStore(db),
  outside: { readStructure: () => Promise.reject(new Error('not asked')) } as never,
  outgoing: {
    hosts: ['hooks.example.org'],
    allows: () => true,
    post: async (_url, { headers, body }) => ({ status: (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })).status }),
  },
  openKnower: async () => ({ mayKnow: async () => true }) as never,
  base: 'https://codmap.example.org',
  secret: 'a secret of at least thirty-two signs',
  log: { info() {}, warn() {} },
  now: () => new Date(now),
});
await deliveries.run();
process.stdout.write('done');
