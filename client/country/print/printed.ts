/** What is printed in the place of the page: the map as a sheet, not a screen that is cut where the paper ends. */
import { html, nothing, type TemplateResult } from 'lit';
import { orientationOf } from '../../../server/contract/maps/paper.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import type { Layer } from '../layer.ts';
import type { CountryModel } from '../model.ts';
import './printed.css';

/**
 * A lazy picture without a place on the screen is fetched only when it gets one, that is, for print. Of paper it is A4; upright or not by the shape
 * of the country, which the sheet's own page rule says to the browser.
 */
export function renderPrinted({ version, app, t, name }: CountryModel, layer: Layer): TemplateResult | typeof nothing {
  if (!version) return nothing;
  const orientation = orientationOf(version.bbox ?? [0, 0, 1, 1]);
  const src = toAddress('previewSheetSvg', {}, { paper: 'A4', orientation, lang: app.language, spec: JSON.stringify(layer.toSpec()) });
  return html`<img class="printed printed-${orientation}" loading="lazy" src=${src} alt=${t('country.printed', { country: name })} @error=${giveWay} />`;
}

/** Where no sheet can be made the page itself is printed. */
const giveWay = (event: Event): void => (event.target as HTMLElement).remove();
