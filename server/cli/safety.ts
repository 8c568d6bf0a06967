/** `codmap verify`, `backup` and `restore` with the store of this machine, and what they say. */
import { join } from 'node:path';
import type { Store } from '../app/store.ts';
import type { Config } from '../config.ts';
import { databaseAt, objectsAt } from '../store/place.ts';
import { backup } from '../upkeep/backup.ts';
import type { Manifest } from '../upkeep/copy.ts';
import { restore, type Restored } from '../upkeep/restore.ts';
import { verify, type Verification } from '../upkeep/verify.ts';
import { counted } from './report.ts';

type OnProgress = (stage: string, done: number, total: number) => void;

const megabytes = (bytes: number) => `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
const secretOf = (config: Config) => join(config.data, 'secret');

export function verifyStore(config: Config, { checks, checked }: Store, deep: boolean, onProgress: OnProgress): Promise<Verification> {
  const checkDatabase = (all: boolean) => databaseAt(config.database).check(all);
  return verify({ checks, checked, checkDatabase, onProgress: (done, total) => onProgress('verify', done, total) }, deep);
}

export function formatVerification({ deep, objects, bytes, archives, tiles, database, faults }: Verification): string {
  const lines = faults.map(({ dataset, version, file, key, fault, detail }) => `${dataset} ${version} ${file}: ${fault}. ${detail}\n  ${key}`);
  lines.push(...database.map((fault) => `database: ${fault}`));
  lines.push(
    `${counted(objects, 'file')} read, ${megabytes(bytes)}; ${counted(archives, 'tile archive')} opened${deep ? `, ${counted(tiles, 'tile')} unpacked` : ''}. ${faults.length + database.length === 0 ? 'All is well.' : `${counted(faults.length + database.length, 'fault')}.`}`,
  );
  if (faults.length > 0) lines.push('Restore these files from a backup (README, Backup and restore), or ingest them again.');
  return lines.join('\n');
}

export function backupStore(config: Config, { objects, identity }: Store, dir: string, program: string, onProgress: OnProgress): Promise<Manifest> {
  return backup(dir, {
    database: databaseAt(config.database),
    objects,
    secret: secretOf(config),
    store: identity.id,
    program,
    now: () => new Date(),
    onProgress: (done, total) => onProgress('copy', done, total),
  });
}

export function formatBackup(dir: string, { store, objects, bytes, lost }: Manifest): string {
  return [
    ...lost.map((key) => `${key}  missing or damaged in the store, and in no backup here`),
    `${dir}: store ${store}, ${counted(objects, 'file')}, ${megabytes(bytes)}, each compared with its checksum.`,
    ...(lost.length > 0 ? [`${counted(lost.length, 'file')} could not be copied. codmap verify lists the versions they belong to.`] : []),
  ].join('\n');
}

export function restoreStore(config: Config, dir: string, options: { replace: boolean; partial: boolean }, onProgress: OnProgress): Promise<Restored> {
  return restore(dir, options, {
    database: databaseAt(config.database),
    objects: objectsAt(config.objects),
    secret: secretOf(config),
    scratch: config.data,
    now: () => new Date(),
    onProgress,
  });
}

export function formatRestored({ store, createdAt, objects, bytes, lost, kept, before, secretChanged }: Restored): string {
  return [
    ...lost.map((key) => `${key}  is neither in the backup nor here`),
    `Store ${store} as of ${createdAt}: ${counted(objects, 'file')}, ${megabytes(bytes)}, each compared with its checksum.`,
    ...(kept > 0 ? [`${counted(kept, 'file')} that the backup does not name are kept here for good.`] : []),
    ...(before === null ? [] : [`The database that was here is now ${before}.`]),
    ...(secretChanged ? ['The secret that signs sessions has changed: restart a running server.'] : []),
  ].join('\n');
}
