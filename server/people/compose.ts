/** Accounts put together: better-auth is a large import, so app/main.ts loads this file only to serve. */
import { createAccounts, type Accounts, type AccountsDeps } from './accounts.ts';
import { createAuthorization, type Authorization } from './authorize.ts';
import { accountsRouter } from './routes.ts';

export function openAccounts(deps: AccountsDeps): { accounts: Accounts; authorization: Authorization; router: ReturnType<typeof accountsRouter> } {
  const accounts = createAccounts(deps);
  const authorization = createAuthorization(accounts, deps.publicUrl);
  return { accounts, authorization, router: accountsRouter({ accounts, authorization, publicUrl: deps.publicUrl }) };
}
