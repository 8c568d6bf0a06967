/**
 * `<cod-panel>`: a card that floats beside the map on a wide window and is a bottom sheet on a phone.
 * Slots: `head` (always visible) and the default one. Attribute `snap`: `peek`, `half` or `full` (phones only).
 */
import { LitElement, css, html } from 'lit';
import { icon } from './icon.ts';

export type Snap = 'peek' | 'half' | 'full';
const ORDER: readonly Snap[] = ['peek', 'half', 'full'];
/** A drag shorter than this is a tap. */
const DRAG_PIXELS = 12;

export class CodPanel extends LitElement {
  static override properties = { snap: { reflect: true }, label: {}, grow: {}, shrink: {} };
  declare snap: Snap;
  /** Accessible name of the region. */
  declare label: string;
  /** Labels of the handle. */
  declare grow: string;
  declare shrink: string;
  private dragFrom: number | null = null;

  constructor() {
    super();
    this.snap = 'peek';
    this.label = this.grow = this.shrink = '';
  }

  static override styles = css`
    :host {
      display: flex;
      flex-direction: column;
      min-block-size: 0;
      border-radius: var(--radius);
      background: var(--surface);
      box-shadow: var(--shadow);
      overflow: hidden;
    }
    :host([hidden]) {
      display: none;
    }
    .handle {
      display: none;
    }
    .body {
      min-block-size: 0;
      overflow: auto;
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }
    :focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: -3px;
    }
    @media (max-width: 47.99rem) {
      :host {
        position: fixed;
        inset-inline: 0;
        inset-block-end: 0;
        z-index: 5;
        block-size: var(--sheet-peek, 9.5rem);
        border-end-start-radius: 0;
        border-end-end-radius: 0;
        padding-block-end: env(safe-area-inset-bottom);
        transition: block-size var(--calm) ease-out;
      }
      :host([snap='half']) {
        block-size: 50dvh;
      }
      :host([snap='full']) {
        block-size: calc(100dvh - 4rem);
      }
      .handle {
        display: grid;
        place-items: center;
        flex: none;
        inline-size: 100%;
        block-size: 1.75rem;
        padding: 0;
        border: 0;
        background: none;
        color: var(--ink-2);
        cursor: grab;
        touch-action: none;
      }
      /* The target is taller than it looks. */
      .handle::before {
        content: '';
        position: absolute;
        inset-block-start: 0;
        inset-inline: 30%;
        block-size: 2.75rem;
      }
      .handle svg {
        transition: transform var(--calm);
      }
      :host([snap='full']) .handle svg {
        transform: rotate(180deg);
      }
    }
    @media (forced-colors: active) {
      :host {
        border: 1px solid CanvasText;
      }
    }
  `;

  private step(by: number): void {
    const next = ORDER[Math.max(0, Math.min(ORDER.length - 1, ORDER.indexOf(this.snap) + by))]!;
    if (next !== this.snap) this.dispatchEvent(new CustomEvent<Snap>('snap', { detail: (this.snap = next) }));
  }

  private readonly dragStart = (event: PointerEvent): void => {
    this.dragFrom = event.clientY;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  };

  private readonly dragEnd = (event: PointerEvent): void => {
    const moved = this.dragFrom === null ? 0 : event.clientY - this.dragFrom;
    this.dragFrom = null;
    if (Math.abs(moved) < DRAG_PIXELS) return;
    const far = Math.abs(moved) > innerHeight * 0.4;
    this.step((moved < 0 ? 1 : -1) * (far ? 2 : 1));
    // The click that follows the drag is part of it.
    this.addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true });
  };

  override render() {
    const full = this.snap === 'full';
    return html`<button
        class="handle"
        aria-label=${full ? this.shrink : this.grow}
        aria-expanded=${this.snap !== 'peek'}
        @pointerdown=${this.dragStart}
        @pointerup=${this.dragEnd}
        @click=${() => this.step(full ? -2 : 1)}
      >
        ${icon('up', 18)}
      </button>
      <slot name="head"></slot>
      <div class="body" part="body"><slot></slot></div>`;
  }
}

customElements.define('cod-panel', CodPanel);
