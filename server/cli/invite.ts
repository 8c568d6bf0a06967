/** `codmap invite`: whoever has a shell on this machine may let people in, as the first start does. */
import { randomUUID } from 'node:crypto';
import { openStore } from '../app/store.ts';
import type { Config } from '../config.ts';
import { COMMAND_LINE } from '../contract/given.ts';
import { createInvites, type Invited } from '../people/invites.ts';
import { createStandingStore } from '../people/standings.ts';
import { createAccountStore } from '../people/store.ts';

/** @returns the link, shown this once. @throws NotFoundError `member.group` */
export async function inviteMember(config: Config, invited: Invited, onNotice: (text: string) => void): Promise<string> {
  const store = await openStore(config, undefined, { onNotice });
  try {
    const standings = createStandingStore(store.db, randomUUID);
    const { invite } = createInvites({ store: createAccountStore(store.db, randomUUID), standings, now: () => new Date(), newId: randomUUID });
    const { token } = await invite(invited, COMMAND_LINE);
    return `${config.publicUrl ?? `http://localhost:${config.port}`}/join/${token}`;
  } finally {
    await store.close();
  }
}
