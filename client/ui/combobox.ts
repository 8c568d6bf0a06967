/** `<cod-combobox>`: a text field with a list of answers, after the ARIA combobox pattern. The owner fetches the answers. */
import { LitElement, css, html, nothing } from 'lit';
import { icon } from './icon.ts';

export interface Option {
  id: string;
  label: string;
  /** Second line: where it is. */
  detail: string;
  /** End of the line: the code. */
  code: string;
  /** BCP 47 of the label, so that it is read and shaped rightly. */
  lang: string;
}

export class CodCombobox extends LitElement {
  static override properties = {
    label: {},
    placeholder: {},
    options: { attribute: false },
    note: {},
    clear: {},
    busy: { type: Boolean },
    active: { state: true },
    open: { state: true },
    text: { state: true },
  };
  declare label: string;
  declare placeholder: string;
  declare options: Option[];
  /** Said under the field when there is no answer. */
  declare note: string;
  /** Label of the button that empties the field. */
  declare clear: string;
  declare busy: boolean;
  declare private active: number;
  declare private open: boolean;
  declare private text: string;

  constructor() {
    super();
    this.label = this.placeholder = this.note = this.clear = this.text = '';
    this.options = [];
    this.busy = this.open = false;
    this.active = -1;
  }

  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = css`
    :host {
      position: relative;
      display: block;
      min-inline-size: 0;
    }
    .field {
      display: flex;
      align-items: center;
      color: var(--ink-2);
    }
    .field > svg {
      position: absolute;
      inset-inline-start: 0.75rem;
      pointer-events: none;
    }
    input {
      box-sizing: border-box;
      inline-size: 100%;
      block-size: var(--target);
      padding-inline: 2.5rem;
      border: 1px solid transparent;
      border-radius: var(--radius-s);
      background: var(--surface-2);
      color: var(--ink);
      font: inherit;
      font-size: max(1rem, var(--text-m));
      text-overflow: ellipsis;
    }
    input::placeholder {
      color: var(--ink-2);
      opacity: 1;
    }
    input::-webkit-search-cancel-button {
      display: none;
    }
    input:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: -2px;
      background: var(--surface);
    }
    button {
      position: absolute;
      inset-inline-end: 0;
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
    button:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: -3px;
    }
    ul,
    .note {
      position: absolute;
      z-index: 20;
      inset-inline: 0;
      inset-block-start: calc(100% + 0.25rem);
      max-block-size: min(24rem, 50dvh);
      margin: 0;
      padding: 0.25rem;
      border-radius: var(--radius-s);
      background: var(--surface);
      box-shadow: var(--shadow);
      overflow: auto;
      list-style: none;
    }
    .note {
      padding: 0.75rem 1rem;
      color: var(--ink-2);
      font-size: var(--text-m);
    }
    li {
      display: grid;
      grid-template-columns: 1fr auto;
      column-gap: 0.75rem;
      align-items: center;
      min-block-size: var(--target);
      padding: 0.25rem 0.75rem;
      border-radius: calc(var(--radius-s) - 0.15rem);
      cursor: pointer;
      font-size: var(--text-m);
      line-height: 1.35;
    }
    li[aria-selected='true'] {
      background: var(--accent-soft);
      outline: 2px solid transparent;
    }
    .label {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .detail {
      grid-row: 2;
      color: var(--ink-2);
      font-size: var(--text-s);
    }
    .code {
      grid-row: span 2;
      color: var(--ink-2);
      font-size: var(--text-s);
      font-variant-numeric: tabular-nums;
    }
    .hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    @media (forced-colors: active) {
      input,
      ul {
        border: 1px solid CanvasText;
      }
      li[aria-selected='true'] {
        background: Highlight;
        color: HighlightText;
        forced-color-adjust: none;
      }
    }
  `;

  /** Empties the field. */
  reset(): void {
    this.text = '';
    this.open = false;
    this.active = -1;
    this.dispatchEvent(new CustomEvent<string>('search', { detail: '' }));
  }

  private readonly input = (event: InputEvent): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.open = this.text.trim() !== '';
    this.active = this.open ? 0 : -1;
    this.dispatchEvent(new CustomEvent<string>('search', { detail: this.text.trim() }));
  };

  private choose(option: Option | undefined): void {
    if (!option) return;
    this.open = false;
    this.text = option.label;
    this.dispatchEvent(new CustomEvent<Option>('choose', { detail: option }));
  }

  private readonly key = (event: KeyboardEvent): void => {
    const last = this.options.length - 1;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && last >= 0) {
      event.preventDefault();
      this.open = true;
      this.active = (this.active + move + last + 1) % (last + 1);
    } else if (event.key === 'Enter' && this.open) {
      event.preventDefault();
      this.choose(this.options[Math.max(0, this.active)]);
    } else if (event.key === 'Escape') {
      if (this.open) {
        event.stopPropagation();
        this.open = false;
      } else if (this.text) this.reset();
    }
  };

  protected override updated(): void {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const shown = this.open && this.options.length > 0;
    const said = this.open && !this.busy ? this.note : '';
    return html`<div class="field">
        ${icon('search')}
        <input
          type="search"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="search"
          aria-label=${this.label}
          aria-expanded=${shown}
          aria-controls="list"
          aria-autocomplete="list"
          aria-activedescendant=${shown && this.active >= 0 ? `option-${this.active}` : nothing}
          placeholder=${this.placeholder}
          .value=${this.text}
          @input=${this.input}
          @keydown=${this.key}
          @focus=${() => (this.open = this.text.trim() !== '' && this.options.length > 0)}
          @blur=${() => (this.open = false)}
        />
        ${this.text ? html`<button aria-label=${this.clear} @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.reset()}>${icon('close', 16)}</button>` : nothing}
      </div>
      <ul id="list" role="listbox" aria-label=${this.label} ?hidden=${!shown}>
        ${this.options.map(
          (option, i) =>
            html`<li
              id="option-${i}"
              role="option"
              aria-selected=${i === this.active}
              @pointerdown=${(event: Event) => event.preventDefault()}
              @pointermove=${() => (this.active = i)}
              @click=${() => this.choose(option)}
            >
              <span class="label"><bdi lang=${option.lang}>${option.label}</bdi></span
              ><span class="detail">${option.detail}</span><bdi class="code">${option.code}</bdi>
            </li>`,
        )}
      </ul>
      ${said && !shown ? html`<p class="note" aria-hidden="true">${said}</p>` : nothing}
      <span class="hidden" role="status">${said}</span>`;
  }
}

customElements.define('cod-combobox', CodCombobox);
