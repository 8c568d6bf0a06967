/** How a stored report is written for people and programs: one writer for each file beside the report route. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { ValidationReport } from '../contract/finding.ts';
import type { Lang } from '../contract/languages.ts';

export interface ReportWriter {
  mediaType: string;
  /**
   * @param read the report, where it must be written anew
   * @param named whether it names who accepted what, which only those who work here read
   */
  write: (read: () => Promise<ValidationReport>, lang: Lang, version: DatasetVersion, named: boolean) => Promise<string | Uint8Array>;
}

/** By file name: `report.html`, `checklist.xlsx`. */
export type ReportWriters = Record<string, ReportWriter>;
