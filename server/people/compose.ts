/** Accounts put together: better-auth is a large import, so app/main.ts loads this file only to serve. */
import { createAccounts, type Accounts, type AccountsDeps } from './accounts.ts';
import { createAuthorization, type Authorization } from './authorize.ts';
import type { Served } from '../http/serve.ts';
import { servePeople } from './routes.ts';

export function openAccounts(deps: AccountsDeps): { accounts: Accounts; authorization: Authorization; served: Served[] } {
  const accounts = createAccounts(deps);
  const authorization = createAuthorization(accounts, deps.publicUrl);
  return { accounts, authorization, served: servePeople({ accounts, authorization, publicUrl: deps.publicUrl }) };
}
