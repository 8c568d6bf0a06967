/** The personal link: its secret stands behind `#`, which no browser sends to a server or names in a Referer. */
import { createApi, type Api } from '../../../kit/api.ts';

const KEY = 'codmap.entry';

/**
 * Takes the secret out of the address, so that no copied address, picture of the screen or history of this page has it; this tab keeps it until
 * it is closed, so that loading anew works. @returns null where there is none
 */
export function takeSecret({ location, history, sessionStorage }: Pick<Window, 'location' | 'history'> & { sessionStorage: Storage | null }): string | null {
  const given = /^#([\w-]{20,200})$/.exec(location.hash)?.[1] ?? null;
  if (given === null) return sessionStorage?.getItem(KEY) ?? null;
  sessionStorage?.setItem(KEY, given);
  history.replaceState(null, '', location.pathname + location.search);
  return given;
}

export const forgetSecret = (storage: Storage | null): void => storage?.removeItem(KEY);

/** The storage of this tab; browsers may forbid it, and the link then works until the page is left. */
export function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** A request that says the secret in its head. */
export const fetchWith =
  (secret: string): typeof fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Entry ${secret}`);
    return fetch(input, { ...init, headers });
  };

export const apiWith = (secret: string): Api => createApi(fetchWith(secret));
