/** What checks say: data, never only sentences. */
import type { Geometry } from 'geojson';
import type { BoundaryLayer } from './boundaries/columns.ts';
import type { Clause } from './clause.ts';
import type { ColumnQuestion, ColumnReading } from './columns.ts';
import type { AdminLevel, DatasetId } from './ids.ts';

export type { Clause, ClauseValue } from './clause.ts';

/** MUST broken, SHOULD broken, note. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What came of a check. */
export const CHECK_STATUSES = ['passed', 'failed', 'skipped'] as const;

/** One occurrence of a fault: what a person clicks on. */
export interface FindingItem {
  /** Stable for the same fault in the same data: code, level, P-codes and place. */
  id: string;
  pcodes: string[];
  /** 1-based record numbers in the source layer or table. */
  rows: number[];
  /** One short clause with the measured figures, for example `CF111 and CF112 overlap by 0.4 m²`. English as stored. */
  detail: string;
  /** What `detail` says, as data: other languages are made from it. Reports stored before it was written down have none. */
  clause?: Clause;
  at?: [lon: number, lat: number];
  bbox?: [number, number, number, number];
  /** Of a fault at several places a point in each; `at` is in the widest, areas are summed. */
  places?: [lon: number, lat: number][];
  areaM2?: number;
  widthM?: number;
  lengthM?: number;
  /** Before, after, expected: whatever a person compares. */
  values?: Record<string, string | number | null>;
  /** The place itself, in WGS 84, for the map. */
  overlay?: Geometry;
  accepted?: Acceptance;
}

export interface Acceptance {
  reason: string;
  by: string;
  /** ISO date and time. */
  at: string;
}

/** An entry of a dataset's exception register: a fault that a person accepted, and enough of it to know it again. */
export interface FindingException extends Acceptance {
  code: string;
  level: AdminLevel | null;
  pcodes: string[];
  /** Of the item when it was accepted; only what it had. `detail` tells apart faults without codes and place. */
  fingerprint: { at?: [lon: number, lat: number]; bbox?: [number, number, number, number]; areaM2?: number; detail?: string };
}

/** All occurrences of one fault at one level with one severity. */
export interface Finding {
  /** Stable: `pcode.duplicate`. The key of its message in server/words. */
  code: string;
  severity: Severity;
  /** null where the fault belongs to the dataset and not to a level. */
  level: AdminLevel | null;
  /** English: what happened, where, with the number, and what to do. Other languages are made from `code` and `params`. */
  message: string;
  params: Record<string, string | number>;
  /** All occurrences; `items` of a stored report holds the first MAX_ITEMS of them, of an answer the first LISTED_ITEMS. */
  count: number;
  /** How many of `count` are accepted exceptions. */
  accepted: number;
  /** How many of `count` still hold in what is published; 0 where publishing mends them. Missing where nobody can tell, and of tables. */
  holds?: number;
  items: FindingItem[];
}

/** Occurrences of one finding that a report keeps: all there are of any file that was ever sent in, and an end where every row is at fault. */
export const MAX_ITEMS = 10_000;
/** Those that the answer with the report lists; the rest comes page by page, in its files and as tiles. */
export const LISTED_ITEMS = 500;

export interface CheckResult {
  /** Catalogue id: `T1`. */
  check: string;
  label: string;
  /** The rule it applies: section of the COD-AB specification, or the document that states it. */
  spec: string;
  /** Section of the OCHA Data Evaluation Checklist it answers, where there is one. */
  status: (typeof CHECK_STATUSES)[number];
  /** Always there when skipped. Failed means at least one finding of severity error that nobody accepted. English as stored. */
  reason?: string;
  /** What `reason` says, as data; missing in reports stored before it was written down. */
  reasonClause?: Clause;
  /** The check itself broke: nothing is known, so the dataset cannot be published. */
  crashed?: true;
  findings: Finding[];
  ms: number;
}

/** The published files judged once more before they are stored: what holds in them. Its occurrences have no overlay. */
export interface PublishedJudgement {
  results: CheckResult[];
  errors: number;
  warnings: number;
  infos: number;
  accepted: number;
}

export interface ValidationReport {
  dataset: DatasetId | null;
  /** Of the uploaded bytes, in the order of file names. */
  sha256: string;
  levels: { level: AdminLevel; units: number }[];
  results: CheckResult[];
  errors: number;
  warnings: number;
  infos: number;
  accepted: number;
  /** Guesses that a person must confirm or correct before publishing. Reports stored before there were any have none. */
  questions?: ColumnQuestion<unknown>[];
  /** Only in the report of `codmap check`, where it is the template of `--columns`: the columns as they were read. */
  columns?: ColumnReading<unknown>[];
  /** The same of boundaries: their layers. */
  layers?: BoundaryLayer[];
  /** Boundaries that were ingested: what holds in the files of the version. */
  published?: PublishedJudgement;
  /** No error that is not accepted, no question open, and no required check skipped by a crash. */
  publishable: boolean;
}

/** A report in a language of the interface: each finding with the short label that lists show. */
export type ShownFinding = Finding & { title: string };
export type ShownResult = Omit<CheckResult, 'findings'> & { findings: ShownFinding[] };
export type ShownReport = Omit<ValidationReport, 'results' | 'published'> & {
  results: ShownResult[];
  published?: Omit<PublishedJudgement, 'results'> & { results: ShownResult[] };
};
