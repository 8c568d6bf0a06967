/** The lookup of units, put together: what looks them up, and the process that reads tables. */
import type { Changes } from '../../boundaries/changesService.ts';
import type { Config } from '../../config.ts';
import type { Served } from '../../http/serve.ts';
import { createCodeApart, type CodingMessage } from '../../lookup/apart.ts';
import { serveCodedTables, type ServeTablesDeps } from '../../lookup/routes.ts';
import { createLookup } from '../../lookup/service.ts';
import type { Beside } from '../beside.ts';
import type { Store } from '../store.ts';

const CODING_PROCESS = new URL('./codingProcess.ts', import.meta.url);
/** A hundred thousand rows of sixty columns take half, with the outlines of the largest country. */
const MEMORY_MB = 1536;

export interface LookupParts extends Pick<Store, 'datasets'>, Pick<ServeTablesDeps, 'requireOwnPage'> {
  config: Pick<Config, 'objects'>;
  changes: Changes;
  beside: Pick<Beside, 'startProcess'>;
}

/** Routes that answer by themselves; what is heavy is in `openReading`. */
export function openLookup({ datasets, config, changes, beside, requireOwnPage }: LookupParts): Served[] {
  const { steps } = createLookup({ datasets, changes });
  const codeApart = createCodeApart({
    objects: config.objects,
    steps,
    start: (data) => beside.startProcess<CodingMessage>(CODING_PROCESS, data, MEMORY_MB),
  });
  // Programs send neither header; of browsers only our own pages may make work here.
  const ownPageOrProgram: typeof requireOwnPage = (request, response, next) =>
    request.get('origin') === undefined && request.get('sec-fetch-site') === undefined ? next() : requireOwnPage(request, response, next);
  return serveCodedTables({ datasets, codeApart, requireOwnPage: ownPageOrProgram });
}
