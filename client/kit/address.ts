/** Addresses within the client. Pure. */
import { PAGES } from '../../server/contract/paths.ts';
import type { App } from './view.ts';

/** A page with its own query and more, in the language that the address says; null where it says none. */
export function addressOf(path: string, extra: Record<string, string>, language: string | null): string {
  const [page = '', own = ''] = path.split('?', 2);
  const query = new URLSearchParams([...new URLSearchParams(own), ...Object.entries(extra)]);
  if (language) query.set('lang', language);
  const search = query.toString().replaceAll('%3A', ':');
  return search ? `${page}?${search}` : page;
}

/** Where somebody signs in, to come back to this very address. */
export function signInHref({ href }: Pick<App, 'href'>, { pathname, search }: Pick<Location, 'pathname' | 'search'> = location): string {
  // From the page itself, and from an invitation, there is nothing to come back to.
  if (pathname === PAGES.signIn || pathname.startsWith(PAGES.join.replace(':token', ''))) return href(PAGES.signIn);
  const query = new URLSearchParams(search);
  // The language of then, not of now.
  query.delete('lang');
  return href(PAGES.signIn, { next: query.size > 0 ? `${pathname}?${query}` : pathname });
}
