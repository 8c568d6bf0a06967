/** `codmap check`: files judged as an ingest would judge them; nothing is stored. What one kind, one format or an existing store needs is loaded for them only. */
import { openPublisherOf } from '../app/base.ts';
import { disclaimIn } from '../disclaimers/notes.ts';
import type { Config } from '../config.ts';
import type { ValidationReport } from '../contract/finding.ts';
import {
  LAYER,
  NO_COUNTRY,
  isBoundaries,
  mayHaveSlug,
  toBoundariesId,
  toIso3,
  toDatasetId,
  type DatasetId,
  type DatasetKind,
  type Iso3,
  type VersionTag,
} from '../contract/ids.ts';
import { InputError, NotFoundError } from '../errors.ts';
import { findPrevious, findWithEarlier } from '../jobs/ingest.ts';
import type { IngestFile } from '../jobs/source.ts';
import type { IngestOptions } from '../kinds/kind.ts';
import { localizeReport } from '../checks/report/localize.ts';
import { createKinds, detectKind } from '../app/kinds.ts';
import { hashOfFiles } from '../catalogue/datasets.ts';
import { databaseAt } from '../store/place.ts';
import { formatReport, type toColours } from './report.ts';
import type { Lang } from '../contract/languages.ts';

export interface CheckRequest {
  files: IngestFile[];
  country?: Iso3;
  kind?: DatasetKind;
  /** Of a layer: which one. */
  layer?: string | undefined;
  /** A stored version to compare with (same kind) or to join to (boundaries). */
  against?: { dataset: DatasetId; version: VersionTag | 'current' };
  format: string;
  lang: Lang;
  options: IngestOptions;
  colours: ReturnType<typeof toColours>;
  onProgress: (stage: string, done: number, total: number) => void;
  onNotice: (text: string) => void;
}

export async function checkFiles(config: Config, request: CheckRequest): Promise<{ report: ValidationReport; text: string }> {
  const { files, options, against, onProgress } = request;
  const kind = request.kind ?? (await detectKind(files));
  const store = databaseAt(config.database).exists()
    ? await (await import('../app/store.ts')).openStore(config, undefined, { onNotice: request.onNotice })
    : undefined;
  try {
    const own = createKinds(store?.db)[kind];
    if (!own) throw new InputError('upload.kind', `This version does not support uploads of the kind ${kind}.`);
    const compared = against && store ? await findPrevious(store.catalog, store.objects, against.dataset, against.version) : null;
    if (against && !compared) throw new NotFoundError('version.unknown', `There is no ${against.dataset} ${against.version} here to compare with.`);
    const country = request.country ?? (against ? toIso3(against.dataset) : NO_COUNTRY);
    const dataset = toDatasetId(kind, country, kind === LAYER ? (request.layer ?? 'layer') : mayHaveSlug(kind) ? request.layer : undefined);
    const report = await own.checker({
      files,
      sha256: hashOfFiles(files),
      dataset,
      country,
      options,
      today: new Date().toISOString().slice(0, 10),
      previous: against?.dataset === dataset ? compared : null,
      boundaries:
        against && isBoundaries(against.dataset)
          ? compared
          : !isBoundaries(dataset) && store // As an ingest into this store would join it.
            ? await findWithEarlier(store.catalog, store.objects, toBoundariesId(country))
            : null,
      exceptions: (await store?.drafts.listExceptions(dataset)) ?? [],
      onProgress,
    });
    return { report, text: await toText(report, request, config) };
  } finally {
    await store?.close();
  }
}

async function toText(report: ValidationReport, { format, lang, colours }: CheckRequest, config: Config): Promise<string> {
  switch (format) {
    case 'json':
      return JSON.stringify(localizeReport(report, lang), null, 2);
    case 'csv':
      return (await import('../checks/report/csv.ts')).writeCsvReport(report, lang);
    case 'geojson':
      return (await import('../checks/report/geojson.ts')).writeGeoJsonReport(report, lang);
    case 'html':
      return (await import('../checks/report/html.ts')).writeHtmlReport(report, lang, {
        title: report.dataset ?? '',
        tables: [],
        published: null,
        disclaimer: disclaimIn(openPublisherOf(config))(lang),
      });
    case 'text':
      return formatReport(localizeReport(report, lang), colours);
    default:
      throw new InputError('report.format', `This version cannot write a report as ${format}.`);
  }
}
