/** The registry as files, with the filters that are set. */
import { html, type TemplateResult } from 'lit';
import { icon } from '../../../ui/icon.ts';
import type { AssessmentsModel } from '../model.ts';

const FILES = [
  ['csv', 'getAssessmentsCsv'],
  ['xlsx', 'getAssessmentsXlsx'],
  ['json', 'getAssessmentsJson'],
  ['hxl', 'getAssessmentsHxl'],
  ['geojson', 'getAssessmentsGeojson'],
  ['ics', 'getAssessmentsCalendar'],
  ['atom', 'getAssessmentsFeed'],
  ['form', 'getAssessmentForm'],
] as const;

export function renderDownloads(model: AssessmentsModel): TemplateResult {
  const { t } = model;
  return html`<details class="assess-downloads no-print">
    <summary class="button">${icon('download', 18)} ${t('assess.downloads')}</summary>
    <ul class="card-box">
      ${FILES.map(([name, route]) => html`<li><a href=${model.fileAddress(route)}>${t(`assess.file.${name}`)}</a></li>`)}
    </ul>
  </details>`;
}
