/** The report as stored, with its sentences, details, reasons, titles and names of checks in a language of the interface; everything else is left as it is. */
import type { CheckResult, ShownReport, ShownResult, ValidationReport } from '../../contract/finding.ts';
import { findingText, findingTitle } from '../../words/findings.ts';
import { checkLabel } from '../../words/checks.ts';
import { itemDetail, skipReason } from '../../words/clauses.ts';
import type { Lang } from '../../contract/languages.ts';
import { localizeColumns, localizeLayers, localizeQuestions } from '../../words/columns.ts';

export function localizeReport(report: ValidationReport, lang: Lang): ShownReport {
  const { published, ...rest } = report;
  return {
    ...rest,
    ...(report.questions ? { questions: localizeQuestions(report.questions, lang) } : {}),
    ...(report.columns ? { columns: localizeColumns(report.columns, lang) } : {}),
    ...(report.layers ? { layers: localizeLayers(report.layers, lang) } : {}),
    results: localizeResults(report.results, lang),
    ...(published ? { published: { ...published, results: localizeResults(published.results, lang) } } : {}),
  };
}

function localizeResults(results: CheckResult[], lang: Lang): ShownResult[] {
  return results.map((result) => {
    const reason = skipReason(result, lang);
    return {
      ...result,
      label: checkLabel(result, lang),
      ...(reason === undefined ? {} : { reason }),
      findings: result.findings.map((finding) => ({
        ...finding,
        title: findingTitle(finding, lang),
        message: findingText(finding, lang),
        items: finding.items.map((item) => ({ ...item, detail: itemDetail(item, lang) })),
      })),
    };
  });
}
