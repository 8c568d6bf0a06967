/** People of a test: made by invitation, as real ones are; each with the cookie that the browser would keep. */
import type { Role } from '../../server/contract/people/people.ts';

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

export async function join(url: string, link: string, name: string, email = `${name.toLowerCase()}@example.org`): Promise<Person> {
  const answer = await fetch(`${url}/api/v1/invites/${link.split('/').at(-1)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name, email, password: PASSWORD }),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return { name, headers: { cookie: cookieOf(answer), origin: url } };
}

/** A member with a role, invited by an administrator. */
export async function invite(url: string, admin: Person, role: Role, name: string): Promise<Person> {
  const answer = await fetch(`${url}/api/v1/members/invites`, {
    method: 'POST',
    headers: { ...admin.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ role }),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return join(url, ((await answer.json()) as { link: string }).link, name);
}
