/** `<cod-tabs>`: tabs after the ARIA pattern. Each child of the element with `slot="<id>"` is the panel of the tab with that id. */
import { LitElement, css, html } from 'lit';

export interface Tab {
  id: string;
  label: string;
}

export class CodTabs extends LitElement {
  static override properties = { tabs: { attribute: false }, selected: { reflect: true }, label: {} };
  declare tabs: Tab[];
  declare selected: string;
  declare label: string;

  constructor() {
    super();
    this.tabs = [];
    this.selected = this.label = '';
  }

  static override styles = css`
    [role='tablist'] {
      display: flex;
      gap: 0.25rem;
      border-block-end: 1px solid var(--rule);
      overflow-x: auto;
      scrollbar-width: none;
    }
    button {
      flex: none;
      min-block-size: var(--target);
      padding-inline: 0.75rem;
      border: 0;
      border-block-end: 3px solid transparent;
      background: none;
      color: var(--ink-2);
      font: inherit;
      cursor: pointer;
    }
    button[aria-selected='true'] {
      border-color: var(--accent);
      color: var(--ink);
      font-weight: 600;
    }
    :focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: -3px;
    }
  `;

  private select(id: string): void {
    this.selected = id;
    this.dispatchEvent(new CustomEvent<string>('select-tab', { detail: id }));
  }

  private readonly key = async (event: KeyboardEvent): Promise<void> => {
    const rtl = getComputedStyle(this).direction === 'rtl';
    const at = this.tabs.findIndex(({ id }) => id === this.selected);
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, Home: -at, End: this.tabs.length - 1 - at }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.select(this.tabs[(at + step + this.tabs.length) % this.tabs.length]!.id);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  };

  override render() {
    return html`<div role="tablist" aria-label=${this.label} @keydown=${this.key}>
        ${this.tabs.map(
          ({ id, label }) =>
            html`<button
              role="tab"
              id="tab-${id}"
              aria-controls="panel-${id}"
              aria-selected=${id === this.selected}
              tabindex=${id === this.selected ? 0 : -1}
              @click=${() => this.select(id)}
            >
              ${label}
            </button>`,
        )}
      </div>
      ${this.tabs.map(({ id }) => html`<div role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}" ?hidden=${id !== this.selected}><slot name=${id}></slot></div>`)}`;
  }
}

customElements.define('cod-tabs', CodTabs);
