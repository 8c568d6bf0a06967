/** The line between two drawings that lie side by side on a map, and the slider that moves it. */
import { html, type TemplateResult } from 'lit';
import './swipe.css';

export interface SwipeTexts {
  /** What the slider is for. */
  label: string;
  before: string | TemplateResult;
  after: string | TemplateResult;
}

/** @param at where the first ends, as a share of the width from the side where reading begins */
export function renderSwipe(at: number, { label, before, after }: SwipeTexts, move: (at: number) => void): TemplateResult {
  const moved = (event: Event) => move(Number((event.target as HTMLInputElement).value) / 100);
  return html`<div class="swipe-line" .style=${`inset-inline-start: ${at * 100}%`} aria-hidden="true">
      <span class="small">${before}</span><span class="small">${after}</span>
    </div>
    <input class="swipe-slider" type="range" min="0" max="100" step="1" aria-label=${label} .value=${String(Math.round(at * 100))} @input=${moved} />`;
}

/** The same as maps count: from the left, whatever the direction of writing. */
export const toMapSwipe = (at: number, direction: string): { at: number; before: 'west' | 'east' } =>
  direction === 'rtl' ? { at: 1 - at, before: 'east' } : { at, before: 'west' };
