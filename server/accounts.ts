/** Accounts put together: better-auth is a large import, so main.ts loads this file only to serve. */
import { createAccounts, type Accounts, type AccountsDeps } from './auth/accounts.ts';
import { createAuthorization, type Authorization } from './auth/authorize.ts';
import { accountsRouter } from './http/accounts.ts';

export function openAccounts(deps: AccountsDeps): { accounts: Accounts; authorization: Authorization; router: ReturnType<typeof accountsRouter> } {
  const accounts = createAccounts(deps);
  const authorization = createAuthorization(accounts, deps.publicUrl);
  return { accounts, authorization, router: accountsRouter({ accounts, authorization, publicUrl: deps.publicUrl }) };
}
