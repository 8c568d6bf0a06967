/** The age and sex pyramid as a table whose cells hold bars: read row by row it says the same as the picture. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Pyramid } from './values.ts';
import { ageLabel } from './labels.ts';
import type { PopulationModel } from './model.ts';

/** Oldest on top, as everywhere. Nothing where the file has no ages by sex. */
export function renderPyramid(model: Pick<PopulationModel, 'say' | 'app'>, { bands, f, m }: Pyramid, title: string): TemplateResult | typeof nothing {
  const { say, app } = model;
  if (bands.length === 0 || (f === null && m === null)) return nothing;
  const most = Math.max(1, ...bands.flatMap((band) => [band.f ?? 0, band.m ?? 0]));
  const bar = (value: number | null, sex: 'f' | 'm') => {
    const text = value === null ? say('population.no-data') : app.format.number(Math.round(value));
    // Through the style object: the content security policy forbids style attributes.
    return html`<td class="bar-${sex}" title=${text}>
      <span class="visually-hidden">${text}</span><span class="bar" .style=${`inline-size: ${((value ?? 0) / most) * 100}%`}></span>
    </td>`;
  };
  return html`<figure class="pyramid">
    <figcaption>${title}</figcaption>
    <table>
      <thead>
        <tr class="small">
          <th scope="col">${say('population.sex.f')} <span class="muted number">${f === null ? '' : app.format.number(Math.round(f))}</span></th>
          <th scope="col"><span class="visually-hidden">${say('population.age')}</span></th>
          <th scope="col">${say('population.sex.m')} <span class="muted number">${m === null ? '' : app.format.number(Math.round(m))}</span></th>
        </tr>
      </thead>
      <tbody>
        ${bands.toReversed().map(
          (band) =>
            html`<tr>
              ${bar(band.f, 'f')}
              <th scope="row" class="number"><bdi>${ageLabel(model, band.age)}</bdi></th>
              ${bar(band.m, 'm')}
            </tr>`,
        )}
      </tbody>
    </table>
  </figure>`;
}
