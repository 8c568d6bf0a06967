/** What the server does each hour for people, done once by the command line. */
import { randomUUID } from 'node:crypto';
import { loadSecret, type Config } from '../../config.ts';
import { createContacts } from '../../contacts/service.ts';
import { createContactStore } from '../../contacts/store.ts';
import { createGroupStore } from '../../groups/store.ts';
import { createLog } from '../../log.ts';
import type { Store } from '../store.ts';
import { openMails } from './mailing.ts';

/** @returns entries that were deleted and messages that were sent; `sends`: whether there is a way to send any */
export async function runUpkeep({ db }: Pick<Store, 'db'>, config: Config): Promise<{ deleted: number; sent: number; sends: boolean }> {
  const now = () => new Date();
  const contacts = createContacts({ groups: createGroupStore(db, randomUUID, now), contacts: createContactStore(db, randomUUID), now, newId: randomUUID });
  const mails = openMails({ db, config, secret: loadSecret(config), contacts, log: createLog(config.logLevel, process.stderr), now });
  try {
    return { ...(await mails.sweep()), sends: config.mail !== null };
  } finally {
    mails.close();
  }
}
