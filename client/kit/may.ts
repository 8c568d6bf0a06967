/** What the one who is signed in may do, as the session says it, so that a page offers nothing that the server would refuse. */
import { countryOf, kindOf } from './kinds.ts';
import type { User } from './work.ts';

/** To this dataset: rights are of kinds of data in a country, or of all countries. */
export function may(user: Pick<User, 'rights'> | null, permission: string, dataset: string): boolean {
  const [kind, country] = [kindOf(dataset), countryOf(dataset).toUpperCase()];
  return (
    user?.rights.some(
      ({ scope, kinds, permissions }) => ((scope as string) === 'global' || scope === country) && kinds.includes(kind) && permissions.includes(permission),
    ) ?? false
  );
}

/** To any dataset at all, or to what is no dataset. */
export const mayAnywhere = (user: Pick<User, 'permissions'> | null, permission: string): boolean => user?.permissions.includes(permission) ?? false;
