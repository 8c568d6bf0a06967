/** A legend as a list: colour, interval, number of units. Rows come from the break table that the map is painted by. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { LegendRow } from './legend.ts';
import { CELL, edgeOf, groundOf, inkOf, isPattern, patternPath, PATTERNS, type Look, type PatternLook } from '../../server/contract/maps/looks.ts';
import { propertyOf, type Token } from '../../server/contract/maps/palette.ts';
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
          ${swatch(color, look)}<span class="legend-label"><bdi>${label}</bdi></span
          >${count === null ? nothing : html`<span class="muted small number" aria-hidden="true">${format(count)}</span><span class="visually-hidden">${units(count)}</span>`}
        </li>`,
    )}
  </ul>`;
}

const SWATCH = { width: 26, height: 18 };

function swatch(color?: string, look?: Look): TemplateResult {
  const { width, height } = SWATCH;
  const pattern = look && isPattern(look) ? patternPath(look, Math.ceil(width / CELL), Math.ceil(height / CELL)) : null;
  return html`<svg class="swatch" data-look=${look ?? nothing} width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <rect class="swatch-ground" width=${width} height=${height} fill=${color ?? (look ? `var(${propertyOf(groundOf(look))})` : nothing)}></rect>
    ${pattern?.edge ? stroke(pattern.d, pattern.edge, edgeOf(look as PatternLook)!) : nothing}
    ${pattern ? stroke(pattern.d, pattern.width, inkOf(look as PatternLook)) : nothing}
    <rect class="swatch-edge" x="0.5" y="0.5" width=${width - 1} height=${height - 1}></rect>
  </svg>`;
}

/** What fills the path of a look on a small map that is drawn as SVG: `url(#…)` of `lookPatterns` in the same page. */
export const lookFill = (look: Look): string => (isPattern(look) ? `url(#look-${look})` : `var(${propertyOf(groundOf(look))})`);

/** The patterns of small maps, once for all of a page; finer than those of the map that they stand beside. */
export function lookPatterns(): TemplateResult {
  return html`<svg width="0" height="0" aria-hidden="true">
    <defs>
      ${PATTERNS.map((look) => {
        const { d, width, edge } = patternPath(look);
        return svg`<pattern id=${`look-${look}`} width=${CELL} height=${CELL} patternUnits="userSpaceOnUse" patternTransform="scale(.7)">
          <rect width=${CELL} height=${CELL} fill=${`var(${propertyOf(groundOf(look))})`} />
          ${edge ? stroke(d, edge, edgeOf(look)!) : nothing} ${stroke(d, width, inkOf(look))}
        </pattern>`;
      })}
    </defs>
  </svg>`;
}

const stroke = (d: string, width: number, token: Token) =>
  svg`<path class="swatch-pattern" d=${d} stroke=${`var(${propertyOf(token)})`} stroke-width=${width} />`;
