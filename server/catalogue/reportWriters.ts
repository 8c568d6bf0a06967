/** The report writers with what they need from the store: a report is drawn over the outlines of its own version. */
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import type { FeatureTable } from '../contract/admin.ts';
import type { ValidationReport } from '../contract/finding.ts';
import { toDatasetKind, toIso3, type DatasetKind } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import type { Results } from '../store/results.ts';
import type { ReportWriters } from './report.ts';
import { fillChecklist, type AnsweredPoint } from '../checks/report/checklist.ts';
import { writeChecklistHtml, writeChecklistXlsx } from '../checks/report/checklistFiles.ts';
import { writeCsvReport } from '../checks/report/csv.ts';
import { writeGeoJsonReport } from '../checks/report/geojson.ts';
import { writeHtmlReport } from '../checks/report/html.ts';
import type { Datasets } from './datasets.ts';
import type { Disclaim } from '../disclaimers/notes.ts';
import { findGeometry, readGeometry } from './geometry.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const titleOf = (version: DatasetVersion) => version.metadata.title || `${version.dataset} ${version.version}`;

interface Writer {
  mediaType: string;
  write: (
    report: ValidationReport,
    lang: Lang,
    version: DatasetVersion,
    points: readonly AnsweredPoint[],
  ) => string | Uint8Array | Promise<string | Uint8Array>;
}

export interface ReportWritersDeps {
  datasets: Datasets;
  results: Results;
  /** Whether a dataset of this kind may be closed to strangers one day: what is written of it is kept nowhere for long. */
  mayClose: (kind: DatasetKind) => boolean;
  /** What reviewers said of the points of the checklist that no check can know. */
  readPoints: (version: DatasetVersion) => Promise<AnsweredPoint[]>;
  disclaim: Disclaim;
}

/** Each file is written once for a published version, whose report never changes. */
export function createReportWriters({ datasets, results, mayClose, readPoints, disclaim }: ReportWritersDeps): ReportWriters {
  const tablesOf = async (version: DatasetVersion): Promise<FeatureTable[]> => (await readGeometry(version, datasets.readArtifact)) ?? [];
  const checklist = (report: ValidationReport, lang: Lang, version: DatasetVersion, points: readonly AnsweredPoint[]) =>
    fillChecklist(report, lang, { country: toIso3(version.dataset), date: version.createdAt }, points);
  const writers: Record<string, Writer> = {
    'report.html': {
      mediaType: 'text/html',
      write: async (report, lang, version) =>
        writeHtmlReport(report, lang, {
          title: titleOf(version),
          tables: await tablesOf(version),
          published: isPublic(version) ? { reason: version.reason, endorsements: version.endorsements ?? [] } : null,
          disclaimer: disclaim(lang),
        }),
    },
    'report.csv': { mediaType: 'text/csv', write: writeCsvReport },
    'report.geojson': { mediaType: 'application/geo+json', write: writeGeoJsonReport },
    'checklist.html': {
      mediaType: 'text/html',
      write: (report, lang, version, points) => writeChecklistHtml(checklist(report, lang, version, points), lang, titleOf(version)),
    },
    'checklist.xlsx': {
      mediaType: XLSX,
      write: (report, lang, version, points) => writeChecklistXlsx(checklist(report, lang, version, points), lang, titleOf(version)),
    },
  };
  return Object.fromEntries(
    Object.entries(writers).map(([file, { mediaType, write }]) => [
      file,
      {
        mediaType,
        async write(read, lang, version, named) {
          const { dataset, createdAt } = version;
          const { sha256 } = datasets.getReportArtifact(version);
          const points = await readPoints(version);
          const key = [
            'report',
            file,
            lang,
            named,
            sha256,
            findGeometry(version)?.sha256,
            titleOf(version),
            dataset,
            createdAt,
            isPublic(version),
            version.reason,
            points,
            version.endorsements,
          ];
          return results.get(key, !named && isPublic(version) && !mayClose(toDatasetKind(dataset)), async () => write(await read(), lang, version, points));
        },
      },
    ]),
  );
}
