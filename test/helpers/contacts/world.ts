/** A country with two groups and people of each kind who look at each other; its clock is moved by the test. */
import type { Card, ContactsAnswer } from '../../../server/contract/contacts/contacts.ts';
import type { OwnEntriesAnswer } from '../../../server/contract/contacts/own.ts';
import type { Appointment, Person as Entry } from '../../../server/contract/groups/people.ts';
import { startTestServer, type TestServer } from '../app.ts';
import { sender, type Send } from '../asking.ts';
import { invite, join, type Person } from '../member.ts';

export const C = '/api/v1/countries/NVL';
export const HOUR = 3_600_000;
/** When it begins. */
export const START = '2026-03-01T10:30:00.000Z';

export interface ContactWorld {
  server: TestServer;
  send: Send;
  /** Administers the server; keeps the register from above all countries; focal point and member of WASH; member of Health. */
  people: Record<'admin' | 'root' | 'imo' | 'member' | 'health', Person>;
  /** Moves the clock to so many hours after the start, and some milliseconds. */
  setClock: (hours: number, ms?: number) => void;
  ask: <T>(who: Person | null, method: string, path: string, body?: unknown) => Promise<T>;
  /** Whoever has the link. */
  byLink: (link: string) => Record<string, string>;
  contacts: (who: Person | null, query?: string) => Promise<ContactsAnswer>;
  cardOf: (who: Person | null, name: string) => Promise<Card | undefined>;
  own: (headers: Record<string, string>) => Promise<OwnEntriesAnswer>;
  /** Entered by the focal point of WASH and appointed there. */
  enter: (body: object, appointment?: object) => Promise<{ person: Entry; appointment: Appointment; link: string }>;
}

export async function startContacts(): Promise<ContactWorld> {
  let at = Date.parse(START);
  const server = await startTestServer({ now: () => new Date(at) });
  const send = sender(server.url, { origin: server.url });
  const ask = async <T>(who: Person | null, method: string, path: string, body?: unknown): Promise<T> => {
    const response = await send(method, path, who?.headers ?? {}, body);
    if (response.status >= 300) throw new Error(`${method} ${path} ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  };
  const admin = await join(server.url, server.firstLink!, 'Amina');
  const root = await invite(server.url, admin, 'publisher', 'Paula');
  for (const id of ['wash', 'health']) await ask(root, 'POST', `${C}/groups`, { id, type: 'cluster', names: { en: id.toUpperCase() } });
  const of = (group: string, role: 'imo' | 'member') => ({ scope: 'NVL', group, role });
  const people = {
    admin,
    root,
    imo: await invite(server.url, admin, of('wash', 'imo'), 'Ida'),
    member: await invite(server.url, admin, of('wash', 'member'), 'Max'),
    health: await invite(server.url, admin, of('health', 'member'), 'Hana'),
  };
  const contacts = (who: Person | null, query = '') => ask<ContactsAnswer>(who, 'GET', `${C}/contacts${query}`);
  return {
    server,
    send,
    people,
    setClock: (hours, ms = 0) => void (at = Date.parse(START) + hours * HOUR + ms),
    ask,
    byLink: (link) => ({ authorization: `Entry ${link.split('#')[1]}` }),
    contacts,
    cardOf: async (who, name) => (await contacts(who)).cards.find((card) => card.name === name),
    own: async (headers) => {
      const response = await fetch(`${server.url}/api/v1/entries`, { headers });
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return (await response.json()) as OwnEntriesAnswer;
    },
    async enter(body, given = {}) {
      const person = await ask<Entry>(people.imo, 'POST', `${C}/persons`, body);
      const appointment = await ask<Appointment>(people.imo, 'POST', `${C}/groups/wash/appointments`, { person: person.id, role: 'member', ...given });
      const { link } = await ask<{ link: string }>(people.imo, 'POST', `${C}/persons/${person.id}/link`);
      return { person, appointment, link };
    },
  };
}
