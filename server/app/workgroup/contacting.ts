/** Contacts, put together: lists, one's own entry, and what the clock does. */
import { randomUUID } from 'node:crypto';
import { createOwn } from '../../contacts/own.ts';
import { serveContacts } from '../../contacts/routes.ts';
import { createContacts, type Contacts } from '../../contacts/service.ts';
import { createContactStore } from '../../contacts/store.ts';
import type { Served } from '../../http/serve.ts';
import type { Authorization } from '../../people/authorize.ts';
import { openContactFiles } from './contactFiles.ts';
import { classifiedBy } from './documents.ts';
import type { Grouping, GroupingParts } from './grouping.ts';

export interface ContactingParts extends Pick<GroupingParts, 'db' | 'datasets' | 'presence' | 'holdings'> {
  grouping: Pick<Grouping, 'groups' | 'deps' | 'whoMay'>;
  authorization: Pick<Authorization, 'requireOwnPage'>;
}

export function openContacting({ authorization, grouping, ...parts }: ContactingParts): { contacts: Contacts; served: Served[] } {
  const { deps, whoMay } = grouping;
  const { now, newId } = deps;
  const links = createContactStore(parts.db, randomUUID);
  const contacts = createContacts({ groups: deps.store, contacts: links, findLimits: classifiedBy(parts.holdings, 'contacts'), now, newId });
  const own = createOwn({ ...deps, contacts: links });
  const requireOwnPage = (request: Parameters<Authorization['requireOwnPage']>[0]) => authorization.requireOwnPage(request);
  const filing = openContactFiles({ ...parts, contacts, grouping, now });
  return { contacts, served: [...serveContacts({ contacts, own, links, whoMay, now, requireOwnPage }), ...filing] };
}
