/** Accounts put together: better-auth is a large import, so app/main.ts loads this file only to serve. */
import { createAccounts } from './accounts.ts';
import { createAuthorization, type Authorization } from './authorize.ts';
import type { Served } from '../http/serve.ts';
import { servePeople, type Announce, type ServePeopleDeps } from './routes.ts';
import type { Log } from '../log.ts';
import { createBetterAuth } from './signin/betterAuth.ts';
import { createDevices } from './signin/devices.ts';
import { createLimits } from './signin/limits.ts';
import { nameKeys } from './names.ts';
import type { Notices } from '../http/notices.ts';
import type { PasswordJudge } from './signin/passwords.ts';
import { createSecondFactor } from './signin/secondFactor.ts';
import { serveSecondFactor } from './signin/secondFactorRoutes.ts';
import { createSessions } from './signin/sessions.ts';
import { createStandingStore } from './standings.ts';
import { createAccountStore } from './store.ts';
import type { Database } from '../store/schema.ts';

export interface AccountParts {
  db: Database;
  /** Signs the session cookies and those of known browsers, and encrypts the secrets of second factors. */
  secret: string;
  /** null: as each request says. */
  publicUrl: string | null;
  log: Pick<Log, 'warn'>;
  notices: Notices;
  /** Closed with the accounts. */
  passwords: PasswordJudge;
  now: () => Date;
  newId: () => string;
}

export interface OpenAccounts {
  accounts: ReturnType<typeof createAccounts>;
  authorization: Authorization;
  served: Served[];
  /** Invitations with an address are told by this from now on. */
  announceBy(announce: Announce): void;
  close(): Promise<void>;
}

/** Gives members of an older store their name keys first; those who look alike are said in the log. */
export async function openAccounts({ db, secret, publicUrl, log, notices, passwords, now, newId }: AccountParts): Promise<OpenAccounts> {
  const store = createAccountStore(db, newId);
  const standings = createStandingStore(db, newId, now);
  const auth = createBetterAuth({ db, secret, publicUrl });
  const accounts = createAccounts({ auth, store, standings, passwords, onFault: (err, event) => log.warn({ err }, event), now, newId });
  const authorization = createAuthorization(accounts, publicUrl);
  const session = { accounts, authorization, devices: createDevices(secret), publicUrl };
  const limits = createLimits(session.devices, (request) => authorization.findSignedIn(request));
  const parts: ServePeopleDeps = { ...session, sessions: createSessions(session), limits, notices };
  for (const pair of await store.fillNameKeys(nameKeys)) log.warn(pair, 'Member:LooksAlike');
  return {
    accounts,
    authorization,
    served: [...servePeople(parts), ...serveSecondFactor({ ...parts, secondFactor: createSecondFactor({ auth, store, now }) })],
    announceBy: (announce) => void (parts.announce = announce),
    close: () => passwords.close(),
  };
}
