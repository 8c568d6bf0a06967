/** A QR code, drawn here: the secret in it goes to no other server. */
import { svg, html, type TemplateResult } from 'lit';
import { encode } from 'uqr';
import './qr.css';

/** Light squares around the code that readers need (ISO/IEC 18004 §5.3.8). */
const QUIET = 4;

/** Always dark on light, whatever the theme: many readers take nothing else. */
export function qrCode(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
    ${svg`<rect width=${size} height=${size} fill="white"/><path d=${path} fill="black"/>`}
  </svg>`;
}
