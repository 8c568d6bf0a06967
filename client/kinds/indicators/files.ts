/** The values as files: tables of ours, and the shapes that others read. */
import { html, type TemplateResult } from 'lit';
import { toAddress } from '../../../server/contract/paths.ts';
import { icon } from '../../ui/icon.ts';
import type { IndicatorsModel } from './model.ts';

const SHAPES = ['tidy', 'wide', 'hxl', 'sdmx'] as const;
const HAPI = ['needs', 'food-security', 'idps'] as const;

export function renderFiles(model: IndicatorsModel): TemplateResult {
  const { say, app, source, offered, country } = model;
  const params = { id: source!.dataset, version: source!.version };
  const series = offered!.series;
  // Only shapes that would have rows.
  const has = {
    needs: series.some(({ phase, indicator }) => phase === null && indicator.startsWith('PEOPLE')),
    'food-security': series.some(({ phase }) => phase !== null),
    idps: series.some(({ indicator }) => indicator.startsWith('IDP')),
  };
  const link = (href: string, text: string) => html`<li><a href=${href} download>${text}</a></li>`;
  return html`<details>
      <summary>${icon('download', 18)} ${model.t('download.title')}</summary>
      <ul class="indicator-files">
        ${link(toAddress('getIndicatorsXlsx', params, { lang: app.language }), say('indicators.file.xlsx'))}
        ${[...SHAPES, ...HAPI.filter((shape) => has[shape])].map((shape) => link(toAddress('getIndicatorsCsv', params, { shape }), say(`indicators.file.${shape}`)))}
      </ul>
    </details>
    <p><a href=${app.href(`/c/${country.id3.toLowerCase()}/${model.datasetId}`)}>${model.t('country.dataset')}</a></p>`;
}
