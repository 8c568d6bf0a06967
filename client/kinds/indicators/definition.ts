/** What the shown indicator is: of the agreed list where it is in it, else as the file was read. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../ui/icon.ts';
import type { IndicatorsModel } from './model.ts';
import { indicatorText, sectorText } from './words.ts';

export function renderDefinition(model: IndicatorsModel): TemplateResult | typeof nothing {
  const { say, app, offered, series, country } = model;
  const own = offered!.indicators.find(({ code }) => code === series?.indicator);
  if (!own) return nothing;
  const row = (label: string, text: string) =>
    text
      ? html`<dt class="small muted">${label}</dt>
          <dd><bdi>${text}</bdi></dd>`
      : nothing;
  const list = app.href(`/c/${country.id3.toLowerCase()}/indicators/list`);
  return html`<details class="indicator-definition" open>
    <summary>${icon('info', 18)} ${say('indicators.definition')}</summary>
    <dl>
      ${row(say('indicators.definition.title'), indicatorText(model, own))} ${row(say('indicators.definition.code'), own.code)}
      ${row(say('indicators.definition.sector'), own.sector === null ? '' : sectorText(model, own.sector))}
      ${row(say('indicators.definition.measure'), say(`indicators.type.${own.measure}`))}
      ${row(say('indicators.definition.adding'), say(own.additive ? 'indicators.adding.units' : 'indicators.adding.never'))}
      ${row(say('indicators.definition.direction'), own.direction === 'none' ? '' : say(`indicators.direction.${own.direction}`))}
      ${row(say('indicators.definition.state'), say(`indicators.state.${own.state}`))}
    </dl>
    <p><a href=${list}>${say('indicators.list')}</a></p>
  </details>`;
}
