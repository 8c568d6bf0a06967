/** The report in every form, and the files of the version. */
import { html, type TemplateResult } from 'lit';
import { toAddress } from '../../../server/contract/paths.ts';
import type { RouteName } from '../../../server/contract/paths.ts';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { DraftKey, DraftModel } from './model.ts';
import { icon } from '../../ui/icon.ts';
import { downloadList } from '../../kit/facts.ts';

const REPORTS: [route: RouteName, label: DraftKey][] = [
  ['getReportHtml', 'report.html'],
  ['getReportCsv', 'report.csv'],
  ['getReportGeojson', 'report.geojson'],
  ['getReport', 'report.json'],
  ['getChecklistHtml', 'report.checklist-html'],
  ['getChecklistXlsx', 'report.checklist-xlsx'],
];

export function renderFiles({ t, app }: Pick<DraftModel, 't' | 'app'>, version: VersionAnswer): TemplateResult {
  const href = (route: RouteName) => toAddress(route, { id: version.dataset, version: version.version }, { lang: app.language });
  return html`<h2>${t('report.title')}</h2>
    <ul class="downloads">
      ${REPORTS.map(([route, label]) => html`<li><a href=${href(route)} target="_blank" rel="noopener">${icon('download', 16)} ${t(label)}</a></li>`)}
    </ul>
    <h2>${t('download.title')}</h2>
    ${downloadList(version, app, t as never)}`;
}
