/** What a draft holds of each indicator beside what the version before it held: how many values, how many without, and their sum where there is one. */
import { html, type TemplateResult } from 'lit';
import type { IndicatorSummary, ValueTotal } from '../../../../server/contract/indicators/data.ts';
import type { DraftPage } from '../../../kit/draft.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { IndicatorsKey } from '../painted.ts';
import { groupText, phaseText, statusText, timeText } from '../words.ts';

/** What makes two totals of two versions the same thing; the latest of an earlier version is of an earlier period, so when is no part of it where each has one. */
const keyOf = ({ indicator, status, level, type, phase, period, analysis, dimensions }: ValueTotal, withTime: boolean) =>
  JSON.stringify([indicator, status, level, type, phase, dimensions, withTime ? [period, analysis] : null]);

export function renderValues(page: DraftPage, now: IndicatorSummary, before: IndicatorSummary | null): TemplateResult {
  const { app } = page;
  const say = page.t as unknown as Translate<IndicatorsKey>;
  const speaker = { say, app };
  const keys = (values: readonly ValueTotal[], withTime: boolean) => values.map((each) => keyOf(each, withTime));
  // Of each thing once in both versions: whatever the period, they are compared.
  const isOnce = [now.values, before?.values ?? []].every((values) => new Set(keys(values, false)).size === values.length);
  const was = new Map((before?.values ?? []).map((each) => [keyOf(each, !isOnce), each]));
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '–' : app.format.number(Math.round(value)));
  const row = (own: ValueTotal) => {
    const earlier = was.get(keyOf(own, !isOnce));
    const about = [statusText(speaker, own.status), own.phase === null ? '' : phaseText(speaker, own.phase), groupText(speaker, own), timeText(speaker, own)];
    const level = own.level === null ? say('indicators.not-on-map') : page.t('level.n', { level: own.level });
    return html`<tr>
      <th scope="row"><code dir="ltr">${own.indicator}</code> <span class="small muted">${[...about, level].filter(Boolean).join(' · ')}</span></th>
      <td class="number numeric">${number(own.count)}</td>
      <td class="number numeric">${number(own.noData)}</td>
      <td class="number numeric">${number(own.sum)}</td>
      ${
        before
          ? html`<td class="number numeric">${number(earlier?.count)}</td>
              <td class="number numeric">${number(earlier?.sum)}</td>`
          : ''
      }
    </tr>`;
  };
  return html`<details class="indicator-values" ?open=${now.values.length <= 40}>
    <summary>${say('indicators.values')} (${app.format.number(now.values.length)})</summary>
    <div class="indicator-values-scroll" tabindex="0" role="group" aria-label=${say('indicators.values')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${say('indicators.indicator')}</th>
            <th scope="col" class="numeric">${say('indicators.values')}</th>
            <th scope="col" class="numeric">${say('indicator.empty.noData')}</th>
            <th scope="col" class="numeric">${say('indicators.sum')}</th>
            ${
              before
                ? html`<th scope="col" class="numeric">${say('indicators.values.before')}</th>
                    <th scope="col" class="numeric">${say('indicators.sum.before')}</th>`
                : ''
            }
          </tr>
        </thead>
        <tbody>
          ${now.values.map(row)}
        </tbody>
      </table>
    </div>
  </details>`;
}
