/** A 3W as tables: CSV of areas by cluster and of organisations by area, and the workbook of all of it. */
import type { Request } from 'express';
import type { z } from 'zod';
import type { definitionQuery, OntoQuery } from '../contract/presence/api.ts';
import type { CountDefinition } from '../contract/presence/presence.ts';
import { presenceRoutes as routes } from '../contract/presence/routes.ts';
import { toIso3, type DatasetId } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import { languageOf } from '../words/words.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import { writeCsv, writeXlsx } from '../formats/tables/write.ts';
import type { CachePolicy } from '../http/cache.ts';
import { page, serve, showing, type Served } from '../http/serve.ts';
import { iso2Of } from '../matching/countries.ts';
import { withOwnSectors } from '../matching/sectors.ts';
import { ForbiddenError } from '../errors.ts';
import type { Presence, PresenceRequest } from './service.ts';
import { listColumns, matrixColumns, workbookSheets, type Names } from './tables/workbook.ts';

export interface ServeTablesDeps {
  datasets: Pick<Datasets, 'getVersion' | 'getDataset'>;
  presence: Presence;
  /** Which version is asked, on which boundaries, by whom, and how long the answer may be kept. */
  ask: (request: Request, id: DatasetId, query: OntoQuery) => Promise<PresenceRequest & { cache: CachePolicy }>;
  /** The datasets that an answer on other boundaries shows. */
  onto: Parameters<typeof showing<typeof routes.getMatrixCsv>>[1];
  definitionOf: (asked: PresenceRequest, query: z.output<typeof definitionQuery>) => Promise<CountDefinition>;
}

/** Rows in a workbook: more are for the CSV, which is written as it is read. */
const MOST_ROWS = 20_000;

export function serveTables({ datasets, presence, ask, onto, definitionOf }: ServeTablesDeps): Served[] {
  const namesOf = (lang: Lang, texts: Record<string, string>): Names => ({
    lang,
    sectors: withOwnSectors(
      presence.sectorTable,
      Object.entries(texts).map(([code, text]) => ({ code, text })),
    ),
    orgTypes: presence.orgTypeTable,
  });
  const codeOf = (id: DatasetId) => iso2Of(toIso3(id)) ?? toIso3(id);
  const attachment = ({ dataset, version }: PresenceRequest, file: string) => ({
    'Content-Disposition': `attachment; filename="${dataset}_${version}_${file}"`,
  });

  return (
    [
      serve(routes.getMatrixCsv, async ({ params: { id }, query, request }) => {
        const asked = await ask(request, id, query);
        const matrix = await presence.getMatrix(asked, query.level, await definitionOf(asked, query));
        const bytes = writeCsv(matrixColumns(matrix, codeOf(id), namesOf(query.lang, matrix.sectorTexts)));
        return page(bytes, 'text/csv', { cache: asked.cache, headers: attachment(asked, `adm${query.level}_matrix.csv`) });
      }),

      serve(routes.getListsCsv, async ({ params: { id }, query, request }) => {
        const asked = await ask(request, id, query);
        const definition = await definitionOf(asked, query);
        const areas = await presence.listByArea(asked, query.level, definition);
        const { sectorTexts } = await presence.listOrganisations(asked, definition, null);
        const bytes = writeCsv(listColumns(areas, query.level, namesOf(query.lang, sectorTexts)));
        return page(bytes, 'text/csv', { cache: asked.cache, headers: attachment(asked, `adm${query.level}_organisations.csv`) });
      }),

      serve(routes.getPresenceXlsx, async ({ params: { id }, query, request, base }) => {
        const asked = await ask(request, id, query);
        const { level, lang } = query;
        const definition = await definitionOf(asked, query);
        const [version, { countryNames }, summary, matrix, units, named] = await Promise.all([
          datasets.getVersion(id, asked.version),
          datasets.getDataset(id),
          presence.summarize(asked, level, definition),
          presence.getMatrix(asked, level, definition),
          presence.listUnits(asked, level),
          namedOf(asked, level, definition),
        ]);
        const country = { code: codeOf(id), name: countryNames[lang] ?? countryNames['en'] ?? toIso3(id) };
        const link = base + request.originalUrl;
        const sheets = workbookSheets({ version, country, summary, matrix, units, named, link }, namesOf(lang, matrix.sectorTexts));
        const bytes = await writeXlsx(sheets, { rightToLeft: languageOf(lang).direction === 'rtl' });
        const media = routes.getPresenceXlsx.answer.media;
        return page(bytes, media, { cache: asked.cache, headers: attachment(asked, `adm${level}.xlsx`) });
      }),
    ] satisfies Served[]
  ).map((served) => showing<typeof routes.getMatrixCsv>(served, onto));

  /** What names organisations; null of a sensitive 3W to strangers. */
  async function namedOf(asked: PresenceRequest, level: Parameters<Presence['listByArea']>[1], definition: CountDefinition) {
    try {
      const [areas, organisations, records] = await Promise.all([
        presence.listByArea(asked, level, definition),
        presence.listOrganisations(asked, definition, null),
        presence.listRecords(asked, definition, { pcode: null, limit: MOST_ROWS, offset: 0 }),
      ]);
      return { areas, organisations, records };
    } catch (error) {
      if (error instanceof ForbiddenError && error.code === 'presence.sensitive') return null;
      throw error;
    }
  }
}
