/** How a stored report is written for people and programs: one writer for each ending of the report route. */
import type { DatasetVersion } from '../contract/dataset.ts';
import type { ValidationReport } from '../contract/finding.ts';

export type ReportLang = 'en' | 'fr' | 'es' | 'ar';

export interface ReportWriter {
  mediaType: string;
  write: (report: ValidationReport, lang: ReportLang, version: DatasetVersion) => string | Promise<string>;
}

/** By ending: `html`, `csv`, `geojson`. */
export type ReportWriters = Record<string, ReportWriter>;
