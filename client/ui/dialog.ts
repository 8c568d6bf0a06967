/** `<cod-dialog>`: the browser's own modal dialog with a heading, a close button and slots for content and `actions`. */
import { LitElement, css, html } from 'lit';
import { icon } from './icon.ts';

export class CodDialog extends LitElement {
  static override properties = { heading: {}, close: {} };
  declare heading: string;
  /** Label of the close button. */
  declare close: string;

  constructor() {
    super();
    this.heading = this.close = '';
  }

  static override styles = css`
    dialog {
      inline-size: min(40rem, calc(100vw - 2rem));
      max-block-size: calc(100dvh - 4rem);
      padding: 0;
      border: 1px solid var(--rule);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--ink);
      box-shadow: var(--shadow);
    }
    dialog::backdrop {
      background: var(--veil);
    }
    header {
      position: sticky;
      inset-block-start: 0;
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 1rem;
      padding: 0.5rem 0.5rem 0.5rem 1.25rem;
      padding-inline: 1.25rem 0.5rem;
      background: var(--surface);
    }
    h2 {
      margin: 0;
      font-size: var(--text-l);
    }
    button {
      display: grid;
      place-items: center;
      inline-size: var(--target);
      block-size: var(--target);
      border: 0;
      border-radius: var(--radius-s);
      background: none;
      color: inherit;
      cursor: pointer;
    }
    :focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: -3px;
    }
    .body {
      padding: 0 1.25rem 1.25rem;
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 0.5rem;
      padding: 0 1.25rem 1.25rem;
    }
  `;

  private get dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  /** Opens it modally; the browser keeps the focus inside and gives it back. */
  async show(): Promise<void> {
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  hide(): void {
    this.dialog.close();
  }

  override render() {
    return html`<dialog
      aria-labelledby="heading"
      @close=${() => this.dispatchEvent(new CustomEvent('closed'))}
      @click=${(event: Event) => event.target === this.dialog && this.hide()}
    >
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button aria-label=${this.close} @click=${() => this.hide()}>${icon('close')}</button>
      </header>
      <div class="body"><slot></slot></div>
      <footer><slot name="actions"></slot></footer>
    </dialog>`;
  }
}

customElements.define('cod-dialog', CodDialog);
