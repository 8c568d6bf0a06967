/** `codmap invite`: whoever has a shell on this machine may let people in, as the first start does. */
import { randomUUID } from 'node:crypto';
import { createAccounts } from '../people/accounts.ts';
import { loadSecret, type Config } from '../config.ts';
import type { Role } from '../contract/people/people.ts';
import { openStore } from '../app/main.ts';
import { createAccountStore } from '../people/store.ts';

/** @returns the link, shown this once. */
export async function inviteMember(config: Config, role: Role, onNotice: (text: string) => void): Promise<string> {
  const store = await openStore(config, undefined, onNotice);
  try {
    const accounts = createAccounts({
      db: store.db,
      store: createAccountStore(store.db),
      secret: loadSecret(config),
      publicUrl: config.publicUrl,
      now: () => new Date(),
      newId: randomUUID,
    });
    const { token } = await accounts.invite(role, null, 'command line');
    return `${config.publicUrl ?? `http://localhost:${config.port}`}/join/${token}`;
  } finally {
    await store.close();
  }
}
