/** A store of before rights came from appointments, as the version before wrote it: opened, each account may do what it could, no more and no less. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATASET_KINDS, toDatasetId, type Iso3 } from '../../server/contract/ids.ts';
import type { Permission } from '../../server/contract/route.ts';
import { createInvites } from '../../server/people/invites.ts';
import { createRightsFor } from '../../server/people/members.ts';
import { hashOf } from '../../server/people/secrets.ts';
import { createStandingStore } from '../../server/people/standings.ts';
import { createAccountStore } from '../../server/people/store.ts';
import { sqliteDriver } from '../../server/store/drivers/sqlite.ts';
import { migrate, type Database } from '../../server/store/schema.ts';

/** Permission → the least role that had it; every later role had it too. As 0.2.0 had it in server/people/access.ts. */
const ACCESS: Record<string, string> = {
  'draft.read': 'viewer',
  'upload.create': 'contributor',
  'job.cancel': 'contributor',
  'metadata.write': 'contributor',
  'map.write': 'contributor',
  'key.manage': 'contributor',
  'finding.accept': 'reviewer',
  'presence.decide': 'reviewer',
  'version.publish': 'publisher',
  'version.withdraw': 'publisher',
  'member.manage': 'admin',
};
const ROLES = ['viewer', 'contributor', 'reviewer', 'publisher', 'admin'];
const COUNTRIES = ['SLE', 'TGO', 'XXX'] as Iso3[];
const NOW = () => new Date('2026-11-30T00:00:00Z');
const newId = () => crypto.randomUUID();

let folder: string;
let db: Database;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-carried-'));
  const old = join(folder, 'migrations');
  mkdirSync(old);
  const all = new URL('../../server/store/migrations/', import.meta.url);
  for (const name of readdirSync(all)) if (name < '0040') copyFileSync(new URL(name, all), join(old, name));
  db = sqliteDriver(join(folder, 'codmap.db')).open();
  expect((await migrate(db, pathToFileURL(`${old}/`))).at(-1)).toBe('0032_repair.sql');
  for (const role of ROLES) {
    const at = `2026-02-${String(ROLES.indexOf(role) + 10)}T10:00:00.000Z`;
    const about = { name: `P ${role}`, nameKey: role, nameShape: role, email: `${role}@example.org`, emailVerified: 0, image: null, twoFactorEnabled: 0 };
    await db
      .insertInto('auth_user')
      .values({ id: `id-${role}`, role, createdAt: at, updatedAt: at, ...about })
      .execute();
    const key = { id: `key-${role}`, key_sha256: hashOf(role), name: 'script', scopes: '["version.publish"]', created_at: at, last_used_at: null };
    await db
      .insertInto('api_key')
      .values({ user_id: `id-${role}`, expires_at: '2027-01-01T00:00:00.000Z', ...key })
      .execute();
    const invite = {
      id: `i-${role}`,
      token_sha256: hashOf(`token of ${role}`),
      role,
      email: null,
      first: 0,
      created_at: at,
      created_by: 'P admin',
      expires_at: '2026-12-06T00:00:00.000Z',
    };
    await db
      .insertInto('invite')
      .values(invite as never)
      .execute();
  }
  expect(await migrate(db)).toEqual(expect.arrayContaining(['0040_groups.sql', '0041_membership.sql']));
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

test.each(ROLES)('%s: the same permissions on every dataset of every country', async (role) => {
  const member = (await createAccountStore(db, newId).findMember(`id-${role}`))!;
  expect(member.role).toBe(role === 'admin' ? 'admin' : 'member');
  const rights = await createRightsFor(createStandingStore(db, newId), NOW)(member);
  const had = Object.keys(ACCESS).filter((permission) => ROLES.indexOf(role) >= ROLES.indexOf(ACCESS[permission]!));
  for (const dataset of COUNTRIES.flatMap((country) => DATASET_KINDS.map((kind) => toDatasetId(kind, country))))
    expect(
      Object.keys(ACCESS).filter((permission) => rights.may(permission as Permission, dataset)),
      dataset,
    ).toEqual(had);
  expect(Object.keys(ACCESS).filter((permission) => rights.may(permission as Permission))).toEqual(had);
});

test('accounts are persons of the group above all countries, from the day on which they were made; administrators need none', async () => {
  const held = await createStandingStore(db, newId).listHeld();
  expect(
    held
      .map(({ account, scope, group, role, start, end, acronym }) => [account, scope, group, role, start, end, acronym])
      .toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
  ).toEqual([
    ['id-contributor', 'global', 'imwg', 'member', '2026-02-11', null, 'IMWG'],
    ['id-publisher', 'global', 'imwg', 'chair', '2026-02-13', null, 'IMWG'],
    ['id-reviewer', 'global', 'imwg', 'imo', '2026-02-12', null, 'IMWG'],
    ['id-viewer', 'global', 'imwg', 'observer', '2026-02-10', null, 'IMWG'],
  ]);
  expect(await db.selectFrom('person').select(['name', 'account', 'email']).where('account', '=', 'id-reviewer').execute()).toEqual([
    { name: 'P reviewer', account: 'id-reviewer', email: null },
  ]);
});

test('keys are there still, and open invitations say what they said', async () => {
  expect(await createAccountStore(db, newId).findKey(hashOf('publisher'), NOW().toISOString())).toMatchObject({ member: { name: 'P publisher' } });
  const standings = createStandingStore(db, newId);
  const invites = createInvites({ store: createAccountStore(db, newId), standings, now: NOW, newId });
  const roles = await Promise.all(ROLES.map(async (role) => invites.getInvite(`token of ${role}`)));
  expect(roles.map(({ role, appointment }) => [role, appointment?.scope, appointment?.group, appointment?.role])).toEqual([
    ['member', 'global', 'imwg', 'observer'],
    ['member', 'global', 'imwg', 'member'],
    ['member', 'global', 'imwg', 'imo'],
    ['member', 'global', 'imwg', 'chair'],
    ['admin', undefined, undefined, undefined],
  ]);
});
