/**
 * Files of 1,500 contacts, each with addresses, phone, duty station and languages, in 30 groups; as whoever may approve in all of them. Bytes, time
 * of the answer and of the processor, for each format and both sheets; the goal is 2 s:
 *   node scripts/bench/contacts/files.ts [--rounds 10]
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore, startServer } from '../../../server/app/main.ts';
import { loadConfig } from '../../../server/config.ts';
import { CONTACT_FORMATS } from '../../../server/contract/contacts/files.ts';
import { APPOINTMENT_ROLES, type Scope } from '../../../server/contract/groups/groups.ts';
import { loadStructure, type Loaded } from '../../../server/groups/load.ts';
import { NO_REPORTS } from '../../../server/groups/registry.ts';
import { createGroupStore } from '../../../server/groups/store.ts';
import { createLog } from '../../../server/log.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } });
const rounds = Number(values.rounds);
const GROUPS = 30;
const PERSONS = 1500;

function invent(): Loaded {
  const names = ['Amina', 'Bilal', 'Chidi', 'عبد الرحمن', 'Emil', 'Ngọc', 'Goran', 'Hana', 'Idrís', 'Jolie'];
  const persons = Array.from({ length: PERSONS }, (_, i) => ({
    name: `${names[i % names.length]} Family ${i}`,
    given: names[i % names.length]!,
    family: `Family ${i}`,
    organisation: `Organisation of Place ${i % 200}`,
    jobTitle: 'Information management officer',
    email: `p${i}@example.org`,
    dutyStation: { pcode: null, name: `Town ${i % 40}` },
    languages: ['en', 'fr'],
    contacts: [
      { id: '1', kind: 'email' as const, label: 'work' as const, service: null, value: `p${i}@example.org`, preferred: true, visibility: 'members' as const },
      { id: '2', kind: 'phone' as const, label: 'work' as const, service: null, value: `+999 20 555 ${1000 + i}`, preferred: false, visibility: 'members' as const },
      { id: '3', kind: 'messenger' as const, label: 'work' as const, service: 'Signal', value: `+999 77 555 ${1000 + i}`, preferred: false, visibility: 'members' as const },
    ],
  })); // prettier-ignore
  return {
    organisations: [],
    seats: [],
    persons,
    groups: Array.from({ length: GROUPS }, (_, i) => ({
      group: { id: `group-${i}`, type: 'cluster' as const, names: { en: `Coordination group number ${i}`, ar: `مجموعة التنسيق رقم ${i}` } },
      changed: '2026-05-01',
      closed: null,
    })),
    appointments: persons.flatMap(({ name: person }, i) =>
      [i % GROUPS, (i * 7 + 1) % GROUPS].map((group, turn) => ({
        group: `group-${group}`,
        person,
        role: turn === 0 ? APPOINTMENT_ROLES[i % APPOINTMENT_ROLES.length]! : ('member' as const),
        start: null,
        end: null,
      })),
    ),
  };
}

const post = (url: string, path: string, headers: Record<string, string>, body: object) =>
  fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json', origin: url, ...headers }, body: JSON.stringify(body) });
const cookieOf = (response: Response) => response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '); // prettier-ignore

const folder = mkdtempSync(join(tmpdir(), 'codmap-bench-'));
try {
  const config = loadConfig({ CODMAP_DATA: folder, CODMAP_HOST: '127.0.0.1', CODMAP_PORT: '0', CODMAP_INGEST_WORKERS: '0' });
  const store = await openStore(config);
  const deps = { store: createGroupStore(store.db, randomUUID), newId: randomUUID, readReports: async () => NO_REPORTS };
  await loadStructure(deps, 'NVL' as Scope, invent(), 'bench');
  await store.close();
  const server = await startServer(config, createLog('silent'));
  const account = (token: string, name: string) =>
    post(server.url, `/api/v1/invites/${token}`, {}, { name, email: `${name}@example.org`, password: 'correct horse battery' });
  const admin = cookieOf(await account(server.firstLink!.split('/').at(-1)!, 'admin'));
  const invited = await post(server.url, '/api/v1/members/invites', { cookie: admin }, { appointment: { scope: 'global', group: 'imwg', role: 'chair' } });
  const cookie = cookieOf(await account(((await invited.json()) as { link: string }).link.split('/').at(-1)!, 'chair'));
  process.stdout.write(`${cpus()[0]!.model} × ${cpus().length}, load ${loadavg()[0]!.toFixed(1)}, Node ${process.version}, ${rounds} rounds\n`);
  process.stdout.write('| File | persons | KB | median ms | worst ms | processor ms |\n|---|---|---|---|---|---|\n');
  const list = (await (await fetch(`${server.url}/api/v1/countries/NVL/contacts`, { headers: { cookie } })).json()) as { cards: unknown[] };
  for (const path of [...CONTACT_FORMATS.map((format) => `export.${format}`), 'sheet.html?layout=wide', 'sheet.html?kind=sign-in']) {
    const times: number[] = [];
    let bytes = 0;
    const before = process.cpuUsage();
    for (let i = 0; i < rounds; i++) {
      const start = performance.now();
      const response = await fetch(`${server.url}/api/v1/countries/NVL/contacts/${path}`, { headers: { cookie } });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      bytes = (await response.arrayBuffer()).byteLength;
      times.push(performance.now() - start);
    }
    const used = process.cpuUsage(before);
    times.sort((a, b) => a - b);
    process.stdout.write(
      `| ${path} | ${list.cards.length} | ${Math.round(bytes / 1000)} | ${times[Math.floor(rounds / 2)]!.toFixed(0)} | ${times.at(-1)!.toFixed(0)} | ${((used.user + used.system) / 1000 / rounds).toFixed(0)} |\n`,
    );
  }
  await server.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
