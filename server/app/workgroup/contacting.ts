/** Contacts, put together: lists, one's own entry, and what the clock does. */
import { randomUUID } from 'node:crypto';
import { createOwn } from '../../contacts/own.ts';
import { serveContacts } from '../../contacts/routes.ts';
import { createContacts, type Contacts } from '../../contacts/service.ts';
import { createContactStore } from '../../contacts/store.ts';
import type { Served } from '../../http/serve.ts';
import type { Authorization } from '../../people/authorize.ts';
import type { Database } from '../../store/schema.ts';
import type { Grouping } from './grouping.ts';

export interface ContactingParts {
  db: Database;
  grouping: Pick<Grouping, 'deps' | 'whoMay'>;
  authorization: Pick<Authorization, 'requireOwnPage'>;
}

export function openContacting({ db, grouping: { deps, whoMay }, authorization }: ContactingParts): { contacts: Contacts; served: Served[] } {
  const { now, newId } = deps;
  const links = createContactStore(db, randomUUID);
  const contacts = createContacts({ groups: deps.store, contacts: links, now, newId });
  const own = createOwn({ ...deps, contacts: links });
  const requireOwnPage = (request: Parameters<Authorization['requireOwnPage']>[0]) => authorization.requireOwnPage(request);
  return { contacts, served: serveContacts({ contacts, own, links, whoMay, now, requireOwnPage }) };
}
