/** Indicators over HTTP: what a version has, values by unit in any view, files. */
import { toBoundariesId, toIso3, type DatasetId } from '../contract/ids.ts';
import { seriesOfQuery, type FileShape, type ShownAnswer, type ShownQuery } from '../contract/indicators/api.ts';
import { indicatorRoutes as routes } from '../contract/indicators/routes.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { createFindPublic, findVisible, findVisibleAsOf, type VisibleDeps } from '../catalogue/visible.ts';
import { toDisposition } from '../http/send.ts';
import { page, reply, serve, showing, type Served } from '../http/serve.ts';
import type { CodeTable } from '../matching/sectors.ts';
import { languageOf } from '../words/words.ts';
import { writeHapiCsv } from './exports/hapi.ts';
import { writeHxlCsv } from './exports/hxl.ts';
import type { ExportParts } from './exports/rows.ts';
import { writeSdmxCsv } from './exports/sdmx.ts';
import { writeIndicatorsXlsx, writeTidyCsv, writeWideCsv } from './exports/tidy.ts';
import { toShown, type Indicators, type IndicatorsAsked } from './service.ts';
import type { View } from './shown/view.ts';

export interface ServeIndicatorsDeps extends VisibleDeps {
  indicators: Indicators;
  sectors: CodeTable;
}

export function serveIndicators({ datasets, indicators, sectors, authorize }: ServeIndicatorsDeps): Served[] {
  const publicVersion = createFindPublic(datasets);

  async function askedOf(id: DatasetId, query: ShownQuery): Promise<IndicatorsAsked> {
    const { level, measure, split, population, before, beforeStart, beforeEnd, beforeAnalysis } = query;
    const period = beforeStart !== undefined && beforeEnd !== undefined ? { start: beforeStart, end: beforeEnd } : null;
    const isCompared = before !== undefined || period !== null || beforeAnalysis !== undefined;
    return {
      series: seriesOfQuery(query),
      level,
      measure,
      split,
      people: population ?? null,
      before: isCompared ? { version: before === undefined ? null : await publicVersion(id, before), period, analysis: beforeAnalysis ?? null } : null,
    };
  }

  const partsOf = async (version: DatasetVersion): Promise<ExportParts> => {
    const { data, units } = await indicators.open(version);
    return { data, units, country: toIso3(version.dataset) };
  };

  const WRITERS: Record<FileShape, (parts: ExportParts, hxl: boolean) => Uint8Array> = {
    tidy: writeTidyCsv,
    wide: writeWideCsv,
    hxl: writeHxlCsv,
    sdmx: writeSdmxCsv,
    needs: (parts, hxl) => writeHapiCsv({ ...parts, sectors }, 'needs', hxl),
    'food-security': (parts, hxl) => writeHapiCsv({ ...parts, sectors }, 'food-security', hxl),
    idps: (parts, hxl) => writeHapiCsv({ ...parts, sectors }, 'idps', hxl),
  };
  const attachment = (name: string) => ({ 'Content-Disposition': toDisposition(name) });

  /** Names of units of the boundaries stand in files, and their codes in every answer. */
  const withBoundaries = { datasets: ({ params: { id } }: { params: { id: DatasetId } }) => [id, toBoundariesId(toIso3(id))] };

  return [
    serve(routes.getIndicators, async ({ params: { id, version: ref }, query, request }) => {
      const { version, cache, told } = await findVisibleAsOf({ datasets, authorize }, request, id, ref, query);
      // Populations to divide by are published and withdrawn at any time.
      return reply({ ...(await indicators.getIndicators(version)), ...told }, { cache });
    }),

    serve(routes.getIndicatorValues, async ({ params: { id, version: ref }, query: { date, known, ...query }, request }) => {
      const { version, cache, told } = await findVisibleAsOf({ datasets, authorize }, request, id, ref, { date, known });
      const asked = await askedOf(id, query);
      const { view, series, before, people, panels } = await indicators.show(version, asked);
      const answer: ShownAnswer = {
        dataset: version.dataset,
        version: version.version,
        level: query.level,
        series,
        indicator: toShown(view.indicator),
        measure: query.measure,
        style: view.style,
        counts: view.counts,
        classes: [...view.classes],
        ...columnsOf(view),
        national: view.national,
        notPlaced: view.notPlaced,
        notPlacedTotal: view.notPlacedTotal,
        fractional: view.fractional,
        denominator: people && { dataset: people.version.dataset, version: people.version.version, year: people.year, gap: people.gap },
        before: before && { dataset: before.version.dataset, version: before.version.version, series: before.series },
        panels: panels && panels.map(({ sector, series: own, view: shown }) => ({ sector, series: own, ...columnsOf(shown) })),
        ...told,
      };
      // A source may be closed to strangers one day.
      return reply(answer, { cache });
    }),

    showing<typeof routes.getIndicatorsCsv>(
      serve(routes.getIndicatorsCsv, async ({ params: { id, version: ref }, query: { shape, hxl }, request }) => {
        const { version, cache } = await findVisible({ datasets, authorize }, request, id, ref);
        const bytes = WRITERS[shape](await partsOf(version), hxl);
        const name = `${id}_${version.version}_${shape}${hxl && shape !== 'hxl' ? '_hxl' : ''}.csv`;
        return page(bytes, 'text/csv', { cache, headers: attachment(name) });
      }),
      withBoundaries,
    ),

    showing<typeof routes.getIndicatorsXlsx>(
      serve(routes.getIndicatorsXlsx, async ({ params: { id, version: ref }, query: { lang }, request, base }) => {
        const { version, cache } = await findVisible({ datasets, authorize }, request, id, ref);
        const { title, source, license, dateValidOn } = version.metadata;
        const notes: [string, string][] = [
          ['title', title],
          ['dataset', `${id} ${version.version}`],
          ['source', source],
          ['licence', license],
          ['valid on', dateValidOn ?? ''],
          ['link', `${base}${request.originalUrl}`],
        ];
        const bytes = await writeIndicatorsXlsx(await partsOf(version), notes, languageOf(lang).direction === 'rtl');
        return page(bytes, routes.getIndicatorsXlsx.answer.media, { cache, headers: attachment(`${id}_${version.version}.xlsx`) });
      }),
      withBoundaries,
    ),
  ];
}

/** In the order of the boundaries. */
function columnsOf({ values, partial, total }: View) {
  const entries = [...values];
  return {
    pcodes: entries.map(([pcode]) => pcode),
    values: entries.map(([, value]) => (typeof value === 'number' ? value : null)),
    empty: entries.map(([, value]) => (typeof value === 'number' ? null : value)),
    partial: entries.map(([pcode]): [number, number] | null => {
      const own = partial.get(pcode);
      return own ? [own[0], own[1]] : null;
    }),
    total,
  };
}
