/** Lookup of units over HTTP. Only what was published is looked up, for everybody alike; tables are read in a process of their own and nothing of them is kept. */
import { createHash } from 'node:crypto';
import { findRefAsOf } from '../catalogue/visible.ts';
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import type { AsOfAnswer, AsOfQuery } from '../contract/datasets/asOf.ts';
import { toBoundariesId, type DatasetId, type VersionTag } from '../contract/ids.ts';
import { lookupRoutes as routes } from '../contract/lookup/routes.ts';
import { saidPlaceColumn, type SaidPlaceColumn } from '../contract/lookup/table.ts';
import { InputError } from '../errors.ts';
import { unknownVersion } from '../http/request.ts';
import { toDisposition } from '../http/send.ts';
import { page, reply, serve, showing, type Served } from '../http/serve.ts';
import { readSheetFile } from '../sheets/file.ts';
import { problemText } from '../words/problems.ts';
import type { RequestHandler } from 'express';
import type { Lookup } from './service.ts';
import type { CodeApart } from './apart.ts';
import type { TableMade } from './table/file.ts';
import { z } from 'zod';

export interface ServeLookupDeps {
  datasets: {
    getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
    findAsOf: (id: DatasetId, query: AsOfQuery) => Promise<AsOfAnswer>;
  };
  lookup: Pick<Lookup, 'answer'>;
}

export interface ServeTablesDeps {
  datasets: Pick<ServeLookupDeps['datasets'], 'getVersion'>;
  codeApart: CodeApart;
  /** @throws ForbiddenError where a page of another origin sent the request */
  requireOwnPage: RequestHandler;
}

/** @throws NotFoundError where nothing is published */
async function findPublished(datasets: Pick<ServeLookupDeps['datasets'], 'getVersion'>, id: DatasetId, ref: VersionTag | 'current'): Promise<DatasetVersion> {
  const version = await datasets.getVersion(id, ref);
  if (!isPublic(version)) throw unknownVersion(id, ref);
  return version;
}

/** What is looked up by itself; made in the threads of heavy answers too. */
export function serveLookup({ datasets, lookup }: ServeLookupDeps): Served[] {
  return [
    showing<typeof routes.lookUp>(
      serve(routes.lookUp, async ({ query, goOn }) => {
        const id = toBoundariesId(query.country);
        const { ref, asOf } = await findRefAsOf(datasets, id, 'current', { date: query.on });
        const answer = await lookup.answer(await findPublished(datasets, id, ref), query, goOn);
        return reply(asOf ? { ...answer, asOf } : answer, { cache: 'minute' });
      }),
      { datasets: ({ query: { country } }) => [toBoundariesId(country)] },
    ),
  ];
}

/** Whole tables. */
export function serveCodedTables({ datasets, codeApart, requireOwnPage }: ServeTablesDeps): Served[] {
  return [
    showing<typeof routes.codeTable>(
      serve(
        routes.codeTable,
        async ({ query: { country, answer, lang, sheet, columns }, request, response }) => {
          const version = await findPublished(datasets, toBoundariesId(country), 'current');
          const said = readSaid(columns);
          const file = await readSheetFile(request, response, MAX_BYTES);
          const made = await codeApart(version, { ...file, lang, sheet, said, wanted: answer });
          const summary = JSON.stringify({ version: version.version, ...made.summary });
          if (answer === 'summary' || !made.bytes) return page(summary, 'application/json');
          return page(made.bytes, made.mediaType, {
            headers: {
              'Content-Disposition': toDisposition(made.file),
              // How it was read, for programs: escaped, since headers are Latin.
              'X-Codmap-Summary': toHeader(made.summary),
              'X-Codmap-Source-Sha256': createHash('sha256').update(file.bytes).digest('hex'),
            },
          });
        },
        requireOwnPage,
      ),
      { datasets: ({ query: { country } }) => [toBoundariesId(country)] },
    ),
  ];
}

/** A hundred thousand rows of a wide form. */
const MAX_BYTES = 60_000_000;

/** JSON in the signs that a header can hold; cut short it would be none, so columns are left out where all is too long. */
function toHeader({ columns, ...rest }: TableMade['summary']): string {
  const about = { ...rest, sheets: undefined };
  const whole = toAscii(JSON.stringify({ ...about, columns: columns.filter(({ role }) => role !== 'none') }));
  return whole.length <= LONGEST_HEADER ? whole : toAscii(JSON.stringify(about));
}
const LONGEST_HEADER = 8000;
const toAscii = (text: string) => text.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

function readSaid(text: string | undefined): SaidPlaceColumn[] {
  if (text === undefined) return [];
  try {
    const parsed = z.array(saidPlaceColumn).max(300).safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Told below.
  }
  throw new InputError('lookup.columns', problemText('lookup.columns'));
}
