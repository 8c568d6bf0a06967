/** A legend as a list: colour, interval, number of units. Rows come from the break table that the map is painted by. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { LegendRow } from './legend.ts';
import type { Look } from '../kinds/presence/count.ts';
import './legendView.css';

/** Looks of units without a number. */
export type { Look };

export interface LegendEntry {
  label: string;
  /** Units that look like this; null where that says nothing. */
  count: number | null;
  color?: string;
  look?: Look;
}

export function classEntries(rows: readonly LegendRow[], label: (row: LegendRow) => string): LegendEntry[] {
  return rows.map((row) => ({ label: label(row), count: row.count, color: row.color }));
}

/** @param units words for a count of units, for those who hear the list */
export function renderLegend(entries: readonly LegendEntry[], units: (count: number) => string, format: (value: number) => string): TemplateResult {
  return html`<ul class="legend">
    ${entries.map(
      ({ label, count, color, look }) =>
        html`<li>
          ${swatch(color, look)}<span class="legend-label" dir="auto">${label}</span
          >${count === null ? nothing : html`<span class="muted small number" aria-hidden="true">${format(count)}</span><span class="visually-hidden">${units(count)}</span>`}
        </li>`,
    )}
  </ul>`;
}

function swatch(color?: string, look?: Look): TemplateResult {
  return html`<svg class="swatch" data-look=${look ?? nothing} width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
    <rect class="swatch-ground" x="0.5" y="0.5" width="25" height="17" rx="2" fill=${color ?? nothing}></rect>
    ${look === 'above' ? svg`<path class="swatch-mark" d="M0 12 12 0M0 20 20 0M6 20 26 0M14 20 26 8" />` : nothing}
    ${look === 'withheld' ? svg`<path class="swatch-mark swatch-net" d="M0 10 10 0M2 18 20 0M12 18 26 4M0 8 10 18M6 0 24 18M16 0 26 10" />` : nothing}
    ${look === 'not-placed' ? svg`<path class="swatch-dots" d="M5 5h0M13 5h0M21 5h0M9 12h0M17 12h0" />` : nothing}
    ${look === 'withheld' ? svg`<path class="swatch-mark swatch-net" d="M0 10 10 0M2 18 20 0M12 18 26 4M0 8 10 18M6 0 24 18M16 0 26 10" />` : nothing}
    ${look === 'no-data' ? svg`<path class="swatch-mark swatch-grid" d="M6.5 1v16M13 1v16M19.5 1v16M1 6h24M1 12h24" />` : nothing}
  </svg>`;
}
