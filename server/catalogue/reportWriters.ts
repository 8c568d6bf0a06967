/** The report writers with what they need from the store: a report is drawn over the outlines of its own version. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { FeatureTable } from '../contract/admin.ts';
import { toIso3 } from '../contract/ids.ts';
import type { ReportWriters } from './report.ts';
import { fillChecklist } from '../checks/report/checklist.ts';
import { writeChecklistHtml, writeChecklistXlsx } from '../checks/report/checklistFiles.ts';
import { writeCsvReport } from '../checks/report/csv.ts';
import { writeGeoJsonReport } from '../checks/report/geojson.ts';
import { writeHtmlReport } from '../checks/report/html.ts';
import type { Datasets } from './datasets.ts';
import { readGeometry } from './geometry.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const titleOf = (version: DatasetVersion) => version.metadata.title || `${version.dataset} ${version.version}`;

export function createReportWriters(datasets: Datasets): ReportWriters {
  const tablesOf = async (version: DatasetVersion): Promise<FeatureTable[]> => (await readGeometry(version, datasets.readArtifact)) ?? [];
  const checklist = (report: Parameters<typeof fillChecklist>[0], lang: Parameters<typeof fillChecklist>[1], version: DatasetVersion) =>
    fillChecklist(report, lang, { country: toIso3(version.dataset), date: version.createdAt });
  return {
    'report.html': {
      mediaType: 'text/html',
      write: async (report, lang, version) => writeHtmlReport(report, lang, { title: titleOf(version), tables: await tablesOf(version) }),
    },
    'report.csv': { mediaType: 'text/csv', write: writeCsvReport },
    'report.geojson': { mediaType: 'application/geo+json', write: writeGeoJsonReport },
    'checklist.html': {
      mediaType: 'text/html',
      write: (report, lang, version) => writeChecklistHtml(checklist(report, lang, version), lang, titleOf(version)),
    },
    'checklist.xlsx': { mediaType: XLSX, write: (report, lang, version) => writeChecklistXlsx(checklist(report, lang, version), lang, titleOf(version)) },
  };
}
