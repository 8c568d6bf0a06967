/** Occurrences that the report's answer does not list: they come page by page, each after the ones before it. */
import type { FindingItem, Severity, ShownFinding, ShownReport } from '../../../server/contract/finding.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { toFindingFeatures, type ShownFindings } from '../../map/layers/findings.ts';
import { listFindings, NONE_PASSES, onlyFinding, toPassing, type Filter } from './filter.ts';
import { isAbort, type App } from '../../kit/view.ts';

export const findingsOf = (report: ShownReport): ShownFinding[] => report.results.flatMap(({ findings }) => findings);

/** Address of the tiles of a report, for a map; another one when the report is another. */
export function tilesOfReport({ dataset, version, artifacts }: VersionAnswer, origin: string): string {
  const report = artifacts.find(({ kind }) => kind === 'report')?.sha256.slice(0, 16);
  const address = toAddress('getReportTile', { id: dataset, version, z: '{z}', x: '{x}', y: '{y}' }, { report });
  return origin + address.replace(/%7B([xyz])%7D/g, '{$1}');
}

/** What the map shows of a report: one occurrence alone, or one finding, or all that the filter lets through. */
export function showFindings({
  version,
  report,
  filter,
  chosen,
  opened,
}: Pick<ReportHolder, 'version' | 'report'> & { filter: Filter; chosen: string | null; opened: number | null }): ShownFindings | null {
  if (!version || !report) return null;
  const looked = chosen === null ? undefined : listFindings(report, filter).find(({ item }) => item.id === chosen);
  const passing = toPassing(report, filter);
  return {
    tiles: tilesOfReport(version, location.origin),
    passing: looked ? NONE_PASSES : opened === null ? passing : onlyFinding(passing, opened),
    chosen: looked ? toFindingFeatures(looked.item, looked.finding.severity, findingsOf(report).indexOf(looked.finding)) : [],
  };
}

/** The report with further occurrences of one of its findings. */
function withItems(report: ShownReport, number: number, items: readonly FindingItem[]): ShownReport {
  const changed = findingsOf(report)[number]!;
  return {
    ...report,
    results: report.results.map((result) =>
      result.findings.includes(changed)
        ? { ...result, findings: result.findings.map((finding) => (finding === changed ? { ...finding, items: [...finding.items, ...items] } : finding)) }
        : result,
    ),
  };
}

/** Who shows the report. */
export interface ReportHolder {
  app: App;
  version: VersionAnswer | null;
  report: ShownReport | null;
  signal: AbortSignal;
  host: { requestUpdate: () => void };
  t: (key: 'state.failed') => string;
}

export function createOccurrences(holder: ReportHolder) {
  const params = () => ({ id: holder.version!.dataset, version: holder.version!.version });
  const lacks = ({ items, count }: ShownFinding) => items.length < count;

  /** Further occurrences of a finding, until `enough` or all that there are. */
  async function load(number: number, enough: (items: readonly FindingItem[]) => boolean): Promise<void> {
    try {
      for (;;) {
        const before = holder.report;
        const finding = before && findingsOf(before)[number];
        if (!finding || !lacks(finding) || enough(finding.items)) return;
        const query = { lang: holder.app.language, finding: number, offset: finding.items.length };
        const { items } = await holder.app.api.call('listOccurrences', { params: params(), query, signal: holder.signal });
        // Another report has come in the meantime, in another language or judged anew.
        if (items.length === 0 || holder.report !== before) return;
        holder.report = withItems(before, number, items);
        holder.host.requestUpdate();
      }
    } catch (error) {
      if (!isAbort(error)) holder.app.toast(holder.t('state.failed'));
    }
  }

  return {
    load,
    /** What is searched for is searched among all. */
    async loadAll(of: (severity: Severity) => boolean): Promise<void> {
      for (const [number, { severity }] of findingsOf(holder.report!).entries()) if (of(severity)) await load(number, () => false);
    },
    /** Brings an occurrence into the list, of whichever finding it is. */
    async bring(id: string): Promise<void> {
      const isIt = (items: readonly FindingItem[]) => items.some((item) => item.id === id);
      const findings = holder.report ? findingsOf(holder.report) : [];
      if (!findings.some(lacks) || findings.some(({ items }) => isIt(items))) return;
      const found = await holder.app.api.call('listOccurrences', { params: params(), query: { item: id, limit: 1 }, signal: holder.signal }).catch(() => null);
      if (found) await load(found.finding, isIt);
    },
  };
}
