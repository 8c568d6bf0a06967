/** `codmap export assessments-sle`: the whole registry, as whoever keeps it sees it. */
import type { Store } from '../../app/store.ts';
import type { Asker } from '../../assessments/seen.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import { InputError } from '../../errors.ts';
import { openRegistry } from './ingest.ts';

const FORMATS = ['csv', 'xlsx', 'json'];

/** Whoever has a shell on the server keeps all records. */
const BY_COMMAND: Asker['rights'] = { member: null, seePeople: true, manage: true, may: () => true };

/** Confirmed and submitted records alike, each with its state. @throws InputError `file.unknown` */
export async function exportRegistry(store: Store, scope: Scope, format: string): Promise<Uint8Array> {
  const { news, readStructure } = openRegistry(store);
  const asker: Asker = { structure: await readStructure(scope), rights: BY_COMMAND };
  if (format === 'csv') return news.csv(scope, asker, {}, 'en');
  if (format === 'xlsx') return news.xlsx(scope, asker, {}, 'en');
  if (format === 'json') return new TextEncoder().encode(await news.json(scope, asker, {}, 'en'));
  throw new InputError('file.unknown', `A registry of assessments is exported as ${FORMATS.join(', ')}, not as ${format}.`);
}
