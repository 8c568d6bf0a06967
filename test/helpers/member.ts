/** People of a test: made by invitation, as real ones are; each with the cookie that the browser would keep. */
import { GLOBAL } from '../../server/contract/groups/groups.ts';
import type { InvitedTo } from '../../server/contract/people/people.ts';

export interface Person {
  name: string;
  /** Headers of a request from a page of this server. */
  headers: Record<string, string>;
}

export const PASSWORD = 'correct horse battery';

export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** The cookies of a person, for a browser. */
export function cookiesOf({ headers }: Person, url: string) {
  const { hostname: domain } = new URL(url);
  return headers['cookie']!.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), domain, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const };
  });
}

/** @param origin what the server calls itself, where that is not where it listens */
export async function join(url: string, link: string, name: string, email = `${name.toLowerCase()}@example.org`, origin = url): Promise<Person> {
  const answer = await fetch(`${url}/api/v1/invites/${link.split('/').at(-1)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ name, email, password: PASSWORD }),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return { name, headers: { cookie: cookieOf(answer), origin } };
}

/** What stands for a person's rights in tests that are not about groups: an appointment in the group above all countries, as the migration made of these words. */
const IN_ALL_COUNTRIES = { viewer: 'observer', contributor: 'member', reviewer: 'imo', publisher: 'chair' } as const;
export type Rank = keyof typeof IN_ALL_COUNTRIES | 'admin';
/** What an invitation says of it. */
export function invitedAs(rank: Rank): { role: 'admin' } | { appointment: InvitedTo } {
  if (rank === 'admin') return { role: 'admin' };
  return { appointment: { scope: GLOBAL as InvitedTo['scope'], group: 'imwg', role: IN_ALL_COUNTRIES[rank] } };
}

/** A member invited by an administrator: to a rank, to a role in one group, or to nothing (null). */
export async function invite(
  url: string,
  admin: Person,
  as: Rank | { scope: string; group: string; role: InvitedTo['role'] } | null,
  name: string,
): Promise<Person> {
  const answer = await fetch(`${url}/api/v1/members/invites`, {
    method: 'POST',
    headers: { ...admin.headers, 'content-type': 'application/json' },
    body: JSON.stringify(as === null ? {} : typeof as === 'string' ? invitedAs(as) : { appointment: as }),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return join(url, ((await answer.json()) as { link: string }).link, name);
}
