/** The report in every form, and the files of the version. */
import { html, type TemplateResult } from 'lit';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { DraftKey, DraftModel } from './model.ts';
import { icon } from '../../ui/icon.ts';
import { downloadList } from '../../kit/facts.ts';

const REPORTS: [file: string, label: DraftKey][] = [
  ['report.html', 'report.html'],
  ['report.csv', 'report.csv'],
  ['report.geojson', 'report.geojson'],
  ['report', 'report.json'],
  ['checklist.html', 'report.checklist-html'],
  ['checklist.xlsx', 'report.checklist-xlsx'],
];

export function renderFiles({ t, app }: Pick<DraftModel, 't' | 'app'>, version: VersionAnswer): TemplateResult {
  const base = `/api/v1/datasets/${version.dataset}/versions/${version.version}`;
  return html`<h2>${t('report.title')}</h2>
    <ul class="downloads">
      ${REPORTS.map(([file, label]) => html`<li><a href="${base}/${file}?lang=${app.language}" target="_blank" rel="noopener">${icon('download', 16)} ${t(label)}</a></li>`)}
    </ul>
    <h2>${t('download.title')}</h2>
    ${downloadList(version, app, t as never)}`;
}
