/** How checks are run, and what is made of their results. */
import type { CheckResult, Clause, Finding, PublishedJudgement, ValidationReport } from '../contract/finding.ts';
import type { ReportSummary } from '../contract/datasets/dataset.ts';
import { checkLabel } from '../words/checks.ts';
import { clause } from '../words/clauses.ts';
import { sayClause } from '../words/words.ts';
import type { Check, Shared } from './check.ts';

export type CheckProgress = (done: number, total: number, label: string) => void;

/**
 * Runs checks one after the other. A check that throws becomes `skipped` and `crashed`: it never counts as passed.
 * `now` gives milliseconds, for the time each check took; it is a parameter because ingest has no clock of its own.
 */
export async function runChecks<Context>(
  checks: Check<Context>[],
  context: Context,
  onProgress: CheckProgress = () => {},
  now: () => number = () => performance.now(),
): Promise<CheckResult[]> {
  const shared = createShared();
  const results: CheckResult[] = [];
  for (const check of checks) {
    const label = checkLabel({ check: check.id, label: check.id }, 'en');
    onProgress(results.length, checks.length, label);
    const start = now();
    const head = { check: check.id, label, spec: check.spec };
    try {
      const outcome = await check.run(context, shared);
      const ms = now() - start;
      if ('skipped' in outcome) results.push({ ...head, status: 'skipped', ...sayReason(outcome.skipped), findings: [], ms });
      else results.push({ ...head, status: statusOf(outcome), findings: sortFindings(outcome), ms });
    } catch (error) {
      const reason = clause('skipped.crashed', { error: error instanceof Error ? error.message : String(error) });
      results.push({ ...head, status: 'skipped', crashed: true, ...sayReason(reason), findings: [], ms: now() - start });
    }
  }
  onProgress(checks.length, checks.length, '');
  return results;
}

function sayReason(reason: Clause): Pick<CheckResult, 'reason' | 'reasonClause'> {
  return { reason: sayClause(reason, 'en') ?? reason.code, reasonClause: reason };
}

function createShared(): Shared {
  const made = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
}

/** Failed means at least one error that nobody accepted. */
export function statusOf(findings: Finding[]): 'passed' | 'failed' {
  return findings.some((finding) => finding.severity === 'error' && finding.count > finding.accepted) ? 'failed' : 'passed';
}

const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 };

/** Worst first, then by code and level: the same data always gives the same order. */
function sortFindings(findings: Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) || (a.level ?? -1) - (b.level ?? -1),
  );
}

/**
 * Sums results up. `errors`, `warnings` and `infos` count occurrences that nobody accepted; `accepted` counts the others.
 * `sha256` is that of the uploaded bytes.
 */
export function toReport(results: CheckResult[], about: Pick<ValidationReport, 'dataset' | 'sha256' | 'levels' | 'questions'>): ValidationReport {
  const sums = toPublished(results);
  const publishable = sums.errors === 0 && !about.questions?.length && !results.some((result) => result.crashed);
  return { ...about, ...sums, publishable };
}

/** The same sums of what was found in the published files, which are judged for no leave to publish. */
export function toPublished(results: CheckResult[]): PublishedJudgement {
  const sums = { error: 0, warning: 0, info: 0 };
  let accepted = 0;
  for (const { findings } of results) {
    for (const finding of findings) {
      sums[finding.severity] += finding.count - finding.accepted;
      accepted += finding.accepted;
    }
  }
  return { results, errors: sums.error, warnings: sums.warning, infos: sums.info, accepted };
}

/** What a version carries of its report. */
export function toSummary({ errors, warnings, infos, accepted, questions = [], published, publishable }: ValidationReport): ReportSummary {
  const asked = questions.length > 0 ? { questions: questions.length } : {};
  return { errors, warnings, infos, accepted, ...asked, ...(published ? { published: countKinds(published.results) } : {}), publishable };
}

/** Kinds of findings, whatever number of places they are found at and at whatever level. */
function countKinds(results: CheckResult[]): { errors: number; warnings: number } {
  const open = results.flatMap(({ findings }) => findings.filter(({ count, accepted }) => count > accepted));
  const kinds = (wanted: Finding['severity']) => new Set(open.flatMap(({ severity, code }) => (severity === wanted ? [code] : []))).size;
  return { errors: kinds('error'), warnings: kinds('warning') };
}

/** The report with its results changed, those of the published files as well. */
export function mapResults(report: ValidationReport, change: (results: CheckResult[]) => CheckResult[]): ValidationReport {
  const { results, published } = report;
  return { ...report, results: change(results), ...(published ? { published: { ...published, results: change(published.results) } } : {}) };
}
