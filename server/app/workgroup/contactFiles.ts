/** Contacts that leave as files and come in as sheets, put together. */
import { createNameCountry } from '../../catalogue/countryName.ts';
import { createContactFiles } from '../../contacts/files/service.ts';
import { serveContactFiles } from '../../contacts/files/routes.ts';
import { serveContactImports } from '../../contacts/import/routes.ts';
import type { Contacts } from '../../contacts/service.ts';
import type { Served } from '../../http/serve.ts';
import { openContactImports, type Grouping, type GroupingParts } from './grouping.ts';

type Parts = Pick<GroupingParts, 'db' | 'datasets' | 'presence' | 'holdings' | 'now'> & { contacts: Contacts; grouping: Pick<Grouping, 'groups' | 'whoMay'> };

export function openContactFiles({ contacts, grouping: { groups, whoMay }, ...parts }: Parts): Served[] {
  return [
    ...serveContactFiles({ files: createContactFiles({ contacts, nameCountry: createNameCountry(parts.db) }), whoMay }),
    ...serveContactImports({ groups, imports: openContactImports(parts), whoMay, now: parts.now }),
  ];
}
