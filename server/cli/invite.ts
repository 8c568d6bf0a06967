/** `codmap invite`: whoever has a shell on this machine may let people in, as the first start does. */
import { randomUUID } from 'node:crypto';
import { openStore } from '../app/store.ts';
import type { Config } from '../config.ts';
import type { Role } from '../contract/people/people.ts';
import { COMMAND_LINE } from '../contract/given.ts';
import { createInvites } from '../people/invites.ts';
import { createAccountStore } from '../people/store.ts';

/** @returns the link, shown this once. */
export async function inviteMember(config: Config, role: Role, onNotice: (text: string) => void): Promise<string> {
  const store = await openStore(config, undefined, { onNotice });
  try {
    const { invite } = createInvites({ store: createAccountStore(store.db, randomUUID), now: () => new Date(), newId: randomUUID });
    const { token } = await invite(role, null, COMMAND_LINE);
    return `${config.publicUrl ?? `http://localhost:${config.port}`}/join/${token}`;
  } finally {
    await store.close();
  }
}
