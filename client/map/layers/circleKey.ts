/** The key of circles in a legend: nested circles of round numbers, as large as those of the map. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { circleKey } from '../../../server/contract/maps/circles.ts';

/** Room of the numbers beside. */
const NUMBERS = 84;

/** Numbers are to the right of their circles in every language, as on pictures. @param scale of the map; null where it has no circle */
export function renderCircleKey(scale: { most: number; radius: number } | null, format: (value: number) => string): TemplateResult | typeof nothing {
  const key = scale && circleKey(scale.most, scale.radius);
  if (!key) return nothing;
  const { circles, height, reach } = key;
  const width = reach + NUMBERS;
  const top = 6;
  return html`<svg
    class="circle-key"
    width=${width}
    height=${height + 2 * top}
    viewBox="0 ${-top} ${width} ${height + 2 * top}"
    direction="ltr"
    role="img"
    aria-label=${circles.map(({ value }) => format(value)).join(' · ')}
  >
    ${circles.map(({ r, cx, cy }) => svg`<circle cx=${cx} cy=${cy} r=${r} />`)}
    ${circles.map(({ value, cx, top: at }) => svg`<path d=${`M${cx} ${at + 0.5}H${reach}`} /><text x=${reach + 3} y=${at + 4.5}>${format(value)}</text>`)}
  </svg>`;
}
