/** A long list: its first entries, and the rest behind a fold. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../ui/icon.ts';

interface Fold {
  /** So many at first. */
  shown: number;
  /** What the fold says of those behind it. */
  more: (count: number) => string;
  /** Class of the list. */
  look?: string;
}

export function renderFolded(items: readonly TemplateResult[], { shown, more, look }: Fold): TemplateResult {
  const list = (part: readonly TemplateResult[]) => html`<ul class=${look ?? nothing}>${part}</ul>`; // prettier-ignore
  const rest = items.slice(shown);
  return html`${list(items.slice(0, shown))}
  ${
    rest.length > 0
      ? html`<details class="fold">
          <summary>${icon('chevron', 14)} ${more(rest.length)}</summary>
          ${list(rest)}
        </details>`
      : nothing
  }`;
}
