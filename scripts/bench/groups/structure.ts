/**
 * The structure of a large country: 30 groups, 200 organisations, 600 seats, 1,500 appointments. Bytes on the wire, time of
 * the answer, and time of the processor for asking and answering (other work on the machine counts little), as a stranger and as a member:
 *   node scripts/bench/groups/structure.ts [--rounds 40]
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore, startServer } from '../../../server/app/main.ts';
import { loadConfig } from '../../../server/config.ts';
import { APPOINTMENT_ROLES, CAPACITIES, type Scope } from '../../../server/contract/groups/groups.ts';
import { loadStructure, type Loaded } from '../../../server/groups/load.ts';
import { NO_REPORTS } from '../../../server/groups/registry.ts';
import { createGroupStore } from '../../../server/groups/store.ts';
import { createLog } from '../../../server/log.ts';
import { createRandom } from '../../../server/sample/random.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '40' } } });
const rounds = Number(values.rounds);
const GROUPS = 30;
const ORGANISATIONS = 200;
const SEATS = 600;
const PERSONS = 900;
const APPOINTMENTS = 1500;

function invent(): Loaded {
  const random = createRandom(5);
  const words = ['Action', 'Relief', 'Solidarity', 'Rural', 'Coastal', 'Medical', 'Children', 'Water', 'Horizon', 'Network', 'Alliance', 'Council'];
  const organisations = Array.from({ length: ORGANISATIONS }, (_, i) => ({
    name: `${random.pick(words)} ${random.pick(words)} of Place ${i}`,
    acronym: `ORG${i}`,
    type: '441',
  }));
  const groups = Array.from({ length: GROUPS }, (_, i) => ({
    group: {
      id: `group-${i}`,
      type: i < 2 ? ('iccg' as const) : ('cluster' as const),
      names: { en: `Coordination group number ${i}`, fr: `Groupe de coordination numéro ${i}`, ar: `مجموعة التنسيق رقم ${i}` },
      parent: i < 2 ? null : `group-${i % 2}`,
      description: { en: 'Coordinates partners, standards and data of the sector in the whole country. '.repeat(3) },
    },
    changed: '2026-05-01',
    closed: null,
  }));
  const persons = Array.from({ length: PERSONS }, (_, i) => ({
    name: `Given${i} Family${(i * 7) % PERSONS}`,
    organisation: random.pick(organisations).name,
    jobTitle: 'Officer',
    email: `p${i}@example.org`,
  }));
  return {
    organisations,
    groups,
    persons,
    seats: Array.from({ length: SEATS }, (_, i) => ({
      group: `group-${i % GROUPS}`,
      organisation: organisations[(i * 11) % ORGANISATIONS]!.name,
      capacity: CAPACITIES[i % CAPACITIES.length]!,
      start: '2025-01-01',
      end: null,
    })),
    appointments: Array.from({ length: APPOINTMENTS }, (_, i) => ({
      group: `group-${(i * 13) % GROUPS}`,
      person: persons[i % PERSONS]!.name,
      // A third hold more than plain membership: far more than a country has, so that the answer is as large as it gets.
      role: i % 3 === 0 ? APPOINTMENT_ROLES[(i / 3) % APPOINTMENT_ROLES.length]! : 'member',
      start: '2025-06-01',
      end: '2026-12-31',
    })),
  };
}

function ask(url: string, headers: Record<string, string>): Promise<{ bytes: number; ms: number }> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      let bytes = 0;
      response.on('data', (part: Uint8Array) => (bytes += part.length));
      response.on('end', () =>
        response.statusCode === 200 ? resolve({ bytes, ms: performance.now() - start }) : reject(new Error(`${url}: ${response.statusCode}`)),
      );
    }).on('error', reject);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'codmap-bench-'));
try {
  const config = loadConfig({ CODMAP_DATA: folder, CODMAP_HOST: '127.0.0.1', CODMAP_PORT: '0', CODMAP_INGEST_WORKERS: '0' });
  const store = await openStore(config);
  await loadStructure(
    { store: createGroupStore(store.db, randomUUID), newId: randomUUID, readReports: async () => NO_REPORTS },
    'NVL' as Scope,
    invent(),
    'bench',
  );
  await store.close();
  const server = await startServer(config, createLog('silent'));
  const joined = await fetch(`${server.url}/api/v1/invites/${server.firstLink!.split('/').at(-1)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ name: 'Bench Person', email: 'bench@example.org', password: 'correct horse battery' }),
  });
  const cookie = joined.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '); // prettier-ignore
  process.stdout.write(`${cpus()[0]!.model} × ${cpus().length}, load ${loadavg()[0]!.toFixed(1)}, Node ${process.version}, ${rounds} rounds\n`);
  process.stdout.write('| Answer | KB (br) | KB (gzip) | KB (plain) | median ms | processor ms |\n|---|---|---|---|---|---|\n');
  for (const [name, path, who] of [
    ['structure, stranger', '/api/v1/countries/NVL/groups', ''],
    ['structure, member', '/api/v1/countries/NVL/groups', cookie],
    ['one group, member', '/api/v1/countries/NVL/groups/group-3', cookie],
    ['persons, administrator', '/api/v1/countries/NVL/persons', cookie],
    ['CSV', '/api/v1/countries/NVL/groups.csv', ''],
    ['JSON-LD', '/api/v1/countries/NVL/groups.jsonld', ''],
  ] as const) {
    const headers: Record<string, string> = who === '' ? {} : { cookie: who };
    const sizes = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (coding) => (await ask(server.url + path, { ...headers, 'accept-encoding': coding })).bytes),
    );
    const times: number[] = [];
    const before = process.cpuUsage();
    for (let i = 0; i < rounds; i++) times.push((await ask(server.url + path, { ...headers, 'accept-encoding': 'br' })).ms);
    const used = process.cpuUsage(before);
    times.sort((a, b) => a - b);
    process.stdout.write(
      `| ${name} | ${sizes.map((bytes) => Math.round(bytes / 1000)).join(' | ')} | ${times[Math.floor(rounds / 2)]!.toFixed(0)} | ${((used.user + used.system) / 1000 / rounds).toFixed(0)} |\n`,
    );
  }
  await server.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
